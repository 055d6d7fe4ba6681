internal import Assessment
internal import Documents
internal import Scoring
internal import Values
internal import Words

/// The page of a unit: where it stands and why on the first screen, then everything behind it.
struct UnitPage {
    let frame: PageFrame
    let unit: UnitModel
    let answers: UnitAnswers
    /// What the engine is given, as JSON; nil for a page without it.
    let engine: String?
    /// Every node of the tree, worked out once.
    let nodes: [CriterionReport]
    /// The unit against last year; nil where it is not compared.
    let compared: ComparisonReport.ComparedUnit?

    init(_ frame: PageFrame, _ unit: UnitModel, engine: String?) {
        (self.frame, self.unit, self.engine) = (frame, unit, engine)
        answers = frame.model.answers(of: unit)
        nodes = unit.report.criteria
        compared = frame.model.comparison?.compared(unit: unit.position)
    }

    var model: ReportModel { frame.model }
    var set: CriteriaSet { model.set }
    private var total: PointSum { unit.report.total }
    private var name: String { unit.report.unit.name }
    var row: RankRow? { unit.place?.row }

    private var index: FixedDecimal? { total.exactIndex?.rounded(set.rounding.index) }

    private var title: Phrase {
        PageWords.title(
            name, points: frame.points(total.points), maximum: frame.points(total.maximum),
            index: index.map(frame.index))
    }

    /// The page as HTML.
    func text() -> String {
        let data = PageData(frame, units: [unit.position], page: unit.report.unit.code, engine: engine).json
        return frame.page(
            title: Phrase("\(name) · \(frame.header.name)"), name: Phrase(verbatim: name), data: data, engine: engine,
            isGroup: false
        ) { page in
            page.element("h1", title)
            writeSubtitle(to: &page)
            frame.writeNotice(to: &page)
            page.element("div", ["class": "cards"]) { cards in
                PageFrame.card("place", PageWords.place, to: &cards, writePlace)
                PageFrame.card("losses", lossTitle, to: &cards, writeLosses)
                PageFrame.card("next", PageWords.doFirst, to: &cards, writeNext)
            }
            page.line()
            writeCuts(to: &page)
            writeContents(to: &page)
            writeFields(to: &page)
            writeWaterfall(to: &page)
            writeLines(to: &page)
            writeReachable(to: &page)
            writeExplanations(to: &page)
            UnitSurveySection(frame, unit)?.write(to: &page)
            writeChange(to: &page)
            writeHistory(to: &page)
            writeAgencies(to: &page)
            writeDeadlines(to: &page)
            if engine != nil { PlannerSection(frame).write(to: &page, isGroup: false) }
            frame.writeNotices(to: &page)
        }
    }

    private func writeSubtitle(to page: inout Markup) {
        let classed = unit.report.classification?.unitClass.map { Phrase(" · \(Phrase.unitClass): \(Phrase($0.name))") }
        let part = unit.place.map { Phrase(" · \(model.ranking.name(of: $0.part))") }
        page.element(
            "p", ["class": "subtitle"],
            Phrase("\(frame.header.name) · \(Phrase(frame.header.settings.stage.name))\(part)\(classed)"))
        page.line()
    }

    // MARK: - The first screen

    private func writePlace(to card: inout Markup) {
        guard let row, let part = unit.place?.part else { return card.element("p", .notRanked) }
        guard let place = row.place else { return card.element("p", row.reason ?? .notRanked) }
        card.element("p", ["class": "big"]) { big in
            big.element("strong", Phrase("\(place.rank.decimal)"))
            big.text(PageWords.of(part.rows.count))
        }
        let tied = answers.tied
        if !tied.isEmpty {
            let names = CleanText.cut(tied.map { $0.name }.joined(separator: ", "), at: 120)
            card.element("p", PageWords.tied(names))
        }
        writeRange(row, to: &card)
        writeLastYear(row, to: &card)
    }

    private func writeRange(_ row: RankRow, to card: inout Markup) {
        let confidence = model.ranking.options.confidencePhrase
        let isSampled = unit.place?.part.sampling != nil
        if let interval = row.interval, isSampled, interval.lower != interval.upper {
            card.element("p", PageWords.range(interval.phrase, confidence))
        }
        guard let reach = row.reach else { return }
        if row.sum.unmeasured > 0 {
            card.element("p", PageWords.reach(reach.phrase, unmeasured: frame.points(row.sum.unmeasured)))
        } else if reach.lower != reach.upper {
            card.element("p", PageWords.reachOfOthers(reach.phrase))
        } else if row.interval.map({ $0.lower == $0.upper }) ?? true, !isSampled {
            card.element("p", PageWords.sure)
        }
    }

    private func writeLastYear(_ row: RankRow, to card: inout Markup) {
        guard let comparison = model.comparison, let compared else { return }
        let change = compared.indexChange.map {
            PageWords.change($0, digits: frame.header.indexDigits)
        }
        card.element(
            "p",
            PageWords.lastYear(
                comparison.periodBefore.name, place: row.change?.before?.fraction,
                index: compared.comparison.total.indices?.first.map(frame.index), change: change))
    }

    private var lossTitle: Phrase {
        if answers.lossCount == 0 { return PageWords.noLosses }
        return PageWords.losses(
            frame.points(total.lost), frame.points(answers.lostTogether), answers.losses.count)
    }

    private func writeLosses(to card: inout Markup) {
        card.element("ol") { list in
            for loss in answers.losses {
                list.element("li") { item in
                    item.element("a", ["href": "#" + PageFrame.anchor(loss.score.criterion.code)]) { link in
                        link.element("span", loss.score.criterion.shortTitle)
                        link.element("strong", Phrase("−\(frame.points(loss.lost))"))
                    }
                }
            }
        }
    }

    private func writeNext(to card: inout Markup) {
        guard let step = answers.step else { return card.element("p", PageWords.nothingToDo) }
        let what: Phrase =
            model.actions == nil
            ? nearestStep(step.plan) ?? Phrase(verbatim: step.plan.codes)
            : Phrase(
                verbatim: step.plan.actions.map { $0.name.isEmpty ? $0.code : "\($0.name) (\($0.code))" }
                    .joined(separator: ", "))
        card.element("p", ["class": "step"], PageWords.nextStep(what, gain: frame.points(step.gain)))
        if let actions = model.actions {
            card.element(
                "p", PageWords.cost(step.plan.cost, actions.costUnit.map { Phrase($0) }, isProven: step.isProven))
        } else {
            card.element("p", PageWords.nearest)
        }
        if engine != nil { card.element("p") { $0.element("a", ["href": "#planner"], PageWords.planner) } }
    }

    /// What the one action of a plan without a table of actions brings to where: the criterion, and what it needs.
    private func nearestStep(_ plan: Plan) -> Phrase? {
        guard let change = plan.changes.first,
            let leaf = answers.gap.leaves.first(where: { leaf in
                leaf.measures.contains { $0.explanation.measure.metrics.contains { $0.code == change.metric.code } }
            })
        else { return nil }
        let figure = change.metric.phrase(of: change.after)
        return Phrase("\(leaf.score.criterion.shortTitle) → \(figure)")
    }

    private func writeCuts(to page: inout Markup) {
        let cuts = answers.cuts
        guard let first = cuts.first else { return }
        page.element("section", ["class": "cut", "aria-labelledby": "cut-title"]) { section in
            section.element(
                "h2", ["id": "cut-title"], PageWords.cuts(Phrase(first.stage.name), frame.points(answers.cutTogether)))
            section.element("ul") { list in
                for cut in cuts {
                    list.element(
                        "li",
                        PageWords.cut(
                            cut.criterion.shortTitle, frame.points(cut.before), Phrase(cut.stageBefore.name).lowercased,
                            frame.points(cut.after), Phrase(cut.stage.name).lowercased,
                            reason: cut.reason ?? PageWords.cutWithoutReason.text(frame.language)))
                }
            }
        }
        page.line()
    }

    /// Links to the parts of the page.
    private func writeContents(to page: inout Markup) {
        var parts: [(String, Phrase)] = [
            ("fields", .field), ("lines", .lost), ("reachable", PeriodEndWords.title),
            ("explanations", .explanation), ("survey", PageWords.surveyOnly),
            ("change", .change), ("history", HistoryWords.title), ("agencies", .leadAgency),
        ]
        if engine != nil { parts.append(("planner", PageWords.planner)) }
        page.element("nav", ["class": "contents", "aria-label": PageWords.contents.text(frame.language)]) { nav in
            for (id, title) in parts where has(part: id) { nav.element("a", ["href": "#" + id], title) }
        }
        page.line()
    }

    private func has(part id: String) -> Bool {
        switch id {
        case "survey": model.assessment.survey != nil
        case "change": compared != nil
        case "history": model.history?.line(of: unit.report.unit.code) != nil
        case "reachable": !reachable.isEmpty
        case "lines", "agencies": answers.lossCount > 0
        default: true
        }
    }

}
