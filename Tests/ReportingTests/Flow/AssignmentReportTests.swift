import Documents
import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment
@testable import Reporting
@testable import score_cli

/// What is not assigned has a name of its own in every report: 2.1 is not assigned to the second unit, 684 of 700 are.
@Suite struct AssignmentReportTests {
    private static func folder() -> TemporaryFolder {
        let files = TemporaryFolder()
        let leaf = { (code: String, maximum: Int) in
            #"{"code": "\#(code)", "name": "Tiêu chí \#(code)", "maximum": \#(maximum), "source": {"row": "1"}, "levels": ["xa"], "agencies": {"lead": "Sở"}, "metrics": [{"name": "a", "kind": "percent", "direction": "higher"}], "rule": {"kind": "proportional"}}"#
        }
        files.addCriteria([
            #"{"code": "1", "name": "Lĩnh vực", "maximum": 684}"#, leaf("1.1", 684),
            #"{"code": "2", "name": "Lĩnh vực hai", "maximum": 16}"#, leaf("2.1", 16),
        ])
        files.add(
            #"{"format": 1, "name": "Đợt thử", "criteria": "thu/2026", "year": 2026, "stage": "self", "groups": [{"code": "a", "name": "Khối A"}]}"#,
            "đợt/assessment.json")
        files.add("mã đơn vị;tên đơn vị;cấp;khối\nu1;Xã Một;xa;a\nu2;Xã Hai;xa;a\n", "đợt/units.csv")
        files.add("mã đơn vị;mã số liệu;giá trị\nu1;1.1;50\nu1;2.1;100\nu2;1.1;50\n", "đợt/metrics.csv")
        files.add("tiêu chí;a;u2\n2.1;x;không giao\n", "đợt/assignments.csv")
        return files
    }

    private static func run(_ command: String, _ arguments: String...) -> String { run(command, arguments) }

    private static func run(_ command: String, _ arguments: [String]) -> String {
        let files = folder()
        let output = commandOutput([command, files.path("đợt")] + arguments)
        #expect(output.exit == .done)
        return output.text
    }

    private static func record(_ command: String, _ arguments: String...) throws -> [String: Any] {
        let files = folder()
        let text = commandOutput([command, files.path("đợt"), "--format", "json"] + arguments).text
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("the table of a unit: the criterion's state, and 684 of 700")
    func unit() {
        let text = Self.run("score", "--unit", "u2", "--lang", "vi")
        #expect(text.contains("Không giao") && !text.contains("Không áp dụng"))
        #expect(text.contains("Điểm tối đa được giao: 684,00/700,00 (không giao: 2.1)"))
        #expect(text.contains("342,00/684,00"))
        #expect(Self.run("score", "--unit", "u2", "--lang", "en").contains("684.00/700.00 (not assigned: 2.1)"))
        #expect(!Self.run("score", "--unit", "u1", "--lang", "vi").contains("được giao"))
    }

    @Test("the table of all units says to whom not everything is assigned")
    func all() {
        let text = Self.run("score", "--lang", "vi")
        #expect(text.contains("Xã Hai: điểm tối đa được giao 684,00/700,00 (không giao: 2.1)"))
        #expect(text.contains("Không giao: 1 lượt tiêu chí"))
        #expect(Self.run("score", "--tree", "--format", "csv", "--lang", "vi").contains("u2;Xã Hai;a;2.1;Tiêu chí 2.1"))
    }

    @Test("records name the state, the points and the criteria")
    func json() throws {
        let units = try #require(try Self.record("score")["units"] as? [[String: Any]])
        // 358 of 700, 342 of 684.
        #expect(units.map { $0["maximum"] as? Double } == [700, 684])
        #expect(units.map { $0["index"] as? Double } == [51.14, 50])
        let found = try #require(units[1]["notAssigned"] as? [String: Any])
        #expect(
            found["points"] as? Int == 16 && found["whole"] as? Int == 700 && found["criteria"] as? [String] == ["2.1"])
        #expect(units[0]["notAssigned"] == nil)
        let criteria = try #require(units[1]["criteria"] as? [[String: Any]])
        #expect(criteria.first { $0["code"] as? String == "2.1" }?["status"] as? String == "notAssigned")
        let explained = try Self.record("explain", "2.1", "--unit", "u2")
        #expect("\(explained)".contains("notAssigned"))
    }

    @Test("other reports run, and lose nothing on it")
    func others() throws {
        for command in ["gap", "rank", "deadlines", "progress", "check", "plan"] {
            let more = command == "plan" ? ["--goal-index", "60", "--unit", "u2"] : []
            #expect(!Self.run(command, ["--lang", "vi"] + more).isEmpty)
        }
        let gap = Self.run("gap", "--unit", "u2", "--format", "csv", "--lang", "en")
        #expect(gap.contains(",1.1,") && !gap.contains(",2.1,"))
        let rank = Self.run("rank", "--by", "2.1", "--lang", "vi")
        #expect(rank.contains("Không giao"))
    }

    @Test("forms have no row for it, and come back without one")
    func forms() throws {
        let files = Self.folder()
        let made = files.path("phiếu")
        #expect(CommandLineTool.run(["forms", files.path("đợt"), "--output", made, "--quiet"]) == .done)
        let assessment = try #require(Assessment.read(files.path("đợt")).assessment)
        let rows = ["u1", "u2"].map { FormReading(made + "/\($0).xlsx", for: assessment) }
        #expect(rows.map { $0.rows.map(\.metric) } == [["1.1", "2.1"], ["1.1"]])
        #expect(rows.flatMap(\.findings) == [])
    }
}
