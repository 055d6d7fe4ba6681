import Assessment
import Values

/// Findings about the flow of an assessment: lines, windows, assignments.
enum FoundFlow {
    private static let scores = "unit;criterion;stage;points;opinion;reason\n"

    private static let faultyFiles: [[String: String]] = [
        ["scores.csv": scores + "h;1;appraisal;;tốt;\n"], ["scores.csv": scores + "h;1;appraisal;;điều chỉnh;\n"],
        ["scores.csv": scores + "h;1;self;;đồng ý;\n"], ["scores.csv": scores + "h;1;appraisal;1;đồng ý;x\n"],
        ["scores.csv": scores + "a;5;appraisal;;đồng ý;\nh;1;appraisal;;trả lại;\n"],
        ["scores.csv": "unit;criterion;Điểm thẩm định;Điểm thẩm định lại;Ý kiến\nh;1;1;;đồng ý\n"],
    ]

    static var all: [Finding] { faultyFiles.flatMap { SmallFolder($0).reading.findings } }
}
