/// One thing that is wrong, or deserves a look, in the input: data with a position, worded in one place (`Words`), in
/// Vietnamese and English.
public struct Finding: Hashable, Sendable {
    /// How severe a finding is.
    public enum Severity: String, Hashable, Sendable, Comparable {
        /// Reported; the result stands.
        case warning
        /// No result may be derived from the input.
        case error

        /// A warning is less severe than an error.
        public static func < (left: Severity, right: Severity) -> Bool {
            left == .warning && right == .error
        }
    }

    /// How severe it is.
    public var severity: Severity
    /// What it is: the raw value of a code of the module that reported it.
    public var code: String
    /// Where it is.
    public var location: Location
    /// What the text of the finding mentions.
    public var details: FindingDetails
    /// Where it only says that there are more findings than are listed: how many more.
    public var unlisted: Int?

    /// How many findings it stands for.
    public var count: Int { unlisted ?? 1 }

    /// Makes a finding, with what may have been meant as ``FindingKey/suggestion``.
    public init(
        _ code: some FindingCode, at location: Location, _ details: FindingDetails = [:], suggestion: String? = nil
    ) {
        self.severity = code.severity
        self.code = code.rawValue
        self.location = location
        self.details = details
        if let suggestion { self.details[.suggestion] = .text(suggestion) }
    }

    /// Makes a finding that says how many more there are than are listed, as severe as they are.
    package init(
        _ code: String, unlisted: Int, severity: Severity, at location: Location, _ details: FindingDetails = [:]
    ) {
        self.severity = severity
        self.code = code
        self.location = location
        self.details = details
        self.details[.count] = .count(unlisted)
        self.unlisted = unlisted
    }
}

/// The codes of a module's findings: an enumeration whose raw values are stable names (`criteria.unknownKey`).
public protocol FindingCode: RawRepresentable<String>, CaseIterable, Sendable {
    /// How severe a finding of this code is.
    var severity: Finding.Severity { get }
}

/// Why something cannot be read or written: everything that is wrong, as findings.
public struct FindingsError: Error, Hashable, Sendable {
    /// All findings, including warnings; at least one error.
    public let findings: [Finding]

    /// Makes an error from findings.
    public init(_ findings: [Finding]) {
        self.findings = findings
    }

    /// Makes an error from one finding.
    package init(_ code: some FindingCode, at location: Location, _ details: FindingDetails = [:]) {
        findings = [Finding(code, at: location, details)]
    }
}

extension [Finding] {
    /// Whether any of them is an error.
    public var containsError: Bool { contains { $0.severity == .error } }

    /// How many findings of a severity there are, with those that are not listed.
    public func count(of severity: Finding.Severity) -> Int {
        reduce(0) { $1.severity == severity ? $0 + $1.count : $0 }
    }
}
