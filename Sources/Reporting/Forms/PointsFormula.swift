import Assessment
import Documents
import Scoring
import Values
import Words

/// The points of a criterion as a formula of a spreadsheet over the cells in which its figures are entered.
///
/// Counts stay whole numbers up to one division, so that a spreadsheet's binary numbers give the same points as fractions
/// do: `(125*D7+0*E7)/(100*E7)`.
struct PointsFormula {
    /// The cells of a figure.
    struct Cells {
        let metric: Metric
        /// `D7`, `E7` and `F7`.
        let numerator: String
        let denominator: String
        let value: String

        /// Where it is said that the figure does not apply.
        var first: String { metric.ratio == nil ? value : numerator }
    }

    private let leaf: CompiledLeaf
    private let level: Int
    /// By the column of the figure.
    private let cells: [Int: Cells]
    private let words: EntryWords

    init(_ leaf: CompiledLeaf, level: Int, cells: [Int: Cells], words: EntryWords) {
        (self.leaf, self.level, self.cells, self.words) = (leaf, level, cells, words)
    }

    /// The formula of a criterion's points; nil where other units, other criteria or another period matter, or where a
    /// spreadsheet rounds otherwise.
    var points: String? {
        guard leaf.standsAlone, let rounding = Self.rounding(leaf.rounding) else { return nil }
        let measures = leaf.measures.filter { $0.levels[level] }
        guard measures.count == leaf.measures.count, !measures.isEmpty else { return nil }
        if measures.count == 1 {
            guard let formula = points(of: measures[0], blank: "\"\"", leftOut: "\"\"") else { return nil }
            return "IF(ISNUMBER(\(formula)),\(rounding(formula)),\"\")"
        }
        guard leaf.combination == .mean else { return nil }
        // A measure that does not apply leaves its weight to the others; one not reported yet has none of its points.
        var (sum, weights, isReported): ([String], [String], [String]) = ([], [], [])
        for measure in measures {
            guard let formula = points(of: measure, blank: "0", leftOut: "0"), let state = state(of: measure) else {
                return nil
            }
            sum.append("\(measure.weight)*(\(formula))")
            weights.append("IF(\(state.leftOut),0,\(measure.weight))")
            isReported.append(state.isReported)
        }
        let mean = "(\(sum.joined(separator: "+")))/(\(weights.joined(separator: "+")))"
        return
            "IF(AND(OR(\(isReported.joined(separator: ","))),\(weights.joined(separator: "+"))>0),\(rounding(mean)),\"\")"
    }

    // MARK: - One measure

    /// Whether a measure has points, and whether it is left out, as conditions; nil where that cannot be said.
    private func state(of measure: CompiledMeasure) -> (isReported: String, leftOut: String)? {
        guard let columns = columns(of: measure) else { return nil }
        let entered = columns.compactMap { cells[$0].map(isEntered) }
        let claimed = columns.compactMap { cells[$0].map(isNotApplicable) }
        let zero = columns.compactMap { column in cells[column].flatMap { Self.isZero($0) } }
        var leftOut: [String] = []
        if measure.convention == .leaveOut { leftOut.append("AND(\(claimed.joined(separator: ",")))") }
        if columns.count == 1, let zero = zero.first, Self.isWithoutPoints(measure.settlementOfZero(in: columns[0])) {
            leftOut.append(zero)
        }
        // 0 ÷ 0 with a convention is an answer, too.
        let settled = columns.count == 1 && measure.settlementOfZero(in: columns[0]) != nil ? zero : []
        let answers = ["AND(\(entered.joined(separator: ",")))", "AND(\(claimed.joined(separator: ",")))"] + settled
        return (
            "OR(\(answers.joined(separator: ",")))",
            leftOut.isEmpty ? "FALSE" : "OR(\(leftOut.joined(separator: ",")))"
        )
    }

    private static func isWithoutPoints(_ settlement: Settlement?) -> Bool {
        settlement != .fullPoints && settlement != .zeroPoints
    }

    /// The points of a measure before rounding.
    private func points(of measure: CompiledMeasure, blank: String, leftOut: String) -> String? {
        guard let columns = columns(of: measure), let scored = scored(measure) else { return nil }
        let all = columns.compactMap { cells[$0] }
        guard all.count == columns.count else { return nil }
        var formula = "IF(AND(\(all.map(isEntered).joined(separator: ","))),\(scored),\(blank))"
        let zeros = columns.compactMap { column in Self.isZero(all[columns.firstIndex(of: column) ?? 0]) }
        if columns.count == 1, let zero = zeros.first {
            let settled: String
            switch measure.settlementOfZero(in: columns[0]) {
            case .fullPoints: settled = maximum
            case .zeroPoints: settled = "0"
            default: settled = leftOut
            }
            formula = "IF(\(zero),\(settled),\(formula))"
        } else if !zeros.isEmpty {
            // A formula some of whose parts are 0 ÷ 0 is settled part by part.
            return nil
        }
        if let convention = measure.convention {
            let claimed = "AND(\(all.map(isNotApplicable).joined(separator: ",")))"
            formula = "IF(\(claimed),\(convention == .fullPoints ? maximum : leftOut),\(formula))"
        }
        return formula
    }

    private var maximum: String { leaf.maximum.text() }

    /// The columns of a measure's figures, each once; nil where last year's are among them.
    private func columns(of measure: CompiledMeasure) -> [Int]? {
        let figures = measure.quantity.figures
        guard figures.allSatisfy({ !$0.isLastYear }) else { return nil }
        return figures.map { $0.figure }.withoutRepeats { $0 }
    }

    /// The straight pieces, from the last to the first.
    private func scored(_ measure: CompiledMeasure) -> String? {
        let pieces = measure.function.pieces
        // Spreadsheets nest no more than 64 functions.
        guard pieces.count <= 40, let quantity = quantity(measure.quantity) else { return nil }
        var formula = quantity.line(pieces[0])
        for piece in pieces.dropFirst() {
            guard let start = piece.start else { return nil }
            formula = "IF(\(quantity.reaches(start)),\(quantity.line(piece)),\(formula))"
        }
        return formula
    }

    // MARK: - Quantities

    /// A quantity as a fraction of two expressions, the lower of which is positive.
    private struct Fraction {
        let above: String
        /// Nil for one.
        let below: String?

        /// Points as the piece gives them: (slope·above + intercept·below) ÷ below, with whole numbers.
        func line(_ piece: ScoreFunction.Piece) -> String {
            if piece.slope == .zero { return PointsFormula.number(piece.intercept) }
            let (rise, base) = (piece.slope, piece.intercept)
            let factor = rise.numerator * base.denominator
            let constant = base.numerator * rise.denominator
            let divisor = rise.denominator * base.denominator
            let fixed = constant == 0 ? "" : "+\(constant)" + (below.map { "*\($0)" } ?? "")
            return "(\(factor)*\(above)\(fixed))/(\(divisor)\(below.map { "*\($0)" } ?? ""))"
        }

        func reaches(_ start: ScoreFunction.Start) -> String {
            let (left, right): (String, String) =
                if let below {
                    ("\(start.value.denominator)*\(above)", "\(start.value.numerator)*\(below)")
                } else if let exact = start.value.exactDecimal {
                    (above, exact.text())
                } else {
                    ("\(start.value.denominator)*\(above)", "\(start.value.numerator)")
                }
            return "\(left)\(start.isIncluded ? ">=" : ">")\(right)"
        }
    }

    private func quantity(_ quantity: Quantity<Int>) -> Fraction? {
        if case .figure(let column) = quantity, let cells = cells[column], cells.metric.ratio != nil {
            return Fraction(above: "100*\(cells.numerator)", below: cells.denominator)
        }
        guard let expression = expression(quantity) else { return nil }
        // Sums of binary fractions are cut where figures end, so that limits are reached.
        if case .figure = quantity { return Fraction(above: expression, below: nil) }
        return Fraction(above: "ROUND(\(expression),9)", below: nil)
    }

    private func expression(_ quantity: Quantity<Int>) -> String? {
        func all(_ parts: [Quantity<Int>]) -> [String]? {
            let written = parts.compactMap(expression)
            return written.count == parts.count ? written : nil
        }
        func both(_ left: Quantity<Int>, _ sign: String, _ right: Quantity<Int>) -> String? {
            guard let left = expression(left), let right = expression(right) else { return nil }
            return "(\(left)\(sign)\(right))"
        }
        switch quantity {
        case .number(let number): return Self.number(number)
        case .figure(let column): return cells[column].map(figure)
        case .lastYear: return nil
        case .sum(let parts): return all(parts).map { "(\($0.joined(separator: "+")))" }
        case .difference(let left, let right): return both(left, "-", right)
        case .product(let left, let right): return both(left, "*", right)
        // A divisor of zero is an error of the unit; a spreadsheet would show its own.
        case .quotient, .percentChange: return nil
        case .minimum(let parts): return all(parts).map { "MIN(\($0.joined(separator: ",")))" }
        case .maximum(let parts): return all(parts).map { "MAX(\($0.joined(separator: ",")))" }
        }
    }

    // MARK: - Cells

    private func figure(_ cells: Cells) -> String {
        if cells.metric.ratio != nil { return "(100*\(cells.numerator)/\(cells.denominator))" }
        switch cells.metric.kind {
        case .yesNo: return "IF(\(cells.value)=\"\(words.answers[0])\",1,0)"
        case .task:
            let progress = words.progress
            return "IF(\(cells.value)=\"\(progress[0])\",2,IF(\(cells.value)=\"\(progress[1])\",1,0))"
        case .percent, .count, .amount, .points: return cells.value
        }
    }

    private func isEntered(_ cells: Cells) -> String {
        if cells.metric.ratio != nil {
            return "ISNUMBER(\(cells.numerator)),ISNUMBER(\(cells.denominator)),N(\(cells.denominator))>0"
        }
        switch cells.metric.kind {
        case .yesNo: return "OR(\(words.answers.map { "\(cells.value)=\"\($0)\"" }.joined(separator: ",")))"
        case .task: return "OR(\(words.progress.map { "\(cells.value)=\"\($0)\"" }.joined(separator: ",")))"
        case .percent, .count, .amount, .points: return "ISNUMBER(\(cells.value))"
        }
    }

    private func isNotApplicable(_ cells: Cells) -> String { "\(cells.first)=\"\(words.notApplicable)\"" }

    private static func isZero(_ cells: Cells) -> String? {
        guard cells.metric.ratio != nil else { return nil }
        let (above, below) = (cells.numerator, cells.denominator)
        return "AND(ISNUMBER(\(above)),ISNUMBER(\(below)),N(\(above))=0,N(\(below))=0)"
    }

    // MARK: - Numbers

    private static func number(_ ratio: ExactRatio) -> String {
        ratio.exactDecimal.map { $0.text() } ?? "(\(ratio.numerator)/\(ratio.denominator))"
    }

    /// How points are rounded; nil where a spreadsheet has no function for it. Points that stay fractions are not rounded.
    static func rounding(_ rounding: Rounding?) -> ((String) -> String)? {
        guard let rounding else { return { $0 } }
        switch rounding.mode {
        case .halfAwayFromZero: return { "ROUND(\($0),\(rounding.digits))" }
        case .towardsZero: return { "ROUNDDOWN(\($0),\(rounding.digits))" }
        case .halfToEven, .down, .up: return nil
        }
    }
}

/// Words that are entered in forms, in a language.
struct EntryWords {
    let notApplicable: String
    let answers: [String]
    let progress: [String]
    let notDue: String

    init(_ language: Language) {
        notApplicable = FormWords.notApplicable.text(language)
        answers = FormWords.answers.map { $0.text(language) }
        progress = FormWords.progress.map { $0.text(language) }
        notDue = FormWords.notDue.text(language)
    }
}
