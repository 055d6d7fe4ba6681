import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// What is dated after a stage was closed is told unit by unit, with the points at stake, and counts.
@Suite struct LateRowTests {
    private func findings(_ metrics: String = "", _ scores: String = "") throws -> [Finding] {
        let stages =
            #"{"code": "self", "closes": "2025-11-30", "windows": [{"unit": "xa-1", "closes": "2025-12-05"}, {"field": "2", "closes": "2025-11-20"}]}, {"code": "appraisal", "closes": "2025-12-20"}"#
        var files = [
            "assessment.json": SmallAssessment.settings(#""maximumSpread": 366, "stages": [\#(stages)]"#),
            "metrics.csv": "unit;metric;value;numerator;denominator;as of\n" + metrics,
        ]
        if !scores.isEmpty { files["scores.csv"] = "unit;criterion;stage;points;opinion;reason;date\n" + scores }
        let reading = try SmallAssessment(files).read()
        try #require(reading.errors == [])
        return reading.findings.filter { $0.code.hasPrefix("flow.") }
    }

    @Test("the last day is in time, the day after is late, and a unit may have more time")
    func figures() throws {
        #expect(
            try findings("h;1.1;90,5;;;2025-11-29\nxa-2;1.1;80;;;2025-11-30\nxa-1;1.1;;9;10;2025-12-05\n") == [])
        let late = try findings(
            "h;1.1;90,5;;;2025-12-01\nh;1.3;5;;;2025-12-03\nxa-1;1.1;;9;10;2025-12-06\nxa-2;1.1;80;;;2025-11-30\n")
        // 1.81 + 1 for five of ten; 1.8.
        #expect(
            late.map(\.brief) == [
                "flow.figuresAfterClosing metrics.csv:2:3 «2025-12-03»",
                "flow.figuresAfterClosing metrics.csv:4:4 «2025-12-06»",
            ])
        #expect(late.map { $0.text(.unit) } == ["h", "xa-1"] && late.map { $0.text(.count) } == ["2", "1"])
        #expect(late.map { $0.text(.other) } == ["2.81", "1.8"])
        #expect(late.map { $0.text(.expected) } == ["2025-11-30", "2025-12-05"])
        #expect(late.first?.text(.criterion) == "1.1, 1.3" && late.first?.severity == .warning)
    }

    @Test("a field may close earlier than the others")
    func field() throws {
        let late = try findings("h;2.1;;1;2;2025-11-21\nh;1.1;90,5;;;2025-11-21\nxa-1;2.1;;1;2;2025-11-21\n")
        // The unit's own window comes before that of the field.
        #expect(late.map { $0.text(.unit) } == ["h"] && late.map { $0.text(.other) } == ["0.5"])
    }

    @Test("points and opinions are held against the window of their stage")
    func given() throws {
        let figures = "h;1.1;90,5;;;\nxa-1;1.1;;9;10;\n"
        #expect(try findings(figures, "h;1.1;appraisal;1;;vì;2025-12-20\n") == [])
        let late = try findings(
            figures,
            "h;1.1;appraisal;1;;vì;2025-12-21\nh;1.2;appraisal;;đồng ý;;2025-12-22\nxa-1;1.1;appraisal;1,8;;;2025-12-21\nxa-1;1.1;self;2;;;2025-12-06\n"
        )
        // The first moved 0.81 points, the second none; 1.8 after a self score of 2 moves 0.2, and that moved 0.2.
        let told = late.map {
            [$0.text(.unit), $0.text(.stage), $0.text(.count), $0.text(.other)].map { $0 ?? "" }.joined(separator: " ")
        }
        #expect(told == ["h Thẩm định 2 0.81", "xa-1 Tự đánh giá 1 0.2", "xa-1 Thẩm định 1 0.2"])
        #expect(late.allSatisfy { $0.code == "flow.pointsAfterClosing" })
    }

    @Test("without a date, or without a window, nothing is late")
    func nothing() throws {
        #expect(try findings("h;1.1;90,5;;;\n", "h;1.1;appraisal;1;;vì;\n") == [])
    }
}
