internal import Assessment
internal import Documents
internal import Scoring
internal import Survey
internal import Values
internal import Words

/// The changes of the indices that a survey measured in two periods, each tested against the sampling error.
struct SurveyChangesPart: Sendable {
    /// The index of a metric of a unit in both periods.
    struct Change: Sendable {
        let unit: Unit
        let metric: String
        let before, after: SurveyIndex
        /// Nil where one of them has no standard error.
        let test: SurveyTest?
        /// The p-value, adjusted for all changes; nil without a test.
        var adjusted: Double?

        /// Whether the change is more than the sampling error explains.
        var exceeds: Bool? { adjusted.map { $0 < 1 - (after.estimate?.level ?? 1) } }
        /// The later index minus the earlier, in percentage points.
        var difference: FixedDecimal? {
            guard let first = before.percent, let last = after.percent else { return nil }
            return last - first
        }
    }

    let changes: [Change]

    /// - Parameter pairs: The positions of units in the earlier and in the later assessment.
    init(_ before: Assessment, _ after: Assessment, pairs: [(before: Int, after: Int)]) {
        guard before.settings.period != after.settings.period, before.survey != nil, let later = after.survey
        else {
            changes = []
            return
        }
        // All of them at once, on all processors.
        for survey in [before.survey, after.survey] { _ = survey?.ofFigures }
        let metrics = later.questionnaire.metrics.map({ $0.metric })
        var changes: [Change] = []
        for pair in pairs {
            let new = after.units[pair.after]
            for metric in metrics {
                guard let first = before.surveyed(unit: pair.before, metric: metric),
                    let last = after.surveyed(unit: pair.after, metric: metric), first.percent != nil,
                    last.percent != nil
                else { continue }
                let test = first.estimate.flatMap { own in last.estimate.flatMap { SurveyTest(change: own, to: $0) } }
                changes.append(Change(unit: new, metric: metric, before: first, after: last, test: test))
            }
        }
        let tested = changes.indices.filter { changes[$0].test != nil }
        let adjusted = Holm.adjusted(tested.compactMap { changes[$0].test?.pValue })
        for (position, value) in zip(tested, adjusted) { changes[position].adjusted = value }
        self.changes = changes
    }

    func write(to document: inout Document) {
        guard let first = changes.first else { return }
        let change = NumberLook.change(digits: 2, rounding: NumberLook.hundredths.rounding)
        let columns: [Column<Change>] = [
            Column<Unit>.name.on { $0.unit },
            .text("", SurveyTestWords.metric) { $0.metric },
            .decimal("", .before, look: .hundredths) { $0.before.percent },
            .decimal("", .after, look: .hundredths) { $0.after.percent },
            .decimal("", .change, look: change) { $0.difference },
            Column("", SurveyTestWords.standardError, .decimal) {
                .number(percent($0.test?.standardError), look: .hundredths)
            },
            Column("", SurveyTestWords.adjusted, .decimal) { change in
                .number(change.adjusted.flatMap { FixedDecimal(nearest: $0, digits: 4) }, look: NumberLook(digits: 4))
            },
            .phrase("", SurveyTestWords.conclusion, .wrapped(16)) { SurveyTestWords.conclusion($0.exceeds) },
        ]
        document.heading(SurveyTestWords.changes)
        document.table(changes, columns)
        document.paragraph(SurveyTestWords.method(confidence: first.after.estimate?.level ?? 0.95))
    }

    func write(to record: inout RecordWriter) {
        if changes.isEmpty { return }
        record.list("surveyChanges", changes) { record, change in
            record.values(["unit": .text(change.unit.code), "metric": .text(change.metric)])
            record.values([
                "before": .number(change.before.percent), "after": .number(change.after.percent),
                "change": .number(change.difference),
            ])
            let test = change.test
            for (key, share) in [
                ("standardError", test?.standardError), ("lower", test?.lower), ("upper", test?.upper),
            ] {
                record.value(key, .real(share.map { 100 * $0 }))
            }
            record.values([
                "degreesOfFreedom": .count(test?.degreesOfFreedom), "pValue": .real(test?.pValue),
                "adjustedPValue": .real(change.adjusted),
                "exceedsSamplingError": change.exceeds.map { .flag($0) } ?? .none,
            ])
        }
    }
}

/// A share as percentage points with two digits.
private func percent(_ share: Double?) -> FixedDecimal? { share.flatMap { FixedDecimal(nearest: 100 * $0, digits: 2) } }
