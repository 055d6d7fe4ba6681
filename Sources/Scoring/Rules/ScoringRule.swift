package import Values

/// How figures turn into points. Every rule kind has its own file, whose comment is its documentation.
public enum ScoringRule: Sendable {
    /// A share of the maximum.
    case proportional(ProportionalRule)
    /// Fixed points by bands.
    case bands(BandsRule)
    /// A straight line between two values.
    case linear(LinearRule)
    /// Done or not.
    case yesNo(YesNoRule)
    /// A list of parts.
    case checklist(ChecklistRule)
    /// Points per item.
    case perItem(PerItemRule)
    /// Points off per violation.
    case deduction(DeductionRule)
    /// Not beyond a limit.
    case limit(LimitRule)
    /// Compared with last year.
    case changeFromLastYear(ChangeFromLastYearRule)
    /// Compared with a base year.
    case changeFromBaseYear(ChangeFromBaseYearRule)
    /// At least a certain number.
    case countThreshold(CountThresholdRule)
    /// A share measured by a survey.
    case surveyShare(SurveyShareRule)
    /// Given by people.
    case freeValue(FreeValueRule)
    /// Added on top of the maximum.
    case bonus(BonusRule)
    /// Deducted from the total.
    case penalty(PenaltyRule)
    /// A formula of several figures.
    case formula(FormulaRule)
    /// A task of a plan.
    case task(TaskRule)
    /// Watched and never scored.
    case watched(WatchedRule)
    /// Measured against the other units.
    case relative(RelativeRule)

    /// The names of the rule kinds in a criteria file.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case proportional, bands, linear, yesNo, checklist, perItem, deduction, limit, changeFromLastYear
        case changeFromBaseYear, countThreshold, surveyShare, freeValue, bonus, penalty, formula, task, watched
        case relative
    }
}

/// What a rule's reader and its compiled form know about the measure that it belongs to.
package struct RuleContext: Sendable {
    /// The measure's maximum points.
    package var exactMaximum: ExactRatio
    /// The measure's figures; the first is the main one.
    package var metrics: [Metric]
    /// The years of the edition; nil while they could not be read.
    package var years: ClosedRange<Int>?

    package var main: Metric { metrics[0] }
    /// The maximum in millionths.
    package var maximum: FixedDecimal { exactMaximum.rounded(.finest) ?? 0 }

    package init(maximum: ExactRatio, metrics: [Metric], years: ClosedRange<Int>?) {
        (exactMaximum, self.metrics, self.years) = (maximum, metrics, years)
    }
}

/// What every rule kind can do.
package protocol RuleShape: Sendable {
    /// Reads the rule; reports what is wrong with it and returns nil.
    init?(reading object: JSONObject, in context: RuleContext)

    /// The points as a function of the quantity that the rule evaluates, in a year of the edition.
    func function(in context: RuleContext, year: Int) -> ScoreFunction
}

extension ScoringRule {
    /// The kind's name in a criteria file.
    public var kind: Kind {
        switch self {
        case .proportional: .proportional
        case .bands: .bands
        case .linear: .linear
        case .yesNo: .yesNo
        case .checklist: .checklist
        case .perItem: .perItem
        case .deduction: .deduction
        case .limit: .limit
        case .changeFromLastYear: .changeFromLastYear
        case .changeFromBaseYear: .changeFromBaseYear
        case .countThreshold: .countThreshold
        case .surveyShare: .surveyShare
        case .freeValue: .freeValue
        case .bonus: .bonus
        case .penalty: .penalty
        case .formula: .formula
        case .task: .task
        case .watched: .watched
        case .relative: .relative
        }
    }

    /// What the rule evaluates, in terms of the measure's figures.
    package func quantity(in context: RuleContext) -> Quantity<String> {
        switch self {
        case .checklist(let rule): rule.quantity(in: context)
        case .limit(let rule): rule.quantity(in: context)
        case .changeFromLastYear(let rule): rule.quantity(in: context)
        case .changeFromBaseYear(let rule): rule.quantity(in: context)
        case .formula(let rule): rule.quantity(in: context)
        case .proportional, .bands, .linear, .yesNo, .perItem, .deduction, .countThreshold, .surveyShare, .freeValue,
            .bonus, .penalty, .task, .watched, .relative:
            .figure(context.main.code)
        }
    }

    /// The points as a function of that quantity, in a year of the edition.
    package func function(in context: RuleContext, year: Int) -> ScoreFunction {
        switch self {
        case .proportional(let rule): rule.function(in: context, year: year)
        case .bands(let rule): rule.function(in: context, year: year)
        case .linear(let rule): rule.function(in: context, year: year)
        case .yesNo(let rule): rule.function(in: context, year: year)
        case .checklist(let rule): rule.function(in: context, year: year)
        case .perItem(let rule): rule.function(in: context, year: year)
        case .deduction(let rule): rule.function(in: context, year: year)
        case .limit(let rule): rule.function(in: context, year: year)
        case .changeFromLastYear(let rule): rule.function(in: context, year: year)
        case .changeFromBaseYear(let rule): rule.function(in: context, year: year)
        case .countThreshold(let rule): rule.function(in: context, year: year)
        case .surveyShare(let rule): rule.function(in: context, year: year)
        case .freeValue(let rule): rule.function(in: context, year: year)
        case .bonus(let rule): rule.function(in: context, year: year)
        case .penalty(let rule): rule.function(in: context, year: year)
        case .formula(let rule): rule.function(in: context, year: year)
        case .task(let rule): rule.function(in: context, year: year)
        case .watched(let rule): rule.function(in: context, year: year)
        case .relative(let rule): rule.function(in: context, year: year)
        }
    }

    /// Reads the rule that an object describes; reports what is wrong and returns nil.
    init?(reading object: JSONObject, in context: RuleContext) {
        guard object.required("kind") != nil, let kind = object.choice("kind", of: Kind.self) else { return nil }
        func read<Shape: RuleShape>(_ shape: Shape.Type, _ wrap: (Shape) -> ScoringRule) -> ScoringRule? {
            Shape(reading: object, in: context).map(wrap)
        }
        let rule: ScoringRule? =
            switch kind {
            case .proportional: read(ProportionalRule.self, ScoringRule.proportional)
            case .bands: read(BandsRule.self, ScoringRule.bands)
            case .linear: read(LinearRule.self, ScoringRule.linear)
            case .yesNo: read(YesNoRule.self, ScoringRule.yesNo)
            case .checklist: read(ChecklistRule.self, ScoringRule.checklist)
            case .perItem: read(PerItemRule.self, ScoringRule.perItem)
            case .deduction: read(DeductionRule.self, ScoringRule.deduction)
            case .limit: read(LimitRule.self, ScoringRule.limit)
            case .changeFromLastYear: read(ChangeFromLastYearRule.self, ScoringRule.changeFromLastYear)
            case .changeFromBaseYear: read(ChangeFromBaseYearRule.self, ScoringRule.changeFromBaseYear)
            case .countThreshold: read(CountThresholdRule.self, ScoringRule.countThreshold)
            case .surveyShare: read(SurveyShareRule.self, ScoringRule.surveyShare)
            case .freeValue: read(FreeValueRule.self, ScoringRule.freeValue)
            case .bonus: read(BonusRule.self, ScoringRule.bonus)
            case .penalty: read(PenaltyRule.self, ScoringRule.penalty)
            case .formula: read(FormulaRule.self, ScoringRule.formula)
            case .task: read(TaskRule.self, ScoringRule.task)
            case .watched: read(WatchedRule.self, ScoringRule.watched)
            case .relative: read(RelativeRule.self, ScoringRule.relative)
            }
        object.finish()
        guard let rule else { return nil }
        self = rule
    }
}
