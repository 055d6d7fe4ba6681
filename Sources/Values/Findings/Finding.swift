/// One thing that is wrong, or worth a look, in what was read: data with a position, worded in one place
/// (`Reporting`), in Vietnamese and English.
public struct Finding: Hashable, Sendable {
    /// How grave a finding is.
    public enum Severity: String, Hashable, Sendable, Comparable {
        /// Shown; the result stands.
        case warning
        /// No result may be drawn from what was read.
        case error

        /// A warning is less grave than an error.
        public static func < (left: Severity, right: Severity) -> Bool {
            left == .warning && right == .error
        }
    }

    /// How grave it is.
    public var severity: Severity
    /// What it is: the raw value of a code of the module that found it.
    public var code: String
    /// Where it stands.
    public var place: Place
    /// What the words of the finding name, by name: `found`, `expected`, `suggestion`, `code`, `unit`, …
    public var details: [String: String]

    /// Makes a finding.
    public init(
        _ code: some FindingCode, at place: Place, details: [String: String] = [:]
    ) {
        self.severity = code.severity
        self.code = code.rawValue
        self.place = place
        self.details = details
    }
}

/// The codes of a module's findings: an enumeration whose raw values are the stable names (`criteria.unknownKey`).
public protocol FindingCode: RawRepresentable<String>, CaseIterable, Sendable {
    /// How grave a finding of this code is.
    var severity: Finding.Severity { get }
}

/// Where something stands in a file, or that it concerns a whole file.
public struct Place: Hashable, Sendable {
    /// The file's path as the user gave it.
    public var file: String
    /// The line of a text, or the row of a table with its heading as row 1; nil for the whole file.
    public var line: Int?
    /// The column, from 1: characters in a text, cells in a table; nil for the whole line.
    public var column: Int?
    /// Whether `line` and `column` count rows and cells of a table.
    public var isTable: Bool

    /// Makes a place.
    public init(file: String, line: Int? = nil, column: Int? = nil, isTable: Bool = false) {
        self.file = file
        self.line = line
        self.column = column
        self.isTable = isTable
    }
}

extension Place: CustomStringConvertible {
    /// `file:line:column`, as far as known.
    public var description: String {
        ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
    }
}

extension [Finding] {
    /// Whether one of them is an error.
    public var containsError: Bool { contains { $0.severity == .error } }
}
