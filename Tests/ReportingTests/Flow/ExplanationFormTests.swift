import Documents
import Foundation
import Scoring
import TestSupport
import Testing
import Values
import Workbooks

@testable import Assessment
@testable import Reporting
@testable import score_cli

/// `forms --stage explanation` asks only what is asked, and `collect` writes the answers into `requests.csv`.
///
/// u1 has 1.5 points on 1.1 and 1 on 1.2, u2 0.5 and 2. The appraisal cut u1's 1.1 to 1 and returned u2's 1.2.
@Suite struct ExplanationFormTests {
    private static let scores = "u1;1.1;appraisal;1;;Thừa hồ sơ\nu2;1.2;appraisal;;trả lại;Thiếu báo cáo quý IV\n"

    private static func folder(_ rows: String = "", scores: String = scores) -> FlowFolder {
        let folder = FlowFolder(scores: scores)
        folder.files.add("ngày;loại;tên\n24/11/2026;nghỉ;Ngày Văn hóa\n", "đợt/calendar.csv")
        if !rows.isEmpty { folder.files.add(RequestReadingTests.heading + rows, "đợt/requests.csv") }
        return folder
    }

    private static let asked = "u1;1.1;Vì sao thừa hồ sơ?;Sở Nội vụ;20/11/2026;25/11/2026;;;;;\n"

    /// The cells of a form by column, row by row below the headings.
    private static func rows(_ path: String) throws -> [[ExplanationLayout.Column: String]] {
        let book = try Workbook(file: path, bytes: Array(Data(contentsOf: URL(fileURLWithPath: path))))
        let sheet = try book.sheet(0)
        return (0..<sheet.filledRowCount).compactMap { index in
            let row = sheet.rowNumber(index)
            var cells: [ExplanationLayout.Column: String] = [:]
            for column in ExplanationLayout.Column.allCases {
                cells[column] = sheet.cell(row: row, column: column.number)?.text
            }
            return cells[.unit].map { $0.isEmpty } ?? true ? nil : cells
        }
    }

    /// A form that came back: unit, code, question, answer, new evidence and day of each row.
    private static func form(
        _ folder: FlowFolder, _ rows: [(String, String, String, String, String, String)], _ name: String = "u.xlsx"
    ) throws -> String {
        var bytes: [UInt8] = []
        var book = BookWriter(file: name) { bytes += $0 }
        try book.sheet(SheetLayout(name: "Phiếu")) { sheet throws(FindingsError) in
            for row in rows {
                try sheet.row(
                    ExplanationLayout.Column.allCases.map { column in
                        switch column {
                        case .code, .subject: WrittenCell(row.1)
                        case .unit: WrittenCell(row.0)
                        case .question: WrittenCell(row.2)
                        case .answer: WrittenCell(row.3)
                        case .evidence: WrittenCell(row.4)
                        case .day: WrittenCell(row.5)
                        default: WrittenCell("")
                        }
                    })
            }
        }
        let about = FormLayout.About(
            set: "thu", edition: "2026", period: "2026", stage: "explanation", isExplanation: true)
        try book.sheet(SheetLayout(name: FormLayout.aboutSheet)) { sheet throws(FindingsError) in
            for row in about.rows { try sheet.row([WrittenCell(row.key), WrittenCell(row.value)]) }
        }
        book.finish()
        return folder.files.add(bytes, name)
    }

    private static func codes(_ folder: FlowFolder, _ forms: [String], replaces: Bool = false) throws -> [String] {
        let assessment = try #require(Assessment.read(folder.path).assessment)
        return CollectedForms(
            forms.map { FormReading($0, for: assessment) }, for: assessment, replaces: replaces, computed: { _ in [] }
        ).findings.map(\.code)
    }

    @Test("only what is asked and returned is in the forms, with question, days and points at stake")
    func written() throws {
        let folder = Self.folder(Self.asked)
        let output = folder.files.path("phiếu")
        let exit = CommandLineTool.run(
            ["forms", folder.path, "--stage", "explanation", "--output", output, "--lang", "vi", "--quiet"])
        #expect(exit == .done)
        let first = try #require(try Self.rows(output + "/u1.xlsx").first)
        #expect(try Self.rows(output + "/u1.xlsx").count == 1)
        #expect(first[.subject] == "1.1" && first[.name] == "Tiêu chí 1.1" && first[.maximum] == "2")
        // 1.5 claimed, 1 left: half a point may come back.
        #expect(first[.claimed] == "1.5" && first[.shown] == "1" && first[.points] == "0.5")
        #expect(first[.question] == "Vì sao thừa hồ sơ?" && first[.askedBy] == "Sở Nội vụ")
        #expect(first[.asked] == "20/11/2026" && first[.due] == "25/11/2026" && first[.answer] == nil)
        let second = try Self.rows(output + "/u2.xlsx")
        #expect(second.count == 1 && second[0][.subject] == "1.2")
        // Nothing was cut yet: all 2 points may be.
        #expect(second[0][.question] == "Thiếu báo cáo quý IV" && second[0][.points] == "2")
        #expect(second[0][.askedBy] == "Thẩm định")
    }

    @Test("a line that a later stage accepted, and a settled request, are asked no more")
    func settled() throws {
        let folder = Self.folder(
            Self.asked.replacing(";;;;;\n", with: ";;;;không chấp nhận;\n"),
            scores: Self.scores + "u2;1.2;explanation;;đồng ý;\n")
        let assessment = try #require(Assessment.read(folder.path).assessment)
        #expect(assessment.askedLines(at: .explanation).isEmpty)
        // Before that stage the line is still returned.
        #expect(assessment.askedLines(at: .appraisal).map(\.code) == ["1.2"])
        let output = folder.files.path("phiếu")
        #expect(folder.run("forms", "--stage", "explanation") == .done)
        #expect(!FileManager.default.fileExists(atPath: output))
    }

    @Test("where units score themselves last of all, no line can have been returned to them")
    func selfAssessmentLast() throws {
        let folder = FlowFolder(
            scores: Self.scores, settings: #", "stages": [{"code": "appraisal"}, {"code": "self"}]"#)
        let assessment = try #require(Assessment.read(folder.path).assessment)
        #expect(!assessment.givenOpinions.isEmpty)
        #expect(assessment.askedLines(at: .selfAssessment).isEmpty && assessment.askedLines(at: .appraisal).isEmpty)
        // Whoever collects anything asks what can be answered.
        let form = try folder.unitForm([FlowFolder.row("u1", "1.1") { ($0.numerator, $0.denominator) = ("3", "4") }])
        #expect(folder.run("collect", form, "--by", "An") == .done)
    }

    @Test("answers come into the table of requests, with a row of the journal each; again they change nothing")
    func collected() throws {
        let folder = Self.folder(Self.asked)
        let forms = [
            try Self.form(
                folder, [("u1", "1.1", "Vì sao thừa hồ sơ?", "Đã đối chiếu", "BC 15", "24/11/2026")], "a.xlsx"),
            try Self.form(
                folder, [("u2", "1.2", "Thiếu báo cáo quý IV", "Đã gửi bổ sung", "", "26/11/2026")], "b.xlsx"),
        ]
        for order in [forms, forms.reversed()] {
            let folder = order == forms ? folder : Self.folder(Self.asked)
            #expect(
                CommandLineTool.run(
                    ["collect", folder.path] + order + ["--by", "An", "--quiet", "--output", folder.files.path("ra")])
                    == .done)
            #expect(
                folder.rows("requests.csv") == [
                    [
                        "u1", "1.1", "Vì sao thừa hồ sơ?", "Sở Nội vụ", "20/11/2026", "25/11/2026", "Đã đối chiếu",
                        "BC 15",
                        "2026-11-24", "", "",
                    ],
                    [
                        "u2", "1.2", "Thiếu báo cáo quý IV", "Thẩm định", "", "", "Đã gửi bổ sung", "", "2026-11-26",
                        "", "",
                    ],
                ])
        }
        let journal = folder.rows("journal.csv")
        #expect(journal.allSatisfy { $0[1] == "An" && $0[2] == "requests.csv" })
        // Answer, evidence and day of the first; who asks, answer and day of the second.
        #expect(
            journal.map { $0[6] + "=" + $0[8] } == [
                "trả lời=Đã đối chiếu", "tài liệu kiểm chứng=BC 15", "ngày trả lời=2026-11-24",
                "người yêu cầu=Thẩm định",
                "trả lời=Đã gửi bổ sung", "ngày trả lời=2026-11-26",
            ])
        let before = folder.files.text("đợt/requests.csv")
        #expect(
            CommandLineTool.run(["collect", folder.path] + forms + ["--quiet", "--output", folder.files.path("ra")])
                == .done)
        #expect(folder.files.text("đợt/requests.csv") == before && folder.rows("journal.csv") == journal)
    }

    @Test("without a table of requests one is made; an answer without a day has that of collecting")
    func made() throws {
        let folder = Self.folder()
        let form = try Self.form(folder, [("u2", "1.2", "Thiếu báo cáo quý IV", "Đã gửi", "", "")])
        #expect(
            CommandLineTool.run([
                "collect", folder.path, form, "--lang", "vi", "--quiet", "--output", folder.files.path("ra"),
            ]) == .done)
        let request = try #require(Assessment.read(folder.path).assessment?.requests.first)
        #expect(request.unit == "u2" && request.code == "1.2" && request.answer?.text == "Đã gửi")
        #expect(request.answer?.day == DayArgument.today)
    }

    @Test(
        "what cannot be taken is an error, and nothing is written",
        arguments: [
            // Another answer than the folder's.
            (("u1", "1.1", "Vì sao thừa hồ sơ?", "Khác", "", ""), "form.wouldReplace"),
            (("u1", "1.1", "Vì sao?", "x", "", ""), "form.unknownRequest"),
            (("u1", "1.2", "b", "y", "", ""), "form.settledRequest"),
            (("u2", "1.1", "c", "x", "", "19/11/2026"), "request.answeredBeforeAsked"),
            (("u2", "1.1", "c", "x", "", "mai"), "form.badDay"), (("u2", "1.1", "c", "", "BC 1", ""), "form.noAnswer"),
            (("u9", "1.1", "c", "x", "", ""), "form.unknownUnit"),
            (("u1", "9.9", "c", "x", "", ""), "form.unknownCode"),
        ])
    func refused(row: (String, String, String, String, String, String), code: String) throws {
        let folder = Self.folder(
            """
            u1;1.1;Vì sao thừa hồ sơ?;;20/11/2026;;Đã đối chiếu;;24/11/2026;;
            u1;1.2;b;;20/11/2026;;x;;24/11/2026;không chấp nhận;
            u2;1.1;c;;20/11/2026;;;;;;

            """)
        let form = try Self.form(folder, [row])
        #expect(try Self.codes(folder, [form]) == [code])
        let before = folder.files.text("đợt/requests.csv")
        #expect(folder.run("collect", form) == .failed)
        #expect(folder.files.text("đợt/requests.csv") == before)
    }

    @Test("an answer is replaced only when that is said, and two forms that differ are a conflict")
    func replaced() throws {
        let folder = Self.folder("u1;1.1;a;;20/11/2026;;Đã đối chiếu;;24/11/2026;;\n")
        let other = try Self.form(folder, [("u1", "1.1", "a", "Khác", "", "25/11/2026")], "a.xlsx")
        let third = try Self.form(folder, [("u1", "1.1", "a", "Khác nữa", "", "")], "b.xlsx")
        #expect(try Self.codes(folder, [other, third], replaces: true) == ["form.conflict"])
        #expect(folder.run("collect", other, "--replace") == .done)
        #expect(folder.rows("requests.csv").first?[6] == "Khác")
    }

    @Test("bonus and penalty lines can be asked about")
    func bonusAndPenalty() throws {
        // Three and two cases of half a point.
        let sample = SmallFolder(
            [
                SmallFolder.node("1", "1"), SmallFolder.share("1.1", "1"), SmallFolder.node("2", "1"),
                SmallFolder.share("2.1", "1"),
                SmallFolder.counted("bonus", "2.2", each: "0.5", cap: "5"),
                SmallFolder.counted("penalty", "2.3", each: "0.5", cap: "5"),
            ], keys: #""bonusCap": 5, "penaltyCap": 5,"#,
            figures: ["x;1.1;50;;", "x;2.1;50;;", "x;2.2;3;;", "x;2.3;2;;"])
        sample.folder.add("đơn vị;tiêu chí;câu hỏi\nx;2.2;a\nx;2.3;b\n", "requests.csv")
        let reading = Assessment.read(sample.path)
        let assessment = try #require(reading.assessment, "\(reading.findings)")
        #expect(assessment.askedLines(at: .explanation).map(\.points) == [try FixedDecimal("1.5"), 1])
    }

    @Test("progress and score count requests, late by the day")
    func counted() throws {
        let folder = Self.folder(
            Self.asked + "u1;1.2;b;;20/11/2026;;Xong;;24/11/2026;;\nu2;1.1;c;;20/11/2026;30/11/2026;;;;;\n")
        let score = try commandJSON(["score", folder.path, "--on", "2026-11-26"])
        let requests = try #require(score["requests"] as? [String: Any])
        #expect(requests["day"] as? String == "2026-11-26")
        #expect(
            ["open", "late", "answered", "settled", "answeredLate"].map { requests[$0] as? Int } == [1, 1, 1, 0, 0])
        // 0.5 cut of 1.1, 1 on 1.2, 0.5 of the second unit.
        #expect(requests["points"] as? Double == 2)
        let progress = try commandJSON(["progress", folder.path, "--on", "2026-11-25"])
        let all = try #require(progress["requests"] as? [String: Any])
        #expect(all["open"] as? Int == 2 && all["late"] as? Int == 0)
        let units = try #require(progress["units"] as? [[String: Any]])
        #expect(units.map { ($0["requests"] as? [String: Any])?["open"] as? Int } == [1, 1])
        let csv = commandOutput(["progress", folder.path, "--on", "2026-12-01", "--format", "csv", "--lang", "en"]).text
        let heading = try #require(csv.split(whereSeparator: \.isNewline).first)
        #expect(
            heading.contains("Requests open") && heading.contains("Requests late") && heading.contains("Answered late"))
        let text = commandOutput(["progress", folder.path, "--on", "2026-12-01", "--lang", "vi"]).text
        #expect(
            text.contains(
                "Yêu cầu giải trình: 3, trong đó 0 chưa giải trình còn hạn, 2 quá hạn, 1 đã giải trình chờ kết luận"))
    }

    @Test("requests are none of what is locked: a change is a warning")
    func locked() throws {
        let folder = Self.folder(Self.asked)
        #expect(folder.run("stage", "lock", "--stage", "appraisal", "--accept-open", "Chủ tịch") == .done)
        folder.replace("Vì sao thừa", by: "Tại sao thừa", in: "requests.csv")
        #expect(folder.errors().isEmpty)
        #expect(Assessment.read(folder.path).findings.map(\.code).contains("ledger.besideCellChanged"))
        let form = try Self.form(folder, [("u1", "1.1", "Tại sao thừa hồ sơ?", "x", "", "24/11/2026")])
        #expect(folder.run("collect", form) == .done)
    }
}
