import TestSupport
import Testing
import Values

@testable import Scoring

/// Units of which much does not apply while their peers are scored there.
@Suite struct LeftOutShareTests {
    /// Two criteria of 2 points each; the first has nothing of nothing.
    private func shares(_ convention: String, sibling: Figure) throws -> [LeftOutShare] {
        let zero =
            #"{"code": "1.1", "name": "x", "maximum": 2, "levels": ["commune"], "levelsReason": "x", "#
            + #""source": {"row": "1"}, "metrics": [{"name": "x", "kind": "percent", "direction": "higher", "#
            + #""ratio": {"numerator": "a", "denominator": "b"}, "zeroDenominator": \#(convention)}], "#
            + #""rule": {"kind": "proportional"}}"#
        let other = ComparedSide.share("1.2", "2", extra: #", "notApplicable": {"convention": "leaveOut"}"#)
        let nodes = [ComparedSide.field("1", "4"), zero, other]
        let set = try SampleEdition.read(SampleEdition.text(nodes: nodes.map(JSONNode.parse)))
        let criteria = try CompiledCriteria(set, year: 2026)
        var figures = criteria.emptyFigures(unitCount: 2)
        figures[0, "1.1"] = .ratio(numerator: 0, denominator: 0)
        figures[0, "1.2"] = sibling
        for code in ["1.1", "1.2"] { figures[1, code] = .ratio(numerator: 1, denominator: 2) }
        let units = (0..<2).map { ScoredUnit(code: "\($0)", level: "commune", group: "x") }
        return try criteria.score(figures, units: units).leftOutShares
    }

    /// Half of the maximum is left out, unless it went to the other criterion; where this does not apply either, all is.
    @Test func sharedOutIsNotLeftOut() throws {
        let half = Figure.ratio(numerator: 1, denominator: 2)
        let left = try shares(#"{"convention": "leaveOut"}"#, sibling: half)
        #expect(left.map(\.points) == [2] && left.map(\.maximum) == [4] && left.map(\.unit) == [0])
        let shareOut = #"{"convention": "shareOut", "siblings": ["1.2"]}"#
        #expect(try shares(shareOut, sibling: half).isEmpty)
        #expect(try shares(shareOut, sibling: .notApplicable).map(\.points) == [4])
    }

    /// A criterion that may not apply beside another; the first unit has nothing of it, and its peers have figures or not.
    private func remark(_ maxima: (String, String), whole: String = "10", peers: [Figure]) throws -> [LeftOutShare] {
        let nodes = [
            ComparedSide.field("1", whole),
            ComparedSide.share("1.1", maxima.0, extra: #", "notApplicable": {"convention": "leaveOut"}"#),
            ComparedSide.share("1.2", maxima.1, extra: ""),
        ]
        let set = try SampleEdition.read(SampleEdition.text(nodes: nodes.map(JSONNode.parse)))
        let criteria = try CompiledCriteria(set, year: 2026)
        var figures = criteria.emptyFigures(unitCount: peers.count + 1)
        for (unit, figure) in ([.notApplicable] + peers).enumerated() {
            figures[unit, "1.1"] = figure
            figures[unit, "1.2"] = .ratio(numerator: 1, denominator: 2)
        }
        let units = (0...peers.count).map { ScoredUnit(code: "\($0)", level: "commune", group: "x") }
        return try criteria.score(figures, units: units).leftOutShares
    }

    private static let half = Figure.ratio(numerator: 1, denominator: 2)

    /// A fifth of the maximum is much, a ten-thousandth of a point less is not.
    @Test(arguments: [
        ("2", "8", true), ("1.9999", "8.0001", false), ("2.0001", "7.9999", true), ("10", "0", true),
    ])
    func aFifthOfTheMaximum(own: String, other: String, isTold: Bool) throws {
        let found = try remark((own, other), peers: [Self.half])
        #expect(found.map(\.points) == (isTold ? [exact(own)] : []))
        #expect(found.allSatisfy { $0.maximum == 10 && $0.unit == 0 })
    }

    /// Of the other units half must be scored there: one of one and of two, two of three and of four, none of none.
    @Test(arguments: [
        (1, 0, true), (1, 1, true), (1, 2, false), (2, 1, true), (2, 2, true), (2, 3, false), (0, 1, false),
        (0, 0, false),
    ])
    func halfOfThePeers(scored: Int, unreported: Int, isTold: Bool) throws {
        for without in [Figure.notReported, .notApplicable] {
            let peers = Array(repeating: Self.half, count: scored) + Array(repeating: without, count: unreported)
            let found = try remark(("5", "5"), peers: peers)
            // Peers of which it does not apply either are told like the first.
            let others = without == .notApplicable ? unreported : 0
            #expect(found.map(\.unit) == (isTold ? [0] + (0..<others).map { scored + 1 + $0 } : []))
        }
    }
}
