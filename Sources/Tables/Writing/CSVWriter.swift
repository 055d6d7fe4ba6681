package import Values

/// Writes tables as CSV that ``Table`` reads back exactly and that spreadsheets open.
///
/// Quotes are written only where needed. Text that a spreadsheet would run as a formula is prefixed with an apostrophe,
/// which reading removes again. Codes such as `001` and `1.10` are text and stay as they are (a spreadsheet that opens
/// the file by a double click may still show them as numbers; importing them as text avoids that). A number such as
/// 1.234 gets a fourth decimal, `1,2340`, so that nobody can take it for one thousand.
package struct CSVWriter: Sendable {
    /// One cell.
    package enum Cell: Hashable, Sendable {
        /// Nothing.
        case blank
        /// Text, including codes.
        case text(String)
        /// A number with at least `minimumDigits` decimals.
        case number(FixedDecimal, minimumDigits: Int = 0)
    }

    /// How it is written.
    package struct Style: Hashable, Sendable {
        /// The delimiter between cells.
        package var delimiter: TableDelimiter
        package var decimalSeparator: DecimalSeparator
        /// Whether a byte-order mark comes first; Excel needs it to recognise UTF-8.
        package var hasByteOrderMark: Bool
        /// Whether lines end with CRLF instead of LF.
        package var usesCRLF: Bool

        /// Makes a style; without arguments `;`, decimal comma, LF, no byte-order mark.
        package init(
            delimiter: TableDelimiter = .semicolon, decimalSeparator: DecimalSeparator = .comma,
            hasByteOrderMark: Bool = false, usesCRLF: Bool = false
        ) {
            self.delimiter = delimiter
            self.decimalSeparator = decimalSeparator
            self.hasByteOrderMark = hasByteOrderMark
            self.usesCRLF = usesCRLF
        }

        /// What Excel with Vietnamese settings opens by a double click: `;`, decimal comma, byte-order mark, CRLF.
        package static let excelVietnamese = Style(hasByteOrderMark: true, usesCRLF: true)
        /// What other programs expect: `,`, decimal point, LF, no byte-order mark.
        package static let plain = Style(delimiter: .comma, decimalSeparator: .point)
    }

    /// How it is written.
    package let style: Style
    /// Everything written so far.
    package private(set) var bytes: [UInt8] = []
    private let numberReader: NumberReader
    private static let unsettled = NumberReader(decimalSeparator: nil)
    private var isFirstRow = true

    /// Makes a writer with nothing written but the byte-order mark, if the style has one.
    package init(_ style: Style = Style()) {
        self.style = style
        numberReader = NumberReader(decimalSeparator: style.decimalSeparator)
        if style.hasByteOrderMark { bytes += TextEncoding.byteOrderMark }
    }

    /// A writer for rows in the middle of a table, which ``append(_:)`` puts together.
    package static func part(of style: Style) -> CSVWriter {
        var writer = CSVWriter(style)
        writer.bytes = []
        writer.isFirstRow = false
        return writer
    }

    /// Appends the rows of several writers, each made by ``part(of:)``.
    package mutating func append(_ parts: [[UInt8]]) {
        for part in parts { bytes += part }
        isFirstRow = false
    }

    /// Reserves room for `count` more bytes, since a long buffer would otherwise grow by copying.
    package mutating func reserve(_ count: Int) {
        bytes.reserveCapacity(bytes.count + count)
    }

    /// Writes one row of cells; `more` appends further ones, already formatted, each preceded by a delimiter.
    package mutating func writeRow(_ cells: [Cell], more: (inout [UInt8]) -> Void) {
        writeCells(cells)
        more(&bytes)
        endRow()
    }

    /// Writes one row; a heading is a row of text. Complexity: O(bytes).
    package mutating func writeRow(_ cells: [Cell]) {
        if cells.allSatisfy(isBlank) {
            // A row without content would be left out on reading: quotes show that it is intended.
            bytes += [quote, quote]
            bytes += repeatElement(style.delimiter.byte, count: max(cells.count - 1, 0))
        } else {
            writeCells(cells)
        }
        endRow()
    }

    private mutating func writeCells(_ cells: [Cell]) {
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
        // At the start of a file some characters have a special meaning.
        let isSpecial =
            isFirst && (guarded.unicodeScalars.first == "\u{FEFF}" || guarded.lowercased().hasPrefix("sep="))
        var text = guarded
        // In bounds: the letters are iterated over and sliced by their own indices.
        text.withUTF8 { text in
            if isSpecial || needsQuotes(text) { writeQuoted(text) } else { bytes += text }
        }
    }

    private func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let delimiter = style.delimiter.byte
        return text.contains { byte in
            byte == delimiter || byte == quote || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        }
    }

    private mutating func writeQuoted(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(quote)
        var rest = text[...]
        while let next = rest.firstIndex(of: quote) {
            bytes += rest[...next]
            bytes.append(quote)
            rest = rest[(next + 1)...]
        }
        bytes += rest
        bytes.append(quote)
    }
}
