package import Scoring
internal import Values

/// A criteria set reviewed over assessments of one period or several: the edition of the latest, with what the others
/// scored by earlier editions where these have the same criteria.
package struct SetReview: Sendable {
    /// Why assessments are not reviewed together.
    package enum Fault: Error, Hashable, Sendable {
        /// They are scored by different sets, not by editions of one: the folders of two.
        case setsDiffer(String, String)
        /// The same units in periods that overlap would count twice: the folders of two.
        case sameUnits(String, String)
    }

    /// One of the assessments.
    package struct Source: Sendable {
        package let assessment: Assessment
        /// How many of its units are reviewed.
        package let unitCount: Int
        /// How many of the leaves under review it scores.
        package let leafCount: Int
        /// The stages between which points were cut; nil where there was no appraisal.
        package let appraisal: (from: Stage, to: Stage)?
        /// Whether its edition is another than the one under review.
        package let isOtherEdition: Bool
    }

    package let review: CriteriaReview
    /// In the order of their periods.
    package let sources: [Source]

    /// How many scores of a unit in a period are reviewed.
    package var scoreCount: Int { sources.reduce(0) { $0 + $1.unitCount } }

    /// Reviews the set of the latest of some assessments, at least one.
    ///
    /// - Parameters:
    ///   - assessments: the assessments, each at the stage whose points count.
    ///   - scope: among whom units have their places.
    ///   - only: the code of the only group, level or parent whose units are reviewed; of a group where all have their
    ///     places among each other. Nil for all.
    ///   - thresholds: from when on a criterion is told of.
    /// - Throws: ``Fault``.
    package init(
        _ assessments: [Assessment], among scope: RankScope = .group, only: String? = nil,
        _ thresholds: ReviewThresholds = ReviewThresholds()
    ) throws(Fault) {
        let sorted = assessments.indices.sorted { left, right in
            let (first, second) = (assessments[left].settings.period, assessments[right].settings.period)
            return first == second ? left < right : first < second
        }.map { assessments[$0] }
        guard let latest = sorted.last else { preconditionFailure("there is nothing to review") }
        try Self.check(sorted)
        let set = latest.criteria.set
        var (tables, sources) = ([ReviewedScores](), [Source]())
        for assessment in sorted {
            let nodes = Self.nodes(of: set, in: assessment.criteria.set)
            let cohorts = assessment.cohorts(scope, only)
            let appraisal = assessment.appraisal
            tables.append(
                ReviewedScores(
                    assessment.scores, cohorts: cohorts, nodes: nodes,
                    appraisal: appraisal.map { (assessment.scores(at: $0.from), assessment.scores(at: $0.to)) }))
            sources.append(
                Source(
                    assessment: assessment, unitCount: cohorts.reduce(0) { $0 + $1.count },
                    leafCount: set.criteria.indices.count { set.criteria[$0].leaf != nil && nodes[$0] != nil },
                    appraisal: appraisal, isOtherEdition: assessment.criteria.set.edition != set.edition))
        }
        self.sources = sources
        review = CriteriaReview(set, tables, thresholds)
    }

    private static func check(_ assessments: [Assessment]) throws(Fault) {
        for (position, assessment) in assessments.enumerated() {
            let units = Set(assessment.units.map { [$0.code, $0.name] })
            for other in assessments[..<position] {
                guard other.criteria.set.set == assessment.criteria.set.set else {
                    throw .setsDiffer(other.folder, assessment.folder)
                }
                guard other.settings.period.last >= assessment.settings.period.first else { continue }
                if other.units.contains(where: { units.contains([$0.code, $0.name]) }) {
                    throw .sameUnits(other.folder, assessment.folder)
                }
            }
        }
    }

    /// For each node of a set its position in an earlier edition; nil for one that is not there, or is counted in another
    /// way.
    private static func nodes(of set: CriteriaSet, in other: CriteriaSet) -> [Int?] {
        var nodes = [Int?](repeating: nil, count: set.criteria.count)
        for (old, new) in other.matches(in: set) where other.criteria[old].leaf?.role == set.criteria[new].leaf?.role {
            nodes[new] = old
        }
        return nodes
    }
}

extension Assessment {
    /// The positions of units that have their places among each other, all or those of one key.
    fileprivate func cohorts(_ scope: RankScope, _ only: String?) -> [[Int]] {
        let parts = parts(by: scope)
        guard let only else { return parts.map { $0.units } }
        if scope == .all { return parts.map { $0.units.filter { units[$0].group == only } }.filter { !$0.isEmpty } }
        return parts.filter { $0.key == only }.map { $0.units }
    }

    /// The self-assessment, and the later stage that is shown, otherwise the last that gave points; nil where none did.
    fileprivate var appraisal: (from: Stage, to: Stage)? {
        guard let own = settings.stages.ownStage else { return nil }
        let shown = settings.stages.position(of: settings.stage) ?? own
        let later = givenPositions.compactMap { $0?.stage }.filter { $0 > own && (shown == own || $0 <= shown) }
        guard let last = later.max() else { return nil }
        return (settings.stages.stages[own], settings.stages.stages[max(last, shown)])
    }
}
