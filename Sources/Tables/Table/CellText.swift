internal import Values

/// The text of cells.
package enum CellText {
    // In bounds: `raw` is a range of the bytes, as of all cells; contents and trimmed ranges lie within it.
    /// The content of a cell: quotes removed, trimmed, NFC, and without the apostrophe that ``CSVWriter`` puts before
    /// text that a spreadsheet would take for a formula.
    ///
    /// Complexity: O(bytes).
    package static func text(of raw: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> String {
        if let range = CSVCellContent.range(of: raw, in: bytes) { return plain(range, in: bytes) }
        return CSVCellContent.copy(of: raw, in: bytes).withUnsafeBufferPointer { plain(0..<$0.count, in: $0) }
    }

    /// The bytes of a cell's content, without quotes and the spaces around it; nil where they are not contiguous.
    ///
    /// Complexity: O(1), and O(bytes of the cell) for a quoted one.
    package static func content(of raw: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        CSVCellContent.range(of: raw, in: bytes).map { Spaces.trim($0, in: bytes) }
    }

    /// Whether a cell's bytes are UTF-8 without NUL, which a stream has to check for each cell that it uses.
    package static func isText(_ raw: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let cell = UnsafeBufferPointer(rebasing: bytes[raw])
        return !cell.contains(0) && String(validating: cell, as: UTF8.self) != nil
    }

    private static func plain(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> String {
        let trimmed = Spaces.trim(range, in: bytes)
        if trimmed.isEmpty { return "" }
        let content = UnsafeBufferPointer(rebasing: bytes[trimmed])
        var text = String(decoding: content, as: UTF8.self)
        if content.contains(where: VietnameseText.beginsMark) { text = VietnameseText.composed(text) }
        if bytes[trimmed.lowerBound] == FormulaGuard.mark { FormulaGuard.remove(from: &text) }
        return text
    }

    /// The key under which a heading is looked up: folded, or the text itself when it has no letters or digits.
    package static func key(_ heading: String) -> String {
        let folded = VietnameseText.folded(heading)
        return folded.isEmpty ? heading : folded
    }
}
