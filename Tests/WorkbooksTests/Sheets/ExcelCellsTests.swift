import Testing

@testable import Workbooks

/// Cells of every kind are read from sheets of Excel.
@Suite struct ExcelCellsTests {
    private static let styles = """
        <numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%;[Red]-0.0%"/><numFmt numFmtId="165" \
        formatCode="&quot;Ngày&quot; dd/mm/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>\
        <xf numFmtId="0"/><xf numFmtId="9" applyNumberFormat="0"/><xf numFmtId="164"/><xf numFmtId="165"/>\
        <xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="99"/></cellXfs>
        """

    private static let shared = """
        <si><t>Hà Nội</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">một </t></r><r><t>hai</t></r></si>\
        <si><t>日本</t><rPh sb="0" eb="2"><t>にほん</t></rPh><phoneticPr fontId="1"/></si><si/><si><t/></si>\
        <si><t xml:space="preserve">  hai đầu </t></si><si><t>
          hai đầu </t></si><si><t>a_x000D_&#10;b_x005F_x000D__x0007__xD83D__xDE00__xD83D_</t></si>\
        <si xml:space="preserve"><t> x<!-- y --></t></si>
        """

    static let cases: [(cells: String, lines: [String])] = [
        ("<c r='A1' t='s'><v>0</v></c>", ["A1 text Hà Nội"]), ("<c r='C1' t='s'><v>1</v></c>", ["C1 text một hai"]),
        ("<c t='s'><v>2</v></c>", ["A1 text 日本"]), ("<c t='s'><v>3</v></c><c t='s'><v>4</v></c>", []),
        ("<c t='s'><v>5</v></c><c t='s'><v>6</v></c>", ["A1 text   hai đầu ", "B1 text hai đầu"]),
        ("<c t='s'><v>7</v></c>", ["A1 text a\nb_x000D_\u{FFFD}\u{1F600}\u{FFFD}"]),
        ("<c t='s'><v>8</v></c>", ["A1 text  x"]),
        ("<c t='inlineStr'><is><t>a&amp;b</t></is></c>", ["A1 text a&b"]),
        ("<c t='inlineStr'><is><r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh></is></c>", ["A1 text ab"]),
        ("<c t='str'><f>A2&amp;\"\"</f><v> x_x000D_ </v></c>", ["A1 text computed  x "]),
        ("<c t='str'><f>\"\"</f><v></v></c>", []), ("<c t='str'><f>\"\"</f><v/></c>", []),
        ("<c t='b'><v>1</v></c><c t='b'><v>0</v></c>", ["A1 boolean TRUE", "B1 boolean FALSE"]),
        ("<c t='e'><v>#REF!</v></c><c t='e'><f>NA()</f><v>#N/A</v></c>", ["A1 error #REF!", "B1 error computed #N/A"]),
        ("<c><v>12.5</v></c><c t='n'><v>0.99500000000000011</v></c>", ["A1 number 12.5", "B1 number 0.995"]),
        ("<c s='1'><v>0.99500000000000011</v></c>", ["A1 percent 99.5%"]),
        ("<c s='2'><v>-0.07</v></c>", ["A1 percent -7%"]),
        (
            "<c s='3'><v>45473</v></c><c s='4'><v>45473.5</v></c>",
            ["A1 day 2024-06-30", "B1 moment 2024-06-30 12:00:00"]
        ),
        (
            "<c s='5'><v>0.25</v></c><c s='6'><v>1</v></c><c s='70'><v>1</v></c>",
            ["A1 time 06:00:00", "B1 number 1", "C1 number 1"]
        ),
        ("<c t='d'><v>2024-06-30T08:00:00</v></c>", ["A1 moment 2024-06-30 08:00:00"]),
        // Formulas that were saved without a value.
        (
            "<c><f>SUM(B1:B9)</f></c><c><f t='shared' si='0'/></c>",
            ["A1 formula computed =SUM(B1:B9)", "B1 formula computed =…"]
        ),
        ("<c><f>1+1</f><v>2</v></c>", ["A1 number computed 2"]),
        // Blank cells, and places that are not stated.
        ("<c r='B1' s='1'/><c r='D1'><v/></c>", []),
        ("<c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c>", ["A1 number 1", "D1 number 2", "E1 number 3"]),
        ("<c r='XFD1'><v>1</v></c>", ["XFD1 number 1"]),
        // What other programs add.
        ("<c><extLst><ext><v>9</v></ext></extLst><v>1</v></c>", ["A1 number 1"]),
        ("<x:c xmlns:x='urn:x'><x:v>9</x:v></x:c><c><x:v xmlns:x='urn:x'>9</x:v><v>1</v></c>", ["A1 number 1"]),
        ("<c><v>1<!-- 2 --><![CDATA[3]]></v></c>", ["A1 number 13"]),
    ]

    @Test(arguments: cases)
    func isRead(_ item: (cells: String, lines: [String])) throws {
        let data = "<sheetData><row>\(item.cells)</row></sheetData>"
        #expect(try BookMaker.lines(BookMaker.parts(data, shared: Self.shared, styles: Self.styles)) == item.lines)
    }

    @Test func daysCountFromWhereTheWorkbookSays() throws {
        let data = "<sheetData><row><c s='3'><v>44011</v></c></row></sheetData>"
        for (setting, day) in [("1", "2024-06-30"), ("true", "2024-06-30"), ("0", "2020-06-29")] {
            let parts = BookMaker.parts(data, styles: Self.styles, settings: "<workbookPr date1904='\(setting)'/>")
            #expect(try BookMaker.lines(parts) == ["A1 day \(day)"])
        }
    }

    @Test func rowsStandWhereTheySay() throws {
        let data = """
            <sheetData><row><c><v>1</v></c></row><row r="5" spans="1:2"><c><v>2</v></c></row><row><c r="B6"><v>3</v></c></row>\
            <row r="1048576"><c><v>4</v></c></row></sheetData>
            """
        #expect(
            try BookMaker.lines(BookMaker.parts(data)) == [
                "A1 number 1", "A5 number 2", "B6 number 3", "A1048576 number 4",
            ])
    }

    static let faults: [(data: String, refusal: String)] = [
        ("<row><c t='s'><v>9</v></c></row>", "1:1 sharedText"), ("<row><c t='s'><v>-1</v></c></row>", "1:1 sharedText"),
        ("<row><c t='s'><v>x</v></c></row>", "1:1 sharedText"),
        ("<row r='3'><c r='C3'><v>abc</v></c></row>", "3:3 number"),
        ("<row><c><v>1,5</v></c></row>", "1:1 number"), ("<row><c t='x'><v>1</v></c></row>", "1:1 type"),
        ("<row><c t='b'><v>2</v></c></row>", "1:1 value"), ("<row><c t='d'><v>30/06/2024</v></c></row>", "1:1 value"),
        ("<row><c r='A2'/></row>", "1:1 address"), ("<row><c r='1'/></row>", "1:1 address"),
        ("<row><c r='A'/></row>", "1:1 address"),
        ("<row><c r='XFE1'/></row>", "1:1 address"), ("<row><c r='A0'/></row>", "1:1 address"),
        ("<row><c r='XFD1'/><c/></row>", "1:16385 address"), ("<row><c r='B1'/><c r='A1'/></row>", "1:3 order"),
        ("<row><c r='B1'/><c r='B1'/></row>", "1:3 order"), ("<row r='2'/><row r='2'/>", "3 order"),
        ("<row r='2'/><row r='1'/>", "3 order"),
        ("<row r='0'/>", "1 address"), ("<row r='x'/>", "1 address"), ("<row r='1048577'/>", "1 address"),
        ("<row r='1048576'/><row/>", "1048576 address"),
    ]

    @Test(arguments: faults)
    func isRefused(_ item: (data: String, refusal: String)) {
        let refusal = BookMaker.refusal(BookMaker.parts("<sheetData>\(item.data)</sheetData>", shared: Self.shared))
        #expect(refusal == "workbook.badCell t.xlsx:Số liệu:\(item.refusal)")
    }
}
