import Testing
import Values

@testable import Scoring

/// Which remedies a loss calls for, and with which numbers.
@Suite struct RemedyTests {
    private static func remedy(_ cause: String, _ occasion: String? = nil) -> String {
        let occasion = occasion.map { #""for": \#($0), "# } ?? ""
        return #"{\#(occasion)"cause": "\#(cause)", "check": "c", "do": "d", "who": "w", "time": "t"}"#
    }

    private static func ratio(_ more: String = "") -> String {
        #"{"kind": "percent", "direction": "higher", \#(more)"ratio": {"numerator": "n", "denominator": "d"}}"#
    }

    /// A share, a checklist of two parts, a leaf of two measures, and a share where less is better.
    private static let nodes = [
        #"{"code": "1", "maximum": 8}"#,
        """
        {"code": "1.1", "maximum": 2, "target": {"text": "95", "comparison": "≥", "value": 95},
         "metrics": [\(ratio(#""zeroDenominator": {"convention": "zeroPoints"}, "#))],
         "rule": {"kind": "proportional", "base": 100},
         "remedies": [\(remedy("any")), \(remedy("scored", #"{"status": "scored"}"#)),
           \(remedy("missing", #"{"status": "notReported"}"#)), \(remedy("awaited", #"{"status": "awaited"}"#)),
           \(remedy("none", #"{"status": "zeroDenominator"}"#)), \(remedy("metric", #"{"metric": "1.1"}"#)),
           \(remedy("factor", #"{"factor": "F1"}"#))]}
        """,
        """
        {"code": "1.2", "maximum": 2,
         "metrics": [{"code": "1.2.a", "kind": "yesNo", "direction": "higher"}, {"code": "1.2.b", "kind": "yesNo", "direction": "higher"}],
         "rule": {"kind": "checklist", "items": [{"metric": "1.2.a", "points": 1}, {"metric": "1.2.b", "points": 1}]},
         "remedies": [\(remedy("a", #"{"metric": "1.2.a"}"#)), \(remedy("b", #"{"metric": "1.2.b"}"#))]}
        """,
        """
        {"code": "1.3", "maximum": 2, "measures": [
           {"code": "1.3.a", "metrics": [\(ratio())], "rule": {"kind": "proportional", "base": 100}},
           {"code": "1.3.b", "metrics": [\(ratio())], "rule": {"kind": "proportional", "base": 100}}],
         "remedies": [\(remedy("a", #"{"measure": "1.3.a"}"#)), \(remedy("b", #"{"measure": "1.3.b"}"#))]}
        """,
        """
        {"code": "1.4", "maximum": 2,
         "metrics": [{"kind": "percent", "direction": "lower", "ratio": {"numerator": "n", "denominator": "d"}}],
         "rule": {"kind": "linear", "zeroAt": 20, "fullAt": 5}, "remedies": [\(remedy("any"))]}
        """,
    ]

    private static func applied(
        _ code: String, _ figures: [String: Figure], weakest: [String: [String]] = [:]
    ) throws -> [AppliedRemedy] {
        let criteria = try CompiledCriteria(
            SampleEdition.read(SampleEdition.text(nodes: nodes.map(JSONNode.parse))), year: 2026)
        var table = criteria.emptyFigures(unitCount: 1)
        for (metric, figure) in figures { table[0, metric] = figure }
        let score = try criteria.score(table, units: [ScoredUnit(code: "x", level: "commune")])[0]
        var known = GapKnowledge()
        known.weakestFactors = weakest
        return try #require(score.gap(of: code, known)).remedies
    }

    private static func causes(
        _ code: String, _ figures: [String: Figure], weakest: [String: [String]] = [:]
    ) throws -> [String] { try applied(code, figures, weakest: weakest).map(\.remedy.cause.vi) }

    @Test(
        arguments: [
            (.ratio(numerator: 90, denominator: 100), ["any", "scored", "metric"]),
            (.value(90), ["any", "scored", "metric"]), (.ratio(numerator: 100, denominator: 100), []),
            (.notReported, ["any", "missing", "metric"]), (.awaited, ["any", "awaited", "metric"]),
            (.ratio(numerator: 0, denominator: 0), ["any", "none"]),
        ] as [(Figure, [String])])
    func theStateDecides(figure: Figure, causes: [String]) throws {
        #expect(try Self.causes("1.1", ["1.1": figure]) == causes)
    }

    @Test func theWeakestFactorDecides() throws {
        let figure = ["1.1": Figure.value(90)]
        #expect(try Self.causes("1.1", figure, weakest: ["1.1": ["F1"]]) == ["any", "scored", "metric", "factor"])
        #expect(
            try Self.causes("1.1", figure, weakest: ["1.1": ["F2"], "1.4": ["F1"]]) == ["any", "scored", "metric"])
        #expect(try Self.causes("1.1", ["1.1": .value(100)], weakest: ["1.1": ["F1"]]) == [])
    }

    @Test func thePartOrTheMeasureThatLosesDecides() throws {
        #expect(try Self.causes("1.2", ["1.2.a": .value(0), "1.2.b": .value(1)]) == ["a"])
        #expect(try Self.causes("1.2", ["1.2.a": .value(0), "1.2.b": .value(0)]) == ["a", "b"])
        let (half, all) = (Figure.ratio(numerator: 1, denominator: 2), Figure.ratio(numerator: 2, denominator: 2))
        #expect(try Self.causes("1.3", ["1.3.a": all, "1.3.b": half]) == ["b"])
        #expect(try Self.causes("1.3", ["1.3.a": half, "1.3.b": half]) == ["a", "b"])
    }

    /// 90 of 100 are 1.8 of 2 points; the target is 95, so 5 more cases are missing, and 10 failed.
    @Test func theNumbersAreTheUnitsOwn() throws {
        let remedy = try #require(Self.applied("1.1", ["1.1": .ratio(numerator: 90, denominator: 100)]).first)
        #expect(try remedy.lost == FixedDecimal("0.2") && remedy.points == FixedDecimal("1.8") && remedy.maximum == 2)
        #expect(remedy.counts?.numerator == 90 && remedy.counts?.denominator == 100 && remedy.failed == 10)
        #expect(remedy.needed == 95 && remedy.furtherCases == 5)
        // Beyond the target what earns most is needed.
        let met = try #require(Self.applied("1.1", ["1.1": .ratio(numerator: 97, denominator: 100)]).first)
        #expect(met.needed == 100 && met.furtherCases == 3)
        // Without counts there are no cases.
        let plain = try #require(Self.applied("1.1", ["1.1": .value(90)]).first)
        #expect(plain.failed == nil && plain.furtherCases == nil && plain.needed == 95)
        let none = try #require(Self.applied("1.1", [:]).first)
        #expect(none.points == nil && none.needed == nil && none.lost == 2)
    }

    /// Of 100 cases 10 are bad, 5 at most earn everything: 5 fewer.
    @Test func whereLessIsBetterTheNumeratorFailed() throws {
        let remedy = try #require(Self.applied("1.4", ["1.4": .ratio(numerator: 10, denominator: 100)]).first)
        #expect(remedy.failed == 10 && remedy.needed == 5 && remedy.furtherCases == 5)
    }

    @Test func aSetKeepsItsRemediesWhenItIsWritten() throws {
        let set = try SampleEdition.read(SampleEdition.text(nodes: Self.nodes.map(JSONNode.parse)))
        let again = try CriteriaSet(CriteriaDraft(set))
        #expect(set.criteria.map { $0.leaf?.remedies } == again.criteria.map { $0.leaf?.remedies })
        #expect(set.criteria[1].leaf?.remedies.count == 7)
    }
}
