package import Documents
internal import Words
import Assessment
import Scoring
import Values

extension RankReport {
    /// The report as JSON; keys are the same in both languages, decimals exact, chances to four decimals.
    package var json: String {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.text
    }

    /// Several reports as one JSON object, in order.
    package static func json(_ reports: [RankReport]) -> String {
        var writer = JSONWriter()
        writer.object { root in
            root.key("assessments")
            root.array { list in
                for report in reports { report.write(to: &list) }
            }
        }
        return writer.text
    }

    private func write(to writer: inout JSONWriter) {
        writer.object { root in
            root.member("folder", header.folder)
            header.write(to: &root)
            root.key("ranking")
            root.object(writeParameters)
            root.key("groups")
            root.array { list in
                for part in parts { write(part, to: &list) }
            }
            root.key("units")
            root.array { list in
                for part in parts {
                    for position in part.rows.indices { write(part, row: position, to: &list) }
                }
            }
            root.key("unranked")
            root.array { list in
                for part in parts { writeAbsences(of: part, to: &list) }
            }
            root.key("leftOut")
            root.array { list in
                for code in assessment.leftOut { list.value(code) }
            }
        }
    }

    private func writeParameters(_ object: inout JSONWriter) {
        object.member("by", options.code ?? "total")
        object.member("among", options.among.rawValue)
        object.member("ties", (options.ties ?? set.ranking.ties).rawValue)
        object.member("minimumCoverage", set.ranking.minimumCoverage)
        object.key("tieBreakers")
        object.array { list in
            for code in set.ranking.tieBreakers { list.value(code) }
        }
        object.member("confidence", options.confidence)
        object.member("seed", String(options.seed))
        object.member("top", options.top)
    }

    private func write(_ part: RankPart, to list: inout JSONWriter) {
        list.object { object in
            object.member("code", part.key)
            object.member("ranked", part.rows.count)
            object.member("unranked", part.absences.count)
            object.member("meanIndex", part.mean)
            if let sampling = part.sampling {
                object.key("sampling")
                object.object { entry in
                    entry.member("method", sampling.sets.method.rawValue)
                    entry.member("bootstrapDraws", sampling.sets.method == .stepdown ? RankSets.draws : 0)
                    entry.member("simulationDraws", sampling.simulation.draws)
                    entry.member("straightFigures", sampling.straightCount)
                    entry.member("boundedFigures", sampling.boundedCount)
                }
            }
            object.key("indistinct")
            object.array { groups in
                for group in part.indistinct {
                    groups.array { codes in
                        for row in part.rows[group] { codes.value(row.unit.code) }
                    }
                }
            }
            if let top = options.top {
                object.key("topCandidates")
                object.array { codes in
                    for row in part.candidates(forTop: top) { codes.value(row.unit.code) }
                }
            }
            if let robustness = part.robustness { write(robustness, to: &object) }
        }
    }

    /// What was drawn, and where units stand without each field and criterion.
    private func write(_ robustness: RankPart.Robustness, to object: inout JSONWriter) {
        let parameters = robustness.variation.parameters
        object.key("robustness")
        object.object { entry in
            entry.member("draws", parameters.draws)
            entry.member("spread", FixedDecimal(mantissa: Int64(parameters.spread) * 100))
            entry.member("seed", String(parameters.seed))
            entry.key("without")
            entry.array { nodes in
                for without in robustness.leaveOneOut.fields + robustness.leaveOneOut.leaves {
                    nodes.object { node in
                        node.member("code", set.criteria[without.node].code)
                        node.key("ranks")
                        node.array { ranks in
                            for rank in without.ranks { ranks.value(rank) }
                        }
                    }
                }
            }
        }
    }

    private func write(_ part: RankPart, row position: Int, to list: inout JSONWriter) {
        let row = part.rows[position]
        list.object { object in
            object.member("code", row.unit.code)
            object.member("name", row.unit.name)
            object.member("group", row.unit.group)
            object.member("among", part.key)
            object.member("rank", row.place.rank.decimal)
            object.member("points", row.place.tally.points)
            object.member("maximum", row.place.tally.maximum)
            object.member("index", row.place.index.rounded(set.rounding.index))
            object.member("class", row.unitClass?.code)
            object.member("previousRank", row.previousRank?.decimal)
            if hasOwnPoints { object.member("ownPointsRank", row.ownPointsRank?.decimal) }
            write(row.interval, named: "interval", to: &object)
            write(row.simultaneous, named: "simultaneousInterval", to: &object)
            object.key("parts")
            object.array { ranks in
                for (node, rank) in zip(part.partNodes, row.partRanks) {
                    ranks.object { entry in
                        entry.member("code", set.criteria[node].code)
                        entry.member("rank", rank?.decimal)
                    }
                }
            }
            if let sampling = part.sampling { write(sampling, part, position, to: &object) }
            part.robustness?.write(position, to: &object)
        }
    }

    private func write(
        _ sampling: RankPart.Sampling, _ part: RankPart, _ position: Int, to object: inout JSONWriter
    ) {
        let simulation = sampling.simulation
        object.member("standardError", RankWords.decimal(simulation.deviations[position], digits: 4))
        if position + 1 < part.rows.count {
            object.member(
                "aheadOfNext", RankWords.decimal(simulation.share(of: position, aheadOf: position + 1), digits: 4))
        }
        if let top = options.top {
            object.member("amongTop", RankWords.decimal(simulation.share(of: position, among: top), digits: 4))
        }
    }

    private func write(_ interval: RankInterval, named name: String, to object: inout JSONWriter) {
        object.key(name)
        object.object { entry in
            entry.member("lower", interval.lower.decimal)
            entry.member("upper", interval.upper.decimal)
        }
    }

    private func writeAbsences(of part: RankPart, to list: inout JSONWriter) {
        for absence in part.absences {
            let unit = assessment.units[absence.unit]
            list.object { object in
                object.member("code", unit.code)
                object.member("name", unit.name)
                object.member("group", unit.group)
                object.member("among", part.key)
                object.member("reason", RankWords.name(of: absence.reason))
                object.member("coverage", assessment.scores[absence.unit].coverage)
                object.member(
                    "reasonText",
                    RankWords.reason(absence.reason, minimum: set.ranking.minimumCoverage, in: .vi))
            }
        }
    }
}

extension RankPart.Robustness {
    /// The places of a row when points vary.
    func write(_ position: Int, to object: inout JSONWriter) {
        let places = variation.places[position]
        object.key("robust")
        object.object { entry in
            entry.member("best", places.best)
            entry.member("low", places.low)
            entry.member("median", places.median)
            entry.member("high", places.high)
            entry.member("worst", places.worst)
            entry.member("unchanged", RankWords.decimal(places.unchanged, digits: 4))
        }
    }
}
