# What the scripts of replicate weights have in common: how they are made, and all figures of a design with them.
replicated.by <- function(kind, design, rho) if (kind == "bootstrap")
  as.svrepdesign(design, type = "subbootstrap", replicates = 20) else if (kind == "Fay")
  as.svrepdesign(design, type = "Fay", fay.rho = rho) else as.svrepdesign(design, type = kind)

# The design of a file with these weights, as its questionnaire describes them.
replicated <- function(kind, data, names, scale, rscales, rho, mse, combined) {
  arguments <- list(data = data, repweights = data[names], weights = ~w, type = kind, combined.weights = combined, mse = mse)
  if (kind %in% c("JK1", "JKn", "bootstrap")) arguments$scale <- scale
  if (kind %in% c("JKn", "JK1", "bootstrap")) arguments$rscales <- rscales
  if (kind == "Fay") arguments$rho <- rho
  do.call(svrepdesign, arguments)
}

# Writes the file of answers with the weights of a design, and describes it with its figures.
replicates.described <- function(made, data, path, kind, rho, mse, combined, calibrated,
                                 file = basename(path)) {
  weights <- as.matrix(weights(made, "analysis"))
  # Replicates without the weights of the sample are what these are multiplied by.
  data$w <- round(if (calibrated) made$pweights else data$w, 8)
  names <- paste0("r", seq_len(ncol(weights)))
  data[names] <- round(if (combined) weights else weights / data$w, 8)
  rscales <- if (is.null(made$rscales)) rep(1, ncol(weights)) else rep_len(made$rscales, ncol(weights))
  scale <- if (is.null(made$scale)) 1 else made$scale
  design <- replicated(kind, data, names, scale, rscales, rho, mse, combined)
  written <- data[c("unit", "service", "sex", "w", paste0("q", 1:5), names)]
  written[c("w", names)] <- lapply(written[c("w", names)], format, digits = 15, trim = TRUE, scientific = FALSE, drop0trailing = TRUE)
  write.csv(written, paste0(path, ".csv"), row.names = FALSE, na = "", quote = FALSE)
  fields <- c(file = paste0('"', file, '"'), kind = paste0('"', kind, '"'), count = ncol(weights), scale = number(scale),
    rscales = pair(rscales), rho = number(rho), mse = if (mse) "true" else "false", combined = if (combined) "true" else "false")
  paste0(sub("}$", "", object(fields)), ', "estimates": [\n', paste(estimates.of(design), collapse = ",\n"),
    '\n], "tests": [\n', paste(tests.of(design), collapse = ",\n"), '\n], "quantiles": [\n',
    paste(quantiles.of(design), collapse = ",\n"), "\n]}")
}

# A random design with replicates of some answers.
replicates.of <- function(data, path) {
  data <- scored(data)
  kind <- one.of(list("JK1", "JKn", "BRR", "Fay", "bootstrap"))
  options(survey.lonely.psu = "fail")
  if (kind %in% c("BRR", "Fay")) {
    # Two clusters a stratum.
    codes <- sort(unique(data$c1)); codes <- codes[seq_len(length(codes) %/% 2 * 2)]
    data <- data[data$c1 %in% codes, ]
    data$h1 <- paste0("p", (match(data$c1, codes) + 1) %/% 2)
  }
  design <- svydesign(ids = ~c1, strata = if (kind == "JK1") NULL else ~h1,
    fpc = if (kind %in% c("JK1", "JKn") && runif(1) < 0.3) (if (kind == "JK1") NULL else ~f1) else NULL, weights = ~w,
    data = data, nest = TRUE)
  rho <- if (kind == "Fay") round(runif(1, 0.1, 0.7), 2) else 0
  made <- replicated.by(kind, design, rho)
  replicates.described(made, data, path, kind, rho, runif(1) < 0.3, runif(1) < 0.7, calibrated = FALSE,
    file = path)
}
