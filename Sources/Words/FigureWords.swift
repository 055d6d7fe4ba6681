// swift-format-ignore-file
package import Documents
package import Scoring
package import Values

extension Metric {
    /// What a figure comes to, without the numbers that it is made of: `96,4 %`, `có`, `12 cuộc`, `chưa báo cáo`.
    package func result(of figure: Figure) -> Phrase {
        guard case .ratio = figure, let share = figure.exactNumber else { return phrase(of: figure) }
        return Phrase(written: { Value.ratio(share, look: .roundedPercent).text($0) })
    }

    /// A figure with its unit: `482/500 = 96,4 %`, `có`, `12 cuộc`, `chưa báo cáo`.
    package func phrase(of figure: Figure) -> Phrase {
        switch figure {
        case .value(let value) where kind == .yesNo: value >= 1 ? .yes : .no
        case .value where kind == .task: progress(figure, target: nil).phrase
        case .value(let value): Phrase("\(value)").with(unit: unitPhrase)
        case .ratio(let numerator, let denominator):
            Phrase("\(numerator)/\(denominator)\(figure.exactNumber.map { Phrase(" \($0.asResult) %") })")
        case .notReported: LeafStatus.notReported.phrase.lowercased
        case .notApplicable: .notApplicable.lowercased
        case .awaited where kind == .task: TaskProgress.notDue.phrase
        case .awaited: Phrase("chờ khảo sát", "survey awaited")
        case .notPublished: LeafStatus.notPublished.phrase.lowercased.with(remark: notPublished?.reason)
        }
    }

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

extension ExactRatio {
    /// As a term of a sum or product: `≈0,333333`.
    var asTerm: Phrase { Phrase("\(self)").map { $0.filter { $0 != " " } } }
    /// As the result of a calculation: `= 1,205`, or `≈ 0,333333` where six decimals cut it.
    var asResult: Phrase { exactDecimal == nil ? Phrase("\(self)") : Phrase("= \(self)") }
}

extension Phrase {
    /// The text with a unit behind it: `99 %`, `30 thủ tục`.
    package func with(unit: Phrase?) -> Phrase { unit.map { Phrase("\(self) \($0)") } ?? self }
    /// The text with a remark in brackets behind it.
    package func with(remark: Phrase?) -> Phrase { remark.map { Phrase("\(self) (\($0))") } ?? self }
    package func with(remark: LocalizedText?) -> Phrase { with(remark: remark.map { Phrase($0) }) }
    var quoted: Phrase { Phrase("«\(self)»", "“\(self)”") }
    package static let yes = Phrase("có", "yes")
    package static let no = Phrase("không", "no")
}

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
    package func symbols(for measure: Measure) -> Phrase { Phrase("\(comparison.rawValue) \(measure.withUnit(value))") }
}

extension Measure {
    /// The unit of what the rule looks at: a change in percent is a percentage, percentages differ by percentage points,
    /// an answer has none.
    package var unitPhrase: Phrase? {
        switch rule {
        case .changeFromLastYear(let rule): unit(ofChange: rule.form)
        case .changeFromBaseYear(let rule): unit(ofChange: rule.form)
        case .checklist, .formula, .freeValue: Phrase("điểm", "points")
        default: metrics.first?.unitPhrase
        }
    }

    private func unit(ofChange form: ChangeForm) -> Phrase? {
        switch form {
        case .percent: Phrase(verbatim: "%")
        case .difference where metrics.first?.kind == .percent: Phrase("điểm phần trăm", "percentage points")
        case .difference: metrics.first?.unitPhrase
        }
    }

    /// A number with the unit of what the rule looks at: `99 %`.
    package func withUnit(_ number: FixedDecimal) -> Phrase { Phrase("\(number)").with(unit: unitPhrase) }
    package func withUnit(_ ratio: ExactRatio) -> Phrase { Phrase("\(ratio)").with(unit: unitPhrase) }
}
