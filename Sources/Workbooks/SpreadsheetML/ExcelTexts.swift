internal import Values

extension SharedTexts {
    /// Reads `sharedStrings.xml`.
    init(reading reader: XMLReader) throws(WorkbookFault) {
        var text: [UInt8] = []
        try reader.enterRoot(XMLName(.sheet, .sharedTexts))
        while try reader.nextChild() {
            guard reader.element == XMLName(.sheet, .item) else {
                try reader.skip()
                continue
            }
            text.removeAll(keepingCapacity: true)
            try ExcelTexts.readRich(reader, into: &text)
            guard bytes.count + text.count <= SheetBuilder.textLimit else {
                throw WorkbookFault(
                    .tooLarge, [.found: .count(bytes.count), .expected: .count(SheetBuilder.textLimit)])
            }
            bytes += text
            ends.append(UInt32(bytes.count))
        }
        try reader.finish()
    }
}

/// The texts of Excel's cells.
enum ExcelTexts {
    /// Adds the text of the element that is open: a plain one, or the runs of a formatted one without what only says
    /// how it is pronounced.
    static func readRich(_ reader: XMLReader, into bytes: inout [UInt8]) throws(WorkbookFault) {
        while try reader.nextChild() {
            switch (reader.element.namespace, reader.element.word) {
            case (.sheet, .text): try readPlain(reader, into: &bytes)
            case (.sheet, .run):
                while try reader.nextChild() {
                    if reader.element == XMLName(.sheet, .text) {
                        try readPlain(reader, into: &bytes)
                    } else {
                        try reader.skip()
                    }
                }
            default: try reader.skip()
            }
        }
    }

    /// Adds a text as Excel reads it: without the spaces at its ends, unless they are said to matter.
    private static func readPlain(_ reader: XMLReader, into bytes: inout [UInt8]) throws(WorkbookFault) {
        let keepsSpace = reader.keepsSpace
        let start = bytes.count
        try reader.readText(into: &bytes)
        if !keepsSpace {
            while bytes.count > start, let last = bytes.last, XMLCharacters.isSpace(last) { bytes.removeLast() }
            let spaces = bytes[start...].prefix(while: XMLCharacters.isSpace).count
            bytes.removeSubrange(start..<start + spaces)
        }
        replaceEscapes(in: &bytes, from: start)
    }

    /// Replaces `_x000D_`, by which Excel writes characters that XML does not have; `_x005F_` stands for `_` itself.
    static func replaceEscapes(in bytes: inout [UInt8], from start: Int) {
        guard let first = nextEscape(in: bytes, from: start) else { return }
        var result: [UInt8] = []
        var position = start
        var found: Int? = first
        while let place = found {
            result += bytes[position..<place]
            position = place + 7
            var value = unit(bytes, place)
            if value & 0xFC00 == 0xD800, isEscape(bytes, position), unit(bytes, position) & 0xFC00 == 0xDC00 {
                value = 0x10000 + (value & 0x3FF) << 10 + (unit(bytes, position) & 0x3FF)
                position += 7
            }
            append(value, to: &result)
            found = nextEscape(in: bytes, from: position)
        }
        result += bytes[position...]
        bytes.replaceSubrange(start..., with: result)
    }

    /// Lines end with a line feed, and what no text can hold is shown as lost.
    private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        switch value {
        case 0x0D: break
        case 0x09, 0x0A, 0x20...:
            bytes += String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8
        default: bytes += "\u{FFFD}".utf8
        }
    }

    private static func nextEscape(in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + 7 <= bytes.count {
            if bytes[index] == UInt8(ascii: "_"), isEscape(bytes, index) { return index }
            index += 1
        }
        return nil
    }

    private static func isEscape(_ bytes: [UInt8], _ index: Int) -> Bool {
        index + 7 <= bytes.count && bytes[index] == UInt8(ascii: "_") && bytes[index + 1] == UInt8(ascii: "x")
            && bytes[index + 6] == UInt8(ascii: "_") && (2..<6).allSatisfy { digit(bytes[index + $0]) != nil }
    }

    private static func unit(_ bytes: [UInt8], _ index: Int) -> UInt32 {
        (2..<6).reduce(0) { $0 << 4 | (digit(bytes[index + $1]) ?? 0) }
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        default: nil
        }
    }
}
