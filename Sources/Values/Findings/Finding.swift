/// One thing that is wrong, or worth a look, in what was read: data with a position, worded in one place (`Words`), in
/// Vietnamese and English.
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
    /// What the words of the finding name.
    public var details: FindingDetails

    /// Makes a finding.
    /// - Parameter suggestion: what may have been meant.
    public init(
        _ code: some FindingCode, at place: Place, _ details: FindingDetails = [:], suggestion: String? = nil
    ) {
        self.severity = code.severity
        self.code = code.rawValue
        self.place = place
        self.details = details
        if let suggestion { self.details[.suggestion] = .text(suggestion) }
    }
}

/// The codes of a module's findings: an enumeration whose raw values are the stable names (`criteria.unknownKey`).
public protocol FindingCode: RawRepresentable<String>, CaseIterable, Sendable {
    /// How grave a finding of this code is.
    var severity: Finding.Severity { get }
}

/// Why something cannot be read or written: what is wrong, as findings.
public struct FindingsError: Error, Hashable, Sendable {
    /// Everything that was found, warnings too; at least one error.
    public let findings: [Finding]

    /// Makes an error of findings.
    public init(_ findings: [Finding]) {
        self.findings = findings
    }

    /// Makes an error of one finding.
    package init(_ code: some FindingCode, at place: Place, _ details: FindingDetails = [:]) {
        findings = [Finding(code, at: place, details)]
    }
}

extension [Finding] {
    /// Whether one of them is an error.
    public var containsError: Bool { contains { $0.severity == .error } }
}
