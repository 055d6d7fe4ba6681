package import Documents
internal import Words
import Assessment
import Scoring

extension DeadlineReport {
    /// The counts by lead agency and the tasks that need somebody, unit by unit.
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - isBrief: lists only what is overdue and due soon, cuts long names, and leaves reasons to longer forms.
    package func document(in language: Language, isBrief: Bool) -> ReportDocument {
        var document = ReportDocument()
        document.blocks.append(.heading(header.settings.name.text(language), level: 1))
        document.blocks.append(.facts(header.facts(in: language) + [dayFact(in: language)]))
        if review.parts.isEmpty {
            document.blocks.append(
                .paragraph(
                    language == .vi
                        ? "Bộ tiêu chí không có nhiệm vụ nào nêu hạn và đợt đánh giá không ghi mốc thời gian nào."
                        : "The criteria set no deadline for any task, and the assessment states no dates."))
        }
        for part in review.parts { document.blocks += blocks(of: part, in: language, isBrief: isBrief) }
        let warnings = warnings(in: language)
        if !warnings.isEmpty {
            document.blocks.append(.heading(Self.warning.text(language), level: 2))
            document.blocks += warnings.map { .notice($0) }
        }
        if !leftOut.isEmpty { document.blocks.append(.notice(ReportWords.leftOut(leftOut, in: language))) }
        document.blocks += header.notices(in: language, isBrief: isBrief).map { .notice($0) }
        return document
    }

    private static let warning = Wording(
        vi: "Cảnh báo: báo cáo trái với lịch", en: "Warnings: reports against the calendar")

    private func dayFact(in language: Language) -> ReportDocument.Fact {
        let day = DeadlineWords.text(review.day, in: language)
        return language == .vi
            ? .init("Tính đến ngày", "\(day) (sắp đến hạn: còn không quá \(review.within) ngày)")
            : .init("On", "\(day) (due soon: \(review.within) days or fewer left)")
    }

    private func blocks(
        of part: DeadlineReview.Part, in language: Language, isBrief: Bool
    ) -> [ReportDocument.Block] {
        let name =
            unit(of: part)?.name ?? (language == .vi ? "Các mốc của đợt đánh giá" : "Dates of the assessment")
        var blocks: [ReportDocument.Block] = [.heading(name, level: 2)]
        // Dates are few and all of interest.
        guard part.unit != nil else { return blocks + [.table(table(of: part.items, in: language, isBrief: false))] }
        blocks.append(.table(countTable(of: part, in: language)))
        let shown: [DeadlineStanding.State] = isBrief ? [.overdue, .dueSoon] : DeadlineStanding.State.allCases
        for state in shown {
            // The earliest day first, in the order of the plan within a day.
            let items = part.items.filter { $0.standing.state == state }.enumerated().sorted {
                ($0.element.standing.daysLeft ?? .max, $0.offset) < ($1.element.standing.daysLeft ?? .max, $1.offset)
            }.map(\.element)
            guard !items.isEmpty else { continue }
            blocks.append(.heading("\(DeadlineWords.text(state, in: language)) (\(items.count))", level: 3))
            blocks.append(.table(table(of: items, in: language, isBrief: isBrief)))
        }
        return blocks
    }

    /// How many of each agency's tasks stand how; states in which nothing stands have no column.
    private func countTable(of part: DeadlineReview.Part, in language: Language) -> TextTable {
        let total = DeadlineCounts(part.items)
        let states = DeadlineStanding.State.allCases.filter { total[$0] > 0 }
        var columns = [TextTable.Column(language == .vi ? "Cơ quan chủ trì" : "Lead agency", wrapsFrom: 20)]
        columns += states.map { TextTable.Column(DeadlineWords.text($0, in: language), .trailing) }
        columns.append(TextTable.Column(Label.total.text(language), .trailing))
        func row(_ name: String, _ items: [DeadlineReview.Item], isStrong: Bool = false) -> TextTable.Row {
            let counts = DeadlineCounts(items)
            let cells = states.map { counts[$0] == 0 ? "–" : String(counts[$0]) }
            return TextTable.Row([name] + cells + [String(items.count)], isStrong: isStrong)
        }
        var rows = part.byLead.map { lead, items in
            row(lead.map(DeadlineWords.agency) ?? (language == .vi ? "(không ghi)" : "(none stated)"), items)
        }
        rows.append(row(Label.total.text(language), part.items, isStrong: true))
        return TextTable(columns: columns, rows: rows, decimalSeparator: ",")
    }

    private func table(of items: [DeadlineReview.Item], in language: Language, isBrief: Bool) -> TextTable {
        let isTask = items.contains { $0.code != nil }
        var columns = isTask ? [TextTable.Column(Label.code.text(language))] : []
        columns += [
            TextTable.Column(language == .vi ? "Nội dung" : "Task", wrapsFrom: 24),
            TextTable.Column(language == .vi ? "Chủ trì" : "Lead", wrapsFrom: 14),
            TextTable.Column(language == .vi ? "Hạn" : "Due"), TextTable.Column(language == .vi ? "Còn lại" : "Left"),
        ]
        columns.append(
            TextTable.Column(!isTask ? Label.state.text(language) : language == .vi ? "Báo cáo" : "Reported"))
        let rows = items.map { item in
            var cells = item.code.map { [$0] } ?? []
            let name = CleanText.line(item.name.text(language))
            let isOpen = ![.doneInTime, .doneLate, .notTriggered].contains(item.standing.state)
            cells += [
                isBrief ? CleanText.cut(name, at: 100) : name, item.lead.map(DeadlineWords.agency) ?? "",
                item.due.map { DeadlineWords.text($0, in: language) } ?? "",
                isOpen ? DeadlineWords.days(left: item.standing.daysLeft, in: language) : "",
                !isTask
                    ? DeadlineWords.text(item.standing.state, in: language)
                    : item.progress.map { DeadlineWords.text($0, in: language) } ?? "",
            ]
            return TextTable.Row(cells)
        }
        return TextTable(columns: columns, rows: rows, decimalSeparator: ",")
    }
}
