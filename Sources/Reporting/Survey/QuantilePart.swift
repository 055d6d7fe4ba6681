internal import Documents
internal import Survey
internal import Values
internal import Words

/// What a report of a survey shows of the quantiles of mean scores: of all people, of each unit, and by domain.
struct QuantilePart {
    private typealias Row = Column<ScoreQuantile>

    private let quantiles: [ScoreQuantile]
    /// The names of units, by code.
    private let names: [String: String]

    /// Nil where the questionnaire asks for none.
    /// - Parameters:
    ///   - source: Where results come from.
    ///   - each: The units that are shown one by one.
    ///   - divisions: The domains by which results are broken down.
    init?(_ source: SurveyDivision.Source, each: [String], divisions: [[String]], names: [String: String]) {
        let (analysis, units, unit) = (source.analysis, source.codes, source.unit)
        if source.questionnaire.quantiles.isEmpty { return nil }
        self.names = names
        func published(_ found: [ScoreQuantile], _ scope: DisclosureControl.Scope) -> [ScoreQuantile] {
            found.map { source.disclosure?.published($0, scope) ?? $0 }
        }
        quantiles =
            published(analysis.quantiles(units: units, as: unit), source.scope)
            + each.flatMap { published(analysis.quantiles(units: [$0], as: $0), .unit($0)) }
            + divisions.flatMap { division in
                published(
                    analysis.quantiles(
                        by: division.compactMap(analysis.tally.domains.firstIndex), units: units, as: unit),
                    source.scope)
            }
    }

    func write(to document: inout Document) {
        document.heading(QuantileWords.title)
        let columns: [Row] = [
            .phrase("", QuantileWords.who, .wrapped(24)) { who($0) },
            .phrase("", QuantileWords.quantile, .leading) { QuantileWords.name(of: $0.probability) },
            Row(.people, full: .peopleInFull, .trailing) { .amount($0.people) },
            number(QuantileWords.score) { $0.value }, number(.standardError) { $0.standardError },
            .phrase("", SurveyWords.interval, .leading.blank("–")) { $0.limits },
        ]
        let hasNotes = quantiles.contains { $0.note != nil }
        document.table(quantiles, columns + (hasNotes ? [.phrase("", .note, .wrapped(16)) { $0.note }] : []))
        document.paragraph(QuantileWords.about)
    }

    /// The values of domains, or the name of the unit.
    private func who(_ quantile: ScoreQuantile) -> Phrase {
        if !quantile.domain.isEmpty {
            let values = quantile.domain.sorted { $0.key < $1.key }.map { $0.value.isEmpty ? "–" : $0.value }
            return Phrase(verbatim: values.joined(separator: " × "))
        }
        return quantile.unit.map { Phrase(verbatim: names[$0] ?? $0) } ?? SurveyWords.all
    }

    private func number(_ title: Phrase, _ value: @escaping @Sendable (ScoreQuantile) -> Double?) -> Row {
        Row(title, .decimal.blank("–")) {
            .number(value($0).flatMap { FixedDecimal(nearest: $0 * 100) }, look: .hundredths)
        }
    }

    /// Scores are from 0 to 1.
    func write(to record: inout RecordWriter) {
        record.list("quantiles", quantiles) { record, quantile in
            let names = quantile.status.names
            record.value("unit", .text(quantile.unit))
            record.record("domain") { domain in
                for (key, value) in quantile.domain.sorted(by: { $0.key < $1.key }) { domain.value(key, .text(value)) }
            }
            record.values([
                "probability": .number(quantile.probability), "n": .count(quantile.people),
                "score": .real(quantile.value), "standardError": .real(quantile.standardError),
                "lower": .real(quantile.lower), "upper": .real(quantile.upper),
                "degreesOfFreedom": .count(quantile.degreesOfFreedom), "status": .text(names.status),
                "reason": .text(names.reason),
            ])
        }
    }
}
