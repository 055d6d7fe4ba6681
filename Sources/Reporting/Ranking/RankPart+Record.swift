internal import Assessment
internal import Documents
internal import Scoring
internal import Values

extension RankPart {
    /// How often a unit is ahead of the next when figures are drawn again; nil for the last and without errors.
    func aheadOfNext(_ row: RankRow) -> Double? {
        guard let position = row.position, position + 1 < rows.count else { return nil }
        return sampling?.simulation.share(of: position, aheadOf: position + 1)
    }

    func write(to record: inout RecordWriter, of report: RankReport) {
        record.values([
            "code": .text(key), "ranked": .count(rows.count), "unranked": .count(unranked.count),
            "meanIndex": .number(mean),
        ])
        if let sampling {
            record.record("sampling") { record in
                record.values([
                    "method": .text(sampling.sets.method.rawValue),
                    "bootstrapDraws": .count(sampling.sets.method == .stepdown ? RankSets.draws : 0),
                    "simulationDraws": .count(sampling.simulation.draws),
                    "straightFigures": .count(sampling.indices.straightCount),
                    "boundedFigures": .count(sampling.indices.boundedCount),
                ])
            }
        }
        record.groups("indistinct", indistinct.map { rows[$0].map(\.unit.code) })
        if let top = report.options.top { record.texts("topCandidates", candidates(forTop: top).map(\.unit.code)) }
        guard let robustness else { return }
        let parameters = robustness.variation.parameters
        let (spread, left) = (Int64(parameters.spread) * 100, robustness.leaveOneOut)
        record.record("robustness") { record in
            record.values([
                "draws": .count(parameters.draws), "spread": .number(FixedDecimal(mantissa: spread)),
                "seed": .text(String(parameters.seed)),
            ])
            record.list("without", left.fields + left.leaves) { without in
                [
                    "code": .text(report.set.criteria[without.node].code),
                    "ranks": .list(without.ranks.map { .count($0) }),
                ]
            }
        }
    }

    func write(_ row: RankRow, to record: inout RecordWriter, of report: RankReport) {
        record.values(
            of: row,
            [.code, .name, .group, .among, .rank, .points, .maximum, .index, .unitClass, .previousRank]
                + (report.hasOwnPoints ? [.ownPointsRank] : []))
        record.record("interval") { $0.values(of: row, Column.limits) }
        record.record("simultaneousInterval") { $0.values(of: row, Column.simultaneousLimits) }
        record.list("parts", zip(partNodes, row.partRanks)) { node, rank in
            ["code": .text(report.set.criteria[node].code), "rank": .number(rank?.decimal)]
        }
        if let simulation = sampling?.simulation, let position = row.position {
            record.value("standardError", .share(simulation.deviations[position]))
            if let ahead = aheadOfNext(row) { record.value("aheadOfNext", .share(ahead)) }
            if let top = report.options.top {
                record.value("amongTop", .share(simulation.share(of: position, among: top)))
            }
        }
        row.writeRobust(to: &record)
    }
}

extension RankRow {
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
    /// A chance or error of an estimate, to four decimals.
    static func share(_ number: Double) -> Value { .number(FixedDecimal(nearest: number, digits: 4)) }
}
