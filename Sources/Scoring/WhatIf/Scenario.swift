public import Values

/// Changes to one unit's figures, to be tried out: a value that can be saved, read, replayed and compared.
public struct Scenario: Hashable, Sendable {
    /// The display name.
    public var name: String?
    /// The code of the unit that it was made for; it can be applied to others.
    public var unit: String?
    /// The changes, each of a different metric.
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
        /// How its figure changes.
        public var edit: Edit

        /// Makes a change.
        public init(_ metric: String, _ edit: Edit) {
            self.metric = metric
            self.edit = edit
        }
    }

    /// How a figure changes.
    public enum Edit: Hashable, Sendable {
        /// A number in the metric's unit; percentages are 0 to 100. A figure of two counts keeps its denominator: the
        /// numerator becomes the smallest whole number that reaches the percentage in the better direction.
        case set(FixedDecimal)
        /// An increase, or a decrease if negative, in the same way.
        case add(FixedDecimal)
        /// The numerator; the denominator stays.
        case numerator(FixedDecimal)
        /// An increase of the numerator, or a decrease if negative.
        case addToNumerator(FixedDecimal)
        /// Both counts.
        case counts(numerator: FixedDecimal, denominator: FixedDecimal)
        /// Có, không.
        case answer(Bool)
        /// Task progress.
        case task(TaskState)
        /// No number, and why.
        case status(Absence)
    }

    /// Task progress.
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

    /// Why there is no number.
    public enum Absence: String, CaseIterable, Hashable, Sendable {
        /// Chưa báo cáo.
        case notReported
        /// Không áp dụng.
        case notApplicable
        /// Chờ khảo sát.
        case awaited
        /// Không công bố.
        case notPublished

        package var figure: Figure {
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
    /// The change that takes a figure there; nil when the rule uses several figures.
    ///
    /// - Parameter metric: the measure's main metric.
    public func change(of metric: Metric) -> Scenario.Change? {
        if let numerator { return Scenario.Change(metric.code, .numerator(numerator)) }
        return figure.map { Scenario.Change(metric.code, .set($0)) }
    }
}
