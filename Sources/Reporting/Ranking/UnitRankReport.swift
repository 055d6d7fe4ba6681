internal import Assessment
public import Documents
package import Scoring
internal import Values
internal import Words

/// One unit's strengths and weaknesses among the units that it is ranked with.
public struct UnitRankReport: Report {
    /// What the record is.
    public static let recordFormat = "rank-unit/1"

    private let report: RankReport
    private let part: RankPart
    private let row: RankRow
    /// How the unit stands at each leaf under the subject, beside the best, the median and the last.
    package let spreads: [NodeSpread]

    /// Nil when the unit is in none of the report's parts.
    public init?(_ report: RankReport, unit: Int) {
        let (scores, code) = (report.assessment.scores, report.assessment.units[unit].code)
        guard let part = report.parts.first(where: { $0.units.contains(unit) }),
            let row = (part.rows + part.unranked).first(where: { $0.unit.code == code })
        else { return nil }
        (self.report, self.part, self.row) = (report, part, row)
        let nodes = scores.criteria.leafNodes(of: report.subject)
        spreads = Ranking.spreads(of: unit, at: nodes, among: part.units, scores, ties: report.options.ties)
    }

    /// The leaves at which the unit leads the median by the most points.
    package var strengths: [NodeSpread] { most { $0.points(to: $0.median)?.negated } }
    /// The leaves at which the unit lags behind the best by the most points.
    package var weaknesses: [NodeSpread] { most { $0.points(to: $0.best) } }

    private func most(_ points: (NodeSpread) -> ExactRatio?) -> [NodeSpread] {
        // What is not wholly measured is neither strong nor weak.
        let leading = spreads.filter { $0.own.unmeasured == 0 }.compactMap { spread in
            points(spread).flatMap { $0 > .zero ? (spread: spread, lead: $0) : nil }
        }
        // Equal ones stay in the order of the tree.
        return leading.enumerated().sorted { ($1.element.lead, $0.offset) < ($0.element.lead, $1.offset) }
            .prefix(5).map { $0.element.spread }
    }

    private var set: CriteriaSet { report.set }

    /// What people read.
    public func write(to document: inout Document) {
        document.heading(Phrase("\(row.unit.name) – \(report.header.name)"), level: 1)
        document.facts(report.header.facts + report.facts + [.init(.rank, place)])
        document.list(strengths.map { lead(at: $0, isAhead: true) }, under: RankWords.strengths)
        document.list(weaknesses.map { lead(at: $0, isAhead: false) }, under: RankWords.weaknesses)
        document.heading(RankWords.eachCriterion)
        document.table(spreads, columns.shown)
        document.paragraph(RankWords.spreads)
        if let sampling = part.sampling, let own = row.position {
            let shares = sampling.shares(of: own)
            let chance = Column<RankRow>.text("", RankWords.chanceAhead, .trailing.blank("–")) { other in
                other.position.flatMap { shares[$0] }.map(RankWords.percent)
            }
            document.heading(RankWords.againstEach)
            document.table(part.rows.filter { $0.position != own }, [.name, chance])
        }
        report.header.writeNotices(to: &document, withLeftOut: false, withAssumptions: false)
    }

    private var place: Phrase {
        guard let place = row.place, let interval = row.interval else {
            let absent = RankWords.absent(row.reason ?? .none)
            return row.reach.map { absent + RankWords.whenMeasured($0.phrase) } ?? absent
        }
        var text = Phrase("\(place.rank.decimal)/\(part.rows.count)").with(remark: report.name(of: part))
        if report.hasPrevious, let change = row.change {
            text += RankWords.earlier(report.previousName, change.explained)
        }
        if part.sampling != nil { text += RankWords.interval(interval.phrase, report.options.confidencePhrase) }
        if part.isOpen, let reach = row.reach { text += RankWords.whenMeasured(reach.phrase) }
        if let robust = row.robust, let draws = part.robustness?.variation.parameters.draws {
            text += RankWords.varied(RankWords.places(robust.best, robust.worst), draws: draws)
        }
        return text
    }

    private func lead(at spread: NodeSpread, isAhead: Bool) -> Phrase {
        let rounding = set.rounding.points
        let difference = spread.points(to: isAhead ? spread.median : spread.best)
        let size = difference.map { $0 < .zero ? $0.negated : $0 }?.rounded(rounding) ?? 0
        return RankWords.lead(
            set.criteria[spread.node].label, Phrase("\(size, digits: rounding.digits)"), rank: spread.fraction,
            isAhead: isAhead)
    }

    private var columns: (data: [Column<NodeSpread>], shown: [Column<NodeSpread>]) {
        typealias Node = Column<NodeSpread>
        let (criteria, digits) = (set.criteria, set.rounding.points.digits)
        /// A part of the maximum, in percent; of a criterion without a maximum points.
        func share(_ key: String, _ title: Phrase, _ value: @escaping @Sendable (NodeSpread) -> ExactRatio) -> Node {
            Node(key, title, .trailing.blank("–")) { spread in
                let unit = spread.own.maximum == 0 ? nil : Phrase(verbatim: " %")
                let look = NumberLook(rounding: Rounding(.halfAwayFromZero, digits: 1), unit: unit)
                return .ratio(value(spread), look: look)
            }
        }
        let code: Node = Column<Criterion>.code.on { criteria[$0.node] }
        let name: Node = Column<Criterion>.name.on { criteria[$0.node] }
        let sums: [Node] = [
            .decimal("points", .points, digits: digits) { $0.own.points },
            .decimal("maximum", .maximumShort, digits: digits) { $0.own.maximum },
        ]
        let rank = Node.phrase("", .rank, .trailing) { $0.fraction }
        let ranks = [
            Node("rank") { .number($0.rank.decimal) }, Node("of") { .count($0.count) },
            Node("index") { .ratio($0.index) }, Node("unmeasuredUnits") { .count($0.unmeasured) },
        ]
        let lacking =
            spreads.contains { $0.unmeasured > 0 }
            ? [Node(.unmeasuredUnits, .trailing) { .count($0.unmeasured) }] : []
        let shares = [
            share("best", .best) { $0.best }, share("median", .median) { $0.median }, share("last", .last) { $0.last },
        ]
        return ([code] + sums + ranks + shares, [code, name] + sums + [rank] + shares + lacking)
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        report.header.write(to: &record)
        record.values([
            "unit": .text(row.unit.code), "rank": .number(row.place?.rank.decimal), "of": .count(part.rows.count),
            "previousRank": .number(row.previousRank?.decimal),
        ])
        if report.hasPrevious { record.values(of: row, Column.movements) }
        record.values(of: row, [.coverage, .unmeasured])
        row.writeRanges(to: &record)
        row.writeRobust(to: &record)
        record.list("standings", spreads, columns.data)
        record.texts("strengths", strengths.map { self.set.criteria[$0.node].code })
        record.texts("weaknesses", weaknesses.map { self.set.criteria[$0.node].code })
        guard let sampling = part.sampling, let own = row.position else { return }
        let shares = sampling.shares(of: own)
        record.list("ahead", part.rows.indices.filter { $0 != own }) { other in
            ["code": .text(part.rows[other].unit.code), "chance": .share(shares[other])]
        }
    }
}

extension NodeSpread { fileprivate var fraction: Phrase { Phrase("\(rank.decimal)/\(count)") } }
