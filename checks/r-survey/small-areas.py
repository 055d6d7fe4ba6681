#!/usr/bin/env python3
"""Holds the expected values of small areas against a second package, samplics of PyPI (0.6.0).

Usage: small-areas.py FOLDER, where small-areas.R has written small-areas.json. Needs samplics. Prints the worst relative
differences of estimates and of the roots of their mean squared errors by method; fails beyond 1e-6. Maximum likelihood is left
out: what the package takes for the maximum is none (its likelihood is less than that of R's root).
"""
import csv
import json
import sys
import warnings

warnings.simplefilter("ignore")
import numpy as np
from samplics.sae import EblupAreaModel
from samplics.utils.types import FitMethod

folder = sys.argv[1]
with open(f"{folder}/areas-auxiliaries.csv") as file:
    table = list(csv.DictReader(file))
with open(f"{folder}/small-areas.json") as file:
    designs = json.load(file)["designs"]
worst = {}
for design in designs:
    if design["fit"] == "ML":
        continue
    count = len(design["direct"])
    columns = design["auxiliaries"]
    # Large numbers beside small ones do not agree with the package's start.
    matrix = np.array([[float(row[name]) for name in columns] for row in table[:count]]).reshape(count, len(columns))
    if len(columns):
        matrix = (matrix - matrix.mean(axis=0)) / matrix.std(axis=0)
    matrix = np.column_stack([np.ones(count), matrix])
    method = {"REML": FitMethod.reml, "FH": FitMethod.fh}[design["fit"]]
    names = np.array([row["unit"] for row in table[:count]])
    model = EblupAreaModel(method=method)
    model.fit(yhat=np.array(design["direct"]), X=matrix, area=names, error_std=np.array(design["directErrors"]),
              intercept=False, tol=1e-12, maxiter=10000)
    model.predict(X=matrix, area=names, intercept=False)
    for position, name in enumerate(names):
        for kind, found, expected in [("estimate", model.area_est[name], design["modelled"][position]),
                                      ("error", model.area_mse[name] ** 0.5, design["errors"][position])]:
            key = (design["fit"], kind)
            worst[key] = max(worst.get(key, 0), abs(float(found) / expected - 1))
for key, value in sorted(worst.items()):
    print(*key, f"{value:.1e}")
sys.exit(max(worst.values()) > 1e-6)
