package import Values

/// Collects the findings of several files in the order in which they are reported, and what their errors invalidate: a
/// unit that they name, or everything.
package final class FindingSink {
    private var collector = FindingCollector(limit: 100, rest: TableFinding.moreFindings)
    /// The columns with numbers that are too fine, and where their finding is among those kept.
    private var tooFineColumns: [Location: Int?] = [:]
    /// Codes of units with errors in their own rows.
    package private(set) var spoiltUnits: Set<String> = []
    /// Whether an error concerns more than one unit.
    package private(set) var isFatal = false

    package init() {}

    /// Whether one of the findings is an error.
    package var containsError: Bool { collector.containsError }

    /// All findings kept, and a count of the others.
    package var findings: [Finding] { collector.findings }

    /// Reports a finding; its details are computed only if it is kept.
    /// - Parameter spoils: Whether an error concerns the unit or, without one, everything; otherwise its reader says whom.
    package func report(
        _ code: some FindingCode, at location: Location, unit: String? = nil, spoils: Bool = true,
        _ details: @autoclosure () -> FindingDetails = [:], suggestion: @autoclosure () -> String? = nil
    ) {
        if code.severity == .error, spoils { spoil(unit) }
        collector.report(code, at: location, details().about(unit), suggestion: suggestion())
    }

    /// Adds findings of the readers below; an error among them concerns the unit, or everything. One that only counts
    /// others concerns nothing more than those that are listed, or what the reader says itself.
    package func add(_ findings: [Finding], unit: String? = nil) {
        for var finding in findings {
            if finding.severity == .error, finding.unlisted == nil { spoil(unit) }
            finding.details = finding.details.about(unit)
            collect(finding)
        }
    }

    /// Adds a finding whose error concerns some units, or none of those that there are.
    package func add(_ finding: Finding, spoiling units: Set<String> = []) {
        if finding.severity == .error { spoiltUnits.formUnion(units) }
        collect(finding)
    }

    /// Adds the findings about other units, of which an error concerns none of these, unless it concerns everything.
    package func add(contentsOf other: FindingSink) {
        other.findings.forEach(collect)
        if other.isFatal { spoil(nil) }
    }

    /// Numbers that are too fine are one finding a column, at the first, with their count: what a program wrote so in
    /// one cell it wrote so in all.
    private func collect(_ finding: Finding) {
        guard finding.code == TableFinding.numberTooFine.rawValue else {
            collector.add(finding)
            return
        }
        var column = finding.location
        column.line = nil
        if let known = tooFineColumns[column] {
            if let known { collector.countOnce(at: known) }
        } else {
            tooFineColumns[column] = .some(collector.position(adding: finding))
        }
    }

    /// Records that an error concerns a unit, or, with nil, everything.
    package func spoil(_ unit: String?) {
        if let unit { spoiltUnits.insert(unit) } else { isFatal = true }
    }
}

extension FindingDetails {
    fileprivate func about(_ unit: String?) -> FindingDetails {
        guard let unit else { return self }
        var details = self
        details[.unit] = .text(unit)
        return details
    }
}
