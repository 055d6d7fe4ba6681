import Foundation
import TestSupport
import Testing

@testable import score_cli

/// `alerts --format ics`: a calendar that others can read, read here by the rules of RFC 5545.
@Suite struct AlertCalendarTests {
    private struct Calendar {
        var heading: [String: String] = [:]
        var events: [[String: String]] = []
        /// The triggers of each event.
        var triggers: [[String]] = []
    }

    /// Reads a calendar: lines end in CR LF, have at most 75 bytes and are whole texts; those that begin with a blank
    /// continue the line before.
    private func calendar(
        _ folder: AlertFolder, _ words: String..., on day: String = "2026-11-10", in language: String = "vi"
    ) throws -> Calendar {
        let file = folder.files.path("han.ics")
        try? FileManager.default.removeItem(atPath: file)
        _ = CommandLineTool.run(
            ["alerts", folder.path, "--on", day, "--output", file, "--lang", language, "--quiet"] + words)
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
        var lines: [String] = []
        var start = 0
        for end in bytes.indices where bytes[end] == 10 {
            #expect(end > start && bytes[end - 1] == 13 && end - 1 - start <= 75)
            let line = try #require(String(validating: bytes[start..<end - 1], as: UTF8.self))
            if line.first == " " { lines[lines.count - 1] += line.dropFirst() } else { lines.append(line) }
            start = end + 1
        }
        #expect(start == bytes.count && lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
        var (found, isAlarm) = (Calendar(), false)
        for line in lines {
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            let (key, value) = (parts[0], Self.text(parts[1]))
            switch (key, value) {
            case ("BEGIN", "VEVENT"):
                found.events.append([:])
                found.triggers.append([])
            case ("BEGIN", "VALARM"), ("END", "VALARM"): isAlarm = key == "BEGIN"
            case ("BEGIN", _), ("END", _): break
            case ("TRIGGER", _): found.triggers[found.triggers.count - 1].append(value)
            case _ where isAlarm: break
            case _ where found.events.isEmpty: found.heading[key] = value
            default: found.events[found.events.count - 1][key] = value
            }
        }
        return found
    }

    private static func text(_ value: String) -> String {
        var (text, isEscaped) = ("", false)
        for character in value {
            if isEscaped {
                text.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                text.append(character)
            }
        }
        return text
    }

    private static let stages = #", "stages": [{"code": "self", "closes": "2026-11-20"}, {"code": "appraisal"}]"#
    private static let unreported = "u1;1.1;2;4;BC 1\n" + AlertFolder.others

    @Test("what is due, with its units, and texts as they are")
    func events() throws {
        let name = #"Báo cáo, quý; \\ \"IV\" 🇻🇳 của tất cả các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh"#
        let folder = AlertFolder(
            figures: Self.unreported,
            settings: Self.stages
                + #", "dates": [{"name": "\#(name)", "due": "2027-01-15"}, {"name": "Xong", "due": "2026-11-12", "done": "2026-11-01"}]"#
        )
        let found = try calendar(folder)
        #expect(found.heading["VERSION"] == "2.0" && found.heading["X-WR-CALNAME"] == "Cảnh báo: Đợt thử")
        #expect(found.events.map { $0["DTSTART;VALUE=DATE"] } == ["20261120", "20270115"])
        #expect(found.events.map { $0["DTSTAMP"] } == ["20261110T000000Z", "20261110T000000Z"])
        #expect(
            found.events.map { $0["SUMMARY"] } == [
                "Hạn: Bước Tự đánh giá",
                #"Hạn: Báo cáo, quý; \ "IV" 🇻🇳 của tất cả các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh"#,
            ])
        #expect(
            found.events[0]["DESCRIPTION"]
                == "Chưa xong: Xã Một\nĐiểm liên quan: 2,00\nĐợt thử\nBộ thử (thu 2026)")
        // At eight in the morning, 30 days and a day before.
        #expect(found.triggers == [["-P29DT16H", "-PT16H"], ["-P29DT16H", "-PT16H"]])
    }

    @Test("identifiers are unique, and stay on another day, with another last day and in another language")
    func identifiers() throws {
        let settings = Self.stages + #", "dates": [{"name": "Báo cáo", "due": "2026-12-15"}]"#
        let folder = AlertFolder(figures: Self.unreported, settings: settings)
        let first = try calendar(folder).events.compactMap { $0["UID"] }
        #expect(Set(first).count == 2)
        #expect(try calendar(folder, on: "2026-11-25").events.compactMap { $0["UID"] } == first)
        let later = AlertFolder(
            figures: Self.unreported, settings: settings.replacing("2026-11-20", with: "2026-11-27"))
        #expect(try calendar(later).events.compactMap { $0["UID"] } == first)
        #expect(try calendar(folder, in: "en").events.compactMap { $0["UID"] } == first)
        // A unit's own calendar may stand beside that of all.
        let own = try calendar(folder, "--unit", "u1")
        #expect(Set(own.events.compactMap { $0["UID"] }).isDisjoint(with: first))
        #expect(own.events.first?["SUMMARY"] == "Hạn: Bước Tự đánh giá – Xã Một")
    }

    @Test("units with other last days have events of their own")
    func exceptions() throws {
        let settings =
            #", "stages": [{"code": "self", "closes": "2026-11-20", "windows": [{"unit": "u3", "closes": "2026-11-25"}]}, {"code": "appraisal"}]"#
        let found = try calendar(
            AlertFolder(figures: "u1;1.1;2;4;BC 1\nu2;1.1;2;4;BC 1\nu3;1.1;2;4;BC 1\n", settings: settings))
        #expect(found.events.map { $0["DTSTART;VALUE=DATE"] } == ["20261120", "20261125"])
        #expect(
            found.events.map { $0["DESCRIPTION"]?.split(separator: "\n").first } == [
                "Chưa xong: Xã Một, Xã Hai", "Chưa xong: Xã Ba",
            ])
        #expect(Set(found.events.compactMap { $0["UID"] }).count == 2)
    }

    @Test(
        "reminders go by the days",
        arguments: [
            ("0", ["PT8H"]), ("1", ["-PT16H"]), ("2", ["-P1DT16H", "-PT16H"]),
        ])
    func reminders(within: String, triggers: [String]) throws {
        let folder = AlertFolder(figures: Self.unreported, settings: Self.stages)
        #expect(try calendar(folder, "--within", within).triggers == [triggers])
    }
}
