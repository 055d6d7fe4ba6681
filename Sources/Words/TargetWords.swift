// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.

package import Documents
package import Scoring
package import Values

extension Criterion {
    /// A target for a column: the number with its comparison (`> 99 %`), or the official words, cut when brief.
    package func shortTarget(isBrief: Bool) -> Phrase {
        guard let leaf, let target = leaf.target else { return .none }
        guard isBrief else { return Phrase(verbatim: target.text) }
        if let bound = target.bound, leaf.measures.count == 1 { return bound.symbols(for: leaf.measures[0]) }
        // The first point of a list stands for it without its mark.
        let text = target.text.hasPrefix("- ") ? String(target.text.dropFirst(2)) : target.text
        return Phrase(verbatim: text).line(cutAt: 60)
    }
}

extension Bound {
    /// `> 99 %`, `≤ −10 %`: a bound on what a measure's rule looks at.
    package func symbols(for measure: Measure) -> Phrase {
        let (symbol, value) = (comparison.rawValue, measure.withUnit(value))
        return Phrase("\(symbol) \(value)")
    }
}

extension Measure {
    /// The unit of what the rule looks at: a change in percent is a percentage, an answer has none.
    package var unitPhrase: Phrase? {
        switch rule {
        case .changeFromLastYear(let rule) where rule.form == .percent: Phrase(verbatim: "%")
        case .changeFromBaseYear(let rule) where rule.form == .percent: Phrase(verbatim: "%")
        case .checklist, .formula, .freeValue: Phrase("điểm", "points")
        default: metrics.first?.unitPhrase
        }
    }

    /// A number with the unit of what the rule looks at: `99 %`.
    package func withUnit(_ number: FixedDecimal) -> Phrase { Phrase("\(number)").with(unit: unitPhrase) }

    /// An exact number with that unit.
    package func withUnit(_ ratio: ExactRatio) -> Phrase { Phrase("\(ratio)").with(unit: unitPhrase) }
}

extension Metric {
    /// The unit of the metric; nil for an answer in words.
    package var unitPhrase: Phrase? {
        switch kind {
        case .percent: Phrase(verbatim: "%")
        case .yesNo, .task: nil
        case .points: Phrase("điểm", "points")
        case .count, .amount: unit.map { Phrase($0) }
        }
    }
}
