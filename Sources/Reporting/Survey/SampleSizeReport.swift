package import Documents
package import Survey
internal import Values
internal import Words

/// A sample size with its allocation.
package struct SampleSizeReport: Report {
    /// A stratum, or the whole.
    package struct Stratum: Sendable {
        let name: Phrase
        package let population: Int
        var people = 0
        var isTotal = false

        package init(name: String, population: Int) {
            (self.name, self.population) = (Phrase(verbatim: name), population)
        }

        fileprivate init(total size: SampleSize, people: Int) {
            (name, population, self.people, isTotal) = (.total, size.population, people, true)
        }
    }

    private let size: SampleSize
    /// The strata with the people to ask in each.
    private let strata: [Stratum]

    package init(_ size: SampleSize, strata: [Stratum]) {
        self.size = size
        let people = SampleAllocation.proportional(size.people, among: strata.map(\.population))
        self.strata = zip(strata, people).map { stratum, people in
            var stratum = stratum
            stratum.people = people
            return stratum
        }
    }

    private static let columns = [
        Column<Stratum>("stratum", SampleSizeWords.stratum, .wrapped(20)) { .phrase($0.name) },
        Column<Stratum>("population", SampleSizeWords.residents, .trailing) { .amount($0.population) },
        Column<Stratum>("people", SampleSizeWords.people, full: SampleSizeWords.peopleInShort, .trailing) {
            .amount($0.people)
        },
    ]

    package func write(to document: inout Document) {
        document.heading(SampleSizeWords.title, level: 1)
        document.facts([
            .init(SampleSizeWords.population, .amount(size.population)),
            .init(SampleSizeWords.margin, .number(size.margin)),
            .init(SampleSizeWords.designEffect, .number(size.designEffect)),
            .init(SampleSizeWords.people, .amount(size.people)),
            .init(SampleSizeWords.marginReached, .number(FixedDecimal(nearest: size.marginReached) ?? 0)),
            SampleSizeWords.formula,
        ])
        if strata.isEmpty { return }
        let total = Stratum(total: size, people: strata.reduce(0) { $0 + $1.people })
        document.table(strata + [total], Self.columns) { $0.isTotal }
    }

    /// The allocation; without strata the whole.
    package var data: DataTable? {
        DataTable(strata.isEmpty ? [Stratum(total: size, people: size.people)] : strata, Self.columns)
    }

    package func write(to record: inout RecordWriter) {
        record.value("population", .count(size.population))
        record.value("error", .number(size.margin))
        record.value("designEffect", .number(size.designEffect))
        record.value("people", .count(size.people))
        record.value("errorReached", .real(size.marginReached))
        record.list("strata", strata, Self.columns)
    }
}
