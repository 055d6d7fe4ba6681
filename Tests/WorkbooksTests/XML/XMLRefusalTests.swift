import Testing

@testable import Workbooks

/// What is not well-formed is refused at its place, however the bytes arrive.
@Suite struct XMLRefusalTests {
    static let cases: [(xml: String, fault: String)] = [
        // The document.
        ("", "root"), (" \n", "root"), ("x<c/>", "root"), ("<c/>x", "root"), ("<c/><c/>", "root"),
        ("<!-- x -->", "root"),
        ("<c/><![CDATA[x]]>", "root"), ("&lt;<c/>", "root"),
        // Ends.
        ("<c>", "endOfFile"), ("<c", "endOfFile"), ("<", "endOfFile"), ("<c>text", "endOfFile"),
        ("<c></c", "endOfFile"),
        ("<c a='x", "endOfFile"), ("<c><![CDATA[x]]", "endOfFile"), ("<c><!-- x --", "comment"),
        ("<c><?x", "instruction"),
        ("<c></d>", "endTag"), ("<c></cc>", "endTag"), ("<cc></c>", "endTag"), ("</c>", "endTag"),
        ("<c></c x>", "endTag"),
        ("<c><v></c></v>", "endTag"), ("<x:c xmlns:x='u' xmlns:y='u'></y:c>", "endTag"), ("<c></ c>", "endTag"),
        // Tags and names.
        ("< c/>", "name"), ("<1/>", "name"), ("<-c/>", "name"), ("<c:/>", "name"), ("<:c/>", "name"),
        ("<a:b:c/>", "name"),
        ("<\u{B7}/>", "name"), ("<c><!x></c>", "tag"), ("<c a='<'/>", "tag"), ("<c <v/>", "tag"), ("<>", "name"),
        ("<c/ >", "attribute"), ("<c a/>", "attribute"), ("<c a=/>", "attribute"), ("<c a=1/>", "attribute"),
        ("<c a='1'b='2'/>", "attribute"), ("<c'a'/>", "attribute"), ("<c a='1' 'b'/>", "attribute"),
        ("<c =''/>", "attribute"), ("<c a=\"1'/>", "endOfFile"),
        ("<c a='1' a='1'/>", "duplicateAttribute"), ("<c r='1' t='2' r='3'/>", "duplicateAttribute"),
        ("<c xmlns:x='u' xmlns:y='u' x:a='1' y:a='2'/>", "duplicateAttribute"),
        ("<c xmlns='u' xmlns='u'/>", "duplicateAttribute"),
        // Namespaces.
        ("<x:c/>", "namespace"), ("<c x:a='1'/>", "namespace"), ("<a><b xmlns:x='u'/><x:c/></a>", "namespace"),
        ("<c xmlns:x=''/>", "namespace"), ("<c xmlns:xml='u'/>", "namespace"),
        ("<c xmlns:x='http://www.w3.org/XML/1998/namespace'/>", "namespace"), ("<c xmlns:xmlns='u'/>", "namespace"),
        ("<c xmlns='http://www.w3.org/2000/xmlns/'/>", "namespace"), ("<c xmlns:a:b='u'/>", "name"),
        // References.
        ("<c>&</c>", "reference"), ("<c>& lt;</c>", "reference"), ("<c>&lt</c>", "reference"),
        ("<c>&;</c>", "reference"),
        ("<c>&#;</c>", "reference"), ("<c>&#x;</c>", "reference"), ("<c>&#xG;</c>", "reference"),
        ("<c>&#0;</c>", "reference"), ("<c>&#8;</c>", "reference"), ("<c>&#xD800;</c>", "reference"),
        ("<c>&#xFFFE;</c>", "reference"), ("<c>&#x110000;</c>", "reference"), ("<c>&#-1;</c>", "reference"),
        ("<c>&#X41;</c>", "reference"), ("<c>&nbsp;</c>", "unknownEntity"), ("<c>&LT;</c>", "unknownEntity"),
        ("<c a='&'/>", "reference"), ("<c a='&x;'/>", "unknownEntity"), ("<c a='&#1;'/>", "reference"),
        // Text, comments, instructions.
        ("<c>]]></c>", "section"), ("<c>a]]]></c>", "section"), ("<c><!-- a -- b --></c>", "comment"),
        ("<c><!-- a ---></c>", "comment"), ("<c><!-></c>", "tag"), ("<c><? x?></c>", "instruction"),
        ("<c><??></c>", "instruction"),
        ("<c/><?xml version='1.0'?>", "declaration"), (" <?xml version='1.0'?><c/>", "declaration"),
        ("<c><?XmL x?></c>", "declaration"), ("<?xml?><c/>", "declaration"),
        ("<?xml encoding='UTF-8'?><c/>", "declaration"),
        ("<?xml version='2.0'?><c/>", "declaration"), ("<?xml version='1.'?><c/>", "declaration"),
        ("<?xml version='1.0' standalone='1'?><c/>", "declaration"),
        ("<?xml version='1.0'encoding='UTF-8'?><c/>", "declaration"),
        ("<?xml version='1.0' standalone='no' encoding='UTF-8'?><c/>", "declaration"),
        ("<?xml version=1.0?><c/>", "declaration"),
        // Encodings and characters.
        ("<?xml version='1.0' encoding='windows-1258'?><c/>", "encoding"),
        ("<?xml version='1.0' encoding='UTF-16'?><c/>", "encoding"),
        ("<c>\u{1}</c>", "character"), ("<c a='\u{0}'/>", "character"), ("<c>\u{FFFF}</c>", "character"),
        ("<c><!-- \u{B} --></c>", "character"),
        // Declarations of document types, and with them all entities that name files.
        ("<!DOCTYPE c><c/>", "workbook.documentType"),
        (
            "<?xml version='1.0'?><!DOCTYPE c [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><c>&x;</c>",
            "workbook.documentType"
        ),
        ("<c><!DOCTYPE c></c>", "workbook.documentType"),
    ]

    @Test(arguments: cases)
    func isRefused(_ item: (xml: String, fault: String)) {
        let whole = XMLEvents.fault(item.xml)
        #expect(whole.map { $0.prefix { $0 != " " } } == item.fault[...])
        for step in 1...3 {
            // The place of a byte that is none is found when it arrives, everything else where it is read.
            #expect(XMLEvents.fault(item.xml, step: step)?.prefix { $0 != " " } == item.fault[...])
        }
    }

    static let encodings: [(bytes: [UInt8], fault: String)] = [
        ([0x3C, 0x63, 0x3E, 0xC0, 0x80], "encoding 3"), ([0x3C, 0x63, 0x3E, 0xE1, 0xBB], "encoding 3"),
        ([0x3C, 0x63, 0x3E, 0xED, 0xA0, 0x80], "encoding 3"),
        ([0x3C, 0x63, 0x3E, 0xF4, 0x90, 0x80, 0x80], "encoding 3"),
        // UTF-16 without a mark, half a unit, and half a pair.
        ([0x3C, 0, 0x63, 0, 0x2F, 0, 0x3E, 0], "character 1"),
        ([0xFF, 0xFE, 0x3C, 0, 0x63, 0, 0x2F, 0, 0x3E], "encoding 3"),
        ([0xFE, 0xFF, 0, 0x3C, 0xDC, 0x00, 0, 0x3E], "encoding 1"),
        ([0xFE, 0xFF, 0, 0x3C, 0xD8, 0x00, 0, 0x3E], "encoding 1"),
    ]

    @Test(arguments: encodings)
    func encodingIsRefused(_ item: (bytes: [UInt8], fault: String)) {
        #expect(XMLEvents.fault(item.bytes) == item.fault)
    }

    /// The texts of cells end where no cell of a table goes on; comments and what else is passed over may be longer.
    @Test func endlessTextsAreRefused() {
        let long = String(repeating: "x", count: 1 << 20)
        for (text, isRefused) in [(long, false), (long + "x", true), (long + "<!-- \(long) -->", false)] {
            let data = "<sheetData><row><c t='str'><v>\(text)</v></c></row></sheetData>"
            #expect(
                BookMaker.refusal(BookMaker.parts(data))
                    == (isRefused ? "workbook.brokenXML t.xlsx:Số liệu length" : nil))
        }
    }

    @Test func tagsOfAnyLengthAreRefused() {
        #expect(
            XMLEvents.fault("<c a='" + String(repeating: "x", count: 3_000_000) + "'/>")?.hasPrefix("length") == true)
        let attributes = (0...512).map { " a\($0)='1'" }.joined()
        #expect(XMLEvents.fault("<c\(attributes)/>")?.hasPrefix("attribute") == true)
        let namespaces = (0...1000).map { "<c xmlns='u\($0)'/>" }.joined()
        #expect(XMLEvents.fault("<a>\(namespaces)</a>")?.hasPrefix("namespace") == true)
    }
}
