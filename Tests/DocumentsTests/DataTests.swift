import Documents
import TestSupport
import Testing
import Values

/// Values in tables of data, in records and for people.
struct DataTests {
    @Test func tablesOfDataHaveFullHeadings() {
        #expect(
            Shelf().text(as: .csv, in: .vi)
                == "\u{FEFF}Mã hàng;Tên;Giá\r\nt-1;Táo;12500,50\r\nc-2;Cam;\r\n;Tổng;12500,50\r\n")
        #expect(
            Shelf().text(as: .csv, in: .en)
                == "Code of the good,Name,Price\nt-1,Apples,12500.50\nc-2,Cam,\n,Total,12500.50\n")
        #expect(Sheet { _ in }.written(as: .csv, in: .vi) == nil)
    }

    /// A long table is processed in parts: every row stays in its place.
    @Test func longTablesKeepTheirOrder() {
        let table = DataTable(Array(0..<5000), [Column<Int>(Phrase(verbatim: "n")) { .count($0) }])
        let lines = String(decoding: table.csv(in: .en), as: UTF8.self).split(separator: "\n")
        #expect(lines == ["n"] + (0..<5000).map { "\($0)" })
    }

    @Test func recordsHaveKeysAndVietnameseNames() {
        let expected = """
            {
              "format": "shelf/1",
              "title": "Shelf",
              "goods": [
                {
                  "code": "t-1",
                  "name": "Táo",
                  "price": 12500.5
                },
                {
                  "code": "c-2",
                  "name": "Cam",
                  "price": null
                },
                {
                  "code": null,
                  "name": "Tổng",
                  "price": 12500.5
                }
              ]
            }

            """
        #expect(Shelf().text(as: .json, in: .en) == expected)
    }

    private static let third = ExactRatio(1, over: 3)
    private static let day = CalendarDay("2024-07-03")

    /// Each value: for people, in a table of data, in a record; nil where a record omits it.
    @Test(
        arguments: [
            (.none, "", "", "null"), (.absent, "", "", nil), (.text("1.10"), "1.10", "1.10", "\"1.10\""),
            (.text(nil), "", "", "null"),
            (.name(LocalizedText(vi: "Táo", en: "Apple")), "Apple", "Apple", "\"Táo\""),
            (.points("- một\n- hai"), "một; hai", "một; hai", "\"- một\\n- hai\""),
            (.phrase(Phrase("có", "yes")), "yes", "yes", "\"yes\""),
            (.code("scored", Phrase("Đã chấm", "Scored")), "Scored", "Scored", "\"scored\""),
            (.label("A", Phrase("Tốt", "Good")), "Good", "Good", "\"A\""),
            (.label(nil, Phrase("Chưa", "None")), "None", "None", "null"),
            (.number(exact("12345.5"), digits: 2), "12,345.50", "12345.50", "12345.5"),
            (.number(exact("2.345"), look: .hundredths), "2.35", "2.3450", "2.345"),
            (.number(exact("97.5"), look: .percent), "97.50 %", "97.50", "97.5"),
            (.number(exact("97.555"), look: .roundedPercent), "97.56 %", "97.5550", "97.555"),
            (.number(2, look: .signed(digits: 1)), "+2.0", "2.0", "2"),
            (.number(-2, look: .signed(digits: 1)), "−2.0", "-2.0", "-2"),
            (.number(0, look: .change(digits: 2)), "0", "0.00", "0"),
            (.number(0, look: .signed(digits: 2)), "0.00", "0.00", "0"),
            (.ratio(third), "0.333333", "0.333333", "0.333333"),
            (.ratio(third, look: .hundredths), "0.33", "0.333333", "0.333333"),
            (.count(12345), "12345", "12345", "12345"), (.amount(12345), "12,345", "12345", "12345"),
            (.day(day), "2024-07-03", "2024-07-03", "\"2024-07-03\""), (.flag(true), "yes", "yes", "true"),
            (.real(0.1), "0.1", "0.1", "0.1"), (.real(.nan), "nan", "nan", "null"),
            (.bar(.part(1, of: 2, cells: 4)), "██", "", "null"),
        ] as [(Value, String, String, String?)])
    func valuesAreWrittenByEachFormat(value: Value, shown: String, data: String, record: String?) {
        #expect(value.text(.en) == shown)
        let column = Column<Int>(Phrase(verbatim: "x")) { _ in value }
        let other = Column<Int>(Phrase(verbatim: "y")) { _ in .text("y") }
        #expect(String(decoding: DataTable([1], [column, other]).csv(in: .en), as: UTF8.self) == "x,y\n\(data),y\n")
        let json = RecordWriter.json(in: .en) { $0.value("x", value) }
        #expect(json == (record.map { "{\n  \"x\": \($0)\n}\n" } ?? "{}\n"))
    }

    @Test func listsAndRecordsNest() {
        let json = RecordWriter.json(in: .vi) { record in
            record.texts("texts", ["a\u{1}\"", "b"])
            record.values("values", [.count(1), .none, .list([])])
            record.values("groups", [.list([.text("x")])])
            record.record("inner") { $0.values(["a": .flag(false), "b": .absent]) }
            record.list("list", [1, 2]) { ["n": .count($0)] }
            record.list("none", [Int]()) { _, _ in }
            record.values(of: 5, [Column("n") { .count($0) }, Column(Phrase(verbatim: "shown")) { .count($0) }])
        }
        let expected = """
            {
              "texts": [
                "a\\u0001\\"",
                "b"
              ],
              "values": [
                1,
                null,
                []
              ],
              "groups": [
                [
                  "x"
                ]
              ],
              "inner": {
                "a": false
              },
              "list": [
                {
                  "n": 1
                },
                {
                  "n": 2
                }
              ],
              "none": [],
              "n": 5
            }

            """
        #expect(json == expected)
    }
}
