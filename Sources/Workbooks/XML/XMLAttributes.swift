internal import Values

/// The attributes of the tag that was read last.
struct XMLAttributes {
    private struct Attribute {
        var name: Range<Int>
        /// Where its value is, with references replaced.
        var value: Range<Int>
        var namespace = XMLNamespaces.none
        var resolved = XMLName(.none, .other)
        /// Behind the colon, or the whole name.
        var local: Range<Int>
        var isPrefixed: Bool { local.lowerBound > name.lowerBound }
    }

    /// More are refused: comparing all with all must stay cheap.
    static let limit = 512

    private var list: [Attribute] = []

    /// Reads what stands between the name of an element and the end of its tag.
    mutating func read(_ range: Range<Int>, in window: XMLWindow) throws(WorkbookFault) {
        list.removeAll(keepingCapacity: true)
        let bytes = window.bytes
        var index = range.lowerBound
        while true {
            let before = index
            while index < range.upperBound, XMLCharacters.isSpace(bytes[index]) { index += 1 }
            if index == range.upperBound { return }
            guard index > before, list.count < Self.limit else { throw window.fault(.attribute, at: index) }
            guard let nameEnd = XMLCharacters.endOfName(from: index, in: window), nameEnd < range.upperBound else {
                throw window.fault(.attribute, at: index)
            }
            let name = index..<nameEnd
            index = nameEnd
            while index < range.upperBound, XMLCharacters.isSpace(bytes[index]) { index += 1 }
            guard index < range.upperBound, bytes[index] == UInt8(ascii: "=") else {
                throw window.fault(.attribute, at: index)
            }
            index += 1
            while index < range.upperBound, XMLCharacters.isSpace(bytes[index]) { index += 1 }
            guard index < range.upperBound, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'")
            else { throw window.fault(.attribute, at: index) }
            let quote = bytes[index]
            let start = index + 1
            index = start
            var isPlain = true
            while index < range.upperBound, bytes[index] != quote {
                if bytes[index] < 0x20 || bytes[index] == UInt8(ascii: "&") { isPlain = false }
                index += 1
            }
            guard index < range.upperBound else { throw window.fault(.attribute, at: start) }
            let value = isPlain ? start..<index : try Self.replaced(start..<index, in: window)
            index += 1
            list.append(Attribute(name: name, value: value, local: try XMLNamespaces.local(of: name, in: window)))
        }
    }

    /// A value with references replaced and every space as one; it takes the place of the original.
    private static func replaced(_ range: Range<Int>, in window: XMLWindow) throws(WorkbookFault) -> Range<Int> {
        let bytes = window.bytes
        var (index, end) = (range.lowerBound, range.lowerBound)
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == UInt8(ascii: "&") {
                guard let close = (index..<range.upperBound).first(where: { bytes[$0] == UInt8(ascii: ";") }) else {
                    throw window.fault(.reference, at: index)
                }
                guard let scalar = try XMLReferences.scalar(of: index + 1..<close, in: window) else {
                    throw window.fault(.unknownEntity, at: index)
                }
                end += XMLReferences.write(scalar, to: bytes + end)
                index = close + 1
                continue
            }
            // The two characters of a line's end are one space.
            if byte == UInt8(ascii: "\r"), index + 1 < range.upperBound, bytes[index + 1] == UInt8(ascii: "\n") {
                index += 1
                continue
            }
            bytes[end] = byte < 0x20 ? UInt8(ascii: " ") : byte
            end += 1
            index += 1
        }
        return range.lowerBound..<end
    }

    /// Finds the namespaces of the names; two attributes may not have the same name.
    mutating func resolve(in window: XMLWindow, namespaces: inout XMLNamespaces) throws(WorkbookFault) {
        var hasPrefix = false
        for index in list.indices {
            if list[index].isPrefixed {
                hasPrefix = true
                let prefix = list[index].name.lowerBound..<list[index].local.lowerBound - 1
                list[index].namespace = try namespaces.namespace(of: prefix, in: window)
            }
            list[index].resolved = XMLName(
                namespaces.known(list[index].namespace), window.word(list[index].local))
        }
        guard list.count > 1 else { return }
        for (position, attribute) in list.enumerated() {
            for other in list[..<position]
            where window.equals(other.name, attribute.name)
                || hasPrefix && attribute.isPrefixed && other.isPrefixed && other.namespace == attribute.namespace
                    && window.equals(other.local, attribute.local)
            {
                throw window.fault(.duplicateAttribute, at: attribute.name.lowerBound)
            }
        }
    }

    // MARK: - Values

    /// The names and values of the namespaces that the tag binds.
    func forEachBinding(
        in window: XMLWindow, _ body: (_ prefix: Range<Int>, _ uri: Range<Int>) throws(WorkbookFault) -> Void
    ) throws(WorkbookFault) {
        for attribute in list where attribute.name.count >= 5 {
            let start = attribute.name.lowerBound
            guard window.bytes[start] == UInt8(ascii: "x"), window.equals(start..<start + 5, "xmlns") else { continue }
            if attribute.isPrefixed, attribute.local.lowerBound == start + 6 {
                try body(attribute.local, attribute.value)
            } else if attribute.name.count == 5 {
                try body(start..<start, attribute.value)
            }
        }
    }

    /// Where the value of an attribute is; nil when the tag does not have it.
    func range(_ namespace: XMLNamespace, _ word: XMLWord) -> Range<Int>? {
        for attribute in list where attribute.resolved.word == word && attribute.resolved.namespace == namespace {
            return attribute.value
        }
        return nil
    }
}
