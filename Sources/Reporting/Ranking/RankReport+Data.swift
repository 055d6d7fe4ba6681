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
                "ties": .text((options.ties ?? set.ranking.ties).rawValue),
                "minimumCoverage": .number(set.ranking.minimumCoverage),
            ])
            record.texts("tieBreakers", set.ranking.tieBreakers)
            record.values([
                "confidence": .number(options.confidence), "seed": .text(String(options.seed)),
                "top": .count(options.top),
            ])
        }
        record.list("groups", parts) { record, part in write(part, to: &record) }
        record.list("units", parts.flatMap { part in part.rows.map { (part, $0) } }) { record, line in
            write(line.1, of: line.0, to: &record)
        }
        record.list("unranked", parts.flatMap(\.unranked)) { record, row in
            record.values(of: row, [.code, .name, .group, .among])
            record.values([
                "reason": .text(row.absence?.name), "coverage": .number(row.score.coverage),
                "reasonText": .text(row.reason?.text(.vi)),
            ])
        }
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
        record.record("robustness") { record in
            record.values([
                "draws": .count(parameters.draws),
                "spread": .number(FixedDecimal(mantissa: Int64(parameters.spread) * 100)),
                "seed": .text(String(parameters.seed)),
            ])
            let left = robustness.leaveOneOut
            record.list("without", left.fields + left.leaves) { record, without in
                record.value("code", .text(set.criteria[without.node].code))
                record.values("ranks", without.ranks.map { .count($0) })
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
        record.list("parts", zip(part.partNodes, row.partRanks)) { record, part in
            record.values(["code": .text(set.criteria[part.0].code), "rank": .number(part.1?.decimal)])
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
    /// The places when points vary.
    func writeRobust(to record: inout RecordWriter) {
        guard let robust else { return }
        record.record("robust") { record in
            record.values([
                "best": .count(robust.best), "low": .count(robust.low), "median": .count(robust.median),
                "high": .count(robust.high), "worst": .count(robust.worst), "unchanged": .share(robust.unchanged),
            ])
        }
    }
}

extension Value {
    /// A chance or error of an estimate, to four decimals.
    static func share(_ number: Double) -> Value { .number(FixedDecimal(nearest: number, digits: 4)) }
}
