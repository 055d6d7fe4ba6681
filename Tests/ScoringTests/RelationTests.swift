import Scoring
import TestSupport
import Testing
import Values

/// Relations between figures.
@Suite struct RelationTests {
    private static let ratio =
        #""kind": "percent", "direction": "higher", "ratio": {"numerator": "a", "denominator": "b"}"#

    private func broken(_ relation: String, _ figures: [Figure], last: [Figure]? = nil) throws -> [String] {
        let nodes = [
            #"{"code": "1", "maximum": 3}"#,
            #"{"code": "1.1", "maximum": 1, "metrics": [{\#(Self.ratio)}], "rule": {"kind": "proportional"}}"#,
            #"{"code": "1.2", "maximum": 1, "metrics": [{\#(Self.ratio)}], "rule": {"kind": "proportional"}}"#,
            #"{"code": "1.3", "maximum": 1, "metrics": [{"kind": "count", "direction": "higher"}], "rule": {"kind": "countThreshold", "threshold": {"atLeast": 1}}}"#,
        ]
        let set = try SampleEdition.read(
            SampleEdition.text(
                nodes: nodes.map(JSONNode.parse), edition: JSONNode.parse(#"{"relations": [\#(relation)]}"#)))
        let criteria = try CompiledCriteria(set, year: 2026)
        func table(_ figures: [Figure]) -> FigureTable {
            var table = criteria.emptyFigures(unitCount: 1)
            for (column, figure) in figures.enumerated() { table[0, column] = figure }
            return table
        }
        let scores = try criteria.score(
            table(figures), units: [ScoredUnit(code: "x", level: "commune")],
            lastYear: last.map { LastYear(figures: table($0), units: [0]) })
        return scores[0].brokenRelations.map { "\($0.left) \($0.right)" }
    }

    /// Late files are files that were not in time: of 10 files 8 were, so 2 at most are late.
    @Test(arguments: [1, 2, 3] as [FixedDecimal])
    func lateFiles(late: FixedDecimal) throws {
        let expected = late == 3 ? ["3 2"] : []
        let relation = #"{"left": "1.2.denominator", "is": "≤", "right": "1.1.denominator - 1.1.numerator"}"#
        let figures: [Figure] = [.ratio(numerator: 8, denominator: 10), .ratio(numerator: 0, denominator: late)]
        #expect(try broken(relation, figures) == expected)
        // What is not reported, or not as two counts, breaks nothing.
        #expect(try broken(relation, [figures[0]]) == [])
        #expect(try broken(relation, [.value(80), figures[1]]) == [])
    }

    @Test func toleranceConditionAndLastYear() throws {
        let equal = #"{"left": "1.1.denominator", "is": "=", "right": "1.2.denominator", "tolerance": 1}"#
        func counts(_ below: FixedDecimal) -> [Figure] {
            [.ratio(numerator: 1, denominator: below), .ratio(numerator: 1, denominator: 10)]
        }
        #expect(try broken(equal, counts(9)) == [] && broken(equal, counts(11)) == [])
        #expect(try broken(equal, counts(8)) == ["8 10"] && broken(equal, counts(12)) == ["12 10"])
        // Only asked for where it says.
        let when = #"{"left": "1.3", "is": "≥", "right": "5", "when": {"metric": "1.1", "atLeast": 50}}"#
        #expect(try broken(when, [.value(50), .notReported, .value(4)]) == ["4 5"])
        #expect(try broken(when, [.value(49), .notReported, .value(4)]) == [])
        // A cumulative count never falls.
        let grows = #"{"left": "1.3", "is": "≥", "right": "1.3@lastYear"}"#
        let nothing: [Figure] = [.notReported, .notReported]
        #expect(try broken(grows, nothing + [.value(7)], last: nothing + [.value(8)]) == ["7 8"])
        #expect(try broken(grows, nothing + [.value(8)], last: nothing + [.value(8)]) == [])
        #expect(try broken(grows, nothing + [.value(7)]) == [])
    }

    /// A number that could be a mistyped code is an error; written with a decimal comma it cannot be mistaken. Codes here
    /// are `1.1` to `1.3`: numbers without a point, and those that begin with zero, are none of them.
    @Test(
        arguments: [
            ("5", nil), ("0.5", nil), ("1,9", nil), ("-1.9", nil), ("0,5", nil),
            ("1.9", "criteria.numberLikeCode 1.9 → 1.1, written 1,9"),
            ("13.25", "criteria.numberLikeCode 13.25 → nothing, written 13,25"),
            ("1.9.numerator", "json.unknownName 1.9.numerator"), ("1,9,1", "json.unknownName 1,9,1"),
            ("1.9,1", "json.unknownName 1.9,1"),
        ] as [(String, String?)])
    func numbersAreNoCodes(number: String, finding: String?) {
        var found: String?
        do {
            // 4 ≥ −1.9 and so on: whatever is broken, the file is read.
            _ = try broken(#"{"left": "1.3", "is": "≥", "right": "\#(number)"}"#, [])
        } catch let error as FindingsError {
            found = error.findings.map { finding in
                let word = "\(finding.code) \(finding.text(.found) ?? "")"
                if finding.code.hasPrefix("json") { return word }
                return "\(word) → \(finding.text(.suggestion) ?? "nothing"), written \(finding.text(.expected) ?? "")"
            }.joined(separator: "; ")
        } catch {
            Issue.record(error)
        }
        #expect(found == finding)
    }

    /// 5 is not at least 5.1, though it is at least 1.9 and 0.5.
    @Test(arguments: [("1,9", []), ("0.5", []), ("5,0", []), ("5,1", ["5 5.1"])] as [(String, [String])])
    func numbersAreRead(number: String, expected: [String]) throws {
        let relation = #"{"left": "1.3", "is": "≥", "right": "\#(number)"}"#
        #expect(try broken(relation, [.notReported, .notReported, .value(5)]) == expected)
    }

    /// Where metrics are coded `1` and `2`, a whole number could be one of them.
    @Test(
        arguments: [
            ("1", nil), ("7", "criteria.numberLikeCode 7,0"), ("7,0", nil), ("0", nil), ("0.5", nil), ("7.5", nil),
        ] as [(String, String?)])
    func wholeNumbersBesideWholeCodes(number: String, finding: String?) throws {
        let nodes = [1, 2].map {
            #"{"code": "\#($0)", "maximum": 1, "metrics": [{"kind": "count", "direction": "higher"}], "rule": {"kind": "countThreshold", "threshold": {"atLeast": 1}}}"#
        }
        let text = try SampleEdition.text(
            nodes: nodes.map(JSONNode.parse),
            edition: JSONNode.parse(#"{"relations": [{"left": "2", "is": "≤", "right": "\#(number)"}]}"#))
        var found: String?
        do { _ = try SampleEdition.read(text) } catch let error as FindingsError {
            found = error.findings.map { "\($0.code) \($0.text(.expected) ?? "")" }.joined(separator: "; ")
        }
        #expect(found == finding)
    }
}
