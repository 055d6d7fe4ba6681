internal import ScoreNumerics
internal import Tables
public import Values

/// The auxiliary variables of areas: a table with a row for each.
public struct SmallAreaTable: Sendable {
    /// An area: the code of its unit, and its variables in the order of the plan.
    struct Area: Hashable, Sendable {
        let unit: String
        let auxiliaries: [Double]
    }

    /// The file that states them.
    let file: String
    /// In the order of the table.
    private(set) var areas: [Area] = []

    /// Reads a table with a column of units, and one of each auxiliary variable.
    /// - Parameters:
    ///   - path: The file.
    ///   - plan: The variables that are needed.
    ///   - units: The known units, by code and name.
    /// - Throws: `FindingsError` with all findings.
    public init(
        contentsOf path: String, for plan: SmallAreaPlan, units: UnitNames
    ) throws(FindingsError) {
        file = path
        var table = try Table(contentsOf: path)
        let unit = table.requiredColumn(["unit", "đơn vị", "mã đơn vị", "code", "mã"])
        let columns = plan.auxiliaries.compactMap { table.requiredColumn([$0]) }
        guard let unit, columns.count == plan.auxiliaries.count else { throw FindingsError(table.findings) }
        table.settleNumbers(in: columns)
        let sink = FindingSink()
        sink.add(table.findings)
        let row = TableRow<SurveyFinding>(table, into: sink)
        var places: [String: Location] = [:]
        while row.next() {
            guard let name = row.requiredText(unit) else { continue }
            let code: String
            switch units.match(name) {
            case .one(let found): code = found
            case .several(let codes):
                row.report(.ambiguousAreaUnit, at: unit, [.found: .text(name), .expected: .names(codes)])
                continue
            case .none:
                row.report(.unknownAreaUnit, at: unit, [.found: .text(name)])
                continue
            }
            if let first = places[code] {
                row.report(.repeatedArea, at: unit, [.found: .text(name), .first: .location(first)])
                continue
            }
            places[code] = row.location(unit)
            let numbers = columns.compactMap { row.requiredDecimal($0) }
            guard numbers.count == columns.count else { continue }
            areas.append(Area(unit: code, auxiliaries: numbers.map({ $0.approximation })))
        }
        if sink.findings.containsError { throw FindingsError(sink.findings) }
    }

    /// Makes a table.
    init(_ areas: [Area], file: String) {
        (self.areas, self.file) = (areas, file)
    }
}
