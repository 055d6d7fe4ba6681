internal import Assessment
public import Documents
internal import Scoring
internal import Values
internal import Words

/// What reports show of a unit's place.
extension Column<RankRow> {
    static var code: Column { Column<Unit>.code.on { $0.unit } }
    static var name: Column { Column<Unit>.name.on { $0.unit } }
    static var group: Column { Column<Unit>.group.on { $0.unit } }
    static var among: Column { .text("among", .among) { $0.key } }
    static var points: Column { Column("points", .points) { .number($0.place?.sum.points, digits: $0.digits) } }
    static var maximum: Column { Column("maximum", .maximum) { .number($0.place?.sum.maximum, digits: $0.digits) } }
    static var index: Column { index("index", .index) { $0.index } }
    static var unitClass: Column {
        Column("class", .unitClass) { $0.unitClass.map { .label($0.code, Phrase($0.name)) } ?? .none }
    }

    static func index(
        _ key: String, _ title: Phrase, _ rounding: @escaping @Sendable (RoundingPolicy) -> Rounding
    ) -> Column {
        Column(key, title, .decimal) { row in
            let rounding = rounding(row.rounding)
            return .number(row.place?.index.rounded(rounding), digits: rounding.digits)
        }
    }

    static var rank: Column { place("rank", .rank) { $0.place?.rank } }
    static var previousRank: Column { place("previousRank", .previousRank) { $0.previousRank } }
    /// Among how many last year's place was, how many places the unit moved up since, and why that is not told.
    static var movements: [Column] {
        movement + [.text("movementNotTold", .none) { $0.change?.untold?.code }]
    }
    private static var movement: [Column] {
        [
            Column("previousRanked", .previousRanked) { .count($0.change?.before?.count) },
            Column("movement", .movement) { .number($0.change?.movement) },
        ]
    }
    /// The same for a table of data, in words.
    static var movementsInWords: [Column] { movement + [.phrase("", .whyNoMovement) { $0.change?.untold?.phrase }] }
    static var ownPointsRank: Column { place("ownPointsRank", .byOwnPoints, full: .ownPointsRank) { $0.ownPointsRank } }
    /// The limits of the unit's own place, and of the places of all at once.
    static var limits: [Column] { limits(.rankFrom, .rankTo) { $0.interval } }
    static var reachLimits: [Column] { limits(.rankFromMeasured, .rankToMeasured) { $0.reach } }
    static var coverage: Column { Column("coverage", .coverage, .decimal) { .number($0.sum.coverage, look: .percent) } }
    static var unmeasured: Column {
        Column("unmeasured", .unmeasured, .decimal) { .number($0.sum.unmeasured, digits: $0.digits) }
    }
    static var simultaneousLimits: [Column] { limits(.rankFromSimultaneous, .rankToSimultaneous) { $0.simultaneous } }
    static var reachRange: Column { .phrase("", .rangeMeasured, .trailing.blank("–")) { $0.reach?.phrase } }
    static var reason: Column { .phrase("", .reason, full: .whyNotRanked, .wrapped(20)) { $0.reason } }

    /// The places at the nodes below the subject, under their codes.
    static func parts(_ codes: [String]) -> [Column] {
        codes.enumerated().map { position, code in
            place("rank", Phrase(verbatim: code), full: RankWords.rank(by: code), .decimal.dispensable) {
                $0.place == nil ? nil : $0.partRanks[position]
            }
        }
    }

    private static func limits(
        _ from: Phrase, _ to: Phrase, _ interval: @escaping @Sendable (RankRow) -> RankInterval?
    ) -> [Column] { [place("lower", from) { interval($0)?.lower }, place("upper", to) { interval($0)?.upper }] }

    private static func place(
        _ key: String, _ title: Phrase, full: Phrase? = nil, _ layout: ColumnLayout = .decimal,
        _ rank: @escaping @Sendable (RankRow) -> Rank?
    ) -> Column { .decimal(key, title, full: full, layout) { rank($0)?.decimal } }
}

extension RankRow { fileprivate var digits: Int { rounding.points.digits } }

/// The rankings of several assessments, one after the other.
public struct RankBatch: Report {
    /// What the record is.
    public static let recordFormat = "rank-batch/1"

    private let reports: [RankReport]

    /// Puts rankings one after the other.
    public init(_ reports: [RankReport]) { self.reports = reports }

    /// What people read.
    public func write(to document: inout Document) { for report in reports { report.write(to: &document) } }

    /// The table of data.
    public var data: DataTable? { Self.table(reports, withFolder: true) }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        record.list("assessments", reports) { record, report in report.write(to: &record) }
    }

    /// A row a unit: first those with a place, group by group, then the others with the reason.
    static func table(_ reports: [RankReport], withFolder: Bool) -> DataTable {
        // Codes of parts are the headings of their places; sets that differ have none in common.
        let codes = reports.first.map { $0.partCodes } ?? []
        let shown = reports.allSatisfy { $0.partCodes == codes } ? codes : []
        let varied: [Column<RankRow>] = [
            Column(.bestVaried) { .count($0.robust?.best) }, Column(.worstVaried) { .count($0.robust?.worst) },
        ]
        let columns: [Column<RankRow>] =
            [.code, .name, .among, .rank, .points, .maximum, .index, .unitClass, .previousRank, .ownPointsRank]
            + Column.limits + Column.simultaneousLimits + varied + Column.parts(shown) + [.reason]
            + Column.reachLimits + [.coverage, .unmeasured] + Column.movementsInWords
        // Parts of the points, likewise, where all sets have the same.
        let set = reports.first?.set
        let hasSameParts = reports.allSatisfy { $0.set.parts == set?.parts && $0.subject == .total }
        let pointParts: [Column<RankRow>] =
            hasSameParts ? set.map { ScorePart.columns(of: $0, beyond: !$0.parts.isEmpty) { $0.score } } ?? [] : []
        let tables = reports.map { report in
            let folder = report.assessment.folder
            return DataTable(
                report.parts.flatMap { report.shown($0.rows + $0.unranked) },
                (withFolder ? [Column(.folder) { _ in .text(folder) }] : []) + columns + pointParts
                    + [report.header.noticeColumn()])
        }
        return tables.dropFirst().reduce(tables.first ?? DataTable([], columns)) { $0.followed(by: $1) }
    }
}

extension RankReport {
    fileprivate var partCodes: [String] { parts.first?.partNodes.map { self.set.criteria[$0].code } ?? [] }
}
