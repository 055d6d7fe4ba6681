# The model of Fay and Herriot by its formulas, with whole matrices (Rao and Molina 2015, sections 6.1.1, 6.1.2 and 6.2).
fay.herriot <- function(y, psi, X, method) {
  m <- length(y); p <- ncol(X)
  # Large numbers beside small ones would cost digits.
  size <- sqrt(colMeans(X^2)); Z <- sweep(X, 2, size, "/")
  parts <- function(a) {
    V <- diag(1 / (a + psi)); Q <- solve(t(Z) %*% V %*% Z); P <- V - V %*% Z %*% Q %*% t(Z) %*% V
    list(V = V, Q = Q, P = P, Py = as.vector(P %*% y))
  }
  # The equation whose root the variance is.
  equation <- function(a) {
    b <- parts(a)
    switch(method,
      REML = sum(b$Py^2) - sum(diag(b$P)),
      ML = sum(b$Py^2) - sum(diag(b$V)),
      FH = sum((a + psi) * b$Py^2) - (m - p))
  }
  top <- 10 * (var(y) + max(psi))
  a <- if (equation(0) <= 0) 0 else uniroot(equation, c(0, top), tol = 1e-16, maxiter = 10000)$root
  b <- parts(a); w <- 1 / (a + psi)
  beta <- as.vector(b$Q %*% t(Z) %*% b$V %*% y)
  g <- a / (a + psi); fitted <- as.vector(Z %*% beta)
  quadratic <- rowSums((Z %*% b$Q) * Z)
  V.a <- switch(method, REML = 2 / sum(w^2), ML = 2 / sum(w^2), FH = 2 * m / sum(w)^2)
  bias <- switch(method, REML = 0, ML = -sum(diag(b$Q %*% t(Z) %*% diag(w^2) %*% Z)) / sum(w^2),
    FH = 2 * (m * sum(w^2) - sum(w)^2) / sum(w)^3)
  mse <- g * psi + (1 - g)^2 * quadratic + 2 * psi^2 / (a + psi)^3 * V.a - bias * (1 - g)^2
  list(variance = a, beta = beta / size, value = g * y + (1 - g) * fitted, mse = mse, Q = b$Q, size = size)
}
# x'b, and its mean squared error for an area without a sample.
synthetic <- function(fit, X) {
  Z <- sweep(X, 2, fit$size, "/")
  list(value = as.vector(X %*% fit$beta), mse = fit$variance + rowSums((Z %*% fit$Q) * Z))
}
