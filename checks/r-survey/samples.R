# Generates the synthetic answers on which the estimates are tested: five questions on a 5-point scale with missing
# answers, weights with decimals, and the columns that a sampling design needs. Always the same, by a fixed seed.
suppressWarnings(RNGversion("4.0.0"))
set.seed(20240611)

# Answers that are correlated within a cluster (or a unit): `lean` is the cluster's own shift.
answers <- function(lean) {
  n <- length(lean)
  person <- rnorm(n, 0, 0.5)
  out <- list()
  for (q in 1:5) {
    level <- round(3.6 + 0.15 * (q - 3) + lean + person + rnorm(n, 0, 0.8))
    level <- pmin(pmax(level, 1), 5)
    level[runif(n) < c(0.05, 0.12, 0.02, 0.2, 0.08)[q]] <- NA
    out[[paste0("q", q)]] <- as.integer(level)
  }
  as.data.frame(out)
}

# Everybody satisfied with question 1 at service S3, nobody at S4.
one.sided <- function(d) {
  at <- which(d$service == "S3" & !is.na(d$q1)); d$q1[at] <- sample(4:5, length(at), TRUE)
  at <- which(d$service == "S4" & !is.na(d$q1)); d$q1[at] <- sample(1:3, length(at), TRUE)
  d
}

people <- function(n) data.frame(
  service = sample(c("S1", "S2", "S3", "S4"), n, TRUE, c(0.5, 0.3, 0.1, 0.1)),
  sex = sample(c("m", "f"), n, TRUE), w = round(exp(rnorm(n, 2, 0.4)), 3))

keep <- function(d, name) {
  write.csv(d, file.path(folder, paste0(name, ".csv")), row.names = FALSE, na = "", quote = FALSE)
  d
}

# People drawn directly from a list, with strata that can also be left out of the design; all of stratum D was asked.
stratum <- rep(c("A", "B", "C", "D"), c(45, 60, 30, 12))
d <- data.frame(unit = paste0("U", 1 + seq_along(stratum) %% 5), h1 = stratum,
  all = 5000, f1 = c(A = 800, B = 2400, C = 41, D = 12)[stratum], people(length(stratum)))
list.rows <- keep(cbind(one.sided(cbind(d, answers(c(A = 0, B = -.4, C = .3, D = .6)[stratum])))), "list")

# Villages in strata, people in villages. Stratum z has an infinite population in column g1; all of village 9 was asked.
size <- c(9, 14, 7, 11, 12, 5, 16, 8, 10, 13, 6, 9, 12, 15)
village <- rep(seq_along(size), size)
stratum <- c("x", "y", "z")[c(1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3)][village]
d <- data.frame(unit = paste0("U", 1 + village %/% 3), h1 = stratum, c1 = village,
  f1 = c(x = 20, y = 5, z = 31)[stratum], g1 = c(x = 20, y = 5, z = Inf)[stratum],
  row = seq_along(village), f2 = ifelse(village == 9, size[village], size[village] * 7 + village), people(length(village)))
villages <- keep(one.sided(cbind(d, answers(rnorm(length(size), 0, 0.5)[village]))), "villages")

# Districts, strata of communes within them, communes, people; codes of communes and strata are reused in each place.
# In districts 2 and 5 the north has one commune in the sample.
communes <- function(district, side)
  if (side == "n" && district %in% c(2, 5)) 1 else 1:(2 + (district + (side == "n")) %% 3)
d <- NULL
for (district in 1:7) for (side in c("n", "s")) for (commune in communes(district, side)) {
  n <- 3 + (district * 5 + commune * 3) %% 6
  d <- rbind(d, data.frame(unit = paste0("U", district), h1 = if (district <= 3) "p" else "q", c1 = district,
    f1 = if (district <= 3) 6 else 15, h2 = side, c2 = commune, f2 = 9 + district + 4 * (side == "n"),
    row = NA, f3 = n * 11 + commune, lean = rnorm(1, 0, 0.5) + district / 15 - 0.3)[rep(1, n), ])
}
d$row <- seq_len(nrow(d))
stages <- keep(one.sided(cbind(d[setdiff(names(d), "lean")], people(nrow(d)), answers(d$lean))), "stages")

# Strata with one village, one of which is its whole population (k); villages where one person was asked.
size <- c(8, 11, 1, 6, 9, 12, 7, 1, 10, 5)
village <- rep(seq_along(size), size)
stratum <- c("a", "a", "a", "b", "c", "c", "k", "e", "e", "e")[village]
d <- data.frame(unit = paste0("U", 1 + village %/% 3), h1 = stratum, c1 = village,
  f1 = c(a = 9, b = 4, c = 12, k = 1, e = 20)[stratum],
  row = seq_along(village), f2 = size[village] * 5 + 2, people(length(village)))
d$sex[village == 4] <- "f" # there are no men in stratum b
lonely <- keep(one.sided(cbind(d, answers(rnorm(length(size), 0, 0.5)[village]))), "lonely")
