import Scoring
import Tables
import Values

/// Makes figures of what was counted of an entry of `lists`, and says what is wrong with it.
struct ListFigures {
    private let counting: ListCounting
    private let levels: [[String]]
    private let sink: FindingSink
    private var use: ListUse { counting.use }
    private var units: [Unit] { counting.units.units }

    init(_ counting: ListCounting, criteria: CriteriaSet, sink: FindingSink) {
        (self.counting, self.sink) = (counting, sink)
        levels = criteria.levelsOfMetrics
    }

    /// Writes the figures beside those of tables and of other lists, none of which it replaces.
    func write(to figures: inout FigureReader, _ result: inout AssessmentLists) {
        // Without a file that could be read there is nothing to be said of any unit.
        guard !counting.files.isEmpty else { return }
        reportUnits()
        reportNumbers()
        reportTexts()
        for (index, metric) in counting.metrics.enumerated() {
            let described = figures.metrics[metric.column]
            var withoutRows: [String] = []
            var counted = 0
            for unit in units.indices where levels[metric.column].contains(units[unit].level) {
                let counts = counting.tally[unit, index]
                guard counting.tally.rowsOfUnit[unit] > 0 || counting.onlyUnit == unit else {
                    if isExpected(unit, metric.column, figures) { withoutRows.append(units[unit].code) }
                    continue
                }
                counted += counts.all + counts.unreadable
                report(counts, unit: unit, described)
                if let other = place(of: metric.column, unit, figures, result) {
                    sink.report(
                        ListFinding.figureTwice, at: other, unit: units[unit].code,
                        [.metric: .text(described.code), .first: .location(whole)])
                    continue
                }
                let figure: Figure =
                    metric.metric.numerator == nil
                    ? .value(Self.count(counts.all))
                    : .ratio(numerator: Self.count(counts.numerator), denominator: Self.count(counts.all))
                guard isSound(figure, unit: unit, described) else { continue }
                figures.figures[unit, metric.column] = figure
                if let day = use.asOf {
                    var days =
                        figures.days ?? FigureDays(metricCount: figures.metrics.count, unitCount: units.count)
                    days[unit, metric.column] = day
                    figures.days = days
                }
                let key = FigureKey(unit: units[unit].code, metric: described.code)
                result.figures[key] = listFigure(counts, unit, index, metric)
            }
            if counted == 0 {
                sink.report(ListFinding.nothingCounted, at: metric.metric.place, [.metric: .text(described.code)])
            }
            if !withoutRows.isEmpty {
                sink.report(
                    ListFinding.unitsWithoutRows, at: whole,
                    [
                        .metric: .text(described.code), .count: .count(withoutRows.count),
                        .found: .names(withoutRows),
                    ])
            }
        }
        result.failedRows += counting.failed.map { failedRow($0, figures) }
    }

    /// The lists as a whole: the first of them.
    private var whole: Location { Location(file: counting.files[0].file, isTable: counting.files[0].lines == nil) }

    private static func count(_ number: Int) -> FixedDecimal { FixedDecimal(exactly: number) ?? 0 }

    /// Whether a unit without rows should have some: one that has no figure from elsewhere, where the lists are not about
    /// one unit.
    private func isExpected(_ unit: Int, _ column: Int, _ figures: FigureReader) -> Bool {
        counting.onlyUnit == nil && figures.figures[unit, column] == .notReported && units[unit].figuresFrom == nil
    }

    /// Where a figure comes from that is there already.
    private func place(
        of column: Int, _ unit: Int, _ figures: FigureReader, _ result: AssessmentLists
    ) -> Location? {
        if [.notReported, .awaited].contains(figures.figures[unit, column]) { return nil }
        if let place = figures.location(unit: unit, metric: column) { return place }
        let key = FigureKey(unit: units[unit].code, metric: figures.metrics[column].code)
        return Location(file: result.figures[key]?.files.first ?? use.place.file)
    }

    private func listFigure(
        _ counts: ListTally.Counts, _ unit: Int, _ metric: Int, _ counted: ListCounting.Counted
    ) -> ListFigure {
        let (profile, isRatio) = (use.profile, counted.metric.numerator != nil)
        let failed = counted.failsInNumerator ? counts.numerator : counts.all - counts.numerator
        return ListFigure(
            system: profile.name, files: counting.files.map { $0.file }, numerator: isRatio ? counts.numerator : nil,
            all: counts.all, failed: isRatio ? failed : 0, unreadable: counts.unreadable,
            groupings: isRatio
                ? profile.groupBy.enumerated().map { group, column in
                    let key = ListCounting.ListPartKey(unit: unit, metric: metric, group: group)
                    return ListFigure.Grouping(heading: heading(of: column), sums: counting.parts[key] ?? [:])
                } : [])
    }

    /// The heading of a column, as the profile calls it first.
    private func heading(of column: Int) -> String { use.profile.columns[column].names.first ?? "" }

    private func failedRow(_ row: ListFailedRow, _ figures: FigureReader) -> FailedRow {
        FailedRow(
            unit: units[row.unit].code, metric: figures.metrics[row.metric].code, number: row.number,
            groups: zip(use.profile.groupBy.map(heading), row.groups).map { FailedRow.Group(heading: $0, name: $1) },
            place: counting.location(row.place))
    }

    // MARK: - Findings

    /// Rows of a unit that cannot be read must not make its figure better or worse without anybody knowing.
    private func report(_ counts: ListTally.Counts, unit: Int, _ metric: Metric) {
        let maximum = use.profile.maximumUnreadable
        guard Self.isMore(counts.unreadable, than: maximum, of: counts.all + counts.unreadable) else { return }
        sink.report(
            ListFinding.tooManyUnreadable, at: whole, unit: units[unit].code,
            [
                .metric: .text(metric.code), .count: .count(counts.unreadable),
                .found: .count(counts.all + counts.unreadable), .expected: .number(maximum),
            ])
    }

    private static func isMore(_ count: Int, than percent: FixedDecimal, of all: Int) -> Bool {
        Int128(count) * 100 * Int128(FixedDecimal.scale) > Int128(percent.mantissa) * Int128(all)
    }

    /// Rows of which nobody knows the unit may be any unit's.
    private func reportUnits() {
        let tally = counting.tally
        if Self.isMore(tally.withoutUnit, than: use.profile.maximumUnreadable, of: tally.counted) {
            sink.report(
                ListFinding.unreadableWithoutUnit, at: whole,
                [
                    .count: .count(tally.withoutUnit), .found: .count(tally.counted),
                    .expected: .number(use.profile.maximumUnreadable),
                ])
        }
        let spellings = tally.unknown.isEmpty ? nil : SpellingIndex(units.flatMap { [$0.code, $0.name] })
        for (name, entry) in tally.unknown.sorted(by: { $0.value.first < $1.value.first }) {
            sink.report(
                ListFinding.unknownUnit, at: counting.location(entry.first),
                [.found: .text(name), .count: .count(entry.count)], suggestion: spellings?.closest(to: name))
        }
        if !tally.leftOut.isEmpty {
            let names = tally.leftOut.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            sink.report(
                ListFinding.othersLeftOut, at: whole,
                [.count: .count(names.reduce(0) { $0 + $1.value }), .found: .names(names.map { $0.key })])
        }
    }

    private func reportNumbers() {
        for (unit, entry) in counting.numbers.repeats.sorted(by: { $0.value.place < $1.value.place }) {
            sink.report(
                ListFinding.repeatedNumber, at: counting.location(entry.place), unit: units[unit].code,
                [.count: .count(entry.count), .first: .location(counting.location(entry.first))])
        }
        if counting.tally.withoutNumber > 0 {
            sink.report(
                ListFinding.withoutNumber, at: whole, [.count: .count(counting.tally.withoutNumber)])
        }
    }

    /// Texts that conditions ask for and no row has: they may be misspelt, and the system may have changed its words.
    private func reportTexts() {
        var lost: [(text: ListTest.Wanted, column: Int, others: [String])] = []
        for (test, entry) in counting.wanted {
            guard case .texts(let column, let wanted) = test else { continue }
            for (position, text) in wanted.enumerated() where !entry.found[position] {
                lost.append((text, column, entry.others.sorted()))
            }
        }
        func order(_ text: ListTest.Wanted) -> (String, Int, Int, String) {
            (text.place.file, text.place.line ?? 0, text.place.column ?? 0, text.text)
        }
        for (text, column, others) in lost.sorted(by: { order($0.text) < order($1.text) }) {
            sink.report(
                ListFinding.valueNotFound, at: text.place,
                [
                    .found: .text(text.text), .key: .text(use.profile.columns[column].code), .other: .names(others),
                ], suggestion: Spelling.closest(to: text.text, among: others))
        }
    }

    private func isSound(_ figure: Figure, unit: Int, _ metric: Metric) -> Bool {
        var details: FindingDetails = [.metric: .text(metric.code)]
        details[.found] = figure.detail
        if let fault = metric.fault(in: figure) {
            details[.expected] = fault.expected(of: figure)
            sink.report(AssessmentFinding(fault), at: whole, unit: units[unit].code, details)
            return false
        }
        if metric.isUnexpected(figure) {
            details[.expected] = .range(metric.minimum, metric.maximum)
            sink.report(AssessmentFinding.outsideExpectation, at: whole, unit: units[unit].code, details)
        }
        return true
    }
}
