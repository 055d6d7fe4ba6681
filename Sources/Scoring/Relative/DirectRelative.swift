import Values

/// A relative measure in integer arithmetic, including rounding: a function of millionths for every cohort.
struct DirectRelative {
    private enum Form {
        case pieces(DirectMeasure)
        /// Points in millionths up to a number; beyond it `product` ÷ (number × `quantum`) units of the last decimal.
        case inverse(fullUpTo: Int64, full: Int64, product: Int128)
        /// The numbers of a cohort, and the points of each in millionths; nil where they stay fractions.
        case places(numbers: [Int64], points: [Int64?])
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
            let below = (places.doubledLast - 2) * quantum
            let points = places.doubled.map { place -> Int64? in
                let above = Int128(places.doubledLast - place) * Int128(whole)
                if given == nil, above % Int128(below) != 0 { return nil }
                return Int64(exactly: rounding.divide(above, by: Int128(below)) * Int128(quantum))
            }
            return .places(numbers: places.decimals, points: points)
        case .overflow: return .other
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
        case .places(let numbers, let points):
            var (low, high) = (0, numbers.count)
            while low < high {
                let middle = (low + high) / 2
                if numbers[middle] < figure { low = middle + 1 } else { high = middle }
            }
            return low < numbers.count && numbers[low] == figure ? points[low] : nil
        case .other: return nil
        }
    }
}
