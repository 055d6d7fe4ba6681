import TestSupport
import Testing

@testable import score_cli

/// Inputs of real life that are read rightly, and stay so.
@Suite struct KeptCasesTests {
    private func path(_ name: String) -> String { Repository.path("Tests/ReportingTests/Cases12/\(name)/a") }

    /// The errors that `check` finds, by code.
    @Test(
        arguments: [
            ("06-full-width-digits", ["assessment.unknownMetric": 1, "table.notANumber": 2]), ("61-json-with-bom", [:]),
            ("61h-xls-bytes", ["workbook.legacyFormat": 1]), ("02-two-dialects", ["table.tooFewCells": 2]),
            ("02b-three-lines", ["table.tooManyCells": 1]),
            ("08-words-and-thousands", ["table.ambiguousNumber": 2, "table.notANumber": 1]),
            ("63-thousands-point-decimal-comma", [:]),
            ("63b-both-conventions", ["table.ambiguousNumber": 1, "table.mixedDecimalSeparators": 1]),
            ("11-percent-forms", ["assessment.outsideDomain": 1, "table.notANumber": 2]), ("24-lonely-village", [:]),
            ("57-population-below-sample", ["survey.populationTooSmall": 1]),
            // No row is usable, and so the unit loses all its forms.
            ("57b-fraction-for-population", ["survey.noUsableRow": 1, "survey.unitLost": 1]),
            ("57c-population-differs", ["survey.otherPopulation": 1]),
            // Eight of ten answers are none of the scale, but the survey measures no criterion.
            ("21-other-and-na", [:]),
            ("43-nul-byte", ["file.nulByte": 1]),
            ("48-direction-against-rule", ["criteria.ruleAgainstDirection": 2]),
            ("52-space-before-quote", ["table.tooManyCells": 1]),
        ] as [(String, [String: Int])])
    func errors(name: String, expected: [String: Int]) throws {
        let findings = try #require(try commandJSON(["check", path(name)])["findings"] as? [[String: Any]])
        let codes = findings.compactMap { $0["code"] as? String }
        #expect(Dictionary(grouping: codes) { $0 }.mapValues(\.count) == expected)
        #expect(commandOutput(["check", path(name)]).exit == (expected.isEmpty ? .done : .failed))
    }

    private func units(_ command: String, _ name: String) throws -> [[String: Any]] {
        try #require(try commandJSON([command, path(name)])["units"] as? [[String: Any]])
    }

    @Test func codesThatLookLikeNumbersStay() throws {
        let codes = try units("score", "09-unit-codes-like-numbers").map { $0["code"] as? String }
        #expect(codes == ["16.000", "3.03.001.00514", "0000.7995", "00123"])
    }

    @Test func equalSumsShareAPlace() throws {
        #expect(try units("rank", "28-equal-sums-tie").map { $0["rank"] as? Int } == [1, 1, 3, 3, 3])
        // All are equal: the order is that of the units.
        let rows = try units("rank", "17-vietnamese-order")
        #expect(rows.allSatisfy { $0["rank"] as? Int == 1 })
        #expect(rows.prefix(3).map { $0["name"] as? String } == ["Xã Ân Đức", "Xã An Hòa", "Xã Ăn Thịnh"])
    }

    /// 12.5 % and 0.5 % of a point are 0.13 and 0.01, 26.5 % and 2.5 % 0.27 and 0.03, 99.5 % is 1.
    @Test func halvesGoAwayFromZero() throws {
        let points = try units("score", "29b-half-rounding").map { $0["points"] as? Double }
        #expect(points == [0.14, 0.16, 0.3, 0.01, 0.01, 1])
    }

    /// Actions cost 1, 1 and 3 and give 1, 2 and 3 points.
    @Test func noPlanIsLost() throws {
        let plan = { (words: [String]) in
            try commandJSON(["plan", self.path("32-lost-solution"), "--unit", "xa-1"] + words)
        }
        let frontier = try #require(try plan(["--frontier"])["frontier"] as? [[String: Any]])
        #expect(frontier.map { $0["cost"] as? Int } == [0, 1, 2, 4, 5])
        #expect(frontier.map { $0["points"] as? Int } == [0, 2, 3, 5, 6])
        #expect(try plan(["--budget", "2"])["points"] as? Int == 3)
        // Of the sets with two points or more those are told that do not contain another: {2} for 1, {3} for 3.
        let best = try plan(["--goal-points", "2", "--best", "20"])
        #expect(best["cost"] as? Int == 1)
        #expect((best["further"] as? [[String: Any]])?.map { $0["cost"] as? Int } == [3])
    }

    /// Of ten answers «4» and «không hài lòng» are on the scale: half of two is on its upper levels.
    @Test func answersOfNoCriterionAreEstimated() throws {
        let words = ["survey", path("21-other-and-na"), "--questions"]
        #expect(commandOutput(words).exit == .done)
        let estimates = try #require(try commandJSON(words)["estimates"] as? [[String: Any]])
        let district = try #require(estimates.first { $0["unit"] as? String == "h" })
        let figures = ["answers", "unknown", "percent"].map { district[$0] as? Int }
        #expect(figures == [2, 8, 50])
    }

    @Test func namesThatDifferByMarksAreTwo() throws {
        for (name, code) in [("Xã Phước Hưng", "u1"), ("Xã Phước Hừng", "u2"), ("Xã Đức Hoà", "u5")] {
            let words = ["score", path("16-names-differ-by-marks"), "--unit", name, "--format", "json"]
            let (exit, text) = commandOutput(words)
            #expect(exit == .done && text.contains("\"code\": \"\(code)\""))
        }
        #expect(commandOutput(["score", path("00-base"), "--unit", "zz"]).exit == .usage)
    }

    @Test func valuesMayBeginWithADash() throws {
        let folder = path("35-dash-values")
        #expect(try units("score", "35-dash-values").map { $0["code"] as? String } == ["h", "-x", "xa-2"])
        #expect(commandOutput(["score", folder, "--unit", "-x"]).exit == .done)
        #expect(commandOutput(["whatif", folder, "--unit", "-x", "--set", "1.5=-7"]).exit == .done)
    }
}
