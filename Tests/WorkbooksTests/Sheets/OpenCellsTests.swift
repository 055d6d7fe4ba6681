import Testing

@testable import Workbooks

/// Cells of every kind are read from OpenDocument sheets.
@Suite struct OpenCellsTests {
    private static func cell(_ attributes: String, _ content: String = "") -> String {
        "<table:table-cell \(attributes)>\(content)</table:table-cell>"
    }

    private static func value(_ type: String, _ attributes: String = "", _ content: String = "") -> String {
        cell("office:value-type='\(type)' \(attributes)", content)
    }

    private static func table(_ rows: String) -> [ZipMaker.Part] {
        BookMaker.openParts("<table:table table:name='Số liệu'>\(rows)</table:table>")
    }

    static let cases: [(cells: String, lines: [String])] = [
        (value("float", "office:value='12.50'", "<text:p>13</text:p>"), ["A1 number 12.5"]),
        (value("currency", "office:currency='VND' office:value='1000'"), ["A1 number 1000"]),
        (value("percentage", "office:value='0.99500000000000011'", "<text:p>100%</text:p>"), ["A1 percent 99.5%"]),
        (value("date", "office:date-value='2024-06-30'"), ["A1 day 2024-06-30"]),
        (value("date", "office:date-value='2024-06-30T08:30:00'"), ["A1 moment 2024-06-30 08:30:00"]),
        (value("time", "office:time-value='PT08H30M00S'"), ["A1 time 08:30:00"]),
        (value("boolean", "office:boolean-value='true'"), ["A1 boolean TRUE"]),
        (value("string", "", "<text:p>một</text:p><text:p/><text:p>hai</text:p>"), ["A1 text một\n\nhai"]),
        (value("string", "office:string-value='x'", "<text:p>y</text:p>"), ["A1 text x"]),
        (
            value(
                "string", "",
                "<text:p> a  b<text:s text:c='2'/>\n c<text:tab/>d<text:line-break/><text:span>e <text:a>f</text:a></text:span> </text:p>"
            ),
            ["A1 text a b   c\td\ne f"]
        ),
        (
            value(
                "string", "",
                "<office:annotation><text:p>chú</text:p></office:annotation><text:p>a<text:note><text:p>b</text:p></text:note></text:p>"
            ), ["A1 text a"]
        ),
        (
            value(
                "string", "",
                "<text:p><text:ruby><text:ruby-base>日</text:ruby-base><text:ruby-text>に</text:ruby-text></text:ruby></text:p>"
            ), ["A1 text 日"]
        ),
        (
            value(
                "string", "calcext:value-type='error' office:string-value='' table:formula='of:=1/0'",
                "<text:p>#DIV/0!</text:p>"), ["A1 error computed #DIV/0!"]
        ),
        (value("float", "table:formula='of:=1+1' office:value='2'"), ["A1 number computed 2"]),
        (cell("table:formula='of:=SUM([.B1:.B2])'"), ["A1 formula computed =SUM([.B1:.B2])"]),
        (cell(""), []), (value("string"), []), (cell("table:number-columns-repeated='16384'"), []),
        (
            cell("table:number-columns-repeated='3'")
                + value("float", "office:value='1' table:number-columns-repeated='2'"), ["D1 number 1", "E1 number 1"]
        ),
    ]

    @Test(arguments: cases)
    func isRead(_ item: (cells: String, lines: [String])) throws {
        #expect(try BookMaker.lines(Self.table("<table:table-row>\(item.cells)</table:table-row>")) == item.lines)
    }

    @Test func rowsAreRepeatedAndGrouped() throws {
        let cell = Self.value("float", "office:value='1'")
        let rows = """
            <table:table-header-rows><table:table-row>\(cell)</table:table-row></table:table-header-rows>\
            <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>\
            <table:table-row-group><table:table-rows><table:table-row table:number-rows-repeated="2">\(cell)\
            </table:table-row></table:table-rows></table:table-row-group><table:shapes><table:table/></table:shapes>\
            <table:table-row table:number-rows-repeated="1048571"><table:table-cell/></table:table-row>\
            <table:table-row table:number-rows-repeated="99999999"><table:table-cell/></table:table-row>
            """
        #expect(try BookMaker.lines(Self.table(rows)) == ["A1 number 1", "A4 number 1", "A5 number 1"])
    }

    @Test func spansAreMergedAreas() throws {
        let rows = """
            <table:table-row>\(Self.value("float", "office:value='1' table:number-columns-spanned='2' table:number-rows-spanned='2'"))\
            <table:covered-table-cell/>\(Self.value("float", "office:value='2'"))</table:table-row>\
            <table:table-row><table:covered-table-cell office:value-type='float' office:value='9'/><table:covered-table-cell/>\
            \(Self.value("float", "office:value='3'"))</table:table-row>
            """
        #expect(
            try BookMaker.lines(Self.table(rows)) == [
                "A1 number 1", "B1 number repeated 1", "C1 number 2", "A2 number repeated 1", "B2 number repeated 1",
                "C2 number 3",
            ])
    }

    static let faults: [(rows: String, refusal: String)] = [
        (value("float", "office:value='x'"), "workbook.badCell t.xlsx:Số liệu:1:1 number"),
        (value("float"), "workbook.badCell t.xlsx:Số liệu:1:1 number"),
        (value("date", "office:date-value='30/6/2024'"), "workbook.badCell t.xlsx:Số liệu:1:1 value"),
        (value("boolean", "office:boolean-value='1'"), "workbook.badCell t.xlsx:Số liệu:1:1 value"),
        (cell("table:number-columns-repeated='0'"), "workbook.badCell t.xlsx:Số liệu:1:1 area"),
        (cell("table:number-columns-repeated='x'"), "workbook.badCell t.xlsx:Số liệu:1:1 area"),
        (cell("table:number-columns-spanned='99999'"), "workbook.badCell t.xlsx:Số liệu:1:1 area"),
        (
            cell("table:number-columns-repeated='16384'") + value("float", "office:value='1'"),
            "workbook.badCell t.xlsx:Số liệu:1:16385 address"
        ),
        (
            value("float", "office:value='1' table:number-columns-repeated='16385'"),
            "workbook.badCell t.xlsx:Số liệu:1:1 address"
        ),
        (
            cell("table:number-columns-repeated='70000'")
                + value("string", "calcext:value-type='error'", "<text:p>#REF!</text:p>"),
            "workbook.badCell t.xlsx:Số liệu:1:70001 address"
        ),
        (
            value(
                "string", "calcext:value-type='error' table:number-columns-repeated='70000'", "<text:p>#REF!</text:p>"),
            "workbook.badCell t.xlsx:Số liệu:1:1 address"
        ),
        (
            cell("table:number-columns-repeated='70000'") + cell("table:formula='of:=1'"),
            "workbook.badCell t.xlsx:Số liệu:1:70001 address"
        ),
        (
            cell("table:number-columns-repeated='70000' table:formula='of:=1'"),
            "workbook.badCell t.xlsx:Số liệu:1:1 address"
        ),
    ]

    @Test(arguments: faults)
    func isRefused(_ item: (rows: String, refusal: String)) {
        #expect(BookMaker.refusal(Self.table("<table:table-row>\(item.rows)</table:table-row>")) == item.refusal)
    }

    /// A few bytes that stand for more cells than memory has.
    @Test func repetitionsDoNotBlowUp() {
        let cell = Self.value("float", "office:value='1' table:number-columns-repeated='16384'")
        let row = "<table:table-row table:number-rows-repeated='1048576'>\(cell)</table:table-row>"
        #expect(BookMaker.refusal(Self.table(row)) == "workbook.tooManyCells t.xlsx:Số liệu")
        let late =
            "<table:table-row table:number-rows-repeated='1048577'>\(Self.value("float", "office:value='1'"))</table:table-row>"
        #expect(BookMaker.refusal(Self.table(late)) == "workbook.badCell t.xlsx:Số liệu:1 area")
    }
}
