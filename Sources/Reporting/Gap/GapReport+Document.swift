package import Documents
internal import Words
import Assessment
import Scoring
import Values

extension GapReport {
    /// One unit leaf by leaf, or many units in sums.
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - isBrief: cuts long names, and leaves the edition's reasons and assumptions to longer forms.
    package func document(in language: Language, isBrief: Bool) -> ReportDocument {
        var document = ReportDocument()
        let title = GapLabel.title.text(language)
        if units.count == 1 {
            document.blocks.append(.heading("\(title): \(units[0].unit.name)", level: 1))
            document.blocks += blocks(of: units[0].unit, units[0].gap, in: language, isBrief: isBrief)
        } else {
            document.blocks.append(.heading("\(title): \(header.settings.name.text(language))", level: 1))
            document.blocks.append(.facts(header.facts(in: language)))
            document.blocks += overview(in: language, isBrief: isBrief)
        }
        if !leftOut.isEmpty { document.blocks.append(.notice(ReportWords.leftOut(leftOut, in: language))) }
        document.blocks += header.notices(in: language, isBrief: isBrief).map { .notice($0) }
        document.blocks += header.assumptions(in: language, isBrief: isBrief)
        return document
    }

    private func blocks(
        of unit: Unit, _ gap: UnitGap, in language: Language, isBrief: Bool
    ) -> [ReportDocument.Block] {
        var blocks: [ReportDocument.Block] = [.facts(facts(of: unit, gap, in: language))]
        if gap.sum.lost == 0 {
            blocks.append(.paragraph(language == .vi ? "Không mất điểm ở tiêu chí nào." : "No points are lost."))
        }
        blocks += sections(.lost, GapLabel.lost, of: gap, in: language, isBrief: isBrief)
        blocks += sections(.lostThoughMet, GapLabel.lostThoughMet, of: gap, in: language, isBrief: isBrief)
        blocks += sections(.fullThoughMissed, GapLabel.fullThoughMissed, of: gap, in: language, isBrief: isBrief)
        if gap.sum.lost > 0 {
            blocks.append(.heading(GapLabel.byAgency.text(language), level: 2))
            blocks.append(.table(sums(gap.groups(by: .agency), title: GapLabel.agency, in: language)))
            blocks.append(.heading(GapLabel.byField.text(language), level: 2))
            let field = Wording(vi: Label.field.text(.vi), en: Label.field.text(.en))
            blocks.append(.table(sums(gap.groups(by: .field), title: field, in: language)))
        }
        let notes = notes(on: gap, in: language)
        if !notes.isEmpty {
            blocks += [.heading(Label.notes.text(language), level: 2), .list(notes)]
        }
        return blocks
    }

    func points(_ points: FixedDecimal, in language: Language) -> String {
        let rounding = header.set.rounding.points
        // Parts of a leaf that are not reported may have more decimals than points.
        return NumberWords(language).text(points.rounded(rounding) ?? points, minimumDigits: rounding.digits)
    }

    private func facts(of unit: Unit, _ gap: UnitGap, in language: Language) -> [ReportDocument.Fact] {
        let total = gap.total
        let index = total.exactIndex?.rounded(set.rounding.index).map {
            NumberWords(language).text($0, minimumDigits: set.rounding.index.digits)
        }
        return [.init(Label.unit.text(language), "\(unit.name) (\(unit.code))")] + header.facts(in: language) + [
            .init(
                Label.points.text(language),
                "\(points(total.points, in: language))/\(points(total.maximum, in: language))"),
            .init(Label.index.text(language), index ?? "–"),
            .init(
                Label.lost.text(language),
                loss(gap.sum, in: language)),
        ]
    }

    private func loss(_ sum: GapSum, in language: Language) -> String {
        let (lost, missing) = (points(sum.lost, in: language), points(sum.lostWithoutFigures, in: language))
        if sum.lostWithoutFigures == 0 { return language == .vi ? "\(lost) điểm" : "\(lost) points" }
        return language == .vi
            ? "\(lost) điểm, trong đó \(missing) điểm vì chưa có số liệu"
            : "\(lost) points, of which \(missing) for want of figures"
    }

    /// The leaves of a kind under a heading, divided by agency or field where that is asked for.
    private func sections(
        _ kind: LeafGap.Kind, _ title: Wording, of gap: UnitGap, in language: Language, isBrief: Bool
    ) -> [ReportDocument.Block] {
        let leaves = gap.leaves(of: kind)
        guard !leaves.isEmpty else { return [] }
        let count = language == .vi ? "\(leaves.count) tiêu chí" : "\(leaves.count)"
        let heading = ReportDocument.Block.heading("\(title.text(language)) (\(count))", level: 2)
        let key: GapGroup.Key
        switch order {
        case .points: return [heading, .table(table(of: leaves, kind, in: language, isBrief: isBrief))]
        case .agency: key = .agency
        case .field: key = .field
        }
        var blocks = [heading]
        for group in gap.groups(by: key) {
            let members = group.leaves.filter { $0.kind == kind }
            guard !members.isEmpty else { continue }
            let lost = points(GapSum(members).lost, in: language)
            let sum = language == .vi ? "mất \(lost) điểm" : "\(lost) points lost"
            blocks.append(.heading("\(name(of: group.name, in: language)) (\(sum))", level: 3))
            blocks.append(.table(table(of: members, kind, in: language, isBrief: isBrief)))
        }
        return blocks
    }

    private func table(
        of leaves: [LeafGap], _ kind: LeafGap.Kind, in language: Language, isBrief: Bool
    ) -> TextTable {
        // What every row of a section would say is left out.
        let (hasLoss, hasLead) = (kind != .fullThoughMissed, order != .agency)
        var columns = [
            TextTable.Column(Label.code.text(language)),
            TextTable.Column(Label.criterion.text(language), wrapsFrom: 20),
        ]
        if hasLoss { columns.append(TextTable.Column(Label.lostShort.text(language), .decimal)) }
        columns += [
            TextTable.Column(GapLabel.measured.text(language), wrapsFrom: 14),
            TextTable.Column(GapLabel.distance.text(language), wrapsFrom: 16),
        ]
        if hasLoss { columns.append(TextTable.Column(GapLabel.next.text(language), wrapsFrom: 12)) }
        if hasLead {
            columns.append(TextTable.Column(GapLabel.lead.text(language), wrapsFrom: 10, isDispensable: true))
        }
        var rows: [TextTable.Row] = []
        for leaf in leaves {
            let isAlone = leaf.measures.count == 1
            var head = [leaf.score.criterion.code, name(leaf.score.criterion.name, in: language, isBrief: isBrief)]
            if hasLoss { head.append(points(leaf.lost, in: language)) }
            let words = leaf.measures.map { self.words($0, of: leaf, in: language) }
            head += isAlone ? cells(words[0], hasLoss) : Array(repeating: "", count: hasLoss ? 3 : 2)
            if hasLead { head.append(leaf.lead.map(DeadlineAgency.agency) ?? "") }
            rows.append(TextTable.Row(head))
            guard !isAlone else { continue }
            for (measure, words) in zip(leaf.measures, words) {
                let own = measure.explanation.measure
                var cells = [own.code, name(own.name ?? own.metrics[0].name, in: language, isBrief: isBrief)]
                if hasLoss { cells.append("") }
                cells += self.cells(words, hasLoss)
                if hasLead { cells.append("") }
                rows.append(TextTable.Row(cells))
            }
        }
        return TextTable(
            columns: columns, rows: rows, decimalSeparator: NumberWords(language).decimalSeparator.first ?? ",")
    }

    private func name(_ name: LocalizedText, in language: Language, isBrief: Bool) -> String {
        let text = CleanText.line(name.text(language))
        return isBrief ? CleanText.cut(text, at: 90) : text
    }

    private func cells(_ words: GapWords, _ hasNext: Bool) -> [String] {
        let needed = words.target.map { words.words.say("cần \($0)", "target \($0)") }
        let now = [words.measured, needed].compactMap(\.self).joined(separator: "; ")
        let distance = [words.distance, words.sampling ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
        return [now, distance] + (hasNext ? [words.next] : [])
    }

    func sums(_ groups: [GapGroup], title: Wording, in language: Language) -> TextTable {
        let all = groups.map(\.sum)
        let hasMissing = all.contains { $0.lostWithoutFigures > 0 }
        var columns = [
            TextTable.Column(title.text(language), wrapsFrom: 24),
            TextTable.Column(GapLabel.leaves.text(language), .trailing),
            TextTable.Column(Label.lost.text(language), .decimal),
        ]
        if hasMissing { columns.append(TextTable.Column(GapLabel.withoutFigures.text(language), .decimal)) }
        columns.append(TextTable.Column(Label.maximum.text(language), .decimal))
        let rows = zip(groups, all).filter { $1.lost > 0 }.map { group, sum in
            var cells = [name(of: group.name, in: language), String(sum.count), points(sum.lost, in: language)]
            if hasMissing { cells.append(points(sum.lostWithoutFigures, in: language)) }
            return TextTable.Row(cells + [points(sum.maximum, in: language)])
        }
        return TextTable(
            columns: columns, rows: rows, decimalSeparator: NumberWords(language).decimalSeparator.first ?? ",")
    }

    private func notes(on gap: UnitGap, in language: Language) -> [String] {
        var notes: [String] = []
        if gap.adjustment != 0 {
            let amount = points(gap.adjustment, in: language)
            notes.append(
                language == .vi
                    ? "Tổng điểm mất của đơn vị khác tổng của các tiêu chí \(amount) điểm, do điểm thưởng, mức trần hoặc "
                        + "làm tròn tổng."
                    : "The total's loss differs from the sum of the criteria by \(amount), by bonus points, caps or the "
                        + "rounding of sums.")
        }
        let surveys = gap.leaves.filter { leaf in
            leaf.measures.contains { $0.isSurvey && $0.sampling == nil && $0.distance != nil }
        }
        if !surveys.isEmpty {
            let codes = CleanText.cut(surveys.map(\.score.criterion.code).joined(separator: ", "), at: 80)
            notes.append(
                language == .vi
                    ? "\(codes) đo bằng khảo sát mà chưa có sai số chọn mẫu, nên chưa biết khoảng cách có vượt sai số hay "
                        + "không."
                    : "\(codes): measured by a survey whose sampling error is not known, so the gap may be chance.")
        }
        return notes
    }
}
