public import Values

/// Changes of one unit's figures, to be tried: a value that is saved, read, replayed and compared.
public struct Scenario: Hashable, Sendable {
    /// What people call it.
    public var name: String?
    /// The code of the unit that it was made for; it may be tried on another.
    public var unit: String?
    /// The changes, each of another metric.
    public var changes: [Change]

    /// Makes a scenario.
    public init(name: String? = nil, unit: String? = nil, changes: [Change]) {
        self.name = name
        self.unit = unit
        self.changes = changes
    }

    /// A change of one metric.
    public struct Change: Hashable, Sendable {
        /// The code of the metric, which for most leaves is the leaf's own; `7.3.6.a` names one measure of a leaf.
        public var metric: String
        /// What becomes of its figure.
        public var edit: Edit

        /// Makes a change.
        public init(_ metric: String, _ edit: Edit) {
            self.metric = metric
            self.edit = edit
        }
    }

    /// What becomes of a figure.
    public enum Edit: Hashable, Sendable {
        /// A number in the metric's unit; percentages are 0 to 100. A figure of two counts keeps the count below the line:
        /// the count above becomes the least whole number that reaches the percentage in the better direction.
        case set(FixedDecimal)
        /// So much more, below zero less, likewise.
        case add(FixedDecimal)
        /// The count above the line; the count below it stays.
        case numerator(FixedDecimal)
        /// So many more above the line, below zero fewer.
        case addToNumerator(FixedDecimal)
        /// Both counts.
        case counts(numerator: FixedDecimal, denominator: FixedDecimal)
        /// Có, không.
        case answer(Bool)
        /// What was done about a task.
        case task(TaskState)
        /// No number, and why.
        case status(Absence)
    }

    /// What was done about a task.
    public enum TaskState: String, CaseIterable, Hashable, Sendable {
        /// Hoàn thành đúng hạn.
        case doneInTime
        /// Hoàn thành trễ hạn.
        case doneLate
        /// Chưa hoàn thành.
        case notDone

        /// The value of the figure.
        var value: FixedDecimal {
            switch self {
            case .doneInTime: 2
            case .doneLate: 1
            case .notDone: 0
            }
        }
    }

    /// Why a figure is no number.
    public enum Absence: String, CaseIterable, Hashable, Sendable {
        /// Chưa báo cáo.
        case notReported
        /// Không áp dụng.
        case notApplicable
        /// Chờ khảo sát.
        case awaited
        /// Không công bố.
        case notPublished

        var figure: Figure {
            switch self {
            case .notReported: .notReported
            case .notApplicable: .notApplicable
            case .awaited: .awaited
            case .notPublished: .notPublished
            }
        }
    }
}

extension NextStep {
    /// The change that takes a figure there; nil when the rule reads several figures.
    ///
    /// - Parameter metric: the measure's main metric.
    public func change(of metric: Metric) -> Scenario.Change? {
        if let numerator { return Scenario.Change(metric.code, .numerator(numerator)) }
        return figure.map { Scenario.Change(metric.code, .set($0)) }
    }
}
