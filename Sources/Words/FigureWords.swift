// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.
package import Documents
package import Scoring
internal import Values

extension Metric {
    /// A figure with its unit: `482/500 = 96,4 %`, `có`, `12 cuộc`, `chưa báo cáo`.
    package func phrase(of figure: Figure) -> Phrase {
        switch figure {
        case .value(let value) where kind == .yesNo: value >= 1 ? .yes : .no
        case .value where kind == .task: progress(figure, target: nil).phrase
        case .value(let value): Phrase("\(value)").with(unit: unitPhrase)
        case .ratio(let numerator, let denominator):
            Phrase("\(numerator)/\(denominator)\(figure.exactNumber.map { Phrase(" \($0.asResult) %") })")
        case .notReported: .notReported.lowercased
        case .notApplicable: .notApplicable.lowercased
        case .awaited where kind == .task: TaskProgress.notDue.phrase
        case .awaited: Phrase("chờ khảo sát", "survey awaited")
        case .notPublished: .notPublished.lowercased + (notPublished.map { Phrase(" (\($0.reason))") } ?? .none)
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

    /// The text in quotes.
    var quoted: Phrase { Phrase("«\(self)»", "“\(self)”") }

    package static let yes = Phrase("có", "yes")
    package static let no = Phrase("không", "no")
}
