public import Scoring
internal import Survey
public import Values

/// How far a unit is at a stage.
public enum StageState: String, CaseIterable, Hashable, Sendable {
    /// Nothing was entered.
    case notStarted
    /// Something was entered, and some lines are open.
    case inProgress
    /// No line is open.
    case complete
    /// Nothing of it may change.
    case locked
    /// What was decided has to be confirmed, because an earlier stage was unlocked.
    case toConfirm

    /// Whether there is such a state only where stages are locked.
    public var isOfLocks: Bool { self == .locked || self == .toConfirm }
}

/// The lines of a stage by what was done about them.
public struct LineCounts: Hashable, Sendable {
    /// By state. At the stage at which units score themselves a line is open until it has figures or points, and
    /// accepted then.
    public private(set) var sums: [LineState: LineSum] = [:]
    /// At the stage of explanation the lines that were asked and answered, and about which nothing was entered.
    public private(set) var answered = LineSum()
    /// The open lines of which the last day has passed.
    public private(set) var late = LineSum()

    /// Makes counts of no lines.
    public init() {}

    /// The lines of a state.
    public subscript(state: LineState) -> LineSum { sums[state] ?? LineSum() }

    /// All lines.
    public var all: LineSum {
        var sum = answered
        for part in sums.values { sum.add(part) }
        return sum
    }

    mutating func add(_ line: ProgressLine, isLate: Bool) {
        if line.isAnswered {
            answered.add(line.line)
        } else {
            sums[line.line.state, default: LineSum()].add(line.line)
        }
        if isLate, line.isOpen { late.add(line.line) }
    }

    /// Adds other counts.
    package mutating func add(_ other: LineCounts) {
        for (state, sum) in other.sums { sums[state, default: LineSum()].add(sum) }
        answered.add(other.answered)
        late.add(other.late)
    }

    /// How far that is, as long as nothing is locked.
    public var state: StageState {
        let (open, all) = (self[.open].count, all.count)
        return open == 0 ? .complete : open == all ? .notStarted : .inProgress
    }
}

/// A unit at a stage.
public struct StageProgress: Hashable, Sendable {
    /// The stage's lines.
    public let lines: LineCounts
    /// How far the unit is.
    public let state: StageState
    /// The unit's window: the one that closes first of those with open lines, otherwise the last.
    public let window: StageWindow
    /// Whether it is that of a field, where the unit has several.
    public let field: String?
}

/// What a unit has to report.
public struct FiguresDue: Hashable, Sendable {
    /// The figures that are due: those that a survey measures and those that are not due yet are none.
    public var due = 0
    /// Those of them that are missing; none for which points were given instead.
    public var missing = 0

    mutating func add(_ other: FiguresDue) {
        due += other.due
        missing += other.missing
    }
}

/// How far a unit is.
public struct UnitProgress: Sendable {
    /// The position of the unit.
    public let unit: Int
    /// By the positions of stages.
    public let stages: [StageProgress]
    /// Its figures.
    public let figures: FiguresDue
    /// The part of its maximum that is not measured at the stage shown.
    public let unmeasured: FixedDecimal
    /// What it is asked to explain; nil where it is asked nothing.
    public let requests: RequestCounts?
}

/// Several units at a stage.
public struct StageTotal: Sendable {
    /// How many units are how far.
    public private(set) var units: [StageState: Int] = [:]
    /// Their lines.
    public private(set) var lines = LineCounts()

    mutating func add(_ progress: StageProgress) {
        units[progress.state, default: 0] += 1
        lines.add(progress.lines)
    }
}

/// Several units.
public struct ProgressTotal: Sendable {
    /// How many they are.
    public let count: Int
    /// By the positions of stages.
    public private(set) var stages: [StageTotal]
    /// Their figures.
    public private(set) var figures = FiguresDue()
    /// The part of their maxima that is not measured.
    public private(set) var unmeasured = FixedDecimal.zero
    /// What they are asked to explain.
    public private(set) var requests = RequestCounts()

    init(_ units: [UnitProgress], stages count: Int) {
        self.count = units.count
        stages = Array(repeating: StageTotal(), count: count)
        for unit in units {
            for (position, stage) in unit.stages.enumerated() { stages[position].add(stage) }
            figures.add(unit.figures)
            unmeasured += unit.unmeasured
            if let own = unit.requests { requests.add(own) }
        }
    }
}

/// How far the units of an assessment are, stage by stage, on a day.
public struct AssessmentProgress: Sendable {
    /// The day.
    public let day: CalendarDay
    /// The units, in their order.
    public let units: [UnitProgress]
    private let stageCount: Int

    /// Works out how far units are.
    ///
    /// - Parameters:
    ///   - assessment: the assessment; unmeasured points are those of the stage that it shows.
    ///   - chosen: the positions of units; nil for all.
    ///   - day: the day on which windows are held against.
    /// - Complexity: O(stages × units × nodes).
    public init(_ assessment: Assessment, units chosen: [Int]? = nil, on day: CalendarDay) {
        self.day = day
        let stages = assessment.settings.stages.stages
        stageCount = stages.count
        let lines = stages.map { assessment.progressLines(at: $0) }
        let fields = assessment.criteria.set.criteria.indices.map { assessment.fieldCode(of: $0) }
        let (ofSurvey, own) = (assessment.metricsOfSurvey, assessment.ownScores)
        let requests = assessment.requestCounts(on: day)
        units = (chosen ?? Array(assessment.units.indices)).map { unit in
            UnitProgress(
                unit: unit,
                stages: stages.enumerated().map { position, stage in
                    StageProgress(
                        lines[position][unit], of: assessment.units[unit], at: stage, fields: fields,
                        windows: assessment.settings.windows, on: day,
                        assessment.stageLocks?.state(of: position, unit: assessment.units[unit].code) ?? .open)
                }, figures: assessment.figuresDue(of: unit, by: own[unit], ofSurvey: ofSurvey),
                unmeasured: assessment.scores[unit].total.unmeasured, requests: requests[unit])
        }
    }

    /// Some of the units together.
    public func total(of positions: [Int]? = nil) -> ProgressTotal {
        let wanted = positions.map(Set.init)
        return ProgressTotal(units.filter { wanted?.contains($0.unit) ?? true }, stages: stageCount)
    }
}

extension StageProgress {
    fileprivate init(
        _ lines: [ProgressLine], of unit: Unit, at stage: Stage, fields: [String], windows: StageWindows,
        on day: CalendarDay, _ lock: UnitLock
    ) {
        var counts = LineCounts()
        let own = windows.fields(of: stage)
        var byField: [String?: StageWindow] = [:]
        var open: Set<String?> = []
        for line in lines {
            let code = fields[line.line.node]
            let field = own.contains(code) ? code : nil
            let window = byField[field] ?? windows.window(of: stage, unit: unit, field: field)
            byField[field] = window
            if line.isOpen { open.insert(field) }
            counts.add(line, isLate: (line.window ?? window).isClosed(on: day))
        }
        // The next day by which something has to be done.
        let pending = byField.filter { open.contains($0.key) && $0.value.closes != nil }
        let first = pending.min { ($0.value.closes ?? day, $0.key ?? "") < ($1.value.closes ?? day, $1.key ?? "") }
        let last = byField.max { left, right in
            guard let closes = right.value.closes else { return false }
            return left.value.closes.map { ($0, left.key ?? "") < (closes, right.key ?? "") } ?? true
        }
        let shown = first ?? last
        self.lines = counts
        state =
            switch lock {
            case .locked: .locked
            case .toConfirm: .toConfirm
            case .open: counts.state
            }
        window = shown?.value ?? windows.window(of: stage, unit: unit)
        field = byField.count > 1 ? shown?.key : nil
    }
}

extension Assessment {
    /// The lines of a stage by unit; of that at which units score themselves, and of those before it, what is reported, and
    /// of that of explanation what was asked.
    func progressLines(at stage: Stage) -> [[ProgressLine]] {
        if isOfAnswers(stage) { return answerLines(at: stage) }
        if let lines = lines(at: stage) { return lines.units.map { $0.map { ProgressLine(line: $0) } } }
        let (scores, ofSurvey) = (scores(at: stage), metricsOfSurvey)
        return units.indices.map { unit in
            self.lines(of: unit, in: scores, entries: [:], before: scores).compactMap { line in
                selfAssessed(line, of: unit, by: scores[unit], ofSurvey: ofSurvey).map { ProgressLine(line: $0) }
            }
        }
    }

    /// The codes of the metrics that the survey supplies.
    var metricsOfSurvey: Set<String> { Set(survey?.questionnaire.metrics.map { $0.metric } ?? []) }

    /// A line of the self-assessment: done once it has its figures or points, also where it cannot be measured without those
    /// of last year; nil for one that the unit does not report.
    private func selfAssessed(
        _ line: StageLine, of unit: Int, by score: UnitScore, ofSurvey: Set<String>
    ) -> StageLine? {
        if score.standing(of: line.node) != nil { return line.with(.accepted) }
        let metrics = score.criteriaSet.criteria[line.node].metrics(atLevel: units[unit].level)
        if metrics.allSatisfy({ ofSurvey.contains($0.code) }) { return nil }
        switch score.criterion(line.node).status {
        case .awaited, .notPublished: return nil
        case .notReported, .partlyReported:
            let isMissing = metrics.contains { figures[unit, $0.code] == .notReported }
            return line.with(isMissing ? .open : .accepted)
        default: return line.with(.accepted)
        }
    }

    /// The figures that a unit has to report. What it gave itself points for needs none.
    ///
    /// - Parameter score: its score at the stage at which it scores itself.
    fileprivate func figuresDue(of unit: Int, by score: UnitScore, ofSurvey: Set<String>) -> FiguresDue {
        var found = FiguresDue()
        // What stands for others reports what they do.
        guard units[unit].figuresFrom == nil else { return found }
        let level = units[unit].level
        var seen: Set<String> = []
        for (node, criterion) in score.criteriaSet.criteria.enumerated() {
            // What is not assigned to the unit is of no level in its set.
            guard let leaf = criterion.leaf, leaf.levels.contains(level) else { continue }
            let isGiven = score.standing(of: node) != nil || !score.nodesGivenAsWhole(above: node).isEmpty
            for measure in leaf.measures where measure.levels?.contains(level) ?? true {
                for metric in measure.metrics where !ofSurvey.contains(metric.code) && seen.insert(metric.code).inserted
                {
                    switch figures[unit, metric.code] {
                    case .awaited: continue
                    case .notReported where isGiven: continue
                    case .notReported: found.missing += 1
                    default: break
                    }
                    found.due += 1
                }
            }
        }
        return found
    }
}

extension StageLine {
    fileprivate func with(_ state: LineState) -> StageLine {
        StageLine(node: node, state: state, points: points, maximum: maximum)
    }
}
