internal import Assessment
internal import Documents
internal import Scoring
internal import Values
internal import Words

/// A row of losses: a leaf, or one of its measures; an object, since every column of a table is handed it.
final class GapLine: Sendable {
    let unit: Unit
    let leaf: LeafGap
    /// The measure that the row is about; nil for a leaf of several.
    let measure: MeasureGap?
    /// Whether the row shows the leaf's points: so that a column can be added up, they stand once.
    let hasPoints: Bool
    var criterion: Criterion { leaf.score.criterion }
    var explanation: MeasureExplanation? { measure?.explanation }

    init(_ unit: Unit, leaf: LeafGap, measure: MeasureGap? = nil, hasPoints: Bool = true) {
        (self.unit, self.leaf, self.measure, self.hasPoints) = (unit, leaf, measure, hasPoints)
    }

    static func lines(_ unit: Unit, of leaf: LeafGap) -> [GapLine] {
        leaf.measures.enumerated().map { GapLine(unit, leaf: leaf, measure: $1, hasPoints: $0 == 0) }
    }
}

/// A row of data: a line of a loss, or what sums lost beyond those; an object, as ``GapLine`` is.
final class GapRow: Sendable {
    let unit: Unit
    let line: GapLine?
    let title: Phrase
    let lost: FixedDecimal

    init(_ unit: Unit, _ line: GapLine?, _ title: Phrase = .none, _ lost: FixedDecimal = 0) {
        (self.unit, self.line, self.title, self.lost) = (unit, line, title, lost)
    }
}

/// What reports show of a loss.
struct GapColumns: Sendable {
    typealias Line = Column<GapLine>
    let set: CriteriaSet
    private var digits: Int { self.set.rounding.points.digits }

    var code: Line { .text("code", .code, full: .criterionCode) { $0.criterion.code } }
    var name: Line { Line("name", .criterion, full: .criterionName, .wrapped(20)) { .name($0.criterion.name) } }
    var field: Line { .text("field", .field) { [set] in set.criteria[$0.leaf.field].code } }
    var lead: Line { Line("lead", .lead, full: .leadAgency, .wrapped(10).dispensable) { .points($0.leaf.lead) } }
    var status: Line { Line("status", .status) { $0.leaf.score.status?.words ?? .none } }
    var kind: Line { Line("kind", .kind) { .code($0.leaf.kind.rawValue, $0.leaf.kind.phrase) } }
    var points: Line { leafNumber("points", .points) { $0.score.points } }
    var maximum: Line { leafNumber("maximum", .maximum) { $0.score.sum.maximum } }
    var lost: Line { leafNumber("lost", .lostShort, full: .lost) { $0.lost } }
    var lostWithoutFigures: Line { leafNumber("lostWithoutFigures", .withoutFigures) { $0.lostWithoutFigures } }

    private func leafNumber(
        _ key: String, _ title: Phrase, full: Phrase? = nil, _ value: @escaping @Sendable (LeafGap) -> FixedDecimal?
    ) -> Line {
        .decimal(key, title, full: full, .decimal.blank(""), digits: digits) { line in
            line.hasPoints ? value(line.leaf) : nil
        }
    }

    private var measureCode: Line { .text("code", .measureCode) { $0.explanation?.measure.code } }
    private var metric: Line { .text("metric", .metric) { $0.explanation?.measure.metrics[0].code } }
    private var measureStatus: Line { Line("status", .status) { $0.explanation?.outcome.state.words ?? .none } }
    private var target: Line { number("target", .target) { $0.explanation.target?.value } }
    private var comparison: Line { .text("comparison", .comparison) { $0.explanation?.target?.comparison.rawValue } }
    private var measured: Line { Line("measured", .measured) { .ratio($0.explanation?.targetNumber) } }
    private var difference: Line { Line("difference", .targetDifference) { .ratio($0.measure?.distance?.difference) } }
    private var targetMet: Line {
        Line("targetMet", .targetMet) { line in line.explanation?.isTargetMet.map { .flag($0) } ?? .absent }
    }
    private var figureNeeded: Line { number("figureNeeded", .figureNeeded) { $0.distance?.figure } }
    private var numeratorNeeded: Line { number("numeratorNeeded", .numeratorNeeded) { $0.distance?.numerator } }
    private var furtherCases: Line { number("furtherCases", .furtherCases) { $0.distance?.cases } }
    private var targetGain: Line { number("targetGain", .targetGain, digits: digits) { $0.targetGain } }

    private func number(
        _ key: String, _ title: Phrase, digits: Int = 0, _ value: @escaping @Sendable (MeasureGap) -> FixedDecimal?
    ) -> Line { .decimal(key, title, digits: digits) { $0.measure.flatMap(value) } }

    private var caseWeight: Line {
        Line("caseWeight", .caseWeight) { line in
            line.explanation?.caseWeight.map { .number($0.points) } ?? .absent
        }
    }

    private func words(
        _ title: Phrase, _ layout: ColumnLayout = .leading, _ value: @escaping @Sendable (GapWords) -> Phrase?
    ) -> Line { .phrase("", title, layout) { [digits] in $0.measure.flatMap { value(GapWords($0, digits: digits)) } } }

    var data: [Line] {
        let next = [
            Line.phrase("", .nextNeed) { line in
                line.measure.flatMap { gap in gap.nextStep.map { gap.explanation.need(of: $0).line() } }
            },
            number("", .figureNeeded) { $0.nextStep?.figure }, number("", .numeratorNeeded) { $0.nextStep?.numerator },
            number("", .pointsThen, digits: digits) { $0.nextStep?.points },
            number("", .gain, digits: digits) { $0.nextStep?.gain },
        ]
        return [field, code, measureCode, name, lead, points, maximum, lost, status, kind, comparison, target]
            + [measured, difference, furtherCases, words(.distanceInWords) { $0.distance?.line() }, targetGain]
            + next + [words(.samplingError) { $0.sampling?.line() }]
    }

    /// What records have of a leaf, and of a measure.
    var ofLeaf: [Line] { [code, name, field, lead, status, kind, points, maximum, lost, lostWithoutFigures] }
    var ofMeasure: [Line] {
        [measureCode, metric, measureStatus, target, comparison, measured, difference, targetMet, figureNeeded]
            + [numeratorNeeded, furtherCases, targetGain, caseWeight]
    }

    /// The table for people; what every row of a section would say is left out.
    func shown(withLosses: Bool, withLead: Bool, limit: Int?) -> [Line] {
        let partCode = code.mapped { .text($0.hasPoints ? $0.criterion.code : $0.explanation?.measure.code) }
        let title = name.mapped { line in
            let measure = line.hasPoints ? nil : line.explanation?.measure
            return .name(measure?.name ?? measure?.metrics[0].name ?? line.criterion.name)
        }
        let now = words(.nowAndTarget, .wrapped(14)) { words in
            [words.measured, words.target.map(GapWords.needed)].compactMap { $0 }.joined("; ")
        }
        let distance = words(.toTarget, .wrapped(16)) {
            [$0.distance, $0.caseWeight, $0.sampling].compactMap { $0 }.joined("; ")
        }
        let next = Line.phrase("", .nextBand, .wrapped(12)) { [digits] line in
            let required = line.hasPoints ? line.leaf.requirement?.next(digits: digits) : nil
            return [required, line.measure.flatMap { GapWords($0, digits: digits).next }].listed("; ")
        }
        return [partCode, title.cut(at: limit)] + (withLosses ? [lost] : []) + [now, distance]
            + (withLosses ? [next] : [])
            + (withLead ? [lead.mapped { .points($0.hasPoints ? $0.leaf.lead : nil) }] : [])
    }
}
