internal import Values

/// How an SQL dialect writes names, strings and the few functions that are used.
struct SQLText {
    let dialect: TallySQL.Dialect

    // MARK: - Names and texts

    /// An identifier.
    func name(_ text: String) -> String {
        dialect == .spark
            ? "`" + text.replacing("`", with: "``") + "`" : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// A string literal. Invisible characters are written by their code point, so that none is lost.
    func literal(_ text: String) -> String {
        var parts: [String] = []
        var plain = ""
        func endPart() {
            if !plain.isEmpty || parts.isEmpty { parts.append(quoted(plain)) }
            plain = ""
        }
        for scalar in text.unicodeScalars {
            if Self.isVisible(scalar) {
                plain.unicodeScalars.append(scalar)
            } else if dialect == .spark {
                // Concatenated so that the backslash is not doubled.
                endPart()
                parts.append("'\\U\(String(scalar.value, digits: 8, radix: 16))'")
            } else {
                if !plain.isEmpty { endPart() }
                parts.append("CHR(\(scalar.value))")
            }
        }
        if !plain.isEmpty || parts.isEmpty { endPart() }
        return parts.count == 1 ? parts[0] : "(" + parts.joined(separator: " || ") + ")"
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == " " { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: return false
        default: return true
        }
    }

    private func quoted(_ text: String) -> String {
        switch dialect {
        case .duckdb: return "'" + text.replacing("'", with: "''") + "'"
        case .postgres:
            // Whether a backslash is an escape character depends on a setting; written like this, it does not matter.
            let escaped = text.replacing("'", with: "''")
            return text.contains("\\") ? "E'" + escaped.replacing("\\", with: "\\\\") + "'" : "'" + escaped + "'"
        case .spark:
            // `${` would be a variable.
            return "'"
                + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'").replacing("${", with: "\\u0024{") + "'"
        }
    }

    /// Strings separated by commas.
    func list(_ texts: [String]) -> String { texts.map(literal).joined(separator: ", ") }

    // MARK: - Types

    /// Ten-billionths up to the largest 64-bit number of millionths.
    var decimal: String { "DECIMAL(23,10)" }
    /// The same rounded to millionths.
    var millionths: String { "DECIMAL(19,6)" }
    /// Whole numbers of either.
    var whole: String { dialect == .duckdb ? "HUGEINT" : "DECIMAL(24,0)" }
    /// Their squares.
    var square: String { dialect == .duckdb ? "HUGEINT" : "DECIMAL(38,0)" }
    var double: String { dialect == .postgres ? "DOUBLE PRECISION" : "DOUBLE" }

    /// The results of ``type(of:)`` for binary floating point.
    var binaryTypes: [String] {
        switch dialect {
        case .duckdb: ["DOUBLE", "FLOAT"]
        case .postgres: ["double precision", "real"]
        case .spark: ["double", "float"]
        }
    }

    /// The results of ``type(of:)`` for text.
    var textTypes: [String] {
        switch dialect {
        case .duckdb: ["VARCHAR"]
        case .postgres: ["text", "character varying", "character"]
        case .spark: ["string"]
        }
    }

    func type(of column: String) -> String {
        dialect == .postgres ? "CAST(PG_TYPEOF(\(column)) AS TEXT)" : "TYPEOF(\(column))"
    }

    func cast(_ value: String, _ type: String) -> String { "CAST(\(value) AS \(type))" }

    func asText(_ column: String) -> String { cast(column, dialect == .spark ? "STRING" : "VARCHAR") }

    /// A cast of a text that looks right. Where a database may evaluate both branches of a condition, it must not fail.
    func tryCast(_ value: String, _ type: String) -> String {
        dialect == .postgres ? cast(value, type) : "TRY_CAST(\(value) AS \(type))"
    }

    // MARK: - Functions

    /// Without leading and trailing spaces, line endings and signs that nobody sees, as the reader trims cells.
    func trimmed(_ value: String) -> String { "TRIM(BOTH \(literal(Self.blanks)) FROM \(value))" }

    private static let blanks: String = {
        let ranges: [ClosedRange<UInt32>] = [
            0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0xAD...0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F,
            0x3000...0x3000, 0xFEFF...0xFEFF,
        ]
        var text = String.UnicodeScalarView()
        text.append(contentsOf: ranges.joined().compactMap { Unicode.Scalar($0) })
        return String(text)
    }()

    /// A text with what the pattern matches replaced by its first group.
    func replaced(_ value: String, _ pattern: String) -> String {
        let group = dialect == .spark ? "$1" : "\\1"
        return "REGEXP_REPLACE(\(value), \(literal(pattern)), \(literal(group)))"
    }

    /// Fails with a code and the text.
    func refusal(_ value: String, _ code: String) -> String {
        let message = "\(literal(code + ": ")) || \(value)"
        return switch dialect {
        case .duckdb: cast("ERROR(\(message))", "VARCHAR")
        // There is no function for it, but a text is no number, and the error cites it.
        case .postgres: cast(cast(message, "INTEGER"), "VARCHAR")
        case .spark: cast("RAISE_ERROR(\(message))", "STRING")
        }
    }

    /// Whether the whole text matches the pattern.
    func matches(_ value: String, _ pattern: String) -> String {
        let whole = literal("^(\(pattern))$")
        return switch dialect {
        case .duckdb: "REGEXP_MATCHES(\(value), \(whole))"
        case .postgres: "\(value) ~ \(whole)"
        case .spark: "\(value) RLIKE \(whole)"
        }
    }

    /// A text after replacing characters, with single spaces.
    func words(in value: String, from: String, to: String) -> String {
        let exchanged = "TRANSLATE(\(value), \(literal(from)), \(literal(to)))"
        let global = dialect == .spark ? "" : ", 'g'"
        return "TRIM(REGEXP_REPLACE(\(exchanged), ' +', ' '\(global)))"
    }

    /// Numbers as one string separated by spaces.
    func joined(_ numbers: [String]) -> String {
        let list = numbers.joined(separator: ", ")
        // PostgreSQL allows a hundred arguments.
        return dialect == .postgres ? "ARRAY_TO_STRING(ARRAY[\(list)], ' ')" : "CONCAT_WS(' ', \(list))"
    }

    /// Keeps PostgreSQL from inlining each step into the next one as often as that refers to it.
    var materialized: String { dialect == .postgres ? "MATERIALIZED " : "" }

    /// How the result becomes a tally file.
    var advice: [String] {
        switch dialect {
        case .duckdb: ["duckdb -csv FILE.duckdb < THIS.sql > TALLY.csv"]
        case .postgres: ["psql --csv --file THIS.sql > TALLY.csv"]
        case .spark: ["write the result as one CSV file with the options header=true and escape=\"\\\"\""]
        }
    }
}
