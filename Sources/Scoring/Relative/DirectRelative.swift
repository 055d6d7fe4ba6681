import Values

/// A relative measure in integer arithmetic, including rounding: a function of millionths for every cohort.
struct DirectRelative {
    private enum Form {
        case pieces(DirectMeasure)
        /// Points in millionths up to a number; beyond it `product` ÷ (number × `quantum`) units of the last decimal.
        case inverse(fullUpTo: Int64, full: Int64, product: Int128)
        case places(PlacePoints)
        /// Left to the slower path.
        case other
    }

    private let forms: [Form]
    private let cohorts: Cohorts
    private let rounding: Rounding
    private let isExact: Bool
    private let quantum: Int64

    /// - Parameter given: how points are rounded; nil where they stay fractions.
    init(_ relative: CompiledRelative, _ scales: RelativeScales, rounding given: Rounding?) {
        let rounding = given ?? .finest
        (self.rounding, isExact, quantum) = (rounding, given == nil, rounding.quantum)
        cohorts = scales.cohorts(of: relative)
        forms = scales.scales(of: relative).map { scale in
            Self.form(of: scale, relative, rounding: given, quantum: rounding.quantum)
        }
    }

    private static func form(
        of scale: RelativeScale, _ relative: CompiledRelative, rounding given: Rounding?, quantum: Int64
    ) -> Form {
        let rounding = given ?? .finest
        // Provisional points are more than a number.
        guard scale.missing == 0, let whole = relative.maximum.exactDecimal?.mantissa else { return .other }
        switch scale.form {
        case .line(let function):
            return DirectMeasure(function, ofColumn: relative.column, rounding: given).map { .pieces($0) } ?? .other
        case .inverse(let reference, let limit):
            guard let full = relative.maximum.rounded(rounding)?.mantissa,
                let least = reference.exactDecimal?.mantissa, let fullUpTo = limit.exactDecimal?.mantissa
            else { return .other }
            return .inverse(fullUpTo: fullUpTo, full: full, product: Int128(whole) * Int128(least))
        case .places(let places):
            // Of a cohort with percentages of counts, none is a decimal here.
            let (below, overflow) = (places.doubledLast - 2).multipliedReportingOverflow(by: quantum)
            if overflow { return .other }
            let points = places.doubled.map { place -> Int64 in
                let (above, overflow) = (places.doubledLast - place).multipliedReportingOverflow(by: whole)
                if overflow || (given == nil && above % below != 0) { return PlacePoints.none }
                return rounding.divide(above, by: below) * quantum
            }
            return .places(PlacePoints(numbers: places.decimals, points: points))
        case .deviations, .overflow: return .other
        }
    }

    /// Scores a column of figures, in millionths. Returns the units whose cell holds no plain value, or whose result
    /// does not fit; their points are left untouched.
    func score(
        _ figures: UnsafeBufferPointer<Int64>, states: UnsafeBufferPointer<UInt8>,
        into points: UnsafeMutableBufferPointer<Int64>
    ) -> [Int] {
        if forms.count == 1, case .pieces(let direct) = forms[0] {
            return direct.score(figures, states: states, into: points)
        }
        if forms.count == 1, case .places(let places) = forms[0] {
            return places.score(figures, states: states, into: points)
        }
        // In bounds: figures, states and points are one column, of one length.
        var others: [Int] = []
        for unit in figures.indices {
            guard states[unit] == FigureTable.State.value,
                let result = self.points(at: figures[unit], forms[cohorts.ids[unit]])
            else {
                others.append(unit)
                continue
            }
            points[unit] = result
        }
        return others
    }

    @inline(__always)
    private func points(at figure: Int64, _ form: Form) -> Int64? {
        switch form {
        case .pieces(let direct): return direct.points(at: figure)
        case .inverse(let limit, let full, let product):
            if figure <= limit { return full }
            let (below, overflow) = figure.multipliedReportingOverflow(by: quantum)
            if overflow || (isExact && product % Int128(below) != 0) { return nil }
            if let narrow = Int64(exactly: product) { return rounding.divide(narrow, by: below) &* quantum }
            return Int64(exactly: rounding.divide(product, by: Int128(below)) * Int128(quantum))
        case .places(let places): return places.points(at: figure)
        case .other: return nil
        }
    }
}

/// The numbers of a cohort in millionths, ascending, and the points of each.
private struct PlacePoints {
    /// What stands for points that stay fractions.
    static let none = Int64.min

    let numbers: [Int64]
    let points: [Int64]

    func score(
        _ figures: UnsafeBufferPointer<Int64>, states: UnsafeBufferPointer<UInt8>,
        into results: UnsafeMutableBufferPointer<Int64>
    ) -> [Int] {
        // In bounds: as above, and there are points for each number.
        var others: [Int] = []
        numbers.withUnsafeBufferPointer { numbers in
            points.withUnsafeBufferPointer { points in
                for unit in figures.indices {
                    guard states[unit] == FigureTable.State.value,
                        let position = Self.position(of: figures[unit], in: numbers), points[position] != Self.none
                    else {
                        others.append(unit)
                        continue
                    }
                    results[unit] = points[position]
                }
            }
        }
        return others
    }

    func points(at figure: Int64) -> Int64? {
        // In bounds: only numbers are looked at, from the first to the last.
        let position = numbers.withUnsafeBufferPointer { Self.position(of: figure, in: $0) }
        return position.flatMap { points[$0] == Self.none ? nil : points[$0] }
    }

    /// Where a number stands; nil for one that is not there. Halves without an unpredictable branch.
    @inline(__always)
    private static func position(of figure: Int64, in numbers: UnsafeBufferPointer<Int64>) -> Int? {
        // In bounds: `start + length` is never more than the count: what is passed over and what is left add up to what
        // was there.
        var (start, length) = (0, numbers.count)
        while length > 1 {
            let half = length / 2
            start &+= half &* Int(unsafeBitCast(numbers[start &+ half] <= figure, to: UInt8.self))
            length &-= half
        }
        return length == 1 && numbers[start] == figure ? start : nil
    }
}
