package import Documents
internal import Words
import Assessment
import Scoring
import Values

extension RankReport {
    /// The places by groups, who has none and why, and how firm the places are.
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - isBrief: leaves the edition's reasons and assumptions to longer forms.
    package func document(in language: Language, isBrief: Bool) -> ReportDocument {
        var document = ReportDocument()
        document.blocks.append(.heading(header.settings.name.text(language), level: 1))
        document.blocks.append(.facts(header.facts(in: language) + facts(in: language)))
        for part in parts { document.blocks += blocks(of: part, in: language, isBrief: isBrief) }
        if parts.isEmpty {
            document.blocks.append(.paragraph(language == .vi ? "Không có đơn vị nào." : "There are no units."))
        }
        document.blocks.append(.heading(Label.notes.text(language), level: 2))
        document.blocks.append(.list(notes(in: language)))
        if !assessment.leftOut.isEmpty {
            document.blocks.append(.notice(ReportWords.leftOut(assessment.leftOut, in: language)))
        }
        document.blocks += header.notices(in: language, isBrief: isBrief).map { .notice($0) }
        document.blocks += header.assumptions(in: language, isBrief: isBrief)
        return document
    }

    func facts(in language: Language) -> [ReportDocument.Fact] {
        let by = RankWords.subject(subject, of: set, in: language)
        let among = RankWords.among(options.among, in: language)
        let ties = RankWords.ties(options.ties ?? set.ranking.ties, in: language)
        var facts: [ReportDocument.Fact] =
            language == .vi
            ? [.init("Xếp hạng theo", by), .init("Phạm vi xếp hạng", among), .init("Khi bằng nhau", ties)]
            : [.init("Ranked by", by), .init("Among", among), .init("When equal", ties)]
        if !set.ranking.tieBreakers.isEmpty {
            let codes = set.ranking.tieBreakers.joined(separator: ", ")
            facts.append(
                language == .vi
                    ? .init("Phân định khi bằng nhau theo điểm của", codes)
                    : .init("Equal ones are told apart by the points of", codes))
        }
        return facts
    }

    /// What the units of a part have in common.
    func name(of part: RankPart, in language: Language) -> String {
        let known: String?
        switch options.among {
        case .group: known = header.settings.groups.first { $0.code == part.key }?.name.text(language)
        case .level: known = set.levels.first { $0.code == part.key }?.name.text(language)
        case .parent: known = assessment.units.first { $0.code == part.key }?.name
        }
        if let name = known ?? part.key { return name }
        if options.among == .parent { return language == .vi ? "Không trực thuộc đơn vị nào" : "Without a parent" }
        return Label.ungrouped.text(language)
    }

    private func blocks(
        of part: RankPart, in language: Language, isBrief: Bool
    ) -> [ReportDocument.Block] {
        var blocks: [ReportDocument.Block] = [.heading(name(of: part, in: language), level: 2)]
        let digits = set.rounding.index.digits
        if !part.rows.isEmpty {
            blocks.append(.table(table(of: part, in: language)))
            if isByIndex, let mean = part.mean {
                blocks.append(
                    .paragraph(
                        ReportWords.mean(
                            mean, of: part.rows.count, leftOut: part.absences.count, digits, in: language)))
            }
        }
        if !part.absences.isEmpty {
            blocks.append(.heading(Self.unranked.text(language), level: 3))
            blocks.append(.table(absenceTable(of: part, in: language)))
        }
        if part.sampling != nil, part.rows.count > 1 { blocks += indistinctBlocks(part, in: language) }
        if let top = options.top, !part.rows.isEmpty {
            let all = part.candidates(forTop: top).map(\.unit.name).joined(separator: ", ")
            let names = isBrief ? CleanText.cut(all, at: 600) : all
            blocks.append(
                .paragraph(
                    language == .vi
                        ? "Có thể thuộc \(top) hạng đầu: \(names)." : "May be among the first \(top): \(names)."))
        }
        if let robustness = part.robustness, part.rows.count > 1, !robustness.leaveOneOut.leaves.isEmpty {
            let title = language == .vi ? "Khi bỏ một phần của bộ tiêu chí" : "With a part of the criteria left out"
            blocks.append(.heading(title, level: 3))
            blocks.append(.table(leaveOutTable(part, robustness.leaveOneOut, in: language)))
        }
        return blocks
    }

    private static let unranked = Wording(vi: "Chưa xếp hạng", en: "Not ranked")

    private func table(of part: RankPart, in language: Language) -> TextTable {
        let numbers = NumberWords(language)
        let digits = set.rounding.index.digits
        let hasClasses = subject == .total && part.rows.contains { $0.unitClass != nil }
        var columns: [TextTable.Column] = [
            .init(Self.rank.text(language), .decimal), .init(Label.unit.text(language), wrapsFrom: 14),
            .init((isByIndex ? Label.index : .points).text(language), .decimal),
        ]
        if hasClasses { columns.append(.init(Label.unitClass.text(language))) }
        if hasPrevious { columns.append(.init(language == .vi ? "Năm trước" : "Last year")) }
        if hasOwnPoints { columns.append(.init(language == .vi ? "Theo điểm gốc" : "By own points", .decimal)) }
        if part.sampling != nil {
            let confidence = RankWords.confidence(options.confidence, in: language)
            columns.append(.init(language == .vi ? "Khoảng hạng \(confidence)" : "Range \(confidence)"))
            columns.append(.init(language == .vi ? "Hơn kế sau" : "Ahead of next", .trailing))
        }
        if part.robustness != nil { columns.append(.init(language == .vi ? "Khi đổi điểm" : "Points varied")) }
        columns += part.partNodes.map { .init(set.criteria[$0].code, .decimal, isDispensable: true) }
        let rows = part.rows.enumerated().map { position, row in
            var cells = [RankWords.text(row.place.rank, in: language), row.unit.name]
            let index = row.place.index.rounded(isByIndex ? set.rounding.index : set.rounding.points)
            cells.append(
                index.map { numbers.text($0, minimumDigits: isByIndex ? digits : set.rounding.points.digits) } ?? "–")
            if hasClasses { cells.append(row.unitClass?.name.text(language) ?? Label.noClass.text(language)) }
            if hasPrevious {
                cells.append(RankWords.movement(from: row.previousRank, to: row.place.rank, in: language))
            }
            if hasOwnPoints { cells.append(row.ownPointsRank.map { RankWords.text($0, in: language) } ?? "–") }
            if let sampling = part.sampling {
                cells.append(RankWords.text(row.interval, in: language))
                let isLast = position + 1 == part.rows.count
                let share = isLast ? nil : sampling.simulation.share(of: position, aheadOf: position + 1)
                cells.append(share.map { RankWords.percent($0, in: language) } ?? "–")
            }
            if let places = part.robustness?.variation.places[position] {
                cells.append(places.best == places.worst ? "\(places.best)" : "\(places.best)–\(places.worst)")
            }
            return TextTable.Row(cells + row.partRanks.map { $0.map { RankWords.text($0, in: language) } ?? "–" })
        }
        return TextTable(columns: columns, rows: rows, decimalSeparator: numbers.decimalSeparator.first ?? ".")
    }

    private static let rank = Wording(vi: "Hạng", en: "Rank")

    /// Whether units are ranked by an index; by points where a criterion has no maximum.
    var isByIndex: Bool {
        if case .node(let node) = subject { return set.criteria[node].maximum != 0 }
        return true
    }

    private func absenceTable(of part: RankPart, in language: Language) -> TextTable {
        let rows = part.absences.map { absence in
            TextTable.Row([
                assessment.units[absence.unit].name,
                RankWords.reason(absence.reason, minimum: set.ranking.minimumCoverage, in: language),
            ])
        }
        return TextTable(
            columns: [
                .init(Label.unit.text(language), wrapsFrom: 14), .init(Label.reason.text(language), wrapsFrom: 20),
            ], rows: rows, decimalSeparator: NumberWords(language).decimalSeparator.first ?? ".")
    }

    private func indistinctBlocks(_ part: RankPart, in language: Language) -> [ReportDocument.Block] {
        let title = language == .vi ? "Các đơn vị chưa phân biệt được" : "Units that cannot be told apart"
        let groups = part.indistinct.map { range in
            part.rows[range].map(\.unit.name).joined(separator: ", ")
        }
        let none =
            language == .vi
            ? "Mọi đơn vị liền nhau đều phân biệt được." : "All neighbouring units can be told apart."
        return [.heading(title, level: 3), groups.isEmpty ? .paragraph(none) : .list(groups)]
    }

    private func leaveOutTable(_ part: RankPart, _ left: LeaveOneOut, in language: Language) -> TextTable {
        let kinds: [(title: Wording, without: [LeaveOneOut.Without])] = [
            (Wording(vi: "Bỏ một lĩnh vực", en: "Without one field"), left.fields),
            (Wording(vi: "Bỏ một tiêu chí", en: "Without one criterion"), left.leaves),
        ].filter { !$0.without.isEmpty }
        let rows = part.rows.indices.map { position in
            let cells = kinds.map { kind in
                range(of: position, kind.without, from: left.ranks[position], in: language)
            }
            return TextTable.Row([part.rows[position].unit.name] + cells)
        }
        return TextTable(
            columns: [.init(Label.unit.text(language), wrapsFrom: 14)]
                + kinds.map { .init($0.title.text(language), wrapsFrom: 16) },
            rows: rows, decimalSeparator: NumberWords(language).decimalSeparator.first ?? ".")
    }

    /// `hạng 2–4 (bỏ 3: hạng 4)`.
    private func range(
        of position: Int, _ without: [LeaveOneOut.Without], from rank: Int, in language: Language
    ) -> String {
        guard let range = LeaveOneOut.range(of: position, without, from: rank) else { return "–" }
        let isVietnamese = language == .vi
        if range.best == rank, range.worst == rank { return isVietnamese ? "giữ hạng \(rank)" : "stays \(rank)" }
        let code = set.criteria[range.mover.node].code
        let moved = range.mover.ranks[position]
        let places = range.best == range.worst ? "\(range.best)" : "\(range.best)–\(range.worst)"
        return isVietnamese ? "\(places) (bỏ \(code): \(moved))" : "\(places) (without \(code): \(moved))"
    }
}
