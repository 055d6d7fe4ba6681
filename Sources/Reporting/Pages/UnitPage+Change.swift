internal import Assessment
internal import Documents
internal import Scoring
internal import Values
internal import Words

extension UnitPage {
    // MARK: - Since last year

    func writeChange(to page: inout Markup) {
        guard let comparison = model.comparison, let compared else { return }
        let title = PageWords.yearChange(
            comparison.periodBefore.phrase, compared.indexChange, digits: frame.header.indexDigits)
        PageFrame.section("change", title, to: &page) { section in
            PageFrame.wide(title, to: &section) { $0.document(comparison.document(of: compared), lowered: 1) }
        }
    }

    /// The unit over all periods that the folders lead back to.
    func writeHistory(to page: inout Markup) {
        guard let history = model.history, let line = history.line(of: unit.report.unit.code) else { return }
        let rows = line.readings.indices.map { position in
            row(history.periods[position], line.readings[position], change: line.change(to: position))
        }
        PageFrame.section("history", HistoryWords.title, to: &page) { section in
            section.chart(
                "chart-history", PageWords.historyLegend, label: .period, scale: PageWords.percentScale,
                headings: [.index, .change, .points, .rank], rows)
            section.element("div", ["class": "notes"]) { $0.texts(history.notes(of: line)) }
        }
    }

    private func row(_ period: Period, _ reading: HistoryReport.Reading?, change: FixedDecimal?) -> ChartRow {
        guard let reading else {
            return ChartRow(
                label: period.phrase, shapes: [], cells: Array(repeating: PageWords.none, count: 4))
        }
        let (sum, none) = (reading.sum, PageWords.none)
        let lacking =
            sum.unmeasured > 0 ? PageWords.partlyMeasured(frame.points(sum.unmeasured), frame.points(sum.maximum)) : nil
        let look = NumberLook.change(digits: frame.header.indexDigits)
        let changed = change.map { change in Phrase(written: { Value.number(change, look: look).text($0) }) }
        return ChartRow(
            label: period.phrase,
            shapes: reading.index.map { [.bar(ChartScale.percent.steps(0, $0), .own)] } ?? [],
            cells: [
                (reading.index.map(frame.index) ?? none).with(remark: lacking), changed ?? none,
                frame.points(sum.points), reading.place?.fraction ?? none,
            ])
    }

    // MARK: - Who leads what was lost

    func writeAgencies(to page: inout Markup) {
        let groups = answers.gap.groups(by: .agency).filter { $0.sum.lost > 0 }
        guard let most = groups.map({ $0.sum.lost }).max() else { return }
        let scale = ChartScale(low: 0, high: most)
        let rows = groups.map { group in
            let name: Phrase =
                if case .agency(let name?) = group.name { Phrase(verbatim: CleanText.points(name)) } else {
                    GapWords.noLead
                }
            let known = group.sum.lost - group.sum.lostWithoutFigures
            return ChartRow(
                label: name,
                shapes: [
                    .bar(scale.steps(0, known), .lost), .bar(scale.steps(known, group.sum.lost), .unmeasured),
                ], cells: [frame.points(group.sum.lost), Phrase("\(group.sum.count)")])
        }
        PageFrame.section("agencies", PageWords.byAgency, to: &page) { section in
            section.chart(
                "chart-agencies", PageWords.agenciesLegend, label: .leadAgency, scale: .lost,
                headings: [.lost, .leavesWithLosses], rows)
        }
    }

    // MARK: - Deadlines

    func writeDeadlines(to page: inout Markup) {
        guard let day = model.day else { return }
        let report = DeadlineReport(frame.header, units: [unit.position], on: day, within: 30)
        guard let part = report.review.parts.first(where: { $0.unit == unit.position }), !part.items.isEmpty else {
            return
        }
        PageFrame.section("deadlines", PageWords.deadlinesOn(day), to: &page) { section in
            PageFrame.wide(PageWords.deadlines, to: &section) { $0.document(report.unitDocument, lowered: 1) }
        }
    }
}
