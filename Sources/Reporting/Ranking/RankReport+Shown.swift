internal import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

extension RankReport: Report {
    // MARK: For people

    package func write(to document: inout Document) {
        document.heading(header.name, level: 1)
        document.facts(header.facts + facts)
        for part in parts { write(part, to: &document) }
        if parts.isEmpty { document.paragraph(RankWords.noUnits) }
        document.list(notes, under: .notes)
        header.writeNotices(to: &document)
    }

    var facts: [Document.Fact] {
        var facts: [Document.Fact] = [
            .init(RankWords.by, subject.phrase(of: set)), .init(RankWords.among, options.among.phrase),
            .init(RankWords.ties, (options.ties ?? set.ranking.ties).phrase),
        ]
        if !set.ranking.tieBreakers.isEmpty {
            facts.append(.init(RankWords.tieBreakers, .text(set.ranking.tieBreakers.joined(separator: ", "))))
        }
        return facts
    }

    /// What the units of a part have in common.
    func name(of part: RankPart) -> Phrase {
        let known: Phrase? =
            switch options.among {
            case .group: header.settings.groups.first { $0.code == part.key }.map { Phrase($0.name) }
            case .level: set.levels.first { $0.code == part.key }.map { Phrase($0.name) }
            case .parent: assessment.units.first { $0.code == part.key }.map { Phrase(verbatim: $0.name) }
            }
        return known ?? part.key.map { Phrase(verbatim: $0) }
            ?? (options.among == .parent ? RankWords.withoutParent : .ungrouped)
    }

    private func write(_ part: RankPart, to document: inout Document) {
        document.heading(name(of: part))
        if !part.rows.isEmpty {
            document.table(lines(of: part), columns(of: part))
            if isByIndex, let mean = part.mean {
                document.paragraph(
                    ScoreWords.mean(
                        mean, of: part.rows.count, leftOut: part.absences.count, digits: header.indexDigits))
            }
        }
        if !part.absences.isEmpty {
            document.heading(RankWords.unranked, level: 3)
            document.table(absentLines(of: part), [RankColumns.name, RankColumns.reason])
        }
        if part.sampling != nil, part.rows.count > 1 {
            document.heading(RankWords.indistinct, level: 3)
            document.list(
                part.indistinct.map { range in
                    Phrase(verbatim: part.rows[range].map(\.unit.name).joined(separator: ", "))
                })
            if part.indistinct.isEmpty { document.paragraph(RankWords.allDistinct) }
        }
        if let top = options.top, !part.rows.isEmpty {
            let names = part.candidates(forTop: top).map(\.unit.name).joined(separator: ", ")
            let shown = document.isBrief ? CleanText.cut(names, at: 600) : names
            document.paragraph(RankWords.candidates(top, Phrase(verbatim: shown)))
        }
        writeLeaveOut(part, to: &document)
    }

    private func columns(of part: RankPart) -> [Column<RankLine>] {
        let hasClasses = subject == .total && part.rows.contains { $0.unitClass != nil }
        let value =
            isByIndex
            ? RankColumns.index
            : RankColumns.points.mapped { line in
                .number(
                    line.row?.place.index.rounded(line.set.rounding.points), digits: line.set.rounding.points.digits)
            }
        var columns = [RankColumns.rank, RankColumns.name, value]
        if hasClasses {
            columns.append(
                RankColumns.unitClass.mapped { line in
                    .phrase(line.row?.unitClass.map { Phrase($0.name) } ?? .noClass)
                })
        }
        if hasPrevious { columns.append(RankColumns.movement) }
        if hasOwnPoints { columns.append(RankColumns.ownPointsRank) }
        if part.sampling != nil { columns += [RankColumns.interval(options.confidence), RankColumns.aheadOfNext] }
        if part.robustness != nil { columns.append(RankColumns.varied) }
        return columns + part.partNodes.enumerated().map { RankColumns.partRank($0, set.criteria[$1].code) }
    }

    /// The places without each field and each criterion in turn.
    private func writeLeaveOut(_ part: RankPart, to document: inout Document) {
        guard let left = part.robustness?.leaveOneOut, part.rows.count > 1, !left.leaves.isEmpty else { return }
        func column(_ title: Phrase, _ without: [LeaveOneOut.Without]) -> Column<RankLine>? {
            if without.isEmpty { return nil }
            return Column("", title, .wrapped(16).blank("–")) { line in
                guard let position = line.position else { return .none }
                let rank = left.ranks[position]
                guard let range = LeaveOneOut.range(of: position, without, from: rank) else { return .none }
                return .phrase(
                    RankWords.leaveOut(
                        best: range.best, worst: range.worst, from: rank,
                        mover: line.set.criteria[range.mover.node].code, moved: range.mover.ranks[position]))
            }
        }
        document.heading(RankWords.withoutParts, level: 3)
        let columns = [column(RankWords.withoutField, left.fields), column(RankWords.withoutCriterion, left.leaves)]
        document.table(lines(of: part), [RankColumns.name] + columns.compactMap(\.self))
    }

    /// Whether units are ranked by an index; by points where a criterion has no maximum.
    private var isByIndex: Bool {
        if case .node(let node) = subject { return set.criteria[node].maximum != 0 }
        return true
    }

    // MARK: Notes

    /// What a reader must know of the columns.
    private var notes: [Phrase] {
        var notes: [Phrase] = []
        if let part = parts.first(where: { !$0.partNodes.isEmpty }) {
            let names = part.partNodes.map { self.set.criteria[$0] }.map { node in Phrase("\(node.code) – \(node.name)")
            }
            notes.append(RankWords.parts(names.joined("; ")))
        }
        notes.append(RankWords.fullIndex)
        if parts.contains(where: { !$0.absences.isEmpty }) { notes.append(RankWords.absentIsNotZero) }
        if hasPrevious { notes.append(RankWords.previous) }
        if hasOwnPoints { notes.append(RankWords.ownPoints) }
        notes += samplingNotes(parts.compactMap(\.sampling))
        if let variation = parts.lazy.compactMap({ $0.robustness?.variation }).first {
            notes += [RankWords.varied(variation.parameters), RankWords.leftOut]
        }
        if options.robustDraws != nil, parts.contains(where: { !$0.rows.isEmpty && $0.robustness == nil }) {
            notes.append(RankWords.tooLargeToVary)
        }
        let hasQuantiles = set.classSchemes.contains { if case .quantiles = $0.cut { true } else { false } }
        // Classes go with the total, whatever units are ranked by.
        if subject == .total, hasQuantiles, options.among != .group { notes.append(RankWords.classesByGroup) }
        return notes
    }

    /// How ranges came about, over all groups.
    private func samplingNotes(_ samplings: [RankPart.Sampling]) -> [Phrase] {
        guard let first = samplings.first else {
            return [options.errors.isEmpty ? RankWords.noErrors : RankWords.noErrorsHere]
        }
        let methods = samplings.map(\.sets.method)
        return [
            RankWords.interval(options.confidence),
            RankWords.straight(
                samplings.reduce(0) { $0 + $1.straightCount }, bounded: samplings.reduce(0) { $0 + $1.boundedCount }),
        ] + (methods.contains(.stepdown) ? [RankWords.stepdown(draws: RankSets.draws, seed: options.seed)] : [])
            + (methods.contains(.bonferroni) ? [RankWords.bonferroni(units: RankSets.simulatedUnits)] : [])
            + [RankWords.aheadOfNext(draws: first.simulation.draws)]
    }

    // MARK: Data

    package var data: DataTable? { RankBatch.table([self], withFolder: false) }

    package func write(to record: inout RecordWriter) {
        record.value("folder", .text(header.folder))
        header.write(to: &record)
        record.record("ranking") { record in
            record.value("by", .text(options.code ?? "total"))
            record.value("among", .text(options.among.rawValue))
            record.value("ties", .text((options.ties ?? set.ranking.ties).rawValue))
            record.value("minimumCoverage", .number(set.ranking.minimumCoverage))
            record.texts("tieBreakers", set.ranking.tieBreakers)
            record.value("confidence", .number(options.confidence))
            record.value("seed", .text(String(options.seed)))
            record.value("top", .count(options.top))
        }
        record.list("groups", parts) { record, part in write(part, to: &record) }
        record.list("units", parts.flatMap(lines)) { record, line in write(line, to: &record) }
        record.list("unranked", parts.flatMap(absentLines)) { record, line in
            record.values(of: line, [RankColumns.code, RankColumns.name, RankColumns.group, RankColumns.among])
            record.value("reason", .text(line.absence?.reason.name))
            record.value("coverage", .number(line.absence.flatMap { assessment.scores[$0.unit].coverage }))
            record.value("reasonText", .text(RankColumns.reason.value(line).text(.vi)))
        }
        record.texts("leftOut", header.leftOut)
    }

    private func write(_ part: RankPart, to record: inout RecordWriter) {
        record.value("code", .text(part.key))
        record.value("ranked", .count(part.rows.count))
        record.value("unranked", .count(part.absences.count))
        record.value("meanIndex", .number(part.mean))
        if let sampling = part.sampling {
            record.record("sampling") { record in
                record.value("method", .text(sampling.sets.method.rawValue))
                record.value("bootstrapDraws", .count(sampling.sets.method == .stepdown ? RankSets.draws : 0))
                record.value("simulationDraws", .count(sampling.simulation.draws))
                record.value("straightFigures", .count(sampling.straightCount))
                record.value("boundedFigures", .count(sampling.boundedCount))
            }
        }
        record.groups("indistinct", part.indistinct.map { part.rows[$0].map(\.unit.code) })
        if let top = options.top { record.texts("topCandidates", part.candidates(forTop: top).map(\.unit.code)) }
        guard let robustness = part.robustness else { return }
        let parameters = robustness.variation.parameters
        record.record("robustness") { record in
            record.value("draws", .count(parameters.draws))
            record.value("spread", .number(FixedDecimal(mantissa: Int64(parameters.spread) * 100)))
            record.value("seed", .text(String(parameters.seed)))
            let left = robustness.leaveOneOut
            record.list("without", left.fields + left.leaves) { record, without in
                record.value("code", .text(set.criteria[without.node].code))
                record.values("ranks", without.ranks.map { .count($0) })
            }
        }
    }

    private func write(_ line: RankLine, to record: inout RecordWriter) {
        record.values(
            of: line,
            [
                RankColumns.code, RankColumns.name, RankColumns.group, RankColumns.among, RankColumns.rank,
                RankColumns.points, RankColumns.maximum, RankColumns.index, RankColumns.unitClass,
                RankColumns.previousRank,
            ] + (hasOwnPoints ? [RankColumns.ownPointsRank] : []))
        record.record("interval") { $0.values(of: line, [RankColumns.lower, RankColumns.upper]) }
        record.record("simultaneousInterval") {
            $0.values(of: line, [RankColumns.simultaneousLower, RankColumns.simultaneousUpper])
        }
        record.list("parts", line.part.partNodes.indices) { record, position in
            let code = set.criteria[line.part.partNodes[position]].code
            record.value("code", .text(code))
            record.values(of: line, [RankColumns.partRank(position, code)])
        }
        if let simulation = line.part.sampling?.simulation, let position = line.position {
            record.value("standardError", .share(simulation.deviations[position]))
            if let ahead = line.aheadOfNext { record.value("aheadOfNext", .share(ahead)) }
            if let top = options.top { record.value("amongTop", .share(simulation.share(of: position, among: top))) }
        }
        line.writeRobust(to: &record)
    }
}

extension RankLine {
    /// The places when points vary.
    func writeRobust(to record: inout RecordWriter) {
        guard let robust else { return }
        record.record("robust") { record in
            record.value("best", .count(robust.best))
            record.value("low", .count(robust.low))
            record.value("median", .count(robust.median))
            record.value("high", .count(robust.high))
            record.value("worst", .count(robust.worst))
            record.value("unchanged", .share(robust.unchanged))
        }
    }
}

extension Value {
    /// A chance or error of an estimate, to four decimals.
    static func share(_ number: Double) -> Value { .number(FixedDecimal(nearest: number, digits: 4)) }
}

extension RankOptions.Among {
    fileprivate var phrase: Phrase {
        switch self {
        case .group: RankWords.sameGroup
        case .parent: RankWords.sameParent
        case .level: RankWords.sameLevel
        }
    }
}
