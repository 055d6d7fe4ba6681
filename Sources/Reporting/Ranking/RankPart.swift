package import Assessment
internal import Documents
package import Scoring
internal import Values
internal import Words

/// A unit of a ranking: with its place, or with the reason why it has none; an object, since every column of a table is
/// handed it.
package final class RankRow: Sendable {
    package let unit: Unit
    let score: UnitScore
    let rounding: RoundingPolicy
    /// The code of the group, parent or level among which it is ranked.
    let key: String?
    /// Its place, points and maximum; nil for a unit without.
    package let place: Ranking.Place?
    let absence: Ranking.Reason?
    let position: Int?
    /// Last year's place beside this year's; nil where last year is not known.
    package let change: PlaceChange?
    package var previousRank: Rank? { change?.before?.rank }
    /// The place by the points of the criteria file, where others replace them.
    package let ownPointsRank: Rank?
    /// Where it may truly stand, for itself and for all units at once.
    package let interval: RankInterval?
    package let simultaneous: RankInterval?
    /// Where it can stand once all is measured, without sampling error; nil for a unit that gets no place whatever is
    /// measured.
    package let reach: RankInterval?
    /// Points and maximum of what it is ranked by, whether it has a place or not.
    let sum: PointSum
    /// Its places at the nodes below the subject; nil where it has none.
    package let partRanks: [Rank?]
    let robust: PointVariation.PlaceSpread?
    var unitClass: UnitClass? { score.classification?.unitClass }
    /// Whether the total has more than the parts of the points, or less.
    var hasMoreThanParts: Bool { !score.criteriaSet.parts.isEmpty && score.beyondParts.points != 0 }
    var reason: Phrase? { absence?.phrase(minimum: score.criteriaSet.ranking.minimumCoverage) }

    typealias Ranges = (interval: RankInterval?, simultaneous: RankInterval?, reach: RankInterval?)

    init(
        _ unit: Unit, _ score: UnitScore, _ rounding: RoundingPolicy, _ sum: PointSum, key: String?, ranges: Ranges,
        place: Ranking.Place? = nil, absence: Ranking.Reason? = nil, position: Int? = nil, change: PlaceChange? = nil,
        ownPointsRank: Rank? = nil, partRanks: [Rank?] = [], robust: PointVariation.PlaceSpread? = nil
    ) {
        (self.unit, self.score, self.rounding, self.sum) = (unit, score, rounding, sum)
        (self.key, self.place) = (key, place)
        (self.absence, self.position, self.change) = (absence, position, change)
        (interval, simultaneous, reach) = ranges
        (self.ownPointsRank, self.partRanks, self.robust) = (ownPointsRank, partRanks, robust)
    }
}

/// Units that are ranked among each other.
package struct RankPart: Sendable {
    package let key: String?
    let units: [Int]
    package let rows: [RankRow]
    package let unranked: [RankRow]
    /// The nodes below the subject whose places stand side by side.
    let partNodes: [Int]
    /// Nil where no figure has an error.
    package let sampling: RankSampling?
    /// Whether some unit is not wholly measured, so that places may still change.
    let isOpen: Bool
    /// What other points would do, by the positions of rows; nil where nobody asked.
    let robustness: (variation: PointVariation, leaveOneOut: LeaveOneOut)?
    /// Groups of rows that cannot be told apart.
    package let indistinct: [Range<Int>]
    /// The mean index of the ranked units; nil for fewer than two.
    let mean: FixedDecimal?

    init(
        _ assessment: Assessment, key: String?, units: [Int], by subject: Ranking.Subject, _ options: RankOptions,
        previous: PlaceComparison?, own: [String: Rank]?, reach: ReachableScores?
    ) {
        let (scores, set) = (assessment.scores, assessment.criteria.set)
        let ranking = Ranking(scores, units: units, by: subject, ties: options.ties)
        let ranked = ranking.places.map { $0.unit }
        let partNodes =
            switch subject {
            case .total: set.fieldIndices
            case .node(let node): set.criteria[node].children
            }
        let partRanks = partNodes.map { node -> [Int: Rank] in
            let places = Ranking(scores, units: units, by: .node(node), ties: options.ties).places
            return Dictionary(places.map { ($0.unit, $0.rank) }, uniquingKeysWith: { first, _ in first })
        }
        let places = ReachablePlaces(ranking, scores, reach: reach)
        let sampling = RankSampling(
            ranking, scores, reach: places, errors: options.errors, confidence: options.confidence,
            draws: options.draws, seed: options.seed)
        func ranges(_ position: Int?) -> RankRow.Ranges {
            guard let position else { return (nil, nil, nil) }
            let reach = places.intervals[position]
            return (sampling?.marginal[position] ?? reach, sampling?.simultaneous[position] ?? reach, reach)
        }
        robustness = options.robustDraws.flatMap { draws in
            let parameters = PointVariation.Parameters(draws: draws, seed: options.seed)
            guard !ranked.isEmpty, let variation = PointVariation(scores, units: ranked, by: subject, parameters),
                let leaveOneOut = LeaveOneOut(scores, units: ranked, by: subject)
            else { return nil }
            return (variation, leaveOneOut)
        }
        let robust = robustness?.variation.places
        rows = ranking.places.enumerated().map { position, place in
            let unit = assessment.units[place.unit]
            return RankRow(
                unit, scores[place.unit], set.rounding, place.sum, key: key, ranges: ranges(position), place: place,
                position: position, change: previous?.change(of: place.unit), ownPointsRank: own?[unit.code],
                partRanks: partRanks.map { $0[place.unit] }, robust: robust?[position])
        }
        let positions = Dictionary(uniqueKeysWithValues: zip(places.units, places.units.indices))
        unranked = ranking.absences.map { absence in
            RankRow(
                assessment.units[absence.unit], scores[absence.unit], set.rounding,
                scores[absence.unit].sum(of: subject), key: key, ranges: ranges(positions[absence.unit]),
                absence: absence.reason)
        }
        isOpen = places.isOpen.contains(true)
        indistinct = sampling?.sets.indistinct(Array(ranked.indices)) ?? []
        let sum = ranking.places.reduce(ExactRatio?.some(.zero)) { $0?.adding($1.index) }
        mean = ranked.count < 2 ? nil : sum?.divided(by: ExactRatio(ranked.count))?.rounded(set.rounding.index)
        (self.key, self.units, self.partNodes, self.sampling) = (key, units, partNodes, sampling)
    }

    /// The rows that may be among the first so many: surely all that truly are, with the stated confidence.
    package func candidates(forTop count: Int) -> [RankRow] {
        (rows + unranked).filter { row in row.simultaneous.map { $0.lower <= Rank(count) } ?? false }
    }
}

extension RankPart {
    /// How often a unit is ahead of the next when figures are drawn again; nil for the last, without errors, and where
    /// the draws cannot say it.
    func aheadOfNext(_ row: RankRow) -> Double? {
        guard let position = row.position, position + 1 < rows.count else { return nil }
        return sampling?.share(of: position, aheadOf: position + 1)
    }

    /// How many of the ranked units are not wholly measured.
    var incompleteCount: Int { rows.count { $0.sum.unmeasured > 0 } }

    func write(to record: inout RecordWriter, of report: RankReport) {
        record.values([
            "code": .text(key), "ranked": .count(rows.count), "unranked": .count(unranked.count),
            "meanIndex": .number(mean), "incomplete": .count(incompleteCount),
        ])
        if let sampling {
            record.record("sampling") { record in
                record.values([
                    "method": .text(sampling.sets.method.rawValue),
                    "bootstrapDraws": .count(sampling.sets.method == .stepdown ? sampling.simulation.draws : 0),
                    "simulationDraws": .count(sampling.simulation.draws),
                    "straightFigures": .count(sampling.indices.straightCount),
                    "boundedFigures": .count(sampling.indices.boundedCount),
                    "figuresWithoutError": .count(sampling.indices.unknownCount),
                ])
            }
        }
        record.values("indistinct", indistinct.map { group in .list(rows[group].map { .text($0.unit.code) }) })
        if let top = report.options.top { record.texts("topCandidates", candidates(forTop: top).map { $0.unit.code }) }
        guard let robustness else { return }
        let parameters = robustness.variation.parameters
        let (spread, left) = (Int64(parameters.spread) * 100, robustness.leaveOneOut)
        record.record("robustness") { record in
            record.values([
                "draws": .count(parameters.draws), "spread": .number(FixedDecimal(mantissa: spread)),
                "seed": .text(String(parameters.seed)),
            ])
            record.list("without", left.fields + left.leaves) { without in
                let code = report.set.criteria[without.node].code
                return ["code": .text(code), "ranks": .list(without.ranks.map { .count($0) })]
            }
        }
    }

    /// How often each ranked unit is among the first places that are asked about; nil where nobody asked, or nothing is
    /// drawn.
    func sharesAmongTop(_ options: RankOptions) -> [Double?]? {
        options.top.flatMap { sampling?.shares(among: $0) }
    }

    func write(_ row: RankRow, amongTop: [Double?]?, to record: inout RecordWriter, of report: RankReport) {
        record.values(
            of: row,
            [.code, .name, .group, .among, .rank, .points, .maximum, .index, .unitClass, .previousRank]
                + (report.hasPrevious ? Column.movements : [])
                + (report.hasOwnPoints ? [.ownPointsRank] : []) + [.coverage, .unmeasured])
        // Without these units the places are not those of the whole.
        let leftOut = report.header.leftOut.count
        record.value("unitsLeftOut", leftOut == 0 ? .absent : .count(leftOut))
        row.writeRanges(to: &record)
        row.score.writeParts(to: &record)
        record.list("parts", zip(partNodes, row.partRanks)) { node, rank in
            ["code": .text(report.set.criteria[node].code), "rank": .number(rank?.decimal)]
        }
        if let sampling, let position = row.position {
            record.value("standardError", .share(sampling.standardError(of: position)))
            if position + 1 < rows.count { record.value("aheadOfNext", .share(aheadOfNext(row))) }
            if let amongTop { record.value("amongTop", .share(amongTop[position])) }
        }
        row.writeRobust(to: &record)
    }
}

extension RankRow {
    /// The ranges of the unit's place; none for a unit that gets no place whatever is measured.
    func writeRanges(to record: inout RecordWriter) {
        if interval == nil { return }
        record.record("interval") { $0.values(of: self, Column.limits) }
        record.record("simultaneousInterval") { $0.values(of: self, Column.simultaneousLimits) }
        record.record("unmeasuredInterval") { $0.values(of: self, Column.reachLimits) }
    }

    func writeRobust(to record: inout RecordWriter) {
        guard let robust else { return }
        let places: KeyValuePairs<String, Value> = [
            "best": .count(robust.best), "low": .count(robust.low), "median": .count(robust.median),
            "high": .count(robust.high), "worst": .count(robust.worst), "unchanged": .share(robust.unchanged),
        ]
        record.record("robust") { $0.values(places) }
    }
}

extension Value {
    /// A chance or error of an estimate, to four decimals; or nothing.
    static func share(_ number: Double?) -> Value { .number(number.flatMap { FixedDecimal(nearest: $0, digits: 4) }) }
}
