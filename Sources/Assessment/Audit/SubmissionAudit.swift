package import Scoring
package import Values

/// What an appraiser would cut or ask about before points are submitted, each with the points at stake.
package struct SubmissionAudit: Sendable {
    /// What is wrong.
    package enum Kind: String, CaseIterable, Sendable {
        /// The unit gives itself more than its figures give.
        case claimAboveComputed
        /// The unit scores itself where a survey does.
        case surveySelfScored
        /// Figures contradict each other.
        case contradiction
        /// No evidence, and no explanation either.
        case unexplained
        /// No evidence, though an explanation.
        case noEvidence
        /// Evidence for some figures only.
        case incompleteEvidence
        /// A file that is registered as evidence is not there, or cannot be used.
        case deadEvidence
        /// Every day that the evidence names lies outside the period.
        case evidenceOutsidePeriod
        /// Figures are not reported.
        case unmeasured
    }

    /// A line of it.
    package struct Line: Sendable {
        package let unit: Int
        /// The position of the criterion.
        package let node: Int
        package let kind: Kind
        /// What the unit may lose; for what is not reported, what it may still gain.
        package let points: FixedDecimal
        /// What the unit gives itself, and what its figures give.
        package let claimed: FixedDecimal?
        package let computed: FixedDecimal?
        /// The metrics without evidence, or without figures.
        package let metrics: [String]
        /// The kinds of evidence that are missing, and the files that are dead.
        package let kinds: [LocalizedText]
        package let files: [String]
        package let broken: BrokenRelation?
        /// The days that the evidence names.
        package let days: [CalendarDay]
    }

    /// The lines, most points first; equal ones in the order of units and criteria.
    package let lines: [Line]

    /// Audits units at some positions, or all that report for themselves, at the stage of their own points.
    package init(_ assessment: Assessment, units: [Int]? = nil) {
        let own = assessment.atOwnStage
        let (surveyed, given) = (own.surveyedNodes, own.givenByUnit)
        let reporting = own.units.indices.filter { own.units[$0].figuresFrom == nil }
        let found = (units ?? reporting).flatMap { unit in
            UnitAudit(
                assessment: own, unit: unit, surveyed: surveyed, given: given[own.units[unit].code] ?? []
            ).lines
        }
        lines = found.enumerated().sorted { ($1.element.points, $0.offset) < ($0.element.points, $1.offset) }
            .map { $0.element }
    }
}

/// The audit of one unit.
private struct UnitAudit {
    typealias Line = SubmissionAudit.Line
    let assessment: Assessment
    let unit: Int
    let surveyed: Set<Int>
    /// The points that were given to the unit.
    let given: [GivenScore]
    private var score: UnitScore { assessment.scores[unit] }
    private var criteria: [Criterion] { assessment.criteria.set.criteria }

    var lines: [Line] { claims + contradictions + criteria.indices.flatMap(evidence) }

    private func line(
        _ kind: SubmissionAudit.Kind, _ node: Int, _ points: FixedDecimal, claimed: FixedDecimal? = nil,
        computed: FixedDecimal? = nil, metrics: [String] = [], kinds: [LocalizedText] = [], files: [String] = [],
        broken: BrokenRelation? = nil, days: [CalendarDay] = []
    ) -> Line {
        Line(
            unit: unit, node: node, kind: kind, points: points, claimed: claimed, computed: computed, metrics: metrics,
            kinds: kinds, files: files, broken: broken, days: days)
    }

    /// Points that the unit gave itself, held against what its figures give and against what a survey scores.
    private var claims: [Line] {
        let own = assessment.settings.stages.own
        return given.filter { $0.stage == own }.compactMap { given in
            guard let node = assessment.criteria.set.index(of: given.criterion) else { return nil }
            if surveyed.contains(node), criteria[node].leaf != nil {
                return line(.surveySelfScored, node, given.points, claimed: given.points)
            }
            // Where nothing is computed there is nothing to be above.
            let computed = score.computed.criterion(node)
            guard computed.status != .notReported, let points = computed.points, given.points > points,
                !isFree(node)
            else { return nil }
            return line(.claimAboveComputed, node, given.points - points, claimed: given.points, computed: points)
        }
    }

    /// Whether a criterion's points are what people say.
    private func isFree(_ node: Int) -> Bool {
        criteria[node].leaf?.measures.allSatisfy { measure in
            if case .freeValue = measure.rule { true } else { false }
        } ?? false
    }

    private var contradictions: [Line] {
        score.brokenRelations.compactMap { broken in
            let metrics = (broken.relation.left.figures + broken.relation.right.figures).filter { !$0.isLastYear }
                .map { $0.metric }.withoutRepeats { $0 }
            let nodes = criteria.indices.filter { node in
                criteria[node].leaf?.measures.contains { measure in
                    measure.metrics.contains { metrics.contains($0.code) }
                } ?? false
            }
            guard let first = nodes.first else { return nil }
            let points = nodes.reduce(FixedDecimal(0)) { $0 + max(score.criterion($1).points ?? 0, 0) }
            return line(.contradiction, first, points, metrics: metrics, broken: broken)
        }
    }

    private func evidence(of node: Int) -> [Line] {
        let (criterion, own) = (criteria[node], score.criterion(node))
        guard criterion.leaf != nil, criterion.leaf?.role != .watched, !score.isLeftOut(node),
            !surveyed.contains(node)
        else { return [] }
        let evidence = LeafEvidence(assessment, unit: unit, criterion: criterion, given: given)
        var lines: [Line] = []
        if own.sum.unmeasured > 0 {
            let lacking = criterion.metrics(atLevel: assessment.units[unit].level)
                .filter { assessment.figures[unit, $0.code] == .notReported }.map { $0.code }
            lines.append(line(.unmeasured, node, own.sum.unmeasured, metrics: lacking))
        }
        // Nobody cuts what has no points.
        guard let points = own.points, points > 0 else { return lines }
        switch evidence.state {
        case .none: lines.append(line(evidence.explanations.isEmpty ? .unexplained : .noEvidence, node, points))
        case .lacking(let kinds): lines.append(line(.incompleteEvidence, node, points, kinds: kinds))
        case .incomplete(let metrics): lines.append(line(.incompleteEvidence, node, points, metrics: metrics))
        case .complete: break
        }
        let dead = evidence.items.filter({ $0.isDead }).compactMap { $0.name }
        if !dead.isEmpty { lines.append(line(.deadEvidence, node, points, files: dead)) }
        let (days, period) = (evidence.days, assessment.settings.period)
        if !days.isEmpty, days.allSatisfy({ $0 < period.first || $0 > period.last }) {
            lines.append(line(.evidenceOutsidePeriod, node, points, days: days))
        }
        return lines
    }
}
