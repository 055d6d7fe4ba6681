# Expected values of small areas by the model of Fay and Herriot, from the published formulas: Rao and Molina 2015, Small Area
# Estimation, 2nd ed., sections 6.1.1, 6.1.2 and 6.2 (REML: Datta and Lahiri 2000; ML: the same; FH: Datta, Rao and Smith 2005).
# The direct estimates are R's, of a sample that the script writes.
# Usage: Rscript small-areas.R <folder>; checks/survey-estimates runs all scripts.
suppressMessages(library(survey))
folder <- commandArgs(TRUE)[1]
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
source(file.path(here, "estimators.R"))
source(file.path(here, "calibrated.R"))
source(file.path(here, "figures.R"))
source(file.path(here, "areas.R"))
options(survey.adjust.domain.lonely = FALSE, survey.lonely.psu = "fail")
suppressWarnings(RNGversion("4.0.0"))
set.seed(20150806)

# Villages in communes, in two strata of communes; of three communes nobody is asked.
communes <- 27; asked <- 24
auxiliary <- data.frame(unit = sprintf("C%02d", seq_len(communes)), poverty = round(runif(communes, 2, 40), 2),
  online = round(runif(communes, 0.1, 0.9), 3), people = round(exp(rnorm(communes, 9, 0.6))))
write.csv(auxiliary, file.path(folder, "areas-auxiliaries.csv"), row.names = FALSE, quote = FALSE)
lean <- 0.5 - 0.03 * auxiliary$poverty + 0.8 * auxiliary$online + rnorm(communes, 0, 0.15)
d <- NULL
for (commune in seq_len(asked)) for (village in 1:(3 + commune %% 3)) {
  n <- 4 + (commune * 3 + village * 5) %% 7
  level <- function(q) pmin(pmax(round(3.3 + lean[commune] + rnorm(1, 0, 0.3) + rnorm(n, 0, 0.9) + 0.1 * q), 1), 5)
  answers <- as.data.frame(setNames(lapply(1:5, level), paste0("q", 1:5)))
  for (q in 1:5) answers[[q]][runif(n) < 0.08] <- NA
  d <- rbind(d, data.frame(unit = auxiliary$unit[commune], h1 = if (commune <= 10) "a" else "b", c1 = paste(commune, village, sep = "-"),
    f1 = if (commune <= 10) 90 else 240, f2 = n * 9 + village, service = sample(c("S1", "S2"), n, TRUE),
    sex = sample(c("m", "f"), n, TRUE), w = round(exp(rnorm(n, 2, 0.3)), 3), answers))
}
write.csv(d, file.path(folder, "areas.csv"), row.names = FALSE, na = "", quote = FALSE)
d$row <- seq_len(nrow(d)); d$all1 <- "all"
data <- prepared(d)

plans <- list(plan("areas", "row", NULL, NULL, NULL, list()), plan("areas", "row", "h1", NULL, NULL, list()),
  plan("areas", "c1", NULL, NULL, NULL, list()), plan("areas", "c1", "h1", NULL, NULL, list()),
  plan("areas", "c1", "h1", "f1", NULL, list()), plan("areas", c("c1", "row"), "h1", c("f1", "f2"), NULL, list()),
  plan("areas", "c1", "h1", "f1", "postStratify", list("sex")), plan("areas", "c1", "h1", NULL, "rake", list("sex", "service")),
  plan("areas", c("c1", "row"), "h1", c("f1", "f2"), "linear", list("sex", "service")),
  plan("areas", "row", "h1", NULL, "postStratify", list("service")))
variables <- list(c("poverty", "online"), "poverty", c("poverty", "online", "people"), character())
out <- NULL
for (i in seq_along(plans)) for (method in c("REML", "ML", "FH")) {
  p <- plans[[i]]; names <- variables[[1 + (i + match(method, c("REML", "ML", "FH"))) %% 4]]
  people <- if (length(p$margins)) populations(data, p$margins, FALSE) else NULL
  design <- adjusted(p, data, people)
  direct <- t(sapply(auxiliary$unit[seq_len(asked)], function(unit) {
    m <- svyratio(~satisfied, ~valid, subset(design[which(design$variables$unit == unit), ], valid > 0))
    c(as.numeric(coef(m)), as.numeric(SE(m)))
  }))
  X <- cbind(1, as.matrix(auxiliary[names]))
  own <- seq_len(asked)
  fit <- fay.herriot(direct[, 1], direct[, 2]^2, X[own, , drop = FALSE], method)
  rest <- synthetic(fit, X[-own, , drop = FALSE])
  out <- c(out, paste0(described(p, people, design), ', "estimates": [], "fit": "', method, '", "auxiliaries": ', words(names),
    ', "direct": ', pair(direct[, 1]), ', "directErrors": ', pair(direct[, 2]), ', "variance": ', number(fit$variance),
    ', "coefficients": ', pair(fit$beta), ', "modelled": ', pair(c(fit$value, rest$value)), ', "errors": ',
    pair(sqrt(c(fit$mse, rest$mse))), "}"))
}
writeLines(paste0('{"r": "', getRversion(), '", "survey": "', packageVersion("survey"), '", "designs": [\n',
  paste(out, collapse = ",\n"), "\n]}"), file.path(folder, "small-areas.json"))
