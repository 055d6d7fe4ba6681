import Documents
import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment
@testable import Reporting
@testable import score_cli

/// `progress`: totals first, then groups, then units; the same numbers in all formats.
///
/// Two groups: u1 and u2 in `a`, u3 in `b`. Each unit has two lines of 2 points; u1 reported both, u2 one, u3 none. The
/// appraisal agreed with one of u1's lines and asks about the other.
@Suite struct ProgressReportTests {
    private static func folder(stages: String = "") -> TemporaryFolder {
        let files = TemporaryFolder()
        let leaf = { (code: String) in
            #"{"code": "\#(code)", "name": "Tiêu chí \#(code)", "maximum": 2, "source": {"row": "1"}, "levels": ["xa"], "metrics": [{"name": "a", "kind": "percent", "direction": "higher"}], "rule": {"kind": "proportional"}}"#
        }
        files.addCriteria([#"{"code": "1", "name": "Lĩnh vực", "maximum": 4}"#, leaf("1.1"), leaf("1.2")])
        let own =
            stages.isEmpty
            ? #"{"code": "self", "closes": "2026-11-20"}, {"code": "appraisal", "opens": "2026-11-21", "closes": {"workingDays": 7, "afterStage": "self"}}"#
            : stages
        files.add(
            """
            {"format": 1, "name": "Đợt thử", "criteria": "thu/2026", "year": 2026, "stage": "appraisal",
             "stages": [\(own)], "groups": [{"code": "a", "name": "Khối A"}, {"code": "b", "name": "Khối B"}]}
            """, "đợt/assessment.json")
        files.add(
            "mã đơn vị;tên đơn vị;cấp;khối\nu1;Xã Một;xa;a\nu2;Xã Hai;xa;a\nu3;Xã Ba;xa;b\n", "đợt/units.csv")
        files.add(
            "mã đơn vị;mã số liệu;giá trị\nu1;1.1;50\nu1;1.2;100\nu2;1.1;50\n", "đợt/metrics.csv")
        files.add(
            "mã đơn vị;mã tiêu chí;bước;điểm;ý kiến;lý do\nu1;1.1;appraisal;;đồng ý;\nu1;1.2;appraisal;;trả lại;vì\n",
            "đợt/scores.csv")
        files.add("ngày;loại;tên\n24/11/2026;nghỉ;Ngày Văn hóa\n", "đợt/calendar.csv")
        return files
    }

    private func run(_ arguments: String..., in files: TemporaryFolder = folder()) -> String {
        let output = commandOutput(["progress", files.path("đợt"), "--on", "2026-11-25"] + arguments)
        #expect(output.exit == .done)
        return output.text
    }

    private func record(_ arguments: String...) throws -> [String: Any] {
        let files = Self.folder()
        let text = commandOutput(
            ["progress", files.path("đợt"), "--on", "2026-11-25", "--format", "json"] + arguments
        ).text
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func count(_ stage: [String: Any], _ state: String) -> Int? {
        ((stage["lines"] as? [String: Any])?[state] as? [String: Any])?["count"] as? Int
    }

    @Test("totals, groups and units in JSON")
    func json() throws {
        let record = try record()
        #expect(record["day"] as? String == "2026-11-25")
        #expect((record["figures"] as? [String: Int]) == ["due": 6, "missing": 3])
        // 2 of the second unit, 4 of the third.
        #expect(record["unmeasured"] as? Double == 6)
        let stages = try #require(record["stages"] as? [[String: Any]])
        #expect(stages.map { $0["stage"] as? String } == ["self", "appraisal"])
        #expect(
            stages[0]["units"] as? [String: Int] == [
                "notStarted": 1, "inProgress": 1, "complete": 1, "locked": 0, "toConfirm": 0,
            ])
        #expect(
            stages[1]["units"] as? [String: Int] == [
                "notStarted": 2, "inProgress": 0, "complete": 1, "locked": 0, "toConfirm": 0,
            ])
        #expect(["all", "open", "late"].map { count(stages[0], $0) } == [6, 3, 3])
        #expect(
            ["all", "open", "accepted", "changed", "returned", "late"].map { count(stages[1], $0) } == [
                6, 4, 1, 0, 1, 0,
            ])
        #expect(stages[0]["daysLeft"] as? Int == -5)
        // 23, 25, 26, 27/11, 30/11, 1/12, 2/12: the folder says that 24/11 is free.
        #expect(stages[1]["closes"] as? String == "2026-12-02" && stages[1]["daysLeft"] as? Int == 7)
        let words = stages[1]["closesBy"] as? String
        #expect(
            words
                == "7 ngày làm việc sau 20/11/2026: 23/11, 25–27/11, 30/11–2/12; không tính 21–22/11 (cuối tuần), 24/11 (Ngày Văn hóa), 28–29/11 (cuối tuần)"
        )
        let groups = try #require(record["groups"] as? [[String: Any]])
        #expect(groups.map { $0["count"] as? Int } == [2, 1])
        let units = try #require(record["units"] as? [[String: Any]])
        let states = units.map { ($0["stages"] as? [[String: Any]])?.compactMap { $0["state"] as? String } ?? [] }
        #expect(states == [["complete", "complete"], ["inProgress", "notStarted"], ["notStarted", "notStarted"]])
    }

    @Test("one stage, one group, one unit")
    func chosen() throws {
        let stage = try record("--stage", "self")
        #expect((stage["stages"] as? [Any])?.count == 1)
        let group = try record("--group", "Khối A")
        #expect((group["units"] as? [Any])?.count == 2 && (group["figures"] as? [String: Int])?["missing"] == 1)
        let unit = try record("--unit", "u3")
        #expect((unit["units"] as? [Any])?.count == 1 && (unit["figures"] as? [String: Int])?["missing"] == 2)
        let files = Self.folder()
        for wrong in [["--unit", "u1", "--group", "a"], ["--stage", "khac"], ["--group", "c"]] {
            #expect(commandOutput(["progress", files.path("đợt")] + wrong).exit == .usage)
        }
    }

    @Test("a table for people: totals first, then groups, then units")
    func table() throws {
        let text = run("--lang", "vi")
        let parts = ["Toàn đợt (3 đơn vị)", "còn thiếu 3/6 số liệu", "Theo khối", "Khối B", "Từng đơn vị", "Xã Ba"]
        let places = parts.map { text.range(of: $0)?.lowerBound }
        #expect(places.allSatisfy { $0 != nil } && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        #expect(text.contains("Đang làm 1/2") && text.contains("Chưa làm") && text.contains("quá 5 ngày"))
        #expect(text.contains("Thẩm định: 7 ngày làm việc sau 20/11/2026"))
        let english = run("--lang", "en", "--stage", "appraisal")
        #expect(english.contains("Returned") && english.contains("in 7 days"))
    }

    @Test("a row per unit and stage for spreadsheets")
    func csv() throws {
        let rows = run("--format", "csv", "--lang", "en").split(whereSeparator: \.isNewline)
        #expect(rows.count == 1 + 6)
        // Two lines with their points and maxima.
        #expect(
            rows[1].hasPrefix("u1,Xã Một,Khối A,Self-assessment,Complete,2,0,,,,0,0.00,0.00,,2026-11-20,-5,2,0,0.00,"))
        #expect(rows[2].contains("Complete,2,0,1,0,1,0,0.00,0.00,2026-11-21,2026-12-02,7,2,0,0.00,"))
        #expect(rows[4].contains("Not started,2,2,0,0,0,0,1.00,4.00,2026-11-21,2026-12-02,7,2,1,2.00,"))
    }

    @Test("the other formats have the same", arguments: ["md", "html"])
    func formats(format: String) throws {
        let text = run("--format", format, "--lang", "vi")
        #expect(text.contains("Xã Ba") && text.contains("Đang làm 1/2"))
    }

    @Test("deadlines name the windows, and write counted days out")
    func deadlines() throws {
        let files = Self.folder()
        let text = commandOutput(["deadlines", files.path("đợt"), "--on", "2026-11-25", "--lang", "vi"]).text
        #expect(text.contains("Tự đánh giá") && text.contains("Quá hạn") && text.contains("quá 5 ngày"))
        #expect(text.contains("Thẩm định: 7 ngày làm việc sau 20/11/2026: 23/11, 25–27/11"))
        let json = commandOutput(["deadlines", files.path("đợt"), "--on", "2026-11-20", "--format", "json"]).text
        let record = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let items = try #require(((record?["parts"] as? [[String: Any]])?.first?["items"]) as? [[String: Any]])
        #expect(items.map { $0["state"] as? String } == ["dueSoon", "dueSoon"])
        #expect(items.map { $0["daysLeft"] as? Int } == [0, 12])
    }

    @Test("a stage in which nothing is open is done, whatever day it is")
    func done() throws {
        let files = Self.folder()
        files.add(
            "mã đơn vị;mã số liệu;giá trị\n" + ["u1", "u2", "u3"].map { "\($0);1.1;50\n\($0);1.2;0\n" }.joined(),
            "đợt/metrics.csv")
        let json = commandOutput(["deadlines", files.path("đợt"), "--on", "2026-12-25", "--format", "json"]).text
        let record = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let items = try #require(((record?["parts"] as? [[String: Any]])?.first?["items"]) as? [[String: Any]])
        #expect(items.map { $0["state"] as? String } == ["doneInTime", "overdue"])
    }

    @Test("the schema of settings knows windows")
    func schema() throws {
        let files = Self.folder()
        let settings = try JSONSerialization.jsonObject(with: Data((files.text("đợt/assessment.json") ?? "").utf8))
        #expect(try SchemaCheck("criteria/assessment.schema.json").faults(of: settings) == [])
    }
}
