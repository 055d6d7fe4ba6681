internal import Assessment
internal import Documents
internal import Scoring
internal import Values
internal import Words

/// The page of all units: who leads and how sure that is, who needs help first, and where all lose most.
struct GroupPage {
    private let frame: PageFrame
    private let engine: String?
    private var model: ReportModel { frame.model }
    private var set: CriteriaSet { model.set }

    init(_ frame: PageFrame, engine: String?) { (self.frame, self.engine) = (frame, engine) }

    /// Those among whom there is something to compare come first.
    private var parts: [RankPart] {
        let parts = model.ranking.parts
        return parts.filter { $0.units.count > 1 } + parts.filter { $0.units.count < 2 }
    }

    func text() -> String {
        let parts = parts
        let data = PageData(frame, units: Array(model.assessment.units.indices), page: nil, engine: engine).json
        return frame.page(
            title: frame.header.name, name: frame.header.name, data: data, engine: engine,
            isGroup: true
        ) { page in
            page.element("h1", title)
            page.element(
                "p", ["class": "subtitle"],
                Phrase("\(frame.header.name) · \(Phrase(frame.header.settings.stage.name)) · \(set.fullName)"))
            frame.writeNotice(to: &page)
            for (position, part) in parts.enumerated() {
                PartOfPage(frame, part, position, isAlone: parts.count == 1).write(to: &page)
            }
            writeHistory(to: &page)
            UnitsSurveySection(frame)?.write(to: &page)
            if engine != nil { PlannerSection(frame).write(to: &page, isGroup: true) }
            frame.writeNotices(to: &page)
        }
    }

    /// All units over the periods that the folders lead back to.
    private func writeHistory(to page: inout Markup) {
        guard let history = model.history else { return }
        PageFrame.section("history", HistoryWords.title, to: &page) { section in
            var table = Document()
            history.writeTable(to: &table)
            PageFrame.wide(HistoryWords.title, to: &section) { $0.document(table, lowered: 1) }
            section.element("div", ["class": "notes"]) { $0.texts(history.notes(isBrief: false)) }
        }
    }

    private var title: Phrase {
        let main = parts.first
        let name = main.map { $0.units.count > 1 ? model.ranking.name(of: $0) : frame.header.name } ?? frame.header.name
        return PageWords.groupTitle(
            name, main?.units.count ?? 0, mean: main?.mean, digits: frame.header.indexDigits)
    }
}

/// Units that are ranked among each other, as the page of all units shows them.
private struct PartOfPage {
    let frame: PageFrame
    let part: RankPart
    let answers: GroupAnswers
    /// What tells its charts from those of other parts.
    let suffix: String
    /// Whether the page is about no other part, so that its name is the page's.
    let isAlone: Bool

    init(_ frame: PageFrame, _ part: RankPart, _ position: Int, isAlone: Bool) {
        (self.frame, self.part, self.isAlone) = (frame, part, isAlone)
        suffix = position == 0 ? "" : "-\(position + 1)"
        answers = frame.model.answers(of: part)
    }

    private var model: ReportModel { frame.model }
    private var set: CriteriaSet { model.set }
    private var rows: [RankRow] { part.rows + part.unranked }

    private func position(_ row: RankRow) -> Int? { model.assessment.position(ofUnit: row.unit.code) }
    private func address(_ row: RankRow) -> String? { position(row).flatMap(frame.address(ofUnit:)) }
    private func index(_ row: RankRow) -> FixedDecimal? { row.sum.exactIndex?.rounded(set.rounding.index) }
    private func indexText(_ row: RankRow) -> Phrase { index(row).map(frame.index) ?? PageWords.none }

    func write(to page: inout Markup) {
        PageFrame.section("part" + suffix, model.ranking.name(of: part), to: &page) { section in
            if part.units.count > 1 {
                section.element("div", ["class": "cards"]) { cards in
                    PageFrame.card("leads" + suffix, PageWords.whoLeads, isInner: true, to: &cards, writeLeaders)
                    PageFrame.card("help" + suffix, PageWords.needHelp, isInner: true, to: &cards, writeHelp)
                    PageFrame.card("costs" + suffix, PageWords.whereAllLose, isInner: true, to: &cards, writeCosts)
                }
                section.line()
            }
            writePlaces(to: &section)
            FieldMatrix(frame, part, suffix).write(to: &section)
            writeChanges(to: &section)
            writeAllCosts(to: &section)
        }
    }

    // MARK: - The first screen

    private func writeLeaders(to card: inout Markup) {
        guard let first = answers.leaders.first else { return card.element("p", PageWords.nobodyLeads) }
        card.element("p", ["class": "big"]) { big in
            for (position, row) in answers.leaders.prefix(3).enumerated() {
                if position > 0 { big.text(Phrase(verbatim: ", ")) }
                big.link(Phrase(verbatim: row.unit.name).line(), to: address(row))
            }
            big.element("strong", Phrase(" \(indexText(first))"))
        }
        let others = answers.mayLead.count - answers.leaders.count
        card.element("p", others > 0 ? PageWords.notSure(answers.mayLead.count) : PageWords.leadIsSure)
    }

    private func writeHelp(to card: inout Markup) {
        card.element("ul") { list in
            for (row, change) in answers.needHelp {
                let change = change.map { PageWords.change($0, digits: frame.header.indexDigits) }
                list.element("li") { item in
                    item.link(Phrase(verbatim: row.unit.name).line(), to: address(row))
                    item.element("strong", Phrase(" \(indexText(row))"))
                    if let change { item.text(Phrase(", \(change)")) }
                    if row.sum.unmeasured > 0 {
                        item.text(Phrase(", \(frame.points(row.sum.unmeasured)) \(PageWords.pointsNotMeasured)"))
                    }
                }
            }
        }
        if let comparison = model.comparison, answers.changes.count > 0 {
            card.element(
                "p", PageWords.fallen(answers.fallen, of: answers.changes.count, comparison.periodBefore.phrase))
        }
    }

    private func writeCosts(to card: inout Markup) {
        card.element("ol") { list in
            for cost in answers.costs {
                guard let criterion = cost.criterion(of: set) else { continue }
                list.element("li") { item in
                    item.element("span", criterion.shortTitle)
                    item.element("strong", Phrase(" −\(frame.points(cost.sum.lost))"))
                }
            }
        }
        card.element(
            "p",
            PageWords.allLost(
                frame.points(answers.lostTogether), of: frame.points(answers.lost), units: part.units.count))
    }

    // MARK: - Places

    private func writePlaces(to page: inout Markup) {
        let count = part.rows.count
        let scale = ChartScale(low: 1, high: FixedDecimal(exactly: max(count, 2)) ?? 2)
        let rows = part.rows.map { row -> ChartRow in
            var shapes: [Shape] = []
            if let reach = row.reach { shapes.append(.bar(steps(reach, scale), .reach, isSlim: true)) }
            if let interval = row.interval { shapes.append(.bar(steps(interval, scale), .range)) }
            if let place = row.place { shapes.append(.tick(scale.step(place.rank.decimal), .own)) }
            let ranges = row.interval.map { $0.lower == $0.upper ? PageWords.none : $0.phrase } ?? PageWords.none
            let open = row.sum.unmeasured > 0 ? Phrase("\(frame.points(row.sum.unmeasured))") : PageWords.none
            return ChartRow(
                label: Phrase(verbatim: row.unit.name).line(), link: address(row), shapes: shapes,
                cells: [row.place.map { Phrase("\($0.rank.decimal)") } ?? PageWords.none, ranges, indexText(row), open])
        }
        let lacking = part.rows.count { $0.sum.unmeasured > 0 }
        PageFrame.section("places" + suffix, PageWords.places(lacking, of: count), isInner: true, to: &page) {
            section in
            section.chart(
                "chart-places" + suffix, PageWords.placesLegend, label: .unit, scale: PageWords.placesScale,
                headings: [.rank, PageWords.placeRange, .index, .unmeasured], rows)
            writeUnranked(to: &section)
        }
    }

    private func steps(_ places: RankInterval, _ scale: ChartScale) -> Range<Int> {
        scale.steps(places.lower.decimal, places.upper.decimal)
    }

    private func writeUnranked(to page: inout Markup) {
        if part.unranked.isEmpty { return }
        page.element("h4", PageWords.unranked)
        page.element("ul") { list in
            for row in part.unranked {
                list.element("li") { item in
                    item.link(Phrase(verbatim: row.unit.name).line(), to: address(row))
                    let reach = row.reach.map { Phrase("; \(RankWords.whenMeasured($0.phrase))") }
                    item.text(Phrase(": \(row.reason)\(reach)"))
                }
            }
        }
    }

    // MARK: - Since last year

    private func writeChanges(to page: inout Markup) {
        guard let comparison = model.comparison else { return }
        let compared = answers.changes.enumerated().sorted {
            ($0.element.after - $0.element.before, $0.offset) < ($1.element.after - $1.element.before, $1.offset)
        }.map { $0.element }
        let numbers = compared.flatMap { [$0.before, $0.after] }
        guard let low = numbers.min(), let high = numbers.max() else { return }
        let scale = ChartScale(low: low, high: high)
        let rows = compared.map { row, before, after in
            let change = after - before
            let look: Shape.Look = change < 0 ? .down : .up
            let sign = change > 0 ? "▲ " : change < 0 ? "▼ " : ""
            let size = change < 0 ? 0 - change : change
            return ChartRow(
                label: Phrase(verbatim: row.unit.name).line(), link: address(row),
                shapes: [
                    .bar(scale.steps(before, after), look, isSlim: true),
                    .tick(scale.step(before), .before, isShort: true),
                    .tick(scale.step(after), look),
                ],
                cells: [
                    frame.index(before), frame.index(after), Phrase("\(sign)\(size, digits: frame.header.indexDigits)"),
                ])
        }
        let title = PageWords.changes(
            comparison.periodBefore.phrase, fallen: answers.fallen, compared: answers.changes.count)
        PageFrame.section("changes" + suffix, title, isInner: true, to: &page) { section in
            section.chart(
                "chart-changes" + suffix, PageWords.changesLegend, label: .unit,
                scale: PageWords.indexScale(frame.index(low), frame.index(high)),
                headings: [comparison.periodBefore.shortName, frame.header.settings.period.shortName, .change], rows)
        }
    }

    // MARK: - Losses of all

    private func writeAllCosts(to page: inout Markup) {
        let scores = part.units.map { model.assessment.scores[$0] }
        write(
            GapCost.sorted(set, scores.lazy.map { $0.losses }, by: nil), "losses" + suffix, PageWords.costs, .criterion,
            most: 15, to: &page)
        write(
            GapCost.sorted(set, scores.lazy.map { $0.losses }, by: .agency), "agencies" + suffix, PageWords.byAgency,
            .leadAgency, most: 20, to: &page)
    }

    private func write(
        _ costs: [GapCost], _ id: String, _ title: Phrase, _ heading: Phrase, most: Int, to page: inout Markup
    ) {
        let costs = costs.filter { $0.sum.lost > 0 }.prefix(most)
        guard let greatest = costs.first?.sum.lost else { return }
        let scale = ChartScale(low: 0, high: greatest)
        let rows = costs.map { cost in
            let known = cost.sum.lost - cost.sum.lostWithoutFigures
            return ChartRow(
                label: cost.title(in: set),
                shapes: [.bar(scale.steps(0, known), .lost), .bar(scale.steps(known, cost.sum.lost), .unmeasured)],
                cells: [frame.points(cost.sum.lost), Phrase("\(cost.losingUnits)/\(cost.units)")])
        }
        PageFrame.section(id, title, isInner: true, to: &page) { section in
            section.chart(
                "chart-" + id, PageWords.costsLegend, label: heading, scale: .lost,
                headings: [.lost, .unitsWithLosses], Array(rows))
        }
    }
}

extension GapCost {
    /// Whose losses they are, on one line.
    fileprivate func title(in set: CriteriaSet) -> Phrase {
        switch subject {
        case .leaf(let index): set.criteria[index].shortTitle
        case .group(.agency(let name?)): Phrase(verbatim: CleanText.points(name))
        case .group(.agency(nil)): GapWords.noLead
        case .group(.field(let index)): set.criteria[index].shortTitle
        }
    }
}
