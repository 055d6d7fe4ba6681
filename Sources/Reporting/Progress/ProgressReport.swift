public import Assessment
public import Documents
public import Scoring
public import Values
internal import Words

/// How far units are, stage by stage: lines looked at, figures missing, points not measured, days left.
public struct ProgressReport: Report {
    /// What the record is.
    public static let recordFormat = "progress/1"

    /// Some units at a stage: all of them, those of a group, or one.
    private struct Row: Sendable {
        /// Nil for several units.
        var unit: Unit?
        /// The code of the group of several units; nil for all of them.
        var group: String?
        let stage: Stage
        let lines: LineCounts
        /// How many units are how far.
        let units: [StageState: Int]
        /// How far the only unit is.
        let state: StageState?
        let window: StageWindow
        let field: String?
        let daysLeft: Int?
        /// What the only unit has to report, and what of its points is not measured.
        var figures: FiguresDue?
        var unmeasured: FixedDecimal?
        var requests: RequestCounts?
    }

    private let header: ReportHeader
    private let progress: AssessmentProgress
    /// The positions of the stages that are shown.
    private let stages: [Int]
    /// The units of each group, in the order of the groups; those without one last.
    private let groups: [(key: String?, total: ProgressTotal)]

    /// Makes the report.
    ///
    /// - Parameters:
    ///   - assessment: the assessment.
    ///   - units: the positions of the units that are shown; nil for all.
    ///   - stage: the only stage that is shown; nil for all, as for one that is none of the list.
    ///   - day: the day on which windows are held against.
    public init(_ assessment: Assessment, units: [Int]? = nil, stage: Stage? = nil, on day: CalendarDay) {
        header = ReportHeader(assessment)
        progress = AssessmentProgress(assessment, units: units, on: day)
        let list = assessment.settings.stages
        stages = stage.flatMap { list.position(of: $0) }.map { [$0] } ?? Array(list.stages.indices)
        let members = Dictionary(grouping: progress.units.map { $0.unit }) { assessment.units[$0].group }
        let order: [String?] = assessment.settings.groups.map { $0.code } + [nil]
        let progress = progress
        groups = order.compactMap { key in members[key].map { (key, progress.total(of: $0)) } }
    }

    private var settings: AssessmentSettings { header.settings }

    // MARK: - Rows

    private func row(_ unit: UnitProgress, at position: Int) -> Row {
        let stage = unit.stages[position]
        return Row(
            unit: header.assessment.units[unit.unit], stage: settings.stages.stages[position], lines: stage.lines,
            units: [stage.state: 1], state: stage.state, window: stage.window, field: stage.field,
            daysLeft: stage.window.daysLeft(on: progress.day), figures: unit.figures, unmeasured: unit.unmeasured,
            requests: unit.requests)
    }

    private func row(_ total: ProgressTotal, group: String?, at position: Int) -> Row {
        let stage = settings.stages.stages[position]
        let window = settings.windows.window(of: stage, by: WindowRule(group: group))
        return Row(
            group: group, stage: stage, lines: total.stages[position].lines, units: total.stages[position].units,
            state: nil, window: window, field: nil, daysLeft: window.daysLeft(on: progress.day))
    }

    private func rows(_ total: ProgressTotal, group: String? = nil) -> [Row] {
        stages.map { row(total, group: group, at: $0) }
    }

    // MARK: - Columns

    private var stageColumn: Column<Row> {
        Column("stage", .stage, .wrapped(14)) { .code($0.stage.code, $0.stage.phrase) }
    }

    private func units(_ state: StageState) -> Column<Row> {
        Column(state.rawValue, state.phrase, .trailing) { .count($0.units[state] ?? 0) }
    }

    /// How many lines have a state; none at a stage at which nobody looks at them.
    private func lines(_ state: LineState) -> Column<Row> {
        let assessment = header.assessment
        return Column(state.rawValue, state.shortPhrase, full: ProgressWords.lines(state), .trailing) { row in
            state != .open && !assessment.hasLines(at: row.stage) ? .none : .count(row.lines[state].count)
        }
    }

    private var allLines: Column<Row> {
        Column("lines", ProgressWords.lines, full: ProgressWords.linesInFull, .trailing) { .count($0.lines.all.count) }
    }
    private var late: Column<Row> {
        Column("late", ProgressWords.late, full: ProgressWords.lateInFull, .trailing) { .count($0.lines.late.count) }
    }
    private var openPoints: [Column<Row>] {
        let digits = header.pointDigits
        return [
            .decimal("openPoints", ProgressWords.openPoints, digits: digits) { $0.lines[.open].points },
            .decimal("openMaximum", ProgressWords.openMaximum, digits: digits) { $0.lines[.open].maximum },
        ]
    }
    private var state: Column<Row> { Column("state", .state) { $0.state?.words ?? .none } }
    private var closes: Column<Row> { Column("closes", ProgressWords.closes) { .day($0.window.closes) } }
    private var daysLeft: Column<Row> {
        Column(.daysLeft) { row in
            guard let days = row.daysLeft else { return .none }
            // What is complete is not late.
            return row.lines[.open].count == 0 ? .none : .phrase(DeadlineWords.days(left: days))
        }
    }

    private var lineColumns: [Column<Row>] {
        [allLines, lines(.open), lines(.accepted), lines(.changed), lines(.returned)] + answers
    }

    /// How many lines were answered; nothing without a stage of explanation.
    private var answers: [Column<Row>] {
        let assessment = header.assessment
        guard stages.contains(where: { assessment.isOfAnswers(settings.stages.stages[$0]) }) else { return [] }
        return [
            Column("answered", ProgressWords.answered, full: ProgressWords.answeredInFull, .trailing) { row in
                assessment.isOfAnswers(row.stage) ? .count(row.lines.answered.count) : .none
            }
        ]
    }

    /// What days say; nothing where none are set.
    private var windowColumns: [Column<Row>] {
        stages.contains { settings.windows.rules[settings.stages.stages[$0].code] != nil }
            ? [late, closes, daysLeft] : []
    }

    /// How far units can be: locked only where something was.
    private var states: [StageState] {
        let isLocked = header.assessment.stageLocks?.isEmpty == false
        return StageState.allCases.filter { isLocked || !$0.isOfLocks }
    }

    private var totalColumns: [Column<Row>] {
        [stageColumn] + states.map(units) + lineColumns + windowColumns
    }

    /// The columns of a table of units: how far each is at each stage, or all about the only one.
    private var unitColumns: [Column<UnitProgress>] {
        let all = header.assessment.units
        var columns: [Column<UnitProgress>] = [
            .text("", .code) { all[$0.unit].code }, .text("", .name, .wrapped(24)) { all[$0.unit].name },
        ]
        if stages.count == 1, let only = stages.first {
            columns += ([state] + lineColumns + windowColumns).map { column in
                column.on { unit in row(unit, at: only) }
            }
        } else {
            columns += stages.map { position in
                Column(settings.stages.stages[position].phrase, .wrapped(12)) { unit in
                    .phrase(ProgressWords.state(unit.stages[position]))
                }
            }
            if !windowColumns.isEmpty {
                columns.append(Column(ProgressWords.next, .wrapped(16)) { unit in .phrase(next(unit)) })
            }
        }
        let requests: [Column<UnitProgress>] =
            header.assessment.requests.isEmpty
            ? [] : [.phrase("", RequestWords.unanswered) { RequestWords.inShort($0.requests) }]
        return columns + requests + [
            Column(ProgressWords.missing, .trailing) { .phrase(ProgressWords.missing($0.figures)) },
            .decimal("", .unmeasured, digits: header.pointDigits) { $0.unmeasured },
        ]
    }

    /// The stage with open lines that closes first.
    private func next(_ unit: UnitProgress) -> Phrase? {
        let open = stages.map { row(unit, at: $0) }.filter { $0.lines[.open].count > 0 && $0.daysLeft != nil }
        return open.min { ($0.daysLeft ?? 0) < ($1.daysLeft ?? 0) }.flatMap { row in
            row.daysLeft.map { Phrase("\(row.stage.phrase): \(DeadlineWords.days(left: $0))") }
        }
    }

    // MARK: - Writing

    /// What people read.
    public func write(to document: inout Document) {
        let total = progress.total()
        document.heading(header.name, level: 1)
        document.facts(header.factsWithoutStage + [ProgressWords.day(progress.day)])
        document.heading(ProgressWords.total(total.count))
        document.table(rows(total), totalColumns)
        document.paragraph(ProgressWords.figures(total, digits: header.pointDigits, stage: settings.stage))
        if total.requests.all > 0 {
            document.paragraph(RequestWords.total(total.requests, digits: header.pointDigits))
        }
        if groups.count > 1 {
            document.heading(ProgressWords.byGroup)
            let group = Column<Row>(.group, .wrapped(18)) { [header] in .phrase(header.name(ofGroup: $0.group)) }
            document.table(groups.flatMap { rows($0.total, group: $0.key) }, [group] + totalColumns)
        }
        document.heading(ProgressWords.units)
        document.table(progress.units, unitColumns)
        let windows = stages.compactMap { position -> Phrase? in
            let stage = settings.stages.stages[position]
            let window = settings.windows.window(of: stage, by: WindowRule())
            return window.counted.map { CalendarWords.counted($0, name: stage.phrase) }
        }
        document.list(windows)
        header.writeNotices(to: &document, withAssumptions: false)
    }

    /// A row per unit and stage.
    public var data: DataTable? {
        let opens = Column<Row>(ProgressWords.opens) { .day($0.window.opens) }
        let left = Column<Row>(.daysLeftInFull, .trailing) { .count($0.daysLeft) }
        let header = header
        let columns: [Column<Row>] =
            [
                .text("", .code) { $0.unit?.code }, .text("", .name) { $0.unit?.name },
                Column(.group) { row in row.unit?.group == nil ? .none : .phrase(header.name(ofGroup: row.unit?.group))
                },
                stageColumn, state,
            ] + lineColumns + [late] + openPoints + [opens, closes, left]
        let own: [Column<Row>] = [
            Column(ProgressWords.due, .trailing) { .count($0.figures?.due) },
            Column(ProgressWords.missingFigures, .trailing) { .count($0.figures?.missing) },
            .decimal("", .unmeasured, digits: header.pointDigits) { $0.unmeasured },
        ]
        let requests: [Column<Row>] =
            ExplanationRequest.State.allCases.map { state in
                Column(RequestWords.heading(state), .trailing) { .count($0.requests?[state] ?? 0) }
            } + [Column(RequestWords.answeredLate, .trailing) { .count($0.requests?.answeredLate ?? 0) }]
        return DataTable(
            progress.units.flatMap { unit in stages.map { row(unit, at: $0) } },
            columns + own + requests + [header.noticeColumn()])
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        let total = progress.total()
        header.write(to: &record)
        record.value("day", .day(progress.day))
        write(total, group: nil, to: &record)
        record.list("groups", groups) { record, group in
            record.values([
                "code": .text(group.key), "name": .phrase(header.name(ofGroup: group.key)),
                "count": .count(group.total.count),
            ])
            write(group.total, group: group.key, to: &record)
        }
        record.list("units", progress.units) { record, unit in
            let own = header.assessment.units[unit.unit]
            record.values(["code": .text(own.code), "name": .text(own.name), "group": .text(own.group)])
            write(unit.figures, unit.unmeasured, unit.requests ?? RequestCounts(), to: &record)
            record.list("stages", stages) { record, position in write(row(unit, at: position), to: &record) }
        }
    }

    private func write(_ total: ProgressTotal, group: String?, to record: inout RecordWriter) {
        write(total.figures, total.unmeasured, total.requests, to: &record)
        record.list("stages", rows(total, group: group)) { record, row in write(row, to: &record) }
    }

    private func write(
        _ figures: FiguresDue, _ unmeasured: FixedDecimal, _ requests: RequestCounts, to record: inout RecordWriter
    ) {
        record.line("figures", ["due": .count(figures.due), "missing": .count(figures.missing)])
        record.value("unmeasured", .number(unmeasured))
        record.line("requests", RequestWords.values(requests))
    }

    private func write(_ row: Row, to record: inout RecordWriter) {
        record.value("stage", .text(row.stage.code))
        if let state = row.state {
            record.value("state", .text(state.rawValue))
        } else {
            record.record("units") { record in
                for state in StageState.allCases { record.value(state.rawValue, .count(row.units[state] ?? 0)) }
            }
        }
        record.record("lines") { record in
            record.record("all") { $0.values(LineWords.values(row.lines.all)) }
            // Of what units report themselves there is only what is open.
            let states = header.assessment.hasLines(at: row.stage) ? LineState.allCases : [.open]
            for state in states { record.record(state.rawValue) { $0.values(LineWords.values(row.lines[state])) } }
            if header.assessment.isOfAnswers(row.stage) {
                record.record("answered") { $0.values(LineWords.values(row.lines.answered)) }
            }
            record.record("late") { $0.values(LineWords.values(row.lines.late)) }
        }
        record.values([
            "opens": .day(row.window.opens), "closes": .day(row.window.closes), "field": .text(row.field),
            "daysLeft": .count(row.daysLeft), "closesBy": .phrase(row.window.counted.map { CalendarWords.counted($0) }),
        ])
    }
}
