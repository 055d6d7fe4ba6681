package import Documents
internal import Words
import Assessment
package import Scoring
import Values

/// One unit's strengths and weaknesses among the units that it is ranked with.
package struct UnitRankReport: Sendable {
    /// The ranking.
    package let report: RankReport
    /// The unit's part.
    package let part: RankPart
    /// The position of the unit.
    package let unit: Int
    /// How it stands at each leaf under the subject, beside the best, the median and the last.
    package let standings: [NodeStanding]

    /// Nil when the unit is in none of the report's parts.
    package init?(_ report: RankReport, unit: Int) {
        guard let part = report.parts.first(where: { $0.units.contains(unit) }) else { return nil }
        self.report = report
        self.part = part
        self.unit = unit
        let scores = report.assessment.scores
        let nodes = scores.criteria.leafNodes(of: report.subject)
        standings = Ranking.standings(of: unit, at: nodes, among: part.units, scores, ties: report.options.ties)
    }

    /// The leaves at which the unit leads the median by the most points.
    package var strengths: [NodeStanding] { most { $0.points(to: $0.median)?.negated } }

    /// The leaves at which the unit lags behind the best by the most points.
    package var weaknesses: [NodeStanding] { most { $0.points(to: $0.best) } }

    private func most(_ points: (NodeStanding) -> ExactRatio?) -> [NodeStanding] {
        let leading = standings.compactMap { standing in
            points(standing).flatMap { $0 > .zero ? (standing, $0) : nil }
        }
        // Equal ones stay in the order of the tree.
        return leading.enumerated().sorted { left, right in
            left.element.1 == right.element.1 ? left.offset < right.offset : left.element.1 > right.element.1
        }.prefix(5).map(\.element.0)
    }

    /// The report as JSON.
    package var json: String {
        var writer = JSONWriter()
        writer.object { root in
            report.header.write(to: &root)
            root.member("unit", report.assessment.units[unit].code)
            root.member("rank", row?.place.rank.decimal)
            root.member("of", part.rows.count)
            root.member("previousRank", row?.previousRank?.decimal)
            if let row {
                root.key("interval")
                root.object { entry in
                    entry.member("lower", row.interval.lower.decimal)
                    entry.member("upper", row.interval.upper.decimal)
                }
            }
            if let position { part.robustness?.write(position, to: &root) }
            root.key("standings")
            root.array { list in
                for standing in standings { write(standing, to: &list) }
            }
            for (name, some) in [("strengths", strengths), ("weaknesses", weaknesses)] {
                root.key(name)
                root.array { list in
                    for standing in some { list.value(report.set.criteria[standing.node].code) }
                }
            }
            if let sampling = part.sampling, let own = position {
                root.key("ahead")
                root.array { list in
                    for other in part.rows.indices where other != own {
                        let share = sampling.simulation.share(of: own, aheadOf: other)
                        list.object { entry in
                            entry.member("code", part.rows[other].unit.code)
                            entry.member("chance", RankWords.decimal(share, digits: 4))
                        }
                    }
                }
            }
        }
        return writer.text
    }

    private var position: Int? { part.rows.firstIndex { $0.place.unit == unit } }
    private var row: RankPart.Row? { position.map { part.rows[$0] } }

    private func write(_ standing: NodeStanding, to list: inout JSONWriter) {
        list.object { entry in
            entry.member("code", report.set.criteria[standing.node].code)
            entry.member("points", standing.own.points)
            entry.member("maximum", standing.own.maximum)
            entry.member("rank", standing.rank.decimal)
            entry.member("of", standing.count)
            entry.member("index", standing.index.rounded(.finest))
            entry.member("best", standing.best.rounded(.finest))
            entry.member("median", standing.median.rounded(.finest))
            entry.member("last", standing.last.rounded(.finest))
        }
    }

    /// The unit's place, where it is strong and weak, and all criteria.
    package func document(in language: Language, isBrief: Bool) -> ReportDocument {
        let header = report.header
        let own = report.assessment.units[unit]
        var document = ReportDocument()
        document.blocks.append(.heading("\(own.name) – \(header.settings.name.text(language))", level: 1))
        document.blocks.append(
            .facts(header.facts(in: language) + report.facts(in: language) + [place(in: language)]))
        let isVietnamese = language == .vi
        let gains = isVietnamese ? "Điểm mạnh: hơn trung vị của nhóm" : "Strengths: ahead of the median of the group"
        let losses = isVietnamese ? "Điểm yếu: kém đơn vị tốt nhất" : "Weaknesses: behind the best"
        for (title, some, isStrength) in [(gains, strengths, true), (losses, weaknesses, false)] where !some.isEmpty {
            document.blocks.append(.heading(title, level: 2))
            document.blocks.append(.list(some.map { line($0, isStrength: isStrength, in: language) }))
        }
        document.blocks.append(.heading(isVietnamese ? "Từng tiêu chí" : "Each criterion", level: 2))
        document.blocks.append(.table(table(in: language)))
        document.blocks.append(
            .paragraph(
                isVietnamese
                    ? "Tốt nhất, trung vị và cuối là tỷ lệ điểm trên điểm tối đa trong nhóm. Tiêu chí mà đơn vị chưa có điểm không "
                        + "nằm trong bảng."
                    : "Best, median and last are points in percent of the maximum. Criteria at which the unit has no points "
                        + "are not in the table."))
        if let sampling = part.sampling, let position { document.blocks += ahead(sampling, position, in: language) }
        document.blocks += header.notices(in: language, isBrief: isBrief).map { .notice($0) }
        return document
    }

    private func place(in language: Language) -> ReportDocument.Fact {
        let isVietnamese = language == .vi
        let title = isVietnamese ? "Hạng" : "Rank"
        guard let row else {
            let reason = part.absences.first { $0.unit == unit }?.reason
            let minimum = report.set.ranking.minimumCoverage
            let words = reason.map { RankWords.reason($0, minimum: minimum, in: language) } ?? ""
            return .init(title, (isVietnamese ? "chưa xếp hạng: " : "not ranked: ") + words)
        }
        let name = report.name(of: part, in: language)
        var text = RankWords.text(row.place.rank, in: language) + "/\(part.rows.count) (\(name))"
        if report.hasPrevious {
            let words = RankWords.movement(from: row.previousRank, to: row.place.rank, in: language)
            text += (isVietnamese ? "; năm trước: " : "; last year: ") + words
        }
        if part.sampling != nil {
            let confidence = RankWords.confidence(report.options.confidence, in: language)
            text += isVietnamese ? "; khoảng hạng \(confidence): " : "; range \(confidence): "
            text += RankWords.text(row.interval, in: language)
        }
        if let variation = part.robustness?.variation, let places = position.map({ variation.places[$0] }) {
            let range = places.best == places.worst ? "\(places.best)" : "\(places.best)–\(places.worst)"
            text += isVietnamese ? "; khi đổi điểm: \(range) trong " : "; points varied: \(range) in "
            text += "\(variation.parameters.draws) " + (isVietnamese ? "lần" : "draws")
        }
        return .init(title, text)
    }

    private func line(_ standing: NodeStanding, isStrength: Bool, in language: Language) -> String {
        let criterion = report.set.criteria[standing.node]
        let difference = standing.points(to: isStrength ? standing.median : standing.best)
        let size = difference.map { $0 < .zero ? $0.negated : $0 }?.rounded(report.set.rounding.points) ?? 0
        let points = NumberWords(language).text(size, minimumDigits: report.set.rounding.points.digits)
        let name = "\(criterion.code) – \(criterion.name.text(language))"
        let rank = "\(RankWords.text(standing.rank, in: language))/\(standing.count)"
        switch (isStrength, language) {
        case (true, .vi): return "\(name): hơn \(points) điểm, hạng \(rank)"
        case (true, .en): return "\(name): \(points) points ahead, rank \(rank)"
        case (false, .vi): return "\(name): kém \(points) điểm, hạng \(rank)"
        case (false, .en): return "\(name): \(points) points behind, rank \(rank)"
        }
    }

    private func table(in language: Language) -> TextTable {
        let numbers = NumberWords(language)
        let titles = [
            Wording(vi: "Hạng", en: "Rank"), Wording(vi: "Tốt nhất", en: "Best"), Wording(vi: "Trung vị", en: "Median"),
            Wording(vi: "Cuối", en: "Last"),
        ]
        let columns: [TextTable.Column] =
            [
                .init(Label.code.text(language)), .init(Label.criterion.text(language), wrapsFrom: 24),
                .init(Label.points.text(language), .decimal), .init(Label.maximumShort.text(language), .decimal),
            ] + titles.map { .init($0.text(language), .trailing) }
        let digits = report.set.rounding.points.digits
        let rows = standings.map { standing in
            let criterion = report.set.criteria[standing.node]
            let percents = [standing.best, standing.median, standing.last].map { share in
                let rounded = share.rounded(Rounding(.halfAwayFromZero, digits: 1)).map { numbers.text($0) } ?? "–"
                return standing.own.maximum == 0 ? rounded : rounded + " %"
            }
            return TextTable.Row(
                [
                    criterion.code, criterion.name.text(language),
                    numbers.text(standing.own.points, minimumDigits: digits),
                    numbers.text(standing.own.maximum, minimumDigits: digits),
                    "\(RankWords.text(standing.rank, in: language))/\(standing.count)",
                ] + percents)
        }
        return TextTable(columns: columns, rows: rows, decimalSeparator: numbers.decimalSeparator.first ?? ".")
    }

    /// How often the unit is ahead of each of the others when figures are drawn again.
    private func ahead(
        _ sampling: RankPart.Sampling, _ position: Int, in language: Language
    ) -> [ReportDocument.Block] {
        let others = part.rows.indices.filter { $0 != position }
        let rows = others.map { other in
            let share = sampling.simulation.share(of: position, aheadOf: other)
            return TextTable.Row([part.rows[other].unit.name, RankWords.percent(share, in: language)])
        }
        let isVietnamese = language == .vi
        let table = TextTable(
            columns: [
                .init(Label.unit.text(language), wrapsFrom: 14),
                .init(isVietnamese ? "Khả năng đứng trước" : "Chance to be ahead", .trailing),
            ], rows: rows, decimalSeparator: NumberWords(language).decimalSeparator.first ?? ".")
        let title = isVietnamese ? "So với từng đơn vị" : "Against each unit"
        return [.heading(title, level: 2), .table(table)]
    }
}
