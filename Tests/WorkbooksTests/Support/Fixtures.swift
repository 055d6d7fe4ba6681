import TestSupport

@testable import Workbooks

/// The workbooks that `checks/workbooks/make-fixtures.py` has written with other programs.
enum Fixtures {
    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Repository.data("Tests/WorkbooksTests/Fixtures/" + name))
    }

    /// The cells of all sheets as the script states them.
    static func expected(_ name: String) throws -> [String] {
        try Repository.text("Tests/WorkbooksTests/Fixtures/\(name).tsv").split(separator: "\n").map(String.init)
    }

    /// The same of what is read.
    static func lines(_ bytes: [UInt8]) throws -> [String] {
        let book = try Workbook(file: "t", bytes: bytes)
        return try book.sheets.indices.flatMap { position in
            let sheet = try book.sheet(position)
            return (0..<sheet.filledRowCount).flatMap { row in
                sheet.cells(ofRow: row).map { cell in
                    [sheet.name, cell.address, cell.value.kind, cell.isRepeated ? "repeated" : "", escaped(cell.text)]
                        .joined(separator: "\t")
                }
            }
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n")
    }
}
