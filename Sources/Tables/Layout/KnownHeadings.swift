internal import Values

/// The headings that the reader of a table knows. By them the row of headings is found among title lines, and the sheet
/// of a workbook among others.
package struct KnownHeadings: Hashable, Sendable {
    /// The columns that make a row the heading: all of one of these lists.
    private let needed: [[Int]]
    private let columnOfKey: [String: Int]

    /// - Parameters:
    ///   - needed: Columns that the table must have, each by its names; several lists are alternatives.
    ///   - others: Further columns that are read, or known not to be needed.
    package init(needed: [[[String]]], others: [[String]] = []) {
        var columns: [String: Int] = [:]
        var known: [[String]: Int] = [:]
        func column(_ names: [String]) -> Int {
            if let column = known[names] { return column }
            let column = known.count
            known[names] = column
            // A name that two columns bear is that of the first.
            for name in names where columns[CellText.key(name)] == nil { columns[CellText.key(name)] = column }
            return column
        }
        self.needed = needed.map { $0.map(column) }
        for names in others { _ = column(names) }
        columnOfKey = columns
    }

    /// What a row of cells has in common with the headings that are known.
    struct Fit: Comparable, Sendable {
        /// Whether one list of needed columns is complete.
        var isComplete = false
        /// How many different columns are known.
        var known = 0
        /// How many other cells look like codes, as those of figures do: `1.10`.
        var codes = 0

        /// Whether the row is plainly the heading: one name alone also stands before the name in a form (`Đơn vị; Xã A`).
        var isPlain: Bool { isComplete && known + codes > 1 }

        static func < (left: Fit, right: Fit) -> Bool {
            if left.isComplete != right.isComplete { return right.isComplete }
            return left.known + left.codes < right.known + right.codes
        }
    }

    /// The column that a heading names; nil for any other text.
    func column(_ heading: String) -> Int? {
        // A label before a value in a form is no heading.
        if heading.isEmpty || heading.utf8.count > 200 || heading.hasSuffix(":") { return nil }
        if let column = columnOfKey[CellText.key(heading)] { return column }
        return HeadingText.withoutUnit(heading).flatMap { columnOfKey[CellText.key($0)] }
    }

    /// Whether a heading names a column that the table must have.
    func isNeeded(_ heading: String) -> Bool {
        guard let column = column(heading) else { return false }
        return needed.contains { $0.contains(column) }
    }

    func fit(_ cells: [String]) -> Fit {
        var (found, codes): (Set<Int>, Set<String>) = ([], [])
        for cell in cells {
            if let column = column(cell) {
                found.insert(column)
            } else if HeadingText.looksLikeCode(cell) {
                codes.insert(cell)
            }
        }
        let isComplete = needed.contains { $0.allSatisfy(found.contains) }
        return Fit(isComplete: isComplete, known: found.count, codes: codes.count)
    }
}

/// What the text of a heading shows.
enum HeadingText {
    /// The heading without the number of its column, its unit or its formula in brackets: `Số liệu thực hiện (1)`,
    /// `Tỷ lệ (%)`, `Tỷ lệ (3)=(2)/(1)*100%`. Nil where it has none: other words in brackets say which column it is.
    static func withoutUnit(_ heading: String) -> String? {
        guard let open = heading.firstIndex(of: "("), open > heading.startIndex else { return nil }
        let rest = heading[open...]
        guard rest.contains(")"), rest.unicodeScalars.allSatisfy({ unitSigns.contains($0) }) else { return nil }
        var name = heading[..<open]
        while name.last?.isWhitespace == true { name.removeLast() }
        return String(name)
    }

    private static let unitSigns = Set("0123456789()[]{}%=+-*/×x:.,; ".unicodeScalars)

    /// Whether a text may be the code of a figure: `1`, `3.4.1`, `1.10`.
    static func looksLikeCode(_ text: String) -> Bool {
        guard text.utf8.count <= 12, let first = text.utf8.first, first &- 0x30 < 10 else { return false }
        return text.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") }
            && text.utf8.last != UInt8(ascii: ".")
    }
}
