import Foundation
import TestSupport
import Testing

@testable import score_cli

/// What commands say of figures that are counted from lists.
@Suite struct ListCommandTests {
    /// Of unit a five rows are settled, three of them on time; two failed: one of each procedure, both of village 1. Of
    /// unit b one of one failed. Counted by hand.
    private let folder = ListFolder(rows: [
        "H1;a;Khai sinh;Thôn 1;x;;2025-06-01;2025-06-10;2025-06-10",
        "H2;a;Khai sinh;Thôn 1;x;;2025-06-01;2025-06-10;2025-06-11",
        "H3;a;\"Cấp, đổi\";Thôn 1;x;;2025-06-01;2025-06-10;",
        "H4;a;Khai sinh;Thôn 2;x;;2025-06-01;2025-06-10;2025-06-01",
        "H5;a;Khai sinh;Thôn 2;x;;2025-06-01;2025-06-10;2025-06-02",
        "H6;b;Khai sinh;;x;;2025-06-01;2025-06-10;2025-06-20",
        "H7;b;Khai sinh;;x;;2025-12-01;2026-01-10;",
    ])

    private func run(_ words: String...) -> String {
        commandOutput(words.map { $0 == "@" ? folder.folder.path : $0 }).text
    }

    private func json(_ words: String...) throws -> [String: Any] {
        try commandJSON(words.map { $0 == "@" ? folder.folder.path : $0 })
    }

    /// The cells of the lines of a table, without the spaces between them.
    private func rows(_ text: String) -> [[String]] {
        text.split(separator: "\n").map { line in
            line.components(separatedBy: "  ").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
    }

    @Test func figuresOfAUnit() {
        let text = run("lists", "@", "--unit", "a", "--lang", "vi")
        #expect(text.contains("Chưa đạt: Chưa đạt 2 trong 5"))
        #expect(text.contains("đếm từ danh sách «Một cửa» (list.csv)"))
        let rows = rows(text)
        #expect(rows.contains(["Cấp, đổi", "1", "1"]))
        #expect(rows.contains(["Khai sinh", "1", "4"]))
        #expect(rows.contains(["Thôn 1", "2", "3"]))
        #expect(rows.contains(["Các nội dung khác", "0", "2"]))
        #expect(rows.filter { $0 == ["Tổng", "2", "5"] }.count == 2)
    }

    @Test func figuresOfAllUnits() {
        let rows = rows(run("lists", "@", "--lang", "en"))
        #expect(rows.contains { $0.starts(with: ["a", "Xã A", "3", "5", "2", "0"]) })
        #expect(rows.contains { $0.starts(with: ["b", "Xã B", "0", "1", "1", "0"]) })
        // Both units together.
        #expect(rows.contains(["Khai sinh", "2", "5"]))
        #expect(rows.contains(["(blank)", "1", "1"]))
    }

    @Test func onlyTheFirstGroups() {
        let rows = rows(run("lists", "@", "--unit", "a", "--top", "1", "--lang", "vi"))
        #expect(rows.contains(["Cấp, đổi", "1", "1"]) && !rows.contains(["Khai sinh", "1", "4"]))
        #expect(rows.contains(["Các nội dung khác", "1", "4"]))
    }

    @Test func rowsThatFailed() throws {
        let table = run("lists", "@", "--failed-rows", "--format", "csv", "--lang", "en").split(
            whereSeparator: \.isNewline)
        let cells = table.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        try #require(cells.count == 4 && cells.allSatisfy { $0.count > 5 })
        #expect(cells.dropFirst().map { $0[3] } == ["3", "4", "7"])
        #expect(cells.dropFirst().map { $0[4] } == ["H2", "H3", "H6"])
        #expect(table[2].contains("\"Cấp, đổi\",Thôn 1"))
        let text = run("lists", "@", "--unit", "a", "--failed-rows", "--lang", "vi")
        #expect(text.contains("Các dòng chưa đạt") && text.contains("H3") && !text.contains("H6"))
        let failed = try #require(
            try json("lists", "@", "--unit", "b", "--failed-rows")["failedRows"] as? [[String: Any]])
        #expect(failed.count == 1)
        #expect(failed[0]["number"] as? String == "H6")
        #expect(failed[0]["row"] as? Int == 7)
        #expect(run("lists", "@", "--metric", "2", "--failed-rows").contains("Không có số liệu nào"))
    }

    /// Where fewer are better, the rows of the numerator are those that failed.
    @Test func whereFewerAreBetter() throws {
        let folder = ListFolder(
            rows: [
                "H1;a;Khai sinh;T;x;;2025-06-01;2025-06-10;2025-06-11",
                "H2;a;Kết hôn;T;x;;2025-06-01;2025-06-10;2025-06-10",
                "H3;a;Kết hôn;T;x;;2025-06-01;2025-06-10;2025-06-10",
            ], metrics: #""4": {"numerator": {"late": {"done": "done", "due": "due"}}}"#)
        let record = try commandJSON(["lists", folder.folder.path, "--failed-rows"])
        let figure = try #require((record["figures"] as? [[String: Any]])?.first)
        #expect(figure["numerator"] as? Int == 1 && figure["count"] as? Int == 3 && figure["failed"] as? Int == 1)
        let rows = try #require(record["failedRows"] as? [[String: Any]])
        #expect(rows.map { $0["number"] as? String } == ["H1"])
    }

    /// In every format the failures of the groups of a column add up to those of the figure.
    @Test func partsAddUp() throws {
        let figures = try #require(try json("lists", "@")["figures"] as? [[String: Any]])
        #expect(figures.map { $0["failed"] as? Int } == [2, 1])
        for figure in figures {
            let groups = try #require(figure["groups"] as? [[String: Any]])
            #expect(groups.map { $0["column"] as? String } == ["Thủ tục", "Thôn"])
            for group in groups {
                let parts = try #require(group["parts"] as? [[String: Any]])
                #expect(parts.compactMap { $0["failed"] as? Int }.reduce(0, +) == figure["failed"] as? Int)
                #expect(parts.compactMap { $0["count"] as? Int }.reduce(0, +) == figure["count"] as? Int)
            }
        }
        let table = run("lists", "@", "--format", "csv", "--lang", "en").split(whereSeparator: \.isNewline).dropFirst()
        let failed = table.filter { $0.hasPrefix("a,") && $0.contains(",Thôn,") }.map { $0.split(separator: ",")[5] }
        #expect(failed.compactMap { Int($0) }.reduce(0, +) == 2)
    }

    /// `explain` and `gap` say what failed, in words and data.
    @Test func explainAndGap() throws {
        let explained = run("explain", "@", "1", "--unit", "a", "--lang", "vi").filter { !$0.isWhitespace }
        #expect(explained.contains("Chưađạtnhiềunhất:Thủtục:Cấp,đổi(1/1);Khaisinh(1/4)"))
        #expect(explained.contains("Chưađạtnhiềunhất:Thôn:Thôn1(2/3)"))
        let measures = try #require(try json("explain", "@", "1", "--unit", "a")["measures"] as? [[String: Any]])
        let list = try #require((measures[0]["figures"] as? [[String: Any]])?[0]["list"] as? [String: Any])
        #expect(list["failed"] as? Int == 2)
        let gap = run("gap", "@", "--unit", "a", "--lang", "vi").filter { !$0.isWhitespace }
        #expect(gap.contains("-1:Thôn:Thôn1(2/3)"))
        #expect(run("gap", "@", "--format", "csv", "--lang", "vi").contains("Thôn: Thôn 1 (2/3)"))
        let units = try #require(try json("gap", "@", "--unit", "a")["units"] as? [[String: Any]])
        let leaf = try #require((units[0]["criteria"] as? [[String: Any]])?[0])
        let ofMeasure = try #require((leaf["measures"] as? [[String: Any]])?[0]["lists"] as? [[String: Any]])
        #expect(ofMeasure[0]["failed"] as? Int == 2)
    }

    /// A profile is checked on its own, too.
    @Test func checkOfAProfile() {
        #expect(run("check", folder.folder.path("profile.json"), "--lang", "vi") == "Không có lỗi.\n")
        folder.folder.add(#"{"format": 1, "name": "x", "columns": {"a": "A"}, "unit": "b"}"#, "wrong.json")
        #expect(run("check", folder.folder.path("wrong.json"), "--lang", "vi").contains("«b»"))
    }

    @Test func aMetricThatThereIsNot() {
        #expect(run("lists", "@", "--metric", "9").isEmpty)
    }
}
