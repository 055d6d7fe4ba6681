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
}
