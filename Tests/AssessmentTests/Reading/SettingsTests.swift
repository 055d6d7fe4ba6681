import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// `assessment.json`, and folders without one.
@Suite struct SettingsTests {
    private static func json(_ members: String...) -> String { "{" + members.joined(separator: ",\n") + "}" }
    private static let sound = #""format": 1, "name": "Thử", "criteria": "../criteria.json", "stage": "self""#

    @Test(arguments: [
        ReadingCase("broken", ["assessment.json": "{\"format\": 1,"], ["json.syntax assessment.json:1:14 «»"]),
        ReadingCase("empty", ["assessment.json": ""], ["json.syntax assessment.json:1:1 «»"]),
        ReadingCase(
            "unknown key", ["assessment.json": SmallAssessment.settings(#""yaer": 2025"#)],
            ["json.unknownKey assessment.json:1:93"]),
        ReadingCase(
            "unknown key within", ["assessment.json": SmallAssessment.settings(#""files": {"metric": ["x.csv"]}"#)],
            ["json.unknownKey assessment.json:1:103"], details: [0: [.key: "metric", .suggestion: "metrics"]]),
        ReadingCase(
            "missing key", ["assessment.json": json(sound)], ["json.missingKey assessment.json:1:1"],
            details: [0: [.key: "year"]]),
        ReadingCase(
            "year as text", ["assessment.json": json(sound, #""year": "2025""#)], ["json.wrongType assessment.json:2:9"]
        ),
        ReadingCase(
            "unknown stage", ["assessment.json": SmallAssessment.settings().replacing("\"self\"", with: "\"selv\"")],
            ["json.unknownName assessment.json:1:85 «selv»"], details: [0: [.suggestion: "self"]]),
        ReadingCase(
            "unknown separator", ["assessment.json": SmallAssessment.settings(#""tables": {"delimiter": "/"}"#)],
            ["json.unknownName assessment.json:1:117 «/»"]),
        ReadingCase(
            "no tables of figures", ["assessment.json": SmallAssessment.settings(#""files": {"metrics": []}"#)],
            ["json.missingKey assessment.json:1:114"]),
        ReadingCase(
            "a group twice",
            [
                "assessment.json": SmallAssessment.settings(
                    groups: #"{"code": "x", "name": "X"}, {"code": "x", "name": "Y"}"#),
                "units.csv": "code;name;level;group\nh;H;district;x\nxa-1;A;commune;x\nxa-2;B;commune;x\n",
            ], ["criteria.duplicateCode assessment.json:1:141"]),
        ReadingCase(
            "year outside the edition", ["assessment.json": SmallAssessment.settings(year: 2027)],
            ["assessment.yearOutsideEdition assessment.json «2027»"], details: [0: [.expected: "2024 … 2026"]]),
        ReadingCase(
            "a date without its day", ["assessment.json": SmallAssessment.settings(#""dates": [{"name": "Báo cáo"}]"#)],
            ["json.missingKey assessment.json:1:103"], details: [0: [.key: "due"]]),
        ReadingCase(
            "a day that is none",
            ["assessment.json": SmallAssessment.settings(#""dates": [{"name": "Báo cáo", "due": "2025-02-29"}]"#)],
            ["json.badDay assessment.json:1:130 «2025-02-29»"], details: [0: [.key: "due"]]),
        ReadingCase(
            "a year of two digits",
            ["assessment.json": SmallAssessment.settings(#""dates": [{"name": "Báo cáo", "due": "3/7/25"}]"#)],
            ["json.badDay assessment.json:1:130 «3/7/25»"], details: [0: [.key: "due"]]),
        ReadingCase(
            "a year that cannot be meant",
            ["assessment.json": SmallAssessment.settings(#""dates": [{"name": "Báo cáo", "due": "3/7/2052"}]"#)],
            ["json.badDay assessment.json:1:130 «3/7/2052»"], details: [0: [.expected: "2015 … 2035"]]),
        ReadingCase(
            "an unknown key of a date",
            [
                "assessment.json": SmallAssessment.settings(
                    #""dates": [{"name": "Báo cáo", "due": "2025-07-03", "don": "2025-07-01"}]"#)
            ], ["json.unknownKey assessment.json:1:144"], details: [0: [.key: "don", .suggestion: "done"]]),
    ])
    func areChecked(_ item: ReadingCase) throws { try item.check() }

    @Test func aFolderWithoutThem() throws {
        let reading = try SmallAssessment(without: ["assessment.json"]).read()
        #expect(reading.findings.map(\.code) == ["assessment.notAnAssessment", "file.notFound"])
        #expect(reading.assessment == nil)
    }

    @Test(arguments: ["/nowhere/at/all", #filePath, ""])
    func aFolderThatIsNone(_ path: String) {
        let reading = Assessment.read(path)
        #expect(reading.findings.map(\.code) == ["assessment.notAnAssessment", "file.notFound"])
        #expect(reading.findings.first?.text(.found) == path)
        #expect(reading.assessment == nil)
    }

    /// Days are read as people write them, in every member alike.
    @Test(arguments: ["2025-07-03", "2025-7-3", "3/7/2025", "03/07/2025", "03.07.2025"])
    func datesAreRead(day: String) throws {
        let settings = SmallAssessment.settings(
            #""dates": [{"name": "Báo cáo", "due": "\#(day)", "lead": "Phòng Nội vụ", "done": "\#(day)"}]"#)
        let dates = try #require(SmallAssessment(["assessment.json": settings]).read().assessment).settings.dates
        #expect(dates.map(\.name.vi) == ["Báo cáo"])
        let third = CalendarDay(year: 2025, month: 7, day: 3)
        #expect(third != nil && dates.first?.due == third && dates.first?.done == third)
        #expect(dates.first?.lead == "Phòng Nội vụ")
        #expect(dates.first?.source == nil)
    }

    @Test func aSlashBehindTheFolderChangesNothing() throws {
        let path = Repository.path("datasets/binh-duong-2017")
        #expect(Assessment.read(path + "/").assessment?.units == Assessment.read(path).assessment?.units)
    }
}
