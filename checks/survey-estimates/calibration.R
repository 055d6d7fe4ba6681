# Expected values of calibrated surveys, by R's package survey: postStratify, rake, calibrate and trimWeights.
# Usage: Rscript calibration.R <folder>, where estimates.R has written its samples; run.sh runs all scripts.
suppressMessages(library(survey))
folder <- commandArgs(TRUE)[1]
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
source(file.path(here, "estimators.R"))
options(survey.adjust.domain.lonely = FALSE)

sample.of <- function(name) {
  data <- read.csv(file.path(folder, paste0(name, ".csv")), stringsAsFactors = FALSE)
  data$row <- seq_len(nrow(data))
  data
}
# A fifth of the people of each village did not answer: their forms are blank.
silent <- sample.of("villages")
silent[(silent$row * 7) %% 5 == 0 & silent$row %% 3 != 0, paste0("q", 1:5)] <- NA
write.csv(silent, file.path(folder, "silent.csv"), row.names = FALSE, na = "", quote = FALSE)
tables <- lapply(list(list = sample.of("list"), villages = sample.of("villages"), stages = sample.of("stages"),
  silent = silent), function(data) {
  data$all1 <- "all"
  prepared(data)
})

value <- function(data, margin) do.call(paste, c(unname(data[margin]), sep = "*"))
# Whole people by category, in other shares than those of the sample, that add up to a total.
known <- function(data, margin, total) {
  sums <- tapply(data$w, value(data, margin), sum)
  share <- sums * (1 + 0.3 * sin(seq_along(sums))); share <- share / sum(share)
  people <- round(total * share)
  people[1] <- people[1] + total - sum(people)
  people
}
populations <- function(data, margins, per.unit) {
  out <- NULL
  for (unit in if (per.unit) sort(unique(data$unit)) else "") {
    part <- if (per.unit) data[data$unit == unit, ] else data
    total <- round(1.3 * sum(part$w))
    for (margin in margins) {
      people <- known(part, margin, total)
      out <- rbind(out, data.frame(unit = unit, variable = paste(margin, collapse = "*"), value = names(people),
        count = as.numeric(people)))
    }
  }
  out
}

# The design of a plan, with its weights adjusted.
adjusted <- function(p, data, people) {
  data$weight <- data$w
  if (!is.null(p$response)) {
    class <- if (length(p$response)) value(data, p$response) else rep("all", nrow(data))
    answered <- data$valid > 0
    factor <- ave(data$w, class, FUN = sum) / ave(data$w * answered, class, FUN = sum)
    data$weight <- data$w * factor * answered
  }
  group <- if (p$per.unit) data$unit else rep("", nrow(data))
  for (m in seq_along(p$margins)) data[[paste0("k", m)]] <- factor(paste(group, value(data, p$margins[[m]])))
  d <- svydesign(ids = columns(p$ids), strata = columns(p$strata), fpc = columns(p$fpc), weights = ~weight,
    data = data, nest = TRUE)
  margin <- function(m) {
    own <- people[people$variable == paste(p$margins[[m]], collapse = "*"), ]
    setNames(data.frame(paste(own$unit, own$value), own$count), c(paste0("k", m), "Freq"))
  }
  all <- seq_along(p$margins)
  if (length(p$margins)) {
    d <- switch(p$method,
      postStratify = postStratify(d, ~k1, margin(1)),
      rake = rake(d, lapply(all, function(m) columns(paste0("k", m))), lapply(all, margin),
        control = list(maxit = 200, epsilon = 1e-13)),
      linear = {
        formula <- columns(paste0("k", all))
        mm <- model.matrix(formula, data)
        totals <- c(`(Intercept)` = sum(margin(1)$Freq))
        for (m in all) totals <- c(totals, setNames(margin(m)$Freq, paste0("k", m, margin(m)[[1]])))
        calibrate(d, formula, totals[colnames(mm)])
      })
  }
  if (!is.null(p$trim)) {
    mean <- mean(weights(d))
    d <- trimWeights(d, lower = p$trim[1] * mean, upper = p$trim[2] * mean, strict = TRUE)
  }
  d
}

plan <- function(file, ids, strata, fpc, method, margins, lonely = "fail", per.unit = FALSE, response = NULL,
                 trim = NULL)
  list(file = file, ids = ids, strata = strata, fpc = fpc, method = method, margins = margins, lonely = lonely,
    per.unit = per.unit, response = response, trim = trim)
plans <- NULL
drawn <- list(
  list("list", "row", NULL, "all"), list("list", "row", "h1", "f1"), list("villages", "c1", NULL, NULL),
  list("villages", "c1", "h1", NULL), list("villages", "c1", "h1", "f1"),
  list("villages", c("c1", "row"), "h1", c("f1", "f2")))
for (d in drawn) {
  add <- function(...) plans <<- c(plans, list(plan(d[[1]], d[[2]], d[[3]], d[[4]], ...)))
  add("postStratify", list("sex"))
  add("postStratify", list(c("service", "sex")))
  add("rake", list("sex"))
  add("rake", list("sex", "service"))
  add("rake", list("service", "sex", "unit"), trim = c(0.4, 2))
  add("linear", list("sex", "service"))
  add("linear", list("unit", "service", "sex"), trim = c(0.5, 1.8))
  add("postStratify", list("sex"), per.unit = TRUE)
  add("rake", list("sex", "service"), per.unit = TRUE)
}
for (method in c("postStratify", "rake", "linear"))
  plans <- c(plans, list(plan("stages", c("c1", "c2", "row"), c("h1", "h2"), c("f1", "f2", "f3"), method,
    if (method == "postStratify") list("service") else list("sex", "service"), lonely = "adjust")))
plans <- c(plans, list(
  plan("silent", "c1", "h1", NULL, "rake", list(), response = "sex"),
  plan("silent", "c1", "h1", "f1", "postStratify", list("service"), response = c("sex")),
  plan("silent", c("c1", "row"), "h1", c("f1", "f2"), "postStratify", list("sex"), response = c("service", "sex")),
  plan("silent", "c1", "h1", "f1", "rake", list(), response = character(), trim = c(0.6, 1.5)),
  plan("villages", "c1", "h1", "f1", "rake", list(), trim = c(0.5, 1.6))))

domains <- list(c("all", ""), c("sex", "m"), c("service", "S1"), c("unit", "U1"))
texts <- function(x) paste0("[", paste(x, collapse = ", "), "]")
out <- NULL
for (p in plans) {
  options(survey.lonely.psu = p$lonely)
  data <- tables[[p$file]]
  people <- if (length(p$margins)) populations(data, p$margins, p$per.unit) else NULL
  design <- adjusted(p, data, people)
  lines <- NULL
  for (domain in domains) {
    part <- if (domain[1] == "all") design else design[which(data[[domain[1]]] == domain[2]), ]
    for (name in setdiff(names(estimators), "personMean")) {
      fields <- estimators[[name]](part, 0.95)
      lines <- c(lines, object(c(of = paste0('"', name, '"'), domain = words(domain), fields)))
    }
  }
  w <- weights(design); w <- w[w > 0]
  rows <- if (is.null(people)) NULL else
    sprintf('["%s", "%s", "%s", "%.0f"]', people$unit, people$variable, people$value, people$count)
  fields <- c(file = paste0('"', p$file, '"'), ids = words(p$ids), strata = words(p$strata), fpc = words(p$fpc),
    lonely = paste0('"', p$lonely, '"'), method = paste0('"', p$method, '"'),
    margins = words(vapply(p$margins, paste, "", collapse = "*")), populations = texts(rows),
    response = if (is.null(p$response)) "null" else paste0('"', paste(p$response, collapse = "*"), '"'),
    trim = if (is.null(p$trim)) "null" else pair(p$trim),
    weights = pair(c(min(w), max(w), length(w) * sum(w^2) / sum(w)^2)))
  out <- c(out, paste0(sub("}$", "", object(fields)), ', "estimates": [\n', paste(lines, collapse = ",\n"), "\n]}"))
}
writeLines(paste0('{"r": "', getRversion(), '", "survey": "', packageVersion("survey"), '", "designs": [\n',
  paste(out, collapse = ",\n"), "\n]}"), file.path(folder, "calibrated.json"))
