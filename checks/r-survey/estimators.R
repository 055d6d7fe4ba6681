# What the scripts of expected values have in common: the estimators, and how their results are written.
suppressMessages(library(survey))

number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "null")
pair <- function(x) paste0("[", paste(number(as.numeric(x)), collapse = ", "), "]")
object <- function(fields) if (!length(fields)) "{}" else paste0("{", paste0('"', names(fields), '": ', fields, collapse = ", "), "}")

# Rows that count: in a calibrated design those outside a subset keep their place and weigh nothing.
counted <- function(design) sum(weights(design) != 0)

# Limits by R's own distribution functions, for estimates that svyciprop does not accept.
wald <- function(p, se, df, level) p + c(-1, 1) * qt(1 - (1 - level) / 2, df) * se
logit <- function(p, se, df, level) plogis(wald(qlogis(p), se / (p * (1 - p)), df, level))
effective <- function(p, se, df, n, level)
  p * (1 - p) / se^2 * (qt((1 - level) / 2, n - 1) / qt((1 - level) / 2, df))^2
beta <- function(p, se, df, n, level) {
  m <- effective(p, se, df, n, level); a <- (1 - level) / 2
  c(qbeta(a, m * p, m * (1 - p) + 1), qbeta(1 - a, m * p + 1, m * (1 - p)))
}
# Wilson's interval by prop.test with the effective number of people that svyciprop uses for "beta".
wilson <- function(p, se, df, n, level) {
  m <- effective(p, se, df, n, level)
  suppressWarnings(prop.test(m * p, m, conf.level = level, correct = FALSE)$conf.int)
}

limits <- function(design, p, se, share, level, formula = NULL) {
  df <- degf(design); n <- counted(design)
  if (!is.finite(se) || df <= 0 || se <= 0) return(list())
  if (!share) return(list())
  if (is.null(formula)) {
    found <- list(logit = logit(p, se, df, level), beta = beta(p, se, df, n, level))
  } else {
    # With few degrees of freedom "logit" turns t into a level next to 1 and loses its digits; "xlogit" is the same
    # interval without that detour.
    log.odds <- if (qt(1 - (1 - level) / 2, df) > 6) "xlogit" else "logit"
    found <- lapply(c(logit = log.odds, beta = "beta"), function(method)
      attr(svyciprop(formula, design, method = method, level = level), "ci"))
  }
  found$wilson <- wilson(p, se, df, n, level)
  lapply(found, pair)
}

design.effect <- function(total) c(designEffect = number(as.numeric(deff(total))))

entry <- function(design, p, se, share, level, effects, formula = NULL) {
  p <- as.numeric(p); se <- as.numeric(se)
  c(rows = counted(design), estimate = number(p), standardError = number(se), effects,
    degreesOfFreedom = degf(design), level = sprintf("%.15g", level),
    limits = object(limits(design, p, se, share, level, formula)))
}

estimators <- list(
  shareOfQuestion1 = function(design, level) {
    d <- subset(design, !is.na(q1)); m <- svymean(~s1, d)
    entry(d, coef(m), SE(m), TRUE, level, design.effect(svymean(~s1, d, deff = TRUE)), ~s1)
  },
  meanOfQuestion2 = function(design, level) {
    d <- subset(design, !is.na(q2)); m <- svymean(~level2, d)
    entry(d, coef(m), SE(m), FALSE, level, design.effect(svymean(~level2, d, deff = TRUE)))
  },
  pooledShare = function(design, level) {
    d <- subset(design, valid > 0); m <- svyratio(~satisfied, ~valid, d)
    effect <- as.numeric(attr(svyratio(~satisfied, ~valid, d, deff = TRUE), "deff"))
    entry(d, coef(m), SE(m), TRUE, level, c(designEffect = number(effect)))
  },
  meanOfShares = function(design, level) {
    d <- subset(design, valid > 0)
    m <- svyratio(~s1 + s2 + s3 + s4 + s5, ~v1 + v2 + v3 + v4 + v5, d, covmat = TRUE)
    pick <- setNames(rep(0.2, 5), paste0("s", 1:5, "/v", 1:5))
    combined <- svycontrast(m, list(mean = pick))
    shares <- coef(m)[names(pick)]; w <- weights(d); u <- 0
    for (q in 1:5) {
      s <- d$variables[[paste0("s", q)]]; v <- d$variables[[paste0("v", q)]]
      u <- u + 0.2 * (s - shares[q] * v) / sum(w * v)
    }
    d <- update(d, u = u)
    entry(d, coef(combined), SE(combined), TRUE, level, design.effect(svytotal(~u, d, deff = TRUE)))
  },
  personMean = function(design, level) {
    d <- subset(design, valid > 0); m <- svymean(~share, d)
    entry(d, coef(m), SE(m), TRUE, level, design.effect(svymean(~share, d, deff = TRUE)), ~share)
  })

prepared <- function(d) {
  for (q in 1:5) {
    a <- d[[paste0("q", q)]]
    d[[paste0("v", q)]] <- as.numeric(!is.na(a)); d[[paste0("s", q)]] <- as.numeric(!is.na(a) & a >= 4)
  }
  d$valid <- rowSums(d[paste0("v", 1:5)]); d$satisfied <- rowSums(d[paste0("s", 1:5)])
  d$level2 <- ifelse(is.na(d$q2), 0, d$q2)
  d$share <- ifelse(d$valid > 0, d$satisfied / d$valid, NA)
  d
}

words <- function(x) paste0("[", paste0('"', x, '"', collapse = ", ", recycle0 = TRUE), "]")
columns <- function(x) if (length(x)) as.formula(paste("~", paste(x, collapse = " + "))) else NULL
