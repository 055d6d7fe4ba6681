import Assessment
import Documents
import Foundation
import Scoring
import TestSupport
import Testing
import Values
import Workbooks

@testable import Reporting
@testable import score_cli

@Suite("Forms that come back")
struct CollectTests {
    private static let sample = Repository.path("datasets/tuy-phuoc-2024")

    /// A folder of two communes with a ratio (1.1), a count (1.2) and a criterion of two answers (1.3.a, 1.3.b).
    private final class Folder {
        let files = TemporaryFolder()
        var path: String { files.path("đợt") }

        init(
            figures: String = "", scores: String? = nil, stage: String = "self",
            units: String = "u1;Xã Một;xa\nu2;Xã Hai;xa\n"
        ) {
            let leaf = { (code: String, maximum: Int, body: String) in
                #"{"code": "\#(code)", "name": "Tiêu chí \#(code)", "maximum": \#(maximum), "source": {"row": "1"}, "levels": ["xa"], \#(body)}"#
            }
            let ratio =
                #""metrics": [{"name": "a", "kind": "percent", "direction": "higher", "ratio": {"numerator": "a", "denominator": "b"}}], "rule": {"kind": "proportional"}, "notApplicable": {"convention": "leaveOut"}"#
            let answers =
                #""metrics": [{"code": "1.3.a", "name": "d", "kind": "yesNo", "direction": "higher"}, {"code": "1.3.b", "name": "e", "kind": "yesNo", "direction": "higher"}], "rule": {"kind": "checklist", "items": [{"metric": "1.3.a", "points": 1}, {"metric": "1.3.b", "points": 1}]}"#
            let criteria = [
                #"{"code": "1", "name": "Lĩnh vực", "maximum": 4}"#, leaf("1.1", 2, ratio), leaf("1.3", 2, answers),
            ].joined(separator: ", ")
            files.addCriteria([criteria])
            files.add(
                #"{"format": 1, "name": "Đợt thử", "criteria": "thu/2026", "year": 2026, "stage": "\#(stage)"}"#,
                "đợt/assessment.json")
            files.add("mã đơn vị;tên đơn vị;cấp\n" + units, "đợt/units.csv")
            files.add(
                "mã đơn vị;mã số liệu;giá trị;tử số;mẫu số;trạng thái;ghi chú\nu1;1.1;;;;;giữ nguyên\n" + figures,
                "đợt/metrics.csv")
            if let scores { files.add(scores, "đợt/scores.csv") }
        }

        func form(_ rows: [FilledForm.Row], _ name: String = "u1.xlsx", _ change: (inout FilledForm) -> Void = { _ in })
            throws -> String
        {
            var form = FilledForm(
                about: FormLayout.About(set: "thu", edition: "2026", period: "2026", stage: "self"), rows: rows)
            change(&form)
            return try form.write(name, to: files)
        }

        /// Takes forms in; the codes of errors and warnings, and where each is.
        func collect(_ forms: [String], replaces: Bool = false) throws -> (
            exit: ExitCode, findings: [String], places: [String]
        ) {
            let assessment = try #require(Assessment.read(path).assessment)
            let book = FormBook(assessment, in: .vi)
            let collected = CollectedForms(
                forms.map { FormReading($0, for: assessment) }, for: assessment, replaces: replaces,
                computed: book.computedCriteria)
            let exit = CommandLineTool.run(
                ["collect", path] + forms + (replaces ? ["--replace"] : []) + ["--quiet", "--output", files.path("ra")])
            return (
                exit, collected.findings.map(\.code),
                collected.findings.map {
                    CellAddress(row: $0.location.line ?? 0, column: $0.location.column ?? 1).text
                }
            )
        }

        var metrics: [String] {
            (files.text("đợt/metrics.csv") ?? "").split(whereSeparator: \.isNewline).map(String.init)
        }
    }

    private static let whole: [FilledForm.Row] = [
        FilledForm.Row(criterion: "1"),
        FilledForm.Row(criterion: "1.1", metric: "1.1", shown: "1.1", numerator: "3", denominator: "4"),
        FilledForm.Row(criterion: "1.3"),
        FilledForm.Row(criterion: "1.3", metric: "1.3.a", value: "có"),
        FilledForm.Row(criterion: "1.3", metric: "1.3.b", value: "không", evidence: "Báo cáo số 1"),
    ]

    private static func changed(_ position: Int, _ change: (inout FilledForm.Row) -> Void) -> [FilledForm.Row] {
        var rows = whole
        change(&rows[position])
        return rows
    }

    @Test("what was entered is in the folder, and everything else stays")
    func taken() throws {
        let folder = Folder()
        let (exit, findings, _) = try folder.collect([try folder.form(Self.whole)])
        #expect(exit == .done && findings == [])
        #expect(
            folder.metrics == [
                "mã đơn vị;mã số liệu;giá trị;tử số;mẫu số;trạng thái;ghi chú;tài liệu kiểm chứng",
                "u1;1.1;;3;4;;giữ nguyên;", "u1;1.3.a;có;;;;;", "u1;1.3.b;không;;;;;Báo cáo số 1",
            ])
        let assessment = try #require(Assessment.read(folder.path).assessment)
        // 2 × 3/4 and 1 of 2.
        #expect(assessment.scores[0].total.points == (try FixedDecimal("2.5")))
        // The same form a second time brings nothing.
        let again = try folder.collect([try folder.form(Self.whole)])
        #expect(again.exit == .done && again.findings == [])
        #expect(folder.metrics.count == 4)
    }

    @Test("not applicable stands for the whole figure")
    func notApplicable() throws {
        let folder = Folder()
        let rows = Self.changed(1) { ($0.numerator, $0.denominator) = ("không áp dụng", "") }
        #expect(try folder.collect([try folder.form(rows)]).exit == .done)
        #expect(folder.metrics[1] == "u1;1.1;không áp dụng;;;;giữ nguyên;")
        #expect(Assessment.read(folder.path).assessment?.figures[0, 0] == .notApplicable)
    }

    @Test("blank cells change nothing")
    func blank() throws {
        let folder = Folder(figures: "u1;1.3.a;có;;;;\n")
        let rows = Self.changed(3) { $0.value = "" }
        #expect(try folder.collect([try folder.form(rows)]).exit == .done)
        #expect(folder.metrics[2].hasPrefix("u1;1.3.a;có;"))
    }

    @Test("another figure is refused, and replaced when asked for")
    func replaced() throws {
        let folder = Folder(figures: "u1;1.3.a;không;;;;\n")
        let before = folder.metrics
        let form = try folder.form(Self.whole)
        let refused = try folder.collect([form])
        #expect(refused.exit == .failed && refused.findings == ["form.wouldReplace"] && refused.places == ["F5"])
        #expect(folder.metrics == before)
        #expect(try folder.collect([form], replaces: true).exit == .done)
        #expect(folder.metrics[2].hasPrefix("u1;1.3.a;có;"))
    }

    @Test("what is wrong with a form is an error with its cell, and nothing is written")
    func faults() throws {
        let cases: [(rows: [FilledForm.Row], code: String, cell: String)] = [
            (Self.changed(1) { $0.shown = "1.2" }, "form.changedCode", "A3"),
            (Self.changed(3) { $0.shown = "1.3.b" }, "form.changedCode", "A5"),
            (Self.changed(1) { ($0.criterion, $0.shown) = ("1.9", "1.9") }, "form.unknownCode", "L3"),
            (Self.changed(1) { $0.metric = "1.3.a" }, "form.unknownCode", "L3"),
            (Self.changed(1) { $0.unit = "u9" }, "form.unknownUnit", "K3"),
            (Self.whole + [Self.whole[1]], "form.repeatedRow", "A7"),
            (Self.changed(1) { $0.points = .number(2) }, "form.typedOver", "G3"),
            (Self.changed(1) { $0.denominator = "2" }, "assessment.numeratorExceedsDenominator", "D3"),
            (Self.changed(1) { $0.denominator = "" }, "assessment.missingCount", "E3"),
            (Self.changed(1) { $0.numerator = "ba" }, "table.notANumber", "D3"),
            (Self.changed(3) { $0.value = "có lẽ" }, "assessment.unknownStatus", "F5"),
            (Self.changed(3) { $0.value = "#REF!" }, "table.spreadsheetError", "F5"),
        ]
        for (rows, code, cell) in cases {
            let folder = Folder()
            let before = folder.metrics
            let (exit, findings, places) = try folder.collect([try folder.form(rows)])
            let position = findings.firstIndex(of: code)
            #expect(exit == .failed, "\(code)")
            #expect(position.map { places[$0] } == cell, "\(code): \(findings) \(places)")
            #expect(folder.metrics == before, "\(code)")
        }
    }

    @Test("rows that moved or are missing are warnings")
    func warnings() throws {
        let folder = Folder()
        let moved = [Self.whole[0], Self.whole[2], Self.whole[3], Self.whole[4], Self.whole[1]]
        let (exit, findings, places) = try folder.collect([try folder.form(moved)])
        #expect(exit == .done && findings == ["form.movedRow"] && places == ["A6"])
        let other = Folder()
        #expect(try other.collect([try other.form(Array(Self.whole.prefix(2)))]).findings == ["form.missingRows"])
        #expect(other.metrics[1] == "u1;1.1;;3;4;;giữ nguyên")
    }

    @Test("a formula that was not computed anew is a warning, and the figures count")
    func stale() throws {
        let folder = Folder()
        let rows = Self.changed(1) { $0.points = .formula("1+1", value: 2) }
        let (exit, findings, places) = try folder.collect([try folder.form(rows)])
        #expect(exit == .done && findings == ["form.otherPoints"] && places == ["G3"])
        let right = Folder()
        let sound = Self.changed(1) { $0.points = .formula("x", value: FixedDecimal(mantissa: 1_500_000)) }
        #expect(try right.collect([try right.form(sound)]).findings == [])
    }

    @Test("forms of one unit that differ are a conflict")
    func conflict() throws {
        let folder = Folder()
        let first = try folder.form(Self.whole, "a.xlsx")
        let second = try folder.form(Self.changed(1) { $0.numerator = "2" }, "b.xlsx")
        let (exit, findings, places) = try folder.collect([first, second])
        #expect(exit == .failed && findings == ["form.conflict"] && places == ["D3"])
        #expect(try folder.collect([first, try folder.form(Self.whole, "c.xlsx")]).findings == [])
    }

    @Test("another assessment's form, and a workbook that is none, are refused")
    func others() throws {
        let folder = Folder()
        #expect(
            try folder.collect([try folder.form(Self.whole) { $0.about.period = "2025" }]).findings == [
                "form.ofAnother"
            ])
        #expect(
            try folder.collect([try folder.form(Self.whole) { $0.about.set = "khac" }]).findings == ["form.ofAnother"])
        let none = try folder.collect([try folder.form(Self.whole) { $0.hasAbout = false }])
        #expect(none.findings == ["form.notAForm"] && none.exit == .failed)
        #expect(try folder.collect([folder.files.add("mã;điểm\n", "a.xlsx")]).exit == .failed)
    }

    @Test("an agency's points are those of its stage, with their reasons")
    func appraisal() throws {
        let folder = Folder(figures: "u1;1.1;;3;4;;\n".replacing("u1;1.1", with: "u2;1.1"))
        var rows = [FilledForm.Row(unit: "u2", criterion: "1.1", metric: "1.1", numerator: "3", denominator: "4")]
        (rows[0].appraised, rows[0].explanation) = (.number(1), "Thiếu hồ sơ")
        let form = try folder.form(rows) {
            ($0.about.agency, $0.about.stage) = ("Sở Nội vụ", "appraisal")
        }
        #expect(try folder.collect([form]).exit == .done)
        #expect(
            folder.files.text("đợt/scores.csv")
                == "\u{FEFF}mã đơn vị;mã tiêu chí;bước;điểm;lý do\r\nu2;1.1;appraisal;1;Thiếu hồ sơ\r\n")
        let appraised = Assessment.read(folder.path).assessment?.at(stage: "appraisal")
        #expect(appraised?.scores[1].total.points == 1)
        // Other points are refused, and replaced when asked for.
        rows[0].appraised = .number(try FixedDecimal("1.25"))
        let other = try folder.form(rows) { ($0.about.agency, $0.about.stage) = ("Sở Nội vụ", "appraisal") }
        #expect(try folder.collect([other]).findings == ["form.wouldReplace"])
        #expect(try folder.collect([other], replaces: true).exit == .done)
        #expect(folder.files.text("đợt/scores.csv")?.contains("u2;1.1;appraisal;1,25;Thiếu hồ sơ") == true)
    }

    @Test("a unit's form is held against what it gives itself, whatever stage the folder is at")
    func appraisedFolder() throws {
        // 2 × 3/4 of the figures, of which the appraisal left 1.
        let scores = "mã đơn vị;mã tiêu chí;bước;điểm;lý do\nu1;1.1;appraisal;1;Thiếu hồ sơ\n"
        let folder = Folder(scores: scores, stage: "appraisal")
        let rows = Self.changed(1) { $0.points = .formula("x", value: FixedDecimal(mantissa: 1_500_000)) }
        let (exit, findings, _) = try folder.collect([try folder.form(rows)])
        #expect(exit == .done && findings == [])
        #expect(folder.files.text("đợt/scores.csv") == scores)
    }

    @Test("forms stay in their folder, whatever the codes of units are")
    func names() throws {
        let folder = Folder(units: "../u1;Xã Một;xa\nu/2;Xã Hai;xa\nu-2;Xã Ba;xa\nU-2;Xã Bốn;xa\n")
        folder.files.add("mã đơn vị;mã số liệu;giá trị;tử số;mẫu số\n", "đợt/metrics.csv")
        let before = folder.files.names
        #expect(
            CommandLineTool.run(["forms", folder.path, "--output", folder.files.path("phiếu"), "--quiet"]) == .done)
        #expect(folder.files.names == (before + ["phiếu"]).sorted())
        let forms = try FileManager.default.subpathsOfDirectory(atPath: folder.files.path("phiếu")).sorted()
        #expect(forms == ["U-2-2-2.xlsx", "u-2-2.xlsx", "u-2.xlsx", "u1.xlsx"])
    }

    @Test("the forms of a sample come back without a change")
    func sample() throws {
        let files = TemporaryFolder()
        #expect(CommandLineTool.run(["forms", Self.sample, "--output", files.path("phiếu"), "--quiet"]) == .done)
        let assessment = try #require(Assessment.read(Self.sample).assessment)
        let forms = try FileManager.default.contentsOfDirectory(atPath: files.path("phiếu")).sorted()
        #expect(forms.count == assessment.units.count)
        let book = FormBook(assessment, in: .vi)
        let collected = CollectedForms(
            forms.map { FormReading(files.path("phiếu/\($0)"), for: assessment) }, for: assessment, replaces: false,
            computed: book.computedCriteria)
        #expect(collected.findings.filter { $0.severity == .error } == [])
        #expect(collected.figures.isEmpty && collected.lines.isEmpty && collected.unchanged > 400)
    }
}
