@testable import Scoring
import Testing
import Values

/// Each kind of change falls into its own step; every number here is computed by hand.
@Suite struct ComparisonStepTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let before: ComparedSide
        let after: ComparedSide
        /// The points of the states: before, after figures, criteria, applicability, rounding.
        let path: [String]
        /// The maxima of the states.
        let maxima: [String]
    }

    private typealias Side = ComparedSide
    private static let one = [Side.field("1", "10"), Side.share("1.1", "10")]
    private static func two(_ maximum: String = "5", extra: String = Side.leaveOut) -> [String] {
        [
            Side.field("1", maximum == "5" ? "15" : "18"), Side.share("1.1", "10"),
            Side.yesNo("1.2", maximum, extra: extra),
        ]
    }

    static let cases: [Case] = [
        Case(
            testDescription: "figures alone: 60 % to 80 % of 10",
            before: Side(nodes: one, figures: ["1.1": .value(60)]),
            after: Side(nodes: one, figures: ["1.1": .value(80)]),
            path: ["6", "8", "8", "8", "8"], maxima: ["10", "10", "10", "10", "10"]),
        Case(
            testDescription: "points alone: 60 % of 10, then of 20",
            before: Side(nodes: one, figures: ["1.1": .value(60)]),
            after: Side(
                nodes: [Side.field("1", "20"), Side.share("1.1", "20")], figures: ["1.1": .value(60)]),
            path: ["6", "6", "12", "12", "12"], maxima: ["10", "10", "20", "20", "20"]),
        Case(
            testDescription: "figures come before points: the new figure under the old maximum",
            before: Side(nodes: one, figures: ["1.1": .value(60)]),
            after: Side(
                nodes: [Side.field("1", "20"), Side.share("1.1", "20")], figures: ["1.1": .value(80)]),
            path: ["6", "8", "16", "16", "16"], maxima: ["10", "10", "20", "20", "20"]),
        Case(
            testDescription: "not reported is a change of figures, and the maximum stays",
            before: Side(nodes: one, figures: ["1.1": .value(60)]), after: Side(nodes: one),
            path: ["6", "0", "0", "0", "0"], maxima: ["10", "10", "10", "10", "10"]),
        Case(
            testDescription: "what no longer applies keeps its points until its step",
            before: Side(nodes: two(), figures: ["1.1": .value(60), "1.2": .value(1)]),
            after: Side(nodes: two(), figures: ["1.1": .value(80), "1.2": .notApplicable]),
            path: ["11", "13", "13", "8", "8"], maxima: ["15", "15", "15", "10", "10"]),
        Case(
            testDescription: "what has become applicable comes in at its step",
            before: Side(nodes: two(), figures: ["1.1": .value(60), "1.2": .notApplicable]),
            after: Side(nodes: two(), figures: ["1.1": .value(60), "1.2": .value(1)]),
            path: ["6", "6", "6", "11", "11"], maxima: ["10", "10", "10", "15", "15"]),
        Case(
            testDescription: "what no longer applies is worth its new maximum before it goes",
            before: Side(nodes: two(), figures: ["1.1": .value(60), "1.2": .value(1)]),
            after: Side(nodes: two("8"), figures: ["1.1": .value(60), "1.2": .notApplicable]),
            path: ["11", "11", "14", "6", "6"], maxima: ["15", "15", "18", "10", "10"]),
        Case(
            testDescription: "another convention for what never applied is a change of criteria",
            before: Side(nodes: two(), figures: ["1.1": .value(60), "1.2": .notApplicable]),
            after: Side(
                nodes: two(extra: #", "notApplicable": {"convention": "fullPoints"}"#),
                figures: ["1.1": .value(60), "1.2": .notApplicable]),
            path: ["6", "6", "11", "11", "11"], maxima: ["10", "10", "15", "15", "15"]),
        Case(
            testDescription: "a duty that a level no longer has is a change of applicability",
            before: Side(nodes: two(), figures: ["1.1": .value(60), "1.2": .value(1)]),
            after: Side(
                nodes: two(extra: #", "levels": ["department"], "levelsReason": "x""#), figures: ["1.1": .value(60)]),
            path: ["11", "11", "11", "6", "6"], maxima: ["15", "15", "15", "10", "10"]),
        Case(
            testDescription: "rounding comes last: 2/3 of 10 with four decimals, then with none",
            before: Side(nodes: one, figures: ["1.1": .ratio(numerator: 1, denominator: 3)]),
            after: Side(
                nodes: one, figures: ["1.1": .ratio(numerator: 2, denominator: 3)],
                edition: #"{"rounding": {"points": {"mode": "halfAwayFromZero", "digits": 0, "stage": "leaf"}, "#
                    + #""index": {"mode": "halfAwayFromZero", "digits": 2}}}"#),
            path: ["3.3333", "6.6667", "6.6667", "6.6667", "7"], maxima: ["10", "10", "10", "10", "10"]),
        Case(
            testDescription: "a new criterion comes in with the criteria, one that is gone leaves with them",
            before: Side(
                nodes: [Side.field("1", "15"), Side.share("1.1", "10"), Side.yesNo("1.9", "5")],
                figures: ["1.1": .value(60), "1.9": .value(1)]),
            after: Side(
                nodes: [Side.field("1", "12"), Side.share("1.1", "10"), Side.yesNo("1.2", "2")],
                figures: ["1.1": .value(60), "1.2": .value(1)]),
            path: ["11", "11", "8", "8", "8"], maxima: ["15", "15", "12", "12", "12"]),
        Case(
            testDescription: "a figure of another kind is none of the old rule's",
            before: Side(nodes: two(extra: ""), figures: ["1.1": .value(60), "1.2": .value(1)]),
            after: Side(
                nodes: [Side.field("1", "15"), Side.share("1.1", "10"), Side.share("1.2", "5")],
                figures: ["1.1": .value(60), "1.2": .value(40)]),
            path: ["11", "11", "8", "8", "8"], maxima: ["15", "15", "15", "15", "15"]),
        Case(
            testDescription: "a criterion that was divided keeps its row",
            before: Side(nodes: one, figures: ["1.1": .value(60)]),
            after: Side(
                nodes: [
                    Side.field("1", "10"), Side.field("1.1", "10"), Side.yesNo("1.1.1", "4"), Side.share("1.1.2", "6"),
                ], figures: ["1.1.1": .value(1), "1.1.2": .value(50)]),
            path: ["6", "6", "7", "7", "7"], maxima: ["10", "10", "10", "10", "10"]),
        Case(
            testDescription: "other goals of another year are a change of criteria",
            before: Side(nodes: goals, figures: ["1.1": .value(4), "1.1.base": .value(2)], year: 2025),
            after: Side(nodes: goals, figures: ["1.1": .value(3), "1.1.base": .value(2)], year: 2026),
            path: ["10", "5", "7.5", "7.5", "7.5"], maxima: ["10", "10", "10", "10", "10"]),
        Case(
            testDescription: "caps come and go with the criteria",
            before: Side(
                nodes: one + [bonus], figures: ["1.1": .value(60), "2": .value(3)],
                edition: #"{"bonusCap": 2, "penaltyCap": 0}"#),
            after: Side(
                nodes: one + [bonus], figures: ["1.1": .value(60), "2": .value(4)],
                edition: #"{"bonusCap": 3, "penaltyCap": 0}"#),
            path: ["8", "8", "9", "9", "9"], maxima: ["10", "10", "10", "10", "10"]),
    ]

    /// One point each, ten at most.
    private static let bonus =
        #"{"code": "2", "maximum": 0, "metrics": [{"kind": "count", "direction": "higher"}], "#
        + #""rule": {"kind": "bonus", "each": 1, "cap": 10}}"#

    /// Full points for an increase: in 2025 of 2, none at 0; in 2026 of 2 with none at −2.
    private static let goals = [
        Side.field("1", "10"),
        #"{"code": "1.1", "maximum": 10, "metrics": [{"kind": "amount", "direction": "higher"}, "#
            + #"{"code": "1.1.base", "kind": "amount", "direction": "higher"}], "#
            + #""rule": {"kind": "changeFromBaseYear", "baseYear": 2021, "base": {"metric": "1.1.base"}, "#
            + #""as": "difference", "byYear": [{"year": 2025, "full": {"atLeast": 2}, "zeroAt": 0}, "#
            + #"{"year": 2026, "full": {"atLeast": 2}, "zeroAt": -2}, "#
            + #"{"year": 2027, "full": {"atLeast": 2}, "zeroAt": -2}]}}"#,
    ]

    @Test(arguments: cases)
    func stepByStep(_ example: Case) throws {
        let comparison = UnitComparison(from: try example.before.score(), to: try example.after.score())
        #expect(comparison.total.path == example.path)
        #expect(comparison.total.maxima == example.maxima)
    }

    @Test("the index: 6 of 10, 8 of 10, 13 of 15")
    func index() throws {
        let before = Side(nodes: Self.two(), figures: ["1.1": .value(60), "1.2": .notApplicable])
        let after = Side(nodes: Self.two(), figures: ["1.1": .value(80), "1.2": .value(1)])
        let total = UnitComparison(from: try before.score(), to: try after.score()).total
        // 6/10, 8/10, 8/10, 13/15 = 86.666…
        #expect(total.indices?.map(\.description) == ["60", "80", "80", "86.67", "86.67"])
        #expect(total.indexSteps?.map(\.description) == ["20", "0", "6.67", "0"])
    }

    @Test("without an index on one side there are no steps of the index")
    func noIndex() throws {
        let nodes = [Side.field("1", "5"), Side.yesNo("1.1", "5", extra: Side.leaveOut)]
        let before = Side(nodes: nodes, figures: ["1.1": .notApplicable])
        let after = Side(nodes: nodes, figures: ["1.1": .value(1)])
        let total = UnitComparison(from: try before.score(), to: try after.score()).total
        #expect(total.indexSteps == nil)
        #expect(total.path == ["0", "0", "0", "5", "5"])
    }

    @Test("what cannot be compared is left out of every state and told apart")
    func apart() throws {
        let before = Side(nodes: Self.two(), figures: ["1.1": .value(60), "1.2": .value(1)])
        let after = Side(nodes: Self.two(), figures: ["1.1": .value(80), "1.2": .value(1)])
        let comparison = UnitComparison(from: try before.score(), to: try after.score(), apart: ["1.2"])
        #expect(comparison.total.path == ["6", "8", "8", "8", "8"])
        #expect(comparison.total.maxima == ["10", "10", "10", "10", "10"])
        #expect(comparison.apartAfter == PointSum(points: 5, maximum: 5, scoredMaximum: 5))
        #expect(comparison.nodes.filter(\.isApart).map(\.code) == ["1.2"])
    }

    @Test("what is gone stands behind its elder sister, and a new name is told")
    func order() throws {
        let before = Side(
            nodes: [
                Side.field("1", "12"), Side.share("1.1", "10"), Side.yesNo("1.2", "2"), Side.field("2", "1"),
                Side.yesNo("2.1", "1"), Side.field("3", "1"), Side.yesNo("3.1", "1"),
            ])
        let after = Side(
            nodes: [
                Side.field("1", "13"), Side.share("1.1", "10", extra: #", "name": "Tên khác""#),
                Side.yesNo("1.3", "3"), Side.field("3", "1"), Side.yesNo("3.1", "1"),
            ])
        let nodes = UnitComparison(from: try before.score(), to: try after.score()).nodes
        #expect(nodes.map(\.code) == ["1", "1.1", "1.2", "1.3", "2", "2.1", "3", "3.1"])
        #expect(nodes.filter { $0.after == nil }.map(\.code) == ["1.2", "2", "2.1"])
        #expect(nodes.filter { $0.before == nil }.map(\.code) == ["1.3"])
        #expect(nodes.filter(\.isRenamed).map(\.code) == ["1.1"])
    }
}
