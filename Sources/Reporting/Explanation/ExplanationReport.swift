package import Documents
internal import Words
package import Assessment
package import Scoring
package import Survey

/// How the points of one node came about for one unit.
package struct ExplanationReport: Sendable {
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

    var set: CriteriaSet { header.set }

    /// Whether figures are reported though neither evidence nor an explanation came with any of them.
    package var lacksEvidence: Bool {
        guard let leaf, leaf.criterion.leaf?.evidence.isEmpty == false else { return false }
        let isReported = leaf.measures.contains { measure in
            measure.figures.contains { used in
                switch used.figure {
                case .value, .ratio: !used.isLastYear
                case .notReported, .notApplicable, .awaited, .notPublished: false
                }
            }
        }
        return isReported && remarks.values.allSatisfy { $0.evidence == nil && $0.explanation == nil }
    }

    /// Where the node's maximum comes from.
    package var pointsOrigin: PointsOrigin { node.criterion.leaf?.points ?? set.points }
}
