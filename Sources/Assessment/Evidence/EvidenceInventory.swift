internal import Scoring
package import Values

/// What units give as evidence, held against what the criteria require: given, explained, missing.
package struct EvidenceInventory: Sendable {
    /// A kind of evidence that a criterion requires of a unit; of a criterion that the register does not speak of, or for
    /// which no kinds are named, all its evidence.
    package struct Line: Sendable {
        /// The position of the unit, and that of the criterion.
        package let unit: Int
        package let node: Int
        /// The kind; nil for all evidence, and for what is given beside the kinds required.
        package let kind: LocalizedText?
        package let state: LeafEvidence.Kind.State
        /// Files, numbers of documents, and what stands beside figures and points.
        package let given: [String]
        /// Why it is missing.
        package let explanations: [String]
        /// The points that the unit gives itself on the criterion.
        package let points: FixedDecimal
    }

    /// The lines, in the order of units and criteria.
    package let lines: [Line]
    /// The rows of the register, as its files were found when they were read.
    package let items: [EvidenceItem]
    /// Rows whose files cannot be used, by their positions in the register.
    package let dead: [Int]
    package let content: EvidenceContent

    /// Takes stock of units at some positions, or of all that report for themselves.
    package init(_ assessment: Assessment, units: [Int]? = nil) {
        var own = assessment.atOwnStage
        let wanted = units ?? own.units.indices.filter { own.units[$0].figuresFrom == nil }
        content = EvidenceContent(own, units: wanted)
        own = own.with(evidence: own.evidence?.withoutFiles(of: Set(content.failures.map { $0.item })))
        lines = Self.lines(own, of: wanted)
        let (codes, items) = (Set(wanted.map { own.units[$0].code }), own.evidence?.items ?? [])
        dead = items.indices.filter { codes.contains(items[$0].unit) && items[$0].isDead }
        self.items = items
    }

    private static func lines(_ assessment: Assessment, of units: [Int]) -> [Line] {
        let (surveyed, given) = (assessment.surveyedNodes, assessment.givenByUnit)
        let nodes = assessment.criteria.set.criteria.indices.filter { !surveyed.contains($0) }
        return units.flatMap { unit in
            let own = given[assessment.units[unit].code] ?? []
            return nodes.flatMap { lines(assessment, unit: unit, node: $0, given: own) }
        }
    }

    private static func lines(_ assessment: Assessment, unit: Int, node: Int, given: [GivenScore]) -> [Line] {
        let (score, criterion) = (assessment.scores[unit], assessment.criteria.set.criteria[node])
        guard let leaf = criterion.leaf, leaf.role != .watched, leaf.levels.contains(assessment.units[unit].level),
            !score.isLeftOut(node)
        else { return [] }
        let evidence = LeafEvidence(assessment, unit: unit, criterion: criterion, given: given)
        let points = max(score.criterion(node).points ?? 0, 0)
        // Nobody asks for evidence of what has no points.
        if points == 0, evidence.items.isEmpty { return [] }
        func line(
            _ kind: LocalizedText?, _ state: LeafEvidence.Kind.State, _ given: [String], _ explanations: [String]
        ) -> Line {
            Line(
                unit: unit, node: node, kind: kind, state: state, given: given, explanations: explanations,
                points: points)
        }
        if evidence.kinds.isEmpty {
            let state: LeafEvidence.Kind.State =
                switch evidence.state {
                case .complete: .given
                case .none, .incomplete, .lacking: evidence.explanations.isEmpty ? .missing : .explained
                }
            return [line(nil, state, evidence.texts, state == .explained ? evidence.explanations : [])]
        }
        let others = evidence.items.filter { $0.kind == nil && $0.isGiven }.compactMap { $0.name }
        return evidence.kinds.map { kind in
            line(
                kind.name, kind.state, kind.items.filter { $0.isGiven }.compactMap { $0.name },
                kind.state == .explained ? kind.items.compactMap { $0.explanation } : [])
        } + (others.isEmpty ? [] : [line(nil, .given, others, [])])
    }

    /// How many lines are in a state, and the points of their criteria, each once.
    package func sum(_ state: LeafEvidence.Kind.State) -> (count: Int, points: FixedDecimal) {
        var points: [Int: [Int: FixedDecimal]] = [:]
        let own = lines.filter { $0.state == state }
        for line in own { points[line.unit, default: [:]][line.node] = line.points }
        let sum = points.values.reduce(FixedDecimal.zero) { $0 + $1.values.reduce(FixedDecimal.zero, +) }
        return (own.count, sum)
    }
}

/// A file of the register in the order in which a pack numbers them: by unit, by criterion, by the kinds that it requires.
package struct PackedFile: Hashable, Sendable {
    /// The position of its row.
    package let item: Int
    /// The position of the unit, and that of the criterion.
    package let unit: Int
    package let node: Int

    /// The files of units at some positions, or of all.
    package static func all(of assessment: Assessment, units: [Int]? = nil) -> [PackedFile] {
        let (items, positions) = (assessment.evidence?.items ?? [], assessment.positions)
        let wanted = units.map(Set.init)
        return items.indices.compactMap { item -> PackedFile? in
            guard items[item].readablePath != nil, let unit = positions.units[items[item].unit],
                let node = positions.nodes[items[item].criterion], wanted?.contains(unit) ?? true
            else { return nil }
            return PackedFile(item: item, unit: unit, node: node)
        }.sorted { left, right in
            let kinds = (items[left.item].kind ?? .max, items[right.item].kind ?? .max)
            return (left.unit, left.node, kinds.0, left.item) < (right.unit, right.node, kinds.1, right.item)
        }
    }
}
