#!/usr/bin/env bash
# Makes the samples and expected values of Tests/SurveyTests/Designs anew, with R and its package survey.
# Debian: apt-get install r-base-core r-cran-survey
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-$here/../../Tests/SurveyTests/Designs}
mkdir -p "$folder"
Rscript "$here/estimates.R" "$folder"
Rscript "$here/distributions.R" "$folder"
