# Expected values of tests by R's package survey: svyttest, svycontrast, svychisq.
# Usage: Rscript tests.R <folder>, where estimates.R and calibration.R have written their samples; checks/survey-estimates runs all scripts.
suppressMessages(library(survey))
folder <- commandArgs(TRUE)[1]
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
source(file.path(here, "estimators.R"))
source(file.path(here, "calibrated.R"))
source(file.path(here, "testing.R"))
options(survey.adjust.domain.lonely = FALSE, warn = -1)

tables <- lapply(list(list = sample.of("list"), villages = sample.of("villages"), stages = sample.of("stages"),
  silent = sample.of("silent")), prepared)

drawn <- list(
  list("list", "row", NULL, "all"), list("list", "row", "h1", "f1"), list("villages", "c1", NULL, NULL),
  list("villages", "c1", "h1", NULL), list("villages", "c1", "h1", "f1"),
  list("villages", c("c1", "row"), "h1", c("f1", "f2")))
plans <- list(plan("stages", c("c1", "c2", "row"), c("h1", "h2"), c("f1", "f2", "f3"), "linear", list("sex", "service"),
  lonely = "adjust"))
for (d in drawn) for (margins in list(list(), list("sex"), list("sex", "service")))
  plans <- c(plans, list(plan(d[[1]], d[[2]], d[[3]], d[[4]],
    if (length(margins) == 1) "postStratify" else if (length(d[[2]]) == 2) "linear" else "rake", margins,
    # Without margins there must still be a calibration, so that cells are divided by weight.
    response = NULL, trim = if (length(margins)) NULL else c(0, 1000))))

out <- NULL
for (p in plans) {
  options(survey.lonely.psu = p$lonely)
  data <- tables[[p$file]]
  people <- if (length(p$margins)) populations(data, p$margins, p$per.unit) else NULL
  design <- adjusted(p, data, people)
  lines <- tests.of(design)
  out <- c(out, paste0(described(p, people, design), ', "estimates": [], "tests": [\n', paste(lines, collapse = ",\n"),
    "\n]}"))
}

# Three years of one design, drawn anew each time: strata of one sample.
years <- NULL
for (d in drawn) {
  data <- tables[[d[[1]]]]
  year <- function(t) {
    own <- data; own$year <- t; own$w <- own$w * (1 + 0.1 * t)
    own$q1 <- ifelse(is.na(own$q1) | (own$row + t) %% 7 > 0, own$q1, pmin(5, own$q1 + t))
    own$s1 <- as.numeric(!is.na(own$q1) & own$q1 >= 4)
    own
  }
  all <- do.call(rbind, lapply(0:2, year))
  all$k <- paste(all$year, if (length(d[[3]])) all[[d[[3]]]] else "")
  all$c <- paste(all$year, all[[d[[2]][1]]])
  stage2 <- if (length(d[[2]]) > 1) paste(all$year, all[[d[[2]][2]]])
  all$r <- if (length(stage2)) stage2 else all$c
  options(survey.lonely.psu = "fail")
  design <- svydesign(ids = if (length(stage2)) ~c + r else ~c, strata = ~k,
    fpc = columns(d[[4]]), weights = ~w, data = all, nest = TRUE)
  answered <- subset(design, !is.na(q1))
  two <- update(subset(answered, year < 2), g = as.numeric(year == 1))
  m <- svyby(~s1, ~year, answered, svymean, covmat = TRUE)
  slope <- svycontrast(m, c(-0.5, 0, 0.5))
  df <- degf(answered) - 1; b <- as.numeric(coef(slope)); se <- as.numeric(SE(slope))
  estimates <- vapply(0:2, function(t) {
    own <- subset(answered, year == t)
    pair(c(coef(svymean(~s1, own)), SE(svymean(~s1, own)), degf(own)))
  }, "")
  years <- c(years, paste0('{"years": ', texts(estimates), ', "change": ',
    ttest("change", "", svyttest(s1 ~ g, two)), ', "trend": ',
    result("trend", "", b, se, df, 2 * pt(-abs(b / se), df), wald(b, se, df, 0.95)), "}"))
}
p <- c(0.01, 0.04, 0.03, 0.005, 0.2, 0.9, 0.03)
writeLines(paste0('{"r": "', getRversion(), '", "survey": "', packageVersion("survey"), '", "pValues": ', pair(p),
  ', "holm": ', pair(p.adjust(p, "holm")), ', "years": [\n', paste(years, collapse = ",\n"), '\n], "designs": [\n',
  paste(out, collapse = ",\n"), "\n]}"), file.path(folder, "tests.json"))
