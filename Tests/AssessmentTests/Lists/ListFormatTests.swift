import TestSupport
import Testing
import Values

@testable import Assessment

/// The same list as CSV, with quotes and line ends inside cells, as a workbook and as JSON.
@Suite struct ListFormatTests {
    private static let conditions = #"""
        "onTime": {"onTime": {"done": "done", "due": "due"}}, "settled": {"settled": {"done": "done", "due": "due"}},
        "paid": {"column": "fee", "more": 1.2}
        """#
    private static let metrics =
        #""1": {"numerator": "onTime", "denominator": "settled"}, "2": {"where": "paid"}"#
    private static let expected = ["a 1: 1/2", "a 2: 1", "b 1: 1/1", "b 2: 0"]

    private static func folder(_ files: [String: String], _ file: String) -> ListFolder {
        ListFolder(files, metrics: metrics, conditions: conditions, entry: #""file": "\#(file)""#)
    }

    @Test(arguments: [",", ";", "\t", "|"], ["\n", "\r\n"])
    func csv(delimiter: String, lineEnd: String) {
        let rows = [
            ["Mã hồ sơ", "Đơn vị", "Thủ tục", "Thôn", "Phí", "Hẹn trả", "Ngày trả"],
            ["1", "a", "\"Cấp, đổi; \"\"bản sao\"\"\"", "V", "1.5", "\"10/6/2025\"", " 10/6/2025 "],
            ["2", "\"Xã A\"", "\"hai\ndòng\"", "V", "1.2", "10/6/2025", "11/6/2025"],
            ["3", "b", "T", "", "", "2025-06-10", "\"2025-06-01 07:30\""],
        ]
        let text = rows.map { $0.joined(separator: delimiter) + lineEnd }.joined()
        let folder = Self.folder(["list.csv": "\u{FEFF}" + text], "list.csv")
        #expect(folder.outcome == (Self.expected, []))
        let procedures = folder.reading().assessment?.listFigure(unit: 1, metric: "1")?.groupings[0].parts.map(\.name)
        #expect(procedures == ["hai\ndòng", "Cấp, đổi; \"bản sao\""])
    }

    @Test func workbook() {
        let rows: [Int: [TestBook.Cell]] = [
            1: ["Mã hồ sơ", "Đơn vị", "Thủ tục", "Thôn", "Phí", "Hẹn trả", "Ngày trả"].map { .text($0) },
            2: [.number("1"), .text("a"), .text("T"), .text("V"), .number("1.5"), .day("45818"), .day("45818")],
            3: [
                .number("2"), .text("Xã A"), .text("T"), .text("V"), .number("1.2"), .day("45818"), .text("11/6/2025"),
            ],
            4: [.number("3"), .text("b"), .text("T"), .blank, .blank, .text("2025-06-10"), .day("45809.3125")],
        ]
        let folder = Self.folder([:], "list.xlsx")
        folder.folder.add(TestBook(("Hồ sơ", rows)).bytes, "list.xlsx")
        #expect(folder.outcome == (Self.expected, []))
        // A finding names sheet and row.
        var wrong = rows
        wrong[3]?[5] = .number("45818")
        folder.folder.add(TestBook(("Hồ sơ", wrong)).bytes, "list.xlsx")
        let finding = folder.reading().findings.first { $0.code == "list.unreadableCell" }
        #expect(finding?.location.line == 3)
        #expect(finding?.location.sheet == "Hồ sơ")
    }

    @Test func json() {
        let text = """
            [
             {"Mã hồ sơ": 1, "Đơn vị": "a", "Thủ tục": "T", "Thôn": "V", "Phí": 1.5, "Hẹn trả": "2025-06-10",
              "Ngày trả": "2025-06-10", "tệp": [1, 2]},
             {"Mã hồ sơ": "2", "Đơn vị": "Xã A", "Phí": 1.2, "Hẹn trả": "2025-06-10", "Ngày trả": "2025-06-11", "Thủ tục": "x;y"},
             {"Ngày trả": "2025-06-01T07:30:00", "Hẹn trả": "2025-06-10", "Đơn vị": "b", "Mã hồ sơ": "3", "Phí": null}
            ]
            """
        let folder = Self.folder(["list.json": text], "list.json")
        #expect(folder.outcome == (Self.expected, []))
        // A finding names the line on which the object begins.
        let wrong = Self.folder(["list.json": text.replacing("2025-06-11", with: "11.6")], "list.json")
        #expect(wrong.outcome.findings == ["list.unreadableCell 4", "list.tooManyUnreadable 0"])
        for text in ["{}", "[1]", "[]", "[{}]"] {
            #expect(Self.folder(["list.json": text], "list.json").outcome.findings == ["list.notObjects 1"], "\(text)")
        }
    }
}
