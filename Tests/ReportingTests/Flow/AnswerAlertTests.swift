import Foundation
import TestSupport
import Testing

@testable import score_cli

/// Questions to units that are not answered: from which day `alerts` tells of them.
@Suite struct AnswerAlertTests {
    private typealias Object = [String: Any]

    private static let head = "mã đơn vị;mã tiêu chí;nội dung yêu cầu;ngày yêu cầu;hạn trả lời;trả lời;ngày trả lời\n"
    private static let explanation =
        #", "stages": [{"code": "self"}, {"code": "appraisal"}, {"code": "explanation", "closes": "2026-12-20"}, {"code": "final"}]"#

    private func asked(_ row: String) -> AlertFolder {
        let folder = AlertFolder()
        folder.files.add(Self.head + row + "\n", "2026/requests.csv")
        return folder
    }

    @Test(
        "a request: before, on and after the last day",
        arguments: [
            ("2026-11-10", nil, nil), ("2026-11-18", "dueSoon", 2), ("2026-11-20", "dueSoon", 0),
            ("2026-11-21", "overdue", -1),
        ]
            as [(String, String?, Int?)])
    func requests(day: String, kind: String?, left: Int?) throws {
        let folder = asked("u1;1.1;Nguồn nào?;2026-11-10;2026-11-20;;")
        let (exit, alerts) = try folder.alerts("--on", day, "--within", "7")
        #expect(alerts.compactMap { $0["kind"] as? String } == [kind].compactMap(\.self))
        #expect(exit == (kind == "overdue" ? .failed : .done))
        guard let alert = alerts.first else { return }
        #expect(alert["unit"] as? String == "u1" && alert["criterion"] as? String == "1.1")
        #expect(alert["question"] as? String == "Nguồn nào?" && alert["daysLeft"] as? Int == left)
        // Nothing was cut yet, so that what stands may be.
        #expect(alert["points"] as? Double == 1)
        #expect(alert["subject"] as? String == "Giải trình 1.1: Nguồn nào?")
        #expect(try folder.alerts("--on", day, "--within", "7", "--unit", "u2").alerts.isEmpty)
    }

    @Test("what is answered or has no last day is none", arguments: ["2026-11-20;Theo sổ;2026-11-25", ";;"])
    func notMissing(cells: String) throws {
        let folder = asked("u1;1.1;Nguồn nào?;2026-11-10;" + cells)
        let (exit, alerts) = try folder.alerts("--on", "2026-12-30")
        #expect(alerts.isEmpty && exit == .done)
    }

    @Test("a line that was returned is to be answered by the last day of the explanation, until somebody decides")
    func returned() throws {
        let folder = AlertFolder(settings: Self.explanation)
        let head = "mã đơn vị;mã tiêu chí;bước;điểm;ý kiến;lý do\n"
        let row = "u1;1.1;appraisal;;trả lại;Số nào?\n"
        folder.files.add(head + row, "2026/scores.csv")
        func answers() throws -> [Object] {
            let alerts = try folder.alerts("--on", "2026-12-21").alerts
            // Nobody has to look at each line there.
            #expect(alerts.allSatisfy { $0["stage"] == nil })
            return alerts.filter { $0["question"] != nil }
        }
        #expect(try answers().compactMap { $0["points"] as? Double } == [1])
        #expect(try answers().compactMap { $0["daysLeft"] as? Int } == [-1])
        // Answered, it is no longer the unit's to do.
        folder.files.add(Self.head + "u1;1.1;Số nào?;;;Sổ A;2026-12-20\n", "2026/requests.csv")
        #expect(try answers().isEmpty)
        try FileManager.default.removeItem(atPath: folder.path + "/requests.csv")
        #expect(try answers().count == 1)
        folder.files.add(head + row + "u1;1.1;final;;đồng ý;\n", "2026/scores.csv")
        #expect(try answers().isEmpty)
    }

    @Test("without a stage of explanation no line has a last day")
    func noStage() throws {
        let folder = AlertFolder(
            settings: #", "stages": [{"code": "self"}, {"code": "appraisal", "closes": "2026-12-20"}]"#)
        folder.files.add(
            "mã đơn vị;mã tiêu chí;bước;điểm;ý kiến;lý do\nu1;1;appraisal;;trả lại;Số nào?\n", "2026/scores.csv")
        #expect(try folder.alerts("--on", "2026-12-21").alerts.allSatisfy { $0["question"] == nil })
    }

    @Test("units that are asked the same by the same day are one event")
    func calendar() throws {
        let folder = asked("u1;1.1;Nguồn nào?;2026-11-10;2026-11-20;;\nu2;1.1;Nguồn nào?;2026-11-10;2026-11-20;;")
        let text = commandOutput(
            ["alerts", folder.path, "--on", "2026-11-15", "--format", "ics", "--lang", "vi"]
        ).text
        #expect(text.components(separatedBy: "BEGIN:VEVENT").count == 2)
        #expect(text.contains("DTSTART;VALUE=DATE:20261120"))
    }
}
