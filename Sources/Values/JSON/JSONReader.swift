/// Reads the members of JSON objects by name and collects everything that is wrong, so that a file can be corrected in
/// one go.
///
/// Members that nobody has asked for by the time ``JSONObject/finish()`` is called are reported as findings.
public final class JSONReader {
    /// The document being read.
    public let document: JSONDocument
    private var collector = FindingCollector(limit: JSONDocument.findingLimit, rest: JSONFinding.moreFindings)

    /// Makes a reader of a document.
    public init(_ document: JSONDocument) {
        self.document = document
    }

    /// The findings so far, in the order in which they were reported; a hundred of a code, and a count of the others.
    public var findings: [Finding] { collector.findings }

    /// How many findings there are so far, with those that are only counted.
    public var findingCount: Int { collector.count }

    /// Whether one of them is an error.
    public var hasErrors: Bool { collector.containsError }

    /// Reports a finding at a byte offset of the document; its details are computed only if it is kept.
    public func report(
        _ code: some FindingCode, at offset: Int, _ details: @autoclosure () -> FindingDetails = [:],
        suggestion: @autoclosure () -> String? = nil
    ) {
        report(code, in: document, at: offset, details(), suggestion: suggestion())
    }

    /// Reports a finding in another document that is read with this one.
    public func report(
        _ code: some FindingCode, in document: JSONDocument, at offset: Int,
        _ details: @autoclosure () -> FindingDetails = [:], suggestion: @autoclosure () -> String? = nil
    ) {
        collector.report(
            code, in: document.file, at: document.location(of: offset), details(), suggestion: suggestion())
    }

    /// The members of the whole document, which must be an object; otherwise reports a finding and returns nil.
    public func root() -> JSONObject? {
        object(document.root, named: .term(.wholeFile))
    }

    /// The members of a node that must be an object; otherwise reports a finding and returns nil.
    public func object(_ node: JSONNode, named name: String) -> JSONObject? {
        object(node, named: .text(name))
    }

    private func object(_ node: JSONNode, named name: FindingValue) -> JSONObject? {
        guard case .object(let members) = node.content else {
            report(JSONFinding.wrongType, at: node.offset, [.key: name, .expected: .term(.object)])
            return nil
        }
        return JSONObject(reader: self, offset: node.offset, members: members)
    }
}

/// The members of one object.
public final class JSONObject {
    /// The reader that collects the findings.
    public let reader: JSONReader
    /// The object's byte offset in the file.
    public let offset: Int
    private let members: [String: JSONNode.Member]
    private let keysInOrder: [String]
    private var asked: [String] = []
    private var askedKeys: Set<String> = []

    init(reader: JSONReader, offset: Int, members: [JSONNode.Member]) {
        self.reader = reader
        self.offset = offset
        keysInOrder = members.map { $0.key }
        self.members = Dictionary(firstOf: members.map { ($0.key, $0) })
    }

    /// The keys in file order.
    public var keys: [String] { keysInOrder }

    /// Whether the object has the key. Asking makes it a known key.
    public func has(_ key: String) -> Bool {
        node(key) != nil
    }

    /// The value of a key, if present. `null` counts as absent.
    public func node(_ key: String) -> JSONNode? {
        if askedKeys.insert(key).inserted { asked.append(key) }
        guard let member = members[key] else { return nil }
        if case .null = member.value.content { return nil }
        return member.value
    }

    /// The byte offset of the key's value, or of the object when the key is absent.
    public func offset(of key: String) -> Int {
        members[key]?.value.offset ?? offset
    }

    /// The value of a required key; reports a finding and returns nil when it is missing.
    public func required(_ key: String) -> JSONNode? {
        guard let node = node(key) else {
            reader.report(JSONFinding.missingKey, at: offset, [.key: .text(key)])
            return nil
        }
        return node
    }

    /// A string, or nil when absent; anything else is reported.
    public func text(_ key: String) -> String? {
        node(key).flatMap { text($0, key) }
    }

    /// A required string that must not be blank.
    public func requiredText(_ key: String) -> String? {
        guard let node = required(key), let text = text(node, key) else { return nil }
        if text.allSatisfy({ $0.isWhitespace }) {
            reader.report(JSONFinding.emptyText, at: node.offset, [.key: .text(key)])
            return nil
        }
        return text
    }

    private func text(_ node: JSONNode, _ key: String) -> String? {
        if case .text(let text) = node.content { return text }
        wrongType(node, key, .quotedText)
        return nil
    }

    /// An exact decimal, or nil when absent; anything that is not a number, or cannot be held exactly, is reported.
    public func decimal(_ key: String) -> FixedDecimal? {
        node(key).flatMap { decimal($0, key) }
    }

    /// The elements of an array of exact decimals.
    public func decimals(_ key: String) -> [FixedDecimal] {
        array(key).compactMap { decimal($0, key) }
    }

    private func decimal(_ node: JSONNode, _ key: String) -> FixedDecimal? {
        guard case .number(let digits) = node.content else {
            wrongType(node, key, .number)
            return nil
        }
        do {
            return try FixedDecimal(digits)
        } catch {
            let code: JSONFinding = error == .tooLarge ? .numberTooLarge : .numberTooFine
            reader.report(code, at: node.offset, [.key: .text(key), .found: .text(digits)])
            return nil
        }
    }

    /// A required exact decimal.
    public func requiredDecimal(_ key: String) -> FixedDecimal? {
        required(key) == nil ? nil : decimal(key)
    }

    /// A whole number within bounds, or nil when absent.
    public func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let node = node(key) else { return nil }
        if case .number(let digits) = node.content, let value = Int(digits), range.contains(value) { return value }
        wrongType(node, key, .wholeNumber, in: range)
        return nil
    }

    /// `true` or `false`, or nil when absent.
    public func boolean(_ key: String) -> Bool? {
        guard let node = node(key) else { return nil }
        if case .boolean(let value) = node.content { return value }
        wrongType(node, key, .trueOrFalse)
        return nil
    }

    /// One of the names of an enumeration, or nil when absent; another name is reported with a suggestion.
    public func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String, of type: Choice.Type) -> Choice?
    {
        guard let node = node(key), let name = text(node, key) else { return nil }
        if let choice = Choice(rawValue: name) { return choice }
        unknown(name, among: Choice.allCases.map { $0.rawValue }, key: key, at: node.offset)
        return nil
    }

    /// Reports an unknown name, with the nearest known one as a suggestion.
    public func unknown(_ name: String, among names: [String], key: String, at offset: Int) {
        reader.report(
            JSONFinding.unknownName, at: offset, [.key: .text(key), .found: .text(name), .expected: .names(names)],
            suggestion: Spelling.closest(to: name, among: names))
    }

    /// The members of an object, or nil when absent.
    public func object(_ key: String) -> JSONObject? {
        node(key).flatMap { reader.object($0, named: key) }
    }

    /// The elements of an array; empty when absent.
    public func array(_ key: String) -> [JSONNode] {
        guard let node = node(key) else { return [] }
        if case .array(let elements) = node.content { return elements }
        wrongType(node, key, .list)
        return []
    }

    /// The elements of an array of objects; elements of another type are reported and left out.
    public func objects(_ key: String) -> [JSONObject] {
        array(key).compactMap { reader.object($0, named: key) }
    }

    /// The elements of an array of strings.
    public func texts(_ key: String) -> [String] {
        array(key).compactMap { text($0, key) }
    }

    /// Reports every key that nobody asked for, with the nearest known key as a suggestion. Call it once, at the end.
    public func finish() {
        // A null under a known key counts as absent; under an unknown key it is as wrong as any other value.
        let missing = asked.filter { members[$0] == nil }
        for key in keysInOrder where !askedKeys.contains(key) {
            guard let member = members[key] else { continue }
            reader.report(
                JSONFinding.unknownKey, at: member.keyOffset, [.key: .text(key), .expected: .names(asked.sorted())],
                suggestion: Spelling.closest(to: key, among: missing))
        }
    }

    private func wrongType(
        _ node: JSONNode, _ key: String, _ expected: FindingTerm, in range: ClosedRange<Int>? = nil
    ) {
        var details: FindingDetails = [.key: .text(key), .expected: .term(expected)]
        if let range { details[.range] = .range(range) }
        reader.report(JSONFinding.wrongType, at: node.offset, details)
    }
}
