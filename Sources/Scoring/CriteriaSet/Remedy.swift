public import Values

/// What a set advises where points are lost (gợi ý): what to look at, what to do, who, and how long it usually takes.
/// Advice, and never a promise of points.
public struct Remedy: Hashable, Sendable {
    /// Which loss it is for.
    public enum Occasion: Hashable, Sendable {
        /// Any loss of the criterion.
        case any
        /// A loss of the measure with a code.
        case measure(String)
        /// A loss that the figure with a code makes: the main figure of a measure, or a part of a checklist or formula.
        case metric(String)
        /// A loss that a survey measures, where the factor with a code has the lowest index of those that it covers.
        case factor(String)
        /// A loss in a state.
        case state(State)
    }

    /// The state of a measure that loses points.
    public enum State: String, CaseIterable, Hashable, Sendable {
        /// It is measured, and earns less than it could.
        case scored
        /// It is not measured, for one of these reasons.
        case notReported, lastYearNotReported, awaited, notPublished
        /// It is 0 ÷ 0, for which the set gives no points.
        case zeroDenominator
    }

    /// A number of the unit's own that a text names in braces: `{failed}`.
    public enum Number: String, CaseIterable, Hashable, Sendable {
        /// The points lost, those that stand and the maximum.
        case lost, points, maximum
        /// The figure with its unit, and its two counts.
        case figure, numerator, denominator
        /// How many of the cases failed.
        case failed
        /// The figure that meets the target or, where none is missed, earns most; and the cases missing to it.
        case needed, furtherCases
    }

    /// Which loss it is for.
    public let occasion: Occasion
    /// Why points are lost.
    public let cause: LocalizedText
    /// What to look at.
    public let check: LocalizedText
    /// What to do.
    public let action: LocalizedText
    /// Who does it.
    public let who: LocalizedText
    /// How long it usually takes.
    public let time: LocalizedText

    /// Makes a remedy.
    public init(
        for occasion: Occasion = .any, cause: LocalizedText, check: LocalizedText, action: LocalizedText,
        who: LocalizedText, time: LocalizedText
    ) {
        (self.occasion, self.cause, self.check, self.action) = (occasion, cause, check, action)
        (self.who, self.time) = (who, time)
    }

    /// The texts under the keys that they have in a file.
    package var texts: [(key: String, text: LocalizedText)] {
        [("cause", cause), ("check", check), ("do", action), ("who", who), ("time", time)]
    }
}

/// A text of a remedy, taken apart into sentences of words and numbers: a sentence of which the unit lacks a number is
/// left out.
package struct RemedyText: Hashable, Sendable {
    /// A part of a sentence.
    package enum Piece: Hashable, Sendable {
        case words(String)
        case number(Remedy.Number)
    }

    /// The sentences, without the spaces between them.
    package private(set) var sentences: [[Piece]] = []
    /// What stands in braces and names no number, and braces without their counterpart.
    package private(set) var unknown: [String] = []

    /// Takes a text apart.
    package init(_ text: String) {
        let signs = text.unicodeScalars
        var (sentence, words): ([Piece], String) = ([], "")
        var (start, next) = (signs.startIndex, signs.startIndex)
        while next < signs.endIndex {
            let place = next
            signs.formIndex(after: &next)
            switch signs[place] {
            case "{":
                words += text[start..<place]
                start = next
                let rest = signs[next...]
                guard let end = rest.firstIndex(where: { $0 == "}" || $0 == "{" }), signs[end] == "}" else {
                    unknown.append("{")
                    continue
                }
                let name = String(text[next..<end])
                next = signs.index(after: end)
                start = next
                guard let number = Remedy.Number(rawValue: name) else {
                    unknown.append("{\(name)}")
                    continue
                }
                if !words.isEmpty { sentence.append(.words(words)) }
                words = ""
                sentence.append(.number(number))
            case "}": unknown.append("}")
            case ".", "!", "?", "…":
                guard let beginning = Self.beginning(in: signs[next...]) else { continue }
                words += text[start..<next]
                sentences.append(sentence + [.words(words)])
                (sentence, words, start, next) = ([], "", beginning, beginning)
            default: continue
            }
        }
        words += text[start...]
        if !words.isEmpty { sentence.append(.words(words)) }
        if !sentence.isEmpty { sentences.append(sentence) }
    }

    /// Where the next sentence begins behind a full stop: after a space, with anything but a small letter.
    private static func beginning(in rest: Substring.UnicodeScalarView) -> String.Index? {
        guard rest.first?.properties.isWhitespace ?? false,
            let next = rest.firstIndex(where: { !$0.properties.isWhitespace })
        else { return nil }
        return rest[next].properties.isLowercase ? nil : next
    }
}
