import Tables
public import Values

/// A part of the population that people are to be drawn from, with its size.
public struct SampleStratum: Hashable, Sendable {
    /// More people than there are: a population beyond is a slip of the hand.
    public static let populations = 1...Int(clamping: 10_000_000_000 as Int64)

    /// What people call it.
    public let name: String
    /// The people in it.
    public let population: Int
    /// The domain that it is a part of, whose figures are published; nil where the table names none.
    public var domain: String?
    /// The share that is expected in it, and the share of its people who answer; nil for those of all.
    public var share, response: FixedDecimal?

    /// Names a stratum.
    public init(name: String, population: Int) { (self.name, self.population) = (name, population) }

    /// Whether it says more than its people.
    package var isDetailed: Bool { domain != nil || share != nil || response != nil }

    /// The strata of a table, each once, and its warnings.
    /// - Throws: `FindingsError` with all findings.
    public static func read(
        contentsOf path: String
    ) throws(FindingsError) -> (strata: [SampleStratum], findings: [Finding]) {
        var table = try Table(contentsOf: path)
        let name = table.requiredColumn(["stratum", "tầng", "đơn vị", "unit", "tên"])
        let people = table.requiredColumn(["population", "dân số", "số người", "tổng thể"])
        guard let name, let people else { throw FindingsError(table.findings) }
        let domain = table.optionalColumn(["domain", "vùng", "miền", "khối"])
        let share = table.optionalColumn(["share", "tỷ lệ dự kiến"])
        let response = table.optionalColumn(["response", "tỷ lệ trả lời"])
        table.settleNumbers(in: [people, share, response].compactMap { $0 })
        let sink = FindingSink()
        sink.add(table.findings)
        let row = TableRow<SurveyFinding>(table, into: sink)
        var strata: [SampleStratum] = []
        var places: [[String]: Location] = [:]
        /// A share above 0 and below 1, or up to 1 of those who answer; numbers above 1 are percentages.
        func part(_ column: Int?, upToOne: Bool) -> FixedDecimal? {
            guard let column, let number = row.decimal(column, isPercent: true) else { return nil }
            let text = table.text(row.index, column)
            let share =
                number > 1 || text.contains("%") ? FixedDecimal(mantissa: number.mantissa / 100) : number
            if share > 0, share < 1 || upToOne && share == 1 { return share }
            row.report(.badShare, at: column, [.found: .text(text)])
            return nil
        }
        while row.next() {
            let stratum = row.requiredText(name)
            let own = row.text(domain)
            if let stratum {
                // Two domains may have a stratum of one name each.
                let key = [own?.lowercased() ?? "", stratum.lowercased()]
                if let first = places[key] {
                    row.report(.repeatedStratum, at: name, [.found: .text(stratum), .first: .location(first)])
                } else {
                    places[key] = row.location(name)
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
                var read = SampleStratum(name: stratum, population: Int(number.mantissa / FixedDecimal.scale))
                read.domain = own
                read.share = part(share, upToOne: false)
                read.response = part(response, upToOne: true)
                strata.append(read)
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
