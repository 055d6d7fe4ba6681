package import Documents
internal import Words
package import Assessment
package import Scoring
package import Values

/// The scores of one unit.
package struct UnitReport: Sendable {
    /// The unit.
    package let unit: Unit
    /// Its scores.
    package let score: UnitScore
    /// The total.
    package let total: Tally
    /// The class and what held it down; nil when there is none.
    package let classification: Classification?
    /// Points that people gave this unit.
    let given: [GivenScore]
    var set: CriteriaSet { score.criteriaSet }

    init(_ assessment: Assessment, unit: Int, given: [GivenScore]) {
        self.unit = assessment.units[unit]
        score = assessment.scores[unit]
        total = score.total
        classification = score.classification
        self.given = given
    }

    /// The index, by the edition's rounding; nil when nothing applies.
    package var index: FixedDecimal? { total.exactIndex?.rounded(set.rounding.index) }

    /// The coverage, cut to two decimals: 100 only when nothing is missing.
    package var coverage: FixedDecimal? { total.exactCoverage?.rounded(Rounding(.towardsZero, digits: 2)) }

    /// Points and maxima of the fields, in the order of the tree.
    package var fields: [Tally] { score.fieldIndices.map(score.tally(of:)) }

    /// Every node of the tree, in its order. Worked out on each call.
    package var criteria: [CriterionReport] {
        var nodes = score.criteria.map { node in
            CriterionReport(
                score: node, given: given.filter { $0.criterion == node.criterion.code }, unit: score, set: set,
                isLeftOut: node.status == .notApplicable && node.tally.maximum == 0)
        }
        // Children stand behind their parents.
        for index in nodes.indices.reversed() where !nodes[index].isLeaf {
            nodes[index].isLeftOut = nodes[index].criterion.children.allSatisfy { nodes[$0].isLeftOut }
        }
        return nodes
    }

    /// How many leaves have each status.
    package var counts: [LeafStatus: Int] {
        var counts: [LeafStatus: Int] = [:]
        for node in score.criteria {
            if let status = node.status { counts[status, default: 0] += 1 }
        }
        return counts
    }

    /// The class in words; empty when the edition has none for the unit's group.
    func className(in language: Language) -> String {
        classification?.unitClass?.name.text(language) ?? Label.noClass.text(language)
    }
}
