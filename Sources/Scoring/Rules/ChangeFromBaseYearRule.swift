package import Values

/// **`changeFromBaseYear`: compared with a base year, with a target for every year.**
///
/// "Giảm 10 % so với năm 2021" by 2025, on a straight path: `{"kind": "changeFromBaseYear", "baseYear": 2021, "base":
/// {"metric": "4.1.3.base"}, "as": "percent", "byYear": [{"year": 2023, "full": {"atMost": -5}, "zeroAt": 0}, …]}`. The
/// figure of the base year is a figure of the measure. Every year of the edition has a target, so that interim years
/// have their requirement too; a year may have `bands` of the change instead of `full`.
public struct ChangeFromBaseYearRule: Hashable, Sendable {
    /// The base year.
    public let baseYear: Int
    /// The code of the base year's figure.
    public let base: String
    /// How the change is measured.
    public let form: ChangeForm
    /// What a change earns in each year.
    public let goals: [Int: ChangeTarget]

    /// Makes a rule.
    public init(baseYear: Int, base: String, form: ChangeForm, goals: [Int: ChangeTarget]) {
        (self.baseYear, self.base, self.form, self.goals) = (baseYear, base, form, goals)
    }
}

extension ChangeFromBaseYearRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        let baseYear = object.required("baseYear").flatMap { _ in object.integer("baseYear", in: 1900...2200) }
        let base = object.required("base").flatMap { _ in object.otherMetric("base", in: context) }
        let form = object.required("as").flatMap { _ in object.choice("as", of: ChangeForm.self) }
        var goals: [Int: ChangeTarget] = [:]
        for entry in object.objects("byYear") {
            let year = entry.required("year").flatMap { _ in entry.integer("year", in: 1900...2200) }
            let goal = ChangeTarget(reading: entry, in: context)
            entry.finish()
            guard let year, let goal else { return nil }
            if goals.updateValue(goal, forKey: year) != nil {
                object.reader.report(CriteriaFinding.duplicateCode, at: entry.offset, [.code: .count(year)])
                return nil
            }
        }
        guard let baseYear, let base, let form else { return nil }
        for year in context.years.map(Array.init) ?? [] where goals[year] == nil {
            object.reader.report(
                CriteriaFinding.missingYear, at: object.offset(of: "byYear"), [.expected: .count(year)])
            return nil
        }
        self.baseYear = baseYear
        self.base = base
        self.form = form
        self.goals = goals
    }

    func quantity(in context: RuleContext) -> Quantity<String> {
        .change(.figure(context.main.code), from: .figure(base), as: form)
    }

    package func function(in context: RuleContext, year: Int) -> ScoreFunction {
        // Only years of the edition are compiled, and each of them has a target.
        goals[year]?.function(in: context, year: year) ?? ScoreFunction(from: .zero)
    }
}
