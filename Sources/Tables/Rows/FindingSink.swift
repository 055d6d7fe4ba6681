package import Values

/// Collects the findings of several files in the order in which they are reported, and what their errors invalidate: a
/// unit that they name, or everything.
package final class FindingSink {
    private var collector = FindingCollector(limit: 100)
    /// Codes of units with errors in their own rows.
    package private(set) var spoiltUnits: Set<String> = []
    /// Whether an error concerns more than one unit.
    package private(set) var isFatal = false

    package init() {}

    /// All findings kept, and a count of the others.
    package var findings: [Finding] { collector.findings }

    /// Reports a finding; its details are computed only if it is kept.
    package func report(
        _ code: some FindingCode, at location: Location, unit: String? = nil,
        _ details: @autoclosure () -> FindingDetails = [:], suggestion: @autoclosure () -> String? = nil
    ) {
        if code.severity == .error { spoil(unit) }
        collector.report(code, at: location, details().about(unit), suggestion: suggestion())
    }

    /// Adds findings of the readers below; an error among them concerns the unit, or everything.
    package func add(_ findings: [Finding], unit: String? = nil) {
        for var finding in findings {
            if finding.severity == .error { spoil(unit) }
            finding.details = finding.details.about(unit)
            collector.add(finding)
        }
    }

    /// Adds a finding whose error concerns some units, or, without any, everything.
    package func add(_ finding: Finding, spoiling units: Set<String>) {
        if finding.severity == .error {
            if units.isEmpty { spoil(nil) } else { spoiltUnits.formUnion(units) }
        }
        collector.add(finding)
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
