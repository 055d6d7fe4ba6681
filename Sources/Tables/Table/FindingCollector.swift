internal import Values

/// Gathers findings, but of each code only so many: a hostile or hopeless table could have one per cell.
struct FindingCollector: Sendable {
    /// What is kept, in the order in which it was found.
    private(set) var findings: [Finding] = []
    private var counts: [String: Int] = [:]
    private let file: String
    private let limit: Int

    init(file: String, limit: Int) {
        self.file = file
        self.limit = max(limit, 1)
    }

    /// Adds a finding; its details are worked out only when it is kept.
    mutating func report(
        _ code: TableFinding, row: Int?, column: Int? = nil, _ details: @autoclosure () -> [String: String] = [:]
    ) {
        guard shouldKeep(code.rawValue) else { return }
        let place = Place(file: file, line: row, column: column, isTable: true)
        findings.append(Finding(code, at: place, details: details()))
    }

    private mutating func shouldKeep(_ code: String) -> Bool {
        let count = counts[code, default: 0]
        counts[code] = count + 1
        return count < limit
    }

    /// Everything found, with a count of what was left out.
    var complete: [Finding] {
        let rest = counts.filter { $0.value > limit }.sorted { $0.key < $1.key }.map { code, count in
            Finding(
                TableFinding.moreFindings, at: Place(file: file, isTable: true),
                details: ["code": code, "count": String(count - limit)])
        }
        return findings + rest
    }
}

/// Text of a file as a finding may show it.
enum Excerpt {
    /// How many characters are shown.
    static let limit = 80

    /// The text without control characters (they could drive a terminal), cut at 80 characters.
    static func of(_ bytes: some Sequence<UInt8>) -> String {
        // Bytes are bounded first: one character can be built of any number of bytes.
        of(String(decoding: Array(bytes.prefix(limit * 8)), as: UTF8.self))
    }

    /// The same of a text.
    static func of(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(limit * 8) {
            switch scalar.properties.generalCategory {
            case .control: scalars.append(Spaces.isWhite(UInt8(truncatingIfNeeded: scalar.value)) ? " " : "\u{FFFD}")
            // Signs that turn the direction of writing could make a finding read as something else.
            case .format, .lineSeparator, .paragraphSeparator: scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
        }
        let clean = String(scalars)
        return clean.count > limit ? clean.prefix(limit - 1) + "…" : clean
    }
}
