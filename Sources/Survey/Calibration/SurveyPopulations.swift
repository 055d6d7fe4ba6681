internal import ScoreNumerics
internal import Tables
package import Values

/// Known populations: how many people there are in each category of the margins of a ``CalibrationPlan``, in each unit or
/// in all.
public struct SurveyPopulations: Sendable {
    /// A category of a margin.
    struct Category: Hashable, Sendable {
        /// As the table writes it.
        let value: String
        let people: Double
    }

    /// The file that states them.
    let file: String
    /// Whether each unit has populations of its own.
    let isPerUnit: Bool
    /// By unit (empty where all units are one) and variable, the categories in the order of the table.
    private(set) var categories: [String: [String: [Category]]]

    /// How many people a category may have: more is a slip of the hand.
    private static let possible = SampleStratum.populations

    /// Makes populations of all units together.
    /// - Parameter categories: By variable, the people of each value.
    package init(_ categories: [String: [(value: String, people: Double)]], file: String) {
        (self.file, isPerUnit) = (file, false)
        self.categories = ["": categories.mapValues { $0.map { Category(value: $0.value, people: $0.people) } }]
    }

    /// Reads a table of variables, values and counts, and of units where they have populations of their own.
    /// - Parameters:
    ///   - plan: What is needed of it.
    ///   - units: The known units; nil accepts every name as a code.
    /// - Throws: `FindingsError` with all findings.
    package init(
        contentsOf path: String, for plan: CalibrationPlan, units: UnitNames?
    ) throws(FindingsError) {
        var table = try Table(contentsOf: path)
        let variable = table.requiredColumn(["variable", "biến", "biên"])
        let value = table.requiredColumn(["value", "giá trị", "nhóm"])
        let count = table.requiredColumn(["count", "số người", "dân số", "population"])
        let unit = table.column(named: ["unit", "đơn vị", "mã đơn vị"])
        guard let variable, let value, let count else { throw FindingsError(table.findings) }
        table.settleNumbers(in: [count])
        let sink = FindingSink()
        sink.add(table.findings)
        let known = plan.margins.map { CalibrationPlan.variable(of: $0) }
        let row = TableRow<SurveyFinding>(table, into: sink)
        var categories: [String: [String: [Category]]] = [:]
        var places: [[String]: Location] = [:]
        var (withUnit, withoutUnit): (Int?, Int?)
        while row.next() {
            guard let name = row.requiredText(variable) else { continue }
            guard known.contains(name) else {
                row.report(.unknownVariable, at: variable, [.found: .text(name), .expected: .names(known)])
                continue
            }
            var code = ""
            if let unit, let text = row.text(unit) {
                guard let found = units.map({ $0.code(of: text) }) ?? text else {
                    row.report(.unknownPopulationUnit, at: unit, [.found: .text(text)])
                    continue
                }
                code = found
                withUnit = withUnit ?? row.index
            } else {
                withoutUnit = withoutUnit ?? row.index
            }
            // A blank value is one: those of whom it is not known.
            let category = row.text(value) ?? ""
            if let first = places[[code, name, category]] {
                row.report(.repeatedCategory, at: value, [.found: .text(category), .first: .location(first)])
                continue
            }
            places[[code, name, category]] = row.location(value)
            guard let people = row.requiredDecimal(count) else { continue }
            guard people.isInteger, Self.possible.contains(Int(people.mantissa / FixedDecimal.scale)) else {
                row.report(
                    .badPopulation, at: count,
                    [.found: .text(table.text(row.index, count)), .expected: .range(Self.possible)])
                continue
            }
            categories[code, default: [:]][name, default: []].append(
                Category(value: category, people: people.approximation))
        }
        if withUnit != nil, let withoutUnit, let unit {
            sink.report(SurveyFinding.mixedMargins, at: table.location(withoutUnit, unit), [:])
        }
        (file, isPerUnit) = (path, withUnit != nil)
        self.categories = categories
        if !sink.findings.containsError { check(known, into: sink) }
        if sink.findings.containsError { throw FindingsError(sink.findings) }
    }

    /// Every margin is there, and all of a unit count the same people.
    private func check(_ variables: [String], into sink: FindingSink) {
        if categories.isEmpty, let first = variables.first {
            sink.report(SurveyFinding.noMargin, at: Location(file: file, isTable: true), [.key: .text(first)])
        }
        for (unit, margins) in categories.sorted(by: { $0.key < $1.key }) {
            func report(_ code: SurveyFinding, _ details: FindingDetails) {
                var details = details
                if !unit.isEmpty { details[.unit] = .text(unit) }
                sink.report(code, at: Location(file: file, isTable: true), details)
            }
            func people(_ variable: String) -> Double { (margins[variable] ?? []).reduce(0) { $0 + $1.people } }
            for variable in variables where margins[variable] == nil { report(.noMargin, [.key: .text(variable)]) }
            guard let first = variables.first else { continue }
            for variable in variables.dropFirst() where margins[variable] != nil && margins[first] != nil {
                let (expected, found) = (people(first), people(variable))
                if expected == found { continue }
                report(
                    .marginsDiffer,
                    [
                        .key: .text(variable), .found: .count(Int(found)), .other: .text(first),
                        .expected: .count(Int(expected)),
                    ])
            }
        }
    }

    /// The categories of a margin of a unit, or of all.
    func categories(of variable: String, unit: String) -> [Category]? { categories[unit]?[variable] }
}
