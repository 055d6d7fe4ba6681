# The same with data.table: seconds of each run, one per line. Usage: peer.R FILE THREADS RUNS RESULT
suppressPackageStartupMessages(library(data.table))
arguments <- commandArgs(trailingOnly = TRUE)
setDTthreads(as.integer(arguments[2]))
questions <- paste0("q", 1:40)
for (run in seq_len(as.integer(arguments[3]))) {
    begin <- proc.time()[["elapsed"]]
    rows <- fread(arguments[1], select = c("commune", "weight", questions), encoding = "UTF-8")
    result <- rows[, c(list(rows = .N), unlist(lapply(questions, function(name) {
        answer <- get(name)
        valid <- !is.na(answer)
        satisfied <- valid & answer >= 4
        setNames(list(sum(valid), sum(satisfied), sum(weight[valid]), sum(weight[satisfied])),
                 paste(name, c("n", "y", "nw", "yw")))
    }), recursive = FALSE)), keyby = commune]
    cat(proc.time()[["elapsed"]] - begin, "\n")
}
fwrite(result, arguments[4])
