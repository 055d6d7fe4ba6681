public import Tables
public import Values

/// How many answers a sample asks for in a unit or a stratum.
public struct SampleTarget: Hashable, Sendable {
    /// The unit, as forms name it; nil where the sample names none.
    public let unit: String?
    /// The stratum of the first stage; nil where the sample names none.
    public let stratum: String?
    /// The answers asked for.
    public let people: Int
    /// The people in it; nil where the sample does not say.
    public let population: Int?

    /// Reads the table of a sample: columns `unit`, `stratum` or both, `people`, and `population` if it is known.
    /// - Throws: `FindingsError` with all findings.
    public static func read(
        contentsOf path: String, options: TableOptions = TableOptions()
    ) throws(FindingsError) -> (targets: [SampleTarget], findings: [Finding]) {
        var table = try Table(contentsOf: path, options: options)
        let unit = table.optionalColumn(["unit", "đơn vị", "mã đơn vị", "xã", "domain", "vùng"])
        let stratum = unit == nil ? table.requiredColumn(strata) : table.optionalColumn(strata)
        let people = table.requiredColumn(["people", "số người cần hỏi", "số phiếu", "cỡ mẫu", "sample"])
        let population = table.optionalColumn(["population", "dân số", "số người", "tổng thể"])
        guard let people, unit != nil || stratum != nil else { throw FindingsError(table.findings) }
        table.settleNumbers(in: [people, population].compactMap { $0 })
        let sink = FindingSink()
        sink.add(table.findings)
        let row = TableRow<SurveyFinding>(table, into: sink)
        var targets: [SampleTarget] = []
        var places: [[String]: Location] = [:]
        func number(_ column: Int) -> Int? {
            guard let number = row.requiredDecimal(column) else { return nil }
            let range = SampleStratum.populations
            let whole = Int(number.mantissa / FixedDecimal.scale)
            if number.isInteger, whole == 0 || range.contains(whole) { return whole }
            row.report(
                .badPopulation, at: column, [.found: .text(table.text(row.index, column)), .expected: .range(range)])
            return nil
        }
        while row.next() {
            let (name, part) = (row.text(unit), row.text(stratum))
            if name == nil, part == nil {
                _ = (unit ?? stratum).flatMap { row.requiredText($0) }
                continue
            }
            let key = [name, part].map { VietnameseText.folded($0 ?? "") }
            let column = part == nil ? unit : stratum ?? unit
            if let first = places[key], let column {
                row.report(
                    .repeatedStratum, at: column, [.found: .text(part ?? name ?? ""), .first: .location(first)])
            } else {
                places[key] = row.location(column ?? people)
            }
            let all = row.text(population ?? people) == nil ? nil : population.flatMap(number)
            if let asked = number(people) {
                targets.append(SampleTarget(unit: name, stratum: part, people: asked, population: all))
            }
        }
        if table.rowCount == 0 {
            sink.report(SurveyFinding.noStrata, at: Location(file: table.file, isTable: true))
        }
        if sink.findings.containsError { throw FindingsError(sink.findings) }
        return (targets, sink.findings)
    }

    private static let strata = ["stratum", "tầng"]
}
