public import Values

/// How many forms break the rules of field work, by unit and by interviewer, and what the indices are without them.
public struct FieldCheck: Sendable {
    /// The forms of a unit or an interviewer.
    public struct Count: Sendable {
        /// The unit or the interviewer; nil for all.
        public let name: String?
        /// All forms.
        public fileprivate(set) var forms = 0
        /// Those that break each rule.
        public fileprivate(set) var broken: [FieldRule: Int] = [:]
        /// Those that break any.
        public fileprivate(set) var any = 0
    }

    /// The index of all forms, and of those that break no rule.
    public struct Effect: Sendable {
        /// The unit; nil for all.
        public let unit: String?
        /// With all forms.
        public let all: SurveyIndex
        /// Without those that break a rule; nil when none is left.
        public let without: SurveyIndex?

        /// How many percentage points the index changes without them.
        public var change: FixedDecimal? {
            guard let before = all.percent, let after = without?.percent else { return nil }
            return FixedDecimal(mantissa: after.mantissa - before.mantissa)
        }
    }

    /// The rules that the questionnaire states.
    public let work: FieldWork
    /// All forms.
    public let total: Count
    /// Those of each unit and of each interviewer, in the order of their names.
    public let units, interviewers: [Count]
    /// The indices of all and of each unit.
    public let effects: [Effect]
    /// What was found in reading.
    public let findings: [Finding]

    /// Checks forms.
    /// - Throws: `FindingsError` when they cannot be read, or the questionnaire states no rule.
    public init(
        _ files: [String], _ questionnaire: Questionnaire, options: AnswerOptions, questionnaireFile: String
    ) throws(FindingsError) {
        guard let work = questionnaire.fieldWork, !work.rules.isEmpty else {
            throw FindingsError(SurveyFinding.noFieldRules, at: Location(file: questionnaireFile))
        }
        self.work = work
        var options = options
        options.dropping = []
        let reading = AnswerReader(questionnaire, options: options).read(files)
        guard let tally = reading.tally, !reading.findings.containsError else {
            throw FindingsError(reading.findings)
        }
        let review = try FieldReview(files, questionnaire, work, options: options)
        findings = reading.findings + review.findings
        total = Self.count(review.forms, by: { _ in nil }).first ?? Count(name: nil)
        units = Self.count(review.forms) { $0.unit }
        interviewers = work.interviewer == nil ? [] : Self.count(review.forms) { $0.interviewer }
        let all = try SurveyAnalysis(tally, file: files[0])
        var rest: SurveyAnalysis?
        if total.any > 0, total.any < total.forms {
            options.dropping = work.rules
            if let tally = AnswerReader(questionnaire, options: options).read(files).tally, !tally.cells.isEmpty {
                rest = try? SurveyAnalysis(tally, file: files[0])
            }
        }
        let part = SurveyIndex.Part.group(questionnaire.groups.count - 1)
        let remaining = total.any == 0 ? all : rest
        let effects = ([nil] + all.units.map { Optional($0) }).map { unit in
            let codes = unit.map { Set([$0]) }
            return Effect(
                unit: unit, all: all.index(of: part, units: codes, as: unit),
                without: remaining?.index(of: part, units: codes, as: unit))
        }
        self.effects = Self.published(effects, limit: questionnaire.minimumCount)
    }

    /// Withholds indices of fewer people than a limit, and those from which the answers of so few forms would follow: of the
    /// forms of a unit that break a rule, or of the others. Where a unit itself has too few, no index of a unit is shown, so
    /// that it does not depend on the units above, which are not known here.
    private static func published(_ effects: [Effect], limit: Int) -> [Effect] {
        func isSmall(_ count: Int) -> Bool { 0 < count && count < limit }
        func counts(_ effect: Effect) -> [Int] {
            let rest = effect.without?.people ?? 0
            return [rest, max(effect.all.people - rest, 0)]
        }
        let units = effects.dropFirst()
        if units.contains(where: { isSmall($0.all.people) }) {
            return effects.prefix(1)
                + units.map { Effect(unit: $0.unit, all: $0.all.withheld(.complementary), without: nil) }
        }
        guard units.contains(where: { counts($0).contains(where: isSmall) }) else { return effects }
        var table = CrossTable(.flat(units.count), columns: 2) { node, column in
            let count = counts(effects[node])[column]
            return CrossTable.Count(value: count, cost: count + limit, isShown: !isSmall(count))
        }
        var isWhole = true
        for (node, effect) in effects.enumerated() {
            for column in 0..<2 where isSmall(counts(effect)[column]) {
                isWhole = table.protect(node, column, needed: limit) != nil && isWhole
            }
        }
        if !isWhole { table.hideAll(withWhole: counts(effects[0]).contains(where: isSmall)) }
        return effects.enumerated().map { node, effect in
            if table.isShown(node, 0), table.isShown(node, 1) { return effect }
            return Effect(unit: effect.unit, all: effect.all, without: effect.without?.withheld(.complementary))
        }
    }

    private static func count(_ forms: [FieldReview.Form], by name: (FieldReview.Form) -> String?) -> [Count] {
        var counts: [String?: Count] = [:]
        for form in forms {
            let key = name(form)
            var count = counts[key] ?? Count(name: key)
            count.forms += 1
            if !form.broken.isEmpty { count.any += 1 }
            for rule in form.broken { count.broken[rule, default: 0] += 1 }
            counts[key] = count
        }
        return counts.values.sorted { ($0.name ?? "") < ($1.name ?? "") }
    }
}
