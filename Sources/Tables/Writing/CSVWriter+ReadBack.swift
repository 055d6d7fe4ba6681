extension CSVWriter {
    /// What ``Table`` gives back of a cell that is written in a style.
    package static func textReadBack(of cell: Cell, in style: Style) -> String {
        var writer = part(of: style)
        writer.writeRow([cell])
        // A blank row has quotes.
        let end = writer.bytes.lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        // In bounds: up to a byte that is there.
        return writer.bytes.withUnsafeBufferPointer { CellText.text(of: 0..<(end.map { $0 + 1 } ?? 0), in: $0) }
    }

    /// The style in which a table was written, to write on in it.
    package static func style(of bytes: [UInt8], delimiter: TableDelimiter, _ separator: DecimalSeparator?) -> Style {
        Style(
            delimiter: delimiter, decimalSeparator: separator ?? (delimiter == .semicolon ? .comma : .point),
            hasByteOrderMark: bytes.starts(with: TextEncoding.byteOrderMark),
            usesCRLF: bytes.contains(UInt8(ascii: "\r")))
    }
}
