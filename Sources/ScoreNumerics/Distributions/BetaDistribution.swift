/// The beta distribution; its cumulative function is the regularised incomplete beta function I_x(a, b).
package struct BetaDistribution: Hashable, Sendable {
    /// The exponents of x and 1 − x, each plus one.
    package let (a, b): (Double, Double)

    /// Makes a distribution; nil unless both parameters are finite and positive.
    package init?(_ a: Double, _ b: Double) {
        guard a > 0, b > 0, a.isFinite, b.isFinite else { return nil }
        (self.a, self.b) = (a, b)
    }

    /// A probability and its complement; the smaller of them has full precision.
    struct Tails {
        var lower: Double
        var upper: Double

        var swapped: Tails { Tails(lower: upper, upper: lower) }
    }

    /// A point between 0 and 1 and its distance from 1; `y` has full precision even next to 0, and `rest` is its
    /// rounding error.
    struct Point {
        var x: Double
        var y: Double
        var rest: Double

        /// A point with both distances known to full precision.
        init(x: Double, y: Double, rest: Double = 0) {
            (self.x, self.y, self.rest) = (x, y, rest)
        }

        init(x: Double) {
            let y = 1 - x
            self.init(x: x, y: y, rest: (1 - y) - x)
        }
    }

    /// The probability of a value up to `x`, 0 below 0 and 1 above 1.
    ///
    /// Relative error near 1e-13, 1e-12 in far tails; a probability next to 1 is exact only as one minus ``upper(_:)``.
    /// NaN where a continued fraction would need more than a million steps, with parameters beyond 1e14. Complexity:
    /// O(√(a + b)) steps at worst.
    package func cumulative(_ x: Double) -> Double {
        x.isNaN ? .nan : x <= 0 ? 0 : x >= 1 ? 1 : tails(at: Point(x: x)).lower
    }

    /// The probability of a value above `x`.
    package func upper(_ x: Double) -> Double {
        x.isNaN ? .nan : x <= 0 ? 1 : x >= 1 ? 0 : tails(at: Point(x: x)).upper
    }

    func tails(at point: Point) -> Tails {
        let (x, y) = (point.x, point.y)
        if a <= 1, x * max(b, 1) <= 0.7 { return Self.series(a, b, x: x) }
        if b <= 1, y * max(a, 1) <= 0.7 { return Self.series(b, a, x: y).swapped }
        let distance = distance(at: point)
        let weight = weight(at: point)
        func lower() -> Double { weight * Self.fraction(a, b, x: x, y: y, distance: distance) }
        func upper() -> Double { weight * Self.fraction(b, a, x: y, y: x, distance: -distance) }
        let inLowerPart = x < (a + 1) / (a + b + 2)
        let first = inLowerPart ? lower() : upper()
        // One minus nearly one would lose digits; the other fraction converges too, only more slowly.
        let second = first > 0.9 ? (inLowerPart ? upper() : lower()) : 1 - first
        return inLowerPart ? Tails(lower: first, upper: second) : Tails(lower: second, upper: first)
    }

    /// a − (a + b) x = a y − b x, rounded once.
    private func distance(at point: Point) -> Double {
        let product = b * point.x
        let lost = (-product).addingProduct(b, point.x)
        return (-product).addingProduct(a, point.y) - lost + a * point.rest
    }

    /// xᵃ yᵇ / B(a, b), by deviances as in C. Loader (2000), "Fast and accurate computation of binomial probabilities":
    /// no difference of huge logarithms.
    func weight(at point: Point) -> Double {
        let n = a + b
        let distance = distance(at: point)
        let exponent =
            LogGamma.stirlingError(n) - LogGamma.stirlingError(a) - LogGamma.stirlingError(b)
            - deviance(a, distance, ratio: n / a * point.x) - deviance(b, -distance, ratio: n / b * point.y)
        return exponential(exponent) * (a / n * b / (2 * .pi)).squareRoot()
    }

    /// k (r − 1 − ln r), r = 1 − distance / k.
    private func deviance(_ k: Double, _ distance: Double, ratio: Double) -> Double {
        let t = -distance / k
        return k * (abs(t) < 0.4 ? excessOverLog(t) : t - ln(ratio))
    }

    /// Both tails by the power series at 0, for a ≤ 1 and x max(b, 1) ≤ 0.7: also for a next to 0, where the upper tail
    /// is tiny although x is too.
    private static func series(_ a: Double, _ b: Double, x: Double) -> Tails {
        let logPower = a * ln(x) - LogGamma.rise(from: 1, by: a) + LogGamma.rise(from: b, by: a)
        var (sum, term, n) = (0.0, 1.0, 1.0)
        while n < 1000 {
            term *= (n - b) / n * x
            let next = sum + term / (a + n)
            if next == sum { break }
            sum = next
            n += 1
        }
        let power = exponential(logPower)
        return Tails(lower: power * (1 + a * sum), upper: -exponentialLessOne(logPower) - power * a * sum)
    }

    /// I_x(a, b) B(a, b) / (xᵃ yᵇ) by a continued fraction that takes x next to 1 by its distances and not by 1 − x (A.
    /// R. DiDonato and A. H. Morris, ACM TOMS 18 (1992) 360–373, equation 9), and Lentz's method.
    private static func fraction(_ a: Double, _ b: Double, x: Double, y: Double, distance: Double) -> Double {
        let tiny = 1e-300
        func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        func below(_ n: Double) -> Double {
            n + n * (b - n) * x / (a + (2 * n - 1)) + (a + n) / (a + 2 * n + 1) * (distance + 1 + n * (1 + y))
        }
        var c = kept(a / (a + 1) * (distance + 1))
        var d = 0.0
        var result = c
        var n = 1.0
        while n < 1e6 {
            let m = n - 1
            let above = (a + m) / (a + (m + n)) * ((a + b + m) / (a + (m + n))) * n * (b - n) * x * x
            let beta = below(n)
            d = 1 / kept(beta + above * d)
            c = kept(beta + above / c)
            let change = d * c
            result *= change
            if abs(change - 1) < 3e-16 { return 1 / result }
            n += 1
        }
        return .nan
    }
}
