internal import Assessment
package import Documents
package import Scoring
internal import Values
internal import Words

/// One unit's strengths and weaknesses among the units that it is ranked with.
package struct UnitRankReport: Report {
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

    private var set: CriteriaSet { report.set }

    /// The unit's row; nil where it has no place.
    private var line: RankLine? {
        report.lines(of: part).first { $0.row?.place.unit == unit }
    }

    // MARK: For people

    package func write(to document: inout Document) {
        let own = report.assessment.units[unit]
        document.heading(Phrase("\(own.name) – \(report.header.name)"), level: 1)
        document.facts(report.header.facts + report.facts + [.init(.rank, place)])
        document.list(strengths.map { lead(at: $0, isAhead: true) }, under: RankWords.strengths)
        document.list(weaknesses.map { lead(at: $0, isAhead: false) }, under: RankWords.weaknesses)
        document.heading(RankWords.eachCriterion)
        document.table(standings, columns.shown)
        document.paragraph(RankWords.standings)
        if let line, let simulation = part.sampling?.simulation, let own = line.position {
            let chance = Column<RankLine>("", RankWords.chanceAhead, .trailing) { other in
                .text(other.position.map { RankWords.percent(simulation.share(of: own, aheadOf: $0)) })
            }
            document.heading(RankWords.againstEach)
            document.table(report.lines(of: part).filter { $0.position != own }, [RankColumns.name, chance])
        }
        report.header.writeNotices(to: &document, withLeftOut: false, withAssumptions: false)
    }

    private var place: Phrase {
        guard let line, let row = line.row else {
            let reason = part.absences.first { $0.unit == unit }?.reason.phrase(minimum: set.ranking.minimumCoverage)
            return RankWords.absent(reason ?? .none)
        }
        var text = Phrase("\(row.place.rank.decimal)/\(part.rows.count) (\(report.name(of: part)))")
        if report.hasPrevious { text += RankWords.lastYear(row.place.rank.movement(from: row.previousRank)) }
        if part.sampling != nil { text += RankWords.interval(row.interval, report.options.confidence) }
        if let robust = line.robust, let draws = part.robustness?.variation.parameters.draws {
            text += RankWords.varied(RankWords.places(robust.best, robust.worst), draws: draws)
        }
        return text
    }

    private func lead(at standing: NodeStanding, isAhead: Bool) -> Phrase {
        let criterion = set.criteria[standing.node]
        let difference = standing.points(to: isAhead ? standing.median : standing.best)
        let size = difference.map { $0 < .zero ? $0.negated : $0 }?.rounded(set.rounding.points) ?? 0
        return RankWords.lead(
            Phrase("\(criterion.code) – \(criterion.name)"), size, digits: set.rounding.points.digits,
            rank: Phrase("\(standing.rank.decimal)/\(standing.count)"), isAhead: isAhead)
    }

    // MARK: Data

    private var columns: (data: [Column<NodeStanding>], shown: [Column<NodeStanding>]) {
        typealias Node = Column<NodeStanding>
        let (set, digits) = (self.set, set.rounding.points.digits)
        /// A part of the maximum, in percent; of a criterion without a maximum points.
        func share(_ key: String, _ title: Phrase, _ value: @escaping @Sendable (NodeStanding) -> ExactRatio) -> Node {
            Node(key, title, .trailing.blank("–")) { standing in
                let unit = standing.own.maximum == 0 ? nil : Phrase(verbatim: " %")
                let look = NumberLook(rounding: Rounding(.halfAwayFromZero, digits: 1), unit: unit)
                return .ratio(value(standing), look: look)
            }
        }
        let code = Node("code", .code) { .text(set.criteria[$0.node].code) }
        let points = Node("points", .points, .decimal) { .number($0.own.points, digits: digits) }
        let maximum = Node("maximum", .maximumShort, .decimal) { .number($0.own.maximum, digits: digits) }
        let shares = [
            share("best", .best) { $0.best }, share("median", .median) { $0.median }, share("last", .last) { $0.last },
        ]
        return (
            [
                code, points, maximum, Node("rank") { .number($0.rank.decimal) }, Node("of") { .count($0.count) },
                Node("index") { .ratio($0.index) },
            ] + shares,
            [
                code, Node("", .criterion, .wrapped(24)) { .name(set.criteria[$0.node].name) }, points, maximum,
                Node("", .rank, .trailing) { .phrase(Phrase("\($0.rank.decimal)/\($0.count)")) },
            ] + shares
        )
    }

    package func write(to record: inout RecordWriter) {
        report.header.write(to: &record)
        record.value("unit", .text(report.assessment.units[unit].code))
        record.value("rank", .number(line?.row?.place.rank.decimal))
        record.value("of", .count(part.rows.count))
        record.value("previousRank", .number(line?.row?.previousRank?.decimal))
        if let line {
            record.record("interval") { $0.values(of: line, [RankColumns.lower, RankColumns.upper]) }
            line.writeRobust(to: &record)
        }
        record.list("standings", standings, columns.data)
        record.texts("strengths", strengths.map { self.set.criteria[$0.node].code })
        record.texts("weaknesses", weaknesses.map { self.set.criteria[$0.node].code })
        guard let simulation = part.sampling?.simulation, let own = line?.position else { return }
        record.list("ahead", part.rows.indices.filter { $0 != own }) { record, other in
            record.value("code", .text(part.rows[other].unit.code))
            record.value("chance", .share(simulation.share(of: own, aheadOf: other)))
        }
    }
}
