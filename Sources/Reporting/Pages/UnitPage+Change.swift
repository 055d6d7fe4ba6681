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

    // MARK: - Who leads what was lost

    func writeAgencies(to page: inout Markup) {
        let groups = answers.gap.groups(by: .agency).filter { $0.sum.lost > 0 }
        guard let most = groups.map(\.sum.lost).max() else { return }
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
        let report = DeadlineReport(model.assessment, units: [unit.position], on: day, within: 30)
        guard let part = report.review.parts.first(where: { $0.unit == unit.position }), !part.items.isEmpty else {
            return
        }
        PageFrame.section("deadlines", PageWords.deadlinesOn(day), to: &page) { section in
            PageFrame.wide(PageWords.deadlines, to: &section) { $0.document(report.unitDocument, lowered: 1) }
        }
    }
}
