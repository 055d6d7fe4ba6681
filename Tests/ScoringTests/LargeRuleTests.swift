import Scoring
import Testing
import Values

@Suite("Large but honest rules")
struct LargeRuleTests {
    private func points(leaf: String, _ figures: [String: Figure]) throws -> FixedDecimal? {
        let set = try SampleEdition.read(SampleEdition.text(leaf: JSONNode.parse(leaf)))
        let criteria = try CompiledCriteria(set, year: 2026)
        var table = criteria.emptyFigures(unitCount: 1)
        for (code, figure) in figures { table[0, try #require(table.column(of: code))] = figure }
        return try criteria.score(table, units: [ScoredUnit(code: "x", level: "commune")])[0].criterion(1).points
    }

    @Test("a formula as long as the limit allows is evaluated")
    func longFormula() throws {
        let sum = Array(repeating: "a", count: 500).joined(separator: "+")
        let leaf =
            #"{"maximum": 1000, "metrics": [{"kind": "count", "direction": "higher"}], "#
            + #""rule": {"kind": "formula", "figures": {"a": "1.1"}, "points": "\#(sum)"}}"#
        #expect(try points(leaf: leaf, ["1.1": .value(1)]) == 500)
    }

    @Test("a formula as deep as the limit allows is evaluated")
    func deepFormula() throws {
        let deep = String(repeating: "(", count: 60) + "a" + String(repeating: ")", count: 60)
        let leaf =
            #"{"maximum": 1000, "metrics": [{"kind": "count", "direction": "higher"}], "#
            + #""rule": {"kind": "formula", "figures": {"a": "1.1"}, "points": "\#(deep)"}}"#
        #expect(try points(leaf: leaf, ["1.1": .value(7)]) == 7)
    }

    /// 1/9 999 991, 1/9 999 973 and 1/9 999 971 of 100 points each have no common denominator below 10²¹.
    @Test("shares with large prime denominators are combined exactly")
    func largeDenominators() throws {
        let counts: [(String, Int64)] = [("1.1.a", 9_999_991), ("1.1.b", 9_999_973), ("1.1.c", 9_999_971)]
        let measures = counts.map { code, _ in
            #"{"code": "\#(code)", "weight": 1000, "metrics": [{"kind": "percent", "direction": "higher", "#
                + #""ratio": {"numerator": "a", "denominator": "b"}}], "rule": {"kind": "proportional"}}"#
        }
        let leaf = #"{"maximum": 300, "measures": [\#(measures.joined(separator: ", "))]}"#
        // All but one of each: 300 − 100 × (1/9 999 991 + 1/9 999 973 + 1/9 999 971) = 299.99997, to four decimals 300;
        // half of each (rounded down) is 150 minus 50 × the same sum, 149.999985: 150 to four decimals.
        var most: [String: Figure] = [:]
        var half: [String: Figure] = [:]
        for (code, count) in counts {
            let denominator = try #require(FixedDecimal(exactly: count))
            most[code] = .ratio(numerator: denominator - 1, denominator: denominator)
            half[code] = .ratio(numerator: try #require(FixedDecimal(exactly: count / 2)), denominator: denominator)
        }
        #expect(try points(leaf: leaf, most) == 300)
        #expect(try points(leaf: leaf, half) == 150)
    }
}
