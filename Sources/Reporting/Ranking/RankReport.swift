public import Assessment
public import Documents
public import Scoring
public import Values
internal import Words

/// How units are ranked and what is told about it.
public struct RankOptions: Sendable {
    /// The code of a field or criterion; nil for the total.
    public var code: String?
    /// Among whom units are ranked.
    public var among = RankScope.group
    /// The code of the only group, parent or level to be ranked; nil for all. Where all units are ranked, that of the only
    /// group to be shown.
    public var only: String?
    /// What tied units get; nil for the edition's rule.
    public var ties: RankingPolicy.Ties?
    /// With what confidence intervals hold, between 0 and 1.
    public var confidence = FixedDecimal(mantissa: 950_000)
    /// The seed of everything drawn.
    public var seed: UInt64 = 1
    /// How often figures with an error are drawn again; zero leaves their errors out.
    public var draws = RankSimulation.draws
    /// How often points are varied; nil for not at all.
    public var robustDraws: Int?
    /// Whether last year's places are compared among the units that both years share.
    public var isCommon = false
    /// So many first places are asked about; nil for none.
    public var top: Int?
    /// The standard errors of figures.
    public var errors = MetricErrors()

    /// The options of the edition.
    public init() {}

    /// `95 %`.
    var confidencePhrase: Phrase { Phrase("\(FixedDecimal(mantissa: confidence.mantissa * 100)) %") }
}

/// The places of the units of an assessment, and how firm they are.
public struct RankReport: Sendable {
    /// What the record is.
    public static let recordFormat = "rank/1"

    let header: ReportHeader
    let options: RankOptions
    let subject: Ranking.Subject
    /// The units that are ranked among each other, in the order of the settings or of the units.
    package let parts: [RankPart]
    package var hasPrevious: Bool { previousPeriod != nil }
    /// The earlier period whose places stand beside; nil for none.
    private let previousPeriod: Period?
    /// What it is called.
    var previousName: Phrase { previousPeriod.map(assessment.settings.period.name) ?? .lastYearTitle }
    /// Whether the points of the file are replaced, and places by its own points are known.
    let hasOwnPoints: Bool
    var assessment: Assessment { header.assessment }
    var set: CriteriaSet { header.set }
    /// What equal units get.
    var ties: RankingPolicy.Ties { options.ties ?? set.ranking.ties }

    /// Ranks the units of an assessment, beside `previous`, last year's, and `own`, the same by the points of the criteria
    /// file when others replace them; nil when the set has no such code.
    public init?(
        _ assessment: Assessment, _ options: RankOptions, previous: Assessment? = nil, own: Assessment? = nil
    ) {
        guard let subject = Ranking.Subject(options.code, in: assessment.criteria.set) else { return nil }
        let before = previous.flatMap { Ranking.Subject(options.code, in: $0.criteria.set) }
        self.init(assessment, by: subject, options, previous: previous, by: before, own: own)
    }

    /// Ranks the units of an assessment by their totals, beside `previous`, last year's.
    init(_ assessment: Assessment, byTotal options: RankOptions, previous: Assessment?) {
        self.init(assessment, by: .total, options, previous: previous, by: .total, own: nil)
    }

    private init(
        _ assessment: Assessment, by subject: Ranking.Subject, _ options: RankOptions, previous: Assessment?,
        by earlier: Ranking.Subject?, own: Assessment?
    ) {
        (header, self.options, self.subject) = (ReportHeader(assessment), options, subject)
        let before = previous.flatMap { previous in
            earlier.map { earlier in
                PlaceComparison(
                    previous, assessment, among: options.among, by: (earlier, subject), ties: options.ties,
                    isCommon: options.isCommon)
            }
        }
        let others = own.flatMap { Self.ranks(in: $0, options) }
        previousPeriod = before == nil ? nil : previous?.settings.period
        hasOwnPoints = others != nil
        let errors = options.draws == 0 ? MetricErrors() : options.errors
        let reach = ReachableScores(assessment.scores, errors: errors)
        parts = Self.partition(assessment, options).map { key, units in
            RankPart(
                assessment, key: key, units: units, by: subject, options, previous: before, own: others?[key],
                reach: reach)
        }
    }

    private static func partition(_ assessment: Assessment, _ options: RankOptions) -> [(key: String?, units: [Int])] {
        let parts = assessment.parts(by: options.among)
        guard let only = options.only, options.among != .all else { return parts }
        return parts.filter { $0.key == only }
    }

    /// Those of a part's rows that are shown: all, or those of the one group whose places among all units are asked for.
    func shown(_ rows: [RankRow]) -> [RankRow] {
        guard let only = options.only, options.among == .all else { return rows }
        return rows.filter { $0.unit.group == only }
    }

    /// The places of another assessment, by what its units are ranked among and by their codes; nil when its set has no
    /// such criterion.
    private static func ranks(in assessment: Assessment, _ options: RankOptions) -> [String?: [String: Rank]]? {
        guard let subject = Ranking.Subject(options.code, in: assessment.criteria.set) else { return nil }
        return partition(assessment, options).reduce(into: [:]) { ranks, part in
            for place in Ranking(assessment.scores, units: part.units, by: subject, ties: options.ties).places {
                ranks[part.key, default: [:]][assessment.units[place.unit].code] = place.rank
            }
        }
    }
}

extension RankReport: Report {
    /// What people read.
    public func write(to document: inout Document) {
        document.heading(header.name, level: 1)
        let rowCount = parts.reduce(0) { $0 + shown($1.rows).count }
        let isNoticed = header.writeFacts(header.facts + facts, rows: rowCount, to: &document)
        if subject == .total {
            let parts = parts.map { UnitPart(key: $0.key, members: $0.units, shown: $0.units) }
            UnitOverview(header, parts, by: options.among)?.write(to: &document, UnitOverview.indices(header))
        }
        for part in parts { write(part, to: &document) }
        if parts.isEmpty { document.paragraph(.noUnits) }
        document.list(notes, under: .notes)
        if !isNoticed { header.writeNotices(to: &document) }
    }

    /// The table of data.
    public var data: DataTable? { RankBatch.table([self], withFolder: false) }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        record.value("folder", .text(assessment.folder))
        header.write(to: &record)
        record.record("ranking") { record in
            record.values([
                "by": .text(options.code ?? "total"), "among": .text(options.among.rawValue),
                "ties": .text(ties.rawValue), "minimumCoverage": .number(set.ranking.minimumCoverage),
                "tieBreakers": .list(tieBreakers.map { .text($0) }),
                "confidence": .number(options.confidence), "draws": .count(options.draws),
                "seed": .text(String(options.seed)),
                "top": .count(options.top),
            ])
        }
        record.list("groups", parts) { record, part in part.write(to: &record, of: self) }
        let lines = parts.flatMap { part in
            let amongTop = part.sharesAmongTop(options)
            return shown(part.rows).map { (part: part, row: $0, amongTop: amongTop) }
        }
        record.list("units", lines) { record, line in
            line.part.write(line.row, amongTop: line.amongTop, to: &record, of: self)
        }
        let absences: [Column<RankRow>] = [
            Column("reason") { .text($0.absence?.name) }, .coverage, .unmeasured,
            Column("reasonText") { .text($0.reason?.text(.vi)) },
        ]
        record.list("unranked", parts.flatMap { shown($0.unranked) }) { record, row in
            record.values(of: row, [.code, .name, .group, .among] + absences)
            row.writeRanges(to: &record)
        }
        header.writeLeftOutShares(unitCodes, to: &record)
    }

    /// The codes of the criteria that decide between equal totals; none for a field or criterion.
    private var tieBreakers: [String] { subject == .total ? set.ranking.tieBreakers : [] }

    var facts: [Document.Fact] {
        let breakers = tieBreakers.joined(separator: ", ")
        return [
            .init(RankWords.by, subject.phrase(of: set)), .init(RankWords.among, options.among.phrase),
            .init(RankWords.ties, ties.phrase),
        ] + (breakers.isEmpty ? [] : [.init(RankWords.tieBreakers, .text(breakers))])
    }

    func name(of part: RankPart) -> Phrase { header.name(ofPart: part.key, among: options.among) }

    private func write(_ part: RankPart, to document: inout Document) {
        document.heading(name(of: part))
        let (rows, unranked) = (shown(part.rows), shown(part.unranked))
        if !rows.isEmpty {
            document.table(rows, columns(of: part))
            if isByIndex, let mean = part.mean {
                let byDecree = part.unranked.count { !$0.unit.isRanked }
                document.paragraph(
                    ScoreWords.mean(
                        mean, of: part.rows.count, leftOut: part.unranked.count - byDecree, byDecree: byDecree,
                        incomplete: part.incompleteCount,
                        digits: header.indexDigits))
            }
        }
        func writeApart(_ rows: [RankRow], under title: Phrase, _ more: [Column<RankRow>] = []) {
            if rows.isEmpty { return }
            document.heading(title, level: 3)
            document.table(rows, [.name, .reason] + more)
        }
        // What a decree leaves out for good is no lack of figures.
        writeApart(unranked.filter({ $0.unit.isRanked }), under: RankWords.unranked, part.isOpen ? [.reachRange] : [])
        writeApart(unranked.filter { !$0.unit.isRanked }, under: RankWords.neverRanked)
        func names(_ rows: some Sequence<RankRow>) -> Phrase {
            Phrase(verbatim: rows.map { $0.unit.name }.joined(separator: ", "))
        }
        if part.sampling != nil, part.rows.count > 1 {
            document.heading(RankWords.indistinct, level: 3)
            document.list(part.indistinct.map { names(part.rows[$0]) })
            if part.indistinct.isEmpty { document.paragraph(RankWords.allDistinct) }
            if part.isOpen { document.paragraph(RankWords.groupsAreRuns) }
        }
        if let top = options.top, !part.rows.isEmpty {
            let isBrief = document.isBrief
            let names = names(part.candidates(forTop: top)).map { isBrief ? CleanText.cut($0, at: 600) : $0 }
            document.paragraph(RankWords.candidates(top, names))
        }
        writeLeaveOut(part, to: &document)
    }

    private func columns(of part: RankPart) -> [Column<RankRow>] {
        let isAlike = part.rows.allSatisfy { $0.change?.isLike ?? true }
        let rank: Column<RankRow> =
            isAlike
            ? .rank : .phrase("", .rank, .trailing) { $0.place.map { Phrase("\($0.rank.decimal)/\(part.rows.count)") } }
        var columns: [Column<RankRow>] = [rank, .name, isByIndex ? .index : .points.titled(nil, .decimal)]
        if subject == .total, part.rows.contains(where: { $0.unitClass != nil }) {
            columns.append(.phrase("", .unitClass) { $0.unitClass.map { Phrase($0.name) } ?? .noClass })
        }
        if subject == .total {
            let hasMore = part.rows.contains { $0.hasMoreThanParts }
            columns += ScorePart.shown(of: set, beyond: hasMore) { $0.score }
        }
        if hasPrevious {
            columns.append(.phrase("", previousName) { $0.change?.phrase })
        }
        if hasOwnPoints { columns.append(.ownPointsRank) }
        if part.sampling != nil {
            columns += [
                .phrase("", RankWords.range(options.confidencePhrase)) { $0.interval?.phrase },
                .text("", .aheadOfNext, .trailing.blank("–")) { part.aheadOfNext($0).map(RankWords.percent) },
            ]
        }
        if part.isOpen { columns += [.coverage, .reachRange] }
        if part.robustness != nil {
            columns.append(.text("", .pointsVaried) { $0.robust.map { RankWords.places($0.best, $0.worst) } })
        }
        return columns + Column.parts(part.partNodes.map { self.set.criteria[$0].code })
    }

    private func writeLeaveOut(_ part: RankPart, to document: inout Document) {
        guard let left = part.robustness?.leaveOneOut, part.rows.count > 1, !left.leaves.isEmpty else { return }
        let criteria = set.criteria
        func column(_ title: Phrase, _ without: [LeaveOneOut.Without]) -> Column<RankRow> {
            .phrase("", title, .wrapped(16).blank("–")) { row in
                guard let position = row.position else { return nil }
                let rank = left.ranks[position]
                return LeaveOneOut.range(of: position, without, from: rank).map { range in
                    RankWords.leaveOut(
                        best: range.best, worst: range.worst, from: rank, mover: criteria[range.mover.node].code,
                        moved: range.mover.ranks[position])
                }
            }
        }
        document.heading(RankWords.withoutParts, level: 3)
        let fields = left.fields.isEmpty ? [] : [column(RankWords.withoutField, left.fields)]
        document.table(shown(part.rows), [.name] + fields + [column(RankWords.withoutCriterion, left.leaves)])
    }

    /// Whether units are ranked by an index; by points where a criterion has no maximum.
    private var isByIndex: Bool {
        if case .node(let node) = subject { return set.criteria[node].maximum != 0 }
        return true
    }

    /// The codes of the units that the report is about.
    private var unitCodes: Set<String> { Set(parts.flatMap { $0.rows + $0.unranked }.map { $0.unit.code }) }

    private var notes: [Phrase] {
        let nodes = (parts.first { !$0.partNodes.isEmpty }?.partNodes ?? []).map { self.set.criteria[$0] }
        let names = nodes.map { $0.label }.joined("; ")
        var notes = (nodes.isEmpty ? [] : [RankWords.parts(names)]) + [RankWords.fullIndex]
        if parts.contains(where: { !$0.unranked.isEmpty }) { notes.append(RankWords.absentIsNotZero) }
        notes += header.leftOutRemarks(unitCodes)
        if hasPrevious { notes += [RankWords.previous(previousName)] + parts.flatMap(untold) }
        if hasOwnPoints { notes.append(RankWords.ownPoints) }
        if parts.contains(where: { $0.isOpen }) { notes.append(RankWords.unmeasured) }
        notes += samplingNotes(parts.compactMap { $0.sampling })
        if let variation = parts.lazy.compactMap({ $0.robustness?.variation }).first {
            notes += [RankWords.varied(variation.parameters), RankWords.leftOut]
        }
        if options.robustDraws != nil, parts.contains(where: { !$0.rows.isEmpty && $0.robustness == nil }) {
            notes.append(self.set.isAdditive ? RankWords.tooLargeToVary : CombinationWords.notVaried)
        }
        let hasQuantiles = set.classSchemes.contains { if case .quantiles = $0.cut { true } else { false } }
        // Classes go with the total, whatever units are ranked by.
        if subject == .total, hasQuantiles, options.among != .group { notes.append(RankWords.classesByGroup) }
        return notes
    }

    /// Why no change since last year is told, for a part or some of its units.
    private func untold(_ part: RankPart) -> [Phrase] {
        let rows = shown(part.rows)
        let obstacles = rows.compactMap { $0.change?.untold }.withoutRepeats { $0 }
        return obstacles.map { obstacle in
            let concerned = rows.filter { $0.change?.untold == obstacle }
            let isWhole = concerned.count == rows.count || obstacle.isOfWholeGroup
            let names = Phrase(verbatim: concerned.map { $0.unit.name }.joined(separator: ", "))
            return RankWords.untold(obstacle, of: isWhole ? name(of: part) : names)
        }
            + (rows.contains { $0.change?.isRankedAnew ?? false }
                ? [RankWords.rankedAnew(previousName, isCommon: options.isCommon)] : [])
    }

    private func samplingNotes(_ samplings: [RankSampling]) -> [Phrase] {
        guard let first = samplings.first else {
            if options.draws == 0, !options.errors.isEmpty { return [RankWords.withoutDraws] }
            return [options.errors.isEmpty ? RankWords.noErrors : RankWords.noErrorsHere]
        }
        let methods = samplings.map({ $0.sets.method })
        let straight = samplings.reduce(0) { $0 + $1.indices.straightCount }
        let bounded = samplings.reduce(0) { $0 + $1.indices.boundedCount }
        let unknown = samplings.reduce(0) { $0 + $1.indices.unknownCount }
        return [RankWords.interval(options.confidencePhrase), RankWords.straight(straight, bounded: bounded)]
            + (unknown > 0 ? [RankWords.withoutError(unknown)] : [])
            + (methods.contains(.stepdown) ? [RankWords.stepdown(draws: options.draws, seed: options.seed)] : [])
            + (methods.contains(.bonferroni) ? [RankWords.bonferroni(units: RankSets.simulatedUnits)] : [])
            + [RankWords.aheadOfNext(draws: first.simulation.draws)]
    }
}
