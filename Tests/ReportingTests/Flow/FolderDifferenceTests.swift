import Foundation
import TestSupport
import Testing

@testable import score_cli

/// Two copies of a folder, held against each other.
@Suite struct FolderDifferenceTests {
    private func difference(_ first: FlowFolder, _ second: FlowFolder) throws -> [String: Any] {
        try commandJSON(["journal", first.path, "--against", second.path])
    }

    private func rows(_ record: [String: Any], _ list: String, _ keys: String...) -> [[String]] {
        (record[list] as? [[String: Any]] ?? []).map { row in
            keys.map { key in row[key].map { "\($0)" }.map { $0 == "<null>" ? "-" : $0 } ?? "" }
        }
    }

    @Test func whatDiffersIsListedWithItsPoints() throws {
        let first = FlowFolder(scores: "u2;1.2;appraisal;1;;Thiếu\n")
        // u1 has 2 of 2 on 1.1; nobody cut u2 on 1.2, where the appraisal agrees instead.
        let second = FlowFolder(
            scores: "u2;1.2;appraisal;;đồng ý;\n", metrics: "u1;1.1;;4;4\nu1;1.2;;1;2\nu2;1.1;;1;4\nu2;1.2;;4;4\n")
        let record = try difference(first, second)
        #expect(rows(record, "figures", "unit", "metric") == [["u1", "1.1"]])
        #expect(
            rows(record, "given", "unit", "criterion", "stage", "before", "after", "opinionAfter") == [
                ["u2", "1.2", "appraisal", "1", "-", "accepted"]
            ])
        #expect(
            rows(record, "points", "unit", "criterion", "before", "after", "change") == [
                ["u1", "-", "2.5", "3", "0.5"], ["u1", "1.1", "1.5", "2", "0.5"], ["u2", "-", "1.5", "2.5", "1"],
                ["u2", "1.2", "1", "2", "1"],
            ])
    }

    @Test func equalCopiesDifferInNothing() throws {
        let record = try difference(FlowFolder(), FlowFolder())
        for list in ["figures", "given", "points", "requests", "evidence", "onlyBefore", "onlyAfter"] {
            #expect((record[list] as? [Any])?.isEmpty == true, "\(list)")
        }
    }

    @Test func unitsOfOneCopyAreNamed() throws {
        let other = FlowFolder()
        other.replace("u2;Xã Hai;xa;b\n", by: "", in: "units.csv")
        other.replace("u2;1.1;;1;4\nu2;1.2;;4;4\n", by: "", in: "metrics.csv")
        let record = try difference(FlowFolder(), other)
        #expect(record["onlyBefore"] as? [String] == ["u2"])
        #expect(rows(record, "points", "unit", "criterion", "before", "after").first == ["u2", "-", "2.5", "-"])
    }

    @Test("requests and evidence that differ, or that only one copy has")
    func registers() throws {
        let (first, second) = (FlowFolder(), FlowFolder())
        let requests = "mã đơn vị;mã tiêu chí;nội dung yêu cầu;người yêu cầu;trả lời;ngày trả lời;kết luận\n"
        first.files.add(
            requests + "u1;1.1;Nguồn nào?;Sở A;;;\nu2;1.2;Vì sao?;Sở B;;;\nu1;1.2;Có đúng không?;;;;\n",
            "đợt/requests.csv")
        second.files.add(
            requests
                + "u1;1.2;Có đúng không?;;;;\nu1;1.1;nguồn  NÀO?;Sở A;Theo sổ;2026-11-20;chấp nhận\nu2;1.1;Mới;;;;\n",
            "đợt/requests.csv")
        let evidence = "mã đơn vị;mã tiêu chí;số, ký hiệu;ngày văn bản;lý do thiếu\n"
        first.files.add(evidence + "u1;1.1;12/BC;2026-10-01;\nu2;1.1;;;Chưa in\n", "đợt/evidence.csv")
        second.files.add(evidence + "u1;1.1;12/BC;2026-10-02;\nu2;1.1;;;Chưa in\n", "đợt/evidence.csv")
        let record = try difference(first, second)
        func told(_ list: String) -> [String] {
            (record[list] as? [[String: Any]] ?? []).map { row in
                func text(_ key: String) -> String {
                    (row[key] as? [String])?.joined(separator: ", ") ?? row[key] as? String ?? "-"
                }
                return ["unit", "criterion", "about", "before", "after"].map(text).joined(separator: " | ")
            }
        }
        #expect(
            told("requests") == [
                "u1 | 1.1 | Nguồn nào? | Sở A | Sở A, Theo sổ, 2026-11-20, chấp nhận giải trình",
                "u2 | 1.2 | Vì sao? | Sở B | -", "u2 | 1.1 | Mới | - | ",
            ])
        #expect(told("evidence") == ["u1 | 1.1 | 12/BC | 2026-10-01 | 2026-10-02"])
        #expect((record["points"] as? [Any])?.isEmpty == true)
        let text = commandOutput(["journal", first.path, "--against", second.path, "--lang", "vi"]).text
        #expect(text.contains("Yêu cầu giải trình khác nhau") && text.contains("không có dòng này"))
    }
}
