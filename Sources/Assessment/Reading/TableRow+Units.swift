import Scoring
import Survey
import Tables
import Values

extension AssessmentFinding: RowFinding {}

extension TableRow<AssessmentFinding> {
    /// The position of the unit that the row names by code or name; reports a finding when it names none or several.
    func requiredUnit(_ column: Int, in units: UnitList) -> Int? {
        guard let word = requiredText(column) else { return nil }
        switch units.match(word) {
        case .one(let code):
            subject.unit = code
            return units.position(of: code)
        case .several(let codes):
            fail(.ambiguousUnit, at: column, [.found: .text(word), .expected: .names(codes)])
        case .none: failUnknown(word, at: column, among: units.codes, orElse: .unknownUnit)
        }
        return nil
    }
}

extension FindingSink {
    /// Adds the table's own findings. An error in a row that names its unit invalidates only that unit, unless a quote
    /// may have swallowed rows of other units.
    func add(findingsOf table: Table, unit: Int?, isKnown: (String) -> Bool) {
        var unitsOfRows: [Int: String] = [:]
        for row in table.brokenRows {
            let code = unit.map { table.text(row, $0) } ?? ""
            let owner = !code.isEmpty && isKnown(code) && !table.spansLines(row) ? code : nil
            unitsOfRows[table.rowNumber(row)] = owner
            // A table keeps a limited number of findings, but every broken row counts.
            spoil(owner)
        }
        for finding in table.findings {
            add([finding], unit: finding.location.line.flatMap { unitsOfRows[$0] })
        }
        for cell in table.cellsHoldingRows() {
            report(
                AssessmentFinding.rowsInsideQuotes, at: table.location(cell.row, cell.column),
                [.found: .count(cell.lines)])
        }
    }
}
