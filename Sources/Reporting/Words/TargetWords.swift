package import Documents
internal import Words
import Scoring
import Values

/// Targets and quantities in words.
enum TargetWords {
    /// A target for a column: the number with its comparison (`> 99 %`), or the official words, cut when brief.
    static func short(_ criterion: Criterion, in language: Language, isBrief: Bool) -> String {
        guard let leaf = criterion.leaf, let target = leaf.target else { return "" }
        guard isBrief else { return target.text }
        if let bound = target.bound, leaf.measures.count == 1 {
            return symbol(bound, of: leaf.measures[0], in: language)
        }
        // The first point of a list stands for it without its mark.
        let text = target.text.hasPrefix("- ") ? String(target.text.dropFirst(2)) : target.text
        return CleanText.cut(CleanText.line(text), at: 60)
    }

    /// `> 99 %`, `≤ −10 %`.
    static func symbol(_ bound: Bound, of measure: Measure, in language: Language) -> String {
        let value = NumberWords(language).text(bound.value, unit: unit(of: measure, in: language))
        return "\(bound.comparison.rawValue) \(value)"
    }

    /// The unit of what a measure's rule looks at: a change in percent is a percentage, an answer has none.
    static func unit(of measure: Measure, in language: Language) -> String? {
        switch measure.rule {
        case .changeFromLastYear(let rule) where rule.form == .percent: return "%"
        case .changeFromBaseYear(let rule) where rule.form == .percent: return "%"
        case .checklist, .formula, .freeValue: return language == .vi ? "điểm" : "points"
        default: return measure.metrics.first.flatMap { unit(of: $0, in: language) }
        }
    }

    /// The unit of a metric.
    static func unit(of metric: Metric, in language: Language) -> String? {
        switch metric.kind {
        case .percent: "%"
        case .yesNo, .task: nil
        case .points: language == .vi ? "điểm" : "points"
        case .count, .amount: metric.unit?.text(language)
        }
    }
}
