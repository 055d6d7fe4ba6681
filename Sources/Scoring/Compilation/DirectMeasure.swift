import Values

/// A score function of one figure in integer arithmetic, including rounding.
///
/// A piece "1.25 × x ÷ 100, rounded to two decimals" becomes, for x in millionths, (0 + 125·x) ÷ 100 000 000
/// hundredths, rounded once from the exact quotient. Starts become the smallest figure in millionths that reaches the
/// piece, so "above 99" is "at least 99.000001".
package struct DirectMeasure: Sendable {
    package struct Piece: Sendable {
        /// The smallest figure in millionths that reaches the piece.
        let start: Int64
        let intercept: Int64
        let slope: Int64
        /// Always positive.
        let divisor: Int64
        /// The points in millionths where the piece is flat; nil where it slopes.
        let flat: Int64?
    }

    /// The column of the figure.
    package let column: Int
    /// The pieces, from the last to the first.
    let pieces: [Piece]
    let rounding: Rounding
    /// Whether points that millionths do not hold are left to the slower path, because they stay fractions.
    let isExact: Bool
    /// Millionths in one unit of the last decimal.
    let quantum: Int64

    /// Nil when the measure uses more than one figure, or other units' figures too, or its numbers do not fit.
    init?(_ measure: CompiledMeasure, rounding given: Rounding?) {
        guard case .figure(let column) = measure.quantity, measure.relative == nil else { return nil }
        self.init(measure.function, ofColumn: column, rounding: given)
    }

    /// Nil when the function's numbers do not fit.
    init?(_ function: ScoreFunction, ofColumn column: Int, rounding given: Rounding?) {
        self.column = column
        let rounding = given ?? .finest
        self.rounding = rounding
        isExact = given == nil
        quantum = rounding.quantum
        var pieces: [Piece] = []
        for piece in function.pieces.reversed() {
            guard let direct = Piece(piece, rounding: rounding, quantum: quantum) else { return nil }
            pieces.append(direct)
        }
        self.pieces = pieces
    }

    /// Scores a column of figures, in millionths. Returns the units whose cell holds no plain value, or whose result
    /// does not fit; their points are left untouched.
    func score(
        _ figures: UnsafeBufferPointer<Int64>, states: UnsafeBufferPointer<UInt8>,
        into points: UnsafeMutableBufferPointer<Int64>
    ) -> [Int] {
        let (rounding, quantum) = (rounding, quantum)
        if isExact {
            return score(figures, states: states, into: points) { piece, figure in
                piece.isWhole(at: figure) ? piece.points(at: figure, rounding: rounding, quantum: quantum) : nil
            }
        }
        if pieces.allSatisfy({ $0.flat != nil }) {
            return score(figures, states: states, into: points) { piece, _ in piece.flat }
        }
        return score(figures, states: states, into: points) { piece, figure in
            piece.points(at: figure, rounding: rounding, quantum: quantum)
        }
    }

    /// The same by what a piece gives for a figure; nil where that is left to the slower path.
    @inline(__always)
    private func score(
        _ figures: UnsafeBufferPointer<Int64>, states: UnsafeBufferPointer<UInt8>,
        into points: UnsafeMutableBufferPointer<Int64>, by result: (Piece, Int64) -> Int64?
    ) -> [Int] {
        // In bounds: figures, states and points are one column, of one length. The last piece begins at the least
        // number, since the first of a function has no start, so that fewer starts than pieces lie ahead of any figure.
        // A Bool is one byte, 0 or 1.
        var others: [Int] = []
        pieces.withUnsafeBufferPointer { pieces in
            for unit in figures.indices {
                let figure = figures[unit]
                // Counting the starts ahead finds the piece without an unpredictable branch.
                var position = 0
                for piece in pieces { position &+= Int(unsafeBitCast(figure < piece.start, to: UInt8.self)) }
                guard states[unit] == FigureTable.State.value, let result = result(pieces[position], figure) else {
                    others.append(unit)
                    continue
                }
                points[unit] = result
            }
        }
        return others
    }

    /// The points of one figure in millionths; nil where they are left to the slower path.
    func points(at figure: Int64) -> Int64? {
        guard let piece = pieces.first(where: { figure >= $0.start }), !isExact || piece.isWhole(at: figure) else {
            return nil
        }
        return piece.flat ?? piece.points(at: figure, rounding: rounding, quantum: quantum)
    }
}

extension DirectMeasure.Piece {
    fileprivate init?(_ piece: ScoreFunction.Piece, rounding: Rounding, quantum: Int64) {
        let scale = Int128(FixedDecimal.scale)
        if let begin = piece.start {
            guard let above = Self.product(begin.value.numerator, scale) else { return nil }
            let rounded = Rounding(begin.isIncluded ? .up : .down, digits: 0)
                .divide(above, by: begin.value.denominator)
            guard let least = Int64(exactly: begin.isIncluded ? rounded : rounded + 1) else { return nil }
            start = least
        } else {
            start = .min
        }
        guard let both = Self.product(piece.intercept.denominator, piece.slope.denominator),
            let below = Self.product(both, Int128(quantum)),
            let scaled = Self.product(piece.intercept.numerator, scale),
            let fixed = Self.product(scaled, piece.slope.denominator),
            let rising = Self.product(piece.slope.numerator, piece.intercept.denominator)
        else { return nil }
        let common = greatestCommonDivisor(greatestCommonDivisor(fixed, rising), below.magnitude)
        guard let intercept = Int64(exactly: fixed / Int128(common)),
            let slope = Int64(exactly: rising / Int128(common)),
            let divisor = Int64(exactly: below / Int128(common))
        else { return nil }
        self.intercept = intercept
        self.slope = slope
        self.divisor = divisor
        flat = slope == 0 ? Self.rounded(intercept, over: divisor, rounding, quantum) : nil
    }

    @inline(__always)
    private static func rounded(_ above: Int64, over below: Int64, _ rounding: Rounding, _ quantum: Int64) -> Int64? {
        let (points, excess) = rounding.divide(above, by: below).multipliedReportingOverflow(by: quantum)
        return excess ? nil : points
    }

    private static func product(_ left: Int128, _ right: Int128) -> Int128? {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        return overflow ? nil : product
    }

    /// Whether the points at a figure are a whole number of units of the last decimal.
    fileprivate func isWhole(at figure: Int64) -> Bool {
        (Int128(figure) * Int128(slope) + Int128(intercept)) % Int128(divisor) == 0
    }

    @inline(__always)
    fileprivate func points(at figure: Int64, rounding: Rounding, quantum: Int64) -> Int64? {
        let (rising, overflow) = figure.multipliedReportingOverflow(by: slope)
        let (above, carry) = rising.addingReportingOverflow(intercept)
        if overflow || carry {
            let wide = Int128(figure) * Int128(slope) + Int128(intercept)
            return Int64(exactly: rounding.divide(wide, by: Int128(divisor)) * Int128(quantum))
        }
        return Self.rounded(above, over: divisor, rounding, quantum)
    }
}
