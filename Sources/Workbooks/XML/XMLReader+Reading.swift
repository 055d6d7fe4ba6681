extension XMLWindow {
    /// The word that a name is.
    func word(_ range: Range<Int>) -> XMLWord {
        // In bounds: the range is part of the tag, which the window holds as a whole.
        XMLWords.all.word(UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count))
    }

    func equals(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        first.count == second.count
            && (0..<first.count).allSatisfy { bytes[first.lowerBound + $0] == bytes[second.lowerBound + $0] }
    }

    func equals(_ range: Range<Int>, _ letters: StaticString) -> Bool {
        range.count == letters.utf8CodeUnitCount
            && (0..<range.count).allSatisfy { bytes[range.lowerBound + $0] == letters.utf8Start[$0] }
    }
}

/// What the readers of documents ask for.
extension XMLReader {
    /// Goes to the root, which must be of this name.
    func enterRoot(_ name: XMLName) throws(WorkbookFault) {
        guard case .start = try next(), element == name else { throw fault(.root) }
    }

    /// Goes to the next child of the element that is open; false at its end. A child must be read to its end, or
    /// skipped, before the next is asked for.
    func nextChild() throws(WorkbookFault) -> Bool {
        while true {
            switch try next() {
            case .start: return true
            case .end, .finish: return false
            case .text: continue
            }
        }
    }

    /// Goes to the end of the element that is open.
    func skip() throws(WorkbookFault) {
        let target = depth - 1
        while depth > target { if case .finish = try next() { return } }
    }

    /// Reads to the end of the document, so that whatever is wrong with it is found.
    func finish() throws(WorkbookFault) {
        while true { if case .finish = try next() { return } }
    }

    /// The longest text of a cell, in bytes; Excel has a hundredth of that.
    static let textLimit = 1 << 20

    /// Adds the text of the element that is open, without that of its children, and goes to its end.
    func readText(into bytes: inout [UInt8]) throws(WorkbookFault) {
        while true {
            switch try next() {
            case .text:
                bytes += textBytes
                guard bytes.count <= Self.textLimit else { throw fault(.length) }
            case .start: try skip()
            case .end, .finish: return
            }
        }
    }

    // MARK: - Attributes

    /// The bytes of an attribute, valid until the next piece is read; nil when the element does not have it.
    func attribute(_ word: XMLWord, in namespace: XMLNamespace = .none) -> UnsafeBufferPointer<UInt8>? {
        // In bounds: values are parts of the tag, which the window holds until the next piece is read.
        attributes.range(namespace, word).map {
            UnsafeBufferPointer(start: window.bytes + $0.lowerBound, count: $0.count)
        }
    }

    func text(_ word: XMLWord, in namespace: XMLNamespace = .none) -> String? {
        attribute(word, in: namespace).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A whole number that is not negative; nil when the attribute is missing or none.
    func number(_ word: XMLWord, in namespace: XMLNamespace = .none) -> Int? {
        guard let letters = attribute(word, in: namespace), !letters.isEmpty, letters.count <= 12 else { return nil }
        var value: Int64 = 0
        for letter in letters {
            let digit = Int64(letter) - 0x30
            guard digit >= 0, digit < 10 else { return nil }
            value = value * 10 + digit
        }
        return Int(exactly: value)
    }

    /// Whether a flag is set: `1`, `true` or `on`.
    func flag(_ word: XMLWord, in namespace: XMLNamespace = .none) -> Bool {
        guard let range = attributes.range(namespace, word) else { return false }
        return window.equals(range, "1") || window.equals(range, "true") || window.equals(range, "on")
    }
}
