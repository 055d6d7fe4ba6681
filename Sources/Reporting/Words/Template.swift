package import Documents
internal import Words
/// A sentence with places for details.
///
/// `{name}` is a detail; `[, expected {expected}]` stands only when all its details are there. A detail outside
/// brackets that is missing is shown as `?`, never as an unfilled place.
struct Template {
    /// A piece of the sentence.
    enum Piece: Hashable {
        case words(String)
        case detail(String)
        case optional([Piece])
    }

    /// The pieces, in order.
    let pieces: [Piece]

    /// Reads a sentence.
    init(_ text: String) {
        var characters = text[...]
        pieces = Self.read(&characters, until: nil)
    }

    private static func read(_ text: inout Substring, until end: Character?) -> [Piece] {
        var pieces: [Piece] = []
        var words = ""
        func flushed() -> [Piece] { words.isEmpty ? [] : [.words(words)] }
        while let character = text.popFirst() {
            switch character {
            case end: return pieces + flushed()
            case "{":
                pieces += flushed()
                words = ""
                let name = text.prefix { $0 != "}" }
                text = text.dropFirst(name.count + 1)
                pieces.append(.detail(String(name)))
            case "[":
                pieces += flushed()
                words = ""
                pieces.append(.optional(read(&text, until: "]")))
            default: words.append(character)
            }
        }
        return pieces + flushed()
    }

    /// The names of the details; those outside brackets are needed.
    var details: [(name: String, isNeeded: Bool)] {
        Self.details(of: pieces, isNeeded: true)
    }

    private static func details(of pieces: [Piece], isNeeded: Bool) -> [(name: String, isNeeded: Bool)] {
        pieces.flatMap { piece in
            switch piece {
            case .words: [(name: String, isNeeded: Bool)]()
            case .detail(let name): [(name, isNeeded)]
            case .optional(let inner): details(of: inner, isNeeded: false)
            }
        }
    }

    /// The sentence with its details put in.
    func filled(_ details: [String: String]) -> String {
        Self.fill(pieces, details)
    }

    private static func fill(_ pieces: [Piece], _ details: [String: String]) -> String {
        pieces.map { piece in
            switch piece {
            case .words(let words): words
            case .detail(let name): details[name] ?? "?"
            case .optional(let inner):
                Self.details(of: inner, isNeeded: true).allSatisfy { details[$0.name]?.isEmpty == false }
                    ? fill(inner, details) : ""
            }
        }.joined()
    }
}
