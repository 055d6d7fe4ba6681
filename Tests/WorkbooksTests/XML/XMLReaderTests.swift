import Testing

@testable import Workbooks

/// Well-formed XML is read as the recommendation says, however its bytes arrive.
@Suite struct XMLReaderTests {
    private static let sheet = BookMaker.sheetNames

    static let cases: [(xml: String, events: [String])] = [
        ("<row/>", ["+row", "-row"]),
        ("<?xml version='1.0'?>\n<row></row >\n<!-- end -->", ["+row", "-row"]),
        ("<?xml version=\"1.0\" encoding=\"utf-8\" standalone='yes' ?><row/>", ["+row", "-row"]),
        ("<row r='1' t = \"a'b\"\n name='x'/>", ["+row r=1 t=a'b name=x", "-row"]),
        ("<row>a<c>b</c>d</row>", ["+row", "\"a\"", "+c", "\"b\"", "-c", "\"d\"", "-row"]),
        // References, in text and in attributes; an entity's text is not read again.
        ("<c>&lt;&amp;lt;&gt;&quot;&apos;</c>", ["+c", "\"<&lt;>\"'\"", "-c"]),
        ("<c>&#65;&#x1EC7;&#x1F600;&#0000000065;</c>", ["+c", "\"Aệ😀A\"", "-c"]),
        ("<c t='&lt;&#65;&#10;&amp;amp;'/>", ["+c t=<A\n&amp;", "-c"]),
        // Ends of lines are one feed in text, and every space is one in an attribute.
        ("<c>a\r\nb\rc\n\r\n</c>", ["+c", "\"a\nb\nc\n\n\"", "-c"]),
        ("<c>a&#13;&#xD;\nb</c>", ["+c", "\"a\r\r\nb\"", "-c"]),
        ("<c t='a\tb\r\nc\nd\re'/>", ["+c t=a b c d e", "-c"]),
        // Sections of characters.
        ("<c><![CDATA[<a>&amp;]]]]><![CDATA[>\r\n]]></c>", ["+c", "\"<a>&amp;]]>\n\"", "-c"]),
        ("<c><![CDATA[]]></c>", ["+c", "-c"]),
        ("<c>] ]] ]&gt; ]]&gt;</c>", ["+c", "\"] ]] ]> ]]>\"", "-c"]),
        // What is passed over.
        ("<c>a<!-- <b> & -- \u{1F600}-->b<?p <x> ?>d</c>".replacing(" -- ", with: " - "), ["+c", "\"abd\"", "-c"]),
        ("<?p?><?q r?><c/><?p?>", ["+c", "-c"]),
        // Namespaces.
        ("<c xmlns='\(sheet)'><v/></c>", ["+sheet:c", "+sheet:v", "-sheet:v", "-sheet:c"]),
        ("<x:c xmlns:x='\(sheet)'><v/></x:c>", ["+sheet:c", "+v", "-v", "-sheet:c"]),
        ("<c xmlns='\(sheet)'><v xmlns=''/><f/></c>", ["+sheet:c", "+v", "-v", "+sheet:f", "-sheet:f", "-sheet:c"]),
        (
            "<a xmlns:x='urn:x'><x:c><x:c xmlns:x='\(sheet)' x:r='1' r='2'/></x:c></a>",
            ["+a", "+other:c", "+sheet:c r=2 sheet:r=1", "-sheet:c", "-other:c", "-a"]
        ),
        ("<c xmlns:r='urn:r'><v r='1'/></c>", ["+c", "+v r=1", "-v", "-c"]),
        ("<c xml:space='preserve'/>", ["+c xml:space=preserve", "-c"]),
        ("<c xmlns:xml='http://www.w3.org/XML/1998/namespace'/>", ["+c", "-c"]),
        // Words that nobody reads, with letters of all kinds.
        ("<tên_cột.1 đơn-vị='x'>·</tên_cột.1>", ["+?", "\"·\"", "-?"]),
        ("<\u{10000}/>", ["+?", "-?"]),
    ]

    @Test(arguments: cases)
    func isRead(_ item: (xml: String, events: [String])) throws {
        let bytes = Array(item.xml.utf8)
        #expect(try XMLEvents.list(bytes) == item.events)
        #expect(try XMLEvents.list([0xEF, 0xBB, 0xBF] + bytes) == item.events)
        for step in 1...5 { #expect(try XMLEvents.list(bytes, step: step) == item.events) }
    }

    @Test(arguments: cases)
    func isReadInUTF16(_ item: (xml: String, events: [String])) throws {
        let text = item.xml.replacing("utf-8", with: "UTF-16")
        for isBigEndian in [true, false] {
            let bytes = ("\u{FEFF}" + text).utf16.flatMap { unit in
                isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            }
            #expect(try XMLEvents.list(bytes) == item.events)
            #expect(try XMLEvents.list(bytes, step: 3) == item.events)
        }
    }

    /// A text, a comment and a value that are longer than what is held at once.
    @Test func longPiecesAreRead() throws {
        let long = String(repeating: "dài ệ \u{1F600}", count: 100_000)
        let value = String(repeating: "ệ", count: 200_000)
        let events = try XMLEvents.list(Array("<c t='\(value)'><!--\(long)-->\(long)<![CDATA[\(long)]]></c>".utf8))
        #expect(events == ["+c t=\(value)", "\"\(long)\(long)\"", "-c"])
    }

    @Test func nestingIsReadToItsLimit() throws {
        let (opening, closing) = (String(repeating: "<c>", count: 256), String(repeating: "</c>", count: 256))
        #expect(XMLEvents.fault(opening + closing) == nil)
        #expect(XMLEvents.fault(opening + "<c/>" + closing) == "depth 768")
    }
}
