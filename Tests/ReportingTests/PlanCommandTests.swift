import Assessment
import Documents
import TestSupport
import Testing
import Values

@testable import score_cli

/// What `plan` says of days, units of cost and equal plans.
@Suite struct PlanCommandTests {
    /// A commune with two criteria of one point each that are not met, in 2020.
    private func folder(_ actions: String, settings: String = "") -> TemporaryFolder {
        let folder = TemporaryFolder()
        let leaves = [1, 2].map { place in
            """
            {"code": "1.\(place)", "name": "Tiêu chí", "maximum": 1, "source": {"row": "1"}, "levels": ["commune"],
            "metrics": [{"name": "số liệu", "direction": "higher", "kind": "yesNo"}], "rule": {"kind": "yesNo"}}
            """
        }
        _ = folder.add(
            """
            {"format": 1, "set": "thu", "edition": "thu", "name": "Bộ thử", "source": {"document": "Quyết định thử"},
            "years": {"from": 2020, "to": 2020}, "levels": [{"code": "commune", "name": "Cấp xã"}],
            "points": {"basis": "assumed", "source": {"document": "Quyết định thử"}, "reason": "thử"},
            "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
            "index": {"mode": "halfAwayFromZero", "digits": 2}}, "ranking": {"ties": "standard", "minimumCoverage": 0},
            "criteria": [{"code": "1", "name": "Lĩnh vực", "maximum": 2}, \(leaves.joined(separator: ", "))]}
            """, "criteria.json")
        _ = folder.add(
            #"{"format": 1, "name": "Thử", "criteria": "criteria.json", "year": 2020, "stage": "self"\#(settings)}"#,
            "assessment.json")
        _ = folder.add("code;name;level\na;A;commune\n", "units.csv")
        _ = folder.add("unit;1.1;1.2\na;không;không\n", "metrics.csv")
        _ = folder.add(actions, "actions.csv")
        return folder
    }

    private func plan(_ folder: TemporaryFolder, _ words: String...) -> (exit: ExitCode, text: String) {
        commandOutput(["plan", folder.path(""), "--lang", "en"] + words)
    }

    private static let dated =
        "action;metric;value;cost;deadline\nA;1.1;có;5;2020-06-10\nB;1.2;có;5;2020-06-20\n"

    @Test func theDayOfPlanningIsSaidWithWhatIsTooLate() {
        let folder = folder(Self.dated)
        // On its last day an action can still be done. 2020 is over, so without a day deadlines are no condition.
        for (words, codes, said) in [
            ([], ["A", "B"], nil), (["--on", "2020-06-10"], ["A", "B"], "no deadline has passed"),
            (["--on", "2020-06-11"], ["B"], "left out because the deadline has passed: A"),
            (["--on", "2020-06-21"], [], "left out because the deadline has passed: A, B"),
        ] as [([String], [String], String?)] {
            let text = commandOutput(["plan", folder.path(""), "--lang", "en", "--budget", "10"] + words).text
            let json = commandOutput(["plan", folder.path(""), "--budget", "10", "--format", "json"] + words).text
            #expect(said.map(text.contains) ?? !text.contains("deadline has passed"))
            #expect(json.contains("\"late\"") == !words.isEmpty)
            for code in ["A", "B"] { #expect(json.contains("\"code\": \"\(code)\"") == codes.contains(code)) }
        }
        #expect(plan(folder, "--budget", "10", "--on", "2020-06-31").exit == .usage)
        #expect(plan(folder, "--goal-points", "2", "--on", "2020-06-11").text.contains("the deadline of the action"))
    }

    /// Today counts from the first day of the period to its last, and what is stated counts always.
    @Test(arguments: [
        ("", "2019-12-31", false), ("", "2020-01-01", true), ("", "2020-12-31", true), ("", "2021-01-01", false),
        ("2020-02", "2020-01-31", false), ("2020-02", "2020-02-01", true), ("2020-02", "2020-02-29", true),
        ("2020-02", "2020-03-01", false), ("2020-Q3", "2020-06-30", false), ("2020-Q3", "2020-07-01", true),
        ("2020-Q3", "2020-09-30", true), ("2020-Q3", "2020-10-01", false),
    ])
    func withoutADayItIsTodayWhileThePeriodRuns(period: String, today: String, counts: Bool) throws {
        let folder = folder(Self.dated, settings: period.isEmpty ? "" : #", "period": "\#(period)""#)
        let assessment = try #require(Assessment.read(folder.path("")).assessment)
        func day(_ words: [String]) throws -> CalendarDay? {
            let arguments = try ArgumentParser.parse(
                ["plan", folder.path(""), "--budget", "10"] + words, language: .en)
            return try DayArgument.ofPlanning(in: arguments, for: assessment, today: CalendarDay(today))
        }
        #expect(try day([]) == (counts ? CalendarDay(today) : nil))
        #expect(try day(["--on", "2020-06-11"]) == CalendarDay("2020-06-11"))
    }

    /// In the year that runs, the plan says that it is made for today and leaves out what is too late.
    @Test func thePlanOfTheRunningYearIsMadeForToday() throws {
        let today = try #require(DayArgument.today)
        let folder = folder(
            "action;metric;value;cost;deadline\nA;1.1;có;5;\(today.year)-01-01\nB;1.2;có;5;\(today.year)-12-31\n")
        for name in ["criteria.json", "assessment.json"] {
            folder.add((folder.text(name) ?? "").replacing("2020", with: String(today.year)), name)
        }
        let text = plan(folder, "--budget", "10", "--format", "json").text
        let isFirst = today.month == 1 && today.day == 1
        #expect(text.contains("\"on\": \"\(today)\""), "\(text)")
        #expect(text.filter { !$0.isWhitespace }.contains(#""late":["A"]"#) == !isFirst, "\(text)")
    }

    private static let costs = "action;metric;value;cost;cost unit\nA;1.1;có;5;triệu đồng\nB;1.2;có;7;\n"

    @Test func theUnitOfCostsIsShown() {
        let stated = folder(Self.costs)
        let settings = folder(
            "action;metric;value;cost\nA;1.1;có;5\nB;1.2;có;7\n", settings: #", "costUnit": "triệu đồng""#)
        for folder in [stated, settings] {
            let text = plan(folder, "--budget", "12").text
            #expect(text.contains("Cost (triệu đồng)") && text.contains("unit of cost: triệu đồng"))
            #expect(plan(folder, "--budget", "12", "--format", "csv").text.contains("triệu đồng"))
            #expect(plan(folder, "--budget", "12", "--format", "json").text.contains(#""costUnit": "triệu đồng""#))
            #expect(plan(folder, "--frontier").text.contains("Cost (triệu đồng)"))
        }
        let both = folder(Self.costs, settings: #", "costUnit": "đồng""#)
        #expect(plan(both, "--budget", "12").exit == .failed)
        let differing = folder("action;metric;value;cost;cost unit\nA;1.1;có;5;đồng\nB;1.2;có;7;triệu đồng\n")
        #expect(plan(differing, "--budget", "12").exit == .failed)
    }

    @Test func anEqualPlanIsNamed() {
        func text(_ cost: Int) -> String {
            plan(folder("action;metric;value;cost\nA;1.1;có;5\nB;1.2;có;\(cost)\n"), "--goal-points", "1").text
        }
        #expect(text(5).contains("Another plan has the same cost of 5 and the same 1.00 points: "))
        #expect(!text(6).contains("Another plan"))
    }
}
