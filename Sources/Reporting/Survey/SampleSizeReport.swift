public import Documents
public import Survey
internal import Values
internal import Words

/// A sample size with its allocation.
public struct SampleSizeReport: Report {
    /// What the record is.
    public static let recordFormat = "sample-size/1"

    /// A stratum, or the whole, with the people to ask in it.
    private typealias Row = (name: Phrase, population: Int, people: Int, isTotal: Bool)

    private let size: SampleSize
    private let strata: [Row]
    private var whole: Row {
        (.total, size.population, strata.isEmpty ? size.people : strata.reduce(0) { $0 + $1.people }, true)
    }

    /// Divides the sample among strata in proportion to their size.
    public init(_ size: SampleSize, strata: [SampleStratum]) {
        self.size = size
        let people = SampleAllocation.proportional(size.people, among: strata.map { $0.population })
        self.strata = zip(strata, people).map { (Phrase(verbatim: $0.name), $0.population, $1, false) }
    }

    private let columns = [
        Column<Row>.phrase("stratum", SampleSizeWords.stratum, .wrapped(20)) { $0.name },
        Column<Row>("population", SampleSizeWords.residents, .trailing) { .amount($0.population) },
        Column<Row>("people", SampleSizeWords.people, full: SampleSizeWords.peopleInShort, .trailing) {
            .amount($0.people)
        },
    ]

    /// What people read.
    public func write(to document: inout Document) {
        document.heading(SampleSizeWords.title, level: 1)
        document.facts([
            .init(SampleSizeWords.population, .amount(size.population)),
            .init(SampleSizeWords.margin, .number(size.margin)), .init(.designEffect, .number(size.designEffect)),
            .init(SampleSizeWords.people, .amount(size.people)),
            .init(SampleSizeWords.marginReached, .number(FixedDecimal(nearest: size.marginReached) ?? 0)),
            SampleSizeWords.formula,
        ])
        if !strata.isEmpty { document.table(strata + [whole], columns) { $0.isTotal } }
    }

    /// The allocation; without strata the whole.
    public var data: DataTable? { DataTable(strata.isEmpty ? [whole] : strata, columns) }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        record.values([
            "population": .count(size.population), "error": .number(size.margin),
            "designEffect": .number(size.designEffect), "people": .count(size.people),
            "errorReached": .real(size.marginReached),
        ])
        record.list("strata", strata, columns)
    }
}
