import Values

/// Reads a formula by recursive descent: sums of products of factors.
struct FormulaParser {
    struct SyntaxError: Error {
        var found: String
        var expected: FindingValue
        var suggestion: String?
    }

    /// Limits on the nesting of parentheses and the total number of characters, which bound the cost of evaluation.
    private static let deepest = 64
    private static let longest: Int64 = 1000

    private let characters: [Character]
    private let figures: [String: String]
    private let constants: [String: ExactRatio]
    private var cursor = 0
    private var depth = 0

    init(text: String, figures: [String: String], constants: [String: ExactRatio]) {
        characters = Array(text)
        self.figures = figures
        self.constants = constants
    }

    mutating func parse() throws(SyntaxError) -> Quantity<String> {
        guard characters.count <= Self.longest else {
            throw failure(expected: .bound("≤", FixedDecimal(integerLiteral: Self.longest)))
        }
        let result = try sum()
        skipSpace()
        guard cursor == characters.count else { throw failure(expected: "+ - * /") }
        return result
    }

    private mutating func sum() throws(SyntaxError) -> Quantity<String> {
        var result = try product()
        while true {
            if take("+") {
                result = .sum([result, try product()])
            } else if take("-") || take("−") {
                result = .difference(result, try product())
            } else {
                return result
            }
        }
    }

    private mutating func product() throws(SyntaxError) -> Quantity<String> {
        var result = try factor()
        while true {
            if take("*") || take("×") {
                result = .product(result, try factor())
            } else if take("/") || take("÷") {
                result = .quotient(result, try factor())
            } else {
                return result
            }
        }
    }

    private mutating func factor() throws(SyntaxError) -> Quantity<String> {
        guard depth < Self.deepest else { throw failure(expected: "…") }
        depth += 1
        defer { depth -= 1 }
        if take("-") || take("−") { return .difference(.number(.zero), try factor()) }
        if take("(") {
            let inner = try sum()
            try require(")")
            return inner
        }
        skipSpace()
        let start = cursor
        while cursor < characters.count, Self.isPartOfWord(characters[cursor]) { cursor += 1 }
        let word = String(characters[start..<cursor])
        guard let first = word.first else { throw failure(expected: "(") }
        if first.isNumber {
            guard let number = try? FixedDecimal(word) else {
                throw SyntaxError(found: word, expected: "1234.5")
            }
            return .number(ExactRatio(number))
        }
        if word == "min" || word == "max" {
            try require("(")
            var parts = [try sum()]
            while take(",") { parts.append(try sum()) }
            try require(")")
            return word == "min" ? .minimum(parts) : .maximum(parts)
        }
        if let code = figures[word] { return .figure(code) }
        if let constant = constants[word] { return .number(constant) }
        let names = (Array(figures.keys) + Array(constants.keys)).sorted() + ["min", "max"]
        throw SyntaxError(
            found: word, expected: .names(names),
            suggestion: Spelling.closest(to: word, among: names))
    }

    private static func isPartOfWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_" || character == "."
    }

    private mutating func require(_ sign: Character) throws(SyntaxError) {
        guard take(sign) else { throw failure(expected: .text(String(sign))) }
    }

    private mutating func take(_ sign: Character) -> Bool {
        skipSpace()
        guard cursor < characters.count, characters[cursor] == sign else { return false }
        cursor += 1
        return true
    }

    private mutating func skipSpace() {
        while cursor < characters.count, characters[cursor].isWhitespace { cursor += 1 }
    }

    private func failure(expected: FindingValue) -> SyntaxError {
        SyntaxError(found: String(characters[min(cursor, characters.count)...].prefix(12)), expected: expected)
    }
}
