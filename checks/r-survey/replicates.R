# Expected values of estimates with replicate weights, by R's svrepdesign.
# Usage: Rscript replicates.R <folder>, where estimates.R has written its samples; checks/survey-estimates runs all scripts.
suppressMessages(library(survey))
folder <- commandArgs(TRUE)[1]
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
source(file.path(here, "estimators.R"))
source(file.path(here, "calibrated.R"))
source(file.path(here, "figures.R"))
source(file.path(here, "testing.R"))
source(file.path(here, "replicating.R"))
options(survey.adjust.domain.lonely = FALSE, survey.lonely.psu = "adjust", warn = -1)
set.seed(20261130)

tables <- lapply(list(list = sample.of("list"), villages = sample.of("villages"), stages = sample.of("stages")), prepared)
# People of a list in groups that are left out together.
tables$list$group <- tables$list$row %% 12
# Two villages a stratum, for balanced halves.
tables$pairs <- subset(tables$villages, c1 <= 12)
tables$pairs$h1 <- (tables$pairs$c1 + 1) %/% 2
tables <- lapply(tables, scored)

drawn <- function(file, ids, strata = NULL, fpc = NULL) svydesign(ids = columns(ids), strata = columns(strata),
  fpc = columns(fpc), weights = ~w, data = tables[[file]], nest = TRUE)
plans <- list(
  list("JK1", "villages", drawn("villages", "c1")), list("JK1", "list", drawn("list", "group")),
  list("JK1", "villages", drawn("villages", "c1"), margins = "sex"),
  list("JK1", "villages", drawn("villages", "c1"), margins = c("sex", "service")),
  list("JKn", "villages", drawn("villages", "c1", "h1")), list("JKn", "villages", drawn("villages", "c1", "h1", "f1")),
  list("JKn", "stages", drawn("stages", "c1", "h1")), list("JKn", "villages", drawn("villages", "c1", "h1"), mse = TRUE),
  list("JKn", "villages", drawn("villages", "c1", "h1"), margins = c("sex", "service")),
  list("BRR", "pairs", drawn("pairs", "c1", "h1")), list("BRR", "pairs", drawn("pairs", "c1", "h1"), margins = "sex"),
  list("Fay", "pairs", drawn("pairs", "c1", "h1"), rho = 0.3), list("Fay", "pairs", drawn("pairs", "c1", "h1"), rho = 0.5, mse = TRUE),
  list("bootstrap", "villages", drawn("villages", "c1", "h1")), list("bootstrap", "stages", drawn("stages", "c1", "h1"), mse = TRUE),
  list("bootstrap", "villages", drawn("villages", "c1"), margins = "sex"),
  list("JKn", "villages", drawn("villages", "c1", "h1"), combined = FALSE),
  list("BRR", "pairs", drawn("pairs", "c1", "h1"), combined = FALSE))

out <- NULL
for (i in seq_along(plans)) {
  p <- plans[[i]]; kind <- p[[1]]; data <- tables[[p[[2]]]]
  mse <- isTRUE(p$mse); combined <- !identical(p$combined, FALSE); rho <- if (is.null(p$rho)) 0 else p$rho
  made <- replicated.by(kind, p[[3]], rho)
  if (length(p$margins)) {
    known <- lapply(p$margins, function(m) {
      sums <- tapply(data$w, data[[m]], sum)
      setNames(data.frame(names(sums), round(1.2 * sum(sums) * prop.table(sums * (1 + 0.2 * cos(seq_along(sums)))))), c(m, "Freq"))
    })
    made <- if (length(p$margins) == 1) postStratify(made, columns(p$margins), known[[1]]) else
      rake(made, lapply(p$margins, columns), lapply(known, function(k) { k$Freq <- k$Freq * sum(known[[1]]$Freq) / sum(k$Freq); k }),
        control = list(maxit = 100, epsilon = 1e-10))
  }
  out <- c(out, replicates.described(made, data, file.path(folder, paste0("replicates-", i)), kind, rho, mse, combined,
    calibrated = length(p$margins) > 0))
}
writeLines(paste0('{"r": "', getRversion(), '", "survey": "', packageVersion("survey"), '", "designs": [\n',
  paste(out, collapse = ",\n"), "\n]}"), file.path(folder, "replicates.json"))
