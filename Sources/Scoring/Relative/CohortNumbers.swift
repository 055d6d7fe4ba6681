import Values

/// The numbers of a cohort: those written as decimals, and those that are quotients of two counts.
///
/// Decimals stay whole millionths, so that ten thousand of them are sorted and added up in a millisecond.
struct CohortNumbers {
    /// In millionths, in the order of the units.
    private(set) var decimals: [Int64] = []
    /// Percentages of two counts.
    private(set) var quotients: [ExactRatio] = []
    /// How many figures may still come.
    private(set) var missing = 0

    var count: Int { decimals.count + quotients.count }

    /// Adds a figure: a number counts, one that may still be reported is missing, and whatever else there is, such as
    /// what does not apply, has no part in the scale.
    mutating func add(_ figure: Figure) {
        switch figure {
        case .value(let value): decimals.append(value.mantissa)
        case .ratio: if let number = figure.exactNumber { quotients.append(number) }
        case .notReported, .awaited: missing += 1
        case .notApplicable, .notPublished: break
        }
    }

    /// Adds a number in millionths.
    mutating func add(decimal: Int64) { decimals.append(decimal) }

    /// The numbers with other decimals in place of what is missing.
    func settled(with decimals: [Int64]) -> CohortNumbers {
        var numbers = self
        numbers.decimals += decimals
        numbers.missing = 0
        return numbers
    }

    mutating func reserve(_ count: Int) { decimals.reserveCapacity(count) }

    private static func exact(_ millionths: Int64) -> ExactRatio { ExactRatio(FixedDecimal(mantissa: millionths)) }

    /// The least and the greatest number; nil without any.
    var ends: (least: ExactRatio, greatest: ExactRatio)? {
        var (least, greatest) = (quotients.min(), quotients.max())
        if var low = decimals.first {
            var high = low
            for value in decimals {
                low = min(low, value)
                high = max(high, value)
            }
            least = min(Self.exact(low), least ?? Self.exact(low))
            greatest = max(Self.exact(high), greatest ?? Self.exact(high))
        }
        guard let least, let greatest else { return nil }
        return (least, greatest)
    }

    /// The arithmetic mean. Decimals are added up exactly; a quotient of counts has `digits` decimals in the sum, a half
    /// rounded away from zero. Nil without numbers, and beyond 128 bits.
    func mean(digits: Int) -> ExactRatio? {
        guard count > 0 else { return nil }
        let scale = power(of: digits)
        var sum = Int128(0)
        for value in decimals { sum += Int128(value) }
        let (whole, overflow) = sum.multipliedReportingOverflow(by: scale / Int128(FixedDecimal.scale))
        if overflow { return nil }
        sum = whole
        for quotient in quotients {
            guard let rounded = quotient.scaled(by: scale) else { return nil }
            sum += rounded
        }
        return ExactRatio(sum, over: scale * Int128(count))
    }

    /// The middle number, or the mean of the two middle ones; nil without any.
    var median: ExactRatio? {
        guard count > 0 else { return nil }
        let (low, high): (ExactRatio, ExactRatio)
        if quotients.isEmpty {
            let sorted = decimals.sortedByDigits()
            (low, high) = (Self.exact(sorted[(count - 1) / 2]), Self.exact(sorted[count / 2]))
        } else {
            let sorted = exactNumbers.sorted()
            (low, high) = (sorted[(count - 1) / 2], sorted[count / 2])
        }
        return low == high ? low : low.adding(high)?.divided(by: ExactRatio(2))
    }

    /// How far the numbers are from their mean; quotients of counts have `digits` decimals in it.
    func deviations(digits: Int) -> StandardDeviations? {
        if quotients.isEmpty {
            let numbers = decimals.map { Int128($0) }
            return StandardDeviations(numbers, parts: Int128(FixedDecimal.scale), digits: digits)
        }
        let scale = power(of: digits)
        let numbers = exactNumbers.compactMap { $0.scaled(by: scale) }
        return numbers.count == count ? StandardDeviations(numbers, parts: scale, digits: digits) : nil
    }

    /// The least and the greatest number once some percent of all are left out at either end, rounded down; nil without
    /// any.
    func ends(without trim: RelativeRule.Sides) -> (least: ExactRatio, greatest: ExactRatio)? {
        guard count > 0 else { return nil }
        func dropped(_ percent: FixedDecimal?) -> Int {
            Int(Int128(count) * Int128(percent?.mantissa ?? 0) / Int128(100 * FixedDecimal.scale))
        }
        let (low, high) = (dropped(trim.low), count - 1 - dropped(trim.high))
        if quotients.isEmpty {
            let sorted = decimals.sortedByDigits()
            return (Self.exact(sorted[low]), Self.exact(sorted[high]))
        }
        let sorted = exactNumbers.sorted()
        return (sorted[low], sorted[high])
    }

    private var exactNumbers: [ExactRatio] { decimals.map(Self.exact) + quotients }

    /// The places of the numbers, from the best.
    func places(_ direction: Metric.Direction, _ ties: RankingPolicy.Ties) -> CohortPlaces {
        quotients.isEmpty
            ? CohortPlaces(decimals: decimals.sortedByDigits(), direction, ties)
            : CohortPlaces(exact: exactNumbers.sorted(), direction, ties)
    }
}

/// A power of ten.
func power(of digits: Int) -> Int128 { (0..<digits).reduce(1) { product, _ in product * 10 } }

extension ExactRatio {
    /// The fraction in whole parts of one, so many to one, a half rounded away from zero; nil beyond 128 bits.
    func scaled(by parts: Int128) -> Int128? {
        let (product, overflow) = numerator.multipliedReportingOverflow(by: parts)
        return overflow ? nil : Rounding(.halfAwayFromZero, digits: 0).divide(product, by: denominator)
    }
}
