import Values

/// Scores that show what a criteria set does.
package struct ReviewedScores: Sendable {
    /// The scores of an assessment.
    let scores: ScoreTable
    /// The positions of the units, put together with those among whom they have their places.
    let cohorts: [[Int]]
    /// For each node of the set under review its position in the set of the scores; nil for one that is not there.
    let nodes: [Int?]
    /// The points before and after the appraisal; nil where there was none.
    let appraisal: (before: ScoreTable, after: ScoreTable)?

    package init(
        _ scores: ScoreTable, cohorts: [[Int]], nodes: [Int?], appraisal: (before: ScoreTable, after: ScoreTable)? = nil
    ) {
        (self.scores, self.cohorts, self.nodes, self.appraisal) = (scores, cohorts, nodes, appraisal)
    }
}

/// A criteria set as the scores of units show it: which of its criteria separate them, which count the same thing twice,
/// which are overstated and which cannot be measured.
package struct CriteriaReview: Sendable {
    /// Two leaves that put units in order alike.
    package struct Pair: Hashable, Sendable {
        package let first: Int
        package let second: Int
        package let correlation: RankCorrelation
    }

    /// The set under review.
    package let set: CriteriaSet
    /// From when on a criterion is told of.
    package let thresholds: ReviewThresholds
    /// The leaves that are scored, in tree order, and the fields that have parts.
    package let leaves: [NodeReview]
    package let fields: [NodeReview]
    /// The leaves that count the same thing twice, the most alike first.
    package let pairs: [Pair]
    /// How many pairs of leaves were compared.
    package let comparedPairs: Int

    /// Complexity: O(leaves² × (units + leaves)) for ranks and places.
    package init(_ set: CriteriaSet, _ tables: [ReviewedScores], _ thresholds: ReviewThresholds = ReviewThresholds()) {
        (self.set, self.thresholds) = (set, thresholds)
        let leaves = set.criteria.indices.filter { node in
            set.criteria[node].leaf.map { $0.role != .watched } ?? false
        }
        let fields = set.criteria.indices.filter { set.criteria[$0].parent == nil && set.criteria[$0].leaf == nil }
        let wholes = tables.map { table in
            table.cohorts.map { units in units.map { table.scores[$0].measuredWhole } }
        }
        let places = tables.map { PlacesMoved($0) }
        func columns(_ nodes: [Int]) -> [NodeColumn] {
            Parallel.map(nodes.count, minimum: 4) { part in
                nodes[part].map { NodeColumn($0, in: tables, wholes: wholes) }
            }.flatMap { $0 }
        }
        func reviews(_ columns: [NodeColumn], _ pairs: [Pair]) -> [NodeReview] {
            let twins = Self.twins(pairs)
            return columns.map { column in
                column.review(moved: PlacesMoved.count(of: column.node, places), twin: twins[column.node])
            }
        }
        let ofLeaves = columns(leaves)
        let ofFields = columns(fields)
        let (all, ofAllFields) = (Self.pairs(ofLeaves, thresholds), Self.pairs(ofFields, thresholds))
        self.leaves = reviews(ofLeaves, all)
        self.fields = reviews(ofFields, ofAllFields)
        comparedPairs = all.count
        let separating = Set(self.leaves.filter { !$0.separatesNobody(thresholds) }.map { $0.node })
        pairs = all.filter { pair in
            separating.contains(pair.first) && separating.contains(pair.second)
                && (pair.correlation.value ?? 0) >= thresholds.twice
        }.sorted { ($1.correlation.value ?? 0, $0.first, $0.second) < ($0.correlation.value ?? 0, $1.first, $1.second) }
    }

    /// For each node the other one that is most like it; of equal ones the first in the set.
    private static func twins(_ pairs: [Pair]) -> [Int: NodeReview.Twin] {
        var twins: [Int: NodeReview.Twin] = [:]
        for pair in pairs {
            for (node, other) in [(pair.first, pair.second), (pair.second, pair.first)] {
                let known = twins[node]?.correlation.value
                if let known, let new = pair.correlation.value, known >= new { continue }
                twins[node] = NodeReview.Twin(node: other, correlation: pair.correlation)
            }
        }
        return twins
    }

    /// The pairs of nodes with which enough units can be compared, and that have an order.
    private static func pairs(_ columns: [NodeColumn], _ thresholds: ReviewThresholds) -> [Pair] {
        Parallel.map(columns.count, minimum: 4) { part in
            part.flatMap { first in
                columns[(first + 1)...].compactMap { second -> Pair? in
                    let correlation = RankCorrelation(columns[first].order, second.order)
                    guard correlation.value != nil, correlation.count >= thresholds.leastUnits else { return nil }
                    return Pair(first: columns[first].node, second: second.node, correlation: correlation)
                }
            }
        }.flatMap { $0 }
    }
}

extension CriteriaReview {
    /// The leaves that separate nobody: most alike first.
    package var separatingNobody: [NodeReview] {
        leaves.filter { $0.separatesNobody(thresholds) }.sortedStably { $0.alike.isGreaterShare(than: $1.alike) }
    }

    /// The leaves that the appraisal mostly cuts: the greatest share of units first.
    package var overstated: [NodeReview] {
        leaves.filter { leaf in
            leaf.cut.map { $0.cut.of >= thresholds.leastUnits && $0.cut.units > 0 && $0.cut.reaches(thresholds.cut) }
                ?? false
        }.sortedStably { left, right in
            guard let mine = left.cut?.cut, let theirs = right.cut?.cut else { return false }
            return mine.isGreaterShare(than: theirs)
        }
    }

    /// The leaves that can hardly be measured: those that nobody measures first.
    package var hardlyMeasured: [NodeReview] {
        leaves.filter { $0.isHardlyMeasured(thresholds) }.sortedStably {
            $0.lacking.isGreaterShare(than: $1.lacking)
        }
    }

    /// The leaves of which nothing is told, since too few units are measured there.
    package var undecided: [NodeReview] {
        leaves.filter { leaf in
            leaf.applicable > 0 && leaf.measured < thresholds.leastUnits && !leaf.isHardlyMeasured(thresholds)
        }
    }

    /// The leaves that apply to none of the units.
    package var withoutUnits: [NodeReview] { leaves.filter { $0.applicable + $0.givenAbove == 0 } }
}

extension NodeReview {
    /// Whether it separates nobody from the others.
    package func separatesNobody(_ thresholds: ReviewThresholds) -> Bool {
        alike.of >= thresholds.leastUnits && alike.reaches(thresholds.alike)
    }

    fileprivate func isHardlyMeasured(_ thresholds: ReviewThresholds) -> Bool {
        applicable >= thresholds.leastUnits && unmeasured > 0 && lacking.reaches(thresholds.unmeasured)
    }
}

extension Array {
    /// The elements by an order; those of which neither comes first stay as they are.
    fileprivate func sortedStably(by isAhead: (Element, Element) -> Bool) -> [Element] {
        RankingPolicy.Ties.standard.ranks(self, isAhead: isAhead).order.map { self[$0] }
    }
}
