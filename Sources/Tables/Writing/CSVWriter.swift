package import Values

/// Writes tables as CSV that ``Table`` reads back exactly and that spreadsheets open.
///
/// Quotes stand only where they are needed. Text that a spreadsheet would run as a formula gets an apostrophe in
/// front, which reading takes off again. Codes such as `001` and `1.10` are text and stay as they are (a spreadsheet
/// that opens the file by a double click may still show them as numbers; importing them as text avoids that). A
/// number such as 1.234 gets a fourth decimal, `1,2340`, so that nobody can take it for one thousand.
package struct CSVWriter: Sendable {
    /// One cell.
    package enum Cell: Hashable, Sendable {
        /// Nothing.
        case blank
        /// Text, also a code.
        case text(String)
        /// A number with at least so many decimals.
        case number(FixedDecimal, minimumDigits: Int = 0)
    }

    /// How it is written.
    package struct Style: Hashable, Sendable {
        /// The sign between cells.
        package var delimiter: TableDelimiter
        /// The sign before decimals.
        package var decimalSeparator: DecimalSeparator
        /// Whether a byte-order mark comes first; Excel needs it to see that the text is UTF-8.
        package var hasByteOrderMark: Bool
        /// Whether lines end with CRLF instead of LF.
        package var usesCRLF: Bool

        /// Makes a style; without arguments `;`, decimal comma, LF, no mark.
        package init(
            delimiter: TableDelimiter = .semicolon, decimalSeparator: DecimalSeparator = .comma,
            hasByteOrderMark: Bool = false, usesCRLF: Bool = false
        ) {
            self.delimiter = delimiter
            self.decimalSeparator = decimalSeparator
            self.hasByteOrderMark = hasByteOrderMark
            self.usesCRLF = usesCRLF
        }

        /// What Excel with Vietnamese settings opens by a double click: `;`, decimal comma, mark, CRLF.
        package static let excelVietnamese = Style(hasByteOrderMark: true, usesCRLF: true)
        /// What other programs expect: `,`, decimal point, LF, no mark.
        package static let plain = Style(delimiter: .comma, decimalSeparator: .point)
    }

    /// How it is written.
    package let style: Style
    /// Everything written so far.
    package private(set) var bytes: [UInt8] = []
    private let numberReader: NumberReader
    private static let unsettled = NumberReader(decimalSeparator: nil)
    private var isFirstRow = true

    /// Makes a writer with nothing written but the mark, if the style has one.
    package init(_ style: Style = Style()) {
        self.style = style
        numberReader = NumberReader(decimalSeparator: style.decimalSeparator)
        if style.hasByteOrderMark { bytes += TextEncoding.byteOrderMark }
    }

    /// A writer for rows of the middle of a table, which ``append(_:)`` puts together.
    package static func part(of style: Style) -> CSVWriter {
        var writer = CSVWriter(style)
        writer.bytes = []
        writer.isFirstRow = false
        return writer
    }

    /// Puts the rows of several writers, each made by ``part(of:)``, behind those written so far.
    package mutating func append(_ parts: [[UInt8]]) {
        for part in parts { bytes += part }
        isFirstRow = false
    }

    /// Makes room for so many bytes more: what is long grows by being copied otherwise.
    package mutating func reserve(_ count: Int) {
        bytes.reserveCapacity(bytes.count + count)
    }

    /// Writes one row of cells, behind which `more` puts others as they shall stand, each with a delimiter before it.
    package mutating func writeRow(_ cells: some Collection<Cell>, more: (inout [UInt8]) -> Void) {
        writeCells(cells)
        more(&bytes)
        endRow()
    }

    /// Writes one row; a heading is a row of text. Complexity: O(bytes).
    package mutating func writeRow(_ cells: some Collection<Cell>) {
        if cells.allSatisfy(isBlank) {
            // A row without a word would be left out on reading: quotes say that it is meant.
            bytes += [quote, quote]
            bytes += repeatElement(style.delimiter.byte, count: max(cells.count - 1, 0))
        } else {
            writeCells(cells)
        }
        endRow()
    }

    private mutating func writeCells(_ cells: some Collection<Cell>) {
        var isFirstCell = true
        for cell in cells {
            if !isFirstCell { bytes.append(style.delimiter.byte) }
            switch cell {
            case .blank: break
            case .text(let text): write(text, isFirst: isFirstRow && isFirstCell)
            case .number(let number, let digits): write(number, minimumDigits: digits)
            }
            isFirstCell = false
        }
    }

    private mutating func endRow() {
        if style.usesCRLF { bytes.append(UInt8(ascii: "\r")) }
        bytes.append(UInt8(ascii: "\n"))
        isFirstRow = false
    }

    private func isBlank(_ cell: Cell) -> Bool {
        switch cell {
        case .blank: true
        case .text(let text): text.utf8.allSatisfy(Spaces.isWhite)
        case .number: false
        }
    }

    private var quote: UInt8 { UInt8(ascii: "\"") }

    private mutating func write(_ number: FixedDecimal, minimumDigits: Int) {
        let separator = style.decimalSeparator.byte
        let start = bytes.count
        let digits = number.append(to: &bytes, minimumDigits: minimumDigits, decimalSeparator: separator)
        // Only three decimals can be taken for a group of thousands.
        if digits == 3, case .ambiguous = Self.unsettled.read(String(decoding: bytes[start...], as: UTF8.self)) {
            bytes.append(UInt8(ascii: "0"))
        }
        if digits > 0, separator == style.delimiter.byte {
            bytes.insert(quote, at: start)
            bytes.append(quote)
        }
    }

    private mutating func write(_ text: String, isFirst: Bool) {
        let guarded = FormulaGuard.isNeeded(for: text, numbers: numberReader) ? "'" + text : text
        // The first line of a file has signs with a meaning of their own.
        if isFirst, guarded.unicodeScalars.first == "\u{FEFF}" || guarded.lowercased().hasPrefix("sep=") {
            writeQuoted(guarded.utf8)
        } else {
            writeQuotedIfNeeded(guarded.utf8)
        }
    }

    private mutating func writeQuotedIfNeeded(_ text: String.UTF8View) {
        let needsQuotes = text.contains { byte in
            byte == style.delimiter.byte || byte == quote || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        }
        if needsQuotes { writeQuoted(text) } else { bytes += text }
    }

    private mutating func writeQuoted(_ text: String.UTF8View) {
        bytes.append(quote)
        for byte in text {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }
}
