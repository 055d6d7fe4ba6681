internal import Assessment
package import Documents
internal import Survey
internal import Values
internal import Words

extension SurveyReport {
    private typealias Index = Column<SurveyIndex>

    // MARK: For people

    package func write(to document: inout Document) {
        let questionnaire = survey.questionnaire
        document.heading(header.name, level: 1)
        document.facts(facts)
        document.heading(SurveyWords.byUnit)
        writeTable(totals, .unit, to: &document) { name(of: $0.unit).map { Phrase(verbatim: $0) } ?? SurveyWords.all }
        document.heading(SurveyWords.byFactor)
        writeTable(parts, SurveyWords.factor, to: &document) { index in
            let code = code(of: index.part).map { Phrase(verbatim: $0 + ". ") }
            return Phrase("\(code)\(name(of: index.part))")
        }
        for division in divisions {
            let title = division.domains.map(\.name).joined(" × ")
            document.heading(SurveyWords.by(title))
            writeTable(division.indices, title, to: &document) { index in
                let values = division.domains.map { index.domain[$0.code] ?? "" }
                return Phrase(verbatim: values.map { $0.isEmpty ? "–" : $0 }.joined(separator: " × "))
            }
        }
        document.paragraph(SurveyWords.legend(questionnaire.scale.levels))
        if questionnaire.design != nil { document.paragraph(SurveyWords.designEffect) }
        for notice in header.notices(isBrief: true) { document.notice(notice) }
    }

    private var facts: [Document.Fact] {
        let questionnaire = survey.questionnaire
        let tally = survey.analysis?.tally
        let read = SurveyWords.read(
            rows: tally?.rowCount ?? 0, leftOut: tally?.rowsLeftOut ?? 0, unknown: totals.first?.unknown ?? 0)
        var facts: [Document.Fact] = [
            .init(.year, .count(header.settings.year)), .init(SurveyWords.questionnaire, .name(questionnaire.name)),
            .init(.index, questionnaire.index.phrase(levels: questionnaire.scale.levels)),
            .init(SurveyWords.sampling, SurveyWords.design(questionnaire.design)),
        ]
        if questionnaire.design != nil {
            facts.append(.init(SurveyWords.interval, SurveyWords.choice(questionnaire.interval)))
        }
        facts.append(.init(SurveyWords.forms, read))
        if let unit { facts.append(.init(.unit, .text("\(unit.name) (\(unit.code))"))) }
        if !awaited.isEmpty {
            facts.append(.init(SurveyWords.noForms, .text(awaited.map(\.name).joined(separator: ", "))))
        }
        return facts
    }

    private func writeTable(
        _ indices: [SurveyIndex], _ title: Phrase, to document: inout Document,
        name: @escaping @Sendable (SurveyIndex) -> Phrase
    ) {
        let columns = SurveyColumns(self)
        var shown = [
            Index("", title, .wrapped(24)) { .phrase(name($0)) }, columns.people, columns.answers, columns.percent,
        ]
        if survey.questionnaire.design != nil { shown += [columns.error, columns.limits, columns.designEffect] }
        shown.append(columns.distribution)
        if indices.contains(where: { $0.status != .estimated && $0.status != .noDesign }) { shown.append(columns.note) }
        // Of several totals the first is that of all who were asked for.
        let first = indices.first.map { ($0.unit, $0.part, $0.domain) }
        let hasSum = first?.0 == unit?.code && indices.count == totals.count
        document.table(indices, shown) { index in
            hasSum && first.map { $0 == (index.unit, index.part, index.domain) } ?? false && !name(index).isEmpty
        }
    }

    // MARK: Data

    /// A row an index; shares are percentages.
    package var data: DataTable? {
        let columns = SurveyColumns(self)
        let levels = survey.questionnaire.scale.levels.enumerated().map { position, level in
            Index("", Phrase(level.label)) { index in
                index.status == .suppressed || position >= index.counts.count ? .none : .count(index.counts[position])
            }
        }
        func percent(_ title: Phrase, _ value: @escaping @Sendable (Estimate) -> Double?) -> Index {
            Index("", title) { .number($0.estimate.flatMap(value).flatMap { FixedDecimal(nearest: $0) }) }
        }
        return DataTable(
            all,
            [
                columns.unit, columns.unitName, columns.domain, columns.part, columns.partName, columns.people,
                columns.answers,
            ]
                + levels + [
                    columns.percent, percent(.standardErrorPercent) { $0.standardError.map { $0 * 100 } },
                    percent(.lowerPercent) { $0.lower.map { $0 * 100 } },
                    percent(.upperPercent) { $0.upper.map { $0 * 100 } }, percent(.designEffect) { $0.designEffect },
                    percent(.degreesOfFreedom) { Double($0.degreesOfFreedom) },
                    Index("", .status) { .text($0.status.names.status) }, header.noticeColumn(),
                ])
    }

    /// Shares and their errors are from 0 to 1.
    package func write(to record: inout RecordWriter) {
        let questionnaire = survey.questionnaire
        header.write(to: &record)
        record.record("survey") { record in
            record.value("questionnaire", .text(questionnaire.code))
            record.value("measure", .text(questionnaire.index.measure.rawValue))
            record.value("topLevels", .count(questionnaire.index.topLevels))
            record.value("combination", .text(questionnaire.index.effectiveCombination.rawValue))
            record.value("hasDesign", .flag(questionnaire.design != nil))
            record.value("interval", .text(questionnaire.interval.method.rawValue))
            record.value("confidence", .number(questionnaire.interval.confidence))
            record.value("minimumCount", .count(questionnaire.minimumCount))
            record.value("rows", .count(survey.analysis?.tally.rowCount))
            record.value("rowsLeftOut", .count(survey.analysis?.tally.rowsLeftOut))
            record.texts("unitsAwaited", awaited.map(\.code))
            record.texts("levels", questionnaire.scale.levels.map(\.code))
        }
        record.list("estimates", all) { record, index in write(index, to: &record) }
    }

    private func write(_ index: SurveyIndex, to record: inout RecordWriter) {
        record.value("unit", .text(index.unit))
        record.record("domain") { domain in
            for key in index.domain.keys.sorted() { domain.value(key, .text(index.domain[key])) }
        }
        record.value("factor", .text(code(of: index.part)))
        record.value("kind", .text(kind(of: index.part)))
        index.write(to: &record)
        // What is suppressed is not given away by its parts.
        let isShown = index.status != .suppressed
        if isShown { record.values("counts", index.counts.map { .count($0) }) }
        record.value("noAnswer", isShown ? .count(index.noAnswer) : .none)
        record.value("unknown", isShown ? .count(index.unknown) : .none)
    }
}

extension SurveyIndex {
    /// Writes the value with its error and limits, shares from 0 to 1.
    func write(to record: inout RecordWriter) {
        let names = status.names
        record.value("method", .text(estimate?.method.map { "\($0)" }))
        record.value("n", .count(people))
        record.value("answers", status == .suppressed ? .none : .count(answers))
        record.value("share", .real(value))
        record.value("percent", .number(percent))
        record.value("standardError", .real(estimate?.standardError))
        record.value("lower", .real(estimate?.lower))
        record.value("upper", .real(estimate?.upper))
        record.value("designEffect", .real(estimate?.designEffect))
        record.value("designEffectKind", .text(estimate.map { _ in "withoutReplacement" }))
        record.value("degreesOfFreedom", .count(estimate?.degreesOfFreedom))
        record.value("status", .text(names.status))
        record.value("reason", .text(names.reason))
    }
}

/// What reports show of an index.
private struct SurveyColumns {
    typealias Index = Column<SurveyIndex>
    let report: SurveyReport

    init(_ report: SurveyReport) { self.report = report }

    var unit: Index { Index("unit", .unitCode) { .text($0.unit) } }
    var unitName: Index { Index("", .unitName) { [report] in .text(report.name(of: $0.unit)) } }
    var domain: Index {
        Index("", .domain) { index in
            .text(index.domain.keys.sorted().map { "\($0)=\(index.domain[$0] ?? "")" }.joined(separator: "; "))
        }
    }
    var part: Index { Index("factor", .factorCode) { [report] in .text(report.code(of: $0.part)) } }
    var partName: Index { Index("", SurveyWords.factor) { [report] in .phrase(report.name(of: $0.part).line()) } }
    var people: Index { Index("n", .people, full: .peopleInFull, .trailing) { .amount($0.people) } }
    var answers: Index {
        Index("answers", .answers, full: .answersInFull, .trailing.dispensable.blank("–")) {
            $0.status == .suppressed ? .none : .amount($0.answers)
        }
    }
    var percent: Index {
        Index("percent", .index, full: .indexPercent, .decimal) { .number($0.percent, look: .hundredths) }
    }
    var error: Index { number(.standardError, .decimal) { $0.standardError.map { $0 * 100 } } }
    var limits: Index { Index("", SurveyWords.interval, .leading.blank("–")) { .phrase($0.limits) } }
    var designEffect: Index { number(.designEffect, .decimal.dispensable) { $0.designEffect } }
    var distribution: Index {
        Index("", SurveyWords.distribution) { $0.value == nil ? .none : .bar(.shares($0.weights, cells: 20)) }
    }
    var note: Index { Index("", .note, .wrapped(16)) { .phrase($0.note) } }

    private func number(
        _ title: Phrase, _ layout: ColumnLayout, _ value: @escaping @Sendable (Estimate) -> Double?
    ) -> Index {
        Index("", title, layout) {
            .number($0.estimate.flatMap(value).flatMap { FixedDecimal(nearest: $0) }, look: .hundredths)
        }
    }
}
