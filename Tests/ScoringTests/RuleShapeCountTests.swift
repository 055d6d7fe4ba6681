import Scoring
import Testing
import Values

/// Every shape that a rule, a node or an edition can have stands in at least four worked cases.
@Suite("Worked cases of every shape")
struct RuleShapeCountTests {
    static let shapes: [String] =
        ScoringRule.Kind.allCases.map { "rule \($0.rawValue)" }
        + RelativeRule.Reference.allCases.map { "relative against \($0.rawValue)" }
        + RelativeRule.Cohort.allCases.map { "relative among \($0.rawValue)" }
        + RankingPolicy.Ties.allCases.map { "relative ties \($0.rawValue)" }
        + [
            "relative condition", "relative ends", "relative trim", "relative equal", "relative digits",
            "relative targets",
        ]
        + ["changeFromLastYear", "changeFromBaseYear"].flatMap { kind in
            ["bands", "full", "zeroAt", "difference", "percent"].map { "\(kind) \($0)" }
        }
        + Self.settlements.map { "withoutLastYear \($0)" }
        + ["proportional floor", "proportional full", "yesNo no", "limit metric", "limit overEach", "perItem cap"]
        + ["countThreshold proportional", "amount points", "amount share"]
        + NodeCombination.Kind.allCases.filter { $0 != .sum }.map { "node \($0.rawValue)" }
        + ["edition combine", "node digits", "weight", "measures mean", "measures minimum", "measures weight"]
        + ["requires", "requires otherwise", "byGroup", "byGroup levels", "shareCap lose", "shareCap keep"]
        + NotApplicable.Convention.allCases.map { "notApplicable \($0.rawValue)" }
        + Settlement.allCases.map { "zeroDenominator \($0.rawValue)" }
        + RoundingPolicy.Stage.allCases.map { "stage \($0.rawValue)" }
        + Rounding.Mode.allCases.map { "rounding \($0.rawValue)" }
        + ["bonusCap", "penaltyCap", "totalCap", "totalFloor", "class by index", "class by place", "class condition"]
        + ["notPublished"]

    /// What a file can say of a unit that was not there last year.
    private static let settlements = ["leaveOut", "fullPoints", "keepMaximum"]

    private static let counts: [String: Int] = {
        var counts: [String: Int] = [:]
        for file in WorkedExamples.files {
            for (set, cases) in (try? WorkedExamples(file: file).counted()) ?? [] {
                for shape in shapes(of: set) { counts[shape, default: 0] += cases }
            }
        }
        return counts
    }()

    @Test("four cases", arguments: shapes)
    func four(shape: String) {
        let count = Self.counts[shape] ?? 0
        #expect(count >= 4, "\(shape): \(count)")
    }

    @Test("no shape is counted that is not asked for")
    func known() { #expect(Set(Self.counts.keys).isSubset(of: Self.shapes)) }

    // MARK: The shapes of a set

    private static func shapes(of set: CriteriaSet) -> Set<String> {
        var shapes: Set<String> = [
            "stage \(set.rounding.stage.rawValue)", "rounding \(set.rounding.points.mode.rawValue)",
        ]
        for (name, cap) in [
            ("bonusCap", set.bonusCap), ("penaltyCap", set.penaltyCap), ("totalCap", set.totalCap),
            ("totalFloor", set.totalFloor),
        ] where cap != nil { shapes.insert(name) }
        if !set.combination.isSum { shapes.insert("edition combine") }
        for scheme in set.classSchemes {
            switch scheme.cut {
            case .index: shapes.insert("class by index")
            case .quantiles: shapes.insert("class by place")
            }
            if let cap = scheme.shareCap { shapes.insert("shareCap \(cap.ties.rawValue)") }
        }
        if !set.classConditions.isEmpty { shapes.insert("class condition") }
        for node in set.criteria {
            if node.weight != nil { shapes.insert("weight") }
            if !node.combination.isSum {
                shapes.insert("node \(node.combination.kind.rawValue)")
                if node.combination.digits != NodeCombination.usualDigits { shapes.insert("node digits") }
            }
            if let leaf = node.leaf { shapes.formUnion(self.shapes(of: leaf)) }
        }
        return shapes
    }

    private static func shapes(of leaf: Leaf) -> Set<String> {
        var shapes: Set<String> = []
        if let requirement = leaf.requirement {
            shapes.insert("requires")
            if requirement.otherwise != .share(0) { shapes.insert("requires otherwise") }
        }
        if leaf.measures.count > 1 {
            shapes.insert("measures \(leaf.combination.rawValue)")
            if leaf.measures.contains(where: { $0.weight != 1 }) { shapes.insert("measures weight") }
        }
        for measure in leaf.measures {
            shapes.insert("rule \(measure.rule.kind.rawValue)")
            shapes.formUnion(self.shapes(of: measure.rule))
            if !measure.groupRules.isEmpty { shapes.insert("byGroup") }
            if measure.groupRules.contains(where: { !$0.levels.isEmpty }) { shapes.insert("byGroup levels") }
            if let convention = measure.notApplicable?.convention {
                shapes.insert("notApplicable \(convention.rawValue)")
            }
            for metric in measure.metrics {
                if let zero = metric.zeroDenominator { shapes.insert("zeroDenominator \(zero.convention.rawValue)") }
                if metric.notPublished != nil { shapes.insert("notPublished") }
            }
        }
        return shapes
    }

    private static func shapes(of rule: ScoringRule) -> Set<String> {
        func amount(_ amount: Amount?) -> [String] {
            switch amount {
            case .points?: ["amount points"]
            case .share?: ["amount share"]
            case nil: []
            }
        }
        func change(_ kind: String, _ form: ChangeForm, _ goals: [ChangeTarget]) -> [String] {
            goals.flatMap { goal in
                switch goal {
                case .bands: ["\(kind) bands"]
                case .full(_, zeroAt: nil): ["\(kind) full"]
                case .full: ["\(kind) full", "\(kind) zeroAt"]
                }
            } + ["\(kind) \(form.rawValue)"]
        }
        switch rule {
        case .proportional(let rule):
            return Set(
                (rule.floor == nil ? [] : ["proportional floor"])
                    + (rule.full == Bound(.atLeast, rule.base) ? [] : ["proportional full"]))
        case .bands(let rule): return Set(rule.bands.flatMap { amount($0.amount) })
        case .yesNo(let rule): return rule.fullWhen == .no ? ["yesNo no"] : []
        case .perItem(let rule): return Set(amount(rule.each) + (rule.cap == .share(100) ? [] : ["perItem cap"]))
        case .deduction(let rule): return Set(amount(rule.each))
        case .limit(let rule):
            var shapes: Set<String> = rule.overEach == nil ? [] : ["limit overEach"]
            if case .metric = rule.limit { shapes.insert("limit metric") }
            return shapes
        case .countThreshold(let rule): return rule.below == .proportional ? ["countThreshold proportional"] : []
        case .changeFromLastYear(let rule):
            let settled = rule.withoutLastYear.map { ["withoutLastYear \($0.rawValue)"] } ?? []
            return Set(change("changeFromLastYear", rule.form, [rule.goal]) + settled)
        case .changeFromBaseYear(let rule):
            return Set(change("changeFromBaseYear", rule.form, Array(rule.goals.values)))
        case .relative(let rule):
            var shapes: Set<String> = [
                "relative against \(rule.against.rawValue)", "relative among \(rule.among.rawValue)",
            ]
            if rule.against == .rank { shapes.insert("relative ties \(rule.ties.rawValue)") }
            if rule.condition != nil { shapes.insert("relative condition") }
            if rule.fixedEnd != nil { shapes.insert("relative ends") }
            if rule.trim != nil { shapes.insert("relative trim") }
            if rule.equal != .share(100) { shapes.insert("relative equal") }
            if rule.digits != RelativeRule.mostDigits { shapes.insert("relative digits") }
            if !rule.groupTargets.isEmpty { shapes.insert("relative targets") }
            return shapes
        default: return []
        }
    }
}
