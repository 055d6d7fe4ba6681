import Values

/// JSON: accepted where a slow recogniser of RFC 8259 accepts it, and what is written again reads the same.
enum JSONCheck {
    static func fault(_ bytes: [UInt8]) -> String? {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        var grammar = JSONGrammar(text)
        let isSound = grammar.accepts()
        let document: JSONDocument
        do throws(FindingsError) {
            document = try JSONDocument(file: "t.json", bytes: bytes)
        } catch {
            // Beside the grammar, keys must be different, brackets few, and letters Unicode.
            let isMore = error.findings.contains { $0.code != "json.syntax" } || grammar.deepest > 128
            if isSound, !isMore, String(validating: text, as: UTF8.self) != nil { return "refused: \(error)" }
            return refusalFault(error)
        }
        if !isSound { return "accepted" }
        var writer = JSONWriter()
        writer.value(document.root)
        let written = writer.text
        do throws(FindingsError) {
            let again = try JSONDocument(file: "t.json", bytes: Array(written.utf8))
            if !areSame(document.root, again.root) { return "read as another value: \(written)" }
        } catch {
            return "what was written is refused: \(error)"
        }
        return askingFault(document)
    }

    private static func areSame(_ first: JSONNode, _ second: JSONNode) -> Bool {
        switch (first.content, second.content) {
        case (.null, .null): true
        case (.boolean(let left), .boolean(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        // Not as letters compare, but as they are written.
        case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
        case (.array(let left), .array(let right)):
            left.count == right.count && zip(left, right).allSatisfy { areSame($0, $1) }
        case (.object(let left), .object(let right)):
            left.count == right.count
                && zip(left, right).allSatisfy { $0.key.utf8.elementsEqual($1.key.utf8) && areSame($0.value, $1.value) }
        default: false
        }
    }

    /// Asks for every member as everything that it can be.
    private static func askingFault(_ document: JSONDocument) -> String? {
        let reader = JSONReader(document)
        guard let root = reader.root() else { return findingsFault(reader.findings, isRefused: true) }
        for key in root.keys {
            let isNumber = root.decimal(key) != nil
            let isText = root.requiredText(key) != nil
            let isList = !root.array(key).isEmpty
            if [isNumber, isText, isList, root.boolean(key) != nil].count(where: { $0 }) > 1 {
                return "\(key) is several things"
            }
            if let whole = root.integer(key, in: -9...99), !isNumber { return "\(whole) is no number" }
            root.object(key)?.finish()
        }
        root.finish()
        return nil
    }
}

/// A recogniser of RFC 8259, written for readability.
private struct JSONGrammar {
    private var rest: ArraySlice<UInt8>
    private var depth = 0
    /// The most brackets that were open at once.
    private(set) var deepest = 0

    init(_ text: ArraySlice<UInt8>) { rest = text }

    mutating func accepts() -> Bool {
        guard String(validating: rest, as: UTF8.self) != nil else { return false }
        return value() && rest.isEmpty
    }

    private mutating func value() -> Bool {
        space()
        defer { space() }
        switch rest.first {
        case UInt8(ascii: "{"):
            return list("}") { grammar in
                grammar.space()
                guard grammar.string() else { return false }
                grammar.space()
                return grammar.take(":") && grammar.value()
            }
        case UInt8(ascii: "["): return list("]") { $0.value() }
        case UInt8(ascii: "\""): return string()
        default: break
        }
        for word in ["null", "true", "false"] where rest.starts(with: word.utf8) {
            rest = rest.dropFirst(word.utf8.count)
            return true
        }
        return number()
    }

    private mutating func list(_ end: Unicode.Scalar, _ element: (inout Self) -> Bool) -> Bool {
        rest.removeFirst()
        depth += 1
        deepest = max(deepest, depth)
        // What is deeper is refused anyway, and the stack is finite.
        guard depth <= 200 else { return false }
        defer { depth -= 1 }
        space()
        if take(end) { return true }
        repeat {
            guard element(&self) else { return false }
        } while take(",")
        return take(end)
    }

    private mutating func string() -> Bool {
        guard take("\"") else { return false }
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") { return true }
            if byte < 0x20 { return false }
            if byte == UInt8(ascii: "\\"), !escape() { return false }
        }
        return false
    }

    /// What follows a backslash. A pair of halves is one letter; a half alone is none.
    private mutating func escape() -> Bool {
        guard let sign = rest.popFirst() else { return false }
        guard sign == UInt8(ascii: "u") else { return #""\/bfnrt"#.utf8.contains(sign) }
        guard let unit = hexadecimal() else { return false }
        if (0xDC00...0xDFFF).contains(unit) { return false }
        if !(0xD800...0xDBFF).contains(unit) { return true }
        guard take("\\"), take("u"), let low = hexadecimal() else { return false }
        return (0xDC00...0xDFFF).contains(low)
    }

    private mutating func hexadecimal() -> UInt32? {
        let digits = rest.prefix(4)
        rest = rest.dropFirst(4)
        let isHexadecimal = digits.count == 4 && digits.allSatisfy { "0123456789abcdefABCDEF".utf8.contains($0) }
        return isHexadecimal ? UInt32(String(decoding: digits, as: UTF8.self), radix: 16) : nil
    }

    private mutating func number() -> Bool {
        _ = take("-")
        if !take("0"), !digits() { return false }
        if take("."), !digits() { return false }
        if take("e") || take("E") {
            _ = take("+") || take("-")
            return digits()
        }
        return true
    }

    private mutating func digits() -> Bool {
        let found = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest.dropFirst(found.count)
        return !found.isEmpty
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: sign) else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func space() { rest = rest.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) } }
}
