public import Values
public import Scoring

/// What has to be done in an assessment by when, and its standing on a day.
public struct DeadlineReview: Sendable {
    /// A task of a unit, or a date of the assessment itself.
    public struct Item: Sendable {
        /// The subject of an item.
        public enum Subject: Hashable, Sendable {
            /// A leaf of the set, by its position.
            case task(criterion: Int)
            /// A date, by its position in the settings.
            case date(Int)
            /// The window of a stage, by the stage's position in its list and that of the rule among its own.
            case window(stage: Int, rule: Int)
        }

        /// The subject.
        public let subject: Subject
        /// The leaf's code; nil for a date.
        public let code: String?
        /// What is to be done.
        public let name: LocalizedText
        /// The lead agency (cơ quan chủ trì), as the plan writes it.
        public let lead: String?
        /// The first day.
        public let from: CalendarDay?
        /// The last day.
        public let due: CalendarDay?
        /// The plan's wording of the time, or the source that sets a date.
        public let words: String?
        /// The working days by which the last day was counted; nil for one that is stated.
        public var counted: CountedDays?
        /// The reported progress of a task; nil for a date.
        public let progress: TaskProgress?
        /// Its standing.
        public let status: DeadlineStatus
    }

    /// The items of a unit, or of the assessment itself.
    public struct Part: Sendable {
        /// The unit's position; nil for the assessment itself.
        public let unit: Int?
        /// The items in the order of the plan.
        public let items: [Item]

        /// The items by lead agency, in the order in which the plan first names them; items without one come last.
        public var byLead: [(lead: String?, items: [Item])] {
            var order: [String?] = []
            var groups: [String?: [Item]] = [:]
            for item in items {
                if groups[item.lead] == nil { order.append(item.lead) }
                groups[item.lead, default: []].append(item)
            }
            return (order.filter { $0 != nil } + order.filter { $0 == nil }).map { ($0, groups[$0] ?? []) }
        }
    }

    /// The reference day.
    public let day: CalendarDay
    /// The number of days before its last day from which something is due soon.
    public let within: Int
    /// The assessment's own dates, then the units that have tasks.
    public let parts: [Part]

    /// Reviews an assessment on a day.
    ///
    /// - Parameters:
    ///   - assessment: the assessment.
    ///   - units: the positions of units; nil for all.
    ///   - day: the reference day.
    ///   - within: the number of days before its last day from which something is due soon.
    public init(_ assessment: Assessment, units: [Int]? = nil, on day: CalendarDay, within: Int) {
        self.init(assessment, units: units, on: day, within: within, withWindows: true)
    }

    /// Reviews an assessment on a day, on request without the windows of stages.
    init(_ assessment: Assessment, units: [Int]?, on day: CalendarDay, within: Int, withWindows: Bool) {
        self.day = day
        self.within = within
        let dates = assessment.settings.dates.enumerated().map { Item($1, at: $0, on: day, within: within) }
        let tasks = (units ?? Array(assessment.units.indices)).map { unit in
            Part(unit: unit, items: Self.tasks(of: unit, in: assessment, on: day, within: within))
        }
        let windows = withWindows ? Self.windows(of: assessment, on: day, within: within) : []
        parts = ([Part(unit: nil, items: dates + windows)] + tasks).filter { !$0.items.isEmpty }
    }

    /// When stages close, for all and for those that have windows of their own.
    private static func windows(of assessment: Assessment, on day: CalendarDay, within: Int) -> [Item] {
        let settings = assessment.settings
        return settings.stages.stages.enumerated().flatMap { position, stage -> [Item] in
            let rules = settings.windows.rules[stage.code] ?? []
            if rules.isEmpty { return [] }
            let lines = assessment.progressLines(at: stage)
            return rules.enumerated().compactMap { number, rule in
                let window = settings.windows.window(of: stage, by: rule)
                guard let closes = window.closes else { return nil }
                let isDone = assessment.units.indices.allSatisfy { unit in
                    !rule.isFor(assessment.units[unit])
                        || lines[unit].allSatisfy { line in
                            !line.isOpen
                                || rule.field.map { $0 != assessment.fieldCode(of: line.line.node) } ?? false
                        }
                }
                let deadline = Deadline(kind: .date, text: "", from: window.opens, due: closes)
                return Item(
                    subject: .window(stage: position, rule: number), code: nil,
                    name: assessment.name(of: rule, at: stage), lead: nil, from: window.opens, due: closes, words: nil,
                    counted: window.counted, progress: nil,
                    status: DeadlineStatus(
                        deadline, progress: isDone ? .doneInTime : .notDone, on: day, within: within))
            }
        }
    }

    private static func tasks(
        of unit: Int, in assessment: Assessment, on day: CalendarDay, within: Int
    ) -> [Item] {
        let level = assessment.units[unit].level
        // Its own set: what is not assigned to it applies to no level.
        return assessment.scores[unit].criteriaSet.criteria.enumerated().compactMap { position, criterion in
            guard let leaf = criterion.leaf, leaf.levels.contains(level), let (measure, metric) = leaf.task else {
                return nil
            }
            let target = measure.target ?? (leaf.measures.count == 1 ? leaf.target : nil)
            let progress = metric.progress(assessment.figures[unit, metric.code], target: target?.bound)
            return Item(
                subject: .task(criterion: position), code: criterion.code, name: criterion.name,
                lead: criterion.agencies.lead, from: leaf.deadline?.from, due: leaf.deadline?.due,
                words: leaf.deadline?.text, progress: progress,
                status: DeadlineStatus(leaf.deadline, progress: progress, on: day, within: within))
        }
    }
}

extension DeadlineReview.Item {
    fileprivate init(_ date: PlannedDate, at position: Int, on day: CalendarDay, within: Int) {
        self.init(
            subject: .date(position), code: nil, name: date.name, lead: date.lead, from: nil, due: date.due,
            words: date.source, progress: nil,
            status: DeadlineStatus(due: date.due, done: date.done, on: day, within: within))
    }
}

extension Leaf {
    /// The measure and the metric that state the progress: the one of kind `task` or, with a deadline, the main one.
    fileprivate var task: (measure: Measure, metric: Metric)? {
        for measure in measures {
            if let metric = measure.metrics.first(where: { $0.kind == .task }) { return (measure, metric) }
        }
        guard deadline != nil, let measure = measures.first, let metric = measure.metrics.first else { return nil }
        return (measure, metric)
    }
}

extension Assessment {
    /// The name of a stage, with those for whom it has a window of their own.
    fileprivate func name(of rule: WindowRule, at stage: Stage) -> LocalizedText {
        let unit = rule.unit.flatMap { code in units.first { $0.code == code }.map { LocalizedText(vi: $0.name) } }
        let group = rule.group.flatMap { code in settings.groups.first { $0.code == code }?.name }
        let field = rule.field.flatMap { criteria.set.index(of: $0) }.map { criteria.set.criteria[$0].name }
        let parts = [stage.name] + [unit, group, field].compactMap { $0 }
        return LocalizedText(
            vi: parts.map { $0.vi }.joined(separator: " – "), en: parts.map { $0.en ?? $0.vi }.joined(separator: " – "))
    }
}
