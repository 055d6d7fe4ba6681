import Foundation
import TestSupport
import Testing

@testable import score_cli

/// `--stage`: every command shows the same points of a stage, and says which stage that is.
@Suite struct StageCommandTests {
    private static let data = Repository.path("datasets/tuy-phuoc-2024")
    private typealias Record = [String: Any]

    private func record(_ words: [String]) throws -> Record {
        let output = commandOutput(words + ["--format", "json"])
        #expect(output.exit == .done, "\(words)")
        return try #require(JSONSerialization.jsonObject(with: Data(output.text.utf8)) as? Record)
    }

    private func points(_ record: Any?) -> String? {
        ((record as? Record)?["points"] as? NSNumber).map { String(format: "%.6f", $0.doubleValue) }
    }

    /// Computed 85.10, scored by the district itself 86.10, appraised 85.60.
    @Test(arguments: [
        (["--stage", "computed"], "85.100000", ["computed"]), ([], "86.100000", ["self", "computed"]),
        (["--stage", "self"], "86.100000", ["self", "computed"]),
        (["--stage", "appraisal"], "85.600000", ["appraisal", "self", "computed"]),
        (["--stage", "explanation"], "85.600000", ["explanation", "appraisal", "self", "computed"]),
    ])
    func everyCommandShowsTheSamePoints(stage: [String], total: String, precedence: [String]) throws {
        let unit = ["--unit", "tuy-phuoc"]
        func first(_ record: Record, _ key: String) throws -> Record { try #require((record[key] as? [Record])?.first) }
        func check(_ record: Record, _ found: String?) {
            #expect(found == total)
            let assessment = (record["assessment"] ?? (record["before"] as? Record)?["assessment"]) as? Record
            #expect(assessment?["precedence"] as? [String] == precedence)
            #expect(
                (assessment?["stages"] as? [Record])?.map { $0["code"] as? String } == [
                    "self", "appraisal", "explanation", "secondAppraisal", "final",
                ])
            #expect(assessment?["stage"] as? String == precedence[0])
        }
        let score = try record(["score", Self.data] + unit + stage)
        check(score, points(try first(score, "units")))
        let gap = try record(["gap", Self.data] + unit + stage)
        check(gap, points(try first(gap, "units")))
        let whatIf = try record(["whatif", Self.data, "--set", "1.1=100"] + unit + stage)
        check(whatIf, points(whatIf["now"]))
        let plan = try record(["plan", Self.data, "--budget", "0"] + unit + stage)
        check(plan, points(plan["now"]))
        let compare = try record(["compare", Self.data, Self.data] + unit + stage)
        check(compare, points((try first(compare, "units")["total"] as? Record)?["before"]))
        check(compare, points((try first(compare, "units")["total"] as? Record)?["after"]))
        let explain = try record(["explain", Self.data, "2.1.1"] + unit + stage)
        let own = ["computed": "0.000000", "self": "1.000000"][precedence[0]] ?? "0.500000"
        check(explain, points(explain["criterion"]) == own ? total : nil)
        #expect(
            (explain["criterion"] as? Record)?["origin"] as? String == [
                "computed": "computed", "self": "self",
            ][precedence[0]] ?? "appraisal")
        let rank = try record(["rank", Self.data] + stage)
        let ranked = try #require(rank["units"] as? [Record])
        check(rank, points(ranked.first { $0["code"] as? String == "tuy-phuoc" }))
    }

    @Test func twoStagesAreComparedByTheSameCodes() throws {
        for (stages, before, after) in [
            ("computed,self", "85.100000", "86.100000"), ("self,appraisal", "86.100000", "85.600000"),
            ("appraisal,computed", "85.600000", "85.100000"), ("appraisal,final", "85.600000", "85.600000"),
        ] {
            let compare = try record(["compare", Self.data, "--stages", stages, "--unit", "tuy-phuoc"])
            let unit = try #require((compare["units"] as? [Record])?.first)
            #expect(points(unit["before"]) == before)
            #expect(points(unit["after"]) == after)
        }
    }

    @Test func otherCodesAreWrongUsage() {
        for words in [
            ["score", Self.data, "--stage", "selv"], ["score", Self.data, "--stage", ""],
            ["compare", Self.data, "--stages", "self"], ["compare", Self.data, "--stages", "self,self"],
            ["compare", Self.data, "--stages", "self,selv"],
            ["compare", Self.data, "--stages", "self,appraisal,final"],
            ["compare", Self.data, "--stages", "self,appraisal", "--stage", "self"],
        ] {
            #expect(commandOutput(words).exit == .usage, "\(words)")
        }
    }

    @Test func whatIsFreedIsNamed() throws {
        let words = ["whatif", Self.data, "--unit", "tuy-phuoc", "--stage", "appraisal", "--set"]
        let record = try record(words + ["2.1.1.a=có"])
        let scenario = try #require((record["scenarios"] as? [Record])?.first)
        let freed = try #require((scenario["freed"] as? [Record])?.first)
        #expect(freed["criterion"] as? String == "2.1.1")
        #expect(freed["stage"] as? String == "appraisal")
        let text = commandOutput(words + ["2.1.1.a=có", "--lang", "vi"]).text
        #expect(text.contains("2.1.1: 0,50 điểm (Thẩm định)"))
        #expect(!commandOutput(words + ["1.1=100", "--lang", "vi"]).text.contains("không còn áp dụng"))
    }

    /// A folder whose appraisers gave a field 9 of the 1.81 that its criteria have: the parts, and what was given
    /// beyond them, add up to the field.
    @Test func aTreeWithPointsGivenToAFieldAddsUp() throws {
        let folder = TemporaryFolder()
        for name in [
            "assessment.json", "units.csv", "metrics.csv", "questionnaire.json", "survey-1.csv", "survey-2.csv",
        ] {
            folder.add(try String(contentsOfFile: Self.data + "/" + name, encoding: .utf8), "d/x/" + name)
        }
        let settings = folder.text("d/x/assessment.json") ?? ""
        folder.add(
            settings.replacing("../../criteria", with: Repository.path("criteria"))
                .replacing("../tuy-phuoc-2023", with: Repository.path("datasets/tuy-phuoc-2023")), "d/x/assessment.json"
        )
        folder.add(
            "mã đơn vị;mã tiêu chí;bước;điểm;lý do\ntuy-phuoc;1;thẩm định;7,5;vì\n", "d/x/scores.csv")
        let words = ["score", folder.path("d/x"), "--unit", "tuy-phuoc", "--stage", "appraisal", "--lang", "en"]
        // Field 1 has 9.62 by its figures, so 85.10 − 9.62 + 7.50.
        let rows = commandOutput(words + ["--format", "csv"]).text.split(whereSeparator: \.isNewline)
        #expect(rows.contains { $0.contains(#","Given to the whole, beyond the parts (1)",no,-2.12,"#) })
        #expect(rows.last?.contains(",Total,no,82.98,") == true)
        let text = commandOutput(words).text
        #expect(text.contains("−2.12") && text.contains("7.50") && text.contains("82.98"))
        let explained = commandOutput(["explain", folder.path("d/x"), "1"] + words.dropFirst(2)).text
        #expect(
            explained.split(separator: "\n").contains {
                $0.contains("Given to the whole, beyond the parts") && $0.contains("−2.12")
            })
        #expect(explained.contains("Appraisal; the figures give 9.62"))
    }
}
