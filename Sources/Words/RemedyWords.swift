// swift-format-ignore-file
package import Documents
package import Scoring
package import Values

/// What a set advises where points are lost.
package enum RemedyWords {
    package static let title = Phrase("Gợi ý (không hứa điểm)", "Advice, no promise of points")
    package static let check = Phrase("Kiểm tra", "Check")
    package static let action = Phrase("Việc làm", "Do")
    package static let who = Phrase("Người làm", "Who")
    package static let time = Phrase("Thời gian", "Time")
}

extension AppliedRemedy {
    /// One of its texts with the unit's numbers; nil where every sentence needs a number that the unit lacks.
    package func phrase(_ text: LocalizedText, digits: Int) -> Phrase? {
        let phrase = Phrase(written: { language in
            RemedyText(text.text(language)).sentences.compactMap { pieces -> String? in
                var sentence = ""
                for piece in pieces {
                    switch piece {
                    case .words(let words): sentence += words
                    case .number(let number):
                        guard let words = self.phrase(number, digits: digits) else { return nil }
                        sentence += words.text(language)
                    }
                }
                return sentence
            }.joined(separator: " ")
        })
        return phrase.isEmpty ? nil : phrase
    }

    /// The remedy on several lines: why, what to look at, what to do, who and how long; nil where nothing can be said.
    package func lines(digits: Int) -> Phrase? {
        let titles = [nil, RemedyWords.check, RemedyWords.action, RemedyWords.who, RemedyWords.time]
        let lines = zip(titles, remedy.texts).compactMap { title, entry in
            phrase(entry.text, digits: digits).map { text in title.map { Phrase("\($0): \(text)") } ?? text }
        }
        return lines.isEmpty ? nil : lines.joined("\n")
    }

    private func phrase(_ number: Remedy.Number, digits: Int) -> Phrase? {
        func whole(_ count: FixedDecimal?) -> Phrase? { count.map { count in Phrase("\(count)") } }
        switch number {
        case .lost: return Phrase("\(lost, digits: digits)")
        case .points: return points.map { points in Phrase("\(points, digits: digits)") }
        case .maximum: return Phrase("\(maximum, digits: digits)")
        case .figure:
            guard let metric, let figure, let number = figure.exactNumber else { return nil }
            // As many decimals as people need.
            if metric.kind == .percent { return Phrase(written: { Value.ratio(number, look: .roundedPercent).text($0) }) }
            return metric.result(of: figure)
        case .numerator: return whole(counts?.numerator)
        case .denominator: return whole(counts?.denominator)
        case .failed: return whole(failed)
        case .needed: return needed.flatMap { needed in metric?.phrase(of: .value(needed)) }
        case .furtherCases: return whole(furtherCases)
        }
    }
}
