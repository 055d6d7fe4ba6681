#!/usr/bin/env bash
# Times the tally of a respondents' file of about 1.1 GB (8 million rows, 40 answers) against Polars and DuckDB on the
# same file in the same run, on one and two threads, checks that all answers agree, and then times whole commands on a
# national survey of 36,525 rows from 385 communes, like that of 2024. The files are in a temporary folder and are
# deleted at the end. Needs the Swift toolchain, GNU time, and `pip install polars duckdb`; R with data.table takes part
# if available.
#
#     checks/survey-benchmark/run.sh [ROWS] [shuffled]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
swift build -c release --static-swift-stdlib --scratch-path .build/static --product score-bench
swift build -c release --static-swift-stdlib --scratch-path .build/static --product score-cli
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
binaries=.build/static/release
"$binaries/score-bench" survey-file "$folder/large.csv" "${1:-8000000}" "${@:2}"
"$binaries/score-bench" survey-file "$folder/national.csv" 36525 385
"$binaries/score-bench" survey-questionnaire "$folder/questionnaire.json"
cat "$folder/large.csv" >/dev/null
python3 "$here/compare.py" "$binaries" "$folder"
