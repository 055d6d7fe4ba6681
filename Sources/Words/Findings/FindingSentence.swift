internal import Documents
internal import Values

/// A code of findings that has words: what is wrong, and what to do.
protocol WordedFinding: FindingCode {
    var words: FindingWords { get }
}

/// What a finding says in both languages.
typealias FindingWords = (vi: FindingSentence, en: FindingSentence)

/// A text that names the details of a finding: `"Không có đơn vị «\(.found)» trong bảng đơn vị."`.
struct FindingSentence: Sendable, ExpressibleByStringInterpolation {
    typealias Piece = @Sendable (FindingDetails) -> Phrase

    private let pieces: [Piece]
    /// The details that it names.
    let keys: Set<FindingKey>

    init(stringLiteral text: String) { (pieces, keys) = ([{ _ in Phrase(verbatim: text) }], []) }

    init(stringInterpolation text: StringInterpolation) { (pieces, keys) = (text.pieces, text.keys) }

    /// The text with details put in.
    func phrase(_ details: FindingDetails) -> Phrase { pieces.map { $0(details) }.joined("") }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []
        fileprivate var keys: Set<FindingKey> = []

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ text: String) { pieces.append { _ in Phrase(verbatim: text) } }

        /// A detail, on one line and not too long; a question mark where it is missing.
        mutating func appendInterpolation(_ key: FindingKey, joined separator: String = ", ") {
            append(key) { $0.words(joined: separator).line(cutAt: 300) }
        }

        /// A detail that is the code of an enumeration, in the words of its cases.
        mutating func appendInterpolation<Choice: RawRepresentable<String> & Sendable>(
            _ key: FindingKey, _ words: @escaping @Sendable (Choice) -> Phrase
        ) {
            append(key) { $0.code.flatMap(Choice.init).map(words) ?? $0.words(joined: ", ").line(cutAt: 300) }
        }

        /// The row, or the column, of the place under a key.
        mutating func appendInterpolation(row key: FindingKey) { append(key) { $0.number(\.line) } }
        mutating func appendInterpolation(column key: FindingKey) { append(key) { $0.number(\.column) } }

        /// Words that stand only where there is something to say under a key.
        mutating func appendInterpolation(given key: FindingKey, _ words: FindingSentence) {
            keys.insert(key)
            pieces.append { $0[key]?.words(joined: "").isEmpty == false ? words.phrase($0) : .none }
        }

        private mutating func append(_ key: FindingKey, _ words: @escaping @Sendable (FindingValue) -> Phrase?) {
            keys.insert(key)
            pieces.append { $0[key].flatMap(words) ?? Phrase(verbatim: "?") }
        }
    }
}
