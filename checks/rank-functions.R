# Writes ten thousand random vectors with R's places (min, max, average doubled; the greatest value is first) as
# "values;min;max;average" to the first file, and every hundredth of them as JSON to the second.
options(scipen = 100)
files <- commandArgs(trailingOnly = TRUE)
set.seed(20240601, kind = "Mersenne-Twister", sample.kind = "Rejection")
plain <- function(numbers) paste(numbers, collapse = " ")
list <- function(numbers) paste0("[", paste(numbers, collapse = ","), "]")
lines <- character(10000)
kept <- character(0)
for (number in 1:10000) {
  size <- sample(1:40, 1)
  # Few distinct values make many ties.
  values <- sample(sample(c(1, 2, 3, 5, 10, 100, 100000), 1), size, replace = TRUE)
  least <- rank(-values, ties.method = "min")
  most <- rank(-values, ties.method = "max")
  mean <- rank(-values, ties.method = "average") * 2
  lines[number] <- paste(plain(values), plain(least), plain(most), plain(mean), sep = ";")
  if (number %% 100 == 0) {
    kept <- c(kept, sprintf(
      "  {\"values\": %s, \"min\": %s, \"max\": %s, \"twiceAverage\": %s}",
      list(values), list(least), list(most), list(mean)))
  }
}

writeLines(lines, files[1])
writeLines(c("[", paste(kept, collapse = ",\n"), "]"), files[2])
