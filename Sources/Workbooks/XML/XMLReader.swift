internal import Values

/// Reads an XML file piece by piece: elements with their namespaces resolved, and text with its references replaced.
///
/// It knows no document types: a declaration of one is refused, and with it every entity beyond the five that XML
/// itself has. What is not well-formed is an error; nothing is repaired. Memory is bounded by the longest tag and the
/// depth, not by the file.
///
/// The properties that change with every byte are accessed by this class alone and never overlap; checking that while
/// it runs would cost a third of the time, here and in ``XMLWindow``.
final class XMLReader {
    enum Event {
        case start, end, text, finish
    }

    /// The deepest nesting that is read.
    static let depthLimit = 256

    let window: XMLWindow
    /// Where the next piece begins in the window.
    @exclusivity(unchecked) var position = 0
    /// The name of the element that began or ended.
    @exclusivity(unchecked) private(set) var element = XMLName(.none, .other)
    @exclusivity(unchecked) private(set) var attributes = XMLAttributes()
    /// Where the text is in the window.
    @exclusivity(unchecked) private var text = 0..<0
    @exclusivity(unchecked) private var open: [OpenElement] = []
    /// The names of the open elements as they stand, one after the other.
    @exclusivity(unchecked) private var openNames: [UInt8] = []
    @exclusivity(unchecked) private var namespaces = XMLNamespaces()
    /// Whether the element that began has ended already: `<c/>`.
    @exclusivity(unchecked) private var isClosed = false
    @exclusivity(unchecked) private var isInCharacterData = false
    @exclusivity(unchecked) private var hasRoot = false
    /// How many closing brackets the text ended with: `]]>` may not stand in it.
    @exclusivity(unchecked) private var brackets = 0

    private struct OpenElement {
        var name: XMLName
        var nameStart: Int
        var bindings: Int
        var defaultNamespace: Int
        var keepsSpace: Bool
    }

    /// - Parameters:
    ///   - part: The name of the file, for findings.
    ///   - source: Supplies its bytes; returns 0 at their end.
    init(part: String, source: @escaping XMLWindow.Source) throws(WorkbookFault) {
        window = try XMLWindow(part: part, source: source)
        try readDeclaration()
    }

    /// How many elements are open.
    var depth: Int { open.count }

    /// Whether the element that is open says that its spaces matter.
    var keepsSpace: Bool { open.last?.keepsSpace ?? false }

    /// The piece of text that was read, valid until the next one is.
    var textBytes: UnsafeBufferPointer<UInt8> {
        // In bounds: `text` is a range below the count of the window when it is set, and is read before more is asked
        // for.
        UnsafeBufferPointer(start: window.bytes + text.lowerBound, count: text.count)
    }

    func fault(_ fault: XMLFault) -> WorkbookFault { window.fault(fault, at: position) }

    // MARK: - Events

    /// The next piece. A text may come in several.
    func next() throws(WorkbookFault) -> Event {
        if isClosed {
            isClosed = false
            return close()
        }
        while true {
            if isInCharacterData {
                if try readCharacterData() { return .text }
                continue
            }
            guard try has(1) else {
                guard open.isEmpty else { throw fault(.endOfFile) }
                guard hasRoot else { throw fault(.root) }
                return .finish
            }
            guard window.bytes[position] == UInt8(ascii: "<") else {
                if open.isEmpty { try skipSpaceOutside() } else if try readText() { return .text }
                continue
            }
            guard try has(2) else { throw fault(.endOfFile) }
            brackets = 0
            switch window.bytes[position + 1] {
            case UInt8(ascii: "/"):
                try readEndTag()
                return close()
            case UInt8(ascii: "?"): try skipInstruction()
            case UInt8(ascii: "!"): try readDirective()
            default:
                try readStartTag()
                return .start
            }
        }
    }

    private func close() -> Event {
        guard let last = open.popLast() else { return .end }
        element = last.name
        openNames.removeSubrange(last.nameStart...)
        namespaces.drop(to: last.bindings, defaultNamespace: last.defaultNamespace)
        return .end
    }

    // MARK: - The window

    /// Whether there are so many bytes from the position on; reads more if necessary.
    private func has(_ number: Int) throws(WorkbookFault) -> Bool {
        while window.count - position < number {
            let start = position
            position = 0
            guard try window.more(from: start) else { return false }
        }
        return true
    }

    private func begins(with letters: StaticString) throws(WorkbookFault) -> Bool {
        let count = letters.utf8CodeUnitCount
        guard try has(count) else { return false }
        return (0..<count).allSatisfy { window.bytes[position + $0] == letters.utf8Start[$0] }
    }

    // MARK: - Text

    /// Reads text up to the next tag, reference or end of line that is not plain; false when there was none.
    private func readText() throws(WorkbookFault) -> Bool {
        let bytes = window.bytes
        let first = bytes[position]
        if first == UInt8(ascii: "&") {
            brackets = 0
            try readReference()
            return true
        }
        if first == UInt8(ascii: "\r") { return try readLineEnd() }
        var index = position
        while index < window.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\r") { break }
            if byte == UInt8(ascii: "]") {
                brackets += 1
            } else {
                if byte == UInt8(ascii: ">"), brackets >= 2 { throw window.fault(.section, at: index) }
                brackets = 0
            }
            index += 1
        }
        text = position..<index
        position = index
        return true
    }

    /// Any end of line counts as a line feed.
    private func readLineEnd() throws(WorkbookFault) -> Bool {
        brackets = 0
        let isPair = try has(2) && window.bytes[position + 1] == UInt8(ascii: "\n")
        position += 1
        // The line feed itself comes with the text that follows.
        if isPair { return false }
        window.bytes[position - 1] = UInt8(ascii: "\n")
        text = position - 1..<position
        return true
    }

    private func readReference() throws(WorkbookFault) {
        // `&#x10FFFF;`, with room for zeros in front.
        // In bounds: the search ends at the count of the window. A letter has at most four bytes and its reference more
        // than that.
        _ = try has(64)
        let end = min(window.count, position + 64)
        guard let close = (position..<end).first(where: { window.bytes[$0] == UInt8(ascii: ";") }) else {
            throw fault(.reference)
        }
        guard let scalar = try XMLReferences.scalar(of: position + 1..<close, in: window) else {
            throw fault(.unknownEntity)
        }
        // A letter is never longer than its reference.
        let length = XMLReferences.write(scalar, to: window.bytes + position)
        text = position..<position + length
        position = close + 1
    }

    /// Spaces before and after the root; anything else does not belong there.
    private func skipSpaceOutside() throws(WorkbookFault) {
        while position < window.count, window.bytes[position] != UInt8(ascii: "<") {
            guard XMLCharacters.isSpace(window.bytes[position]) else { throw fault(.root) }
            position += 1
        }
    }

    /// A piece of a `<![CDATA[` section; false at its end.
    private func readCharacterData() throws(WorkbookFault) -> Bool {
        guard try has(3) else { throw fault(.endOfFile) }
        let bytes = window.bytes
        if bytes[position] == UInt8(ascii: "\r") { return try readLineEnd() }
        // What could be the beginning of the end stays for the next piece.
        var index = position
        while index < window.count - 2 {
            if bytes[index] == UInt8(ascii: "\r") { break }
            if bytes[index] == UInt8(ascii: "]"), bytes[index + 1] == UInt8(ascii: "]"),
                bytes[index + 2] == UInt8(ascii: ">")
            {
                break
            }
            index += 1
        }
        if index == position {
            isInCharacterData = false
            position += 3
            return false
        }
        text = position..<index
        position = index
        return true
    }

    // MARK: - What is not text

    private func readDirective() throws(WorkbookFault) {
        if try begins(with: "<!--") {
            position += 4
            try skip(to: "--", orElse: .comment)
            guard try has(1), window.bytes[position] == UInt8(ascii: ">") else { throw fault(.comment) }
            position += 1
        } else if try begins(with: "<![CDATA[") {
            guard !open.isEmpty else { throw fault(.root) }
            position += 9
            isInCharacterData = true
        } else if try begins(with: "<!DOCTYPE") {
            throw WorkbookFault(.documentType, [.key: .text(window.part)])
        } else {
            throw fault(.tag)
        }
    }

    private func skipInstruction() throws(WorkbookFault) {
        _ = try has(64)
        let start = position + 2
        guard let end = XMLCharacters.endOfName(from: start, in: window) else { throw fault(.instruction) }
        // In bounds: the name ends within the window.
        let name = UnsafeBufferPointer(start: window.bytes + start, count: end - start)
        // The name of the declaration, which only stands at the beginning.
        if name.count == 3, name.map({ $0 | 0x20 }) == Array("xml".utf8) { throw fault(.declaration) }
        guard end < window.count, !name.contains(UInt8(ascii: ":")),
            window.bytes[end] == UInt8(ascii: "?") || XMLCharacters.isSpace(window.bytes[end])
        else { throw fault(.instruction) }
        position = end
        try skip(to: "?>", orElse: .instruction)
    }

    /// Goes behind the next occurrence of two letters.
    private func skip(to letters: StaticString, orElse fault: XMLFault) throws(WorkbookFault) {
        let (first, second) = (letters.utf8Start[0], letters.utf8Start[1])
        while try has(2) {
            while position + 1 < window.count {
                if window.bytes[position] == first, window.bytes[position + 1] == second {
                    position += 2
                    return
                }
                position += 1
            }
        }
        throw self.fault(fault)
    }

    /// `<?xml version="1.0" encoding="UTF-8"?>`, if it is there.
    private func readDeclaration() throws(WorkbookFault) {
        guard try begins(with: "<?xml"), try has(6), XMLCharacters.isSpace(window.bytes[position + 5]) else { return }
        _ = try has(256)
        let end = min(window.count, position + 1024)
        guard
            let close = (position..<max(position, end - 1)).first(where: {
                window.bytes[$0] == UInt8(ascii: "?") && window.bytes[$0 + 1] == UInt8(ascii: ">")
            })
        else { throw fault(.declaration) }
        // In bounds: `<?xml` and a space are there, so that `?>` stands behind them, and before the count of the
        // window.
        let letters = UnsafeBufferPointer(start: window.bytes + position + 5, count: close - position - 5)
        guard let declaration = XMLDeclaration(String(decoding: letters, as: UTF8.self)) else {
            throw fault(.declaration)
        }
        guard window.isWide ? declaration.isUTF16 : declaration.isUTF8 else { throw fault(.encoding) }
        position = close + 2
    }

    // MARK: - Tags

    private func readEndTag() throws(WorkbookFault) {
        guard let last = open.last else { throw fault(.endTag) }
        let count = openNames.count - last.nameStart
        let isWhole = try has(count + 3)
        // In bounds: no more is compared than the window has behind `</`, nor than the name that was noted.
        let bytes = window.bytes + position + 2
        let available = min(count, window.count - position - 2)
        let isSame = openNames.withUnsafeBufferPointer { names in
            (0..<available).allSatisfy { bytes[$0] == names[last.nameStart + $0] }
        }
        guard isSame else { throw fault(.endTag) }
        guard isWhole else { throw fault(.endOfFile) }
        position += 2 + count
        while try has(1), XMLCharacters.isSpace(window.bytes[position]) { position += 1 }
        guard try has(1) else { throw fault(.endOfFile) }
        guard window.bytes[position] == UInt8(ascii: ">") else { throw fault(.endTag) }
        position += 1
    }

    private func readStartTag() throws(WorkbookFault) {
        let end = try endOfTag()
        if open.isEmpty, hasRoot { throw fault(.root) }
        guard open.count < Self.depthLimit else { throw fault(.depth) }
        let isEmpty = window.bytes[end - 1] == UInt8(ascii: "/")
        let limit = isEmpty ? end - 1 : end
        guard let nameEnd = XMLCharacters.endOfName(from: position + 1, in: window), nameEnd <= limit else {
            throw fault(.name)
        }
        let name = position + 1..<nameEnd
        try attributes.read(nameEnd..<limit, in: window)
        let (bindings, defaultNamespace) = (namespaces.count, namespaces.defaultNamespace)
        try namespaces.bind(attributes, in: window)
        element = try namespaces.name(of: name, in: window)
        try attributes.resolve(in: window, namespaces: &namespaces)
        var keeps = keepsSpace
        if let space = attributes.range(.xml, .space) {
            keeps = window.equals(space, "preserve")
        }
        open.append(
            OpenElement(
                name: element, nameStart: openNames.count, bindings: bindings, defaultNamespace: defaultNamespace,
                keepsSpace: keeps))
        // In bounds: the name is part of the tag, which the window holds as a whole.
        openNames += UnsafeBufferPointer(start: window.bytes + name.lowerBound, count: name.count)
        hasRoot = true
        isClosed = isEmpty
        position = end + 1
    }

    /// Where the tag at the position ends.
    private func endOfTag() throws(WorkbookFault) -> Int {
        var offset = 1
        var quote: UInt8 = 0
        while true {
            guard try has(offset + 1) else { throw fault(.endOfFile) }
            let bytes = window.bytes + position
            let count = window.count - position
            while offset < count {
                let byte = bytes[offset]
                if quote != 0 {
                    if byte == quote { quote = 0 }
                } else if byte == UInt8(ascii: ">") {
                    return position + offset
                } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    quote = byte
                }
                if byte == UInt8(ascii: "<") { throw window.fault(.tag, at: position + offset) }
                offset += 1
            }
        }
    }
}
