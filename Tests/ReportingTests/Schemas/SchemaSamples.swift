import Foundation
import TestSupport
import Values
import Workbooks

@testable import score_cli

/// Records of all commands, over datasets and small folders with everything that a flow leaves behind.
enum SchemaSamples {
    /// A command line and what it writes.
    typealias Sample = (line: String, text: String)

    /// Command lines over the repository's files; words that are paths are made paths.
    static let lines: [String] = {
        let (tuyPhuoc, before) = ("datasets/tuy-phuoc-2024", "datasets/tuy-phuoc-2023")
        let (departments, merged) = ("datasets/tinh-mau-2026/so", "datasets/tinh-mau-2025")
        let both = [tuyPhuoc, departments].flatMap { folder in
            [
                "score \(folder)", "gap \(folder) --top 2", "gap \(folder) --by criterion", "rank \(folder)",
                "rank \(folder) --by 1 --robust 5", "deadlines \(folder) --on 2026-11-01", "progress \(folder)",
                "alerts \(folder) --on 2030-01-01", "evidence \(folder)", "check \(folder)", "check \(folder) --submit",
                "criteria review \(folder)", "lists \(folder)", "history \(folder)", "journal \(folder)",
                "stage list \(folder)", "compare \(folder) --stages computed,self",
                "report \(folder) --document matrix",
                "report \(folder) --document appraisal --stage final", "report \(folder) --document evidence",
            ]
        }
        let units = [(tuyPhuoc, "phuoc-an"), (tuyPhuoc, "tuy-phuoc"), (departments, "so-noi-vu")].flatMap {
            folder, unit in
            [
                "report \(folder)", "report \(folder) --document self",
                "report \(folder) --document notices --stage final",
                "rank \(folder)", "whatif \(folder) --set 1.1=50", "whatif \(folder) --sweep 1.1=40..60",
                "plan \(folder) --budget 20", "plan \(folder) --goal-points 5", "plan \(folder) --goal-points 9000",
                "plan \(folder) --frontier", "explain \(folder) 1.1", "explain \(folder) 1",
            ].map { "\($0) --unit \(unit)" }
        }
        return both + units + [
            "compare \(before) \(tuyPhuoc) --unit phuoc-an", "compare \(before) \(tuyPhuoc) --top 2",
            "compare datasets/tinh-mau-2024 \(merged) --top 2", "history \(before) \(tuyPhuoc)",
            "criteria review \(before) \(tuyPhuoc)", "rank \(before) \(tuyPhuoc) --all",
            "rank \(tuyPhuoc) --among all --top 3",
            "survey \(tuyPhuoc) --questions --unit phuoc-an", "survey \(tuyPhuoc) --by sex",
            "survey sample-size --population 1000 --error 5%",
            "survey sample-size --population 1000 --response 80%",
            "survey sample-size --strata Tests/SurveyTests/Field/strata.csv --allocation minimum --minimum 20",
            "survey progress Tests/SurveyTests/Field/answers.csv --questionnaire Tests/SurveyTests/Field/questionnaire.json --sample Tests/SurveyTests/Field/sample.csv --on 2026-03-31",
            "survey check Tests/SurveyTests/Field/answers.csv --questionnaire Tests/SurveyTests/Field/questionnaire.json",
            "criteria list criteria/", "criteria show criteria/qd766/2026.json",
            "criteria show criteria/mau/so-2026.json",
            "criteria show criteria/mau/xa-2026.json 1.1", "criteria show criteria/tuy-phuoc/2023-2025.json 1",
            "criteria diff criteria/papi/2018.json criteria/papi/2021-2024.json",
            "criteria diff criteria/tuy-phuoc/2023-2025.json criteria/mau/xa-2026.json",
            "score datasets/papi-2021 --top 1", "rank datasets/papi-2021 --top 2", "check criteria/qd766/2026.json",
        ]
    }()

    /// What each line of ``lines`` writes.
    static let records: [Sample] = lines.map { ($0, record($0)) }

    /// What a line of ``lines`` writes.
    static func record(_ line: String) -> String {
        let words = line.split(separator: " ").map(String.init).map { word in
            word.contains("/") && FileManager.default.fileExists(atPath: Repository.path(word))
                ? Repository.path(word) : word
        }
        return text(words)
    }

    private static func sample(_ words: [String]) -> Sample { (words.joined(separator: " "), text(words)) }

    static func text(_ words: [String]) -> String { commandOutput(words + ["--format", "json", "--lang", "vi"]).text }

    /// A folder that was appraised, locked, published, corrected; with requests, answers, evidence and a journal.
    static let flow = Result { try passThrough() }

    private static func passThrough() throws -> [Sample] {
        let decided = "u1;1.1;appraisal;1;;Thiếu\nu1;1.2;appraisal;;đồng ý;\nu2;1.1;appraisal;;trả lại;Số nào?\n"
        let folder = FlowFolder(scores: decided)
        folder.files.add(
            "mã đơn vị;mã tiêu chí;nội dung yêu cầu;ngày yêu cầu;trả lời;ngày trả lời\nu1;1.2;Nguồn?;2026-11-01;Sổ;2026-11-02\n",
            "đợt/requests.csv")
        folder.files.add("mã đơn vị;loại;nội dung\nu1;nhận xét;Tốt\nu2;khó khăn;Thiếu máy\n", "đợt/remarks.csv")
        folder.files.add("mã đơn vị;mã tiêu chí;tệp\nu1;1.1;a.txt\nu2;1.1;b.txt\nu2;1.2;c.txt\n", "đợt/evidence.csv")
        for name in ["a.txt", "b.txt"] { folder.files.add("x", "đợt/evidence/" + name) }
        let figure = try folder.unitForm([FlowFolder.row("u1", "1.1") { ($0.numerator, $0.denominator) = ("4", "4") }])
        let points = try folder.agencyForm(0, [FlowFolder.row("u1", "1.1") { $0.appraised = .number(2) }], "so.xlsx")
        var records = [figure, points].map { sample(["collect", folder.path, $0, "--replace"]) }
        for stage in ["self", "appraisal"] {
            folder.run("stage", "lock", "--stage", stage, "--accept-open", "Hội đồng")
        }
        folder.run("stage", "publish", "--stage", "appraisal", "--decision", "1/QĐ")
        folder.run("stage", "unlock", "--stage", "appraisal", "--unit", "u1", "--reason", "Khiếu nại")
        folder.replace("u1;1.2;appraisal;;đồng ý;", by: "u1;1.2;appraisal;2;;Khiếu nại", in: "scores.csv")
        folder.run("stage", "lock", "--stage", "appraisal", "--unit", "u1", "--accept-open", "Hội đồng")
        folder.run("stage", "publish", "--stage", "appraisal")
        let other = FlowFolder(scores: decided)
        let path = folder.path
        let lines: [[String]] = [
            ["stage", "list", path], ["journal", path], ["journal", path, "--against", other.path], ["verify", path],
            ["compare", path, "--published"], ["compare", path, "--stages", "self,appraisal"],
            ["progress", path, "--on", "2026-12-30"], ["alerts", path, "--on", "2026-12-30"], ["evidence", path],
            ["report", path],
            ["check", path], ["check", path, "--submit"], ["explain", path, "1.1", "--unit", "u1"], ["score", path],
        ]
        let documents = ["appraisal", "matrix", "publication", "evidence"].map { ["report", path, "--document", $0] }
        let letters = ["self", "notices"].map { ["report", path, "--document", $0, "--unit", "u1"] }
        records += (lines + documents + letters).map(sample)
        // A figure that was changed after that: everything refuses it.
        folder.replace("u2;1.1;;1;4", by: "u2;1.1;;2;4", in: "metrics.csv")
        return records + [sample(["check", path]), sample(["verify", path])]
    }

    /// Figures counted from lists.
    static func lists() -> [Sample] {
        let folder = ListFolder(rows: [
            "H1;a;Khai sinh;Thôn 1;x;;2025-06-01;2025-06-10;2025-06-10",
            "H2;a;Khai sinh;Thôn 1;x;;2025-06-01;2025-06-10;2025-06-11",
            "H3;b;Khai sinh;;x;;2025-06-01;2025-06-10;",
        ])
        return [[], ["--failed-rows"]].map { sample(["lists", folder.folder.path] + $0) }
    }
}
