// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.

package import Documents
package import Scoring
internal import Values

extension Comparison {
    /// A bound: `trên 99 %`, `từ 30 % trở lên`.
    package func phrase(_ value: Phrase) -> Phrase {
        switch self {
        case .above: Phrase("trên \(value)", "above \(value)")
        case .atLeast: Phrase("từ \(value) trở lên", "at least \(value)")
        case .below: Phrase("dưới \(value)", "below \(value)")
        case .atMost: Phrase("không quá \(value)", "at most \(value)")
        case .equal: Phrase("bằng \(value)", "equal to \(value)")
        }
    }

    /// By how much something rises or falls: `giảm trên 5 %`, `a fall of more than 5 %`.
    fileprivate func extent(_ size: Phrase) -> Phrase {
        switch self {
        case .above: Phrase("trên \(size)", "more than \(size)")
        case .atLeast: Phrase("từ \(size) trở lên", "at least \(size)")
        case .below: Phrase("dưới \(size)", "less than \(size)")
        case .atMost: Phrase("không quá \(size)", "at most \(size)")
        case .equal: Phrase("bằng \(size)", "exactly \(size)")
        }
    }

    /// How a change is compared with zero.
    fileprivate var changePhrase: Phrase {
        switch self {
        case .above: Phrase("tăng", "a rise")
        case .atLeast: Phrase("không giảm", "no fall")
        case .below: Phrase("giảm", "a fall")
        case .atMost: Phrase("không tăng", "no rise")
        case .equal: Phrase("không đổi", "no change")
        }
    }

    /// What it becomes when both sides change their sign: less than −5 is a fall of more than 5.
    fileprivate var turned: Comparison {
        switch self {
        case .above: .below
        case .atLeast: .atMost
        case .below: .above
        case .atMost: .atLeast
        case .equal: .equal
        }
    }
}

extension Limit {
    /// A limit on a change: `giảm từ 7,5 % trở lên`, `tăng`, `không tăng`.
    package func changePhrase(unit: Phrase?) -> Phrase {
        if value == .zero { return comparison.changePhrase }
        if value > .zero {
            let extent = comparison.extent(Phrase("\(value)").with(unit: unit))
            return Phrase("tăng \(extent)", "a rise of \(extent)")
        }
        let extent = comparison.turned.extent(Phrase("\(value.negated)").with(unit: unit))
        return Phrase("giảm \(extent)", "a fall of \(extent)")
    }
}

extension Measure {
    /// A bound on what the rule looks at: `trên 99 %`, `giảm từ 10 % trở lên`.
    package func phrase(of bound: Bound) -> Phrase { phrase(of: Limit(bound)) }

    /// A limit on what the rule looks at.
    package func phrase(of limit: Limit) -> Phrase {
        let text = limit.comparison.phrase(withUnit(limit.value))
        switch rule {
        case .changeFromLastYear, .changeFromBaseYear: return limit.changePhrase(unit: unitPhrase)
        case .limit(let rule):
            guard case .metric = rule.limit else { return text }
            return Phrase("phần vượt mức giới hạn \(text)", "what lies beyond the limit \(text)")
        default: return text
        }
    }

    /// A range of what the rule looks at: `từ 75 % đến dưới 100 %`, `trên 99 %`; nil when it is open on both sides.
    func range(from lower: Limit?, to upper: Limit?) -> Phrase? {
        guard let lower, let upper else { return (lower ?? upper).map { phrase(of: $0) } }
        switch rule {
        case .changeFromLastYear, .changeFromBaseYear, .limit:
            let (first, last) = (phrase(of: lower), phrase(of: upper))
            return Phrase("\(first) và \(last)", "\(first) and \(last)")
        default: break
        }
        let (low, high) = (withUnit(lower.value), withUnit(upper.value))
        return switch (lower.comparison, upper.comparison) {
        case (.above, .below): Phrase("trên \(low) và dưới \(high)", "above \(low) and below \(high)")
        case (.above, _): Phrase("trên \(low) đến \(high)", "above \(low) up to \(high)")
        case (_, .below): Phrase("từ \(low) đến dưới \(high)", "from \(low) to below \(high)")
        default: Phrase("từ \(low) đến \(high)", "from \(low) to \(high)")
        }
    }
}
