package import Values

/// Collects findings, but only a limited number per code and file: a hostile or hopeless table could have one per cell.
/// The rest are counted.
package struct FindingCollector: Sendable {
    private struct Key: Hashable {
        var file: String
        var code: String
    }

    private var kept: [Finding] = []
    private var counts: [Key: Int] = [:]
    private let limit: Int
    /// The positions, among those kept, of findings that count the cells of a column.
    private var columns: [Location: Int] = [:]

    /// Makes a collector that keeps `limit` findings per code, and at least one.
    package init(limit: Int) {
        self.limit = max(limit, 1)
    }

    /// Adds a finding; its details are computed only if it is kept.
    package mutating func report(
        _ code: some FindingCode, at location: Location, _ details: @autoclosure () -> FindingDetails = [:],
        suggestion: @autoclosure () -> String? = nil
    ) {
        guard counts(code.rawValue, in: location.file) else { return }
        kept.append(Finding(code, at: location, details(), suggestion: suggestion()))
    }

    /// Adds a finding. Numbers that are too fine are one finding a column, at the first, with their count: what a
    /// program wrote so in one cell it wrote so in all.
    package mutating func add(_ finding: Finding) {
        if finding.code == TableFinding.numberTooFine.rawValue {
            var column = finding.location
            column.line = nil
            if let position = columns[column] {
                if case .count(let count) = kept[position].details[.count] {
                    kept[position].details[.count] = .count(count + 1)
                }
                return
            }
            guard counts(finding.code, in: finding.location.file) else { return }
            columns[column] = kept.count
            kept.append(finding)
            return
        }
        if counts(finding.code, in: finding.location.file) { kept.append(finding) }
    }

    /// Counts a finding and returns whether to keep it.
    private mutating func counts(_ code: String, in file: String) -> Bool {
        let count = counts[Key(file: file, code: code), default: 0] + 1
        counts[Key(file: file, code: code)] = count
        return count <= limit
    }

    /// The findings in the order in which they were added, with a count of those that were not kept.
    package var findings: [Finding] {
        let rest = counts.filter { $0.value > limit }.sorted {
            ($0.key.file, $0.key.code) < ($1.key.file, $1.key.code)
        }
        return kept
            + rest.map { key, count in
                Finding(
                    TableFinding.moreFindings, at: Location(file: key.file, isTable: true),
                    [.code: .text(key.code), .count: .count(count - limit)])
            }
    }
}
