internal import Assessment
internal import Documents
internal import ScoreNumerics
internal import Survey
internal import Values
internal import Words

/// What a report of a survey shows of calibration: margins before and after, and how weights differ.
struct CalibrationPart {
    private typealias Category = CalibrationSummary.Category

    let summary: CalibrationSummary
    /// The names of units, by code.
    let names: [String: String]
    /// The codes of the units that are shown; nil for all.
    let units: Set<String>?

    /// In a list of facts.
    var fact: Phrase { CalibrationWords.summary(summary) }

    private var categories: [Category] {
        guard let units else { return summary.categories }
        return summary.categories.filter { $0.unit.map(units.contains) ?? true }
    }

    func write(to document: inout Document) {
        if categories.isEmpty { return }
        document.heading(CalibrationWords.title)
        let unit = Column<Category>.phrase("", .unit, .wrapped(24)) { category in
            category.unit.map { Phrase(verbatim: names[$0] ?? $0) }
        }
        let columns: [Column<Category>] = [
            .phrase("", CalibrationWords.variable, .leading) { Phrase(verbatim: $0.variable) },
            .phrase("", CalibrationWords.value, .wrapped(24)) { category in
                category.value.isEmpty ? CalibrationWords.unknown : Phrase(verbatim: category.value)
            },
            Column("", CalibrationWords.population, .trailing) { .amount(Int($0.population)) },
            Column("", CalibrationWords.before, .trailing) { .amount(Int($0.before.rounded())) },
            Column("", CalibrationWords.after, .trailing) { .amount(Int($0.after.rounded())) },
        ]
        document.table(categories, (categories.contains { $0.unit != nil } ? [unit] : []) + columns)
        document.paragraph(CalibrationWords.errors)
    }

    func write(to record: inout RecordWriter) {
        record.record("calibration") { record in
            record.values([
                "method": .text(summary.method?.rawValue), "rounds": .count(summary.rounds),
                "trimmed": .count(summary.trimmed),
            ])
            for (key, spread) in [("weightsBefore", summary.before), ("weightsAfter", summary.after)] {
                record.record(key) { record in
                    record.values([
                        "least": .real(spread.least), "most": .real(spread.most),
                        "designEffect": .real(spread.designEffect),
                    ])
                }
            }
            record.list("margins", categories) {
                [
                    "unit": .text($0.unit), "variable": .text($0.variable), "value": .text($0.value),
                    "population": .real($0.population), "before": .real($0.before), "after": .real($0.after),
                ]
            }
            record.list("responseClasses", summary.classes) {
                [
                    "values": .list($0.values.map { .text($0) }), "forms": .count($0.forms),
                    "answered": .count($0.answered), "factor": .real($0.factor),
                ]
            }
        }
    }
}
