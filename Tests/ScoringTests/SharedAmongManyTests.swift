import Testing
import Values

@testable import Scoring

/// Many criteria whose points go to many others.
@Suite struct SharedAmongManyTests {
    private static let count = 24

    /// Of 24 criteria of a point each, nothing arose; each of the 24 others gets 1/24 of each of their points, so that it has
    /// two, and half of them with 1 of 2.
    @Test func everyOtherHasTwoPoints() throws {
        let codes = (1...Self.count).map { "1.\($0)" }
        let siblings = codes.map { "\"\($0)\"" }.joined(separator: ", ")
        let sharing = (1...Self.count).map { number in
            #"{"code": "1.\#(Self.count + number)", "name": "x", "maximum": 1, "metrics": [{"name": "x", "#
                + #""kind": "percent", "direction": "higher", "ratio": {"numerator": "a", "denominator": "b"}, "#
                + #""zeroDenominator": {"convention": "shareOut", "siblings": [\#(siblings)]}}], "#
                + #""rule": {"kind": "proportional"}}"#
        }
        let nodes = [ComparedSide.field("1", "48")] + codes.map { ComparedSide.share($0, "1", extra: "") } + sharing
        let set = try SampleEdition.read(SampleEdition.text(nodes: nodes.map(JSONNode.parse)))
        let criteria = try CompiledCriteria(set, year: 2026)
        var figures = criteria.emptyFigures(unitCount: 2)
        for unit in 0...1 {
            for code in codes { figures[unit, code] = .ratio(numerator: 1, denominator: 2) }
            for number in 1...Self.count {
                figures[unit, "1.\(Self.count + number)"] = .ratio(numerator: 0, denominator: 0)
            }
        }
        let units = (0...1).map { ScoredUnit(code: "\($0)", level: "commune", group: "x") }
        let scores = try criteria.score(figures, units: units)
        #expect(scores[0].total.points == 24 && scores[0].total.maximum == 48)
        // Of 2 of 2 it is two points, and the other unit keeps what it has.
        let change = Scenario(changes: [.init("1.1", .counts(numerator: 2, denominator: 2))])
        let after = try WhatIf(scores, unit: 0).table(after: change)
        #expect(after[0].total.points == 25 && after[1].total.points == 24)
        // What has a figure of its own keeps its point, and nothing of the whole is lost.
        let kept = Scenario(changes: [.init("1.25", .counts(numerator: 1, denominator: 1))])
        #expect(try WhatIf(scores, unit: 0).table(after: kept)[0].total.maximum == 48)
    }
}
