import Foundation
import TestSupport
import Testing

@testable import score_cli

/// Three communes of one group, two criteria of 2 points each: shares of four and of two. All figures have evidence.
///
/// | | 1.1 | 1.2 | total |
/// |---|---|---|---|
/// | u1 | 2/4: 1 | 1/2: 1 | 2 |
/// | u2 | 4/4: 2 | 2/2: 2 | 4 |
/// | u3 | 2/4: 1 | 2/2: 2 | 3 |
final class AlertFolder {
    let files = TemporaryFolder()
    var path: String { files.path("2026") }
    private static let heading = "mã đơn vị;mã số liệu;tử số;mẫu số;tài liệu kiểm chứng\n"
    static let figures = "u1;1.1;2;4;BC 1\nu1;1.2;1;2;BC 1\n" + others
    static let others = "u2;1.1;4;4;BC 1\nu2;1.2;2;2;BC 1\nu3;1.1;2;4;BC 1\nu3;1.2;2;2;BC 1\n"

    init(
        figures: String = AlertFolder.figures, settings: String = "", criterion: String = "",
        names: String = "Tiêu chí",
        unit: String = "Xã Một"
    ) {
        let leaf = { (code: String, more: String) in
            #"{"code": "\#(code)", "name": "\#(names) \#(code)", "maximum": 2, "source": {"row": "1"}, "levels": ["xa"], "metrics": [{"name": "a", "kind": "percent", "direction": "higher", "ratio": {"numerator": "a", "denominator": "b"}}], "rule": {"kind": "proportional"}\#(more)}"#
        }
        files.addCriteria(
            [#"{"code": "1", "name": "Lĩnh vực", "maximum": 4}"#, leaf("1.1", ""), leaf("1.2", criterion)],
            years: 2024...2026,
            to: "criteria.json")
        add(2026, figures, settings, unit: unit)
    }

    /// Adds the assessment of a year.
    func add(_ year: Int, _ figures: String, _ settings: String = "", unit: String = "Xã Một") {
        files.add(
            #"{"format": 1, "name": "Đợt thử", "criteria": "../criteria.json", "year": \#(year), "stage": "self", "groups": [{"code": "a", "name": "Khối A"}]\#(settings)}"#,
            "\(year)/assessment.json")
        files.add(
            "mã đơn vị;tên đơn vị;cấp;khối\nu1;\(unit);xa;a\nu2;Xã Hai;xa;a\nu3;Xã Ba;xa;a\n", "\(year)/units.csv")
        files.add(Self.heading + figures, "\(year)/metrics.csv")
    }

    /// What `alerts` finds, and how it ends.
    func alerts(_ words: String...) throws -> (exit: ExitCode, alerts: [[String: Any]]) {
        let (exit, text) = commandOutput(["alerts", path, "--format", "json", "--lang", "vi"] + words)
        return (exit, try #require(try jsonRecord(text)["alerts"] as? [[String: Any]]))
    }
}
