import TestSupport
import Testing
import Values

@testable import Scoring

/// What is not assigned to a unit is out of points and maximum: 684 of 700.
///
/// Field 1 has 1.1 (500 points) and 1.2 (184), field 2 has 2.1 (16). All three units have 50 % and 100 %, 434 points. The
/// first has 2.1, too; to the second it is not assigned; the third answers no.
@Suite struct UnitAssignmentTests {
    private typealias Side = ComparedSide

    private static func criteria(_ nodes: [String]? = nil, _ edition: String = "{}") throws -> CompiledCriteria {
        let usual = [
            Side.field("1", "684"), Side.share("1.1", "500"), Side.share("1.2", "184"), Side.field("2", "16"),
            Side.yesNo("2.1", "16"),
        ]
        let set = try SampleEdition.read(
            SampleEdition.text(nodes: (nodes ?? usual).map(JSONNode.parse), edition: JSONNode.parse(edition)))
        return try CompiledCriteria(set, year: 2026)
    }

    private static let units = ["a", "b", "c"].map { ScoredUnit(code: $0, level: "commune", group: "g") }

    private static func table(
        _ assignments: [String: UnitAssignment], of criteria: CompiledCriteria? = nil, _ figures: [[Figure]]? = nil
    ) throws -> ScoreTable {
        let criteria = try (criteria ?? Self.criteria()).assigning(assignments, to: units)
        var table = criteria.emptyFigures(unitCount: units.count)
        let usual: [[Figure]] = [
            [.value(50), .value(100), .value(1)], [.value(50), .value(100), .value(1)],
            [.value(50), .value(100), .value(0)],
        ]
        for (unit, row) in (figures ?? usual).enumerated() {
            for (column, figure) in row.enumerated() { table[unit, column] = figure }
        }
        return try criteria.score(table, units: units)
    }

    private static let withoutLast = ["b": UnitAssignment(notAssigned: [4])]

    @Test("684 of 700: neither zero nor not applicable")
    func left() throws {
        let table = try Self.table(Self.withoutLast)
        #expect(table[0].total == PointSum(points: 450, maximum: 700, scoredMaximum: 700))
        #expect(table[1].total == PointSum(points: 434, maximum: 684, scoredMaximum: 684))
        #expect(table[2].total == PointSum(points: 434, maximum: 700, scoredMaximum: 700))
        // 450 ÷ 700, 434 ÷ 684, 434 ÷ 700.
        #expect((0...2).map { table[$0].index } == [exact("64.29"), exact("63.45"), 62])
        #expect(table[1].coverage == 100)
        let leaf = table[1].criterion(4)
        #expect(leaf.status == .notAssigned && leaf.points == nil && leaf.sum.maximum == 0)
        #expect(table[1].outcome(ofLeaf: 4)?.measures.map(\.state) == [.notAssigned])
        #expect(table.count(of: .notAssigned) == 1)
        #expect(table[1].notAssigned == NotAssigned(criteria: [4], points: 16, whole: 700))
        #expect(table[0].notAssigned == nil)
    }

    @Test("a figure that is missing is missing no more, and one that is there does not count")
    func figures() throws {
        var figures: [[Figure]] = [[.value(50), .value(100), .notReported]]
        figures.append(figures[0])
        figures.append(figures[0])
        let table = try Self.table(Self.withoutLast, figures)
        #expect(table[0].total.unmeasured == 16 && table[1].total.unmeasured == 0)
        #expect(table[1].total.points == 434)
    }

    @Test("places and classes follow from what is assigned")
    func ranks() throws {
        let edition =
            #"{"classes": [{"classes": [{"code": "k", "name": "Khá", "atLeast": 63}, {"code": "t", "name": "TB", "atLeast": 0}]}]}"#
        let table = try Self.table(Self.withoutLast, of: Self.criteria(nil, edition))
        #expect((0...2).map { table[$0].classification?.unitClass?.code } == ["k", "k", "t"])
        #expect(Ranking(table).places.map(\.unit) == [0, 1, 2])
        // With the same points, more are expected of the third.
        #expect(
            Ranking(try Self.table([:])).places.map(\.unit) == [0, 1, 2]
                && table[1].total.points == table[2].total.points)
        // By the criterion itself the unit has no place, and says why.
        let own = Ranking(table, by: .node(4))
        #expect(own.places.map(\.unit) == [0, 2])
        #expect(own.absences == [Ranking.Absence(unit: 1, reason: .notAssigned)])
    }

    @Test("a whole field that is not assigned has no maximum, and nothing of it is lost")
    func field() throws {
        let table = try Self.table(["b": UnitAssignment(notAssigned: [1, 2])])
        #expect(table[1].sum(of: 0) == .zero && table[1].isLeftOut(0))
        #expect(table[1].total == PointSum(points: 16, maximum: 16, scoredMaximum: 16))
        #expect(table[1].notAssigned?.points == 684)
        #expect(table[1].losses.leaves.map(\.index) == [4])
        #expect(table[0].losses.leaves.map(\.index) == [1, 2, 4])
        // It is no line of a stage either.
        #expect(table.lines(of: 1, entries: [:], before: table).map(\.node) == [4])
    }

    @Test("nothing can be tried out or planned on what is not assigned")
    func trials() throws {
        let table = try Self.table(Self.withoutLast)
        let code = table.criteria.metrics[2]
        let scenario = Scenario(changes: [.init(code, .answer(false))])
        #expect(throws: ScenarioError.self) { try WhatIf(table, unit: 1).replay(scenario) }
        #expect(try WhatIf(table, unit: 0).replay(scenario).after.total.points == 434)
        #expect(table[1].nextBandActions.allSatisfy { !$0.code.hasPrefix("2.1") })
        #expect(table[2].nextBandActions.contains { $0.code.hasPrefix("2.1") })
        // Other figures of the unit can be.
        let other = Scenario(changes: [.init(table.criteria.metrics[0], .set(60))])
        #expect(
            try WhatIf(table, unit: 1).replay(other).after.total
                == PointSum(points: 484, maximum: 684, scoredMaximum: 684))
    }

    @Test("units to which a criterion is not assigned have no part in the scale of the others")
    func relative() throws {
        let leaf =
            #"{"code": "1.1", "maximum": 10, "metrics": [{"kind": "amount", "minimum": 0, "direction": "higher"}], "rule": {"kind": "relative", "against": "minMax", "among": "all"}}"#
        let criteria = try Self.criteria([Side.field("1", "10"), leaf])
        func points(_ assignments: [String: UnitAssignment], _ figures: [Figure]) throws -> [String] {
            let table = try Self.table(assignments, of: criteria, figures.map { [$0] })
            return (0...2).map { "\(table[$0].criterion(1).status ?? .watched) \(table[$0].total.points.text())" }
        }
        let figures: [Figure] = [.value(40), .value(90), .value(70)]
        // 0, 10 and 3/5 of 10; without the best the third has everything.
        #expect(try points([:], figures) == ["scored 0", "scored 10", "scored 6"])
        let without = ["b": UnitAssignment(notAssigned: [1])]
        #expect(try points(without, figures) == ["scored 0", "notAssigned 0", "scored 10"])
        // Nobody waits for its figure.
        let missing: [Figure] = [.value(40), .notReported, .value(70)]
        #expect(try points([:], missing) == ["provisional 0", "notReported 0", "provisional 10"])
        #expect(try points(without, missing) == ["scored 0", "notAssigned 0", "scored 10"])
    }

    @Test("a condition on what is not assigned holds, and no cap rests on it")
    func conditions() throws {
        let nodes = [
            Side.field("1", "20"), Side.share("1.1", "10"),
            Side.share(
                "1.2", "10", extra: #", "requires": {"criterion": "1.1", "atLeast": 80, "otherwise": {"share": 0}}"#),
        ]
        let edition =
            #"{"classes": [{"classes": [{"code": "k", "name": "Khá", "atLeast": 50}, {"code": "t", "name": "TB", "atLeast": 0}]}], "classConditions": [{"notAbove": "t", "when": {"metric": "1.1", "below": 90}, "reason": "x", "source": {"document": "Q"}}]}"#
        let figures: [[Figure]] = Array(repeating: [.value(50), .value(100)], count: 3)
        let table = try Self.table(
            ["b": UnitAssignment(notAssigned: [1])], of: Self.criteria(nodes, edition), figures)
        #expect(table[0].total.points == 5 && table[1].total == PointSum(points: 10, maximum: 10, scoredMaximum: 10))
        #expect(table[0].classification?.unitClass?.code == "t" && table[1].classification?.unitClass?.code == "k")
    }

    @Test("the same assignments, whatever the order of units and figures; without any nothing changes")
    func same() throws {
        let plain = try Self.criteria()
        #expect(try Self.table([:])[1].total.points == 450)
        #expect(try Self.table(["b": UnitAssignment()], of: plain)[1].total.maximum == 700)
        let all = try Self.table(["a": UnitAssignment(notAssigned: [4]), "b": UnitAssignment(notAssigned: [1, 4])])
        #expect((0...2).map { all[$0].total.maximum } == [684, 184, 700])
        // A table of figures that were tried out keeps them.
        #expect(all.rescored(with: all.storage.columns.figures)[1].total == all[1].total)
    }
}
