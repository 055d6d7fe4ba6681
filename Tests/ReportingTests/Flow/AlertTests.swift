import Foundation
import TestSupport
import Testing

@testable import score_cli

/// `alerts`: what is warned of from which day, number and place on.
@Suite struct AlertTests {
    private typealias Object = [String: Any]

    private static let stages =
        #", "stages": [{"code": "self", "closes": "2026-11-20"}, {"code": "appraisal", "closes": "2026-12-20"}]"#
    /// u1 did not report 1.2.
    private static let unreported = "u1;1.1;2;4;BC 1\n" + AlertFolder.others

    private func kinds(_ alerts: [Object]) -> [String] { alerts.compactMap { $0["kind"] as? String } }

    @Test(
        "a stage with open lines: before, on and after the last day",
        arguments: [
            ("2026-11-12", nil, nil), ("2026-11-13", "closing", 7), ("2026-11-19", "closing", 1),
            ("2026-11-20", "closing", 0), ("2026-11-21", "overdue", -1),
        ] as [(String, String?, Int?)])
    func stage(day: String, kind: String?, left: Int?) throws {
        let folder = AlertFolder(
            figures: Self.unreported, settings: Self.stages + #", "alerts": {"withinDays": 7}"#)
        let (exit, alerts) = try folder.alerts("--on", day)
        #expect(kinds(alerts) == [kind].compactMap(\.self))
        #expect(exit == (kind == "overdue" ? .failed : .done))
        guard kind != nil else { return }
        #expect(alerts[0]["unit"] as? String == "u1")
        #expect(alerts[0]["stage"] as? String == "self")
        #expect(alerts[0]["daysLeft"] as? Int == left)
        // The maximum of the line that nobody reported.
        #expect(alerts[0]["points"] as? Double == 2)
        #expect(alerts[0]["lines"] as? Int == 1)
    }

    @Test(
        "--within comes before the settings, which come before 30 days",
        arguments: [
            ("2026-10-21", "", [], 1), ("2026-10-20", "", [], 0),
            ("2026-11-10", #", "alerts": {"withinDays": 9}"#, [], 0),
            ("2026-11-10", #", "alerts": {"withinDays": 9}"#, ["--within", "10"], 1),
        ] as [(String, String, [String], Int)])
    func within(day: String, settings: String, words: [String], count: Int) throws {
        let folder = AlertFolder(figures: Self.unreported, settings: Self.stages + settings)
        let text = commandOutput(["alerts", folder.path, "--on", day, "--format", "json"] + words).text
        #expect((try jsonRecord(text)["alerts"] as? [Object])?.count == count)
    }

    @Test("lines that appraisers have not looked at are one alert, with the points that rest on them")
    func appraisal() throws {
        let folder = AlertFolder(settings: Self.stages)
        folder.files.add(
            "mã đơn vị;mã tiêu chí;bước;điểm;ý kiến;lý do\nu1;1.1;appraisal;;đồng ý;\n", "2026/scores.csv")
        let (exit, alerts) = try folder.alerts("--on", "2026-12-21")
        #expect(exit == .failed && kinds(alerts) == ["overdue"])
        #expect(alerts[0]["unit"] is NSNull && alerts[0]["units"] as? Int == 3 && alerts[0]["lines"] as? Int == 5)
        // 1 of u1, 4 of u2, 3 of u3.
        #expect(alerts[0]["points"] as? Double == 8)
        let (_, own) = try folder.alerts("--on", "2026-12-21", "--unit", "u3")
        #expect(own.first?["points"] as? Double == 3)
    }

    @Test("a task and a date", arguments: [("2026-11-20", "dueSoon", 0), ("2026-11-21", "overdue", -1)])
    func tasksAndDates(day: String, kind: String, left: Int) throws {
        let folder = AlertFolder(
            figures: Self.unreported, settings: #", "dates": [{"name": "Báo cáo", "due": "2026-11-20"}]"#,
            criterion: #", "deadline": {"kind": "date", "text": "20/11", "due": "2026-11-20"}, "product": "Báo cáo""#)
        let (exit, alerts) = try folder.alerts("--on", day)
        #expect(exit == (kind == "overdue" ? .failed : .done))
        #expect(kinds(alerts) == [kind, kind] && alerts.allSatisfy { $0["daysLeft"] as? Int == left })
        // Most points first: the task of u1 may still earn 2.
        #expect(alerts.map { $0["criterion"] as? String } == ["1.2", nil])
        #expect(alerts.map { $0["points"] as? Double } == [2, 0])
        #expect(alerts[1]["subject"] as? String == "Báo cáo")
    }

    @Test("evidence that is missing is that of the audit")
    func evidence() throws {
        let figures = AlertFolder.figures.replacing("u2;1.2;2;2;BC 1", with: "u2;1.2;2;2;")
        let (exit, alerts) = try AlertFolder(figures: figures).alerts("--on", "2026-11-21")
        #expect(exit == .done && kinds(alerts) == ["noEvidence"])
        #expect(alerts[0]["unit"] as? String == "u2" && alerts[0]["criterion"] as? String == "1.2")
        #expect(alerts[0]["points"] as? Double == 2)
    }

    /// u1 has 50 %, and 75 % once what it lacks is measured in the second case.
    @Test(
        "an index below the limit, whatever is still measured",
        arguments: [
            (AlertFolder.figures, "50", []), (AlertFolder.figures, "50.01", [0.01]),
            (AlertFolder.figures, "62.5", [0.5]),
            (unreported, "75", []), (unreported, "75.1", [2.01]),
        ] as [(String, String, [Double])])
    func leastIndex(figures: String, limit: String, points: [Double]) throws {
        let folder = AlertFolder(figures: figures, settings: #", "alerts": {"leastIndex": \#(limit)}"#)
        let (_, alerts) = try folder.alerts("--on", "2026-11-21", "--unit", "u1")
        #expect(kinds(alerts) == points.map { _ in "lowIndex" })
        #expect(alerts.compactMap { $0["points"] as? Double } == points)
    }

    @Test(
        "a place below the limit, with the points that reach it",
        arguments: [
            (1, ["u1": 2.0, "u3": 1]), (2, ["u1": 1]), (3, [:]),
        ])
    func worstPlace(limit: Int, points: [String: Double]) throws {
        let folder = AlertFolder(settings: #", "alerts": {"worstPlace": \#(limit)}"#)
        let (_, alerts) = try folder.alerts("--on", "2026-11-21")
        var found: [String: Double] = [:]
        for alert in alerts { found[try #require(alert["unit"] as? String)] = alert["points"] as? Double }
        #expect(found == points && kinds(alerts).allSatisfy { $0 == "lowPlace" })
    }

    /// u1: 100 %, 75 %, 50 % and the places 1, 2, 3.
    private static func course(now: String = AlertFolder.figures, knowsFirst: Bool = true) -> AlertFolder {
        let folder = AlertFolder(figures: now, settings: #", "previous": "../2025""#)
        folder.add(
            2025, "u1;1.1;2;4;a\nu1;1.2;2;2;a\nu2;1.1;4;4;a\nu2;1.2;2;2;a\nu3;1.1;2;4;a\nu3;1.2;1;2;a\n",
            knowsFirst ? #", "previous": "../2024""# : "")
        folder.add(2024, "u1;1.1;4;4;a\nu1;1.2;2;2;a\nu2;1.1;2;4;a\nu2;1.2;2;2;a\nu3;1.1;2;4;a\nu3;1.2;1;2;a\n")
        return folder
    }

    @Test("what fell twice running")
    func fallenTwice() throws {
        let (_, alerts) = try Self.course().alerts("--on", "2026-11-21")
        #expect(Set(kinds(alerts)) == ["fallenIndex", "fallenPlace"] && alerts.count == 2)
        #expect(alerts.allSatisfy { $0["unit"] as? String == "u1" && $0["points"] as? Double == 2 })
        #expect(Set(alerts.compactMap { $0["detail"] as? String }) == ["100,00 → 75,00 → 50,00", "1/3 → 2/3 → 3/3"])
    }

    @Test("what fell once, what is unmeasured and what has no year before did not fall twice")
    func notFallenTwice() throws {
        #expect(try Self.course(knowsFirst: false).alerts("--on", "2026-11-21").alerts.isEmpty)
        // 1 of 4 so far, and at most 3: as many as the year before.
        let (_, unmeasured) = try Self.course(now: Self.unreported).alerts("--on", "2026-11-21")
        #expect(!kinds(unmeasured).contains("fallenIndex"))
        let risen = AlertFolder.figures.replacing("u1;1.2;1;2", with: "u1;1.2;2;2")
        #expect(try Self.course(now: risen).alerts("--on", "2026-11-21").alerts.isEmpty)
    }

    @Test("the same alerts in all formats, most points first")
    func formats() throws {
        let figures = AlertFolder.figures.replacing("BC 1", with: "")
        let folder = AlertFolder(figures: figures, settings: #", "alerts": {"leastIndex": 60, "worstPlace": 2}"#)
        let (_, alerts) = try folder.alerts("--on", "2026-11-21")
        let points = alerts.compactMap { $0["points"] as? Double }
        // Two of 2 points and one of 2, three of 1; u1 lacks 0.4 for the index and 1 for the place.
        #expect(points == [2, 2, 2, 1, 1, 1, 1, 0.4])
        let csv = commandOutput(["alerts", folder.path, "--on", "2026-11-21", "--format", "csv", "--lang", "vi"]).text
        #expect(csv.split(whereSeparator: \.isNewline).count == 9)
        for language in ["vi", "en"] {
            let text = commandOutput(["alerts", folder.path, "--on", "2026-11-21", "--lang", language]).text
            #expect(text.contains(language == "vi" ? "Hạng dưới ngưỡng" : "Place below the limit"))
        }
    }

    @Test(
        "a limit that cannot be is an error with its place",
        arguments: [
            (#""leastIndex": 100.01"#, "flow.limitOutOfRange"), (#""leastIndex": -1"#, "flow.limitOutOfRange"),
            (#""withinDays": -1"#, "json.wrongType"), (#""worstPlace": 0"#, "json.wrongType"),
            (#""leastIndexes": 1"#, "json.unknownKey"),
        ])
    func faultyLimits(entry: String, code: String) throws {
        let folder = AlertFolder(settings: #", "alerts": {\#(entry)}"#)
        let findings = try #require(try commandJSON(["check", folder.path])["findings"] as? [Object])
        #expect(findings.contains { $0["code"] as? String == code && ($0["line"] as? Int) == 1 }, "\(findings)")
    }
}
