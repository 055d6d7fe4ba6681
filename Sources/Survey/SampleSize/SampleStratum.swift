import Tables
public import Values

/// A part of the population that people are to be drawn from, with its size.
public struct SampleStratum: Hashable, Sendable {
    /// More people than there are: a population beyond is a slip of the hand.
    public static let populations = 1...10_000_000_000

    /// What people call it.
    public let name: String
    /// The people in it.
    public let population: Int

    /// Names a stratum.
    public init(name: String, population: Int) { (self.name, self.population) = (name, population) }

    /// The strata of a table, each once, and its warnings.
    /// - Throws: `FindingsError` with all findings.
    public static func read(
        contentsOf path: String
    ) throws(FindingsError) -> (strata: [SampleStratum], findings: [Finding]) {
        var table = try Table(contentsOf: path)
        let name = table.requiredColumn(["stratum", "tầng", "đơn vị", "unit", "tên"])
        let people = table.requiredColumn(["population", "dân số", "số người", "tổng thể"])
        guard let name, let people else { throw FindingsError(table.findings) }
        table.settleNumbers(in: [people])
        let sink = FindingSink()
        sink.add(table.findings)
        let row = TableRow<SurveyFinding>(table, into: sink)
        var strata: [SampleStratum] = []
        var places: [String: Location] = [:]
        while row.next() {
            let stratum = row.requiredText(name)
            if let stratum {
                if let first = places[stratum.lowercased()] {
                    row.report(.repeatedStratum, at: name, [.found: .text(stratum), .first: .location(first)])
                } else {
                    places[stratum.lowercased()] = row.location(name)
                }
            }
            guard let number = row.requiredDecimal(people) else { continue }
            guard number.isInteger, populations.contains(Int(number.mantissa / FixedDecimal.scale)) else {
                row.report(
                    .badPopulation, at: people,
                    [.found: .text(table.text(row.index, people)), .expected: .range(populations)])
                continue
            }
            if let stratum {
                strata.append(SampleStratum(name: stratum, population: Int(number.mantissa / FixedDecimal.scale)))
            }
        }
        if table.rowCount == 0 {
            sink.report(SurveyFinding.noStrata, at: Location(file: table.file, isTable: true))
        }
        if sink.findings.containsError { throw FindingsError(sink.findings) }
        return (strata, sink.findings)
    }
}

extension SurveyFinding: RowFinding {
    /// A number of people is never a share.
    package static var percentSign: SurveyFinding { .badPopulation }
}
