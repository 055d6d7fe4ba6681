package import Values

/// **`task`: a task of a plan, scored by its product.**
///
/// The figure is the progress: 2 done in time (hoàn thành đúng hạn), 1 done late (hoàn thành trễ hạn), 0 not done (chưa
/// hoàn thành). The whole maximum when done in time, `late` when done late, nothing when not done. A task that is not
/// due yet is awaited; one whose occasion did not arise does not apply.
public struct TaskRule: Hashable, Sendable {
    /// What a task done late earns.
    public let late: Amount

    /// Makes a rule.
    public init(late: Amount) {
        self.late = late
    }
}

extension TaskRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        guard object.required("late") != nil, let late = object.amount("late", in: context),
            object.requireKind(.task, of: context.main)
        else { return nil }
        self.late = late
    }

    package func function(in context: RuleContext, year: Int) -> ScoreFunction {
        var function = ScoreFunction(from: .zero)
        function.append(from: .init(.one, isIncluded: true), intercept: late.points(in: context))
        function.append(from: .init(ExactRatio(2), isIncluded: true), intercept: context.exactMaximum)
        return function
    }
}
