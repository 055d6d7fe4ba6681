// swift-format-ignore-file
package import Documents
package import Scoring
internal import Values

extension FigureRelation.Figure {
    /// `mẫu số 3.5.2`, `3.4.3 năm trước`.
    fileprivate var phrase: Phrase {
        let name =
            switch part {
            case .value: Phrase(verbatim: metric)
            case .numerator: Phrase("tử số \(metric)", "numerator of \(metric)")
            case .denominator: Phrase("mẫu số \(metric)", "denominator of \(metric)")
            }
        return isLastYear ? Phrase("\(name) \(.lastYear)") : name
    }
}

extension FigureRelation.Side {
    fileprivate var phrase: Phrase {
        terms.enumerated().reduce(.none) { sum, part in
            let term =
                switch part.element.term {
                case .figure(let figure): figure.phrase
                case .number(let number): Phrase("\(number)")
                }
            if part.offset == 0 { return part.element.isTakenOff ? Phrase("−\(term)") : term }
            return Phrase("\(sum) \(part.element.isTakenOff ? "−" : "+") \(term)")
        }
    }
}

extension FigureRelation {
    /// `mẫu số 3.5.2 ≤ mẫu số 3.5.1 (khi 1.1 > 0; cho lệch 1; sai thì cảnh báo; vì …)`.
    package var phrase: Phrase { phrase(with: reason) }
    /// The same without the reason: what it demands.
    package var demand: Phrase { phrase(with: nil) }

    private func phrase(with reason: LocalizedText?) -> Phrase {
        let condition = when.map { when in
            let bound = Phrase("\(when.figure.phrase) \(when.bound.comparison.rawValue) \(when.bound.value)")
            return Phrase("khi \(bound)", "when \(bound)")
        }
        let slack = tolerance == 0 ? nil : Phrase("cho lệch \(tolerance)", "within \(tolerance)")
        let effect = severity == .warning ? Phrase("sai thì cảnh báo", "a warning where it does not hold") : nil
        let remarks = [condition, slack, effect, reason.map { Phrase($0) }, source?.phrase].compactMap { $0 }
        return Phrase("\(left.phrase) \(comparison.rawValue) \(right.phrase)")
            .with(remark: remarks.isEmpty ? nil : remarks.joined("; "))
    }
}
