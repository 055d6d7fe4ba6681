extension BetaDistribution {
    /// The value below which the share `p` lies; NaN for `p` outside 0 to 1.
    ///
    /// Relative error near 1e-13, plus the rounding of `p` divided by the smaller parameter. Zero when the value is
    /// below the smallest number. Complexity: about ten evaluations of ``cumulative(_:)``.
    package func quantile(_ p: Double) -> Double {
        guard p >= 0, p <= 1 else { return .nan }
        if p == 0 || p == 1 { return p }
        return point(of: Tails(lower: p, upper: 1 - p)).x
    }

    /// The point with these tails; the smaller of its two distances from the ends has full precision.
    func point(of tails: Tails) -> Point {
        let middle = self.tails(at: Point(x: 0.5, y: 0.5))
        guard !middle.lower.isNaN else { return Point(x: .nan) }
        let inLowerHalf =
            tails.lower <= tails.upper ? tails.lower <= middle.lower : tails.upper >= middle.upper
        if inLowerHalf { return Point(x: place(of: tails)) }
        let mirrored = BetaDistribution(mirroring: self).place(of: tails.swapped)
        return Point(x: 1 - mirrored, y: mirrored)
    }

    private init(mirroring other: BetaDistribution) {
        (a, b) = (other.b, other.a)
    }

    /// Solves for x ≤ ½ by Newton steps in ln x on the logarithm of the smaller tail, kept within a bracket.
    private func place(of tails: Tails) -> Double {
        let byLower = tails.lower <= tails.upper
        let goal = ln(byLower ? tails.lower : tails.upper)
        // Where only the first term of the series matters, it can be solved directly.
        let scale = ln(a) + logBeta
        var (low, high) = (-744.0, -0.6931471805599453)
        let start = (ln(tails.lower) + scale) / a
        if start < -700 { return exponential(start) }
        var x = start < high ? exponential(start) : exponential((max(low, ln(a / (a + b)) - 1) + high) / 2)
        for _ in 0..<200 {
            let place = Point(x: x)
            let found = self.tails(at: place)
            let tail = byLower ? found.lower : found.upper
            if tail.isNaN { return .nan }
            let excess = byLower ? ln(tail) - goal : goal - ln(tail)
            let position = ln(x)
            if excess > 0 { high = min(high, position) } else { low = max(low, position) }
            let step = -excess * tail * place.y / weight(at: place)
            let next = position + step
            if step.isFinite, next > low, next < high || (abs(step) < 1e-9 && next <= high + 1e-9) {
                x *= exponential(step)
                if abs(step) < 1e-15 { break }
            } else {
                if high - low < 4e-16 { break }
                x = exponential((low + high) / 2)
            }
        }
        return min(x, 0.5)
    }

    /// ln B(a, b).
    var logBeta: Double {
        let (small, large) = a < b ? (a, b) : (b, a)
        return -ln(small) + LogGamma.rise(from: 1, by: small) - LogGamma.rise(from: large, by: small)
    }
}
