/// Collects findings, but only a limited number per code and file: a hostile or hopeless file could have one per cell.
/// The rest are counted.
package struct FindingCollector: Sendable {
    private struct Key: Hashable {
        var file: String
        var code: String
        var severity: Finding.Severity
    }

    /// The findings of a key.
    private struct Entry {
        var kept = 0
        /// Those that are not kept, and what says so.
        var unlisted = 0
        var restCode: String
        var isTable: Bool
    }

    private var kept: [Finding] = []
    private var entries: [Key: Entry] = [:]
    private let limit: Int
    private let restCode: String
    /// How many findings there are, with those that are not kept.
    package private(set) var count = 0
    /// Whether one of them is an error.
    package private(set) var containsError = false

    /// Makes a collector that keeps `limit` findings per code, and at least one.
    /// - Parameter rest: The code of the findings that count the rest.
    package init(limit: Int, rest: some FindingCode) {
        self.limit = max(limit, 1)
        restCode = rest.rawValue
    }

    /// Adds a finding; its place and details are computed only if it is kept.
    package mutating func report(
        _ code: some FindingCode, in file: String, at location: @autoclosure () -> Location,
        _ details: @autoclosure () -> FindingDetails = [:], suggestion: @autoclosure () -> String? = nil
    ) {
        let key = Key(file: file, code: code.rawValue, severity: code.severity)
        guard keeps(key) else { return }
        let finding = Finding(code, at: location(), details(), suggestion: suggestion())
        entries[key]?.isTable = finding.location.isTable
        kept.append(finding)
    }

    /// Adds a finding; its details are computed only if it is kept.
    package mutating func report(
        _ code: some FindingCode, at location: Location, _ details: @autoclosure () -> FindingDetails = [:],
        suggestion: @autoclosure () -> String? = nil
    ) {
        report(code, in: location.file, at: location, details(), suggestion: suggestion())
    }

    /// Adds a finding. One that counts the rest of a collector below is added to the rest here.
    package mutating func add(_ finding: Finding) { _ = position(adding: finding) }

    /// The same; returns its position among those kept, or nil if it is not.
    package mutating func position(adding finding: Finding) -> Int? {
        var key = Key(file: finding.location.file, code: finding.code, severity: finding.severity)
        if let unlisted = finding.unlisted, case .text(let code)? = finding.details[.code] {
            key.code = code
            count += unlisted
            if key.severity == .error { containsError = true }
            var entry = entries[key] ?? Entry(restCode: finding.code, isTable: finding.location.isTable)
            entry.unlisted += unlisted
            entry.restCode = finding.code
            entries[key] = entry
            return nil
        }
        guard keeps(key, finding.count, isTable: finding.location.isTable) else { return nil }
        kept.append(finding)
        return kept.count - 1
    }

    /// Adds one to the count that a kept finding states.
    package mutating func countOnce(at position: Int) {
        if case .count(let count)? = kept[position].details[.count] {
            kept[position].details[.count] = .count(count + 1)
        }
    }

    /// Counts what is found and returns whether to keep it.
    private mutating func keeps(_ key: Key, _ number: Int = 1, isTable: Bool = true) -> Bool {
        count += number
        if key.severity == .error { containsError = true }
        var entry = entries[key] ?? Entry(restCode: restCode, isTable: isTable)
        let isKept = entry.kept < limit
        if isKept { entry.kept += 1 } else { entry.unlisted += number }
        entries[key] = entry
        return isKept
    }

    /// The findings in the order in which they were added, with a count of those that were not kept.
    package var findings: [Finding] {
        let rest = entries.filter { $0.value.unlisted > 0 }.sorted {
            ($0.key.file, $0.key.code, $0.key.severity) < ($1.key.file, $1.key.code, $1.key.severity)
        }
        return kept
            + rest.map { key, entry in
                Finding(
                    entry.restCode, unlisted: entry.unlisted, severity: key.severity,
                    at: Location(file: key.file, isTable: entry.isTable), [.code: .text(key.code)])
            }
    }
}
