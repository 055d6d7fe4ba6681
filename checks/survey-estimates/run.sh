#!/usr/bin/env bash
# Regenerates the expected values of Tests/SurveyTests/Designs and Tests/ScoreNumericsTests/Fixtures, with R and its
# package survey.
# Debian: apt-get install r-base-core r-cran-survey
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tests=${1:-$here/../../Tests}
mkdir -p "$tests/SurveyTests/Designs" "$tests/ScoreNumericsTests/Fixtures"
Rscript "$here/estimates.R" "$tests/SurveyTests/Designs"
Rscript "$here/calibration.R" "$tests/SurveyTests/Designs"
Rscript "$here/tests.R" "$tests/SurveyTests/Designs"
Rscript "$here/distributions.R" "$tests/ScoreNumericsTests/Fixtures"
