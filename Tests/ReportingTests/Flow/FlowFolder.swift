import Assessment
import Documents
import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import Reporting
@testable import score_cli

/// An assessment of two communes in two groups, whose two criteria two departments appraise.
///
/// | | 1.1 (Sở Nội vụ) | 1.2 (Sở Tư pháp) | total |
/// |---|---|---|---|
/// | u1, group a | 3/4: 1.5 of 2 | 1/2: 1 of 2 | 2.5 |
/// | u2, group b | 1/4: 0.5 of 2 | 4/4: 2 of 2 | 2.5 |
final class FlowFolder {
    static let agencies = ["Sở Nội vụ", "Sở Tư pháp"]

    let files = TemporaryFolder()
    var path: String { files.path("đợt") }

    init(scores: String? = nil, metrics: String? = nil, stage: String = "appraisal", settings: String = "") {
        let leaf = { (code: String, agency: String) in
            #"{"code": "\#(code)", "name": "Tiêu chí \#(code)", "maximum": 2, "source": {"row": "1"}, "levels": ["xa"], "agencies": {"lead": "\#(agency)"}, "metrics": [{"name": "a", "kind": "percent", "direction": "higher", "ratio": {"numerator": "a", "denominator": "b"}}], "rule": {"kind": "proportional"}}"#
        }
        files.addCriteria([
            #"{"code": "1", "name": "Lĩnh vực", "maximum": 4}"#, leaf("1.1", Self.agencies[0]),
            leaf("1.2", Self.agencies[1]),
        ])
        files.add(
            #"{"format": 1, "name": "Đợt thử", "criteria": "thu/2026", "year": 2026, "stage": "\#(stage)", "groups": [{"code": "a", "name": "Khối A"}, {"code": "b", "name": "Khối B"}]\#(settings)}"#,
            "đợt/assessment.json")
        files.add("mã đơn vị;tên đơn vị;cấp;khối\nu1;Xã Một;xa;a\nu2;Xã Hai;xa;b\n", "đợt/units.csv")
        let head = "mã đơn vị;mã số liệu;giá trị;tử số;mẫu số\n"
        files.add(head + (metrics ?? "u1;1.1;;3;4\nu1;1.2;;1;2\nu2;1.1;;1;4\nu2;1.2;;4;4\n"), "đợt/metrics.csv")
        if let scores { files.add("mã đơn vị;mã tiêu chí;bước;điểm;ý kiến;lý do\n" + scores, "đợt/scores.csv") }
    }

    /// Runs a command on the folder; how it ends, and the codes of what it found.
    @discardableResult
    func run(_ words: String...) -> ExitCode {
        // What is done to a stage writes no report.
        let isStage = words[0] == "stage"
        var words = words
        words.insert(path, at: isStage ? 2 : 1)
        return CommandLineTool.run(words + (isStage ? ["--quiet"] : ["--quiet", "--output", files.path("ra")]))
    }

    /// What the last command wrote.
    var output: String { files.text("ra") ?? "" }

    /// The codes of the errors that `check` finds, each with what it says.
    func errors() -> [(code: String, text: String)] {
        run("check", "--format", "json", "--lang", "vi")
        let record = (try? jsonRecord(output)) ?? [:]
        return (record["findings"] as? [[String: Any]] ?? []).filter { $0["severity"] as? String == "error" }.map {
            ($0["code"] as? String ?? "", $0["message"] as? String ?? "")
        }
    }

    /// A form of the unit u1 or u2, at the stage of the self-assessment.
    func unitForm(_ rows: [FilledForm.Row], _ name: String = "u1.xlsx") throws -> String {
        try FilledForm(
            about: FormLayout.About(set: "thu", edition: "2026", period: "2026", stage: "self"), rows: rows
        ).write(name, to: files)
    }

    /// A form of appraisal.
    func agencyForm(
        _ agency: Int, _ rows: [FilledForm.Row], _ name: String, stage: String = "appraisal"
    ) throws -> String {
        try FilledForm(
            about: FormLayout.About(
                set: "thu", edition: "2026", period: "2026", stage: stage, agency: Self.agencies[agency]), rows: rows
        ).write(name, to: files)
    }

    /// A row of a form.
    static func row(_ unit: String, _ code: String, _ change: (inout FilledForm.Row) -> Void) -> FilledForm.Row {
        var row = FilledForm.Row(unit: unit, criterion: code, metric: code)
        change(&row)
        return row
    }

    /// The rows of a table of the folder, cell by cell, without the heading.
    func rows(_ name: String) -> [[String]] {
        lines(name).dropFirst().map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
    }

    func lines(_ name: String) -> [String] {
        (files.text("đợt/" + name) ?? "").split(whereSeparator: \.isNewline).map(String.init)
    }

    /// Changes the text of a file.
    func replace(_ old: String, by new: String, in name: String) {
        let text = files.text("đợt/" + name) ?? ""
        files.add(text.replacing(old, with: new, maxReplacements: 1), "đợt/" + name)
    }
}
