import Values

/// A sum of fractions that need not fit in 128 bits: what cannot be added to the others stands beside them.
///
/// Points are fractions until the edition rounds them. Thirds, sevenths and 600ths of many leaves have a common
/// denominator far beyond 128 bits, but all that is ever asked of their sum is its sign and its rounded value.
struct ExactSum: Sendable {
    private var parts: [ExactRatio] = []

    static var zero: ExactSum { ExactSum() }

    init() {}

    init(_ ratio: ExactRatio) { add(ratio) }

    /// Whether nothing was added, or what was added cancelled out while it was added.
    var isEmpty: Bool { parts.isEmpty }

    /// What it consists of.
    var fractions: [ExactRatio] { parts }

    /// The sum where one fraction holds it.
    var ratio: ExactRatio? { parts.count > 1 ? nil : parts.first ?? .zero }

    mutating func add(_ ratio: ExactRatio) {
        if ratio == .zero { return }
        guard let last = parts.last, let sum = last.adding(ratio) else { return parts.append(ratio) }
        parts.removeLast()
        if sum != .zero { parts.append(sum) }
    }

    mutating func add(_ other: ExactSum) {
        for part in other.parts { add(part) }
    }

    func adding(_ other: ExactSum) -> ExactSum {
        var sum = self
        sum.add(other)
        return sum
    }

    var negated: ExactSum {
        var sum = ExactSum()
        sum.parts = parts.map { $0.negated }
        return sum
    }

    /// −1, 0 or 1: the sign of this sum × `factor` + `rest`, exact.
    func sign(times factor: Int64 = 1, plus rest: [Term] = []) -> Int {
        Self.sign(of: parts.map { Term($0, times: factor) } + rest)
    }

    /// This sum's fractions, each times a whole number.
    func terms(times factor: Int64) -> [Term] { parts.map { Term($0, times: factor) } }

    /// A fraction times a whole number, or the product of two.
    struct Term {
        let ratio: ExactRatio
        private(set) var other = ExactRatio.one
        let factor: Int64

        init(_ ratio: ExactRatio, times factor: Int64) { (self.ratio, self.factor) = (ratio, factor) }

        /// The product with another fraction, in place of the one that it has.
        func times(_ other: ExactRatio) -> Term {
            var product = self
            product.other = other
            return product
        }

        fileprivate var isZero: Bool { factor == 0 || ratio == .zero || other == .zero }
        fileprivate var isNegative: Bool { [ratio < .zero, other < .zero, factor < 0].count { $0 } % 2 == 1 }
    }

    /// The sign of a sum, by cross products of any length.
    static func sign(of terms: [Term]) -> Int {
        let terms = terms.filter { !$0.isZero }
        var (above, below) = (Magnitude(0), Magnitude(0))
        for (position, term) in terms.enumerated() {
            var product = Magnitude(term.ratio.numerator.magnitude)
            product.multiply(by: UInt128(term.factor.magnitude))
            product.multiply(by: term.other.numerator.magnitude)
            for (other, divisor) in terms.enumerated() where other != position {
                product.multiply(by: divisor.ratio.denominator.magnitude)
                product.multiply(by: divisor.other.denominator.magnitude)
            }
            if term.isNegative { below.add(product) } else { above.add(product) }
        }
        return above.compared(to: below)
    }

    // MARK: - Rounding

    /// The sum with a decimal, rounded once from the exact value; nil beyond the range of decimals.
    func rounded(_ rounding: Rounding, adding base: FixedDecimal) -> FixedDecimal? {
        if parts.isEmpty { return base.rounded(rounding) }
        let steps = rounded(rounding, to: Int128(rounding.quantum) * Self.fine, adding: base)
        return steps.flatMap { Int64(exactly: $0 * Int128(rounding.quantum)) }.map(FixedDecimal.init(mantissa:))
    }

    /// The sum with a decimal, rounded once to so many decimals, six to eighteen, a half away from zero.
    func rounded(toDigits digits: Int, adding base: FixedDecimal) -> ExactRatio? {
        let scale = power(of: digits)
        let steps = rounded(.finest, to: Self.fine * 1_000_000 / scale, adding: base)
        return steps.flatMap { ExactRatio($0, over: scale) }
    }

    /// How many steps, of so many parts of the eighteenth decimal, the sum with a decimal is, rounded.
    private func rounded(_ rounding: Rounding, to step: Int128, adding base: FixedDecimal) -> Int128? {
        // Every fraction is cut below at eighteen decimals: the sum lies between `least` and `least` + one for each.
        var least = Int128(base.mantissa) * Self.fine
        for part in parts {
            guard let cut = Self.cut(part) else { return nil }
            let (sum, overflow) = least.addingReportingOverflow(cut)
            if overflow { return nil }
            least = sum
        }
        let greatest = least + Int128(parts.count)
        var result = rounding.divide(least, by: step)
        if result != rounding.divide(greatest, by: step) {
            // A limit between two decimals lies in between: which side of it is decided exactly.
            let half = step / 2
            let limit = Rounding(.up, digits: 0).divide(least, by: half) * half
            guard let opposite = ExactRatio(Int128(base.mantissa) * Self.fine - limit, over: Self.fine * 1_000_000)
            else { return nil }
            result = rounding.divide(limit + Int128(sign(plus: [Term(opposite, times: 1)])), by: step)
        }
        return result
    }

    /// How many parts of the last of eighteen decimals make a millionth.
    private static let fine: Int128 = 1_000_000_000_000

    /// The fraction in units of the eighteenth decimal, rounded down; nil for what is larger than any points.
    private static func cut(_ ratio: ExactRatio) -> Int128? {
        let whole = Rounding(.down, digits: 0).divide(ratio.numerator, by: ratio.denominator)
        guard abs(whole) < 1_000_000_000_000_000 else { return nil }
        let rest = (ratio.numerator - whole * ratio.denominator).magnitude
        let (quotient, _) = ratio.denominator.magnitude.dividingFullWidth(
            rest.multipliedFullWidth(by: UInt128(fine) * 1_000_000))
        return whole * fine * 1_000_000 + Int128(quotient)
    }
}

extension ExactSum: Hashable {
    static func == (left: ExactSum, right: ExactSum) -> Bool {
        left.parts == right.parts || left.sign(plus: right.terms(times: -1)) == 0
    }

    // Equal sums may be held as different fractions.
    func hash(into hasher: inout Hasher) {}
}
