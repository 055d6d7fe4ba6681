import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// When stages are open, and for whom.
@Suite struct WindowTests {
    private static func reading(
        _ stages: String, _ files: [String: String] = [:], places: [String] = []
    ) throws -> AssessmentReading {
        let settings = SmallAssessment.settings(
            #""maximumSpread": 366, "stages": [\#(stages)]"#,
            groups: #"{"code": "a", "name": "A"}, {"code": "b", "name": "B"}"#)
        let units = "code;name;level;group\nh;Huyện H;district;a\nxa-1;Xã Một;commune;a\nxa-2;Xã Hai;commune;b\n"
        return try SmallAssessment(["assessment.json": settings, "units.csv": units].merging(files) { $1 }).read {
            $0.criteriaPlaces.folders = places
        }
    }

    private static let appraisal = #"{"code": "appraisal", "name": "Thẩm định"}"#

    /// The closing days of a stage by unit, in field 1.
    private func closing(_ windows: String, field: String? = "1") throws -> [String?] {
        let stages = #"{"code": "self", "opens": "2025-11-01", "closes": "2025-11-30", "windows": [\#(windows)]}"#
        let reading = try Self.reading(stages)
        try #require(reading.errors == [])
        let assessment = try #require(reading.assessment)
        return assessment.units.map {
            assessment.settings.windows.window(of: .selfAssessment, unit: $0, field: field).closes?.description
        }
    }

    @Test("the narrowest window holds: unit before group before all, and with a field before without")
    func precedence() throws {
        #expect(try closing("") == ["2025-11-30", "2025-11-30", "2025-11-30"])
        #expect(
            try closing(#"{"group": "a", "closes": "2025-12-01"}"#) == ["2025-12-01", "2025-12-01", "2025-11-30"])
        #expect(
            try closing(#"{"group": "a", "closes": "2025-12-01"}, {"unit": "xa-1", "closes": "2025-11-20"}"#)
                == ["2025-12-01", "2025-11-20", "2025-11-30"])
        let field = #"{"field": "1", "closes": "2025-12-02"}"#
        #expect(try closing(field) == ["2025-12-02", "2025-12-02", "2025-12-02"])
        #expect(try closing(field, field: "2") == ["2025-11-30", "2025-11-30", "2025-11-30"])
        #expect(try closing(field, field: nil) == ["2025-11-30", "2025-11-30", "2025-11-30"])
        // A group without a field comes before a field for all; with one, before both.
        #expect(
            try closing(field + #", {"group": "a", "closes": "2025-12-01"}"#)
                == ["2025-12-01", "2025-12-01", "2025-12-02"])
        #expect(
            try closing(
                field
                    + #", {"group": "a", "closes": "2025-12-01"}, {"group": "a", "field": "1", "closes": "2025-12-05"}"#
            )
                == ["2025-12-05", "2025-12-05", "2025-12-02"])
    }

    @Test("days are read as people write them", arguments: ["2025-11-03", "2025-11-3", "3/11/2025", "03.11.2025"])
    func forms(day: String) throws {
        let stages =
            #"{"code": "self", "opens": "\#(day)", "closes": "\#(day)"}, {"code": "appraisal", "#
            + #""closes": {"workingDays": 1, "after": "\#(day)"}}"#
        let reading = try Self.reading(stages)
        try #require(reading.errors == [])
        let windows = try #require(reading.assessment).settings.windows
        let own = windows.window(of: .selfAssessment, unit: nil)
        #expect(own.opens?.description == "2025-11-03" && own.closes?.description == "2025-11-03")
        // The third is a Monday.
        #expect(windows.window(of: .appraisal, unit: nil).closes?.description == "2025-11-04")
    }

    @Test("what an exception does not set, the next wider one does")
    func inherited() throws {
        let stages =
            #"{"code": "self", "opens": "2025-11-01", "closes": "2025-11-30", "windows": [{"unit": "h", "opens": "2025-11-10"}]}"#
        let assessment = try #require(try Self.reading(stages).assessment)
        let window = assessment.settings.windows.window(of: .selfAssessment, unit: assessment.units[0])
        #expect(window.opens?.description == "2025-11-10" && window.closes?.description == "2025-11-30")
        #expect(window.daysLeft(on: try #require(CalendarDay("2025-11-30"))) == 0)
        #expect(!window.isClosed(on: try #require(CalendarDay("2025-11-30"))))
        #expect(window.isClosed(on: try #require(CalendarDay("2025-12-01"))))
    }

    @Test("working days after a stage follow each unit's own last day")
    func relative() throws {
        // 30/11/2025 is a Sunday: 1–5/12, 8/12, 9/12. The unit with more time has 3/12: 4, 5, 8, 9, 10, 11, 12.
        let stages =
            #"{"code": "self", "closes": "2025-11-30", "windows": [{"unit": "xa-1", "closes": "2025-12-03"}]}, {"code": "appraisal", "closes": {"workingDays": 7, "afterStage": "self"}}"#
        let reading = try Self.reading(stages, places: [Repository.path("criteria")])
        #expect(reading.briefs == [])
        let assessment = try #require(reading.assessment)
        let closes = assessment.units.map {
            assessment.settings.windows.window(of: .appraisal, unit: $0).closes?.description
        }
        #expect(closes == ["2025-12-09", "2025-12-12", "2025-12-09"])
        #expect(assessment.settings.stages.stages.map(\.name.vi) == ["Tự đánh giá", "Thẩm định"])
    }

    @Test("years without a table, and days that were not verified, are said")
    func doubts() throws {
        let stages = #"{"code": "self", "closes": {"workingDays": 7, "after": "2025-11-20"}}"#
        #expect(try Self.reading(stages).briefs == ["flow.yearWithoutCalendar assessment.json «2025»"])
        // A table of the folder's own.
        let own = [
            "calendar.csv":
                "ngày;loại;tên;đã xác minh\n24/11/2025;nghỉ;Ngày hội;có\n25/11/2025;nghỉ;Chưa rõ;không\n22/11/2025;làm bù;Bù;có\n"
        ]
        let reading = try Self.reading(stages, own)
        #expect(reading.briefs == ["flow.doubtfulDay assessment.json «2025-11-25»"])
        let assessment = try #require(reading.assessment)
        // 21, 22 (swapped), 25, 26, 27, 28, and Monday 1/12.
        #expect(
            assessment.settings.windows.window(of: .selfAssessment, unit: nil).closes?.description == "2025-12-01")
    }

    @Test(arguments: [
        (#"{"code": "self", "windows": [{"closes": "2025-12-01"}]}"#, ["flow.windowOfNobody"]),
        (#"{"code": "self", "windows": [{"unit": "h", "group": "a", "closes": "2025-12-01"}]}"#, ["flow.windowOfTwo"]),
        (#"{"code": "self", "windows": [{"unit": "h"}]}"#, ["flow.emptyWindow"]),
        (
            #"{"code": "self", "windows": [{"unit": "h", "closes": "2025-12-01"}, {"unit": "h", "closes": "2025-12-02"}]}"#,
            ["flow.repeatedWindow"]
        ),
        (#"{"code": "self", "opens": "2025-12-02", "closes": "2025-12-01"}"#, ["flow.closesBeforeOpening"]),
        (
            #"{"code": "self", "opens": "2025-11-01", "closes": "2025-12-01", "windows": [{"unit": "h", "opens": "2025-12-02"}]}"#,
            ["flow.closesBeforeOpening"]
        ),
        (
            #"{"code": "self"}, {"code": "appraisal", "closes": {"workingDays": 7, "afterStage": "self"}}"#,
            ["flow.closesAfterNothing"]
        ),
        (
            #"{"code": "self", "closes": "2025-11-30"}, {"code": "appraisal", "closes": {"workingDays": 7, "afterStage": "appraisal"}}"#,
            ["flow.closesAfterNothing"]
        ),
        (#"{"code": "self", "closes": {"workingDays": 7}}"#, ["flow.closesAfterWhat"]),
        (#"{"code": "self", "closes": {"workingDays": 0, "after": "2025-11-20"}}"#, ["json.wrongType"]),
        (#"{"code": "self", "windows": [{"unit": "xa1", "closes": "2025-12-01"}]}"#, ["flow.windowOfUnknownUnit"]),
        (#"{"code": "self", "windows": [{"group": "c", "closes": "2025-12-01"}]}"#, ["flow.windowOfUnknownGroup"]),
        (#"{"code": "self", "windows": [{"field": "1.1", "closes": "2025-12-01"}]}"#, ["flow.windowOfUnknownField"]),
        (#"{"code": "self"}, {"code": "khac"}"#, ["json.missingKey"]),
        (#"{"code": "self", "closes": "30/02/2025"}"#, ["json.badDay"]),
    ])
    func refused(stages: String, codes: [String]) throws {
        #expect(try Self.reading(stages).findings.map(\.code) == codes)
    }

    @Test("rows of the folder's calendar that cannot be read are errors")
    func brokenCalendar() throws {
        let own = [
            "calendar.csv":
                "day;kind;name;verified\n2025-13-01;holiday;;\n2025-11-03;Sunday;;\n2025-11-04;holiday;;maybe\n2025-11-05;holiday;;\n5/11/2025;workday;;\n;holiday;;\n"
        ]
        #expect(
            try Self.reading(#"{"code": "self"}"#, own).briefs == [
                "flow.badDay calendar.csv:2:1 «2025-13-01»", "flow.unknownDayKind calendar.csv:3:2 «Sunday»",
                "flow.unknownDayKind calendar.csv:4:4 «maybe»", "flow.repeatedDay calendar.csv:6:1 «2025-11-05»",
                "flow.blankCell calendar.csv:7:1",
            ])
    }
}
