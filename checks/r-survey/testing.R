# What the scripts of tests have in common: differences, targets and tables of one design.
result <- function(of, groups, estimate, se, df, p, limits) object(c(of = paste0('"', of, '"'), groups = words(groups),
  estimate = number(estimate), standardError = number(se), degreesOfFreedom = df, pValue = number(p),
  limits = pair(limits)))
ttest <- function(of, groups, t) {
  b <- as.numeric(t$estimate); se <- as.numeric(t$estimate / t$statistic); df <- as.numeric(t$parameter)
  # With few degrees of freedom confint.svyglm turns t into a level next to 1: its limits lose their digits, or are infinite.
  limits <- if (df > 0 && qt(0.975, df) > 4) wald(b, se, df, 0.95) else as.numeric(t$conf.int)
  result(of, groups, b, se, df, as.numeric(t$p.value), limits)
}

# The difference of two ratios with replicate weights, of which svyglm and svycontrast make too little.
repeated <- function(of, groups, design, above, below, own) {
  statistic <- function(w, data) {
    a <- data[[above]]; b <- data[[below]]
    sum((w * a)[own]) / sum((w * b)[own]) - sum((w * a)[!own]) / sum((w * b)[!own])
  }
  m <- withReplicates(design, statistic)
  df <- degf(design) - 1; b <- as.numeric(coef(m)); se <- as.numeric(SE(m))
  result(of, groups, b, se, df, 2 * pt(-abs(b / se), df), wald(b, se, df, 0.95))
}
has.replicates <- function(design) inherits(design, "svyrep.design")

# Question 1 of two groups; svyttest's group is 1 for the first.
difference <- function(design, column, first, second) {
  d <- subset(design, !is.na(q1) & design$variables[[column]] %in% c(first, second))
  d <- update(d, g = as.numeric(d$variables[[column]] == first))
  if (has.replicates(d))
    return(repeated("difference", c(column, first, second), d, "s1", "v1", d$variables$g == 1))
  ttest("difference", c(column, first, second), svyttest(s1 ~ g, d))
}
# The same by svycontrast, with the same degrees of freedom, of the pooled shares of all questions.
contrast <- function(design, column, first, second) {
  d <- subset(design, valid > 0 & design$variables[[column]] %in% c(first, second))
  own <- d$variables[[column]] == first
  if (has.replicates(d)) return(repeated("pooledDifference", c(column, first, second), d, "satisfied", "valid", own))
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
  # Tables with too many empty cells have no such statistic, or R has none.
  x <- tryCatch(svychisq(as.formula(paste0("~", question, " + ", column)), d, statistic = "F"),
    error = function(e) NULL)
  if (is.null(x) || !all(is.finite(c(x$statistic, x$parameter)))) return(NULL)
  object(c(of = '"association"', groups = words(c(question, column)), statistic = number(as.numeric(x$statistic)),
    freedom = pair(x$parameter), pValue = number(as.numeric(x$p.value))))
}

tests.of <- function(design) c(difference(design, "sex", "m", "f"), difference(design, "service", "S1", "S2"),
  difference(design, "unit", "U1", "U2"), contrast(design, "sex", "m", "f"), contrast(design, "unit", "U1", "U2"),
  target(design, 0.9), target(design, 0.55), association(design, "q1", "sex"), association(design, "q2", "service"),
  association(design, "q3", "sex"), association(design, "q4", "unit"))
