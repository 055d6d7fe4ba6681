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

/// Forms of appraisal carry opinions, points and reasons, and never more than somebody entered.
///
/// Of two communes the first has 3 of 4, 1.5 of 2 points, on 1.1; the agency leads 1.1 and 1.2.
@Suite struct AppraisalFormTests {
    private final class Folder {
        let files = TemporaryFolder()
        var path: String { files.path("đợt") }

        init(scores: String? = nil, stage: String = "appraisal") {
            let leaf = { (code: String) in
                #"{"code": "\#(code)", "name": "Tiêu chí \#(code)", "maximum": 2, "source": {"row": "1"}, "levels": ["xa"], "agencies": {"lead": "Sở Nội vụ"}, "metrics": [{"name": "a", "kind": "percent", "direction": "higher", "ratio": {"numerator": "a", "denominator": "b"}}], "rule": {"kind": "proportional"}}"#
            }
            files.addCriteria([#"{"code": "1", "name": "Lĩnh vực", "maximum": 4}"#, leaf("1.1"), leaf("1.2")])
            files.add(
                #"{"format": 1, "name": "Đợt thử", "criteria": "thu/2026", "year": 2026, "stage": "\#(stage)"}"#,
                "đợt/assessment.json")
            files.add("mã đơn vị;tên đơn vị;cấp\nu1;Xã Một;xa\nu2;Xã Hai;xa\n", "đợt/units.csv")
            files.add(
                "mã đơn vị;mã số liệu;giá trị;tử số;mẫu số;giải trình\nu1;1.1;;3;4;Đã họp\nu2;1.1;;1;4;\n",
                "đợt/metrics.csv")
            if let scores { files.add(scores, "đợt/scores.csv") }
        }

        func collect(_ rows: [FilledForm.Row], stage: String = "appraisal", replaces: Bool = false) throws -> [String] {
            let form = FilledForm(
                about: FormLayout.About(
                    set: "thu", edition: "2026", period: "2026", stage: stage, agency: "Sở Nội vụ"), rows: rows)
            let path = try form.write("so.xlsx", to: files)
            let assessment = try #require(Assessment.read(self.path).assessment)
            let collected = CollectedForms(
                [FormReading(path, for: assessment)], for: assessment, replaces: replaces, computed: { _ in [] })
            _ = CommandLineTool.run(
                ["collect", self.path, path] + (replaces ? ["--replace"] : []) + [
                    "--quiet", "--output", files.path("ra"),
                ])
            return collected.findings.map(\.code)
        }

        var scores: [String] {
            (files.text("đợt/scores.csv") ?? "").split(whereSeparator: \.isNewline).map(String.init)
        }
    }

    private static func row(
        _ unit: String = "u1", _ change: (inout FilledForm.Row) -> Void
    ) -> FilledForm.Row {
        var row = FilledForm.Row(unit: unit, criterion: "1.1", metric: "1.1", numerator: "3", denominator: "4")
        change(&row)
        return row
    }

    @Test("agreement needs no points, a question has its reason, a zero is a score, and a blank line is none")
    func taken() throws {
        let folder = Folder()
        let rows = [
            Self.row { $0.opinion = "đồng ý" },
            FilledForm.Row(unit: "u1", criterion: "1.2", metric: "1.2", appraised: .number(0), reason: "Không có"),
            Self.row("u2") { ($0.opinion, $0.reason) = ("trả lại", "Số hồ sơ khác hệ thống") },
            FilledForm.Row(unit: "u2", criterion: "1.2", metric: "1.2"),
        ]
        #expect(try folder.collect(rows) == [])
        #expect(
            folder.scores == [
                "\u{FEFF}mã đơn vị;mã tiêu chí;bước;điểm;lý do;ý kiến", "u1;1.1;appraisal;;;đồng ý",
                "u1;1.2;appraisal;0;Không có;", "u2;1.1;appraisal;;Số hồ sơ khác hệ thống;trả lại",
            ])
        let assessment = try #require(Assessment.read(folder.path).assessment)
        let lines = try #require(assessment.lines(at: .appraisal))
        #expect(lines.units.map { $0.map(\.state) } == [[.accepted, .changed], [.returned, .open]])
        // The same form again brings nothing, in whatever order.
        let before = folder.scores
        #expect(try folder.collect(rows.reversed()) == ["form.movedRow", "form.movedRow"] && folder.scores == before)
    }

    @Test("what the unit explains is no reason of the appraiser")
    func explanation() throws {
        let folder = Folder()
        #expect(try folder.collect([Self.row { ($0.appraised, $0.explanation) = (.number(1), "Đã họp") }]) == [])
        #expect(folder.scores.last == "u1;1.1;appraisal;1;")
    }

    @Test("another opinion is refused, more about the same line is not, and both count when asked for")
    func replacing() throws {
        let heading = "mã đơn vị;mã tiêu chí;bước;điểm;lý do;ý kiến\n"
        let folder = Folder(scores: heading + "u1;1.1;appraisal;;vì;trả lại\n")
        #expect(try folder.collect([Self.row { $0.opinion = "đồng ý" }]) == ["form.wouldReplace"])
        #expect(
            try folder.collect([
                Self.row { ($0.opinion, $0.appraised, $0.reason) = ("trả lại", .number(1), "vì") }
            ]) == [])
        #expect(folder.scores.last == "u1;1.1;appraisal;1;vì;trả lại")
        #expect(try folder.collect([Self.row { $0.opinion = "đồng ý" }], replaces: true) == [])
        #expect(folder.scores.last == "u1;1.1;appraisal;;;đồng ý")
    }

    @Test("words that mean nothing, points that are missing, and a stage at which nobody appraises are errors")
    func refused() throws {
        #expect(try Folder().collect([Self.row { $0.opinion = "tốt" }]) == ["form.unknownOpinion"])
        #expect(try Folder().collect([Self.row { $0.opinion = "điều chỉnh" }]) == ["form.opinionWithoutPoints"])
        #expect(try Folder().collect([Self.row { $0.appraised = .text("một") }]) == ["form.unknownOpinion"])
        #expect(try Folder().collect([Self.row { $0.opinion = "đồng ý" }], stage: "self") == ["form.notAppraised"])
        // Words in the place of points are an opinion.
        let folder = Folder()
        #expect(try folder.collect([Self.row { $0.appraised = .text("Đồng ý") }]) == [])
        #expect(folder.scores.last == "u1;1.1;appraisal;;;đồng ý")
    }

    @Test("two agencies that differ about a line are a conflict, also where one agrees")
    func conflict() throws {
        let folder = Folder()
        let assessment = try #require(Assessment.read(folder.path).assessment)
        let forms = try [Self.row { $0.opinion = "đồng ý" }, Self.row { $0.appraised = .number(1) }].enumerated().map {
            position, row in
            let form = FilledForm(
                about: FormLayout.About(
                    set: "thu", edition: "2026", period: "2026", stage: "appraisal", agency: "Sở \(position)"),
                rows: [row])
            return FormReading(try form.write("so-\(position).xlsx", to: folder.files), for: assessment)
        }
        for order in [forms, forms.reversed()] {
            let collected = CollectedForms(order, for: assessment, replaces: false, computed: { _ in [] })
            #expect(collected.findings.map(\.code) == ["form.conflict"])
        }
    }

    @Test(
        "a form made for appraisal is of the first stage after the self-assessment, and an untouched one changes nothing"
    )
    func made() throws {
        let heading = "mã đơn vị;mã tiêu chí;bước;điểm;lý do;ý kiến\n"
        let rows = "u1;1.1;appraisal;;vì;trả lại\nu2;1.1;appraisal;0,25;vì;\n"
        for (stage, expected) in [("self", "appraisal"), ("appraisal", "appraisal"), ("final", "final")] {
            let folder = Folder(scores: heading + rows, stage: stage)
            let made = folder.files.path("phiếu")
            #expect(
                CommandLineTool.run(["forms", folder.path, "--by", "agency", "--output", made, "--quiet"]) == .done)
            let assessment = try #require(Assessment.read(folder.path).assessment)
            let form = FormReading(made + "/so-noi-vu.xlsx", for: assessment)
            #expect(form.about?.stage == expected && form.findings == [])
            // What another stage gave is no entry of this one.
            #expect(form.appraisal.count == (expected == "final" ? 0 : 2))
            let collected = CollectedForms([form], for: assessment, replaces: false, computed: { _ in [] })
            #expect(collected.lines.isEmpty && collected.findings == [])
        }
    }
}
