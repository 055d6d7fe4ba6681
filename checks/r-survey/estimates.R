# Expected values of the survey estimates, by R's package survey.
# Usage: Rscript estimates.R <folder>; checks/survey-estimates runs all scripts.
suppressMessages(library(survey))
folder <- commandArgs(TRUE)[1]
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
source(file.path(here, "estimators.R"))
source(file.path(here, "samples.R"))
options(survey.adjust.domain.lonely = FALSE)

# Everybody is satisfied at S3 and nobody at S4: there only the plain and the pooled share are of interest.
domains <- list(c("all", ""), c("sex", "m"), c("service", "S3"), c("unit", "U1"), c("service", "S2"), c("service", "S4"))
questions <- function(domain)
  if (domain[2] %in% c("S3", "S4")) estimators[c("shareOfQuestion1", "pooledShare")] else estimators
plan <- function(file, ids, strata = NULL, fpc = NULL, lonely = "fail", level = 0.95)
  list(file = file, ids = ids, strata = strata, fpc = fpc, lonely = lonely, level = level)
plans <- list(
  plan("list", "row"), plan("list", "row", fpc = "all"), plan("list", "row", "h1", level = 0.9),
  plan("list", "row", "h1", "f1"),
  plan("villages", "c1"), plan("villages", "c1", "h1"), plan("villages", "c1", "h1", "f1", level = 0.99),
  plan("villages", "c1", "h1", "g1"),
  plan("villages", c("c1", "row"), "h1", c("f1", "f2")), plan("villages", c("c1", "row"), "h1", c("g1", "f2")),
  plan("villages", c("c1", "row"), "h1"),
  plan("stages", c("c1", "c2", "row"), c("h1", "h2"), c("f1", "f2", "f3"), lonely = "adjust"))
# Without populations a single answer in a village does not matter, only the lonely villages do.
plans <- c(plans, list(plan("lonely", c("c1", "row"), "h1", lonely = "average")))
for (option in c("fail", "certainty", "adjust", "average")) {
  plans <- c(plans, list(
    plan("stages", c("c1", "c2"), c("h1", "h2"), c("f1", "f2"), lonely = option),
    plan("lonely", "c1", "h1", lonely = option), plan("lonely", "c1", "h1", "f1", lonely = option),
    plan("lonely", c("c1", "row"), "h1", c("f1", "f2"), lonely = option)))
}

tables <- lapply(list(list = list.rows, villages = villages, stages = stages, lonely = lonely), function(data) {
  data$row <- seq_len(nrow(data))
  prepared(data)
})
out <- NULL
for (p in plans) {
  data <- tables[[p$file]]
  options(survey.lonely.psu = p$lonely)
  design <- svydesign(ids = columns(p$ids), strata = columns(p$strata), fpc = columns(p$fpc), weights = ~w,
    data = data, nest = TRUE)
  lines <- NULL
  for (domain in if (p$file == "lonely" || "g1" %in% p$fpc) domains[1:3] else domains) {
    part <- if (domain[1] == "all") design else design[which(data[[domain[1]]] == domain[2]), ]
    for (name in names(questions(domain))) {
      fields <- tryCatch(estimators[[name]](part, p$level), error = function(e)
        if (grepl("has only one PSU", conditionMessage(e))) c(refused = "true") else stop(e))
      lines <- c(lines, object(c(of = paste0('"', name, '"'), domain = words(domain), fields)))
    }
  }
  out <- c(out, paste0('{"file": "', p$file, '", "ids": ', words(p$ids), ', "strata": ', words(p$strata),
    ', "fpc": ', words(p$fpc), ', "lonely": "', p$lonely, '", "estimates": [\n', paste(lines, collapse = ",\n"),
    "\n]}"))
}
writeLines(paste0('{"r": "', getRversion(), '", "survey": "', packageVersion("survey"), '", "designs": [\n',
  paste(out, collapse = ",\n"), "\n]}"), file.path(folder, "expected.json"))
