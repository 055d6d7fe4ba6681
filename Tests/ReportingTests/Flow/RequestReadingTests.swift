import Foundation
import TestSupport
import Testing
import Values

@testable import Assessment

/// `requests.csv`: what is asked of whom by when, how far that is on a day, and what is wrong with it.
///
/// The folder is that of `FlowFolder`: u1 has 1.5 points on 1.1 and 1 on 1.2, u2 0.5 and 2.
@Suite struct RequestReadingTests {
    static let heading =
        "mã đơn vị;mã tiêu chí;nội dung yêu cầu;người yêu cầu;ngày yêu cầu;hạn trả lời;trả lời;tài liệu kiểm chứng;ngày trả lời;kết luận;người kết luận\n"

    private static func folder(_ rows: String, scores: String? = nil, settings: String = "") -> FlowFolder {
        let folder = FlowFolder(scores: scores, settings: settings)
        folder.files.add(heading + rows, "đợt/requests.csv")
        // A year of which everything is known.
        folder.files.add("ngày;loại;tên\n24/11/2026;nghỉ;Ngày Văn hóa\n", "đợt/calendar.csv")
        return folder
    }

    private static func findings(_ folder: FlowFolder) -> [Finding] {
        Assessment.read(folder.path).findings.filter { $0.location.file.hasSuffix("requests.csv") }
    }

    @Test("a row is read, in Vietnamese and in English")
    func read() throws {
        let folder = Self.folder(
            "u1;1.1;Số hồ sơ khác hệ thống;Sở Nội vụ;20/11/2026;25/11/2026;Đã đối chiếu;BC 12;2026-11-23;chấp nhận giải trình;Hội đồng\n"
        )
        let request = try #require(Assessment.read(folder.path).assessment?.requests.first)
        #expect(request.unit == "u1" && request.code == "1.1" && request.question == "Số hồ sơ khác hệ thống")
        #expect(request.askedBy == "Sở Nội vụ" && request.asked == CalendarDay("2026-11-20"))
        #expect(request.window.closes == CalendarDay("2026-11-25"))
        #expect(request.answer?.text == "Đã đối chiếu" && request.answer?.evidence == "BC 12")
        #expect(request.answer?.day == CalendarDay("2026-11-23"))
        #expect(request.decision == .accepted && request.decidedBy == "Hội đồng")
        folder.files.add(
            "unit,criterion,question,asked by,day,answer by,answer,answered on,state\nu1,1.1,Why?,Dept,2026-11-20,2026-11-25,So,2026-11-23,refused\n",
            "đợt/requests.csv")
        let english = try #require(Assessment.read(folder.path).assessment?.requests.first)
        #expect(english.question == "Why?" && english.decision == .refused && english.askedBy == "Dept")
        #expect(english.window.closes == CalendarDay("2026-11-25") && english.answer?.text == "So")
    }

    /// Orders by hash differ from run to run; that of the set is 1, 1.1, 1.2.
    @Test(
        "of several codes as near as each other the first of the set is suggested",
        arguments: [("1.9", "1.1"), ("11", "1"), ("12", "1")])
    func suggestion(word: String, first: String) {
        let folder = Self.folder("u1;\(word);a;;;;;;;;\n")
        #expect(Self.findings(folder).first?.details[.suggestion] == .text(first))
    }

    /// 20/11/2026 is a Friday; 24/11 is free by the folder's table.
    @Test(
        "the last day, stated or counted",
        arguments: [
            ("25/11/2026", "2026-11-25"),
            // 23, 25, 26
            ("3 ngày làm việc", "2026-11-26"),
            // 2, 3, 4/12: 1/12 is the day after which they begin.
            ("3 ngày làm việc sau ngày 1/12/2026", "2026-12-04"), ("1 working day after 2026-12-01", "2026-12-02"),
            // The appraisal closes on 30/11, a Monday.
            ("2 ngày làm việc sau bước thẩm định", "2026-12-02"), ("2 working days after appraisal", "2026-12-02"),
            // Blank: the last day of the stage of explanation.
            ("", "2026-12-10"),
        ])
    func deadlines(text: String, expected: String) throws {
        let stages =
            #", "stages": [{"code": "self"}, {"code": "appraisal", "closes": "2026-11-30"}, {"code": "explanation", "closes": "2026-12-10"}]"#
        let folder = Self.folder("u1;1.1;Vì sao?;;20/11/2026;\(text);;;;;\n", settings: stages)
        #expect(Self.findings(folder) == [])
        let request = try #require(Assessment.read(folder.path).assessment?.requests.first)
        #expect(request.window.closes == CalendarDay(expected))
    }

    @Test("open, late, answered, settled, by a day")
    func states() throws {
        let folder = Self.folder(
            """
            u1;1.1;a;;20/11/2026;25/11/2026;;;;;
            u1;1.2;b;;20/11/2026;27/11/2026;;;;;
            u1;1.2;c;;20/11/2026;25/11/2026;Đã nộp;;26/11/2026;;
            u2;1.1;d;;20/11/2026;25/11/2026;Đã nộp;;25/11/2026;chấp nhận giải trình;
            u2;1.2;e;;20/11/2026;25/11/2026;;;;không chấp nhận;

            """)
        let assessment = try #require(Assessment.read(folder.path).assessment)
        func states(_ day: String) throws -> [ExplanationRequest.State] {
            let day = try #require(CalendarDay(day))
            return assessment.requests.map { $0.state(on: day) }
        }
        // The last day is in time.
        #expect(try states("2026-11-25") == [.open, .open, .answered, .settled, .settled])
        #expect(try states("2026-11-26") == [.late, .open, .answered, .settled, .settled])
        #expect(try states("2026-11-28") == [.late, .late, .answered, .settled, .settled])
        let day = try #require(CalendarDay("2026-11-26"))
        let counts = try #require(assessment.allRequests(on: day))
        #expect(counts.all == 5 && counts[.late] == 1 && counts[.open] == 1 && counts.answeredLate == 1)
        // 1.5 of the first, 1 each of the two about 1.2; the others are settled.
        #expect(counts.points == (try FixedDecimal("3.5")))
        // The late answer is told, with the point that rests on it.
        let late = try #require(Self.findings(folder).first)
        #expect(Self.findings(folder).map(\.code) == ["request.answeredLate"])
        #expect(late.details[.other] == .number(1) && late.location.line == 4)
    }

    @Test("points at stake: what was cut, otherwise what stands")
    func points() throws {
        // The appraisal left 0.25 of 0.5 points on 1.1 of u2.
        let folder = Self.folder(
            "u2;1.1;a;;20/11/2026;;;;;;\nu2;1.2;b;;20/11/2026;;;;;;\n", scores: "u2;1.1;appraisal;0,25;;Sai\n")
        let assessment = try #require(Assessment.read(folder.path).assessment)
        let day = try #require(CalendarDay("2026-11-26"))
        #expect(assessment.requestCounts(on: day)[1]?.points == (try FixedDecimal("2.25")))
    }

    @Test(
        "what is wrong is an error at its cell",
        arguments: [
            ("u1;9.9;a;;;;;;;;", "assessment.unknownCriterion", 2), ("u9;1.1;a;;;;;;;;", "assessment.unknownUnit", 1),
            ("u1;1.1;;;;;;;;;", "assessment.blankCell", 3),
            ("u1;1.1;a;;20/11/2026;25/11/2026;x;;19/11/2026;;", "request.answeredBeforeAsked", 9),
            ("u1;1.1;a;;20/11/2026;19/11/2026;;;;;", "request.dueBeforeAsked", 6),
            ("u1;1.1;a;;20/11/2026;sớm;;;;;", "request.badDeadline", 6),
            ("u1;1.1;a;;20/11/2026;0 ngày làm việc;;;;;", "request.badDeadline", 6),
            ("u1;1.1;a;;20/11/2026;7 ngày làm việc sau tết;;;;;", "request.badDeadline", 6),
            ("u1;1.1;a;;;7 ngày làm việc;;;;;", "request.deadlineAfterNothing", 6),
            ("u1;1.1;a;;20/11/2026;7 ngày làm việc sau thẩm định;;;;;", "request.deadlineAfterNothing", 6),
            ("u1;1.1;a;;31/11/2026;;;;;;", "assessment.badDay", 5),
            ("u1;1.1;a;;20/11/2026;;;;23/11/2026;;", "request.detailsWithoutAnswer", 7),
            ("u1;1.1;a;;20/11/2026;;;BC 1;;;", "request.detailsWithoutAnswer", 7),
            ("u1;1.1;a;;20/11/2026;;;;;chấp nhận;", "request.acceptedWithoutAnswer", 10),
            ("u1;1.1;a;;20/11/2026;;x;;23/11/2026;có lẽ;", "assessment.unknownStatus", 10),
            ("u1;1.1;a;;;;;;;;\nu1;1.1; A ;;;;;;;;", "request.repeated", 3),
        ])
    func errors(rows: String, code: String, column: Int) {
        let found = Self.findings(Self.folder(rows + "\n"))
        #expect(found.map(\.code) == [code])
        #expect(found.first?.severity == .error && found.first?.location.column == column)
    }

    @Test("an answer without a day is a warning; another question about the same is none")
    func warnings() {
        #expect(Self.findings(Self.folder("u1;1.1;a;;20/11/2026;;x;;;;\n")).map(\.code) == ["request.answerWithoutDay"])
        #expect(Self.findings(Self.folder("u1;1.1;a;;;;;;;;\nu1;1.1;b;;;;;;;;\nu2;1.1;a;;;;;;;;\n")) == [])
    }

    @Test("what is not assigned to a unit cannot be asked about")
    func notAssigned() {
        let folder = Self.folder("u1;1.2;a;;;;;;;;\nu2;1.2;a;;;;;;;;\n")
        folder.files.add("tiêu chí;a;b\n1.2;;x\n", "đợt/assignments.csv")
        let found = Self.findings(folder)
        #expect(found.map(\.code) == ["request.ofNoLine"] && found.first?.location.line == 2)
    }

    @Test("a year without a table of days is said once")
    func years() {
        let folder = Self.folder(
            "u1;1.1;a;;30/12/2026;5 ngày làm việc;;;;;\nu1;1.2;a;;30/12/2026;6 ngày làm việc;;;;;\n")
        // 2026 stands in the folder's table, 2027 nowhere.
        #expect(Self.findings(folder).map(\.code) == ["request.yearWithoutCalendar"])
    }
}
