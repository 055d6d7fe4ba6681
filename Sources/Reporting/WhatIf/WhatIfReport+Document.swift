package import Documents
internal import Words
import Assessment
import Scoring
import Values

extension WhatIfReport {
    /// The changes, what they make of points, index, class and rank, and every criterion that is touched.
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - isBrief: cuts long names, and leaves the edition's reasons and assumptions to longer forms.
    package func document(in language: Language, isBrief: Bool) -> ReportDocument {
        var document = ReportDocument()
        document.blocks.append(.heading("\(WhatIfLabel.title.text(language)): \(unit.name)", level: 1))
        let facts = [ReportDocument.Fact(Label.unit.text(language), "\(unit.name) (\(unit.code))")]
        document.blocks.append(.facts(facts + header.facts(in: language)))
        if !replays.isEmpty {
            for position in replays.indices { document.blocks += changes(of: position, in: language, isBrief: isBrief) }
            document.blocks.append(.heading(WhatIfLabel.result.text(language), level: 2))
            document.blocks.append(.table(results(in: language)))
            document.blocks += criteria(in: language, isBrief: isBrief)
        }
        if let sweep { document.blocks += blocks(of: sweep, in: language) }
        document.blocks.append(
            .paragraph(
                language == .vi
                    ? "Thứ hạng tính khi số liệu của mọi đơn vị khác giữ nguyên. Không số liệu nào trong thư mục bị sửa."
                    : "Ranks hold when the figures of all other units stay. No figure in the folder is changed."))
        document.blocks += header.notices(in: language, isBrief: isBrief).map { .notice($0) }
        return document
    }

    private var pointDigits: Int { header.set.rounding.points.digits }

    func points(_ points: FixedDecimal, in language: Language) -> String {
        NumberWords(language).text(points, minimumDigits: pointDigits)
    }

    private func table(_ columns: [TextTable.Column], _ rows: [TextTable.Row], in language: Language) -> TextTable {
        TextTable(
            columns: columns, rows: rows, decimalSeparator: NumberWords(language).decimalSeparator.first ?? ",")
    }

    private func changes(
        of position: Int, in language: Language, isBrief: Bool
    ) -> [ReportDocument.Block] {
        let changes = replays[position].changes
        var title = WhatIfLabel.changes.text(language)
        if replays.count > 1 {
            title = "\(heading(of: position, in: language)): \(name(of: position, in: language))"
        } else if replays[position].scenario.name != nil {
            title += ": \(name(of: position, in: language))"
        }
        let remarks = changes.map { ChangeWords.remark($0, in: language) }
        let hasRemarks = remarks.contains { !$0.isEmpty }
        var columns = [
            TextTable.Column(Label.code.text(language)),
            TextTable.Column(WhatIfLabel.metric.text(language), wrapsFrom: 24),
            TextTable.Column(WhatIfLabel.before.text(language), wrapsFrom: 14),
            TextTable.Column(WhatIfLabel.after.text(language), wrapsFrom: 14),
        ]
        if hasRemarks { columns.append(TextTable.Column(Label.note.text(language), wrapsFrom: 16)) }
        let rows = zip(changes, remarks).map { change, remark in
            let name = CleanText.line(change.metric.name.text(language))
            let cells = [
                change.metric.code, isBrief ? CleanText.cut(name, at: 90) : name,
                FigureWords.text(change.before, of: change.metric, in: language),
                FigureWords.text(change.after, of: change.metric, in: language),
            ]
            return TextTable.Row(hasRemarks ? cells + [remark] : cells)
        }
        return [.heading(title, level: 2), .table(table(columns, rows, in: language))]
    }

    private func results(in language: Language) -> TextTable {
        let numbers = NumberWords(language)
        let indexDigits = set.rounding.index.digits
        var columns = [TextTable.Column(""), TextTable.Column(WhatIfLabel.before.text(language), .trailing)]
        columns += replays.indices.map { TextTable.Column(heading(of: $0, in: language), .trailing) }
        let hasDifference = replays.count == 1
        if hasDifference { columns.append(TextTable.Column(WhatIfLabel.difference.text(language), .trailing)) }
        let scores = [score] + replays.map(\.after)
        func row(
            _ title: String, _ text: (UnitScore) -> String, difference: String = ""
        ) -> TextTable.Row {
            TextTable.Row([title] + scores.map(text) + (hasDifference ? [difference] : []))
        }
        func change(_ number: (UnitScore) -> FixedDecimal?, _ digits: Int) -> String {
            guard let before = number(score), let after = scores.last.flatMap(number) else { return "" }
            return ChangeWords.signed(after - before, minimumDigits: digits, in: language)
        }
        var rows = [
            row(
                Label.points.text(language),
                { "\(points($0.total.points, in: language))/\(points($0.total.maximum, in: language))" },
                difference: change({ $0.total.points }, pointDigits)),
            row(
                Label.index.text(language),
                { $0.index.map { numbers.text($0, minimumDigits: indexDigits) } ?? "–" },
                difference: change({ $0.index }, indexDigits)),
            row(
                Label.coverage.text(language),
                { $0.coverage.map { numbers.text($0, minimumDigits: 2) + " %" } ?? "–" },
                difference: change({ $0.coverage }, 2)),
        ]
        if !set.classSchemes.isEmpty {
            rows.append(
                row(
                    Label.unitClass.text(language),
                    { $0.classification?.unitClass?.name.text(language) ?? Label.noClass.text(language) }))
        }
        let ranks = [rank] + replays.map(\.rankAfter)
        // In a group of one there is nothing to be ahead of.
        if ranks.contains(where: { ($0?.count ?? 0) > 1 }) {
            var cells = [WhatIfLabel.rank.text(language)] + ranks.map { ChangeWords.rank($0, in: language) }
            if hasDifference { cells.append(rankChange(rank, ranks.last ?? nil, in: language)) }
            rows.append(TextTable.Row(cells))
        }
        return table(columns, rows, in: language)
    }

    private func rankChange(_ before: GroupRank?, _ after: GroupRank?, in language: Language) -> String {
        guard let before, let after, before.rank != after.rank else { return "" }
        let isUp = after.rank < before.rank
        let places = NumberWords(language).text(
            isUp ? before.rank.decimal - after.rank.decimal : after.rank.decimal - before.rank.decimal)
        return isUp
            ? language == .vi ? "lên \(places) bậc" : "\(places) up"
            : language == .vi ? "xuống \(places) bậc" : "\(places) down"
    }

    private func criteria(in language: Language, isBrief: Bool) -> [ReportDocument.Block] {
        var columns = [
            TextTable.Column(Label.code.text(language)),
            TextTable.Column(Label.criterion.text(language), wrapsFrom: 24),
            TextTable.Column(Label.maximumShort.text(language), .decimal),
            TextTable.Column(WhatIfLabel.before.text(language), .decimal),
        ]
        columns += replays.indices.map { TextTable.Column(heading(of: $0, in: language), .decimal) }
        if replays.count == 1 { columns.append(TextTable.Column(WhatIfLabel.difference.text(language), .decimal)) }
        var rows = (isBrief ? touched : Array(set.criteria.indices)).map { index in
            let node = set.criteria[index]
            let name = CleanText.line(node.name.text(language))
            let nodes = [score.criterion(index)] + replays.map { $0.after.criterion(index) }
            var cells = [
                node.code, isBrief ? CleanText.cut(name, at: 90) : name, points(nodes[0].tally.maximum, in: language),
            ]
            cells += nodes.map { node in node.points.map { points($0, in: language) } ?? "–" }
            if replays.count == 1 {
                let gain = nodes[1].tally.points - nodes[0].tally.points
                cells.append(ChangeWords.signed(gain, minimumDigits: pointDigits, in: language))
            }
            return TextTable.Row(cells, isStrong: node.leaf == nil)
        }
        let totals = [score.total] + replays.map(\.after.total)
        var cells = ["", Label.total.text(language), points(totals[0].maximum, in: language)]
        cells += totals.map { points($0.points, in: language) }
        if replays.count == 1 {
            let gain = totals[1].points - totals[0].points
            cells.append(ChangeWords.signed(gain, minimumDigits: pointDigits, in: language))
        }
        rows.append(TextTable.Row(cells, isStrong: true))
        return [.heading(WhatIfLabel.criteria.text(language), level: 2), .table(table(columns, rows, in: language))]
    }
}
