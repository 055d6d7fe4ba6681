import Foundation
import TestSupport
import Testing

@testable import score_cli

/// `alerts --messages`: a text for each unit with alerts, of at most 500 letters.
@Suite struct AlertMessageTests {
    private static let withoutEvidence = AlertFolder.figures.replacing("u1;1.1;2;4;BC 1", with: "u1;1.1;2;4;")
        .replacing("u1;1.2;1;2;BC 1", with: "u1;1.2;1;2;")
    private static let settings =
        #", "dates": [{"name": "Nộp", "due": "2026-11-20"}], "alerts": {"leastIndex": 60, "worstPlace": 2}"#

    /// The messages, by their files.
    private func messages(_ folder: AlertFolder, _ words: String...) -> [String: String] {
        let out = TemporaryFolder()
        let line = ["alerts", folder.path, "--on", "2026-11-21", "--messages", out.path("tin"), "--lang", "vi"] + words
        _ = commandOutput(line)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: out.path("tin"))) ?? []
        return Dictionary(uniqueKeysWithValues: names.map { ($0, out.text("tin/" + $0) ?? "") })
    }

    @Test("only units with alerts have one, with what is theirs")
    func onlyUnitsWithAlerts() {
        let found = messages(AlertFolder(figures: Self.withoutEvidence, settings: Self.settings))
        // The date is overdue, but no unit's.
        #expect(
            found == [
                "u1.txt": """
                Xã Một: 4 việc cần xử lý (tính đến 21/11/2026, Đợt thử).
                - Hạng dưới ngưỡng: Kết quả của đơn vị (hạng 3/3, ngưỡng 2), 1,00 điểm
                - Không có tài liệu kiểm chứng, không giải trình: 1.1 – Tiêu chí 1.1, 1,00 điểm
                - Không có tài liệu kiểm chứng, không giải trình: 1.2 – Tiêu chí 1.2, 1,00 điểm
                - Chỉ số dưới ngưỡng: Kết quả của đơn vị (chỉ số 50,00, ngưỡng 60), 0,40 điểm
                """
            ])
    }

    @Test("no folder is made where no unit has an alert")
    func noneWithout() {
        #expect(messages(AlertFolder()).isEmpty)
        let (folder, out) = (AlertFolder(), TemporaryFolder())
        let line = ["alerts", folder.path, "--on", "2026-11-21", "--messages", out.path("tin")]
        #expect(commandOutput(line).exit == .done)
        #expect(!FileManager.default.fileExists(atPath: out.path("tin")))
    }

    @Test("500 letters are whole, 501 are not")
    func limit() throws {
        // The names of the criteria are as long as a name may be, and that of the unit grows letter by letter.
        var texts: [String] = []
        for length in 20...60 {
            let folder = AlertFolder(
                figures: Self.withoutEvidence, settings: Self.settings, names: String(repeating: "ế", count: 90),
                unit: String(repeating: "ữ", count: length))
            texts.append(try #require(messages(folder)["u1.txt"]))
        }
        #expect(texts.allSatisfy { $0.count <= 500 })
        let whole = texts.prefix { !$0.contains("việc khác") }
        try #require(!whole.isEmpty && whole.count < texts.count)
        #expect(whole.map(\.count) == Array(whole[0].count...500))
        let cut = texts[whole.count]
        #expect(cut.hasSuffix("\n- và 1 việc khác.") && cut.split(separator: "\n").count == 5)
    }

    @Test("what has a last day comes first, and a folder that holds something is left alone")
    func order() throws {
        let folder = AlertFolder(
            figures: Self.withoutEvidence,
            criterion: #", "deadline": {"kind": "date", "text": "20/11", "due": "2026-11-20"}, "product": "Báo cáo""#)
        folder.files.replace("u1;1.2;1;2;", by: "", in: "2026/metrics.csv")
        let lines = try #require(messages(folder)["u1.txt"]).split(separator: "\n")
        #expect(lines[0] == "Xã Một: 2 việc cần xử lý, 1 việc quá hạn (tính đến 21/11/2026, Đợt thử).")
        #expect(lines[1] == "- Quá hạn: 1.2 – Tiêu chí 1.2, hạn 20/11/2026, 2,00 điểm")
        folder.files.add("?", "tin/a.txt")
        let line = ["alerts", folder.path, "--on", "2026-11-01", "--messages", folder.files.path("tin")]
        #expect(commandOutput(line).exit == .failed && folder.files.text("tin/a.txt") == "?")
    }
}

extension TemporaryFolder {
    fileprivate func replace(_ old: String, by new: String, in name: String) {
        add((text(name) ?? "").replacing(old, with: new), name)
    }
}
