import Values

/// Reads the scored part of a leaf and checks its targets and rules against its figures.
struct LeafReader {
    let code: String
    let maximum: ExactRatio
    let years: ClosedRange<Int>?
    let levels: [String]
    let edition: LegalSource?
    /// Where the maximum comes from, if points given by the user replace those of the file.
    let replacedPoints: PointsOrigin?
    /// Whether measures may lack metrics and a rule, since something is to be settled.
    let mayBeOpen: Bool
    private(set) var metricOffsets: [(code: String, offset: Int)] = []
    /// Where points are shared out, and to whom.
    private(set) var shares: [(place: JSONObject, siblings: [String])] = []
    /// Where the condition on another criterion is.
    var requirementPlace: JSONObject?

    init(
        code: String, maximum: ExactRatio, years: ClosedRange<Int>?, levels: [String], edition: LegalSource?,
        replacedPoints: PointsOrigin?, mayBeOpen: Bool
    ) {
        self.code = code
        self.maximum = maximum
        self.years = years
        self.levels = levels
        self.edition = edition
        self.replacedPoints = replacedPoints
        self.mayBeOpen = mayBeOpen
    }

    mutating func read(_ object: JSONObject) -> Leaf? {
        let applies = readLevels(of: object, among: levels, required: true)
        let target = readTarget(of: object)
        let wording = object.localizedTexts("wording")
        let evidence = object.localizedTexts("evidence")
        let product = object.localized("product")
        let deadline = object.object("deadline").flatMap(Deadline.init(reading:))
        let notApplicable = readNotApplicable(of: object)
        let points = object.has("points") ? object.pointsOrigin("points") : nil
        let combination = object.choice("combine", of: Leaf.Combination.self) ?? .mean
        let requirement = readRequirement(of: object)
        var measures: [Measure] = []
        if object.has("measures") {
            for key in ["rule", "metrics", "byGroup"] where object.has(key) {
                object.reader.report(JSONFinding.unknownKey, at: object.offset(of: key), [.key: .text(key)])
            }
            for entry in object.objects("measures") {
                let code = entry.requiredName("code")
                let name = entry.requiredLocalized("name")
                let weight = entry.integer("weight", in: 1...1000) ?? 1
                let own = entry.has("notApplicable") ? readNotApplicable(of: entry) : notApplicable
                let measureTarget = readTarget(of: entry)
                let narrower = readLevels(of: entry, among: applies ?? levels, required: false)
                let reason = entry.localized("levelsReason")
                if isOpen(entry), let code {
                    entry.finish()
                    checkRepeat(of: code, among: measures, at: entry)
                    measures.append(
                        Measure(
                            open: code, name: name, target: measureTarget, notApplicable: own, weight: weight,
                            levels: narrower, levelsReason: reason))
                    continue
                }
                let scoring = readScoring(of: entry, code: code ?? self.code, target: measureTarget)
                entry.finish()
                if let place = shares.last?.place {
                    object.reader.report(
                        CriteriaFinding.shareOutInMeasures, at: place.offset, [.code: .text(self.code)])
                    shares = []
                }
                guard let code, let scoring else { continue }
                checkRepeat(of: code, among: measures, at: entry)
                switch scoring.rule {
                case .bonus, .penalty, .watched: reportExtra(code, entry)
                default: break
                }
                measures.append(
                    Measure(
                        code: code, name: name, target: measureTarget, metrics: scoring.metrics, rule: scoring.rule,
                        groupRules: scoring.groupRules, notApplicable: own, weight: weight, levels: narrower,
                        levelsReason: reason))
            }
            if measures.isEmpty, !object.reader.hasErrors {
                object.reader.report(
                    JSONFinding.missingKey, at: object.offset(of: "measures"), [.key: "measures"])
            }
        } else if isOpen(object) {
            measures.append(Measure(open: code, notApplicable: notApplicable))
        } else if let scoring = readScoring(of: object, code: code, target: target) {
            measures.append(
                Measure(
                    code: code, metrics: scoring.metrics, rule: scoring.rule, groupRules: scoring.groupRules,
                    notApplicable: notApplicable))
        }
        let reason = object.localized("levelsReason")
        guard let applies, !measures.isEmpty else { return nil }
        return Leaf(
            levels: applies, levelsReason: reason, target: target, measures: measures, combination: combination,
            requirement: requirement, product: product, deadline: deadline, wording: wording, evidence: evidence,
            points: replacedPoints ?? points, remedies: readRemedies(of: object, for: measures))
    }

    /// Whether neither metrics nor a rule are stated, where something is to be settled.
    private func isOpen(_ object: JSONObject) -> Bool {
        mayBeOpen && !["metrics", "rule", "byGroup"].contains { object.has($0) }
    }

    private func checkRepeat(of code: String, among measures: [Measure], at entry: JSONObject) {
        guard measures.contains(where: { $0.code == code }) else { return }
        entry.reader.report(CriteriaFinding.duplicateCode, at: entry.offset, [.code: .text(code)])
    }

    private func reportExtra(_ code: String, _ entry: JSONObject) {
        entry.reader.report(CriteriaFinding.extraInMeasures, at: entry.offset(of: "rule"), [.code: .text(code)])
    }

    private func readLevels(of object: JSONObject, among known: [String], required: Bool) -> [String]? {
        guard required ? object.required("levels") != nil : object.has("levels") else { return nil }
        let named = object.texts("levels")
        for level in named where !known.contains(level) {
            object.unknown(level, among: known, key: "levels", at: object.offset(of: "levels"))
        }
        if named.isEmpty {
            object.reader.report(CriteriaFinding.noLevels, at: object.offset(of: "levels"), [.code: .text(code)])
        }
        if Set(named) != Set(known), object.localized("levelsReason") == nil {
            object.reader.report(CriteriaFinding.levelsWithoutReason, at: object.offset, [.code: .text(code)])
        }
        return named
    }

    func readTarget(of object: JSONObject) -> Target? {
        object.object("target").flatMap { Target(reading: $0, edition: edition) }
    }

    private func readNotApplicable(of object: JSONObject) -> NotApplicable? {
        guard let entry = object.object("notApplicable") else { return nil }
        defer { entry.finish() }
        let when = entry.localized("when")
        guard entry.required("convention") != nil,
            let convention = entry.choice("convention", of: NotApplicable.Convention.self)
        else { return nil }
        return NotApplicable(convention: convention, when: when)
    }

    /// The figures and the rule, checked against each other and against the target.
    private mutating func readScoring(
        of object: JSONObject, code: String, target: Target?
    ) -> (metrics: [Metric], rule: ScoringRule, groupRules: [GroupRule])? {
        var metrics: [Metric] = []
        var markerOffsets: [Int] = []
        var sound = object.required("metrics") != nil
        let findingsBefore = object.reader.findingCount
        for (index, entry) in object.objects("metrics").enumerated() {
            guard let metric = Metric(reading: entry, measure: code, isMain: index == 0, edition: edition) else {
                sound = false
                continue
            }
            metrics.append(metric)
            metricOffsets.append((metric.code, entry.offset))
            if let zero = metric.zeroDenominator, zero.convention == .shareOut,
                let place = entry.object("zeroDenominator")
            {
                shares.append((place, zero.siblings))
            }
            markerOffsets.append(entry.offset(of: "notPublished"))
        }
        if sound, metrics.isEmpty, object.reader.findingCount == findingsBefore {
            object.reader.report(
                JSONFinding.missingKey, at: object.offset(of: "metrics"), [.key: "metrics"])
        }
        guard object.required("rule") != nil, let ruleObject = object.object("rule"), sound, !metrics.isEmpty else {
            return nil
        }
        let context = RuleContext(maximum: maximum, metrics: metrics, years: years)
        guard let rule = ScoringRule(reading: ruleObject, in: context) else { return nil }
        check(rule, at: ruleObject.offset, target, of: object, code: code, in: context)
        let groupRules = readGroupRules(of: object, beside: rule, code: code, in: context)
        if case .freeValue(let given) = rule { metrics[0] = metrics[0].limited(to: given) }
        for (metric, offset) in zip(metrics, markerOffsets) { check(markerOf: metric, at: offset, object.reader) }
        return (metrics, rule, groupRules)
    }

    /// Checks a rule and a target against their figures.
    func check(
        _ rule: ScoringRule, at offset: Int, _ target: Target?, of object: JSONObject, code: String,
        in context: RuleContext
    ) {
        if case .formula = rule {
            // A formula may use figures in either direction; nothing general can be checked.
        } else if !(years ?? 0...0).allSatisfy({
            rule.function(in: context, year: $0).isMonotone(context.main.direction)
        }) {
            object.reader.report(
                CriteriaFinding.ruleAgainstDirection, at: offset,
                [.code: .text(code), .expected: .code(context.main.direction.rawValue)])
        }
        if let bound = target?.bound {
            check(bound, of: rule, in: context, at: object.offset(of: "target"), object.reader)
        }
    }

    /// A value that could be measured cannot mark "not published": the two could not be told apart.
    private func check(markerOf metric: Metric, at offset: Int, _ reader: JSONReader) {
        guard let marker = metric.notPublished?.value,
            marker >= metric.minimum ?? marker, marker <= metric.maximum ?? marker
        else { return }
        reader.report(
            CriteriaFinding.markerInDomain, at: offset,
            [
                .code: .text(metric.code), .found: .number(marker),
                .expected: .range(metric.minimum, metric.maximum),
            ])
    }

    private func check(
        _ target: Bound, of rule: ScoringRule, in context: RuleContext, at offset: Int, _ reader: JSONReader
    ) {
        let main = context.main
        let isAgainst = main.direction == .higher ? target.isUpper : target.isLower
        if isAgainst {
            reader.report(
                CriteriaFinding.targetAgainstDirection, at: offset,
                [.code: .text(main.code), .found: target.detail])
            return
        }
        guard case .figure = rule.quantity(in: context) else { return }
        let high = main.maximum ?? FixedDecimal(mantissa: .max)
        let low = main.minimum ?? FixedDecimal(mantissa: .min)
        let canBeMet =
            switch target.comparison {
            case .above: high > target.value
            case .atLeast: high >= target.value
            case .below: low < target.value
            case .atMost: low <= target.value
            case .equal: (low...high).contains(target.value)
            }
        if !canBeMet {
            reader.report(
                CriteriaFinding.targetOutsideDomain, at: offset,
                [
                    .code: .text(main.code), .found: target.detail,
                    .expected: .range(main.minimum, main.maximum),
                ])
        }
    }
}
