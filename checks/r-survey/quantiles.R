# Expected values of quantiles of mean scores, by R's svyquantile.
# Usage: Rscript quantiles.R <folder>, where estimates.R and calibration.R have written their samples; checks/survey-estimates runs all scripts.
suppressMessages(library(survey))
folder <- commandArgs(TRUE)[1]
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
source(file.path(here, "estimators.R"))
source(file.path(here, "calibrated.R"))
source(file.path(here, "figures.R"))
options(survey.adjust.domain.lonely = FALSE)

tables <- lapply(list(list = sample.of("list"), villages = sample.of("villages"), stages = sample.of("stages"),
  silent = sample.of("silent")), function(data) scored(prepared(data)))
drawn <- list(
  list("list", "row", NULL, "all"), list("list", "row", "h1", "f1"), list("villages", "c1", NULL, NULL),
  list("villages", "c1", "h1", NULL), list("villages", "c1", "h1", "f1"),
  list("villages", c("c1", "row"), "h1", c("f1", "f2")))
plans <- NULL
for (d in drawn) for (margins in list(list(), list("sex"), list("sex", "service")))
  plans <- c(plans, list(plan(d[[1]], d[[2]], d[[3]], d[[4]],
    if (length(margins) == 1) "postStratify" else if (length(d[[2]]) == 2) "linear" else "rake", margins)))
for (margins in list(list(), list("sex", "service")))
  plans <- c(plans, list(plan("stages", c("c1", "c2", "row"), c("h1", "h2"), c("f1", "f2", "f3"), "linear", margins,
    lonely = "adjust")))
plans <- c(plans, list(
  plan("silent", "c1", "h1", "f1", "postStratify", list("service"), response = "sex", trim = c(0.5, 2)),
  plan("silent", "c1", "h1", NULL, "linear", list("sex", "service"), response = c("service", "sex"))))

out <- NULL
for (p in plans) {
  options(survey.lonely.psu = p$lonely)
  data <- tables[[p$file]]
  people <- if (length(p$margins)) populations(data, p$margins, p$per.unit) else NULL
  design <- adjusted(p, data, people)
  out <- c(out, paste0(described(p, people, design), ', "estimates": [], "quantiles": [\n',
    paste(quantiles.of(design), collapse = ",\n"), "\n]}"))
}
writeLines(paste0('{"r": "', getRversion(), '", "survey": "', packageVersion("survey"), '", "designs": [\n',
  paste(out, collapse = ",\n"), "\n]}"), file.path(folder, "quantiles.json"))
