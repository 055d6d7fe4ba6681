# What the scripts of calibrated surveys have in common: designs, and weights adjusted by R's postStratify, rake, calibrate
# and trimWeights.
sample.of <- function(name) {
  data <- read.csv(file.path(folder, paste0(name, ".csv")), stringsAsFactors = FALSE)
  data$row <- seq_len(nrow(data))
  data
}
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
    # R calibrates and trims no rows of weight 0; where only clusters are drawn, and each has an answer, they do not matter.
    if (length(p$margins) || !is.null(p$trim)) data <- data[answered, ]
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
    # Where people are known by unit, what is taken from a form of a unit goes to others of it.
    w <- weights(d)
    parts <- if (p$per.unit && length(p$margins)) data$unit else rep("", nrow(data))
    for (part in unique(parts)) {
      own <- parts == part
      mean <- mean(w[own])
      alone <- svydesign(ids = ~1, weights = ~w, data = data.frame(w = w[own]))
      w[own] <- weights(trimWeights(alone, lower = p$trim[1] * mean, upper = p$trim[2] * mean, strict = TRUE))
    }
    d$prob <- 1 / w
  }
  d
}

plan <- function(file, ids, strata, fpc, method, margins, lonely = "fail", per.unit = FALSE, response = NULL,
                 trim = NULL)
  list(file = file, ids = ids, strata = strata, fpc = fpc, method = method, margins = margins, lonely = lonely,
    per.unit = per.unit, response = response, trim = trim)
texts <- function(x) paste0("[", paste(x, collapse = ", "), "]")
# A plan as JSON, without the brackets.
described <- function(p, people, design) {
  w <- weights(design); w <- w[w > 0]
  rows <- if (is.null(people)) NULL else
    sprintf('["%s", "%s", "%s", "%.0f"]', people$unit, people$variable, people$value, people$count)
  fields <- c(file = paste0('"', p$file, '"'), ids = words(p$ids), strata = words(p$strata), fpc = words(p$fpc),
    lonely = paste0('"', p$lonely, '"'), method = paste0('"', p$method, '"'),
    margins = words(vapply(p$margins, paste, "", collapse = "*")), populations = texts(rows),
    response = if (is.null(p$response)) "null" else paste0('"', paste(p$response, collapse = "*"), '"'),
    trim = if (is.null(p$trim)) "null" else pair(p$trim),
    weights = pair(c(min(w), max(w), length(w) * sum(w^2) / sum(w)^2)))
  sub("}$", "", object(fields))
}
