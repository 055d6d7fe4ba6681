package import Documents
internal import Words
import Scoring
import Values

/// What an edition says of one criterion, in words.
struct CriterionWords {
    let criterion: Criterion
    let set: CriteriaSet
    let language: Language
    /// Whether codes of measures stand without the criterion's, which another edition may have changed.
    var codesAreShort = false

    private func code(of measure: Measure) -> String {
        guard codesAreShort, measure.code.hasPrefix(criterion.code + ".") else { return measure.code }
        return String(measure.code.dropFirst(criterion.code.count + 1))
    }

    private func say(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    /// The target, or the targets of the measures, a line each; empty without one.
    var target: String {
        guard let leaf = criterion.leaf else { return "" }
        if let target = leaf.target { return target.text }
        return leaf.measures.compactMap { $0.target?.text }.joined(separator: "\n")
    }

    /// The leaf's own target with the number that it holds; empty without one.
    var targetOfLeaf: String {
        guard let leaf = criterion.leaf, let target = leaf.target else { return "" }
        return text(of: target, for: leaf.measures[0])
    }

    /// A target with the number that it holds: `Trên 99% hồ sơ đúng hạn (> 99 %)`.
    func text(of target: Target, for measure: Measure) -> String {
        let symbol = target.bound.map { TargetWords.symbol($0, of: measure, in: language) }
        return target.text + (symbol.map { " (\($0))" } ?? "")
    }

    /// All targets with the numbers that they hold: two targets are the same when both are.
    var targetWithBound: String {
        guard let leaf = criterion.leaf else { return "" }
        let targets = [(leaf.target, leaf.measures[0])] + leaf.measures.map { ($0.target, $0) }
        return targets.compactMap { target, measure in
            target.map { text(of: $0, for: measure) }
        }.joined(separator: "\n")
    }

    /// The rule; of several measures a line each, with how they are put together.
    var rule: String {
        guard let leaf = criterion.leaf else { return "" }
        guard leaf.measures.count > 1 else { return rule(of: leaf.measures[0]) }
        return ([combination(of: leaf)] + leaf.measures.map { "\(code(of: $0)): \(rule(of: $0))" })
            .joined(separator: "\n")
    }

    /// The rule of a measure, with the goal of every year where goals differ.
    func rule(of measure: Measure) -> String {
        var statements: [String] = []
        for year in set.years {
            let statement = measure.rulePhrase(in: year).text(language)
            if statements.last != statement { statements.append(statement) }
        }
        return statements.joined(separator: "; ")
    }

    /// How the shares of several measures become one.
    private func combination(of leaf: Leaf) -> String {
        if leaf.combination == .minimum {
            return say("lấy mức thấp nhất của các ý", "the least share of the measures")
        }
        guard leaf.measures.contains(where: { $0.weight != 1 }) else {
            return say("trung bình các ý áp dụng", "mean of the measures that apply")
        }
        let weights = leaf.measures.map { "\(code(of: $0)) × \($0.weight)" }.joined(separator: ", ")
        return say(
            "trung bình các ý áp dụng theo trọng số: \(weights)", "weighted mean of the measures that apply: \(weights)"
        )
    }

    /// The levels that it applies to, with those of measures that apply to fewer; empty for a node with children.
    var levels: String {
        guard let leaf = criterion.leaf else { return "" }
        let own = StateWords.levels(leaf.levels, of: set, in: language)
        let fewer = leaf.measures.compactMap { measure in
            measure.levels.map { "\(code(of: measure)): \(StateWords.levels($0, of: set, in: language))" }
        }
        return ([own] + fewer).joined(separator: "; ")
    }

    /// Who watches, leads and helps; empty when nobody is named.
    var agencies: String {
        let named: [(Label, String?)] = [
            (.monitoring, criterion.agencies.monitoring), (.lead, criterion.agencies.lead),
            (.coordinating, criterion.agencies.coordinating),
        ]
        return named.compactMap { label, name in name.map { "\(label.text(language)): \($0)" } }
            .joined(separator: "; ")
    }

    /// What becomes of points where it does not apply; empty when that cannot be.
    var notApplicable: String {
        guard let leaf = criterion.leaf else { return "" }
        let rules = leaf.measures.compactMap { measure in
            measure.notApplicable.map { rule in
                (leaf.measures.count > 1 ? "\(code(of: measure)): " : "") + text(of: rule)
            }
        }
        return rules.joined(separator: "; ")
    }

    private func text(of rule: NotApplicable) -> String {
        let convention =
            switch rule.convention {
            case .leaveOut: say("không tính vào điểm và điểm tối đa", "out of points and maximum")
            case .fullPoints: say("được điểm tối đa", "full points")
            }
        return rule.when.map { "\($0.text(language)) → \(convention)" } ?? convention
    }

    /// A task's deadline: the plan's words, with the days where the plan states them.
    var deadline: String {
        guard let deadline = criterion.leaf?.deadline else { return "" }
        let days = [deadline.from, deadline.due].compactMap { $0.map(day) }
        return days.isEmpty ? deadline.text : "\(deadline.text) (\(days.joined(separator: " – ")))"
    }

    private func day(_ day: CalendarDay) -> String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return language == .vi
            ? "\(padded(day.day))/\(padded(day.month))/\(day.year)"
            : "\(day.year)-\(padded(day.month))-\(padded(day.day))"
    }

    /// A metric in one line: its name, code, kind, unit, domain and better direction.
    func text(of metric: Metric) -> String {
        "\(metric.name.text(language)) (\(metric.code)): \(details(of: metric))"
    }

    /// What a metric is beside its name.
    private func details(of metric: Metric) -> String {
        let numbers = NumberWords(language)
        var parts = [kind(metric.kind)]
        if metric.kind != .percent, let unit = TargetWords.unit(of: metric, in: language) {
            parts.append(say("đơn vị tính: \(unit)", "unit: \(unit)"))
        }
        if metric.kind != .yesNo, metric.kind != .task {
            let step = numbers.text(metric.step)
            let least = metric.minimum.map { numbers.text($0) }
            let most = metric.maximum.map { numbers.text($0) }
            switch (least, most) {
            case (let least?, let most?): parts.append(say("từ \(least) đến \(most)", "from \(least) to \(most)"))
            case (let least?, nil): parts.append(say("từ \(least) trở lên", "at least \(least)"))
            case (nil, let most?): parts.append(say("không quá \(most)", "at most \(most)"))
            case (nil, nil): break
            }
            parts.append(say("bước \(step)", "in steps of \(step)"))
        }
        parts.append(
            metric.direction == .higher
                ? say("cao hơn là tốt hơn", "higher is better") : say("thấp hơn là tốt hơn", "lower is better"))
        if let ratio = metric.ratio {
            parts.append("\(ratio.numerator.text(language)) ÷ \(ratio.denominator.text(language))")
        }
        if let marker = metric.notPublished {
            let number = numbers.text(marker.value)
            let reason = marker.reason.text(language)
            parts.append(say("\(number) là không công bố (\(reason))", "\(number) is not published (\(reason))"))
        }
        return parts.joined(separator: "; ")
    }

    private func kind(_ kind: Metric.Kind) -> String {
        switch kind {
        case .percent: say("tỷ lệ %", "percentage")
        case .count: say("số đếm", "count")
        case .amount: say("số lượng", "amount")
        case .yesNo: say("có hoặc không", "yes or no")
        case .points: say("điểm được cho", "points given")
        case .task: say("tình hình thực hiện nhiệm vụ", "what was done about a task")
        }
    }

    /// Every metric without its code, which changes with the criterion's; a line each, behind the measure's name where
    /// a leaf has several.
    var metrics: String {
        guard let leaf = criterion.leaf else { return "" }
        return leaf.measures.flatMap { measure in
            let name = measure.name.map { "\(code(of: measure)). \($0.text(language)): " } ?? ""
            return measure.metrics.map { metric in
                (leaf.measures.count > 1 ? name : "") + "\(metric.name.text(language)): \(details(of: metric))"
            }
        }.joined(separator: "\n")
    }
}
