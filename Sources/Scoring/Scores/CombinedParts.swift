import Values

/// A node whose parts are combined otherwise than by adding, or the edition itself.
struct CombinedParts: Sendable {
    let combination: NodeCombination
    /// The positions of the parts in the set, and their weights as whole numbers without a common factor.
    let parts: [(node: Int, weight: Int)]

    /// Nil where the points are added.
    init?(_ combination: NodeCombination, of parts: [Int], in set: CriteriaSet) {
        if combination.isSum { return nil }
        self.combination = combination
        // What has no maximum has no share. Reading has checked that weights are small.
        let counted = parts.filter { set.criteria[$0].exactMaximum > .zero }
        let weights = Self.weights(counted.map { set.criteria[$0].exactMaximum }) ?? counted.map { _ in 1 }
        self.parts = zip(counted, weights).map { ($0, $1) }
    }

    /// Positive fractions as whole numbers without a common factor; nil beyond 32 bits.
    static func weights(_ fractions: [ExactRatio]) -> [Int]? {
        guard let first = fractions.first else { return [] }
        var multiple = Int128(1)
        var quotients: [ExactRatio] = []
        for fraction in fractions {
            guard let quotient = fraction.divided(by: first) else { return nil }
            let factor = quotient.denominator / Int128(greatestCommonDivisor(multiple, quotient.denominator))
            let (product, overflow) = multiple.multipliedReportingOverflow(by: factor)
            if overflow || product > Int128(Int32.max) { return nil }
            multiple = product
            quotients.append(quotient)
        }
        let whole = quotients.map { $0.numerator * (multiple / $0.denominator) }
        let common = whole.reduce(Int128(0)) { Int128(greatestCommonDivisor($0, $1)) }
        guard common > 0, whole.allSatisfy({ $0 <= Int128(Int32.max) }) else { return nil }
        return whole.map { Int($0 / common) }
    }

    /// The points of a node from those of its parts, as a fraction of six decimals and a rest.
    ///
    /// - Parameters:
    ///   - whole: the maximum that applies.
    ///   - sum: the points and the applicable maximum of a part.
    func points(of whole: PointSum, _ sum: (Int) -> PointSum) -> (points: FixedDecimal, excess: ExactSum) {
        var shares: [(weight: Int, share: ExactRatio)] = []
        for (node, weight) in parts {
            let part = sum(node)
            guard part.maximum > 0 else { continue }
            shares.append((weight, part.share(digits: combination.digits)))
        }
        guard !shares.isEmpty, let maximum = whole.exactMaximum,
            let exact = share(of: shares).multiplied(by: maximum), let points = exact.rounded(.finest)
        else { return (0, .zero) }
        let rest = exact.subtracting(ExactRatio(points)) ?? .zero
        return (points, rest == .zero ? .zero : ExactSum(rest))
    }

    /// The combined share of some parts, at least one.
    func share(of parts: [(weight: Int, share: ExactRatio)]) -> ExactRatio {
        switch combination.kind {
        case .maximum: parts.reduce(.zero) { max($0, $1.share) }
        case .minimum: parts.reduce(.one) { min($0, $1.share) }
        case .geometric: RoundedMean(geometric: parts, digits: combination.digits).value
        case .harmonic: RoundedMean(harmonic: parts, digits: combination.digits).value
        // A sum of shares is never asked for.
        case .sum: .zero
        }
    }
}

extension PointSum {
    /// The points ÷ the maximum, between none and all. Points whose fraction no 128 bits hold are rounded to so many
    /// decimals first.
    func share(digits: Int) -> ExactRatio {
        let sum = excess.ratio.flatMap { ExactRatio(points).adding($0) }
        let exact = exactMaximum.flatMap { whole in sum?.divided(by: whole) }
        let rounded = { excess.rounded(toDigits: digits, adding: points)?.divided(by: ExactRatio(maximum)) }
        return min(max(exact ?? rounded() ?? .zero, .zero), .one)
    }
}

/// A weighted mean of shares that may be no fraction, rounded once, a half away from zero: it is found by comparing whole
/// numbers, and is the same everywhere.
struct RoundedMean {
    /// The mean.
    let value: ExactRatio

    /// ⁿ√(s₁ʷ¹ · s₂ʷ² · …), n the sum of the weights.
    init(geometric parts: [(weight: Int, share: ExactRatio)], digits: Int) {
        guard parts.allSatisfy({ $0.share > .zero }) else {
            value = .zero
            return
        }
        let (scale, degree) = (power(of: digits), parts.reduce(0) { $0 + $1.weight })
        // (2k + 1) ÷ 2·10ᵈ is not above the mean where (2k + 1)ⁿ · Πdʷ ≤ (2·10ᵈ)ⁿ · Πnʷ, for shares n ÷ d.
        let twice = UInt128(2 * scale)
        var (roughLeft, roughRight) = (RoughMagnitude(1), RoughMagnitude(twice).power(degree))
        for (weight, share) in parts {
            roughLeft.multiply(by: RoughMagnitude(share.denominator.magnitude).power(weight))
            roughRight.multiply(by: RoughMagnitude(share.numerator.magnitude).power(weight))
        }
        var exact: (left: Magnitude, right: Magnitude)?
        value = Self.rounded(upTo: scale) { odd in
            var left = RoughMagnitude(odd).power(degree)
            left.multiply(by: roughLeft)
            if let comparison = left.compared(to: roughRight) { return comparison < 0 }
            let sides = exact ?? Self.products(parts, Magnitude(twice).power(degree))
            exact = sides
            var product = Magnitude(odd).power(degree)
            product.multiply(by: sides.left)
            return product.compared(to: sides.right) <= 0
        }
    }

    /// Σw ÷ Σ(w ÷ s).
    init(harmonic parts: [(weight: Int, share: ExactRatio)], digits: Int) {
        guard parts.allSatisfy({ $0.share > .zero }) else {
            value = .zero
            return
        }
        let scale = power(of: digits)
        // (2k + 1) · Σ(w·dᵢ·Π other n) ≤ 2·10ᵈ · Σw · Πn, for shares n ÷ d.
        var (below, above) = (Magnitude(0), Magnitude(UInt128(2 * scale)))
        above.multiply(by: UInt128(parts.reduce(0) { $0 + $1.weight }))
        for (position, part) in parts.enumerated() {
            above.multiply(by: part.share.numerator.magnitude)
            var term = Magnitude(UInt128(part.weight))
            term.multiply(by: part.share.denominator.magnitude)
            for (other, factor) in parts.enumerated() where other != position {
                term.multiply(by: factor.share.numerator.magnitude)
            }
            below.add(term)
        }
        value = Self.rounded(upTo: scale) { odd in
            var product = below
            product.multiply(by: odd)
            return product.compared(to: above) <= 0
        }
    }

    /// Both products of the exact comparison of a geometric mean.
    private static func products(
        _ parts: [(weight: Int, share: ExactRatio)], _ start: Magnitude
    ) -> (left: Magnitude, right: Magnitude) {
        var sides = (left: Magnitude(1), right: start)
        for (weight, share) in parts {
            sides.left.multiply(by: Magnitude(share.denominator.magnitude).power(weight))
            sides.right.multiply(by: Magnitude(share.numerator.magnitude).power(weight))
        }
        return sides
    }

    /// The number of odd halves that the mean reaches, of `scale` parts of one.
    private static func rounded(upTo scale: Int128, reaches: (UInt128) -> Bool) -> ExactRatio {
        var (low, high) = (Int128(0), scale)
        while low < high {
            let middle = (low + high) / 2
            if reaches(UInt128(2 * middle + 1)) { low = middle + 1 } else { high = middle }
        }
        return ExactRatio(low, over: scale) ?? .zero
    }
}
