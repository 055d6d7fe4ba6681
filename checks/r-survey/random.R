# Random designs with R's figures, for the differential run of checks/survey-estimates --random N --seed S.
# Usage: Rscript random.R <folder> <number> <seed>. Writes a file of answers for each, random.json with linearised and
# calibrated designs and replicated.json with those of replicate weights.
suppressMessages(library(survey))
arguments <- commandArgs(TRUE)
folder <- normalizePath(arguments[1]); count <- as.integer(arguments[2])
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
for (script in c("estimators.R", "calibrated.R", "figures.R", "testing.R", "replicating.R")) source(file.path(here, script))
options(survey.adjust.domain.lonely = FALSE, warn = -1)
suppressWarnings(RNGversion("4.0.0"))
set.seed(as.integer(arguments[3]))
one.of <- function(x) x[[sample.int(length(x), 1)]]

# Answers of people in clusters of strata, of a random size and spread.
survey.data <- function() {
  strata <- one.of(list(1, 2, 3, 4))
  d <- NULL; cluster <- 0
  for (h in seq_len(strata)) for (c in seq_len(sample(2:6, 1))) {
    cluster <- cluster + 1; n <- sample(3:14, 1)
    d <- rbind(d, data.frame(h1 = paste0("h", h), c1 = cluster, f2 = n * sample(2:9, 1) + sample(0:3, 1),
      lean = rnorm(1, 0, runif(1, 0, 0.8)))[rep(1, n), ])
  }
  clusters <- tapply(d$c1, d$h1, function(x) length(unique(x)))
  d$f1 <- as.vector(clusters[d$h1]) * one.of(list(1.5, 3, 20)) + 1; d$f1 <- floor(d$f1)
  # Of one stratum all clusters may have been asked.
  if (runif(1) < 0.15) d$f1[d$h1 == "h1"] <- clusters[["h1"]]
  n <- nrow(d)
  people <- tapply(rep(1, n), d$h1, sum)
  d$p1 <- floor(as.vector(people[d$h1]) * one.of(list(1.2, 4, 50))) + 1
  units <- sample(2:5, 1)
  d$unit <- paste0("U", if (runif(1) < 0.5) 1 + d$c1 %% units else sample(units, n, TRUE))
  d$service <- sample(c("S1", "S2", "S3", "S4"), n, TRUE, runif(4, 0.1, 1))
  d$sex <- sample(c("m", "f"), n, TRUE, c(0.5, runif(1, 0.2, 0.5)))
  d$w <- round(exp(rnorm(n, 2, one.of(list(0, 0.3, 0.8)))), 3)
  person <- rnorm(n, 0, runif(1, 0, 0.8)); level <- runif(1, 2.6, 4.2); missing <- runif(5, 0, 0.3)
  for (q in 1:5) {
    a <- pmin(pmax(round(level + 0.2 * (q - 3) + d$lean + person + rnorm(n, 0, 0.9)), 1), 5)
    a[runif(n) < missing[q]] <- NA
    d[[paste0("q", q)]] <- as.integer(a)
  }
  d$lean <- NULL
  rownames(d) <- NULL
  d
}
drawing <- function() one.of(list(
  list("row", NULL, NULL), list("row", "h1", NULL), list("row", "h1", "p1"), list("c1", NULL, NULL), list("c1", "h1", NULL),
  list("c1", "h1", "f1"), list(c("c1", "row"), "h1", c("f1", "f2"))))
margins.of <- function() one.of(list(list("sex"), list("service"), list("unit"), list(c("service", "sex")), list("sex", "service"),
  list("unit", "sex"), list("service", "sex", "unit"), list(c("unit", "sex"), "service")))

made <- list(random = NULL, replicated = NULL); kinds <- NULL; tries <- 0
while (length(kinds) < count) {
  tries <- tries + 1
  kind <- c("plain", "calibrated", "replicates")[1 + length(kinds) %% 3]
  # What R cannot do, and what nobody would ask for, is drawn again: categories without people, negative weights.
  line <- tryCatch({
    data <- survey.data()
    name <- file.path(folder, paste0(kind, "-", length(kinds) + 1))
    if (kind == "replicates") {
      replicates.of(prepared(data), name)
    } else {
      how <- drawing()
      margins <- if (kind == "calibrated") margins.of() else list()
      method <- if (length(margins) == 1) one.of(list("postStratify", "rake", "linear")) else one.of(list("rake", "linear"))
      p <- plan(name, how[[1]], how[[2]], how[[3]], method, margins, lonely = one.of(list("fail", "certainty", "adjust", "average")),
        per.unit = kind == "calibrated" && !("unit" %in% unlist(margins)) && runif(1) < 0.25,
        trim = if (kind == "calibrated" && runif(1) < 0.3) c(runif(1, 0.2, 0.6), runif(1, 1.5, 4)) else NULL)
      if (!is.null(p$trim)) p$trim <- round(p$trim, 2)
      options(survey.lonely.psu = p$lonely)
      write.csv(data, paste0(name, ".csv"), row.names = FALSE, na = "", quote = FALSE)
      data$row <- seq_len(nrow(data)); data$all1 <- "all"
      data <- scored(prepared(data))
      numbers <- if (length(margins)) populations(data, margins, p$per.unit) else NULL
      design <- adjusted(p, data, numbers)
      if (any(weights(design) <= 0) || any(numbers$count <= 0)) stop("weights")
      paste0(described(p, numbers, design), ', "estimates": [\n', paste(estimates.of(design), collapse = ",\n"),
        '\n], "tests": [\n', paste(tests.of(design), collapse = ",\n"), '\n], "quantiles": [\n',
        paste(quantiles.of(design), collapse = ",\n"), "\n]}")
    }
  }, error = function(e) { if (Sys.getenv("SHOW") != "") message(kind, ": ", conditionMessage(e)); NULL })
  if (is.null(line)) { if (tries > 20 * count) stop("too few designs"); next }
  kinds <- c(kinds, kind)
  set <- if (kind == "replicates") "replicated" else "random"
  made[[set]] <- c(made[[set]], line)
}
for (set in names(made)) writeLines(paste0('{"r": "', getRversion(), '", "survey": "', packageVersion("survey"),
  '", "designs": [\n', paste(made[[set]], collapse = ",\n"), "\n]}"), file.path(folder, paste0(set, ".json")))
cat(count, "designs of", tries, "drawn\n")
