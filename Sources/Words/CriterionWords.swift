// swift-format-ignore-file
package import Documents
package import Scoring
internal import Values

/// What an edition says of one criterion; nil for what it does not say.
package struct CriterionWords: Sendable {
    private let criterion: Criterion
    private let set: CriteriaSet
    private let codesAreShort: Bool

    /// Short codes of measures leave out the criterion's, which another edition may have changed.
    package init(_ criterion: Criterion, in set: CriteriaSet, codesAreShort: Bool = false) {
        (self.criterion, self.set, self.codesAreShort) = (criterion, set, codesAreShort)
    }

    private var measures: [Measure] { criterion.leaf?.measures ?? [] }

    private func code(of measure: Measure) -> String {
        let isShort = codesAreShort && measure.code.hasPrefix(criterion.code + ".")
        return isShort ? String(measure.code.dropFirst(criterion.code.count + 1)) : measure.code
    }

    /// The code of a measure in front of what is said of it, where there are several.
    private func mark(_ measure: Measure) -> Phrase? { measures.count > 1 ? Phrase("\(code(of: measure)): ") : nil }

    /// The target, or the targets of the measures, a line each.
    package var target: Phrase? {
        if let target = criterion.leaf?.target { return Phrase(verbatim: target.text) }
        return measures.map { $0.target.map { Phrase(verbatim: $0.text) } }.listed("\n")
    }

    /// The leaf's own target with the number that it holds.
    package var targetOfLeaf: Phrase? { criterion.leaf?.target?.phrase(for: measures[0]) }

    /// All targets with the numbers that they hold: two targets are the same when both are.
    package var targetsWithBounds: Phrase? {
        ([targetOfLeaf] + measures.map { $0.target?.phrase(for: $0) }).listed("\n")
    }

    /// The rule; of several measures a line each, with how they are put together.
    package var rule: Phrase? {
        let rules = measures.flatMap { measure in
            [Phrase("\(mark(measure))\(measure.rulePhrase(in: set.years))")]
                + measure.groupRules.map { Phrase("\(mark(measure))\($0.phrase(of: measure, in: set))") }
        }
        return ([criterion.combination.rule, measures.count > 1 ? combination : nil] + rules.map { Optional($0) } + [requirement]).listed("\n")
    }

    /// How it is scored: the words of the source, or the rule where the set has none.
    package var scoring: Phrase? {
        let wording = criterion.leaf?.wording ?? []
        return wording.isEmpty ? rule : wording.map { Phrase($0) }.listed("\n")
    }

    /// The condition on another criterion.
    package var requirement: Phrase? { criterion.leaf?.requirement?.phrase }

    private var combination: Phrase {
        let weights = measures.map { Phrase("\(code(of: $0)) × \($0.weight)") }.joined(", ")
        if criterion.leaf?.combination == .minimum {
            return Phrase("lấy mức thấp nhất của các ý", "the least share of the measures")
        } else if measures.allSatisfy({ $0.weight == 1 }) {
            return Phrase("trung bình các ý áp dụng", "mean of the measures that apply")
        }
        return Phrase("trung bình các ý áp dụng theo trọng số: \(weights)",
                      "weighted mean of the measures that apply: \(weights)")
    }

    /// The levels that it applies to, with those of measures that apply to fewer.
    package var levels: Phrase? {
        let fewer = measures.map { measure in
            measure.levels.map { Phrase("\(code(of: measure)): \(set.names(ofLevels: $0))") }
        }
        return ([criterion.leaf.map { set.names(ofLevels: $0.levels) }] + fewer).listed("; ")
    }

    package var notApplicable: Phrase? {
        measures.map { measure in measure.notApplicable.map { Phrase("\(mark(measure))\($0.phrase)") } }.listed("; ")
    }

    package var task: Phrase? {
        [criterion.leaf?.product.map { Phrase($0) }, criterion.leaf?.deadline?.phrase].listed("; ")
    }

    package var evidence: Phrase? { criterion.leaf?.evidence.map { Phrase($0) }.listed("; ") }

    /// Every metric without its code, which changes with the criterion's; a line each, behind the measure's name where
    /// a leaf has several. Nothing where what is measured is not settled yet.
    package var metrics: Phrase? {
        measures.filter { !$0.isOpen }.flatMap { measure -> [Phrase?] in
            let name = measures.count == 1 ? nil : measure.name.map { Phrase("\(code(of: measure)). \($0): ") }
            return measure.metrics.map { Phrase("\(name)\($0.name): \($0.details)") }
        }.listed("\n")
    }
}

extension GroupRule {
    /// Whom it is for: `khối mien-nui, hai-dao; Cấp xã`.
    package func units(in set: CriteriaSet) -> Phrase {
        let list = groups.joined(separator: ", ")
        let named = groups.isEmpty ? nil : Phrase("khối \(list)", "\(groups.count == 1 ? "group" : "groups") \(list)")
        return [named, levels.isEmpty ? nil : set.names(ofLevels: levels)].listed("; ") ?? .none
    }

    /// What it says in all years of an edition, behind whom it is for: `khối mien-nui: từ 70 % trở lên …`.
    package func phrase(of measure: Measure, in set: CriteriaSet) -> Phrase {
        Phrase("\(units(in: set)): \(ruleAndTarget(of: measure, in: set.years))")
    }

    /// What it says in all years of an edition, with its target.
    package func ruleAndTarget(of measure: Measure, in years: ClosedRange<Int>) -> Phrase {
        let own = measure.with(self)
        let stated = target.map { Phrase("chỉ tiêu: \($0.phrase(for: own))", "target: \($0.phrase(for: own))") }
        return own.rulePhrase(in: years).with(remark: stated)
    }
}

extension Criterion {
    /// `1.1. Số hóa hồ sơ`.
    package var heading: Phrase { Phrase("\(self.code). \(self.name)") }
    /// `1.1 – Số hóa hồ sơ`.
    package var label: Phrase { Phrase("\(self.code) – \(self.name)") }
    /// The name behind a space for each level of the tree above it.
    package var indentedName: Phrase { Phrase("\(String(repeating: " ", count: self.depth))\(self.name)") }
}

extension Measure {
    /// The code with the name, or with that of the metric.
    package var heading: Phrase { Phrase("\(self.code). \(self.name ?? metrics[0].name)") }
}

extension Target {
    /// The target with the number that it holds: `Trên 99% hồ sơ đúng hạn (> 99 %)`.
    package func phrase(for measure: Measure) -> Phrase {
        Phrase(verbatim: text).with(remark: bound?.symbols(for: measure))
    }
}

extension Agencies {
    /// Who watches, leads and helps; nil when nobody is named.
    package var phrase: Phrase? {
        [(Phrase.monitoring, monitoring), (.lead, lead), (.coordinating, coordinating)]
            .map { label, name in name.map { Phrase("\(label): \($0)") } }.listed("; ")
    }
}

extension NotApplicable {
    package var phrase: Phrase {
        let convention = (convention == .leaveOut ? Settlement.leaveOut : .fullPoints).phrase
        return when.map { Phrase("\($0) → \(convention)") } ?? convention
    }
}

extension Deadline {
    /// The plan's words, with the days where the plan states them.
    package var phrase: Phrase? {
        let days = [from, due].map { $0.map { day in Phrase("\(day)") } }
        let phrase = Phrase(verbatim: text).with(remark: days.listed(" – "))
        return phrase.isEmpty ? nil : phrase
    }
}

extension Metric {
    /// What it is beside its name: kind, unit, domain and better direction.
    package var details: Phrase {
        let unit = kind == .percent ? nil : unitPhrase.map { Phrase("đơn vị tính: \($0)", "unit: \($0)") }
        let better = direction == .higher
            ? Phrase("cao hơn là tốt hơn", "higher is better") : Phrase("thấp hơn là tốt hơn", "lower is better")
        let counts = ratio.map { Phrase("\($0.numerator) ÷ \($0.denominator)") }
        let marker = notPublished.map { marker in
            Phrase("\(marker.value) là không công bố", "\(marker.value) is not published").with(remark: marker.reason)
        }
        let zero = zeroDenominator.map { zero in
            let siblings = zero.siblings.isEmpty ? nil : Phrase(verbatim: zero.siblings.joined(separator: ", "))
            return Phrase("mẫu số bằng 0: \(zero.convention.phrase.with(remark: siblings))",
                          "a denominator of 0: \(zero.convention.phrase.with(remark: siblings))")
        }
        let pooled = pooling.map { $0.phrase }
        let steps = isNumber ? Phrase("bước \(self.step)", "in steps of \(self.step)") : nil
        return [kind.phrase, unit, domain, steps, better, counts, zero, pooled, marker].listed("; ") ?? .none
    }

    /// How a figure is entered: `tử số: số hồ sơ đúng hạn; mẫu số: số hồ sơ đã giải quyết`, `có hoặc không`, `số đếm (cuộc)`.
    package var entryPhrase: Phrase {
        if let ratio {
            return Phrase("tử số: \(ratio.numerator); mẫu số: \(ratio.denominator)",
                          "numerator: \(ratio.numerator); denominator: \(ratio.denominator)")
        }
        if kind == .task {
            return Phrase("hoàn thành đúng hạn, hoàn thành trễ hạn, chưa hoàn thành hoặc chưa đến hạn",
                          "done in time, done late, not done or not due")
        }
        return kind == .percent || kind == .points ? kind.phrase : kind.phrase.with(remark: unitPhrase)
    }

    private var isNumber: Bool { kind != .yesNo && kind != .task }

    private var domain: Phrase? {
        switch (minimum, maximum) {
        case _ where !isNumber: nil
        case (let least?, let most?): Phrase("từ \(least) đến \(most)", "from \(least) to \(most)")
        case (let least?, nil): Phrase("từ \(least) trở lên", "at least \(least)")
        case (nil, let most?): Phrase("không quá \(most)", "at most \(most)")
        case (nil, nil): nil
        }
    }
}

extension Metric.Pooling {
    fileprivate var phrase: Phrase {
        switch self {
        case .sum: Phrase("gộp đơn vị: cộng", "merged units: added up")
        case .mean: Phrase("gộp đơn vị: trung bình cộng", "merged units: the plain mean")
        case .none: Phrase("gộp đơn vị: không cộng được", "merged units: does not add up")
        }
    }
}

extension Metric.Kind {
    fileprivate var phrase: Phrase {
        switch self {
        case .percent: Phrase("tỷ lệ %", "percentage")
        case .count: Phrase("số đếm", "count")
        case .amount: Phrase("số lượng", "amount")
        case .yesNo: Phrase("có hoặc không", "yes or no")
        case .points: Phrase("điểm được cho", "points given")
        case .task: Phrase("tình hình thực hiện nhiệm vụ", "what was done about a task")
        }
    }
}

extension Objective {
    /// `Chỉ số CCHC: Trong nhóm 20 tỉnh (≤ 20); nguồn`.
    package var phrase: Phrase { Phrase("\(code). \(name): \(target.text) (\(source.phrase))") }
}

extension [Phrase?] {
    /// The texts that there are, with a separator between them; nil where there are none.
    package func listed(_ separator: String) -> Phrase? {
        let texts = compactMap { $0 }
        return texts.isEmpty ? nil : texts.joined(separator)
    }
}
