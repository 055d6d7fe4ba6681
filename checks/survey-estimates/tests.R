# Expected values of tests by R's package survey: svyttest, svycontrast, svychisq.
# Usage: Rscript tests.R <folder>, where estimates.R and calibration.R have written their samples; run.sh runs all scripts.
suppressMessages(library(survey))
folder <- commandArgs(TRUE)[1]
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
source(file.path(here, "estimators.R"))
source(file.path(here, "calibrated.R"))
options(survey.adjust.domain.lonely = FALSE, warn = -1)

tables <- lapply(list(list = sample.of("list"), villages = sample.of("villages"), stages = sample.of("stages"),
  silent = sample.of("silent")), prepared)

result <- function(of, groups, estimate, se, df, p, limits) object(c(of = paste0('"', of, '"'), groups = words(groups),
  estimate = number(estimate), standardError = number(se), degreesOfFreedom = df, pValue = number(p),
  limits = pair(limits)))
ttest <- function(of, groups, t) result(of, groups, as.numeric(t$estimate),
  as.numeric(t$estimate / t$statistic), as.numeric(t$parameter), as.numeric(t$p.value), as.numeric(t$conf.int))

# Question 1 of two groups; svyttest's group is 1 for the first.
difference <- function(design, column, first, second) {
  d <- subset(design, !is.na(q1) & design$variables[[column]] %in% c(first, second))
  d <- update(d, g = as.numeric(d$variables[[column]] == first))
  ttest("difference", c(column, first, second), svyttest(s1 ~ g, d))
}
# The same by svycontrast, with the same degrees of freedom, of the pooled shares of all questions.
contrast <- function(design, column, first, second) {
  d <- subset(design, valid > 0 & design$variables[[column]] %in% c(first, second))
  own <- d$variables[[column]] == first
  d <- update(d, sa = satisfied * own, va = valid * own, sb = satisfied * !own, vb = valid * !own)
  m <- svyratio(~sa + sb, ~va + vb, d, covmat = TRUE)
  c1 <- svycontrast(m, c("sa/va" = 1, "sb/vb" = -1))
  df <- degf(d) - 1; b <- as.numeric(coef(c1)); se <- as.numeric(SE(c1))
  result("pooledDifference", c(column, first, second), b, se, df, 2 * pt(-abs(b / se), df), wald(b, se, df, 0.95))
}
target <- function(design, goal) {
  d <- subset(design, !is.na(q1))
  d <- update(d, above = s1 - goal)
  ttest("target", sprintf("%.15g", goal), svyttest(above ~ 0, d))
}
association <- function(design, question, column) {
  d <- subset(design, !is.na(design$variables[[question]]))
  # Tables with too many empty cells have no such statistic.
  x <- tryCatch(svychisq(as.formula(paste0("~", question, " + ", column)), d, statistic = "F"),
    error = function(e) NULL)
  if (is.null(x)) return(NULL)
  object(c(of = '"association"', groups = words(c(question, column)), statistic = number(as.numeric(x$statistic)),
    freedom = pair(x$parameter), pValue = number(as.numeric(x$p.value))))
}

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
  lines <- c(difference(design, "sex", "m", "f"), difference(design, "service", "S1", "S2"),
    difference(design, "unit", "U1", "U2"), contrast(design, "sex", "m", "f"), contrast(design, "unit", "U1", "U2"),
    target(design, 0.9), target(design, 0.55), association(design, "q1", "sex"), association(design, "q2", "service"),
    association(design, "q3", "sex"), association(design, "q4", "unit"))
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
