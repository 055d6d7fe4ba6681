package import Assessment
package import Documents
internal import Scoring
internal import Survey
internal import Values
internal import Words

/// How the points of one node came about for one unit.
package struct ExplanationReport: Report {
    let header: ReportHeader
    let node: CriterionReport
    /// How a leaf's points came about; nil for a node with children.
    let leaf: LeafExplanation?
    private let assessment: Assessment
    private let position: Int
    /// A parent's children, whose points add up to its own.
    private let parts: [CriterionReport]

    /// Explains a node; nil for a code that the set does not have.
    package init?(_ assessment: Assessment, unit position: Int, code: String) {
        let set = assessment.criteria.set
        guard let index = set.index(of: code) else { return nil }
        let given = assessment.givenScores.filter { $0.unit == assessment.units[position].code }
        let unit = UnitReport(assessment, unit: position, given: given)
        let nodes = unit.criteria
        (self.assessment, self.position, header) = (assessment, position, ReportHeader(assessment))
        (node, parts) = (nodes[index], set.criteria[index].children.map { nodes[$0] })
        leaf = unit.score.explanation(of: code)
    }

    /// The year that is scored.
    var year: Int { assessment.criteria.year }
    private var set: CriteriaSet { header.set }
    private var unit: Unit { assessment.units[position] }

    /// What was said about a figure.
    func remark(_ metric: Metric) -> Remark? { assessment.remark(unit: position, metric: metric.code) }

    /// What the survey says of a figure that rests on it.
    func survey(of used: UsedFigure) -> SurveyIndex? {
        used.isLastYear ? nil : assessment.surveyed(unit: position, metric: used.metric.code)
    }

    package func write(to document: inout Document) {
        document.heading(node.criterion.heading, level: 1)
        document.facts(summary)
        writeRequirements(to: &document)
        if let leaf {
            for measure in leaf.measures { write(measure, to: &document) }
            if leaf.measures.count > 1 {
                document.facts([.init(.result, leaf.combination(digits: leafDigits) ?? node.state)])
            }
            writeEvidence(to: &document)
        } else {
            document.heading(.parts)
            writeParts(to: &document)
        }
        document.list(node.given.map { phrase(of: $0) }, under: .given)
        // The origin of the points stands among the facts already.
        header.writeNotices(to: &document, withLeftOut: false, withOrigin: false)
    }

    private var summary: [(Phrase, Phrase?)] {
        let (digits, maximum, status) = (header.pointDigits, node.maximum, node.score.status)
        let points = node.points.map { Phrase("\($0, digits: digits)/\(maximum, digits: digits)") }
        let isPublished = status != .notPublished
        let none = ExplanationWords.noPoints(of: maximum, digits: digits, isPublished: isPublished)
        return [
            (unit.fact.name, unit.fact.text), (.year, Phrase("\(year)")),
            (.points, points ?? (node.isLeftOut ? nil : none)),
            (.lost, points == nil ? nil : NodeColumns(set).lost.phrase(in: node)),
            (.state, node.isLeftOut && !node.isLeaf ? .notApplicable : status.map { _ in node.state }),
        ]
    }

    private func writeRequirements(to document: inout Document) {
        let (criterion, leaf) = (node.criterion, node.criterion.leaf)
        let origin = leaf?.points ?? set.points
        document.facts(
            [
                (.target, leaf?.target.map { Phrase(verbatim: $0.text) }), (.legalSource, criterion.source?.phrase),
                (.sourceOfTarget, leaf?.target?.source?.phrase),
                (.levels, leaf.map { set.names(ofLevels: $0.levels).with(remark: $0.levelsReason) }),
                (.agencies, criterion.agencies.phrase), (.pointsOrigin, origin.phrase(isBrief: document.isBrief)),
            ] + criterion.notes.map { (.note, Phrase($0)) })
    }

    /// The children, and their sum.
    private func writeParts(to document: inout Document) {
        typealias Node = Column<CriterionReport>
        let (columns, code) = (NodeColumns(set), node.criterion.code)
        let name = columns.name.mapped { part in
            part.criterion.code == code ? .phrase(.total) : .name(part.criterion.name)
        }
        func blankInSum(_ column: Node) -> Node { column.on { $0.criterion.code == code ? nil : $0 } }
        document.table(
            parts + [node],
            [
                blankInSum(columns.code), name, columns.points, columns.maximum.on { $0.isLeftOut ? nil : $0 },
                columns.lost, blankInSum(columns.state.titled(nil, .wrapped(14))),
            ]
        ) { $0.criterion.code == code }
    }

    private func phrase(of given: GivenScore) -> Phrase {
        let points = Phrase("\(given.stage.phrase): \(given.points, digits: header.pointDigits)")
        let reason = given.reason.map { Phrase("; \(Phrase.reason.lowercased): \($0)") }
        let evidence = given.evidence.map { Phrase("; \(Phrase.evidence.lowercased): \($0)") }
        return Phrase("\(points)\(reason)\(evidence)\(given.date.map { Phrase("; \($0)") })")
    }

    package func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.record("unit") { $0.values(of: unit, [.code, .name]) }
        record.record("criterion") { node.write(to: &$0) }
        record.list("parts", parts) { record, part in part.write(to: &record) }
        record.list("measures", leaf?.measures ?? []) { record, measure in write(measure, to: &record) }
    }
}
