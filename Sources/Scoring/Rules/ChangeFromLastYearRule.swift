package import Values

/// **`changeFromLastYear`: compared with the same unit's figure for the previous year.**
///
/// "Năm sau cao hơn năm trước" is `{"kind": "changeFromLastYear", "as": "percent", "full": {"above": 0}}`. With
/// `zeroAt` a straight line leads from there to the full mark; with `bands` every band of the change earns its own points:
/// `"bands": [{"below": 0, "points": 0}, {"atLeast": 0, "atMost": 0, "points": 0.5}, {"above": 0, "points": 1}]`. Without last year's figure the measure counts as not
/// reported, for a unit that was not there last year as `withoutLastYear` says; of a figure that was zero or negative
/// there is no percentage, which is a state of its own.
public struct ChangeFromLastYearRule: Hashable, Sendable {
    /// How the change is measured.
    public let form: ChangeForm
    /// What a change earns.
    public let goal: ChangeTarget
    /// What is settled for a unit that was not there last year; nil: it is not measured.
    public let withoutLastYear: Settlement?

    /// Makes a rule.
    public init(form: ChangeForm, goal: ChangeTarget, withoutLastYear: Settlement? = nil) {
        (self.form, self.goal, self.withoutLastYear) = (form, goal, withoutLastYear)
    }
}

/// The conventions that a unit without last year can have.
private enum WithoutLastYear: String, CaseIterable { case leaveOut, fullPoints, keepMaximum }

extension ChangeFromLastYearRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        let form = object.required("as").flatMap { _ in object.choice("as", of: ChangeForm.self) }
        let convention = object.choice("withoutLastYear", of: WithoutLastYear.self)
        guard let goal = ChangeTarget(reading: object, in: context), let form else { return nil }
        withoutLastYear = convention.flatMap { Settlement(rawValue: $0.rawValue) }
        self.form = form
        self.goal = goal
    }

    func quantity(in context: RuleContext) -> Quantity<String> {
        .change(.figure(context.main.code), from: .lastYear(context.main.code), as: form)
    }

    package func function(in context: RuleContext, year: Int) -> ScoreFunction {
        goal.function(in: context, year: year)
    }
}
