import Assessment
import Documents
import TestSupport
import Testing
import Values
import Workbooks

@testable import Reporting
@testable import score_cli

/// Forms in which departments appraise.
struct AppraisalFormTests {
    private static let agency = "Sở Nội vụ"

    /// A field with two criteria, of which the agency leads the first.
    private func folder(given: [String] = [], settings: String = #""stage": "self""#) throws -> SmallFolder {
        let led = SmallFolder.share("1.1", "1").replacing(
            #""levels""#, with: #""agencies": {"lead": "\#(Self.agency)"}, "levels""#)
        let small = SmallFolder(
            [SmallFolder.node("1", "3"), led, SmallFolder.share("1.2", "2")], figures: ["x;1.1;;1;2", "x;1.2;;1;2"],
            given: given)
        small.folder.add(
            "unit;metric;value;numerator;denominator;evidence;explanation\nx;1.1;;1;2;Báo cáo 5;Thiếu người\nx;1.2;;1;2;;\n",
            "metrics.csv")
        small.folder.add(
            #"{"format": 1, "name": "Đợt", "criteria": "criteria.json", "year": 2024, \#(settings)}"#, "assessment.json"
        )
        return small
    }

    private func run(_ words: [String]) -> ExitCode { CommandLineTool.run(words + ["--quiet"]) }

    private func stage(_ folder: SmallFolder) throws -> String {
        let assessment = try #require(Assessment.read(folder.path).assessment)
        let book = FormBook(assessment, in: .vi)
        let form = try #require(book.agencyForms.first)
        let path = folder.folder.add(try book.workbook(form), "form.xlsx")
        return try #require(FormReading(path, for: assessment).about).stage
    }

    /// While units score themselves, the agency's points are those of the next stage, never the units' own.
    @Test func stageOfItsPoints() throws {
        #expect(try stage(folder()) == "appraisal")
        #expect(try stage(folder(settings: #""stage": "appraisal""#)) == "appraisal")
        #expect(try stage(folder(settings: #""stage": "secondAppraisal""#)) == "secondAppraisal")
        #expect(try stage(folder(settings: #""stage": "computed""#)) == "appraisal")
        let alone = try folder(settings: #""stage": "self", "stages": [{"code": "self", "name": "Tự chấm"}]"#)
        let exit = run(["forms", alone.path, "--by", "agency", "--output", alone.folder.path("phiếu")])
        #expect(exit == .failed && !alone.folder.names.contains("phiếu"))
    }

    /// The reason stands beside the points and nowhere else; what the unit says is shown, and is no reason of the agency.
    @Test func reasons() throws {
        let folder = try folder(given: ["x;1.1;appraisal;0.25"], settings: #""stage": "appraisal""#)
        let form = try WrittenForm(folder, agency: Self.agency)
        let (field, leaf) = (try form.row("1"), try form.row("1.1"))
        #expect(form.open == ["H\(leaf)", "J\(leaf)"])
        #expect(form.values["H\(leaf)"] == .number(0.25) && form.values["J\(leaf)"] == .text("lý do"))
        #expect(form.values["I\(leaf)"] == .text("Báo cáo 5\nĐơn vị giải trình: Thiếu người"))
        // The field has the points and the maximum of the rows below it.
        #expect(form.values["C\(field)"] == .number(1) && form.values["G\(field)"] == .number(0.5))
        #expect(form.result("G\(field)") == .number(0.5))
        // Unchanged, it brings nothing.
        #expect(
            run(["forms", folder.path, "--by", "agency", "--output", folder.folder.path("phiếu")])
                == .done)
        let before = folder.folder.text("scores.csv")
        #expect(
            run(["collect", folder.path, folder.folder.path("phiếu"), "--output", folder.folder.path("ra")]) == .done)
        #expect(folder.folder.text("scores.csv") == before)
    }

    /// A form of the units' own stage is none of an appraisal.
    @Test func ownStageIsRefused() throws {
        let folder = try folder()
        let about = FormLayout.About(set: "nho", edition: "1", period: "2024", stage: "self", agency: Self.agency)
        var row = FilledForm.Row(unit: "x", criterion: "1.1", metric: "1.1")
        row.appraised = .number(1)
        let form = try FilledForm(about: about, rows: [row]).write("a.xlsx", to: folder.folder)
        let exit = run(["collect", folder.path, form, "--output", folder.folder.path("ra")])
        #expect(exit == .failed)
        let assessment = try #require(Assessment.read(folder.path).assessment)
        let collected = CollectedForms(
            [FormReading(form, for: assessment)], for: assessment, replaces: false, computed: { _ in [] })
        #expect(collected.findings.map(\.code) == ["form.ofAnother"] && collected.points.isEmpty)
    }
}
