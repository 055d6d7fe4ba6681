package import Documents
internal import Words
import Assessment
import Scoring
import Values

extension PlanReport {
    /// The plan with its actions and the criteria that it moves, or the frontier with a chart.
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - isBrief: cuts long names and long lists, and leaves the edition's reasons to longer forms.
    package func document(in language: Language, isBrief: Bool) -> ReportDocument {
        var document = ReportDocument()
        let words = PlanWords(report: self, language: language)
        document.blocks.append(.heading("\(PlanLabel.title.text(language)): \(unit.name)", level: 1))
        var facts = [ReportDocument.Fact(Label.unit.text(language), "\(unit.name) (\(unit.code))")]
        facts += header.facts(in: language)
        if case .goal(let goal, let result) = content {
            facts.append(.init(PlanLabel.goal.text(language), words.goal(goal)))
            if let need = words.need(goal, result) { facts.append(.init(PlanLabel.need.text(language), need)) }
            facts.append(.init(PlanLabel.status.text(language), words.status(goal, result)))
        }
        if let conditions = words.conditions() { facts.append(.init(PlanLabel.conditions.text(language), conditions)) }
        facts.append(.init(PlanLabel.source.text(language), words.source))
        document.blocks.append(.facts(facts.filter { !$0.text.isEmpty }))
        switch content {
        case .goal(_, let result):
            for (position, plan) in result.plans.enumerated() {
                document.blocks += blocks(of: plan, at: position, words, isBrief: isBrief)
            }
            if conditions.count > 1, !result.plans.isEmpty {
                document.blocks.append(.paragraph(further(result, in: language)))
            }
            if let richest = result.richest { document.blocks += losses(result, richest, words, isBrief: isBrief) }
        case .frontier(let plans, let isProven):
            document.blocks += frontier(plans, isProven: isProven, words, isBrief: isBrief)
        }
        document.blocks += ignoredEffects(words, isBrief: isBrief)
        document.blocks.append(.paragraph(words.order))
        document.blocks += header.notices(in: language, isBrief: isBrief).map { .notice($0) }
        return document
    }

    private func table(_ columns: [TextTable.Column], _ rows: [TextTable.Row], in language: Language) -> TextTable {
        TextTable(
            columns: columns, rows: rows, decimalSeparator: NumberWords(language).decimalSeparator.first ?? ",")
    }

    private func short(_ name: String, _ isBrief: Bool) -> String { isBrief ? CleanText.cut(name, at: 90) : name }

    // MARK: A plan

    private func blocks(
        of plan: Plan, at position: Int, _ words: PlanWords, isBrief: Bool
    ) -> [ReportDocument.Block] {
        let language = words.language
        var blocks: [ReportDocument.Block] = []
        if plans.count > 1 {
            blocks.append(.heading("\(PlanLabel.plan.text(language)) \(position + 1)", level: 2))
        }
        blocks.append(.table(results(of: plan, words)))
        if plan.actions.isEmpty {
            blocks.append(
                .paragraph(language == .vi ? "Không cần hành động nào." : "No action is needed."))
            return blocks
        }
        blocks.append(.heading(PlanLabel.actions.text(language), level: plans.count > 1 ? 3 : 2))
        blocks.append(.table(actions(of: plan, words, isBrief: isBrief)))
        blocks.append(.heading(PlanLabel.criteria.text(language), level: plans.count > 1 ? 3 : 2))
        blocks.append(.table(criteria(of: plan, words, isBrief: isBrief)))
        return blocks
    }

    private func results(of plan: Plan, _ words: PlanWords) -> TextTable {
        let language = words.language
        let columns = [
            TextTable.Column(""), TextTable.Column(PlanLabel.before.text(language), .trailing),
            TextTable.Column(PlanLabel.after.text(language), .trailing),
            TextTable.Column(PlanLabel.gain.text(language), .trailing),
        ]
        let maximum = words.points(before.total.maximum)
        func signed(_ number: FixedDecimal, _ digits: Int) -> String {
            ChangeWords.signed(number, minimumDigits: digits, in: language)
        }
        var rows = [
            TextTable.Row([PlanLabel.cost.text(language), "", words.cost(plan.cost), ""], isStrong: true),
            TextTable.Row([
                Label.points.text(language), "\(words.points(before.total.points))/\(maximum)",
                "\(words.points(plan.after.total.points))/\(words.points(plan.after.total.maximum))",
                signed(plan.after.total.points - before.total.points, set.rounding.points.digits),
            ]),
        ]
        var gain = ""
        if let now = before.index, let then = plan.after.index { gain = signed(then - now, set.rounding.index.digits) }
        rows.append(
            TextTable.Row([Label.index.text(language), words.index(before.index), words.index(plan.after.index), gain]))
        if !set.classSchemes.isEmpty {
            func name(_ score: UnitScore) -> String {
                score.classification?.unitClass?.name.text(language) ?? Label.noClass.text(language)
            }
            rows.append(TextTable.Row([Label.unitClass.text(language), name(before), name(plan.after), ""]))
        }
        // In a group of one there is nothing to be ahead of.
        if (rankBefore?.count ?? plan.rankAfter?.count ?? 0) > 1 {
            rows.append(
                TextTable.Row([
                    PlanLabel.rank.text(language), ChangeWords.rank(rankBefore, in: language),
                    ChangeWords.rank(plan.rankAfter, in: language), "",
                ]))
        }
        return table(columns, rows, in: language)
    }

    private func actions(of plan: Plan, _ words: PlanWords, isBrief: Bool) -> TextTable {
        let language = words.language
        let hasDeadlines = plan.actions.contains { $0.deadline != nil }
        var columns = [
            TextTable.Column(Label.code.text(language)),
            TextTable.Column(PlanLabel.action.text(language), wrapsFrom: 24),
            TextTable.Column(PlanLabel.cost.text(language), .decimal),
        ]
        if hasDeadlines { columns.append(TextTable.Column(PlanLabel.deadline.text(language))) }
        columns.append(TextTable.Column(PlanLabel.moves.text(language), wrapsFrom: 14))
        var rows = plan.actions.map { action in
            var cells = [action.code, short(name(of: action, in: language), isBrief), words.cost(action.cost)]
            if hasDeadlines { cells.append(action.deadline.map { day($0, in: language) } ?? "–") }
            let moved = plan.actionsByMetric.filter { $0.value.contains(action.code) }.map(\.key)
            let order = set.metrics.map(\.code).filter(moved.contains)
            return TextTable.Row(cells + [order.isEmpty ? "–" : order.joined(separator: ", ")])
        }
        var total = ["", Label.total.text(language), words.cost(plan.cost)]
        if hasDeadlines { total.append("") }
        rows.append(TextTable.Row(total + [""], isStrong: true))
        return table(columns, rows, in: language)
    }

    private func day(_ day: CalendarDay, in language: Language) -> String {
        language == .vi ? "\(day.day)/\(day.month)/\(day.year)" : day.description
    }

    private func criteria(of plan: Plan, _ words: PlanWords, isBrief: Bool) -> TextTable {
        let language = words.language
        let columns = [
            TextTable.Column(Label.code.text(language)),
            TextTable.Column(Label.criterion.text(language), wrapsFrom: 20),
            TextTable.Column(PlanLabel.figure.text(language), wrapsFrom: 20),
            TextTable.Column(PlanLabel.points.text(language)),
            TextTable.Column(PlanLabel.gain.text(language), .decimal),
            TextTable.Column(PlanLabel.by.text(language), wrapsFrom: 10),
        ]
        var rows = touched(by: plan).map { index in
            let changes = plan.changes.filter { $0.criterion == index }
            let figures = changes.map { change in
                let text =
                    FigureWords.text(change.before, of: change.metric, in: language) + " → "
                    + FigureWords.text(change.after, of: change.metric, in: language)
                return changes.count > 1 || change.metric.code != set.criteria[index].code
                    ? "\(change.metric.code): \(text)" : text
            }
            let (now, then) = (before.criterion(index), plan.after.criterion(index))
            let codes = changes.flatMap { plan.actionsByMetric[$0.metric.code] ?? [] }
            var seen: Set<String> = []
            return TextTable.Row([
                set.criteria[index].code, short(CleanText.line(set.criteria[index].name.text(language)), isBrief),
                figures.joined(separator: "; "),
                "\(now.points.map(words.points) ?? "–") → \(then.points.map(words.points) ?? "–")",
                ChangeWords.signed(
                    then.tally.points - now.tally.points, minimumDigits: set.rounding.points.digits, in: language),
                isGenerated ? "" : codes.filter { seen.insert($0).inserted }.joined(separator: ", "),
            ])
        }
        rows.append(
            TextTable.Row(
                [
                    "", Label.total.text(language), "", "",
                    ChangeWords.signed(
                        plan.after.total.points - before.total.points, minimumDigits: set.rounding.points.digits,
                        in: language), "",
                ], isStrong: true))
        if !isGenerated { return table(columns, rows, in: language) }
        return table(
            Array(columns.dropLast()),
            rows.map { TextTable.Row(Array($0.cells.dropLast()), isStrong: $0.isStrong) }, in: language)
    }

    private func further(_ result: PlanResult, in language: Language) -> String {
        var text =
            language == .vi
            ? "Phương án sau bỏ ít nhất một hành động của từng phương án trước, nên không chỉ là phương án trước thêm việc."
            : "Each further plan leaves out an action of every plan before it, so none is an earlier plan with more to do."
        if result.plans.count < conditions.count {
            text +=
                language == .vi
                ? " Chỉ có \(result.plans.count) phương án như vậy."
                : " There are only \(result.plans.count) such plans."
        }
        if !result.areFurtherProven {
            text +=
                language == .vi
                ? " Thứ tự của các phương án sau chưa được chứng minh." : " The order of further plans is not proven."
        }
        return text
    }

    // MARK: What cannot be

    private func losses(
        _ result: PlanResult, _ richest: Plan, _ words: PlanWords, isBrief: Bool
    ) -> [ReportDocument.Block] {
        let language = words.language
        guard !result.losses.isEmpty else { return [] }
        let columns = [
            TextTable.Column(Label.code.text(language)),
            TextTable.Column(Label.criterion.text(language), wrapsFrom: 24),
            TextTable.Column(Label.lost.text(language), .decimal),
            TextTable.Column(PlanLabel.why.text(language), wrapsFrom: 16),
        ]
        let rows = result.losses.map { loss in
            TextTable.Row([
                set.criteria[loss.criterion].code,
                short(CleanText.line(set.criteria[loss.criterion].name.text(language)), isBrief),
                words.points(loss.lost), words.reason(loss.reason),
            ])
        }
        let head =
            language == .vi
            ? "Phương án nhiều điểm nhất cần chi phí \(words.cost(richest.cost)), gồm: "
            : "The plan of most points costs \(words.cost(richest.cost)): "
        let codes = richest.actions.map(\.code).joined(separator: ", ")
        return [
            .paragraph(head + (isBrief ? CleanText.cut(codes, at: 400) : codes) + "."),
            .heading(PlanLabel.losses.text(language), level: 2), .table(table(columns, rows, in: language)),
        ]
    }

    private func ignoredEffects(_ words: PlanWords, isBrief: Bool) -> [ReportDocument.Block] {
        guard !ignored.isEmpty else { return [] }
        let language = words.language
        let shown = isBrief ? Array(ignored.prefix(10)) : ignored
        var list = shown.map { "\($0.action), \($0.metric): \(words.ignored($0.reason))" }
        if shown.count < ignored.count {
            let rest = ignored.count - shown.count
            list.append(language == .vi ? "… và \(rest) tác dụng khác" : "… and \(rest) more")
        }
        return [.heading(PlanLabel.ignored.text(language), level: 2), .list(list)]
    }

    // MARK: The frontier

    private static let mostRows = 40
    private static let barWidth: Int128 = 40

    private func frontier(
        _ plans: [Plan], isProven: Bool, _ words: PlanWords, isBrief: Bool
    ) -> [ReportDocument.Block] {
        let language = words.language
        var columns = [
            TextTable.Column(PlanLabel.cost.text(language), .decimal),
            TextTable.Column(Label.points.text(language), .decimal),
            TextTable.Column(Label.index.text(language), .decimal),
        ]
        let hasRanks = plans.contains { ($0.rankAfter?.count ?? 0) > 1 }
        if hasRanks { columns.append(TextTable.Column(PlanLabel.rank.text(language), .trailing)) }
        columns.append(TextTable.Column(PlanLabel.chart.text(language)))
        if !isGenerated { columns.append(TextTable.Column(PlanLabel.source.text(language), wrapsFrom: 20)) }
        // A terminal shows so many points of it, evenly chosen with both ends; csv and json have all.
        let positions =
            isBrief && plans.count > Self.mostRows
            ? (0..<Self.mostRows).map { $0 * (plans.count - 1) / (Self.mostRows - 1) } : Array(plans.indices)
        let (low, high) = (plans.first?.after.total.points ?? 0, plans.last?.after.total.points ?? 0)
        let rows = positions.map { position in
            let plan = plans[position]
            var cells = [
                words.cost(plan.cost), words.points(plan.after.total.points), words.index(plan.after.index),
            ]
            if hasRanks { cells.append(plan.rankAfter.map { ChangeWords.fraction($0, in: language) } ?? "–") }
            let width =
                high > low
                ? Int(Self.barWidth * Int128((plan.after.total.points - low).mantissa) / Int128((high - low).mantissa))
                : 0
            cells.append(String(repeating: "█", count: width) + "▏")
            if !isGenerated {
                let codes = plan.actions.map(\.code).joined(separator: ", ")
                cells.append(isBrief ? CleanText.cut(codes, at: 60) : codes)
            }
            return TextTable.Row(cells)
        }
        var text =
            language == .vi
            ? "\(plans.count) phương án: mỗi phương án là nhiều điểm nhất với chi phí của nó. Thanh vẽ từ "
                + "\(words.points(low)) đến \(words.points(high)) điểm."
            : "\(plans.count) plans: each has the most points for its cost. The bars run from \(words.points(low)) to "
                + "\(words.points(high)) points."
        if positions.count < plans.count {
            text +=
                language == .vi
                ? " Ở đây nêu \(positions.count); dạng csv và json có đủ."
                : " \(positions.count) are shown; csv and json have all."
        }
        if !isProven {
            text +=
                language == .vi
                ? " Chưa chứng minh được là đủ và tốt nhất trong thời gian cho phép."
                : " It is not proven within the time that these are all and the best."
        }
        return [
            .heading(PlanLabel.frontier.text(language), level: 2), .table(table(columns, rows, in: language)),
            .paragraph(text),
        ]
    }
}
