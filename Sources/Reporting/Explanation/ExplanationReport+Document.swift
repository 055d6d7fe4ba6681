package import Documents
internal import Words
import Assessment
import Scoring
import Values

extension ExplanationReport {
    /// The explanation as text: what the criterion asks, what was reported, how the points came about, what is next.
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - isBrief: leaves the edition's reasons and assumptions to longer forms.
    package func document(in language: Language, isBrief: Bool) -> ReportDocument {
        var document = ReportDocument()
        let criterion = node.criterion
        document.blocks.append(.heading("\(criterion.code). \(criterion.name.text(language))", level: 1))
        document.blocks.append(.facts(summary(in: language)))
        document.blocks.append(.facts(requirements(in: language, isBrief: isBrief)))
        if let leaf {
            for (position, measure) in leaf.measures.enumerated() {
                document.blocks += blocks(of: measure, at: position, of: leaf, in: language)
            }
            if leaf.measures.count > 1 { document.blocks.append(.facts([combination(of: leaf, in: language)])) }
            document.blocks += evidence(in: language)
        } else {
            document.blocks.append(.heading(Label.parts.text(language), level: 2))
            document.blocks.append(.table(partsTable(in: language)))
        }
        document.blocks += givenScores(in: language)
        // The origin of the points stands among the facts already.
        let notices = header.notices(in: language, isBrief: isBrief)
        document.blocks += notices.dropLast(set.points.basis == .assumed ? 1 : 0).map { .notice($0) }
        document.blocks += header.assumptions(in: language, isBrief: isBrief)
        return document
    }

    private var digits: Int { header.set.rounding.points.digits }

    private func summary(in language: Language) -> [ReportDocument.Fact] {
        let numbers = NumberWords(language)
        var facts: [ReportDocument.Fact] = [
            .init(Label.unit.text(language), "\(unit.unit.name) (\(unit.unit.code))"),
            .init(Label.year.text(language), String(year)),
        ]
        let maximum = numbers.text(node.maximum, minimumDigits: digits)
        if let points = node.points {
            let lost = numbers.text(node.lost ?? 0, minimumDigits: digits)
            let text = "\(numbers.text(points, minimumDigits: digits))/\(maximum)"
            facts.append(.init(Label.points.text(language), text))
            facts.append(.init(Label.lost.text(language), lost))
        } else if !node.isLeftOut {
            facts.append(.init(Label.points.text(language), noPoints(of: maximum, in: language)))
        }
        if node.isLeftOut, !node.isLeaf {
            facts.append(.init(Label.state.text(language), Label.notApplicable.text(language)))
        }
        if node.score.status != nil { facts.append(.init(Label.state.text(language), node.state(in: language))) }
        return facts
    }

    /// What stands in place of points: nothing yet, or nothing that anybody publishes.
    private func noPoints(of maximum: String, in language: Language) -> String {
        switch (node.score.status, language) {
        case (.notPublished, .vi): "không có (tối đa \(maximum))"
        case (.notPublished, .en): "none (maximum \(maximum))"
        case (_, .vi): "chưa có (tạm tính 0/\(maximum))"
        case (_, .en): "none yet (0/\(maximum) for now)"
        }
    }

    private func requirements(in language: Language, isBrief: Bool) -> [ReportDocument.Fact] {
        let criterion = node.criterion
        var facts: [ReportDocument.Fact] = []
        if let target = criterion.leaf?.target {
            facts.append(.init(Label.target.text(language), target.text))
        }
        if let source = criterion.source {
            facts.append(.init(Label.legalSource.text(language), SourceWords.text(source, in: language)))
        }
        if let source = criterion.leaf?.target?.source {
            facts.append(
                .init(
                    language == .vi ? "Căn cứ của chỉ tiêu" : "Source of the target",
                    SourceWords.text(source, in: language)))
        }
        if let leaf = criterion.leaf {
            var text = StateWords.levels(leaf.levels, of: set, in: language)
            if let reason = leaf.levelsReason { text += " (\(reason.text(language)))" }
            facts.append(.init(Label.levels.text(language), text))
        }
        let agencies: [(Label, String?)] = [
            (.monitoring, criterion.agencies.monitoring), (.lead, criterion.agencies.lead),
            (.coordinating, criterion.agencies.coordinating),
        ]
        let named = agencies.compactMap { label, name in name.map { "\(label.text(language)): \($0)" } }
        if !named.isEmpty { facts.append(.init(Label.agencies.text(language), named.joined(separator: "; "))) }
        facts.append(.init(Label.pointsOrigin.text(language), originText(in: language, isBrief: isBrief)))
        for note in criterion.notes { facts.append(.init(Label.note.text(language), note.text(language))) }
        return facts
    }

    private func originText(in language: Language, isBrief: Bool) -> String {
        let origin = pointsOrigin
        if origin.basis == .assumed { return ReportHeader.assumed(origin, in: language, isBrief: isBrief) }
        let source = SourceWords.text(origin.source, in: language)
        return language == .vi ? "theo văn bản: \(source)" : "decreed: \(source)"
    }

    private func partsTable(in language: Language) -> TextTable {
        let numbers = NumberWords(language)
        func number(_ value: FixedDecimal?) -> String {
            value.map { numbers.text($0, minimumDigits: digits) } ?? "–"
        }
        let columns: [TextTable.Column] = [
            .init(Label.code.text(language)), .init(Label.criterion.text(language), wrapsFrom: 24),
            .init(Label.points.text(language), .decimal), .init(Label.maximum.text(language), .decimal),
            .init(Label.lost.text(language), .decimal), .init(Label.state.text(language), wrapsFrom: 14),
        ]
        var rows = parts.map { part in
            return TextTable.Row([
                part.criterion.code, part.criterion.name.text(language), number(part.points),
                part.isLeftOut ? "–" : number(part.maximum), number(part.lost), part.state(in: language),
            ])
        }
        rows.append(
            .init(
                [
                    "", Label.total.text(language), number(node.points), node.isLeftOut ? "–" : number(node.maximum),
                    number(node.lost), "",
                ],
                isStrong: true))
        return TextTable(columns: columns, rows: rows, decimalSeparator: numbers.decimalSeparator.first ?? ".")
    }

    private func givenScores(in language: Language) -> [ReportDocument.Block] {
        guard !node.given.isEmpty else { return [] }
        let numbers = NumberWords(language)
        let texts = node.given.map { given in
            var parts = [
                "\(ReportHeader.text(of: given.stage, in: language)): "
                    + "\(numbers.text(given.points, minimumDigits: digits))"
            ]
            let details: [(Label, String?)] = [
                (.reason, given.reason), (.evidence, given.evidence),
            ]
            for (label, text) in details {
                if let text { parts.append("\(label.text(language).lowercased()): \(text)") }
            }
            if let date = given.date { parts.append(date) }
            return parts.joined(separator: "; ")
        }
        return [.heading(Label.given.text(language), level: 2), .list(texts)]
    }
}
