import Values

// What the tests need from a JSON value: members by name, and the value as text again.
extension JSONNode {
    var members: [Member] {
        if case .object(let members) = content { return members }
        return []
    }

    var elements: [JSONNode] {
        if case .array(let elements) = content { return elements }
        return []
    }

    var text: String? {
        if case .text(let text) = content { return text }
        return nil
    }

    var number: FixedDecimal? {
        if case .number(let digits) = content { return try? FixedDecimal(digits) }
        return nil
    }

    var integer: Int? {
        if case .number(let digits) = content { return Int(digits) }
        return nil
    }

    var isNull: Bool {
        if case .null = content { return true }
        return false
    }

    subscript(key: String) -> JSONNode? {
        members.first { $0.key == key }?.value
    }

    /// The value as JSON text on one line.
    var rendered: String {
        switch content {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let digits): digits
        case .text(let text): JSONWriter.quoted(text)
        case .array(let elements): "[" + elements.map(\.rendered).joined(separator: ", ") + "]"
        case .object: rendered(adding: [])
        }
    }

    /// The object as JSON text, with missing members added.
    func rendered(adding defaults: [(key: String, json: String)]) -> String {
        let missing = defaults.filter { self[$0.key] == nil }
        let all = missing + members.map { ($0.key, $0.value.rendered) }
        return "{" + all.map { JSONWriter.quoted($0.0) + ": " + $0.1 }.joined(separator: ", ") + "}"
    }

    static func parse(_ text: String) throws -> JSONNode {
        try JSONDocument(file: "snippet", bytes: Array(text.utf8)).root
    }
}
