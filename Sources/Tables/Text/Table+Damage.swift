internal import Values

extension TableReading {
    /// How many rows are looked at: what damages a text damages the whole file.
    private static let sampledRows = 50

    /// Reports, once, that the letters of the table were damaged when it was saved, at the first text that shows it.
    func reportDamage(in bytes: UnsafeBufferPointer<UInt8>, collector: inout FindingCollector) {
        // Old fonts are recognised by several places together; a text of Unicode beside them speaks against it.
        var (oldFont, hits, isUnicode): ((Finding, FindingTerm)?, Int, Bool) = (nil, 0, false)
        for index in (headingRow - 1)..<min(headingRow + Self.sampledRows, cells.records.count) {
            let record = cells.records[index]
            for column in 0..<Int(record.cellCount) {
                let raw = cells.rawRange(of: record, cell: column)
                guard bytes[raw].contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "?") }) else { continue }
                // Most cells are plain Unicode, which is seen without decoding them.
                if Self.isUnicode(bytes[raw]) {
                    isUnicode = true
                    continue
                }
                let text = CellText.text(of: raw, in: bytes)
                func finding(_ history: TextHistory) -> Finding {
                    Finding(
                        TableFinding.damagedText,
                        at: Location(file: file, line: index + 1, column: column + 1, isTable: true),
                        [.found: .text(Excerpt.of(text)), .history: history.detail],
                        suggestion: history.original.map { Excerpt.of($0) })
                }
                if let decoded = LegacyText.decodedTwice(text) {
                    return collector.add(finding(TextHistory(.encodedTwice, original: decoded)))
                }
                let isHeading = index == headingRow - 1
                if TextHistory.lostLetters(text) || isHeading && TextHistory.lostLastLetter(text) {
                    return collector.add(finding(TextHistory(.lostLetters)))
                }
                isUnicode = isUnicode || LegacyText.isUnicode(text)
                guard !isUnicode, let (font, decoded) = LegacyText.decoded(text, hits: 1) else { continue }
                if oldFont == nil { oldFont = (finding(TextHistory(font, original: decoded)), font) }
                if oldFont?.1 == font { hits += 1 }
            }
        }
        if let (finding, _) = oldFont, hits > 1, !isUnicode { collector.add(finding) }
    }

    /// Whether a cell has letters from U+1E80 to U+1EFF, as nearly all Vietnamese text has, and damaged text never.
    private static func isUnicode(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var isLead = false
        for byte in cell {
            if isLead, byte == 0xBA || byte == 0xBB { return true }
            isLead = byte == 0xE1
        }
        return false
    }
}
