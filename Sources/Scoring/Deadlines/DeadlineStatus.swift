public import Values

/// The standing of a task or a planned date on a day.
public struct DeadlineStatus: Hashable, Sendable {
    /// The standing itself.
    public enum State: String, CaseIterable, Hashable, Sendable {
        /// The last day has passed and it is not done.
        case overdue
        /// Its last day is today or within the number of days requested.
        case dueSoon
        /// Its last day is later.
        case notDue
        /// Thường xuyên: all year round, until the last day set for it.
        case continuous
        /// Khi phát sinh: waits for its occasion, or the occasion arose and there is no last day.
        case conditional
        /// The plan states no date.
        case withoutDeadline
        /// Done in time.
        case doneInTime
        /// Done late.
        case doneLate
        /// The occasion did not arise.
        case notTriggered
    }

    /// A report that contradicts the calendar.
    public enum Contradiction: String, CaseIterable, Hashable, Sendable {
        /// Reported as not due although the last day has passed.
        case notDueThoughPast
        /// Reported as done although the first day is still to come.
        case doneBeforeBegin
        /// Reported as done late although the last day is still to come.
        case lateBeforeDue
    }

    /// The standing.
    public let state: State
    /// The days left until the last day: 0 on the day itself, negative when it has passed; nil without one.
    public let daysLeft: Int?
    /// How the report contradicts the calendar.
    public let contradiction: Contradiction?
}

extension DeadlineStatus {
    /// The standing of a task on a day.
    ///
    /// - Parameters:
    ///   - deadline: the plan's deadline; nil where it has none.
    ///   - progress: the reported progress.
    ///   - day: the reference day.
    ///   - within: the number of days before its last day from which a task is due soon.
    public init(_ deadline: Deadline?, progress: TaskProgress, on day: CalendarDay, within: Int) {
        daysLeft = deadline?.due.map { day.days(to: $0) }
        contradiction = Self.contradiction(deadline, progress, day)
        state =
            switch progress {
            case .doneInTime: .doneInTime
            case .doneLate: .doneLate
            case .notTriggered: .notTriggered
            case .notDone, .notDue, .notReported: Self.open(deadline, daysLeft, within)
            }
    }

    /// The standing of a planned date on a day. What was done after that day counts as not yet done.
    public init(due: CalendarDay, done: CalendarDay?, on day: CalendarDay, within: Int) {
        let deadline = Deadline(kind: .date, text: "", from: nil, due: due)
        guard let done, done <= day else {
            self.init(deadline, progress: .notDone, on: day, within: within)
            return
        }
        self.init(deadline, progress: done <= due ? .doneInTime : .doneLate, on: day, within: within)
    }

    private static func open(_ deadline: Deadline?, _ daysLeft: Int?, _ within: Int) -> State {
        guard let deadline else { return .withoutDeadline }
        if let daysLeft, daysLeft < 0 { return .overdue }
        switch deadline.kind {
        case .none: return .withoutDeadline
        case .continuous: return .continuous
        case .conditional where daysLeft == nil: return .conditional
        case .date, .range, .conditional:
            guard let daysLeft else { return .withoutDeadline }
            return daysLeft <= within ? .dueSoon : .notDue
        }
    }

    private static func contradiction(
        _ deadline: Deadline?, _ progress: TaskProgress, _ day: CalendarDay
    ) -> Contradiction? {
        switch progress {
        case .notDue:
            if let due = deadline?.due, due < day { return .notDueThoughPast }
        case .doneInTime, .doneLate:
            if let from = deadline?.from, day < from { return .doneBeforeBegin }
            // A continuous task can be late at any time.
            if progress == .doneLate, deadline?.kind != .continuous, let due = deadline?.due, day <= due {
                return .lateBeforeDue
            }
        case .notDone, .notTriggered, .notReported: break
        }
        return nil
    }
}
