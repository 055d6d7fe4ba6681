import Tables
import Tables
import Values

/// Gathers the findings of a folder in the order in which they come up, and which units they spoil. Of each code in a
/// file so many are kept; the rest is counted.
struct FindingSink: Sendable {
    private static let limit = 100

    private(set) var findings: [Finding] = []
    /// Codes of units whose own rows hold an error.
    private(set) var spoiltUnits: Set<String> = []
    /// Whether an error concerns more than one unit.
    private(set) var isFatal = false
    private var counts: [Key: Int] = [:]

    private struct Key: Hashable {
        var file: String
        var code: String
    }

    /// Reports a finding; its details are worked out only when it is kept.
    mutating func report(
        _ code: AssessmentFinding, at place: Place, unit: String? = nil,
        _ details: @autoclosure () -> [String: String] = [:]
    ) {
        guard count(code.rawValue, code.severity, in: place.file, unit: unit) else { return }
        var details = details()
        details["unit"] = unit
        findings.append(Finding(code, at: place, details: details))
    }

    /// Adds findings of the readers below; an error among them concerns the unit, or everything.
    mutating func add(_ found: [Finding], unit: String? = nil) {
        for var finding in found {
            if let unit { finding.details["unit"] = unit }
            add(finding)
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
            report(.rowsInsideQuotes, at: table.place(cell.row, cell.column), ["found": String(cell.lines)])
        }
    }

    private mutating func add(_ finding: Finding) {
        if count(finding.code, finding.severity, in: finding.place.file, unit: finding.details["unit"]) {
            findings.append(finding)
        }
    }

    /// Counts a finding, and notes what it spoils; whether it is to be kept.
    private mutating func count(_ code: String, _ severity: Finding.Severity, in file: String, unit: String?) -> Bool {
        if severity == .error {
            if let unit { spoiltUnits.insert(unit) } else { isFatal = true }
        }
        let key = Key(file: file, code: code)
        let count = counts[key, default: 0] + 1
        counts[key] = count
        return count <= Self.limit
    }

    /// The findings, with a count of those that were not kept.
    var complete: [Finding] {
        let rest = counts.filter { $0.value > Self.limit }.sorted {
            ($0.key.file, $0.key.code) < ($1.key.file, $1.key.code)
        }
        return findings
            + rest.map { key, count in
                Finding(
                    TableFinding.moreFindings, at: Place(file: key.file, isTable: true),
                    details: ["code": key.code, "count": String(count - Self.limit)])
            }
    }
}
