public import Assessment
public import Documents
public import Scoring
internal import Values
internal import Words

/// What scenarios make of a unit's points, side by side.
public struct WhatIfReport: Report {
    /// What the record is.
    public static let recordFormat = "whatif/1"

    private let header: ReportHeader
    private let unit: Unit
    /// The scenarios, replayed; all of the same unit of the same scores.
    private let replays: [ScenarioReplay]
    private let sweep: SweepPart?
    private let now: UnitState
    private let scope: RankScope

    /// Puts scenarios side by side, beside the unit's points along one metric; places are those that the replays have in
    /// a scope.
    public init(
        _ assessment: Assessment, unit position: Int, among scope: RankScope = .group, replays: [ScenarioReplay],
        sweep: Sweep?
    ) {
        header = ReportHeader(assessment)
        unit = assessment.units[position]
        self.replays = replays
        self.sweep = sweep.map { SweepPart(sweep: $0, set: assessment.criteria.set, scope: scope) }
        now = assessment.state(of: position, among: scope)
        self.scope = scope
    }

    private var set: CriteriaSet { header.set }
    private var states: [UnitState] { [now] + replays.map { UnitState(score: $0.after, rank: $0.rankAfter) } }

    private func name(of replay: ScenarioReplay) -> Phrase {
        replay.scenario.name.map { Phrase(verbatim: CleanText.line($0)) } ?? WhatIfWords.ofCommandLine
    }

    private func heading(of position: Int) -> Phrase {
        replays.count == 1 ? .afterChange : WhatIfWords.scenario(position + 1)
    }

    /// What people read.
    public func write(to document: inout Document) {
        document.heading(Phrase("\(WhatIfWords.title): \(unit.name)"), level: 1)
        document.facts([unit.fact] + header.facts)
        for (position, replay) in replays.enumerated() {
            let isNamed = replays.count > 1 || replay.scenario.name != nil
            let title = replays.count > 1 ? heading(of: position) : WhatIfWords.changes
            document.heading(isNamed ? Phrase("\(title): \(name(of: replay))") : title)
            writeChanges(replay.changes, to: &document)
            document.list(header.phrases(of: replay.freed), under: StageWords.freed)
        }
        if !replays.isEmpty { writeStates(to: &document) }
        sweep?.write(to: &document)
        document.list(header.phrases(of: sweep?.sweep.freed ?? []), under: StageWords.freed)
        document.paragraph(WhatIfWords.othersStay)
        header.writeNotices(to: &document, withLeftOut: false, withAssumptions: false)
    }

    private func writeChanges(_ changes: [FigureChange], to document: inout Document) {
        let name = Column<FigureChange>(.metric, .wrapped(24)) { .name($0.metric.name) }
        let remark = Column<FigureChange>.phrase("", .note, .wrapped(16)) { $0.remark }
        document.table(
            changes,
            [
                .text("", .code) { $0.metric.code }, name.cut(at: document.nameLimit),
                .phrase("", .now, .wrapped(14)) { $0.metric.phrase(of: $0.before) },
                .phrase("", .afterChange, .wrapped(14)) { $0.metric.phrase(of: $0.after) },
            ] + (changes.contains { $0.remark != nil } ? [remark] : []))
    }

    /// The unit, and the nodes that matter or all of them, now and in each scenario.
    private func writeStates(to document: inout Document) {
        let (isAlone, columns) = (replays.count == 1, NodeStateColumns(set))
        document.heading(.result)
        document.table(
            StateRow.rows(of: states, isFull: true, among: scope),
            StateRow.columns([.now] + replays.indices.map(heading), change: isAlone ? .difference : nil))
        document.heading(WhatIfWords.criteria)
        // Leaves that a scenario touches or whose points it changes, and the nodes above them.
        let leaves = replays.flatMap { now.score.leaves(movedBy: $0.changes, to: $0.after) }
        let touched = Set(leaves.flatMap { sequence(first: $0) { set.criteria[$0].parent } })
        let rows = NodeStates.rows(of: document.isBrief ? touched : nil, states.map { $0.score })
        // What was left out may be in the maximum again, and the other way about.
        let maxima = replays.indices.filter { replay in
            rows.contains { $0.sums[replay + 1].maximum != $0.sums[0].maximum }
        }
        document.table(
            rows,
            [columns.code, columns.name.cut(at: document.nameLimit), columns.maximumBefore]
                + maxima.map { columns.maximum($0 + 1, heading(of: $0)) } + [columns.before]
                + replays.indices.map { columns.after($0 + 1, heading(of: $0)) } + (isAlone ? [columns.gain] : []),
            isStrong: { $0.isSum })
    }

    /// The scenarios, a row a node and scenario; with a sweep and no scenario, a row a value.
    public var data: DataTable? {
        if let sweep, replays.isEmpty {
            let points = sweep.sweep.freed
            let freed: Column<SweepPoint> = header.freedColumn { $0.isMeasured ? [] : points }
            return sweep.data((points.isEmpty ? [] : [freed]) + [header.noticeColumn()])
        }
        typealias Line = Column<(scenario: Phrase, node: NodeStates, freed: [FreedPoints])>
        let columns = NodeStateColumns(set)
        let rows = replays.flatMap { replay in
            NodeStates.rows(of: nil, [now.score, replay.after], replay.changes).map { node in
                (
                    scenario: name(of: replay), node: node,
                    freed: replay.freed.filter { set.criteria[$0.node].code == node.node?.code }
                )
            }
        }
        let freed: Line = header.freedColumn { $0.freed }
        let nodes = [
            columns.code, columns.name, columns.maximumBefore, columns.maximum, columns.before, columns.after(),
            columns.gain, .phrase("", .figureNow) { $0.changes.first.map { $0.metric.phrase(of: $0.before) } },
            .phrase("", .figureAfterChange) { $0.changes.first.map { $0.metric.phrase(of: $0.after) } },
        ]
        return DataTable(
            rows,
            Column.of(unit) + [Line(.scenario) { .phrase($0.scenario) }] + nodes.map { $0.on { $0.node } }
                + [freed, header.noticeColumn()])
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        header.write(to: &record)
        record.record("unit") { $0.values(of: unit, [.code, .name, .group]) }
        record.value("among", .text(scope.rawValue))
        record.record("now") { now.write(to: &$0) }
        let columns = NodeStateColumns(set)
        record.list("scenarios", replays) { record, replay in
            record.value("name", .text(replay.scenario.name))
            record.members { replay.scenario.write(to: &$0) }
            record.list("figures", replay.changes) { record, change in
                record.value("metric", .text(change.metric.code))
                record.value("criterion", .text(set.criteria[change.criterion].code))
                record.record("before") { $0.values(change.before.members) }
                record.record("after") { $0.values(change.after.members) }
            }
            header.write(replay.freed, to: &record)
            UnitState(score: replay.after, rank: replay.rankAfter).write(to: &record)
            record.list(
                "criteria", set.criteria.indices.map { NodeStates($0, [now.score, replay.after], []) },
                [
                    columns.code, columns.maximumBefore, columns.maximum, columns.before, columns.after(), columns.gain,
                ])
            record.list("adjustments", NodeStates.beyondParts([now.score, replay.after]), columns.beyond)
        }
        sweep?.write(to: &record) { header.write($0, to: &$1) }
    }
}

/// A unit's points along one metric, as a part of a report.
struct SweepPart: Sendable {
    private typealias Line = Column<SweepPoint>
    let sweep: Sweep
    let set: CriteriaSet
    let scope: RankScope
    private var criterion: Criterion { self.set.criteria[sweep.criterion] }

    /// The criterion's points, the total and the index, for people with all their digits.
    private func numbers(points: Int = 0, index: Int = 0) -> [Line] {
        let rounding = self.set.rounding.index
        return [
            .decimal("points", .points, full: .criterionPoints, digits: points) { $0.points },
            .decimal("total", .total, full: .totalPoints, digits: points) { $0.total },
            .decimal("index", .index, digits: index) { $0.index?.rounded(rounding) },
        ]
    }

    /// A table with bars that draw the criterion's points.
    func write(to document: inout Document) {
        let (metric, whole, digits) = (sweep.metric, criterion.maximum, self.set.rounding.points.digits)
        let numbers = numbers(points: digits, index: self.set.rounding.index.digits)
        let note = Line.phrase("", .note) { point in
            ((point.isMeasured ? [WhatIfWords.now] : []) + (point.isBreak ? [WhatIfWords.edge] : [])).joined("; ")
        }
        document.heading(WhatIfWords.sweep(metric))
        document.table(
            sweep.points,
            [
                .phrase("", .metric) { metric.phrase(of: $0.figure) }, numbers[0],
                Line(WhatIfWords.chart) { .bar(.part($0.points ?? 0, of: whole, cells: 30)) },
            ] + numbers[1...]
                + (sweep.points.contains { $0.rank.hasOthers } ? [Column.fraction(scope).on { $0.rank }] : [])
                + [note]
        ) { $0.isMeasured }
        document.paragraph(WhatIfWords.bars(of: criterion, digits: digits, hasExactBreaks: sweep.hasExactBreaks))
    }

    func data(_ remarks: [Column<SweepPoint>]) -> DataTable {
        DataTable(
            sweep.points,
            [
                .text("", .metricCode) { [code = sweep.metric.code] _ in code },
                Line(.value) { .ratio($0.figure.exactNumber) },
                .decimal("", .numerator) { if case .ratio(let count, _) = $0.figure { count } else { nil } },
                .decimal("", .denominator) { if case .ratio(_, let whole) = $0.figure { whole } else { nil } },
            ] + numbers() + [Column.place.on { $0.rank }] + remarks)
    }

    func write(to record: inout RecordWriter, freed: ([FreedPoints], inout RecordWriter) -> Void) {
        record.record("sweep") { record in
            record.values(["metric": .text(sweep.metric.code), "criterion": .text(criterion.code)])
            record.value("hasExactBreaks", .flag(sweep.hasExactBreaks))
            freed(sweep.freed, &record)
            record.list("values", sweep.points) { record, point in
                record.record("figure") { $0.values(point.figure.members) }
                record.values(["isMeasured": .flag(point.isMeasured), "isBreak": .flag(point.isBreak)])
                record.values(of: point, numbers() + [Column.place.on { $0.rank }])
            }
        }
    }
}

extension Figure {
    fileprivate var members: KeyValuePairs<String, Value> {
        switch self {
        case .value(let value): ["value": .number(value)]
        case .ratio(let count, let whole): ["numerator": .number(count), "denominator": .number(whole)]
        case .notReported, .notApplicable, .awaited, .notPublished: ["status": .text("\(self)")]
        }
    }
}
