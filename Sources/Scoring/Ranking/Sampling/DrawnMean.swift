import Values

/// The mean of a leaf's measures for one unit, as a function of those figures that are drawn, in integer arithmetic: each
/// drawn figure is the only one of its measure, and the other measures stay as they are.
struct DrawnMean: Sendable {
    /// A measure on a straight piece: (intercept + slope × figure) ÷ the mean's divisor, in units of the last decimal.
    private struct Piece: Sendable {
        let start: Int64
        let intercept: Int128
        let slope: Int128
    }

    private struct Measure: Sendable {
        let cell: Int
        /// From the last to the first.
        let pieces: [Piece]
    }

    private let measures: [Measure]
    /// What the other measures add to the dividend.
    private let rest: Int128
    private let divisor: Int128
    private let rounding: Rounding

    /// Nil for another kind of leaf, where some measure has no points, and for numbers that do not fit.
    ///
    /// - Parameter cells: the drawn figures of the unit.
    init?(_ leaf: CompiledLeaf, _ figures: UnitFigures, cells: [(column: Int, cell: Int)]) {
        guard leaf.combination == .mean, leaf.role != .watched, leaf.sources.isEmpty, let rounding = leaf.rounding
        else { return nil }
        self.rounding = rounding
        var fixed = ExactRatio.zero
        var drawn: [(cell: Int, weight: Int, pieces: [DirectMeasure.Piece])] = []
        for measure in leaf.measures {
            guard measure.levels[figures.level] else { return nil }
            let columns = measure.quantity.figures.filter { !$0.isLastYear }.map { $0.figure }
            if let cell = cells.first(where: { columns.contains($0.column) }) {
                // Rounding comes last; here it only says that the pieces are in millionths.
                guard let direct = DirectMeasure(measure, rounding: .finest) else { return nil }
                drawn.append((cell.cell, measure.weight, direct.pieces))
            } else {
                let outcome = measure.outcome(figures)
                guard outcome.state == .scored, outcome.leftOut == nil, outcome.sharedOut == nil,
                    let points = outcome.points?.multiplied(by: ExactRatio(measure.weight)),
                    let sum = fixed.adding(points)
                else { return nil }
                fixed = sum
            }
        }
        // The points of the others are whole, those of pieces are in millionths.
        guard let rest = fixed.multiplied(by: ExactRatio(Int(FixedDecimal.scale))) else { return nil }
        var common = rest.denominator
        for piece in drawn.flatMap({ $0.pieces }) {
            let factor = Int128(piece.divisor) / Int128(greatestCommonDivisor(common, Int128(piece.divisor)))
            guard let product = Self.product(common, factor) else { return nil }
            common = product
        }
        let weight = leaf.measures.reduce(0) { $0 + $1.weight }
        guard weight > 0, let whole = Self.product(common, Int128(weight)),
            let divisor = Self.product(whole, Int128(rounding.quantum)),
            let scaledRest = Self.product(rest.numerator, common / rest.denominator)
        else { return nil }
        (self.rest, self.divisor) = (scaledRest, divisor)
        var measures: [Measure] = []
        for (cell, weight, pieces) in drawn {
            var scaled: [Piece] = []
            for piece in pieces {
                guard let factor = Self.product(common / Int128(piece.divisor), Int128(weight)),
                    let intercept = Self.product(Int128(piece.intercept), factor),
                    let slope = Self.product(Int128(piece.slope), factor)
                else { return nil }
                scaled.append(Piece(start: piece.start, intercept: intercept, slope: slope))
            }
            measures.append(Measure(cell: cell, pieces: scaled))
        }
        self.measures = measures
    }

    /// The points in millionths with drawn figures; nil where one has no drawn number, and where the result does not
    /// fit.
    func points(_ drawn: [Int64?]) -> Int64? {
        var above = rest
        for measure in measures {
            guard let figure = drawn[measure.cell], let piece = measure.pieces.first(where: { figure >= $0.start }),
                let rising = Self.product(piece.slope, Int128(figure)),
                let points = Self.sum(rising, piece.intercept), let sum = Self.sum(above, points)
            else { return nil }
            above = sum
        }
        if let short = Int64(exactly: above), let divisor = Int64(exactly: divisor) {
            return scaled(Int128(rounding.divide(short, by: divisor)))
        }
        return scaled(rounding.divide(above, by: divisor))
    }

    private func scaled(_ points: Int128) -> Int64? {
        Self.product(points, Int128(rounding.quantum)).flatMap { Int64(exactly: $0) }
    }

    private static func product(_ left: Int128, _ right: Int128) -> Int128? {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        return overflow ? nil : product
    }

    private static func sum(_ left: Int128, _ right: Int128) -> Int128? {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : sum
    }
}
