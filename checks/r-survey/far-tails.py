#!/usr/bin/env python3
"""Tails of beta distributions with huge parameters, where R keeps only eleven digits: by integration with fifty digits.

Needs mpmath. Prints a, b, x and the probability up to x, for Tests/SurveyTests/Distributions/FarTailsTests.swift.
"""
import mpmath as mp

mp.mp.dps = 50
for a, b, place in [(1e8, 1e8, 0.4997), (1e8, 1e8, 0.4995), (1e8, 1e8, 0.49983), (3e8, 1e9, 0.2307)]:
    x = mp.mpf(place)
    log_beta = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(mp.mpf(a) + b)
    density = lambda t: mp.e ** ((a - 1) * mp.log(t) + (b - 1) * mp.log(1 - t) - log_beta)
    # The density falls by a factor of e towards 0 within about this length.
    length = 1 / ((a - 1) / x - (b - 1) / (1 - x))
    pieces = [x - k * length for k in (120, 60, 40, 25, 15, 8, 4, 2, 1, 0)]
    print(a, b, place, mp.nstr(mp.quad(density, pieces), 17))
