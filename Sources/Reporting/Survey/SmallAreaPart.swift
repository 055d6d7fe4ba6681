internal import Documents
internal import Survey
internal import Values
internal import Words

/// What a report of a survey shows of small areas: the direct estimate of each, and beside it the one by a model.
struct SmallAreaPart {
    private typealias Row = Column<SmallAreaEstimate>

    let model: SmallAreaModel
    /// The names of units, by code.
    let names: [String: String]

    func write(to document: inout Document) {
        document.heading(SmallAreaWords.title)
        let columns: [Row] = [
            .phrase("", SmallAreaWords.area, .wrapped(24)) { area in
                area.direct.unit.map { Phrase(verbatim: names[$0] ?? $0) }
            },
            Row(.people, full: .peopleInFull, .trailing) { .amount($0.direct.people) },
            number(SmallAreaWords.direct) { $0.direct.value },
            number(SmallAreaWords.directError) { $0.direct.estimate?.standardError },
            number(SmallAreaWords.modelled) { $0.value }, number(SmallAreaWords.modelledError) { $0.error },
            Row(SmallAreaWords.share, .decimal) { .number(FixedDecimal(nearest: $0.share), look: .hundredths) },
            .phrase("", SmallAreaWords.basis, .wrapped(16)) { area in
                let outside = (0...1).contains(area.value) ? nil : SmallAreaWords.outside
                return [area.basis.phrase, area.direct.note, outside].compactMap { $0 }.joined("; ")
            },
        ]
        document.table(model.areas, columns)
        document.paragraph(SmallAreaWords.about(model))
    }

    private func number(_ title: Phrase, _ value: @escaping @Sendable (SmallAreaEstimate) -> Double?) -> Row {
        Row(title, .decimal.blank("–")) {
            .number(value($0).flatMap { FixedDecimal(nearest: $0 * 100) }, look: .hundredths)
        }
    }

    /// Shares and their errors are from 0 to 1.
    func write(to record: inout RecordWriter) {
        record.record("smallAreas") { record in
            record.values([
                "method": .text(model.plan.method.rawValue), "factor": .text(model.plan.part),
                "auxiliaries": .list(model.plan.auxiliaries.map { .text($0) }), "fitted": .count(model.fitted),
                "coefficients": .list(model.coefficients.map { .real($0) }), "modelVariance": .real(model.variance),
            ])
            record.list("areas", model.areas) {
                [
                    "unit": .text($0.direct.unit), "n": .count($0.direct.people), "direct": .real($0.direct.value),
                    "directError": .real($0.direct.estimate?.standardError),
                    "directStatus": .text($0.direct.status.names.status), "modelled": .real($0.value),
                    "modelledError": .real($0.error), "directShare": .real($0.share), "basis": .text("\($0.basis)"),
                ]
            }
        }
    }
}
