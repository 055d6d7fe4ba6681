import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// Wherever a table may stand as CSV, it may stand as a workbook.
@Suite struct WorkbookFolderTests {
    private static let units: [Int: [TestBook.Cell]] = [
        1: [.text("code"), .text("name"), .text("level")], 2: [.text("h"), .text("Huyện H"), .text("district")],
        3: [.text("xa-1"), .text("Xã Một"), .text("commune")], 4: [.text("xa-2"), .text("Xã Hai"), .text("commune")],
    ]

    private static func metrics(_ last: TestBook.Cell = .number("80")) -> [Int: [TestBook.Cell]] {
        [
            1: [.text("unit"), .text("metric"), .text("value"), .text("numerator"), .text("denominator")],
            2: [.text("h"), .text("1.1"), .percent("0.90500000000000003")],
            3: [.text("xa-1"), .number("1.1000000000000001"), .blank, .number("9"), .number("10")],
            6: [.text("xa-2"), .text("1.1"), last],
        ]
    }

    private static func folder(_ files: [String: [UInt8]], settings: String = "", without: [String]) -> SmallAssessment
    {
        var small = SmallAssessment(["assessment.json": SmallAssessment.settings(settings)], without: without)
        small.files.merge(files) { $1 }
        return small
    }

    @Test func tablesAreReadUnderTheirDefaultNames() throws {
        let plain = try SmallAssessment().read()
        let books = try Self.folder(
            [
                "units.xlsx": TestBook(("Đơn vị", Self.units)).bytes,
                "metrics.xlsx": TestBook(("Số liệu", Self.metrics())).bytes,
            ],
            without: ["units.csv", "metrics.csv"]
        ).read()
        #expect(books.briefs == plain.briefs)
        for unit in ["h", "xa-1", "xa-2"] {
            #expect(books.figure(unit, "1.1") == plain.figure(unit, "1.1"))
            #expect(books.points(unit) == plain.points(unit))
        }
        #expect(books.tables.map(\.sheet) == ["Số liệu"])
    }

    @Test func oneWorkbookHoldsAllTables() throws {
        let book = TestBook(("Đơn vị", Self.units), ("Số liệu", Self.metrics()))
        let named = #""files": {"units": "a.xlsx#Đơn vị", "metrics": ["a.xlsx#Số liệu"]}"#
        #expect(
            try Self.folder(["a.xlsx": book.bytes], settings: named, without: ["units.csv", "metrics.csv"]).read()
                .errors == [])
        // Found by their headings; what else there is, is said.
        let found = #""files": {"units": "a.xlsx", "metrics": ["a.xlsx"]}"#
        let reading = try Self.folder(["a.xlsx": book.bytes], settings: found, without: ["units.csv", "metrics.csv"])
            .read()
        #expect(reading.errors == [])
        #expect(
            reading.briefs.filter { $0.hasPrefix("workbook") } == [
                "workbook.otherSheets a.xlsx «Đơn vị»", "workbook.otherSheets a.xlsx «Số liệu»",
            ])
        #expect(reading.figure("h", "1.1") == .value(90.5))
    }

    @Test(arguments: [
        (TestBook.Cell.error("#REF!"), "table.spreadsheetError metrics.xlsx:Số liệu:6:3 «#REF!»"),
        (.formula("A1*2"), "table.notANumber metrics.xlsx:Số liệu:6:3 «=A1*2»"),
        (.percent("1.01"), "assessment.outsideDomain metrics.xlsx:Số liệu:6:3 «101»"),
        (.number("33.333333333333336"), "table.numberTooFine metrics.xlsx:Số liệu:6:3 «33.3333333333333»"),
        (.text("80;5"), "table.notANumber metrics.xlsx:Số liệu:6:3 «80;5»"),
    ])
    func findingsNameSheetAndCell(_ item: (cell: TestBook.Cell, finding: String)) throws {
        let reading = try Self.folder(
            ["metrics.xlsx": TestBook(("Số liệu", Self.metrics(item.cell))).bytes], without: ["metrics.csv"]
        ).read()
        #expect(reading.errors == [item.finding])
    }

    @Test func tablesThatAreThereTwiceAreSaid() throws {
        let reading = try Self.folder(["metrics.xlsx": TestBook(("s", Self.metrics())).bytes], without: []).read()
        #expect(reading.briefs == ["assessment.tableTwice metrics.xlsx «metrics.csv»"])
        let named = try Self.folder(
            ["metrics.xlsx": TestBook(("s", Self.metrics())).bytes],
            settings: #""files": {"metrics": ["metrics.csv"]}"#,
            without: []
        ).read()
        #expect(named.briefs == [])
    }

    @Test func sheetsThatAreNotThereAreSaid() throws {
        let book = TestBook(("Quý 1", Self.metrics()))
        let reading = try Self.folder(
            ["a.xlsx": book.bytes], settings: #""files": {"metrics": ["a.xlsx#Quý 3"]}"#, without: ["metrics.csv"]
        ).read()
        #expect(reading.errors == ["workbook.unknownSheet a.xlsx «Quý 3»"])
        #expect(reading.findings.first?.text(.suggestion) == "Quý 1")
    }
}
