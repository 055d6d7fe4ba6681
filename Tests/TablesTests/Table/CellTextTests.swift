import Testing
import Values

@testable import Tables

/// The text of cells is trimmed and composed; codes stay codes.
@Suite struct CellTextTests {
    @Test(arguments: [
        (" x ", "x"), ("\u{A0}x\u{202F}", "x"), ("\tx y\t", "x y"), ("001", "001"), ("1.10", "1.10"), ("", ""),
        ("  ", ""),
        ("\"  x\n\"", "x"), ("\"a\"\"b\"", "a\"b"), ("đo\u{031B}n", "đơn"), ("'x", "'x"), ("'", "'"), ("'=1+1", "=1+1"),
        ("'-x", "-x"), ("''-x", "'-x"), ("=1+1", "=1+1"), ("'001", "'001"),
    ])
    func isRead(_ cell: String, _ expected: String) throws {
        let table = try table("a;b\n\(cell);1\n", TableOptions(delimiter: .semicolon))
        #expect(Array(table.text(0, 0).unicodeScalars) == Array(expected.unicodeScalars))
        #expect(table.isBlank(0, 0) == expected.isEmpty)
    }

    @Test func bytesAreTheContent() throws {
        let table = try table("a;b\n \"x\";\"p\"\"q\"\n\"r \";s\n")
        #expect(Array(table.bytes(0, 0)) == Array(" \"x\"".utf8))
        #expect(Array(table.bytes(0, 1)) == Array("p\"q".utf8))
        #expect(Array(table.bytes(1, 0)) == Array("r ".utf8))
        #expect(Array(table.bytes(1, 1)) == Array("s".utf8))
    }
}
