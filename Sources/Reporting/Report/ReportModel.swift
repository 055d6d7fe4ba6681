public import Assessment
public import Documents
public import Scoring
internal import Survey
public import Values
internal import Words

/// Everything that pages, sheets and documents show of an assessment; they only render it.
///
/// All units are looked at for places and means; of the units shown, each is worked out when it is asked for, so that a
/// country's need not be held at once.
public struct ReportModel: Sendable {
    /// What the record is.
    public static let recordFormat = "report/1"

    let header: ReportHeader
    /// The places, with their ranges.
    let ranking: RankReport
    /// The positions of the units shown.
    package let units: [Int]
    private let places: [Int: (part: RankPart, row: RankRow)]
    private let given: [String: [GivenScore]]
    private let gaps: GapReport
    private let volumes: [Int: ExpectedVolumes]
    /// This year's units against last year's; nil without last year.
    let comparison: ComparisonReport?
    /// All units over this period and those before; nil without any, or where they are of different kinds.
    let history: HistoryReport?
    /// What could be done, from the folder's table; nil where it lists nothing.
    let actions: (actions: [PlannedAction], costUnit: LocalizedText?)?
    /// The day for which deadlines are looked at; nil for none.
    let day: CalendarDay?
    /// The same while the period that is assessed is running: afterwards nothing can be too late any more.
    var planningDay: CalendarDay? {
        let period = assessment.settings.period
        return day.flatMap { (period.first...period.last).contains($0) ? $0 : nil }
    }
    var assessment: Assessment { header.assessment }
    var set: CriteriaSet { header.set }

    /// The model of an assessment, of all units or of some; places are those among all.
    ///
    /// - Parameters:
    ///   - assessment: the assessment.
    ///   - units: the positions of the units shown; nil for all.
    ///   - earlier: the assessments of the periods before, the latest first, for places and courses.
    ///   - day: the day for which deadlines are looked at; nil leaves them out.
    ///   - volumes: the cases expected by the end of the period, by the positions of units.
    public init(
        _ assessment: Assessment, units: [Int]? = nil, earlier: [Assessment] = [], on day: CalendarDay? = nil,
        expecting volumes: [Int: ExpectedVolumes] = [:]
    ) {
        header = ReportHeader(assessment)
        self.volumes = volumes
        let previous = earlier.first
        history =
            earlier.isEmpty ? nil : (try? PeriodSeries(earlier + [assessment])).flatMap { HistoryReport($0) }
        self.day = day
        comparison = previous.map {
            ComparisonReport(
                $0, assessment, pairing: UnitPairing(from: $0.units, to: assessment.units), detail: .field)
        }
        actions = assessment.actionsFile.flatMap { path in
            let reading = assessment.readActions(path)
            return reading.actions.map { ($0, reading.costUnit) }
        }
        var options = RankOptions()
        if let errors = assessment.surveyErrors { options.errors = errors }
        ranking = RankReport(assessment, byTotal: options, previous: previous)
        self.units = units ?? Array(assessment.units.indices)
        let positions = Dictionary(
            assessment.units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        places = ranking.parts.reduce(into: [:]) { places, part in
            for row in part.rows + part.unranked {
                if let unit = positions[row.unit.code] { places[unit] = (part, row) }
            }
        }
        given = assessment.givenByUnit
        gaps = GapReport(assessment, units: units, order: .points, expecting: volumes)
    }

    /// What people answered about each unit shown about which they were asked.
    var surveys: [(unit: Int, report: SurveyReport)] {
        let answered = Set(assessment.survey?.analysis?.units ?? [])
        return units.filter { answered.contains(assessment.units[$0].code) }.compactMap { unit in
            SurveyReport(header, unit: unit, withQuestions: false).map { (unit, $0) }
        }
    }

    /// What is asked first about a part of the ranking.
    func answers(of part: RankPart) -> GroupAnswers { GroupAnswers(self, part) }

    /// What is asked first about a unit.
    func answers(of unit: UnitModel) -> UnitAnswers { UnitAnswers(self, unit, gaps.gap(of: unit.position)) }

    /// What is shown of the unit at a position.
    package func unit(_ position: Int) -> UnitModel {
        let code = assessment.units[position].code
        return UnitModel(
            report: UnitReport(assessment, unit: position, given: given[code] ?? [], set.rounding), position: position,
            place: places[position], volumes: volumes[position] ?? ExpectedVolumes())
    }
}

/// Everything that is shown of one unit.
package struct UnitModel: Sendable {
    let report: UnitReport
    let position: Int
    /// Its place, and among whom; nil for a unit of no group.
    let place: (part: RankPart, row: RankRow)?
    /// The cases expected by the end of the period.
    let volumes: ExpectedVolumes
}

extension UnitModel {
    var score: UnitScore { report.score }

    /// How the points of each leaf came about, in the order of the tree.
    func explanations(under header: ReportHeader) -> [ExplanationReport] {
        let nodes = report.criteria
        return nodes.indices.filter { nodes[$0].isLeaf }.map { explanation(of: $0, among: nodes, under: header) }
    }

    /// How the points of one of its nodes came about.
    ///
    /// - Parameters:
    ///   - node: the node.
    ///   - nodes: all nodes of the unit.
    ///   - header: what is said of the whole assessment.
    ///   - gaps: what the unit lost, where that is at hand.
    func explanation(
        of node: Int, among nodes: [CriterionReport], under header: ReportHeader, gaps: UnitGap? = nil
    ) -> ExplanationReport {
        ExplanationReport(header, unit: report, at: position, nodes: nodes, node: node, expecting: volumes, gaps: gaps)
    }
}

extension ReportModel: Report {
    /// What people read: the ranking. Documents, sheets and pages show the rest.
    public func write(to document: inout Document) { ranking.write(to: &document) }

    /// Everything, for programs.
    public func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.value("day", day.map { .day($0) } ?? .absent)
        record.record("edition") { CriteriaReport(set).write(to: &$0) }
        record.list("groups", ranking.parts) { record, part in
            part.write(to: &record, of: ranking)
            record.list("fields", fields(of: part), FieldStanding.columns(set))
            record.record("answers") { answers(of: part).write(to: &$0, of: self) }
        }
        record.list("units", of: units.count) { record, position in write(unit(units[position]), to: &record) }
        let survey = SurveyReport(header, unit: nil, withQuestions: true)
        if let survey { record.record("survey") { survey.write(to: &$0) } }
        record.list("surveyUnits", surveys) { record, entry in
            record.value("unit", .text(assessment.units[entry.unit].code))
            record.list("estimates", entry.report.indices) { entry.report.write($1, to: &$0) }
        }
        header.writeLeftOutShares(Set(units.map { assessment.units[$0].code }), to: &record)
    }

    private func write(_ unit: UnitModel, to record: inout RecordWriter) {
        let answers = answers(of: unit)
        unit.report.write(to: &record)
        if let (part, row) = unit.place {
            record.record("place") { record in
                record.value("of", .count(part.rows.count))
                part.write(row, amongTop: nil, to: &record, of: ranking)
                record.value("absence", .text(row.absence?.name))
            }
            record.list("standings", answers.spreads) { spread in
                let similar = answers.similar?.medians[spread.node]
                return [
                    "code": .text(self.set.criteria[spread.node].code), "rank": .number(spread.rank.decimal),
                    "of": .count(spread.count), "best": .ratio(spread.best), "median": .ratio(spread.median),
                    "last": .ratio(spread.last), "unmeasuredUnits": .count(spread.unmeasured),
                    "similar": similar.map { .ratio($0.median) } ?? .absent,
                    "similarUnits": similar.map { .count($0.count) } ?? .absent,
                ]
            }
        }
        record.record("answers") { answers.write(to: &$0, of: self) }
        record.record("gap") { gaps.write(unit: unit.position, to: &$0) }
        if let comparison, let compared = comparison.compared(unit: unit.position) {
            record.record("change") { comparison.write(compared, to: &$0) }
        }
        if let history, let line = history.line(of: unit.report.unit.code) {
            history.write(line, as: "history", to: &record)
        }
        record.list("explanations", unit.explanations(under: header)) { record, explanation in
            explanation.writeOwn(to: &record)
        }
        record.list("remarks", assessment.unitRemarks.filter { $0.unit == unit.report.unit.code }) {
            ["kind": .text($0.kind.rawValue), "text": .text($0.text)]
        }
    }

    /// How the ranked units of a part stand in each field.
    private func fields(of part: RankPart) -> [FieldStanding] {
        set.fieldIndices.map { FieldStanding($0, of: part.rows.map { $0.score }) }
    }
}

/// How units stand in a field: the best and the median of those that are wholly measured there, and how much is measured.
struct FieldStanding: Sendable {
    let node: Int
    /// Units to which the field applies, and those of them that are wholly measured.
    let (applicable, measured): (Int, Int)
    /// Points ÷ maximum, in percent; nil where no unit is wholly measured.
    let (best, median): (ExactRatio?, ExactRatio?)
    /// The maximum that is measured ÷ the maximum that applies, in percent, of all units.
    let coverage: ExactRatio?

    init(_ node: Int, of scores: [UnitScore]) {
        self.node = node
        let sums = scores.map { $0.sum(of: node) }.filter { $0.maximum != 0 }
        let whole = sums.filter { $0.unmeasured == 0 }
        (applicable, measured) = (sums.count, whole.count)
        let indices = whole.compactMap { $0.exactIndex }.sorted()
        best = indices.last
        let middle = indices.count / 2
        median =
            indices.isEmpty
            ? nil
            : indices.count % 2 == 1
                ? indices[middle]
                : indices[middle - 1].adding(indices[middle])?.divided(by: ExactRatio(2))
        let maximum = sums.reduce(FixedDecimal(0)) { $0 + $1.maximum }
        let lacking = sums.reduce(FixedDecimal(0)) { $0 + $1.unmeasured }
        coverage =
            maximum == 0
            ? nil : ExactRatio(maximum - lacking).multiplied(by: ExactRatio(100))?.divided(by: ExactRatio(maximum))
    }

    static func columns(_ set: CriteriaSet) -> [Column<FieldStanding>] {
        [
            Column("code") { .text(set.criteria[$0.node].code) }, Column("units") { .count($0.applicable) },
            Column("measured") { .count($0.measured) }, Column("coverage") { .ratio($0.coverage) },
            Column("median") { .ratio($0.median) }, Column("best") { .ratio($0.best) },
        ]
    }
}
