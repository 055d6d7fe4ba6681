#!/usr/bin/env bash
# Fuzzes the C kernels of CAnswerRows and CByteScan with address and undefined-behaviour sanitizers: rows, sums,
# products, numbers, keys and byte masks, the form for wide processors compared with its portable twin, with exactly the
# promised bytes after the buffers. Also fails when the wide form did not run on a processor that supports it. Needs
# clang and lld, which the Swift toolchain includes.
#
#     checks/kernel-fuzz/run.sh [runs|seconds] [COUNT] [FIRST_SEED]      default: 10,000 runs
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
wraps=()
if [ "$(uname -m)" = x86_64 ]; then
    for kernel in rows_read rows_add products_add numbers_read keys_compare; do
        wraps+=("-Wl,--wrap=answer_${kernel}_wide")
    done
fi
clang -std=c11 -O1 -g -Wall -Wextra -Werror -fsanitize=address,undefined -fno-sanitize-recover=all -fuse-ld=lld \
    -ISources/CAnswerRows/include -ISources/CAnswerRows -ISources/CByteScan/include \
    Sources/CAnswerRows/*.c checks/kernel-fuzz/*.c "${wraps[@]}" -o "$folder/kernel-fuzz"
"$folder/kernel-fuzz" "${1:-runs}" "${2:-10000}" "${3:-1}"
