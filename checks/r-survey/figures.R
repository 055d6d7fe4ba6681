# What the scripts of quantiles, replicate weights and random designs have in common: every figure of a design, whether its
# errors come from linearisation or from replicates.
domains <- list(c("all", ""), c("sex", "m"), c("service", "S1"), c("unit", "U1"))
part.of <- function(design, domain)
  if (domain[1] == "all") design else design[which(design$variables[[domain[1]]] == domain[2]), ]

# The mean score of each person; of those without an answer it does not matter.
scored <- function(data) {
  data$score <- ifelse(data$valid > 0,
    (rowSums(data[paste0("q", 1:5)], na.rm = TRUE) - data$valid) / (4 * data$valid), 0)
  data
}
shares <- c(0.1, 0.25, 0.5, 0.8)
# The least value with at least a share p of the weight at or below it: what R's qrule "math" says it is. For p less than the
# share of the first row that rule gives the second row (last() in qrule.R, up to version 4.5 at least), so that a lower limit
# may lie above the least value; everywhere else both must agree.
inverse <- function(x, w, p) {
  x <- x[w != 0]; w <- w[w != 0]; o <- order(x); sums <- cumsum(w[o]) / sum(w)
  q <- x[o][which(sums >= p - 1e-12)[1]]
  if (p > sums[1] && !any(abs(sums - p) < 1e-12)) stopifnot(q == survey:::qrule_math(x, w, p))
  q
}
quantiles.of <- function(design) {
  lines <- NULL
  for (domain in domains) {
    d <- subset(part.of(design, domain), valid > 0)
    if (is.na(degf(d)) || degf(d) < 1) next
    for (share in shares) {
      q <- svyquantile(~score, d, share, interval.type = "mean", qrule = inverse)$score
      lines <- c(lines, object(c(share = share, domain = words(domain), rows = counting(d), value = number(q[1]),
        limits = pair(q[2:3]), standardError = number(q[4]), degreesOfFreedom = degf(d))))
    }
  }
  lines
}

# Rows that count: of a design with replicates all of them.
counting <- function(design) if (inherits(design, "svyrep.design")) nrow(design$variables) else counted(design)

# An estimate with its limits by R's distribution functions. Design effects are those of the estimate: R's svyratio has none
# for replicates.
figure <- function(design, p, se, share, u) {
  p <- as.numeric(p); se <- as.numeric(se); df <- degf(design); n <- counting(design)
  # What calibration knows exactly has an error of rounding.
  if (is.finite(se) && se < 1e-12) se <- 0
  w <- if (inherits(design, "svyrep.design")) design$pweights else weights(design)
  simple <- as.numeric(svyvar(~u, update(design, u = u))) * sum(w) * (sum(w) - n) / n
  limits <- if (!share || !is.finite(se) || df <= 0 || se <= 0) list() else
    lapply(list(logit = logit(p, se, df, 0.95), beta = beta(p, se, df, n, 0.95), wilson = wilson(p, se, df, n, 0.95)), pair)
  c(rows = n, estimate = number(p), standardError = number(se), designEffect = number(se^2 / simple),
    degreesOfFreedom = df, level = 0.95, limits = object(limits))
}
sampling <- function(design) if (inherits(design, "svyrep.design")) design$pweights else weights(design)
ratio <- function(design, above, below) {
  a <- design$variables[[above]]; b <- design$variables[[below]]; w <- sampling(design)
  (a - sum(w * a) / sum(w * b) * b) / sum(w * b)
}
figures <- list(
  shareOfQuestion1 = function(design) {
    d <- subset(design, !is.na(q1)); m <- svymean(~s1, d)
    figure(d, coef(m), SE(m), TRUE, ratio(d, "s1", "v1"))
  },
  meanOfQuestion2 = function(design) {
    d <- subset(design, !is.na(q2)); m <- svymean(~level2, d)
    figure(d, coef(m), SE(m), FALSE, ratio(d, "level2", "v2"))
  },
  pooledShare = function(design) {
    d <- subset(design, valid > 0); m <- svyratio(~satisfied, ~valid, d)
    figure(d, coef(m), SE(m), TRUE, ratio(d, "satisfied", "valid"))
  },
  meanOfShares = function(design) {
    d <- subset(design, valid > 0)
    m <- svyratio(~s1 + s2 + s3 + s4 + s5, ~v1 + v2 + v3 + v4 + v5, d, covmat = TRUE)
    v <- as.matrix(vcov(m)); names <- paste0("s", 1:5, "/v", 1:5)
    at <- match(names, as.vector(outer(paste0("s", 1:5), paste0("v", 1:5), paste, sep = "/")))
    u <- rowSums(sapply(1:5, function(q) 0.2 * ratio(d, paste0("s", q), paste0("v", q))))
    figure(d, mean(diag(m$ratio)), sqrt(sum(v[at, at]) / 25), TRUE, u)
  })
estimates.of <- function(design) {
  lines <- NULL
  for (domain in domains) for (name in names(figures)) {
    part <- part.of(design, domain)
    lines <- c(lines, object(c(of = paste0('"', name, '"'), domain = words(domain), figures[[name]](part))))
  }
  lines
}
