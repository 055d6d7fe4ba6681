import OfficeCheck

/// A workbook and a document with everything that the check looks at, written by hand after what Excel and Word save.
enum SoundFiles {
    private static let packages = "http://schemas.openxmlformats.org/package/2006/"
    private static let office = "application/vnd.openxmlformats-officedocument."
    private static let references = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    private static func types(_ parts: [(String, String)]) -> OfficePart {
        let lines = parts.map { #"<Override PartName="/\#($0)" ContentType="\#(office)\#($1)+xml"/>"# }
        return OfficePart(
            "[Content_Types].xml",
            #"<Types xmlns="\#(packages)content-types">"#
                + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
                + lines.joined() + "</Types>")
    }

    private static func relations(_ name: String, _ lines: [(id: String, kind: String, target: String)]) -> OfficePart {
        let lines = lines.map { line in
            let mode = line.kind == "hyperlink" ? #" TargetMode="External""# : ""
            return
                #"<Relationship Id="\#(line.id)" Type="\#(references)/\#(line.kind)" Target="\#(line.target)"\#(mode)/>"#
        }
        return OfficePart(
            name, #"<Relationships xmlns="\#(packages)relationships">\#(lines.joined())</Relationships>"#)
    }

    static let book: [OfficePart] = [
        types([
            ("xl/workbook.xml", "spreadsheetml.sheet.main"), ("xl/styles.xml", "spreadsheetml.styles"),
            ("xl/sharedStrings.xml", "spreadsheetml.sharedStrings"), ("xl/sheet1.xml", "spreadsheetml.worksheet"),
            ("xl/sheet2.xml", "spreadsheetml.worksheet"), ("xl/table1.xml", "spreadsheetml.table"),
        ]),
        relations("_rels/.rels", [("r1", "officeDocument", "xl/workbook.xml")]),
        relations(
            "xl/_rels/workbook.xml.rels",
            [
                ("r1", "worksheet", "sheet1.xml"), ("r2", "worksheet", "/xl/sheet2.xml"),
                ("r3", "styles", "styles.xml"),
                ("r4", "sharedStrings", "sharedStrings.xml"),
            ]),
        relations(
            "xl/_rels/sheet1.xml.rels", [("h1", "hyperlink", "https://example.org/"), ("t1", "table", "table1.xml")]),
        OfficePart(
            "xl/workbook.xml",
            """
            <workbook xmlns="\(main)" xmlns:r="\(references)"><bookViews><workbookView/></bookViews><sheets>\
            <sheet name="Số liệu 'A'-1" sheetId="1" r:id="r1"/>\
            <sheet name="Ẩn" sheetId="2" state="hidden" r:id="r2"/></sheets>\
            <definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'Số liệu ''A''-1'!$A:$B,'Số liệu ''A''-1'!$1:$2</definedName>\
            <definedName name="Danh_sach">Ẩn!$A$1:$A$3</definedName></definedNames></workbook>
            """),
        OfficePart(
            "xl/styles.xml",
            """
            <styleSheet xmlns="\(main)"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0&quot; đ&quot;"/></numFmts>\
            <fonts count="2"><font><sz val="12"/><name val="Times New Roman"/><family val="1"/></font>\
            <font><b/><i/><sz val="12"/><color rgb="FFFF0000"/><name val="Times New Roman"/></font></fonts>\
            <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
            <fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill></fills>\
            <borders count="1"><border><left style="thin"><color auto="1"/></left><right/><top/><bottom/><diagonal/></border></borders>\
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
            <cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
            <xf numFmtId="164" fontId="1" fillId="2" borderId="0" xfId="0" applyAlignment="1" applyProtection="1">\
            <alignment horizontal="center" wrapText="1"/><protection locked="0"/></xf></cellXfs>\
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
            <dxfs count="1"><dxf><font><b/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>\
            </styleSheet>
            """),
        OfficePart(
            "xl/sharedStrings.xml",
            """
            <sst xmlns="\(main)" count="2" uniqueCount="2"><si><t xml:space="preserve"> hai đầu </t></si>\
            <si><r><rPr><b/><sz val="12"/></rPr><t>đậm</t></r><r><t>thường</t></r></si></sst>
            """),
        OfficePart(
            "xl/sheet1.xml",
            """
            <worksheet xmlns="\(main)" xmlns:r="\(references)"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\
            <dimension ref="A1:D6"/><sheetViews><sheetView tabSelected="1" workbookViewId="0">\
            <pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>\
            <selection pane="bottomRight" activeCell="B3" sqref="B3"/></sheetView></sheetViews>\
            <sheetFormatPr defaultColWidth="9.5" defaultRowHeight="15.75"/>\
            <cols><col min="1" max="1" width="8" customWidth="1"/><col min="2" max="4" width="12.5" style="1"/></cols>\
            <sheetData><row r="1" ht="31.5" customHeight="1"><c r="A1" s="1" t="s"><v>1</v></c><c r="B1" t="b"><v>1</v></c>\
            <c r="C1" t="e"><v>#DIV/0!</v></c></row>\
            <row r="3"><c r="A3" t="inlineStr"><is><t>Mã</t></is></c><c r="B3" t="inlineStr"><is><t>Điểm</t></is></c>\
            <c r="D3"><f>IF(ISNUMBER(B4),ROUND(100*B4/C4,2),"")&amp;"%"</f></c></row>\
            <row r="4"><c r="A4" t="s"><v>0</v></c><c r="B4" s="1"><v>-1.25</v></c><c r="D4"><f>SUM(B4:B5,Danh_sach)</f><v>3</v></c></row>\
            <row r="5"><c r="B5"><v>4.25</v></c><c r="D5" t="str"><f>'Số liệu ''A''-1'!A3</f><v>Mã</v></c></row></sheetData>\
            <sheetProtection sheet="1" objects="1" scenarios="1"/>\
            <mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="C1:D1"/></mergeCells>\
            <conditionalFormatting sqref="B4:B5"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting>\
            <dataValidations count="2"><dataValidation type="list" allowBlank="1" sqref="C4 C6:D6"><formula1>"có,không"</formula1></dataValidation>\
            <dataValidation type="custom" errorTitle="Số liệu" error="Nhập số" sqref="B5"><formula1>ISNUMBER(B5)</formula1></dataValidation></dataValidations>\
            <hyperlinks><hyperlink ref="A6" r:id="h1"/></hyperlinks>\
            <pageMargins left="0.79" right="0.59" top="0.79" bottom="0.79" header="0.3" footer="0.3"/>\
            <pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>\
            <headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>\
            <tableParts count="1"><tablePart r:id="t1"/></tableParts></worksheet>
            """),
        OfficePart(
            "xl/sheet2.xml",
            #"<worksheet xmlns="\#(main)"><sheetFormatPr defaultRowHeight="15"/><sheetData/></worksheet>"#),
        OfficePart(
            "xl/table1.xml",
            """
            <table xmlns="\(main)" id="1" name="Bang_1" displayName="Bang_1" ref="A3:B5"><autoFilter ref="A3:B5"/>\
            <tableColumns count="2"><tableColumn id="1" name="Mã"/><tableColumn id="2" name="Điểm"/></tableColumns></table>
            """),
    ]

    static let document: [OfficePart] = [
        types([
            ("word/document.xml", "wordprocessingml.document.main"), ("word/styles.xml", "wordprocessingml.styles"),
            ("word/numbering.xml", "wordprocessingml.numbering"), ("word/header1.xml", "wordprocessingml.header"),
        ]),
        relations("_rels/.rels", [("r1", "officeDocument", "word/document.xml")]),
        relations(
            "word/_rels/document.xml.rels",
            [("r1", "styles", "styles.xml"), ("r2", "header", "header1.xml"), ("r3", "numbering", "numbering.xml")]),
        OfficePart(
            "word/document.xml",
            """
            <w:document xmlns:w="\(word)" xmlns:r="\(references)"><w:body>\
            <w:p><w:pPr><w:pStyle w:val="H1"/><w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>\
            <w:spacing w:before="120" w:after="120"/><w:ind w:firstLine="567"/><w:jc w:val="both"/></w:pPr>\
            <w:bookmarkStart w:id="0" w:name="_muc_1"/><w:r><w:rPr><w:b/><w:i/><w:sz w:val="26"/></w:rPr>\
            <w:t xml:space="preserve">Mục </w:t><w:tab/><w:t>I</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>\
            <w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders>\
            <w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>\
            <w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w="6000" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc>\
            <w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/><w:vMerge w:val="restart"/><w:vAlign w:val="center"/></w:tcPr><w:p/></w:tc></w:tr>\
            <w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>\
            <w:p/><w:sectPr><w:headerReference w:type="default" r:id="r2"/><w:pgSz w:w="11906" w:h="16838"/>\
            <w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>\
            <w:titlePg/></w:sectPr></w:body></w:document>
            """),
        OfficePart(
            "word/styles.xml",
            """
            <w:styles xmlns:w="\(word)"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault>\
            <w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
            <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:qFormat/>\
            <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>
            """),
        OfficePart(
            "word/numbering.xml",
            """
            <w:numbering xmlns:w="\(word)"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>\
            <w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>\
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
            """),
        OfficePart(
            "word/header1.xml",
            """
            <w:hdr xmlns:w="\(word)"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>
            """),
    ]
}
