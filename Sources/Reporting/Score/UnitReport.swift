package import Assessment
package import Documents
package import Scoring
package import Values
internal import Words

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

    /// What a reader must know of the numbers of some units.
    static func notes(on units: [UnitReport], under header: ReportHeader) -> [Phrase] {
        var notes: [Phrase] = []
        if units.contains(where: { $0.coverage.map { $0 < 100 } ?? false }) { notes.append(ScoreWords.coverage) }
        var counts: [LeafStatus: Int] = [:]
        for node in units.flatMap(\.score.criteria) {
            if let status = node.status { counts[status, default: 0] += 1 }
        }
        for status in [LeafStatus.notReported, .partlyReported, .awaited, .notPublished, .notApplicable] {
            if let count = counts[status] { notes.append(ScoreWords.count(count, status)) }
        }
        return notes + quantileNotes(on: units, under: header) + units.compactMap(\.heldDown)
    }

    /// How classes that are parts of the ranked units of a group came about: once per group.
    private static func quantileNotes(on units: [UnitReport], under header: ReportHeader) -> [Phrase] {
        var seen: Set<String?> = []
        return units.compactMap { unit in
            guard let count = unit.score.classedUnitCount, seen.insert(unit.unit.group).inserted,
                let (cut, classes) = unit.score.quantileClasses
            else { return nil }
            let words = ScoreWords.quantiles(cut, into: classes.count, of: count)
            let isGrouped = header.settings.groups.contains { $0.code == unit.unit.group }
            return isGrouped ? Phrase("\(header.name(ofGroup: unit.unit.group)): \(words)") : words
        }
    }

    /// That a condition held the class down.
    private var heldDown: Phrase? {
        guard let held = classification, !held.conditions.isEmpty, held.unitClass != held.byIndex,
            let byIndex = held.byIndex
        else { return nil }
        return ScoreWords.heldDown(unit.name, from: byIndex, by: held.conditions.map(\.reason).joined("; "))
    }

    func write(to record: inout RecordWriter) {
        let columns = UnitColumns(set)
        record.values(
            of: self,
            [
                columns.code, columns.name, columns.group, columns.level, columns.points, columns.maximum,
                columns.index,
                columns.coverage, columns.unitClass, columns.capAdjustment,
            ])
        record.list("fields", score.fieldIndices) { record, field in
            let tally = score.tally(of: field)
            record.value("code", .text(set.criteria[field].code))
            record.value("points", .number(tally.points))
            record.value("maximum", .number(tally.maximum))
        }
        record.list("criteria", criteria) { record, node in node.write(to: &record) }
    }
}

/// What reports show of a unit.
struct UnitColumns: Sendable {
    typealias Unit = Column<UnitReport>
    let set: CriteriaSet

    init(_ set: CriteriaSet) { self.set = set }

    private var digits: Int { self.set.rounding.points.digits }
    private var indexDigits: Int { self.set.rounding.index.digits }

    var code: Unit { Unit("code", .code, full: .unitCode, .leading.dispensable) { .text($0.unit.code) } }
    var name: Unit { Unit("name", .unit, full: .unitName, .wrapped(14)) { .text($0.unit.name) } }
    var group: Unit { Unit("group", .group) { .text($0.unit.group) } }
    var level: Unit { Unit("level", .level) { .text($0.unit.level) } }

    var points: Unit {
        Unit("points", .points, .decimal) { [digits] in .number($0.total.points, digits: digits) }
    }
    var maximum: Unit {
        Unit("maximum", .maximumShort, full: .maximum, .decimal) { [digits] in .number($0.total.maximum, digits: digits)
        }
    }
    var index: Unit {
        Unit("index", .index, .decimal) { [indexDigits] in .number($0.index, digits: indexDigits) }
    }
    var coverage: Unit { Unit("coverage", .coverage, .decimal) { .number($0.coverage, look: .percent) } }
    var unitClass: Unit {
        Unit("class", .unitClass) { unit in
            unit.classification?.unitClass.map { .label($0.code, Phrase($0.name)) } ?? .label(nil, .noClass)
        }
    }
    var capAdjustment: Unit { Unit("capAdjustment", .adjustment) { .number($0.score.capAdjustment) } }

    /// The points of each field, under its code; what does not apply is no zero.
    var fields: [Unit] {
        self.set.criteria.indices.filter { set.criteria[$0].parent == nil }.map { field in
            Unit("", Phrase(verbatim: set.criteria[field].code)) { [digits] unit in
                let tally = unit.score.tally(of: field)
                return tally.maximum == 0 && tally.points == 0 ? .none : .number(tally.points, digits: digits)
            }
        }
    }
}
