import Testing

@testable import Workbooks

/// What is hidden is read and known to be hidden.
@Suite struct HiddenPartsTests {
    @Test func rowsAndColumnsOfExcel() throws {
        let data = """
            <cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" hidden="true"/><col min="3" max="3" hidden="0"/></cols>\
            <sheetData><row r="1" hidden="1"><c><v>1</v></c></row><row r="2" hidden="1"/><row r="3"><c r="B3"><v>2</v></c>\
            <c r="E3"><v>3</v></c></row></sheetData>
            """
        let sheet = try Workbook(file: "t", bytes: ZipMaker(BookMaker.parts(data)).bytes).sheet(0)
        #expect(sheet.hiddenRows == [1])
        #expect(sheet.hiddenFilledColumns == [2, 5])
        #expect(!sheet.isHidden)
    }

    @Test(arguments: [("visible", false), ("hidden", true), ("veryHidden", true)])
    func sheetsOfExcel(_ item: (state: String, isHidden: Bool)) throws {
        let book = try Workbook(file: "t", bytes: ZipMaker(BookMaker.parts("<sheetData/>", state: item.state)).bytes)
        #expect(book.sheets == [Workbook.SheetName(name: "Số liệu", isHidden: item.isHidden)])
        #expect(try book.sheet(0).isEmpty)
    }

    @Test func partsOfOpenDocument() throws {
        let styles = """
            <style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>\
            <style:style style:name="ta2" style:family="table"><style:table-properties table:display="true"/></style:style>
            """
        let cell = "<table:table-cell office:value-type='float' office:value='1'/>"
        let tables = """
            <table:table table:name="a" table:style-name="ta1"/><table:table table:name="b" table:style-name="ta2">\
            <table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>\
            <table:table-row table:visibility="filter">\(cell)\(cell)\(cell)</table:table-row>\
            <table:table-row table:visibility="visible">\(cell)</table:table-row></table:table>
            """
        let book = try Workbook(file: "t", bytes: ZipMaker(BookMaker.openParts(tables, styles: styles)).bytes)
        #expect(book.sheets.map(\.isHidden) == [true, false])
        #expect(try book.sheet(1).hiddenRows == [1])
        #expect(try book.sheet(1).hiddenFilledColumns == [3])
    }
}
