import Foundation
import TestSupport
import Testing

@testable import score_cli

/// The same inputs of real life through the commands that officials run on them, with figures worked out by hand.
@Suite struct KeptCommandsTests {
    private typealias Object = [String: Any]

    private func path(_ name: String) -> String { Repository.path("Tests/ReportingTests/Cases12/\(name)/a") }

    private func total(_ survey: Object, _ unit: String?) throws -> Object {
        let estimates = try #require(survey["estimates"] as? [Object])
        return try #require(estimates.first { $0["unit"] as? String == unit && $0["kind"] as? String == "total" })
    }

    /// Of thirteen people eight say 4 or 5: two of four in stratum A, two of three in each village of B. A has one village,
    /// so nothing is known of the error.
    @Test func aLonelyVillage() throws {
        let output = commandOutput(["survey", path("24-lonely-village")])
        #expect(output.exit == .done && output.text.contains("61,54"))
        let survey = try commandJSON(["survey", path("24-lonely-village")])
        for unit in [nil, "xa-1"] {
            let index = try total(survey, unit)
            #expect(index["percent"] as? Double == 61.538462 && index["answers"] as? Int == 13)
            #expect(index["counts"] as? [Int] == [3, 1, 1, 4, 4])
            #expect(index["standardError"] is NSNull && index["status"] as? String == "cannotBeEstimated")
            #expect(index["reason"] as? String == "singleCluster")
        }
        #expect((survey["survey"] as? Object)?["unitsAwaited"] as? [String] == ["xa-2"])
    }

    /// Populations that cannot be: no index is told.
    @Test(arguments: ["57-population-below-sample", "57b-fraction-for-population", "57c-population-differs"])
    func surveysWithErrorsTellNothing(folder: String) {
        for format in ["table", "json", "csv"] {
            let output = commandOutput(["survey", path(folder), "--format", format])
            #expect(output.exit == .failed && output.text.isEmpty)
        }
    }

    private static let guarded = Repository.path("Tests/SurveyTests/Cases12/40-formula-guard-in-tallies/a")

    /// 24 forms of two questions, in turns of five answers: 5 of 16 in h are 4 or 5, 13 of 32 in xa-1, 18 of 48 in all.
    @Test func talliesOfAnswersThatLookLikeFormulas() throws {
        let rows = try Repository.text("Tests/SurveyTests/Cases12/40-formula-guard-in-tallies/a/survey.csv").split(
            separator: "\n")
        let files = TemporaryFolder()
        let questionnaire = ["--questionnaire", Self.guarded + "/questionnaire.json"]
        var tallies: [String] = []
        for (part, range) in [1..<10, 10..<rows.count].enumerated() {
            let answers = files.add(
                (rows.prefix(1) + rows[range]).map { $0 + "\n" }.joined(), "answers-\(part).csv")
            tallies.append(files.path("tally-\(part).csv"))
            let words = ["survey", "tally", answers, "--by", "sex", "--output", tallies[part], "--quiet"]
            #expect(CommandLineTool.run(words + questionnaire) == .done)
            #expect(files.text("tally-\(part).csv")?.contains("'+60 tuổi") ?? false)
        }
        let merged = files.path("merged.csv")
        let merge = ["survey", "merge"] + tallies + ["--output", merged, "--quiet"]
        #expect(CommandLineTool.run(merge + questionnaire) == .done)
        for words in [["survey", Self.guarded], ["survey", Self.guarded, "--tally", merged]] {
            let survey = try commandJSON(words)
            for (unit, percent, answers) in [(nil, 37.5, 48), ("h", 31.25, 16), ("xa-1", 40.625, 32)]
                as [(String?, Double, Int)]
            {
                let index = try total(survey, unit)
                #expect(index["percent"] as? Double == percent && index["answers"] as? Int == answers)
            }
        }
        // The same tally twice is one too many.
        let twice = ["survey", "merge", tallies[0], tallies[0], "--output", files.path("twice.csv"), "--quiet"]
        #expect(CommandLineTool.run(twice + questionnaire) == .failed)
    }

    /// 80 % of 2 points, 500 of 1,000 for 1 point, and −5 for nothing.
    @Test func unitsWhoseCodesBeginWithADash() throws {
        let folder = path("35-dash-values")
        let units = try #require(try commandJSON(["rank", folder])["units"] as? [Object])
        #expect(units.map { $0["code"] as? String } == ["xa-2", "h", "-x"])
        #expect(units.map { $0["rank"] as? Int } == [1, 2, 3])
        #expect(units.map { $0["points"] as? Double } == [1.6, 0.5, 0])
        let plan = try #require(try commandJSON(["plan", folder, "--unit", "-x", "--budget", "0"])["now"] as? Object)
        #expect(plan["points"] as? Double == 0 && plan["rank"] as? Int == 3)
        let trial = try commandJSON(["whatif", folder, "--unit", "-x", "--set", "1.5=1000"])
        #expect((trial["scenarios"] as? [Object])?.first?["points"] as? Double == 1)
        #expect((trial["scenarios"] as? [Object])?.first?["rank"] as? Int == 2)
    }

    @Test func allNamesThatDifferByMarksAreTwo() {
        let names = ["Xã Phước Hưng": "u1", "Xã Phước Hừng": "u2", "Xã Đức Hoà": "u5", "Xã Đức Hòa": "u5"]
        for (name, code) in names {
            let text = commandOutput(["score", path("16-names-differ-by-marks"), "--unit", name, "--format", "json"])
                .text
            #expect(text.contains("\"code\": \"\(code)\""), "\(name)")
        }
    }

    /// All are equal, so that units stand in the order of their table, whatever their names.
    @Test func equalUnitsStandInTheOrderOfTheTable() throws {
        let units = try #require(try commandJSON(["rank", path("17-vietnamese-order")])["units"] as? [Object])
        #expect(units.map { $0["code"] as? String } == (0..<19).map { "u\($0)" })
        #expect(units.allSatisfy { $0["rank"] as? Int == 1 })
    }

    /// Days are read with the day first: 3/7 is the third of July.
    @Test func daysOfActionsInPlans() throws {
        func folder(_ name: String) -> String { Repository.path("Tests/AssessmentTests/Cases12/\(name)/a") }
        for name in ["36-dates-in-actions", "38-two-digit-years"] {
            #expect(commandOutput(["plan", folder(name), "--unit", "xa-1", "--budget", "1000"]).exit == .failed)
            #expect(commandOutput(["deadlines", folder(name), "--on", "2025-07-03"]).exit == .done)
        }
        // A1 is due on 3 July, A2 on 12 July, A3 on 3 July, A4 on 1 February.
        for (day, late) in [
            ("2025-02-01", []), ("2025-02-02", ["A4"]), ("3/7/2025", ["A4"]), ("4.7.2025", ["A1", "A3", "A4"]),
            ("13/7/2025", ["A1", "A2", "A3", "A4"]),
        ] as [(String, [String])] {
            let words = ["plan", folder("36b-day-first"), "--unit", "xa-1", "--budget", "1000", "--on", day]
            #expect((try commandJSON(words)["late"] as? [String])?.sorted() == late, "\(day)")
        }
        #expect(commandOutput(["deadlines", folder("36b-day-first"), "--on", "3/7/2025"]).exit == .done)
    }
}
