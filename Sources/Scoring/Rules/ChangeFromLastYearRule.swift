package import Values

/// **`changeFromLastYear`: compared with the same unit's figure for the previous year.**
///
/// "Năm sau cao hơn năm trước" is `{"kind": "changeFromLastYear", "as": "percent", "full": {"above": 0}}`. With
/// `zeroAt` a straight line leads from there to the full mark. Without last year's figure the measure counts as not
/// reported; a percentage of a figure that was zero is a finding.
public struct ChangeFromLastYearRule: Hashable, Sendable {
    /// How the change is measured.
    public let form: ChangeForm
    /// The required change.
    public let goal: ChangeTarget

    /// Makes a rule.
    public init(form: ChangeForm, goal: ChangeTarget) {
        (self.form, self.goal) = (form, goal)
    }
}

extension ChangeFromLastYearRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        let form = object.required("as").flatMap { _ in object.choice("as", of: ChangeForm.self) }
        guard let goal = ChangeTarget(reading: object), let form else { return nil }
        self.form = form
        self.goal = goal
    }

    func quantity(in context: RuleContext) -> Quantity<String> {
        .change(.figure(context.main.code), from: .lastYear(context.main.code), as: form)
    }

    package func function(in context: RuleContext, year: Int) -> ScoreFunction {
        goal.function(in: context)
    }
}
