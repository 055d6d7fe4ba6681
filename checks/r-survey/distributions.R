# Expected values of the distributions, by R: function, up to two parameters, the argument, the value.
# Usage: Rscript distributions.R <folder>
folder <- commandArgs(TRUE)[1]
rows <- NULL
put <- function(name, values, at, a = NA, b = NA) {
  d <- data.frame(name = name, a = a, b = b, at = at, value = values)
  rows <<- rbind(rows, d[is.finite(values) & values != 0 & abs(values) > 1e-290 & abs(values) < 1e290, ])
}
z <- c(-37, -30, -20, -10, -8, -5.5, -4, -3, -1.96, -1, -0.6, -0.1, -1e-8, 0, 1e-5, 0.3, 1, 2.5, 5, 8)
put("pnorm", pnorm(z), z)
p <- c(1e-280, 1e-100, 1e-20, 1e-10, 1e-6, 1e-4, 0.001, 0.005, 0.025, 0.05, 0.07, 0.08, 0.1, 0.25, 0.42, 0.43, 0.499, 0.6, 0.75,
  0.93, 0.95, 0.975, 0.995, 0.9999, 1 - 1e-10)
put("qnorm", qnorm(p), p)
for (df in c(0.5, 1, 2, 3, 4.5, 10, 29, 99, 1000, 54321, 1e6, 1e10)) {
  t <- c(-1e150, -1e20, -1e6, -1000, -37, -10, -5, -3, -2, -1, -0.5, -0.01, -1e-7, 0.001, 0.7, 2.2, 6, 40, 1e8)
  put("pt", pt(t, df), t, df)
  p <- c(1e-200, 1e-100, 1e-30, 1e-10, 1e-5, 0.001, 0.005, 0.025, 0.05, 0.1, 0.3, 0.45, 0.4999, 0.55, 0.9, 0.975, 0.995, 1 - 1e-8)
  if (df >= 1) put("qt", qt(p, df), p, df) # below one R's own accuracy is less
}
ab <- list(c(1, 1), c(0.5, 0.5), c(2, 3), c(1e-3, 1), c(1e-6, 2), c(1e-6, 10), c(0.01, 0.02), c(1e-5, 1e-5), c(0.3, 40), c(40, 0.3), c(5, 1e-4), c(17.25, 4.5),
  c(1, 300), c(120, 1), c(350, 851), c(1e4, 3), c(2.5, 1e5), c(12345.6, 98765.4), c(1e6, 1e6), c(3e6, 20), c(1e8, 1e5))
for (s in ab) {
  a <- s[1]; b <- s[2]; m <- a / (a + b); sd <- sqrt(m * (1 - m) / (a + b + 1))
  x <- unique(c(1e-200, 1e-20, 1e-6, 0.001, 0.08, 0.1, 0.5, 0.77, 0.999, m, m + c(-30, -8, -3, -1, 1, 3, 8, 30) * sd))
  x <- x[x > 0 & x < 1]
  put("pbeta", pbeta(x, a, b), x, a, b)
  put("pbetaUpper", pbeta(x, a, b, lower.tail = FALSE), x, a, b)
  p <- c(1e-50, 1e-10, 1e-4, 0.005, 0.025, 0.05, 0.2, 0.5, 0.7, 0.95, 0.975, 0.995, 1 - 1e-6)
  # R itself warns that its quantile is not accurate where a parameter is tiny.
  if (min(s) >= 0.01) put("qbeta", qbeta(p, a, b), p, a, b)
}
text <- function(x) ifelse(is.na(x), "", sprintf("%.17g", x))
writeLines(c("name,a,b,at,value",
  with(rows, paste(name, text(a), text(b), text(at), text(value), sep = ","))), file.path(folder, "distributions.csv"))
