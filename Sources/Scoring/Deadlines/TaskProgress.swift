import Values

/// What was reported about a task.
public enum TaskProgress: String, CaseIterable, Hashable, Sendable {
    /// Hoàn thành đúng hạn.
    case doneInTime
    /// Hoàn thành trễ hạn.
    case doneLate
    /// Chưa hoàn thành.
    case notDone
    /// Chưa đến hạn, or its figure is awaited.
    case notDue
    /// Không phát sinh.
    case notTriggered
    /// Chưa báo cáo.
    case notReported
}

extension Metric {
    /// What a figure for this metric says about the task behind it. A figure of a kind other than `task` counts as done
    /// when it meets the target, or when there is no target.
    public func progress(_ figure: Figure, target: Bound?) -> TaskProgress {
        switch figure {
        case .notReported, .notPublished: return .notReported
        case .awaited: return .notDue
        case .notApplicable: return .notTriggered
        case .value(let value) where kind == .task:
            return value >= 2 ? .doneInTime : value >= 1 ? .doneLate : .notDone
        case .value, .ratio:
            // 0 ÷ 0: there was no case to deal with.
            guard let number = figure.exactNumber else { return .notTriggered }
            if kind == .yesNo { return number >= .one ? .doneInTime : .notDone }
            return target?.admits(number) ?? true ? .doneInTime : .notDone
        }
    }
}
