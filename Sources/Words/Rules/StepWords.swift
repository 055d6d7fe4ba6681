// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.

package import Documents
package import Scoring
internal import Values

// Next steps in words.

extension MeasureExplanation {
    /// `cần trên 99 %: thêm 14 «hồ sơ đúng hạn» (496/500) → tiêu chí được 1,25 điểm, thêm 0,04`.
    package func phrase(of step: NextStep) -> Phrase {
        let need = need(of: step)
        let how =
            switch measure.rule {
            case .yesNo, .task: nil as Phrase?
            default: how(step).map { Phrase(": \($0)") }
            }
        return Phrase("cần \(need)\(how) → tiêu chí được \(step.points) điểm, thêm \(step.gain)",
                      "needs \(need)\(how) → points of the criterion: \(step.points), \(step.gain) more")
    }

    /// What a step needs: `trên 99 %`, `«có»`, `«hoàn thành đúng hạn»`.
    package func need(of step: NextStep) -> Phrase {
        switch measure.rule {
        case .task: return step.needed.value.taskPhrase.quoted
        case .yesNo: return (step.needed.comparison == .atLeast ? Phrase.yes : .no).quoted
        case .deduction where step.needed.comparison == .atMost && step.needed.value == .zero:
            let violation = measure.unitPhrase ?? .violation
            return Phrase("không có \(violation) nào", "no \(violation) at all")
        default: return measure.phrase(of: step.needed)
        }
    }

    private func how(_ step: NextStep) -> Phrase? {
        let metric = measure.metrics[0]
        let main = figures.first { $0.metric.code == metric.code && !$0.isLastYear }
        if let needed = step.numerator, case .ratio(let now, let whole) = main?.figure {
            let counted = metric.ratio.map { Phrase($0.numerator) } ?? .none
            let difference = difference(from: now, to: needed, unit: nil)
            return Phrase("\(difference) \(counted.quoted) (\(needed)/\(whole))")
        }
        guard let needed = step.figure else { return nil }
        let reached = measure.withUnit(needed)
        guard case .value(let now) = main?.figure, metric.kind == .count else {
            // What must be reached is said already.
            return ExactRatio(needed) == step.needed.value ? nil : Phrase("đạt \(reached)", "reach \(reached)")
        }
        let difference = difference(from: now, to: needed, unit: measure.unitPhrase)
        return Phrase("\(difference), thành \(reached)", "\(difference), to \(reached)")
    }

    /// `thêm 14`, `bớt 3 vi phạm`.
    private func difference(from now: FixedDecimal, to needed: FixedDecimal, unit: Phrase?) -> Phrase {
        let change = ExactRatio(needed).subtracting(ExactRatio(now))?.rounded(.finest) ?? 0
        let amount = Phrase("\(needed >= now ? change : -change)").with(unit: unit)
        return needed >= now ? Phrase("thêm \(amount)", "\(amount) more") : Phrase("bớt \(amount)", "\(amount) fewer")
    }
}
