internal import Values

/// Which prefix means which namespace at a place of the document.
struct XMLNamespaces {
    /// The number of no namespace.
    static let none = 0
    private static let xml = 1
    /// The namespace of the attributes that bind namespaces.
    private static let binding = 2
    /// More different namespaces than any office document has.
    private static let limit = 1000

    private struct Binding {
        var prefix: [UInt8]
        /// The number of the namespace; ``none`` where it was taken back.
        var namespace: Int
    }

    private var bindings: [Binding] = [Binding(prefix: Array("xml".utf8), namespace: xml)]
    /// The names of the namespaces, by number.
    private var names: [[UInt8]] = [
        [], Array("http://www.w3.org/XML/1998/namespace".utf8), Array("http://www.w3.org/2000/xmlns/".utf8),
    ]
    private var known: [XMLNamespace] = [.none, .xml, .other]
    private var numbers: [[UInt8]: Int]
    private(set) var defaultNamespace = none
    /// The bindings found last, by the letters of the prefix, counted from 1.
    private var recent = [UInt16](repeating: 0, count: 64)

    init() {
        numbers = Dictionary(firstOf: names.enumerated().map { ($0.element, $0.offset) })
    }

    var count: Int { bindings.count }

    func known(_ number: Int) -> XMLNamespace { known[number] }

    /// Binds what the attributes of a tag say.
    mutating func bind(_ attributes: XMLAttributes, in window: XMLWindow) throws(WorkbookFault) {
        var isChanged = false
        try attributes.forEachBinding(in: window) { prefix, uri throws(WorkbookFault) in
            isChanged = true
            // In bounds: both are parts of the tag, which the window holds as a whole.
            let name = Array(UnsafeBufferPointer(start: window.bytes + uri.lowerBound, count: uri.count))
            let letters = Array(UnsafeBufferPointer(start: window.bytes + prefix.lowerBound, count: prefix.count))
            let number = try number(of: name, in: window, at: uri.lowerBound)
            guard letters != Array("xmlns".utf8), (letters == Array("xml".utf8)) == (number == Self.xml),
                number != Self.binding, letters.isEmpty || number != Self.none,
                bindings.count < Self.limit
            else { throw window.fault(.namespace, at: prefix.lowerBound) }
            if letters.isEmpty {
                defaultNamespace = number
            } else {
                bindings.append(Binding(prefix: letters, namespace: number))
            }
        }
        if isChanged { forget() }
    }

    /// Takes back the bindings of an element that ends.
    mutating func drop(to count: Int, defaultNamespace: Int) {
        self.defaultNamespace = defaultNamespace
        guard bindings.count > count else { return }
        bindings.removeSubrange(count...)
        forget()
    }

    private mutating func forget() {
        for index in recent.indices { recent[index] = 0 }
    }

    private mutating func number(
        of name: [UInt8], in window: XMLWindow, at position: Int
    ) throws(WorkbookFault) -> Int {
        if let number = numbers[name] { return number }
        guard names.count < Self.limit else { throw window.fault(.namespace, at: position) }
        numbers[name] = names.count
        names.append(name)
        known.append(XMLNamespace(name))
        return names.count - 1
    }

    // MARK: - Names

    /// What stands behind the colon of a name, or the whole name.
    static func local(of name: Range<Int>, in window: XMLWindow) throws(WorkbookFault) -> Range<Int> {
        var local = name
        for index in name where window.bytes[index] == UInt8(ascii: ":") {
            guard local == name, index > name.lowerBound, index + 1 < name.upperBound,
                XMLCharacters.endOfName(from: index + 1, in: window) != nil
            else { throw window.fault(.name, at: name.lowerBound) }
            local = index + 1..<name.upperBound
        }
        return local
    }

    /// The name of an element.
    mutating func name(of range: Range<Int>, in window: XMLWindow) throws(WorkbookFault) -> XMLName {
        let local = try Self.local(of: range, in: window)
        let number =
            local == range
            ? defaultNamespace : try namespace(of: range.lowerBound..<local.lowerBound - 1, in: window)
        return XMLName(known[number], window.word(local))
    }

    /// The number of the namespace that a prefix means.
    mutating func namespace(of prefix: Range<Int>, in window: XMLWindow) throws(WorkbookFault) -> Int {
        // In bounds: a prefix is part of the tag and never empty (``local(of:in:)``); the slot is below 64.
        let letters = UnsafeBufferPointer(start: window.bytes + prefix.lowerBound, count: prefix.count)
        let slot =
            Int((letters[0] &* 31) ^ (letters[letters.count - 1] &* 7) ^ UInt8(truncatingIfNeeded: letters.count)) & 63
        let found = Int(recent[slot]) - 1
        if found >= 0, bindings[found].prefix.elementsEqual(letters) { return bindings[found].namespace }
        guard let index = bindings.lastIndex(where: { $0.prefix.elementsEqual(letters) }) else {
            if letters.elementsEqual("xmlns".utf8) { return Self.binding }
            throw window.fault(.namespace, at: prefix.lowerBound)
        }
        recent[slot] = UInt16(index + 1)
        return bindings[index].namespace
    }
}
