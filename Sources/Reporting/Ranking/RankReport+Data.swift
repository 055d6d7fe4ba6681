internal import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

extension RankReport {
    package var data: DataTable? { RankBatch.table([self], withFolder: false) }

    package func write(to record: inout RecordWriter) {
        record.value("folder", .text(header.folder))
        header.write(to: &record)
        record.record("ranking") { record in
            record.values([
                "by": .text(options.code ?? "total"), "among": .text(options.among.rawValue),
                "ties": .text(ties.rawValue), "minimumCoverage": .number(set.ranking.minimumCoverage),
                "tieBreakers": .list(set.ranking.tieBreakers.map { .text($0) }),
                "confidence": .number(options.confidence), "seed": .text(String(options.seed)),
                "top": .count(options.top),
            ])
        }
        record.list("groups", parts) { record, part in write(part, to: &record) }
        record.list("units", parts.flatMap { part in part.rows.map { (part, $0) } }) { record, line in
            write(line.1, of: line.0, to: &record)
        }
        let absences: [Column<RankRow>] = [
            Column("reason") { .text($0.absence?.name) }, Column("coverage") { .number($0.score.coverage) },
            Column("reasonText") { .text($0.reason?.text(.vi)) },
        ]
        record.list("unranked", parts.flatMap(\.unranked), [.code, .name, .group, .among] + absences)
        record.texts("leftOut", header.leftOut)
    }

    private func write(_ part: RankPart, to record: inout RecordWriter) {
        record.values([
            "code": .text(part.key), "ranked": .count(part.rows.count), "unranked": .count(part.unranked.count),
            "meanIndex": .number(part.mean),
        ])
        if let sampling = part.sampling {
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
        record.groups("indistinct", part.indistinct.map { part.rows[$0].map(\.unit.code) })
        if let top = options.top { record.texts("topCandidates", part.candidates(forTop: top).map(\.unit.code)) }
        guard let robustness = part.robustness else { return }
        let parameters = robustness.variation.parameters
        let (spread, left) = (Int64(parameters.spread) * 100, robustness.leaveOneOut)
        record.record("robustness") { record in
            record.values([
                "draws": .count(parameters.draws), "spread": .number(FixedDecimal(mantissa: spread)),
                "seed": .text(String(parameters.seed)),
            ])
            record.list("without", left.fields + left.leaves) { without in
                ["code": .text(set.criteria[without.node].code), "ranks": .list(without.ranks.map { .count($0) })]
            }
        }
    }

    private func write(_ row: RankRow, of part: RankPart, to record: inout RecordWriter) {
        record.values(
            of: row,
            [.code, .name, .group, .among, .rank, .points, .maximum, .index, .unitClass, .previousRank]
                + (hasOwnPoints ? [.ownPointsRank] : []))
        record.record("interval") { $0.values(of: row, Column.limits) }
        record.record("simultaneousInterval") { $0.values(of: row, Column.simultaneousLimits) }
        record.list("parts", zip(part.partNodes, row.partRanks)) { node, rank in
            ["code": .text(set.criteria[node].code), "rank": .number(rank?.decimal)]
        }
        if let simulation = part.sampling?.simulation, let position = row.position {
            record.value("standardError", .share(simulation.deviations[position]))
            if let ahead = part.aheadOfNext(row) { record.value("aheadOfNext", .share(ahead)) }
            if let top = options.top { record.value("amongTop", .share(simulation.share(of: position, among: top))) }
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
