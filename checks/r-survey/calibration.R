# Expected values of calibrated surveys, by R's package survey: postStratify, rake, calibrate and trimWeights.
# Usage: Rscript calibration.R <folder>, where estimates.R has written its samples; checks/survey-estimates runs all scripts.
suppressMessages(library(survey))
folder <- commandArgs(TRUE)[1]
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
source(file.path(here, "estimators.R"))
source(file.path(here, "calibrated.R"))
options(survey.adjust.domain.lonely = FALSE)

# A fifth of the people of each village did not answer: their forms are blank.
silent <- sample.of("villages")
silent[(silent$row * 7) %% 5 == 0 & silent$row %% 3 != 0, paste0("q", 1:5)] <- NA
write.csv(silent, file.path(folder, "silent.csv"), row.names = FALSE, na = "", quote = FALSE)
tables <- lapply(list(list = sample.of("list"), villages = sample.of("villages"), stages = sample.of("stages"),
  silent = silent), function(data) {
  data$all1 <- "all"
  prepared(data)
})

plans <- NULL
drawn <- list(
  list("list", "row", NULL, "all"), list("list", "row", "h1", "f1"), list("villages", "c1", NULL, NULL),
  list("villages", "c1", "h1", NULL), list("villages", "c1", "h1", "f1"),
  list("villages", c("c1", "row"), "h1", c("f1", "f2")))
for (d in drawn) {
  add <- function(...) plans <<- c(plans, list(plan(d[[1]], d[[2]], d[[3]], d[[4]], ...)))
  add("postStratify", list("sex"))
  add("postStratify", list(c("service", "sex")))
  add("rake", list("sex"))
  add("rake", list("sex", "service"))
  add("rake", list("service", "sex", "unit"), trim = c(0.4, 2))
  add("linear", list("sex", "service"))
  add("linear", list("unit", "service", "sex"), trim = c(0.5, 1.8))
  add("postStratify", list("sex"), per.unit = TRUE)
  add("rake", list("sex", "service"), per.unit = TRUE)
}
for (method in c("postStratify", "rake", "linear"))
  plans <- c(plans, list(plan("stages", c("c1", "c2", "row"), c("h1", "h2"), c("f1", "f2", "f3"), method,
    if (method == "postStratify") list("service") else list("sex", "service"), lonely = "adjust")))
plans <- c(plans, list(
  plan("silent", "c1", "h1", NULL, "rake", list(), response = "sex"),
  plan("silent", "c1", "h1", "f1", "postStratify", list("service"), response = "sex"),
  plan("silent", "c1", "h1", NULL, "rake", list("sex", "service"), response = c("service", "sex")),
  plan("silent", "c1", NULL, NULL, "linear", list("sex", "unit"), response = "unit", trim = c(0.5, 2)),
  plan("silent", c("c1", "row"), "h1", c("f1", "f2"), "rake", list(), response = c("service", "sex")),
  plan("silent", "c1", "h1", "f1", "rake", list(), response = character(), trim = c(0.6, 1.5)),
  plan("villages", "c1", "h1", "f1", "rake", list(), trim = c(0.5, 1.6))))

domains <- list(c("all", ""), c("sex", "m"), c("service", "S1"), c("unit", "U1"))
out <- NULL
for (p in plans) {
  options(survey.lonely.psu = p$lonely)
  data <- tables[[p$file]]
  people <- if (length(p$margins)) populations(data, p$margins, p$per.unit) else NULL
  design <- adjusted(p, data, people)
  lines <- NULL
  for (domain in domains) {
    part <- if (domain[1] == "all") design else design[which(design$variables[[domain[1]]] == domain[2]), ]
    for (name in setdiff(names(estimators), "personMean")) {
      fields <- estimators[[name]](part, 0.95)
      lines <- c(lines, object(c(of = paste0('"', name, '"'), domain = words(domain), fields)))
    }
  }
  out <- c(out, paste0(described(p, people, design), ', "estimates": [\n', paste(lines, collapse = ",\n"), "\n]}"))
}
writeLines(paste0('{"r": "', getRversion(), '", "survey": "', packageVersion("survey"), '", "designs": [\n',
  paste(out, collapse = ",\n"), "\n]}"), file.path(folder, "calibrated.json"))
