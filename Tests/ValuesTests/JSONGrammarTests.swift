import Testing
import Values

@Suite("JSON: what is read and what is refused")
struct JSONGrammarTests {
    @Test(
        "texts of RFC 8259 are read",
        arguments: [
            "null", " true ", "false", "0", "-0", "-0.5", "1.50", "1e5", "1E+5", "1e-05", "\"\"", "[]", "{}", "[ ]",
            "{ }", "[1,2 , 3]", "[[],[[]]]", #"{"a":1}"#, #"{"":0}"#, #"{"a":{"a":[]}}"#, "\t\r\n 1 \n", "\u{FEFF}[]",
            #""\u0000\"\\\/\b\f\n\r\t""#, #""\uD83D\uDE00""#, "\"\u{7F}\u{2028}\"", #"["a","a"]"#,
        ])
    func accepts(text: String) throws {
        _ = try JSONDocument(file: "a.json", bytes: Array(text.utf8))
    }

    @Test(
        "everything else is refused",
        arguments: [
            "", " ", "[", "]", "{", "}", "[1", "[1,", "[,1]", "[1,]", "[1 2]", "[1,,2]", "{,}", #"{"a"}"#, #"{"a":}"#,
            #"{"a":1,}"#, #"{"a" 1}"#, #"{"a":1 "b":2}"#, "{a:1}", "{1:1}", "{'a':1}", "'a'", "nul", "nulll", "True",
            "NaN", "Infinity", "-Infinity", "-", "+1", "01", "-01", "1.", ".5", "1.e1", "1e", "1e+", "0x1", "1_0",
            "\"", "\"a", "\"a\nb\"", "\"a\tb\"", "\"\u{0}\"",
            #""\""#, #""\x41""#, #""\u12""#, #""\u12G4""#, #""\U0041""#,
            #""\uD800""#, #""\uDC00""#, #""\uD800\u0041""#, #""\uD800A""#, #""\uD83D\u""#, "[] []", "1 2", "// c\n1",
            "[1] x", "\u{FEFF}\u{FEFF}1", "\u{A0}1", "[1]\u{0}", #""\u+123""#, #""\u１２""#,
        ])
    func refuses(text: String) throws {
        let error = #expect(throws: FindingsError.self) {
            try JSONDocument(file: "a.json", bytes: Array(text.utf8))
        }
        #expect(error?.findings.map(\.code) == ["json.syntax"])
    }

    @Test(
        "bytes that are no UTF-8 are refused",
        arguments: [[0xFF], [0xC0, 0xAF], [0xE1, 0xBB], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80]]
            as [[UInt8]])
    func refusesBrokenUTF8(broken: [UInt8]) {
        #expect(throws: FindingsError.self) {
            try JSONDocument(file: "a.json", bytes: [0x22] + broken + [0x22])
        }
    }

    @Test("depth is bounded: 128 brackets are read, 129 and a million are refused")
    func depth() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array(repeating: UInt8(ascii: "["), count: depth) + Array(repeating: UInt8(ascii: "]"), count: depth)
        }
        _ = try JSONDocument(file: "a.json", bytes: nested(128))
        #expect(throws: FindingsError.self) { try JSONDocument(file: "a.json", bytes: nested(129)) }
        let error = #expect(throws: FindingsError.self) {
            try JSONDocument(file: "a.json", bytes: Array(repeating: UInt8(ascii: "["), count: 1_000_000))
        }
        #expect(error?.findings.first?.location == Location(file: "a.json", line: 1, column: 129))
    }

    @Test("escapes, pairs of surrogates and decomposed letters give the text that was meant")
    func texts() throws {
        func text(_ json: String) throws -> String? {
            let document = try JSONDocument(file: "a.json", bytes: Array(json.utf8))
            if case .text(let text) = document.root.content { return text }
            return nil
        }
        #expect(try text(#""\u0041\u00e9\ud83d\ude00\/""#) == "Aé😀/")
        let composed = try #require(try text("\"Tie\u{302}\u{301}ng Vie\u{323}\u{302}t\""))
        #expect(Array(composed.unicodeScalars) == Array("Tiếng Việt".unicodeScalars))
        let escaped = try #require(try text(#""e\u0302\u0301""#))
        #expect(Array(escaped.unicodeScalars) == Array("ế".unicodeScalars))
    }

    @Test("numbers keep their digits")
    func numbers() throws {
        let document = try JSONDocument(file: "a.json", bytes: Array("[0.30, 1e5, -0]".utf8))
        guard case .array(let elements) = document.root.content else {
            Issue.record("no array")
            return
        }
        let digits = elements.map { if case .number(let digits) = $0.content { digits } else { "?" } }
        #expect(digits == ["0.30", "1e5", "-0"])
    }
}
