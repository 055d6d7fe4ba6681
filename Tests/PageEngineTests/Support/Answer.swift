import Values

/// A value of an answer, with its digits as they were written.
struct Answer: CustomStringConvertible {
    let node: JSONNode

    init(_ node: JSONNode) { self.node = node }

    init(_ bytes: [UInt8]) throws { node = try JSONDocument(file: "answer", bytes: bytes).root }

    subscript(key: String) -> Answer? {
        guard case .object(let members) = node.content else { return nil }
        return members.first { $0.key == key }.map { Answer($0.value) }
    }

    var elements: [Answer] { if case .array(let elements) = node.content { elements.map { Answer($0) } } else { [] } }

    /// The digits of a number, or a text; nil for null.
    var text: String? {
        switch node.content {
        case .number(let text), .text(let text): text
        case .boolean(let flag): "\(flag)"
        case .null, .array, .object: nil
        }
    }

    var description: String {
        var writer = JSONWriter()
        writer.value(node)
        return writer.text
    }
}

/// What answers have of a unit's sums, class and place.
struct AnsweredState: Equatable, CustomStringConvertible {
    static let keys = ["points", "maximum", "index", "coverage", "unmeasured", "class", "rank", "ranked", "tied"]
    let values: [String?]

    init(_ answer: Answer?) { values = Self.keys.map { answer?[$0]?.text } }

    init(_ values: [String?]) { self.values = values }

    var description: String { zip(Self.keys, values).map { "\($0) \($1 ?? "–")" }.joined(separator: ", ") }
}
