import TestSupport
import Testing
import Values

@Suite("JSON: where a finding stands")
struct JSONPositionTests {
    /// The place is where `§` is in the text; the character itself is removed before reading.
    @Test(
        "a syntax error is shown where the text breaks",
        arguments: [
            "[1, 2§", "{\n  \"a\": 1\n  §\"b\": 2\n}", "{\"a\": 1,§}", "{\"a\" §1}", "[1, §01]", "[1.§]", "[\"ế\", §x]",
            "[\"a§\n\"]", "[\"é\u{302}\", \"§\\x\"]", "§", "[1]\n§]", "\u{FEFF}§x", "[\r\n§x]", "[1, 2, §tru]",
            "[\"abc§",
            "{§a: 1}", "[\"😀\", §'b']",
        ])
    func syntax(marked: String) throws {
        let location = Self.location(of: "§", in: marked)
        let bytes = Array(marked.filter { $0 != "§" }.utf8)
        let error = #expect(throws: FindingsError.self) { try JSONDocument(file: "a.json", bytes: bytes) }
        #expect(error?.findings.first?.location == location)
    }

    @Test("every repeated key is found, with the location of the first")
    func repeatedKeys() {
        let text = "{\n  \"a\": 1,\n  \"b\": {\"c\": 1, \"c\": 2},\n  \"\\u0061\": 3,\n  \"a\": 4\n}"
        let error = #expect(throws: FindingsError.self) {
            try JSONDocument(file: "a.json", bytes: Array(text.utf8))
        }
        let found = error?.findings.map { "\($0.code) \($0.location) \($0.text(.first) ?? "")" }
        #expect(
            found == [
                "json.duplicateKey a.json:3:17 a.json:3:9", "json.duplicateKey a.json:4:3 a.json:2:3",
                "json.duplicateKey a.json:5:3 a.json:2:3",
            ])
    }

    @Test("a composed and a decomposed key are the same key")
    func repeatedDecomposedKey() {
        let text = "{\"ế\": 1, \"e\u{302}\u{301}\": 2}"
        #expect(throws: FindingsError.self) { try JSONDocument(file: "a.json", bytes: Array(text.utf8)) }
    }

    @Test("columns count characters, not bytes, and a byte-order mark not at all")
    func columns() throws {
        let text = "\u{FEFF}{\"điểm\": 1,\r\n \"tối đa\": 2}"
        let document = try JSONDocument(file: "a.json", bytes: Array(text.utf8))
        guard case .object(let members) = document.root.content else {
            Issue.record("no object")
            return
        }
        #expect(document.location(of: document.root.offset).description == "a.json:1:1")
        #expect(members.map { document.location(of: $0.keyOffset).description } == ["a.json:1:2", "a.json:2:2"])
        #expect(members.map { document.location(of: $0.value.offset).description } == ["a.json:1:10", "a.json:2:12"])
    }

    private static func location(of sign: Character, in text: String) -> Location {
        var (line, column) = (1, 1)
        for character in text {
            if character == sign { break }
            if character == "\n" || character == "\r\n" {
                (line, column) = (line + 1, 1)
            } else if character != "\u{FEFF}" {
                column += 1
            }
        }
        return Location(file: "a.json", line: line, column: column)
    }
}
