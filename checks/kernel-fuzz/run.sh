#!/usr/bin/env bash
# Fuzzes the C kernels of CAnswerRows and CByteScan with address and undefined-behaviour sanitizers: rows, sums,
# products, numbers, keys and byte masks, the form for wide processors compared with its portable twin, with exactly the
# promised bytes after the buffers. Also fails when the wide form did not run on a processor that supports it. Needs
# clang and lld, which the Swift toolchain includes.
#
#     checks/kernel-fuzz/run.sh [runs|seconds] [COUNT] [FIRST_SEED]      default: 10,000 runs
#     checks/kernel-fuzz/run.sh guided SECONDS                           what is drawn is guided by coverage (libFuzzer);
#                                                                        what covers something new is kept in .build
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
flags=(-std=c11 -O1 -g -Wall -Wextra -Werror -fno-sanitize-recover=all -fuse-ld=lld
    -ISources/CAnswerRows/include -ISources/CAnswerRows -ISources/CByteScan/include)
kernels=(Sources/CAnswerRows/*.c checks/kernel-fuzz/{keys,numbers,rows,scan,sums}.c)
if [ "${1:-}" = guided ]; then
    mkdir -p .build/fuzz-corpus/kernels .build/fuzz-faults
    clang "${flags[@]}" -fsanitize=address,undefined,fuzzer "${kernels[@]}" checks/kernel-fuzz/guided.c \
        -o "$folder/kernel-fuzz"
    "$folder/kernel-fuzz" -max_total_time="${2:-60}" -max_len=4096 -timeout=60 -detect_leaks=0 -print_final_stats=1 \
        -artifact_prefix=.build/fuzz-faults/kernels- .build/fuzz-corpus/kernels 2>&1 | tail -n 12
    exit
fi
wraps=()
if [ "$(uname -m)" = x86_64 ]; then
    for kernel in rows_read rows_add products_add numbers_read keys_compare; do
        wraps+=("-Wl,--wrap=answer_${kernel}_wide")
    done
fi
clang "${flags[@]}" -fsanitize=address,undefined "${kernels[@]}" checks/kernel-fuzz/main.c "${wraps[@]}" \
    -o "$folder/kernel-fuzz"
"$folder/kernel-fuzz" "${1:-runs}" "${2:-10000}" "${3:-1}"
