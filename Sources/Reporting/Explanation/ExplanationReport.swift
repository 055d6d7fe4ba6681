package import Assessment
package import Documents
package import Scoring
package import Survey
internal import Values
internal import Words

/// How the points of one node came about for one unit.
package struct ExplanationReport: Report {
    /// What stands above.
    package let header: ReportHeader
    /// The unit with its scores.
    package let unit: UnitReport
    /// The node.
    package let node: CriterionReport
    /// How a leaf's points came about; nil for a node with children.
    package let leaf: LeafExplanation?
    /// A parent's children, whose points add up to its own.
    package let parts: [CriterionReport]
    /// What was said about the figures, by the codes of metrics.
    package let remarks: [String: Remark]
    /// What the survey says of the metrics that rest on it, by their codes.
    package let surveyed: [String: SurveyIndex]
    /// The year that is scored.
    package let year: Int

    /// Explains a node; nil for a code that the set does not have.
    package init?(_ assessment: Assessment, unit position: Int, code: String) {
        let set = assessment.criteria.set
        let unitCode = assessment.units[position].code
        let unit = UnitReport(
            assessment, unit: position, given: assessment.givenScores.filter { $0.unit == unitCode })
        let nodes = unit.criteria
        guard let index = set.index(of: code) else { return nil }
        header = ReportHeader(assessment)
        self.unit = unit
        node = nodes[index]
        parts = set.criteria[index].children.map { nodes[$0] }
        leaf = unit.score.explanation(of: code)
        var remarks: [String: Remark] = [:]
        for metric in set.criteria[index].leaf?.measures.flatMap(\.metrics) ?? [] {
            remarks[metric.code] = assessment.remark(unit: position, metric: metric.code)
        }
        self.remarks = remarks
        surveyed = (assessment.survey?.metrics ?? [:]).reduce(into: [:]) { result, entry in
            if entry.key.unit == unitCode { result[entry.key.metric] = entry.value }
        }
        year = assessment.criteria.year
    }

    private var set: CriteriaSet { header.set }

    /// Where the node's maximum comes from.
    private var pointsOrigin: PointsOrigin { node.criterion.leaf?.points ?? header.set.points }

    // MARK: For people

    package func write(to document: inout Document) {
        let criterion = node.criterion
        document.heading(Phrase("\(criterion.code). \(criterion.name)"), level: 1)
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

    private var summary: [Document.Fact] {
        let (columns, digits) = (NodeColumns(set), header.pointDigits)
        let (maximum, status) = (node.maximum, node.score.status)
        var facts: [Document.Fact] = [
            unit.unit.fact, .init(.year, .count(year)),
        ]
        if let points = node.points {
            facts.append(.init(.points, Phrase("\(points, digits: digits)/\(maximum, digits: digits)")))
            facts.append(.init(.lost, columns.lost.value(node)))
        } else if !node.isLeftOut {
            let isPublished = status != .notPublished
            facts.append(
                .init(.points, ExplanationWords.noPoints(of: maximum, digits: digits, isPublished: isPublished)))
        }
        if node.isLeftOut, !node.isLeaf { facts.append(.init(.state, .notApplicable)) }
        if status != nil { facts.append(.init(.state, node.state)) }
        return facts
    }

    private func writeRequirements(to document: inout Document) {
        let criterion = node.criterion
        let leaf = criterion.leaf
        let reason = leaf?.levelsReason.map { Phrase(" (\($0))") }
        let notes = criterion.notes.map { (Phrase.note, Phrase($0)) }
        document.facts(
            [
                (.target, leaf?.target.map { Phrase(verbatim: $0.text) }), (.legalSource, criterion.source?.phrase),
                (.sourceOfTarget, leaf?.target?.source?.phrase),
                (.levels, leaf.map { Phrase("\(set.names(ofLevels: $0.levels))\(reason)") }),
                (.agencies, criterion.agencies.phrase), (.pointsOrigin, pointsOrigin.phrase(isBrief: document.isBrief)),
            ] + notes)
    }

    /// The children, and their sum.
    private func writeParts(to document: inout Document) {
        let (columns, code) = (NodeColumns(set), node.criterion.code)
        let name = Column<CriterionReport>(.criterion, .wrapped(24)) { part in
            part.criterion.code == code ? .phrase(.total) : .name(part.criterion.name)
        }
        func blankInSum(_ column: Column<CriterionReport>) -> Column<CriterionReport> {
            column.on { $0.criterion.code == code ? nil : $0 }
        }
        document.table(
            parts + [node],
            [
                blankInSum(columns.code), name, columns.points, columns.maximum.on { $0.isLeftOut ? nil : $0 },
                columns.lost, blankInSum(columns.state.titled(nil, .wrapped(14))),
            ]
        ) { $0.criterion.code == code }
    }

    private func phrase(of given: GivenScore) -> Phrase {
        let details = [(Phrase.reason, given.reason), (.evidence, given.evidence)].compactMap { label, text in
            text.map { Phrase("\(label.lowercased): \($0)") }
        }
        let points = Phrase("\(given.stage.phrase): \(given.points, digits: header.pointDigits)")
        return ([points] + details + [given.date].compactMap(\.self).map { Phrase(verbatim: $0) }).joined("; ")
    }

    // MARK: Record

    package func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.record("unit") { record in
            record.values(["code": .text(unit.unit.code), "name": .text(unit.unit.name)])
        }
        record.record("criterion") { node.write(to: &$0) }
        record.list("parts", parts) { record, part in part.write(to: &record) }
        record.list("measures", leaf?.measures ?? []) { record, measure in write(measure, to: &record) }
    }
}
