import Tables
import Values

/// Gathers the findings of a folder in the order in which they come up, and which units they spoil.
struct FindingSink: Sendable {
    private var collector = FindingCollector(limit: 100)
    /// Codes of units whose own rows hold an error.
    private(set) var spoiltUnits: Set<String> = []
    /// Whether an error concerns more than one unit.
    private(set) var isFatal = false

    /// The findings, with a count of those that were not kept.
    var findings: [Finding] { collector.findings }

    /// Reports a finding; its details are worked out only when it is kept.
    mutating func report(
        _ code: AssessmentFinding, at place: Place, unit: String? = nil,
        _ details: @autoclosure () -> FindingDetails = [:], suggestion: @autoclosure () -> String? = nil
    ) {
        note(code.severity, unit: unit)
        collector.report(code, at: place, details().about(unit: unit), suggestion: suggestion())
    }

    /// Adds findings of the readers below; an error among them concerns the unit, or everything.
    mutating func add(_ found: [Finding], unit: String? = nil) {
        for var finding in found {
            note(finding.severity, unit: unit)
            finding.details = finding.details.about(unit: unit)
            collector.add(finding)
        }
    }

    /// Adds the table's own findings. An error of a row that names its unit spoils that unit alone, unless a quote may
    /// have swallowed rows of other units.
    mutating func add(findingsOf table: Table, unit: Int?, isKnown: (String) -> Bool) {
        var unitsOfRows: [Int: String] = [:]
        for row in table.brokenRows {
            let code = unit.map { table.text(row, $0) } ?? ""
            if !code.isEmpty, isKnown(code), !table.spansLines(row) {
                unitsOfRows[table.rowNumber(row)] = code
                // A table keeps only so many findings, but every broken row counts.
                spoiltUnits.insert(code)
            } else {
                isFatal = true
            }
        }
        for finding in table.findings {
            add([finding], unit: finding.place.line.flatMap { unitsOfRows[$0] })
        }
        for cell in table.cellsHoldingRows() {
            report(.rowsInsideQuotes, at: table.place(cell.row, cell.column), [.found: .count(cell.lines)])
        }
    }

    private mutating func note(_ severity: Finding.Severity, unit: String?) {
        guard severity == .error else { return }
        if let unit { spoiltUnits.insert(unit) } else { isFatal = true }
    }
}

extension FindingDetails {
    fileprivate func about(unit: String?) -> FindingDetails {
        guard let unit else { return self }
        var details = self
        details[.unit] = .text(unit)
        return details
    }
}
