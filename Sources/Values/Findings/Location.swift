/// A place in a file, or a file as a whole.
public struct Location: Hashable, Sendable {
    /// The file's path as the user specified it.
    public var file: String
    /// The line of a text, or the row of a table, with the heading as row 1; nil for the whole file.
    public var line: Int?
    /// The column, from 1: characters in a text, cells in a table; nil for the whole line.
    public var column: Int?
    /// Whether `line` and `column` count rows and cells of a table.
    public var isTable: Bool

    /// The sheet of a workbook; nil for other files.
    public var sheet: String?
    /// The table of a document, from 1; nil for other files.
    public var table: Int?

    /// Makes a place.
    public init(
        file: String, line: Int? = nil, column: Int? = nil, isTable: Bool = false, sheet: String? = nil,
        table: Int? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.isTable = isTable
        self.sheet = sheet
        self.table = table
    }
}

extension Location: CustomStringConvertible {
    /// `file:line:column`, `file:sheet:row:column` or `file:table:row:column`, as far as known.
    public var description: String {
        ([file] + [sheet, table.map(String.init)].compactMap { $0 } + [line, column].compactMap { $0.map(String.init) })
            .joined(separator: ":")
    }
}
