import TestSupport
import Testing

@testable import Workbooks

/// Workbooks of other programs hold what was put into them.
@Suite struct ProgramsTests {
    @Test(arguments: [
        ("openpyxl.xlsx", "openpyxl"), ("prefixed.xlsx", "openpyxl"), ("strict.xlsx", "openpyxl"),
        ("wide.xlsx", "openpyxl"), ("spread.xlsx", "openpyxl"), ("xlsxwriter.xlsx", "xlsxwriter"),
        ("libreoffice.xlsx", "xlsxwriter"),
    ])
    func cellsAreRead(_ item: (file: String, expected: String)) throws {
        #expect(try Fixtures.lines(Fixtures.bytes(item.file)) == Fixtures.expected(item.expected))
    }

    /// LibreOffice keeps the truth values of Excel as numbers there.
    @Test func cellsOfOpenDocumentAreRead() throws {
        let expected = try Fixtures.expected("xlsxwriter").map { line in
            line.replacing("boolean\t\tTRUE", with: "number\t\t1").replacing("boolean\t\tFALSE", with: "number\t\t0")
                .replacing("boolean\trepeated\tTRUE", with: "number\trepeated\t1")
                .replacing("boolean\trepeated\tFALSE", with: "number\trepeated\t0")
        }
        #expect(try Fixtures.lines(Fixtures.bytes("libreoffice.ods")) == expected)
    }
}
