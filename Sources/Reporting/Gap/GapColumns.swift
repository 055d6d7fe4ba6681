internal import Assessment
internal import Documents
internal import Scoring
internal import Values
internal import Words

/// A row of losses: a leaf, or one of its measures.
struct GapLine: Sendable {
    let unit: Unit
    let leaf: LeafGap
    /// The measure that the row is about; nil for a leaf of several.
    let measure: MeasureGap?
    /// Whether the row shows the leaf's points: so that a column can be added up, they stand once.
    let hasPoints: Bool
    let words: GapWords?
}

/// What reports show of a loss.
struct GapColumns: Sendable {
    typealias Line = Column<GapLine>
    let set: CriteriaSet
    private let digits: Int

    init(_ set: CriteriaSet) {
        self.set = set
        digits = set.rounding.points.digits
    }

    // MARK: Of a leaf

    var code: Line { Line("code", .code, full: .criterionCode) { .text($0.leaf.score.criterion.code) } }
    var name: Line {
        Line("name", .criterion, full: .criterionName, .wrapped(20)) { .name($0.leaf.score.criterion.name) }
    }
    var field: Line { Line("field", .field) { [set] in .text(set.criteria[$0.leaf.field].code) } }
    var lead: Line { Line("lead", .lead, full: .leadAgency, .wrapped(10).dispensable) { .points($0.leaf.lead) } }
    var status: Line { Line("status", .status) { $0.leaf.score.status?.words ?? .none } }
    var kind: Line { Line("kind", .kind) { .text($0.leaf.kind.rawValue) } }
    var points: Line { leafNumber("points", .points) { $0.score.points } }
    var maximum: Line { leafNumber("maximum", .maximum) { $0.score.tally.maximum } }
    var lost: Line { leafNumber("lost", .lostShort, full: .lost) { $0.lost } }
    var lostWithoutFigures: Line { leafNumber("lostWithoutFigures", .withoutFigures) { $0.lostWithoutFigures } }

    private func leafNumber(
        _ key: String, _ title: Phrase, full: Phrase? = nil, _ value: @escaping @Sendable (LeafGap) -> FixedDecimal?
    ) -> Line {
        let look = NumberLook.rounded(set.rounding.points)
        return Line(key, title, full: full, .decimal.blank("")) { line in
            line.hasPoints ? .number(value(line.leaf), look: look) : .none
        }
    }

    // MARK: Of a measure

    var measureCode: Line { Line("code", .measureCode) { .text($0.measure?.explanation.measure.code) } }
    var metric: Line { Line("metric", .metric) { .text($0.measure?.explanation.measure.metrics[0].code) } }
    var measureStatus: Line { Line("status", .status) { $0.measure?.explanation.outcome.state.words ?? .none } }
    var target: Line { number("target", .target) { $0.explanation.target?.value } }
    var comparison: Line {
        Line("comparison", .comparison) { .text($0.measure?.explanation.target?.comparison.rawValue) }
    }
    var measured: Line { Line("measured", .measured) { .ratio($0.measure?.explanation.targetNumber) } }
    var difference: Line { Line("difference", .targetDifference) { .ratio($0.measure?.distance?.difference) } }
    var targetMet: Line {
        Line("targetMet", .targetMet) { line in line.measure?.explanation.isTargetMet.map { .flag($0) } ?? .absent }
    }
    var figureNeeded: Line { number("figureNeeded", .figureNeeded) { $0.distance?.figure } }
    var numeratorNeeded: Line { number("numeratorNeeded", .numeratorNeeded) { $0.distance?.numerator } }
    var furtherCases: Line { number("furtherCases", .furtherCases) { $0.distance?.cases } }
    var targetGain: Line { number("targetGain", .targetGain, digits: digits) { $0.targetGain } }
    var distance: Line { Line("", .distanceInWords) { .phrase($0.words?.distance?.line()) } }
    var sampling: Line { Line("", .samplingError) { .phrase($0.words?.sampling?.line()) } }
    var nextNeed: Line {
        Line("", .nextNeed) { line in
            .phrase(line.measure.flatMap { gap in gap.nextStep.map { gap.explanation.need(of: $0).line() } })
        }
    }
    var nextFigure: Line { number("", .figureNeeded) { $0.nextStep?.figure } }
    var nextNumerator: Line { number("", .numeratorNeeded) { $0.nextStep?.numerator } }
    var nextPoints: Line { number("", .pointsThen, digits: digits) { $0.nextStep?.points } }
    var nextGain: Line { number("", .gain, digits: digits) { $0.nextStep?.gain } }

    private func number(
        _ key: String, _ title: Phrase, digits: Int = 0, _ value: @escaping @Sendable (MeasureGap) -> FixedDecimal?
    ) -> Line {
        Line(key, title) { .number($0.measure.flatMap(value), digits: digits) }
    }

    /// The columns of the table of data.
    var data: [Line] {
        [field, code, measureCode, name, lead, points, maximum, lost, status, kind, comparison, target, measured]
            + [difference, furtherCases, distance, targetGain, nextNeed, nextFigure, nextNumerator, nextPoints]
            + [nextGain, sampling]
    }

    // MARK: For people

    /// A leaf's name, or that of a measure under it.
    func title(isBrief: Bool) -> Line {
        name.mapped { line in
            let measure = line.measure?.explanation.measure
            let isPart = line.measure != nil && !line.hasPoints
            let name = isPart ? measure?.name ?? measure?.metrics[0].name : nil
            return .phrase(Phrase(name ?? line.leaf.score.criterion.name).line(cutAt: isBrief ? 90 : nil))
        }
    }
    var partCode: Line {
        code.mapped { line in
            .text(line.hasPoints ? line.leaf.score.criterion.code : line.measure?.explanation.measure.code)
        }
    }
    var now: Line {
        Line("", .nowAndTarget, .wrapped(14)) { line in
            guard let words = line.words else { return .none }
            return .phrase([words.measured, words.target.map(GapWords.needed)].compactMap(\.self).joined("; "))
        }
    }
    var toTarget: Line {
        Line("", .toTarget, .wrapped(16)) { line in
            .phrase([line.words?.distance, line.words?.sampling].compactMap(\.self).joined("; "))
        }
    }
    var next: Line { Line("", .nextBand, .wrapped(12)) { .phrase($0.words?.next) } }
    var shownLead: Line { lead.mapped { .points($0.hasPoints ? $0.leaf.lead : nil) } }
}
