internal import Assessment
internal import Documents
internal import Scoring
internal import Values
internal import Words

/// A row of a ranking: a unit with its place, or one that has none.
struct RankLine: Sendable {
    let report: RankReport
    let part: RankPart
    /// The position among the part's rows; nil for a unit without a place.
    let position: Int?
    /// Why there is no place.
    let absence: Ranking.Absence?

    var row: RankPart.Row? { position.map { part.rows[$0] } }
    var unit: Unit { row?.unit ?? report.assessment.units[absence?.unit ?? 0] }
    var set: CriteriaSet { report.set }
    var robust: PointVariation.Places? { position.flatMap { part.robustness?.variation.places[$0] } }

    /// How often the unit is ahead of the next when figures are drawn again; nil for the last and without errors.
    var aheadOfNext: Double? {
        guard let position, position + 1 < part.rows.count else { return nil }
        return part.sampling?.simulation.share(of: position, aheadOf: position + 1)
    }
}

extension RankReport {
    /// The units of a part that have a place, the best first.
    func lines(of part: RankPart) -> [RankLine] {
        part.rows.indices.map { RankLine(report: self, part: part, position: $0, absence: nil) }
    }

    /// The units of a part that have none.
    func absentLines(of part: RankPart) -> [RankLine] {
        part.absences.map { RankLine(report: self, part: part, position: nil, absence: $0) }
    }
}

/// What reports show of a unit's place.
enum RankColumns {
    typealias Line = Column<RankLine>

    static let code = Line("code", .code, full: .unitCode) { .text($0.unit.code) }
    static let name = Line("name", .unit, full: .unitName, .wrapped(14)) { .text($0.unit.name) }
    static let group = Line("group", .group) { .text($0.unit.group) }
    static let among = Line("among", .among) { .text($0.part.key) }
    static let rank = place("rank", .rank) { $0.row?.place.rank }
    static let points = Line("points", .points, .decimal) { line in
        .number(line.row?.place.tally.points, digits: line.set.rounding.points.digits)
    }
    static let maximum = Line("maximum", .maximum, .decimal) { line in
        .number(line.row?.place.tally.maximum, digits: line.set.rounding.points.digits)
    }
    static let index = Line("index", .index, .decimal) { line in
        .number(line.row?.place.index.rounded(line.set.rounding.index), digits: line.set.rounding.index.digits)
    }
    static let unitClass = Line("class", .unitClass) { line in
        line.row?.unitClass.map { .label($0.code, Phrase($0.name)) } ?? .none
    }
    static let previousRank = place("previousRank", .previousRank) { $0.row?.previousRank }
    static let ownPointsRank = place("ownPointsRank", .byOwnPoints, full: .ownPointsRank) { $0.row?.ownPointsRank }
    static let lower = place("lower", .rankFrom) { $0.row?.interval.lower }
    static let upper = place("upper", .rankTo) { $0.row?.interval.upper }
    static let simultaneousLower = place("lower", .rankFromSimultaneous) { $0.row?.simultaneous.lower }
    static let simultaneousUpper = place("upper", .rankToSimultaneous) { $0.row?.simultaneous.upper }
    static let bestVaried = Line("best", .bestVaried) { .count($0.robust?.best) }
    static let worstVaried = Line("worst", .worstVaried) { .count($0.robust?.worst) }
    static let reason = Line("", .reason, full: .whyNotRanked, .wrapped(20)) { line in
        .phrase(line.absence?.reason.phrase(minimum: line.set.ranking.minimumCoverage))
    }
    static let notice = Line("", .notes) { .phrase($0.report.header.shortNotice) }

    /// The place at a node below the subject.
    static func partRank(_ position: Int, _ code: String) -> Line {
        place("rank", Phrase(verbatim: code), full: Phrase("Hạng \(code)", "Rank \(code)"), .decimal.dispensable) {
            line in
            line.row.flatMap { $0.partRanks[position] }
        }
    }

    private static func place(
        _ key: String, _ title: Phrase, full: Phrase? = nil, _ layout: ColumnLayout = .decimal,
        _ rank: @escaping @Sendable (RankLine) -> Rank?
    ) -> Line {
        Line(key, title, full: full, layout) { .number(rank($0)?.decimal) }
    }

    // MARK: For people only

    static let movement = Line("", .lastYearTitle) { line in
        .phrase(line.row.map { $0.place.rank.movement(from: $0.previousRank) })
    }
    static let aheadOfNext = Line("", .aheadOfNext, .trailing.blank("–")) { line in
        .text(line.aheadOfNext.map(RankWords.percent))
    }
    static let varied = Line("", .pointsVaried) { line in
        .text(line.robust.map { RankWords.places($0.best, $0.worst) })
    }
    static func interval(_ confidence: FixedDecimal) -> Line {
        Line("", RankWords.range(confidence)) { .phrase($0.row?.interval.phrase) }
    }
}
