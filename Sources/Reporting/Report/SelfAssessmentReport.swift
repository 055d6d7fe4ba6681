public import Assessment
public import Documents
internal import Scoring
internal import Values
internal import Words

/// A unit's report on its self-assessment: the points that it gives itself, what has no evidence and why, difficulties
/// and proposals, and the figures. What a survey measures the unit does not score.
///
/// Source: official letters 383 and 384/BNV-CCHC (28/01/2021); decree 30/2020/NĐ-CP.
public struct SelfAssessmentReport: OfficialReport {
    /// What the record is.
    public static let recordFormat = "self-assessment/2"

    private let header: ReportHeader
    private let unit: UnitReport
    private let position: Int
    /// The points that were given to the unit.
    private let given: [GivenScore]
    private let rows: [TreeRow]
    /// The nodes of the unit's own leaves that a survey measures, and those above them.
    private let surveyed: Set<Int>
    private var assessment: Assessment { header.assessment }
    private var set: CriteriaSet { header.set }
    private var digits: Int { header.pointDigits }

    /// Makes the report of the unit at a position, from the points of its self-assessment whatever stage is shown.
    public init(_ assessment: Assessment, unit position: Int) {
        let own = assessment.atOwnStage
        header = ReportHeader(own)
        let code = own.units[position].code
        given = own.givenScores.filter { $0.unit == code }
        unit = UnitReport(own, unit: position, given: given, own.criteria.set.rounding)
        self.position = position
        rows = TreeRow.rows(of: unit, isOwn: true)
        surveyed = own.surveyedNodes
    }

    /// What stands around the text.
    public var frame: OfficialFrame {
        var frame = OfficialFrame(
            of: unit.unit, in: assessment, OfficialWords.report, number: OfficialWords.number,
            subject: SelfAssessmentWords.subject(period))
        frame.addressee = OfficialWords.addressee
        return frame
    }

    private var period: Phrase { header.settings.period.phrase }

    /// The three parts, and the figures as an annex.
    public var sections: [OfficialSection] {
        [
            OfficialSection(SelfAssessmentWords.resultSheet, writeResult),
            OfficialSection(SelfAssessmentWords.evidenceSheet, writeEvidence),
            OfficialSection(SelfAssessmentWords.difficultiesSheet, writeRemarks),
            OfficialSection(SelfAssessmentWords.figuresSheet, isAnnex: true, writeFigures),
        ]
    }

    // MARK: - I. Result

    /// The leaves below a row that a survey measures; none in sets that do not add points up, where nothing could be
    /// taken away.
    private func surveyedLeaves(below index: Int?) -> [CriterionReport] {
        guard set.isAdditive else { return [] }
        return rows.compactMap { $0.node }.filter { node in
            node.isLeaf && !node.isLeftOut && surveyed.contains(node.score.index)
                && (index.map { set.isNode(node.score.index, orBelow: $0) } ?? true)
        }
    }

    /// The points that the unit gives itself: those of a survey are not among them. Nil for what has none.
    private func ownPoints(_ row: TreeRow) -> FixedDecimal? {
        guard let points = row.points, row.node != nil || row.isTotal else { return row.points }
        if let node = row.node, isSurveyed(node) { return nil }
        return surveyedLeaves(below: row.node?.score.index).reduce(points) { $0 - ($1.points ?? 0) }
    }

    /// Whether a node is scored by a survey alone.
    private func isSurveyed(_ node: CriterionReport) -> Bool {
        if node.isLeaf { return set.isAdditive && surveyed.contains(node.score.index) }
        let leaves = rows.compactMap { $0.node }.filter {
            $0.isLeaf && set.isNode($0.score.index, orBelow: node.score.index)
        }
        return !leaves.isEmpty && leaves.allSatisfy(isSurveyed)
    }

    private func points(_ points: FixedDecimal) -> Phrase { Phrase("\(points, digits: digits)") }

    /// What the unit gives itself, of what, and in percent of that.
    private var sums: (points: FixedDecimal, maximum: FixedDecimal, index: FixedDecimal?) {
        let own = rows.last.flatMap(ownPoints) ?? 0
        let maximum = surveyedLeaves(below: nil).reduce(unit.total.maximum) { $0 - $1.maximum }
        let share = ExactRatio(own).multiplied(by: ExactRatio(100))?.divided(by: ExactRatio(maximum))
        return (own, maximum, share?.rounded(set.rounding.index))
    }

    /// The leaves of which the unit has not reported what it would score itself on.
    private var lacking: [CriterionReport] {
        rows.compactMap { $0.node }.filter { $0.isLeaf && !isSurveyed($0) && $0.score.sum.unmeasured > 0 }
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.record("unit") { $0.values(of: unit.unit, [.code, .name]) }
        let sums = sums
        record.values([
            "points": .number(sums.points), "maximum": .number(sums.maximum), "index": .number(sums.index),
            "survey": .number(unit.total.maximum - sums.maximum),
            "surveyCriteria": .count(surveyedLeaves(below: nil).count),
            "unmeasured": .number(lacking.reduce(FixedDecimal(0)) { $0 + $1.score.sum.unmeasured }),
        ])
        record.list("rows", rows.filter { $0.node != nil }) { row in
            [
                "code": .text(row.node?.criterion.code), "maximum": .number(row.node?.maximum),
                "points": .number(ownPoints(row)),
            ]
        }
        record.list("withoutEvidence", lacks) { lack in
            ["code": .text(lack.node.criterion.code), "state": .phrase(lack.state), "given": .phrase(lack.given)]
        }
    }

    private func writeResult(to document: inout Document) {
        document.heading(SelfAssessmentWords.result)
        document.paragraph(
            SelfAssessmentWords.basis(unit.unit.name, set.source.phrase, Phrase(set.name), period))
        let leaves = surveyedLeaves(below: nil)
        let (own, maximum, index) = sums
        let surveyMaximum = unit.total.maximum - maximum
        document.paragraph(
            SelfAssessmentWords.total(
                points(own), points(maximum), index.map { Phrase("\($0, digits: header.indexDigits)") }))
        if !leaves.isEmpty { document.paragraph(SelfAssessmentWords.survey(points(surveyMaximum), leaves.count)) }
        let lacking = lacking
        if !lacking.isEmpty {
            let sum = lacking.reduce(FixedDecimal(0)) { $0 + $1.score.sum.unmeasured }
            document.paragraph(
                SelfAssessmentWords.unmeasured(
                    points(sum), lacking.map { $0.criterion.code }.joined(separator: ", ")))
        }
        document.heading(SelfAssessmentWords.summary, level: 3)
        let digits = digits
        let ofSurvey = leaves.isEmpty ? nil : surveyMaximum
        document.table(
            rows.dropLast() + (ofSurvey.map { [surveyRow($0)] } ?? []) + rows.suffix(1),
            [
                .text("", SelfAssessmentWords.number) { $0.node?.criterion.code },
                .phrase("", SelfAssessmentWords.criteria, .wrapped(24)) {
                    $0.isTotal ? SelfAssessmentWords.ownTotal : $0.title
                },
                Column(.maximum, .decimal.blank("")) { row in
                    if row.isTotal { return .number(maximum, digits: digits) }
                    return row.node?.isLeftOut == true || row.maximum == 0
                        ? .none : .number(row.maximum, digits: digits)
                },
                Column(SelfAssessmentWords.selfPoints, .decimal.blank("")) { .number(ownPoints($0), digits: digits) },
                .phrase("", SelfAssessmentWords.remarks, .wrapped(16)) { $0.node.flatMap(remark) },
            ]
        ) { row in row.node.map { !$0.isLeaf } ?? row.isTotal }
        for notice in header.notices(isBrief: true) { document.notice(notice) }
    }

    /// What a survey measures, so that the maxima of the fields come to that of the total.
    private func surveyRow(_ maximum: FixedDecimal) -> TreeRow {
        TreeRow(
            unit: unit, node: nil, title: SelfAssessmentWords.lessSurvey, points: nil, maximum: 0 - maximum, lost: nil)
    }

    private func remark(_ node: CriterionReport) -> Phrase? {
        if isSurveyed(node) { return node.isLeftOut ? node.state : SelfAssessmentWords.bySurvey }
        if node.origin != nil { return SelfAssessmentWords.given }
        guard node.isLeaf, let status = node.score.status, status != .scored else { return nil }
        return node.state
    }

    // MARK: - II. Evidence

    /// A criterion whose evidence is lacking.
    private typealias Lack = (node: CriterionReport, given: Phrase, state: Phrase, explanation: Phrase)

    private var lacks: [Lack] {
        rows.compactMap { $0.node }.compactMap { node -> Lack? in
            guard node.isLeaf, !node.isLeftOut, !isSurveyed(node), node.score.status != .watched else { return nil }
            let evidence = LeafEvidence(
                assessment, unit: position, criterion: node.criterion, given: given)
            let state: Phrase
            switch evidence.state {
            case .complete: return nil
            case .none where node.score.sum.unmeasured > 0: state = SelfAssessmentWords.notMeasured
            case .none: state = SelfAssessmentWords.noEvidence
            case .lacking(let kinds): state = SelfAssessmentWords.lacking(kinds.map { Phrase($0) }.joined("; "))
            case .incomplete(let metrics): state = SelfAssessmentWords.incomplete(metrics.joined(separator: ", "))
            }
            return (
                node, Phrase(verbatim: evidence.texts.joined(separator: "; ")), state,
                evidence.explanations.isEmpty
                    ? SelfAssessmentWords.notExplained
                    : Phrase(verbatim: evidence.explanations.joined(separator: "; "))
            )
        }
    }

    private func writeEvidence(to document: inout Document) {
        document.heading(SelfAssessmentWords.evidence)
        let lacks = lacks
        if lacks.isEmpty { return document.paragraph(SelfAssessmentWords.evidenceComplete) }
        let set = set
        document.table(
            lacks,
            [
                .text("", SelfAssessmentWords.number) { $0.node.criterion.code },
                .phrase("", SelfAssessmentWords.criteria, .wrapped(20)) { Phrase($0.node.criterion.name) },
                .phrase("", SelfAssessmentWords.needed, .wrapped(16)) {
                    CriterionWords($0.node.criterion, in: set).evidence
                },
                .phrase("", SelfAssessmentWords.present, .wrapped(16)) { $0.given },
                .phrase("", SelfAssessmentWords.lacking, .wrapped(12)) { $0.state },
                .phrase("", .explanation, .wrapped(20)) { $0.explanation },
            ])
    }

    // MARK: - III. Difficulties and proposals

    private func writeRemarks(to document: inout Document) {
        document.heading(SelfAssessmentWords.difficulties)
        for (kind, title) in [
            (UnitRemark.Kind.difficulty, SelfAssessmentWords.difficulty), (.proposal, SelfAssessmentWords.proposal),
        ] {
            let texts = assessment.unitRemarks.filter { $0.unit == unit.unit.code && $0.kind == kind }.map { $0.text }
            document.heading(title, level: 3)
            // What people are to add is not for us to say.
            if texts.isEmpty { document.paragraph(SelfAssessmentWords.dotted) }
            document.list(texts.map { Phrase(verbatim: $0) })
        }
    }

    // MARK: - Annex

    private typealias FigureRow = (node: CriterionReport, metric: Metric, figure: Figure, remark: Remark?)

    private func writeFigures(to document: inout Document) {
        let nodes = rows.compactMap { $0.node }.filter { $0.isLeaf && !$0.isLeftOut && !isSurveyed($0) }
        let figures = nodes.flatMap { node in
            node.metrics.map { metric -> FigureRow in
                (
                    node, metric, assessment.figures[position, metric.code],
                    assessment.remark(unit: position, metric: metric.code)
                )
            }
        }
        document.heading(SelfAssessmentWords.figures)
        func count(_ title: Phrase, _ value: @escaping @Sendable (Figure) -> FixedDecimal?) -> Column<FigureRow> {
            Column(title, .decimal.blank("")) { .number(value($0.figure)) }
        }
        document.table(
            figures,
            [
                .text("", SelfAssessmentWords.number) { $0.metric.code },
                .phrase("", .figure, .wrapped(24)) { Phrase($0.metric.name) },
                count(.numerator) { if case .ratio(let numerator, _) = $0 { numerator } else { nil } },
                count(.denominator) { if case .ratio(_, let denominator) = $0 { denominator } else { nil } },
                .phrase("", .value, .wrapped(10)) { $0.metric.result(of: $0.figure) },
                .text("", .evidence, .wrapped(20)) { $0.remark?.evidence },
            ])
    }
}
