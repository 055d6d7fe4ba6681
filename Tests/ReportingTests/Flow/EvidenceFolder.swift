import Foundation
import TestSupport
import Values

@testable import Assessment
@testable import Reporting
@testable import score_cli

/// An assessment of two communes with two criteria: 1.1 requires a plan and a report as evidence, by 31/3/2026; 1.2 one
/// minute.
///
/// | | 1.1 | 1.2 |
/// |---|---|---|
/// | u1 | 50 %: 1 of 2 points | 100 %: 2 of 2 |
/// | u2 | 25 %: 0.5 | 50 %: 1 |
final class EvidenceFolder {
    static let heading =
        "mã đơn vị;mã tiêu chí;loại tài liệu;tệp;số, ký hiệu;ngày văn bản;lý do thiếu;ghi chú\n"
    let files = TemporaryFolder()
    var path: String { files.path("đợt") }

    init(_ rows: String? = nil, settings: String = "") {
        let leaf = { (code: String, more: String) in
            #"{"code": "\#(code)", "name": "Tiêu chí \#(code)", "maximum": 2, "source": {"row": "1"}, "levels": ["xa"], \#(more), "metrics": [{"name": "a", "kind": "percent", "direction": "higher"}], "rule": {"kind": "proportional"}}"#
        }
        let first =
            #""evidence": [{"vi": "Kế hoạch", "en": "Plan"}, "Báo cáo"], "deadline": {"kind": "date", "text": "Quý I", "due": "2026-03-31"}"#
        files.addCriteria([
            #"{"code": "1", "name": "Lĩnh vực", "maximum": 4}"#, leaf("1.1", first),
            leaf("1.2", #""evidence": ["Biên bản"]"#),
        ])
        files.add(
            #"{"format": 1, "name": "Đợt thử", "criteria": "thu/2026", "year": 2026, "stage": "self"\#(settings)}"#,
            "đợt/assessment.json")
        files.add("mã đơn vị;tên đơn vị;cấp\nu1;Xã Một;xa\nu2;Xã Hai;xa\n", "đợt/units.csv")
        files.add(
            "mã đơn vị;mã số liệu;giá trị\nu1;1.1;50\nu1;1.2;100\nu2;1.1;25\nu2;1.2;50\n", "đợt/metrics.csv")
        if let rows { files.add(Self.heading + rows, "đợt/evidence.csv") }
    }

    func add(_ text: String, _ name: String) { files.add(text, "đợt/evidence/" + name) }

    /// What reading finds about the register.
    var findings: [Finding] { Assessment.read(path).findings.filter { $0.code.hasPrefix("evidence.") } }

    /// What the contents of the files show.
    var contentFindings: [Finding] { Assessment.read(path).assessment.map { EvidenceContent($0).findings } ?? [] }

    /// The record that a command writes.
    func record(_ command: String, _ words: String...) throws -> [String: Any] {
        try commandJSON([command, path] + words)
    }

    /// A PDF that holds a signature: the skeleton that signing programs write, with entries of its dictionary.
    static func signedPDF(_ entries: String, type: String = "/Type /Sig", tail: String = "") -> String {
        let head =
            "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /AcroForm << /SigFlags 3 /Fields [2 0 R] >> >>\nendobj\n"
            + "2 0 obj\n<< /FT /Sig /T (Signature1) /V 3 0 R >>\nendobj\n3 0 obj\n"
        let rest = "\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
        let contents = "<3080060A>"
        func dictionary(_ range: String) -> String {
            "<< \(type) /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [\(range)] \(entries) /Contents \(contents) >>"
        }
        // The range is as long as its place holders, as signing programs pad it.
        let draft = head + dictionary(String(repeating: "0", count: 30)) + rest
        let start = draft.utf8.count - rest.utf8.count - " >>".utf8.count - contents.utf8.count
        let end = start + contents.utf8.count
        let numbers = "0 \(start) \(end) \(draft.utf8.count - end)"
        let padded = numbers + String(repeating: " ", count: 30 - numbers.count)
        return head + dictionary(padded) + rest + tail
    }
}
