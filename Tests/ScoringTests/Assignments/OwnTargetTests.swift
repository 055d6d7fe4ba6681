import TestSupport
import Testing
import Values

@testable import Scoring

/// Targets of a unit's own, where a criterion is scored against one.
@Suite struct OwnTargetTests {
    /// The points of 10 that a figure earns with a unit's own target, and without one.
    private func points(
        _ rule: String, _ figure: FixedDecimal, target: FixedDecimal, kind: String = "amount",
        others: [FixedDecimal] = [], direction: String = "higher"
    ) throws -> [FixedDecimal] {
        let leaf =
            #"{"code": "1.1", "maximum": 10, "metrics": [{"kind": "\#(kind)", "minimum": 0, "direction": "\#(direction)"}], "rule": \#(rule)}"#
        let set = try SampleEdition.read(
            SampleEdition.text(nodes: [ComparedSide.field("1", "10"), leaf].map(JSONNode.parse)))
        let units = (0..<2 + others.count).map { ScoredUnit(code: "u\($0)", level: "commune", group: "g") }
        let criteria = try CompiledCriteria(set, year: 2026).assigning(
            ["u0": UnitAssignment(targets: [1: target])], to: units)
        var figures = criteria.emptyFigures(unitCount: units.count)
        for (unit, value) in ([figure, figure] + others).enumerated() { figures[unit, 0] = .value(value) }
        let table = try criteria.score(figures, units: units)
        let own = table[0].explanation(of: "1.1")?.measures.first
        #expect(own?.target?.value == target)
        return [table[0].total.points, table[1].total.points]
    }

    @Test("a threshold of the unit's own: a share of it, and all from it on")
    func threshold() throws {
        let rule = #"{"kind": "countThreshold", "threshold": {"atLeast": 40}, "below": "proportional"}"#
        #expect(try points(rule, 10, target: 20) == [5, exact("2.5")])
        #expect(try points(rule, 20, target: 20) == [10, 5])
        #expect(try points(rule, 19, target: 20) == [exact("9.5"), exact("4.75")])
    }

    @Test("the base of a proportion, or its full mark alone")
    func proportion() throws {
        #expect(try points(#"{"kind": "proportional", "base": 50}"#, 20, target: 40) == [5, 4])
        #expect(try points(#"{"kind": "proportional", "base": 50}"#, 40, target: 40) == [10, 8])
        // 100 stays the base where the full mark is below it.
        let rule = #"{"kind": "proportional", "base": 100, "full": {"atLeast": 90}}"#
        #expect(try points(rule, 79, target: 80) == [exact("7.9"), exact("7.9")])
        #expect(try points(rule, 80, target: 80) == [10, 8])
    }

    @Test("the end of a line, and a limit")
    func lineAndLimit() throws {
        #expect(try points(#"{"kind": "linear", "zeroAt": 50, "fullAt": 90}"#, 65, target: 80) == [5, exact("3.75")])
        let limit = #"{"kind": "limit", "limit": 100, "overEach": {"points": 1}}"#
        #expect(try points(limit, 103, target: 101, direction: "lower") == [8, 7])
        #expect(try points(limit, 101, target: 101, direction: "lower") == [10, 9])
    }

    @Test("a leader's target: all from it on, otherwise the quotient of the greatest figure")
    func leader() throws {
        let rule = #"{"kind": "relative", "against": "leader", "among": "group", "target": 90}"#
        #expect(try points(rule, 60, target: 60, others: [80]) == [10, exact("7.5")])
        #expect(try points(rule, 59, target: 60, others: [80]) == [exact("7.375"), exact("7.375")])
        // A greater target than that of the others: 90 of 100 is not enough for it.
        #expect(try points(rule, 90, target: 95, others: [100]) == [9, 10])
    }

    @Test("rules that are against no target, and numbers that cannot be one")
    func faults() throws {
        func fault(_ rule: String, _ target: FixedDecimal, kind: String = "amount") throws -> OwnTargetFault? {
            let leaf =
                #"{"code": "1.1", "maximum": 10, "metrics": [{"kind": "\#(kind)", "minimum": 0, "direction": "higher"}], "rule": \#(rule)}"#
            let set = try SampleEdition.read(
                SampleEdition.text(nodes: [ComparedSide.field("1", "10"), leaf].map(JSONNode.parse)))
            return set.criteria[1].leaf?.fault(ofOwnTarget: target)
        }
        #expect(
            try fault(#"{"kind": "bands", "bands": [{"below": 5, "share": 0}, {"atLeast": 5, "share": 100}]}"#, 1)
                == .notAgainstTarget)
        #expect(
            try fault(
                #"{"kind": "proportional", "base": 50, "floor": {"atLeast": 10}}"#, 40) == .notAgainstTarget)
        #expect(try fault(#"{"kind": "relative", "against": "mean", "among": "all"}"#, 1) == .notAgainstTarget)
        #expect(try fault(#"{"kind": "linear", "zeroAt": 50, "fullAt": 90}"#, 50) == .impossible)
        #expect(try fault(#"{"kind": "linear", "zeroAt": 50, "fullAt": 90}"#, 40) == .impossible)
        #expect(try fault(#"{"kind": "proportional", "base": 50}"#, 0) == .impossible)
        #expect(try fault(#"{"kind": "proportional", "base": 50}"#, 60) == nil)
        #expect(try fault(#"{"kind": "proportional", "base": 100, "full": {"atLeast": 90}}"#, 101) == .impossible)
        #expect(
            try fault(#"{"kind": "countThreshold", "threshold": {"atLeast": 30}}"#, -1) == .impossible)
    }
}
