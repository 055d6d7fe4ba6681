import OfficeCheck

/// What Excel and Word refuse though other programs open it: each sample changes one thing in a sound file.
enum BrokenFiles {
    private typealias Sample = OfficeCheckTests.Sample
    private static let sheet = "xl/sheet1.xml"
    private static let (workbook, styles, table) = ("xl/workbook.xml", "xl/styles.xml", "xl/table1.xml")
    private static func letters(_ count: Int) -> String { String(repeating: "a", count: count) }

    static let books: [OfficeCheckTests.Sample] = package + schema + sheets + cells + around

    private static let package: [Sample] = [
        Sample(.contentType, "[Content_Types].xml", "spreadsheetml.styles", "spreadsheetml.theme"),
        Sample(
            .contentType, "[Content_Types].xml", #"<Override PartName="/xl/table1.xml""#,
            #"<Override PartName="/xl/table2.xml""#),
        Sample(.relationship, "xl/_rels/workbook.xml.rels", "sharedStrings.xml", "texts.xml"),
        Sample(.relationship, workbook, #"r:id="r2""#, #"r:id="r9""#),
        Sample(.relationship, workbook, #"r:id="r2""#, #"r:id="r3""#),
        Sample(.relationship, workbook, #"r:id="r2""#, #"r:id="r1""#),
        Sample(.relationship, "xl/_rels/workbook.xml.rels", #"Id="r4""#, #"Id="r1""#),
        Sample(.relationship, sheet, #"r:id="t1""#, #"r:id="h1""#),
        Sample(.xml, sheet, "</sheetData>", "</sheetdata>"),
        Sample(.xml, sheet, "<t>Mã</t>", "<t>M\u{1}</t>"),
        Sample(.xml, sheet, "<t>Mã</t>", "<t>M&#11;</t>"),
        Sample(.xml, sheet, "<t>Mã</t>", "<t>M & N</t>"),
        Sample(.xml, styles, "<styleSheet", "<!DOCTYPE styleSheet><styleSheet"),
        Sample(.xml, styles, "<styleSheet", #"<?xml version="1.0" encoding="windows-1258"?><styleSheet"#),
    ]

    private static let schema: [Sample] = [
        Sample(
            .elementOrder, sheet,
            #"<sheetProtection sheet="1" objects="1" scenarios="1"/><mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="C1:D1"/></mergeCells>"#,
            #"<mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="C1:D1"/></mergeCells><sheetProtection sheet="1"/>"#
        ),
        // Rules of cells stand before links.
        Sample(
            .elementOrder, sheet, "<dataValidations",
            #"<hyperlinks><hyperlink ref="A6" r:id="h1"/></hyperlinks><dataValidations"#, also: [.repeatedElement]),
        Sample(.elementOrder, sheet, "<cols>", "<sheetData/><cols>", also: [.repeatedElement]),
        Sample(.elementOrder, styles, #"<b/><i/><sz val="12"/>"#, #"<sz val="12"/><b/>"#),
        Sample(.repeatedElement, sheet, "<dimension", #"<dimension ref="A1"/><dimension"#),
        Sample(.unknownElement, sheet, "<sheetFormatPr", "<sheetFormat/><sheetFormatPr"),
        Sample(.unknownElement, sheet, "<mergeCells", "<w:p xmlns:w='urn:x'/><mergeCells"),
        Sample(.missingElement, "xl/sheet2.xml", "<sheetData/>", ""),
        // A width of columns never stands alone.
        Sample(.missingAttribute, sheet, #" defaultRowHeight="15.75""#, ""),
        Sample(.missingAttribute, sheet, #" header="0.3" footer"#, " footer"),
        Sample(.unknownAttribute, sheet, #"<c r="B5">"#, #"<c r="B5" style="1">"#),
        Sample(.attributeValue, sheet, #"customWidth="1""#, #"customWidth="yes""#),
        Sample(.attributeValue, sheet, #"orientation="landscape""#, #"orientation="wide""#),
        Sample(.attributeValue, sheet, #"sqref="B5""#, #"sqref="""#),
        Sample(.attributeValue, sheet, #"errorTitle="Số liệu""#, #"errorTitle="\#(letters(33))""#),
        Sample(.attributeValue, sheet, #"error="Nhập số""#, #"error="\#(letters(256))""#),
        Sample(.strayText, sheet, "<sheetData>", "<sheetData>x"),
        Sample(.space, "xl/sharedStrings.xml", #"<t xml:space="preserve">"#, "<t>"),
        Sample(.count, styles, #"<cellXfs count="2">"#, #"<cellXfs count="3">"#),
        Sample(.count, sheet, #"<mergeCells count="2">"#, #"<mergeCells count="1">"#),
    ]

    private static let sheets: [Sample] = [
        Sample(.sheetName, workbook, #"name="Ẩn""#, #"name="Tỷ lệ 1/2""#, also: [.definedName]),
        Sample(.sheetName, workbook, #"name="Ẩn""#, #"name="\#(letters(32))""#, also: [.definedName]),
        Sample(.sheetName, workbook, #"name="Ẩn""#, #"name="Ẩn'""#, also: [.definedName]),
        Sample(.sheetName, workbook, #"name="Ẩn""#, #"name="SỐ LIỆU 'A'-1""#, also: [.definedName]),
        Sample(.sheets, workbook, #"sheetId="2""#, #"sheetId="1""#),
        Sample(.sheets, workbook, "<workbookView/>", #"<workbookView activeTab="1"/>"#),
        Sample(
            .sheets, "xl/sheet2.xml", "<sheetFormatPr",
            #"<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr"#),
        Sample(.definedName, workbook, "'Số liệu ''A''-1'!$1:$2", "Số liệu 'A'-1!$1:$2"),
        Sample(.definedName, workbook, "'Số liệu ''A''-1'!$1:$2", "'Số liệu ''A''-1'!$2:$1"),
        Sample(.definedName, workbook, "'Số liệu ''A''-1'!$1:$2", "'Số liệu ''A''-1'!$A$1:$B$2"),
        Sample(.definedName, workbook, #"localSheetId="0""#, #"localSheetId="7""#),
        Sample(.definedName, workbook, #"name="Danh_sach""#, #"name="AB12""#, also: [.formula]),
        Sample(.styleIndex, sheet, #"<c r="B4" s="1">"#, #"<c r="B4" s="2">"#),
        Sample(.styleIndex, sheet, #"style="1""#, #"style="2""#),
        Sample(.styleIndex, sheet, #"dxfId="0""#, #"dxfId="1""#),
        Sample(.styleIndex, styles, #"numFmtId="164" fontId="1""#, #"numFmtId="165" fontId="1""#),
        Sample(.styleIndex, styles, #"fillId="2""#, #"fillId="3""#),
        Sample(.styles, styles, #"patternType="gray125""#, #"patternType="none""#),
        Sample(.styles, styles, "0.0&quot; đ&quot;", "0.0&quot; đ"),
        Sample(.styles, styles, #"numFmtId="164" formatCode"#, #"numFmtId="14" formatCode"#, also: [.styleIndex]),
    ]

    private static let cells: [Sample] = [
        Sample(.columns, sheet, #"<col min="2" max="4""#, #"<col min="1" max="4""#),
        Sample(.columns, sheet, #"<col min="2" max="4""#, #"<col min="4" max="2""#),
        Sample(.columns, sheet, #"width="12.5""#, #"width="300""#),
        Sample(.cellOrder, sheet, #"<row r="5"><c r="B5">"#, #"<row r="4"><c r="B4">"#),
        Sample(.cellOrder, sheet, #"<c r="C1" t="e">"#, #"<c r="A1" t="e">"#),
        Sample(.cellOrder, sheet, #"<c r="B5">"#, #"<c r="B6">"#),
        Sample(.cellOrder, sheet, #"ht="31.5""#, #"ht="410""#),
        Sample(.cellValue, sheet, #"t="s"><v>1</v>"#, #"t="s"><v>2</v>"#),
        Sample(.cellValue, sheet, #"t="b"><v>1</v>"#, #"t="b"><v>TRUE</v>"#),
        Sample(.cellValue, sheet, "#DIV/0!", "#LỖI"),
        Sample(.cellValue, sheet, "<v>4.25</v>", "<v>4,25</v>"),
        Sample(.cellValue, sheet, "<v>4.25</v>", "<v>4.25E2</v>"),
        Sample(.cellValue, sheet, "<v>4.25</v>", "<v>NaN</v>"),
        Sample(.cellValue, sheet, "<v>4.25</v>", "<v></v>"),
        Sample(.cellValue, sheet, #"<c r="B5"><v>4.25</v></c>"#, #"<c r="B5" t="inlineStr"><v>4</v></c>"#),
        Sample(.cellValue, sheet, #"<c r="B5"><v>4.25</v></c>"#, #"<c r="B5" t="str"><v>a</v></c>"#),
        Sample(
            .cellValue, sheet, "<v>4.25</v></c>",
            #"<v>4.25</v></c><c r="C5" t="inlineStr"><is><t>\#(letters(32_768))</t></is></c>"#),
        Sample(.formula, sheet, "<f>SUM(", "<f>=SUM("),
        Sample(.formula, sheet, "<f>SUM(B4:B5,", "<f>SUM(B4:B5;"),
        Sample(.formula, sheet, "<f>SUM(B4:B5,Danh_sach)", "<f>SUM(B4:B5"),
        Sample(.formula, sheet, "<f>SUM(", "<f>TỔNG("),
        Sample(.formula, sheet, "<f>SUM(", "<f>CONCAT("),
        Sample(.formula, sheet, "B5,Danh_sach", "B5,Danh_muc"),
        Sample(.formula, sheet, "B5,Danh_sach", "XFE1"),
        Sample(.formula, sheet, "B5,Danh_sach", "A1048577"),
        Sample(.formula, sheet, "'Số liệu ''A''-1'!A3", "'Số liệu'!A3"),
        Sample(.formula, sheet, #"&amp;"%""#, #"&amp;"\#(letters(256))""#),
        Sample(.formula, sheet, #"&amp;"%""#, #"&amp;"%"#),
    ]

    private static let around: [Sample] = [
        Sample(.merge, sheet, #"ref="C1:D1""#, #"ref="A2:D2""#),
        Sample(.merge, sheet, #"ref="C1:D1""#, #"ref="D1:C1""#),
        Sample(.merge, sheet, #"ref="C1:D1""#, #"ref="D1""#),
        Sample(.validation, sheet, "có,không", letters(256)),
        Sample(.validation, sheet, "có,không", #"có,"không""#),
        Sample(.validation, sheet, "<formula1>ISNUMBER(B5)", "<formula1>=ISNUMBER(B5)"),
        Sample(.validation, sheet, "<formula1>ISNUMBER(B5)</formula1>", ""),
        Sample(.validation, sheet, #"sqref="B5""#, #"sqref="B5 D6""#),
        Sample(
            .validation, sheet, "<formula1>ISNUMBER(B5)",
            "<formula1>OR(\((0..<20).map { "ISNUMBER(B\($0 + 10))" }.joined(separator: ",")))"),
        Sample(.table, table, #"name="Điểm""#, #"name="MÃ""#),
        Sample(.table, table, #"name="Điểm""#, #"name="Điểm số""#),
        Sample(.table, table, #"displayName="Bang_1""#, #"displayName="Bảng 1""#),
        Sample(.table, table, #"displayName="Bang_1" ref="A3:B5""#, #"displayName="Bang_1" ref="A3:C5""#),
        Sample(.table, sheet, #"<mergeCell ref="C1:D1"/>"#, #"<mergeCell ref="B5:C5"/>"#),
        Sample(.hyperlink, sheet, #"r:id="h1""#, #"tooltip="x""#),
        Sample(.panes, sheet, #"activePane="bottomRight""#, #"activePane="bottomLeft""#),
        Sample(.panes, sheet, #"topLeftCell="B3""#, #"topLeftCell="A3""#),
        Sample(
            .panes, sheet, #"<selection pane="bottomRight""#, #"<selection pane="topRight"/><selection pane="topRight""#
        ),
        Sample(.headerFooter, sheet, "&amp;C&amp;P/&amp;N", "&amp;C\(letters(254))"),
        Sample(.headerFooter, sheet, "&amp;C&amp;P/&amp;N", "Phòng A &amp; b"),
    ]

    private static let document = "word/document.xml"

    static let documents: [OfficeCheckTests.Sample] = [
        Sample(
            .elementOrder, document, #"<w:ind w:firstLine="567"/><w:jc w:val="both"/>"#,
            #"<w:jc w:val="both"/><w:ind w:firstLine="567"/>"#),
        Sample(.elementOrder, document, #"<w:b/><w:i/><w:sz w:val="26"/>"#, #"<w:sz w:val="26"/><w:b/>"#),
        Sample(
            .elementOrder, document, #"<w:tcW w:w="6000" w:type="dxa"/><w:gridSpan w:val="2"/>"#,
            #"<w:gridSpan w:val="2"/><w:tcW w:w="6000" w:type="dxa"/>"#),
        Sample(
            .elementOrder, document, #"<w:tblW w:w="9000" w:type="dxa"/>"#,
            #"<w:tblLayout w:type="fixed"/><w:tblW w:w="9000" w:type="dxa"/>"#, also: [.repeatedElement]),
        Sample(.elementOrder, document, #"<w:titlePg/>"#, #"<w:titlePg/><w:cols w:space="708"/>"#),
        Sample(.missingAttribute, document, #" w:gutter="0""#, ""),
        Sample(.missingAttribute, document, #" w:header="567""#, ""),
        Sample(.missingElement, document, #"<w:pgSz w:w="11906" w:h="16838"/>"#, ""),
        Sample(.cellEnd, document, "<w:vMerge/></w:tcPr><w:p/></w:tc>", "<w:vMerge/></w:tcPr></w:tc>"),
        Sample(
            .tableGrid, document, #"<w:gridSpan w:val="2"/>"#, #"<w:gridSpan w:val="3"/>"#, also: [.verticalMerge]),
        Sample(.tableGrid, document, #"<w:gridCol w:w="3000"/></w:tblGrid>"#, "</w:tblGrid>"),
        Sample(.verticalMerge, document, #"<w:vMerge w:val="restart"/>"#, ""),
        Sample(
            .tablesTouch, document, "</w:tbl><w:p/>",
            "</w:tbl><w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"9\"/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>"
        ),
        Sample(.wordReference, document, #"<w:pStyle w:val="H1"/>"#, #"<w:pStyle w:val="H9"/>"#),
        Sample(.wordReference, document, #"<w:numId w:val="1"/>"#, #"<w:numId w:val="2"/>"#),
        Sample(.wordReference, "word/styles.xml", #"<w:basedOn w:val="Normal"/>"#, #"<w:basedOn w:val="Standard"/>"#),
        Sample(.wordReference, "word/styles.xml", #" w:default="1""#, ""),
        Sample(.relationship, document, #"r:id="r2""#, #"r:id="r1""#),
        Sample(.space, document, #" xml:space="preserve""#, ""),
        Sample(.attributeValue, document, #"w:color="auto""#, #"w:color="red""#),
        Sample(.unknownElement, document, "<w:bookmarkEnd", "<w:span/><w:bookmarkEnd"),
        Sample(.strayText, document, "<w:tblGrid>", "<w:tblGrid>x"),
    ]
}
