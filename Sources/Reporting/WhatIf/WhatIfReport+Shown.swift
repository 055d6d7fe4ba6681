internal import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

extension WhatIfReport {
    private var digits: Int { header.pointDigits }

    // MARK: For people

    package func write(to document: inout Document) {
        document.heading(Phrase("\(WhatIfWords.title): \(unit.name)"), level: 1)
        document.facts([unit.fact] + header.facts)
        if !replays.isEmpty {
            for position in replays.indices { writeChanges(of: position, to: &document) }
            document.heading(.result)
            writeResults(to: &document)
            document.heading(WhatIfWords.criteria)
            writeCriteria(to: &document)
        }
        if let sweep { write(sweep, to: &document) }
        document.paragraph(WhatIfWords.othersStay)
        header.writeNotices(to: &document, withLeftOut: false, withAssumptions: false)
    }

    private func writeChanges(of position: Int, to document: inout Document) {
        let replay = replays[position]
        let name = name(of: position)
        let title =
            replays.count > 1
            ? Phrase("\(heading(of: position)): \(name)")
            : replay.scenario.name == nil ? WhatIfWords.changes : Phrase("\(WhatIfWords.changes): \(name)")
        document.heading(title)
        let columns: [Column<FigureChange>] = [
            Column(.code) { .text($0.metric.code) }, Column(.metric, .wrapped(24)) { .name($0.metric.name) },
            Column(.now, .wrapped(14)) { .phrase($0.metric.phrase(of: $0.before)) },
            Column(.afterChange, .wrapped(14)) { .phrase($0.metric.phrase(of: $0.after)) },
        ]
        let hasRemarks = replay.changes.contains { $0.remark != nil }
        document.table(
            replay.changes,
            [columns[0], columns[1].cut(at: document.isBrief ? 90 : nil)] + columns.dropFirst(2)
                + (hasRemarks ? [Column(.note, .wrapped(16)) { .phrase($0.remark) }] : []))
    }

    /// Points, index, coverage, class and rank, now and in each scenario.
    private func writeResults(to document: inout Document) {
        let hasDifference = replays.count == 1
        let states: [(score: UnitScore, rank: GroupRank?)] =
            [(score, rank)] + replays.map { ($0.after, $0.rankAfter) }
        func row(
            _ title: Phrase, _ text: (UnitScore) -> Value, _ difference: ((UnitScore) -> FixedDecimal?)? = nil,
            digits: Int = 0
        ) -> [Value] {
            var change = Value.none
            if let difference, let before = difference(score), let after = states.last.flatMap({ difference($0.score) })
            {
                change = .number(after - before, look: .signed(digits: digits))
            }
            return [.phrase(title)] + states.map { text($0.score) } + (hasDifference ? [change] : [])
        }
        let (digits, indexDigits) = (digits, header.indexDigits)
        var rows = [
            row(
                .points,
                { .phrase(Phrase("\($0.total.points, digits: digits)/\($0.total.maximum, digits: digits)")) },
                { $0.total.points }, digits: digits),
            row(
                .index, { $0.index.map { .number($0, digits: indexDigits) } ?? .text("–") }, { $0.index },
                digits: indexDigits),
            row(
                .coverage, { $0.coverage.map { .number($0, look: .percent) } ?? .text("–") }, { $0.coverage }, digits: 2
            ),
        ]
        if !set.classSchemes.isEmpty { rows.append(row(.unitClass, { .phrase($0.classPhrase) })) }
        // In a group of one there is nothing to be ahead of.
        if states.contains(where: { ($0.rank?.count ?? 0) > 1 }) {
            let moved = hasDifference ? [Value.phrase(WhatIfWords.movement(from: rank, to: states.last?.rank))] : []
            rows.append([.phrase(.groupRank)] + states.map { .phrase($0.rank.phrase) } + moved)
        }
        let titles = [Phrase.none, .now] + replays.indices.map(heading) + (hasDifference ? [.difference] : [])
        document.table(
            rows,
            titles.enumerated().map { position, title in
                Column(title, position == 0 ? .leading : .trailing) { $0[position] }
            })
    }

    /// The points of the nodes that matter, or of all, now and in each scenario.
    private func writeCriteria(to document: inout Document) {
        func states(_ tally: (UnitScore) -> Tally) -> [Tally] { [tally(score)] + replays.map { tally($0.after) } }
        struct Row: Sendable {
            var node: Criterion?
            let tallies: [Tally]
            let points: [FixedDecimal?]
        }
        let rows =
            (document.isBrief ? touched : Array(set.criteria.indices)).map { index in
                Row(
                    node: set.criteria[index], tallies: states { $0.tally(of: index) },
                    points: [score.criterion(index).points] + replays.map { $0.after.criterion(index).points })
            } + [Row(tallies: states { $0.total }, points: states { $0.total }.map(\.points))]
        let name = Column<Row>(.criterion, .wrapped(24)) { row in
            row.node.map { .name($0.name) } ?? .phrase(.total)
        }
        let digits = digits
        let points = ([Phrase.now] + replays.indices.map(heading)).enumerated().map { position, title in
            Column<Row>(title, .decimal) { .number($0.points[position], digits: digits) }
        }
        let difference = Column<Row>(.difference, .decimal) {
            .number($0.tallies[1].points - $0.tallies[0].points, look: .signed(digits: digits))
        }
        document.table(
            rows,
            [
                Column(.code) { .text($0.node?.code) }, name.cut(at: document.isBrief ? 90 : nil),
                Column(.maximumShort, .decimal) { .number($0.tallies[0].maximum, digits: digits) },
            ] + points + (replays.count == 1 ? [difference] : [])
        ) { $0.node?.leaf == nil }
    }

    /// A sweep as a table with bars that draw the criterion's points.
    private func write(_ sweep: Sweep, to document: inout Document) {
        let criterion = set.criteria[sweep.criterion]
        let (metric, digits) = (sweep.metric, digits)
        let columns = sweepColumns(sweep)
        let hasRanks = sweep.points.contains { ($0.rank?.count ?? 0) > 1 }
        let rank = Column<SweepPoint>(.groupRank, .trailing.blank("–")) { .phrase($0.rank?.fraction) }
        let note = Column<SweepPoint>(.note) { point in
            .phrase(
                ((point.isMeasured ? [WhatIfWords.now] : []) + (point.isBreak ? [WhatIfWords.edge] : [])).joined("; "))
        }
        document.heading(WhatIfWords.sweep(metric))
        document.table(
            sweep.points,
            [
                Column(.metric) { .phrase(metric.phrase(of: $0.figure)) }, columns.points,
                Column(WhatIfWords.chart) { .bar(.part($0.points ?? 0, of: criterion.maximum, cells: 30)) },
                columns.total, columns.index,
            ] + (hasRanks ? [rank] : []) + [note]
        ) { $0.isMeasured }
        document.paragraph(
            WhatIfWords.bars(of: criterion, digits: digits, hasExactBreaks: sweep.hasExactBreaks))
    }

    private func sweepColumns(
        _ sweep: Sweep
    ) -> (points: Column<SweepPoint>, total: Column<SweepPoint>, index: Column<SweepPoint>, rank: Column<SweepPoint>) {
        let (digits, index) = (digits, self.set.rounding.index)
        return (
            Column("points", .points, full: .criterionPoints, .decimal) { .number($0.points, digits: digits) },
            Column("total", .total, full: .totalPoints, .decimal) { .number($0.total, digits: digits) },
            Column("index", .index, .decimal) { .number($0.index?.rounded(index), digits: index.digits) },
            Column("rank", .placeInGroup) { .number($0.rank?.rank.decimal) }
        )
    }

    // MARK: Data

    /// The scenarios, a row a node and scenario; with a sweep and no scenario, a row a value.
    package var data: DataTable? {
        if let sweep, replays.isEmpty { return data(of: sweep) }
        struct Row: Sendable {
            let scenario: Phrase
            var node: Criterion?
            let before: FixedDecimal?
            let after: FixedDecimal?
            let maximum: FixedDecimal
            let difference: FixedDecimal
            var change: FigureChange?
        }
        let rows = replays.enumerated().flatMap { position, replay in
            let (now, then) = (score.total, replay.after.total)
            return set.criteria.indices.map { index in
                let (before, after) = (score.criterion(index), replay.after.criterion(index))
                return Row(
                    scenario: name(of: position), node: set.criteria[index], before: before.points, after: after.points,
                    maximum: after.tally.maximum, difference: after.tally.points - before.tally.points,
                    change: replay.changes.first { $0.criterion == index })
            } + [
                Row(
                    scenario: name(of: position), before: now.points, after: then.points, maximum: then.maximum,
                    difference: then.points - now.points)
            ]
        }
        let (unit, digits) = (unit, digits)
        func number(_ title: Phrase, _ value: @escaping @Sendable (Row) -> FixedDecimal?) -> Column<Row> {
            Column(title) { .number(value($0), digits: digits) }
        }
        return DataTable(
            rows,
            [
                Column(.unitCode) { _ in .text(unit.code) }, Column(.unitName) { _ in .text(unit.name) },
                Column(.scenario) { .phrase($0.scenario) }, Column(.criterionCode) { .text($0.node?.code) },
                Column(.criterionName) { row in row.node.map { .name($0.name) } ?? .phrase(.total) },
                number(.maximum) { $0.maximum }, number(.pointsNow) { $0.before },
                number(.pointsAfterChange) { $0.after },
                number(.difference) { $0.difference },
                Column(.figureNow) { row in .phrase(row.change.map { $0.metric.phrase(of: $0.before) }) },
                Column(.figureAfterChange) { row in .phrase(row.change.map { $0.metric.phrase(of: $0.after) }) },
                header.noticeColumn(),
            ])
    }

    private func data(of sweep: Sweep) -> DataTable {
        let columns = sweepColumns(sweep)
        func count(_ title: Phrase, isNumerator: Bool) -> Column<SweepPoint> {
            Column(title) { point in
                guard case .ratio(let numerator, let denominator) = point.figure else { return .none }
                return .number(isNumerator ? numerator : denominator)
            }
        }
        return DataTable(
            sweep.points,
            [
                Column(.metricCode) { _ in .text(sweep.metric.code) },
                Column(.value) { .ratio($0.figure.exactNumber) }, count(.numerator, isNumerator: true),
                count(.denominator, isNumerator: false), columns.points.mapped { .number($0.points) },
                columns.total.mapped { .number($0.total) },
                columns.index.mapped { [index = self.set.rounding.index] in .number($0.index?.rounded(index)) },
                columns.rank, header.noticeColumn(),
            ])
    }

    package func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.record("unit") { unit.writeWithGroup(to: &$0) }
        record.record("now") { score.write(to: &$0, rank) }
        record.list("scenarios", replays) { record, replay in write(replay, to: &record) }
        guard let sweep else { return }
        let columns = sweepColumns(sweep)
        record.record("sweep") { record in
            record.values([
                "metric": .text(sweep.metric.code), "criterion": .text(set.criteria[sweep.criterion].code),
                "hasExactBreaks": .flag(sweep.hasExactBreaks),
            ])
            record.list("values", sweep.points) { record, point in
                record.record("figure") { point.figure.write(to: &$0) }
                record.values(["isMeasured": .flag(point.isMeasured), "isBreak": .flag(point.isBreak)])
                record.values(of: point, [columns.points, columns.total, columns.index, columns.rank])
            }
        }
    }

    private func write(_ replay: ScenarioReplay, to record: inout RecordWriter) {
        record.value("name", .text(replay.scenario.name))
        record.members { replay.scenario.write(to: &$0) }
        record.list("figures", replay.changes) { record, change in
            record.values([
                "metric": .text(change.metric.code), "criterion": .text(set.criteria[change.criterion].code),
            ])
            record.record("before") { change.before.write(to: &$0) }
            record.record("after") { change.after.write(to: &$0) }
        }
        replay.after.write(to: &record, replay.rankAfter)
        record.list("criteria", set.criteria.indices) { record, index in
            let (before, after) = (score.criterion(index), replay.after.criterion(index))
            record.values([
                "code": .text(set.criteria[index].code), "maximum": .number(after.tally.maximum),
                "before": .number(before.points), "after": .number(after.points),
                "gain": .number(after.tally.points - before.tally.points),
            ])
        }
    }
}

extension UnitScore {
    /// The class in words.
    var classPhrase: Phrase { classification?.unitClass.map { Phrase($0.name) } ?? .noClass }

    /// Writes points, index, coverage, class and place.
    func write(to record: inout RecordWriter, _ rank: GroupRank?) {
        record.values([
            "points": .number(total.points), "maximum": .number(total.maximum), "index": .number(index),
            "coverage": .number(coverage), "class": .text(classification?.unitClass?.code),
            "rank": .number(rank?.rank.decimal), "ranked": .count(rank?.count), "tied": .count(rank?.tied),
        ])
    }
}

extension Unit {
    func writeWithGroup(to record: inout RecordWriter) {
        record.values(["code": .text(code), "name": .text(name), "group": .text(group)])
    }
}

extension Figure {
    fileprivate func write(to record: inout RecordWriter) {
        switch self {
        case .value(let value): record.value("value", .number(value))
        case .ratio(let numerator, let denominator):
            record.values(["numerator": .number(numerator), "denominator": .number(denominator)])
        case .notReported, .notApplicable, .awaited, .notPublished: record.value("status", .text("\(self)"))
        }
    }
}
