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
        var rest = Substring(text)
        var sentence: [Piece] = []
        var words = ""
        while let letter = rest.popFirst() {
            if letter == "{" {
                guard let end = rest.firstIndex(where: { $0 == "}" || $0 == "{" }), rest[end] == "}" else {
                    unknown.append("{")
                    continue
                }
                let name = String(rest[..<end])
                rest = rest[rest.index(after: end)...]
                guard let number = Remedy.Number(rawValue: name) else {
                    unknown.append("{\(name)}")
                    continue
                }
                if !words.isEmpty { sentence.append(.words(words)) }
                words = ""
                sentence.append(.number(number))
                continue
            }
            if letter == "}" { unknown.append("}") }
            words.append(letter)
            guard Self.ends(letter, before: rest) else { continue }
            rest = rest.drop { $0.isWhitespace }
            sentences.append(sentence + [.words(words)])
            (sentence, words) = ([], "")
        }
        if !words.isEmpty { sentence.append(.words(words)) }
        if !sentence.isEmpty { sentences.append(sentence) }
    }

    /// Whether a sentence ends with a letter: after a full stop and a space something begins that is no small letter.
    private static func ends(_ letter: Character, before rest: Substring) -> Bool {
        guard letter == "." || letter == "!" || letter == "?" || letter == "…", rest.first?.isWhitespace ?? false,
            let next = rest.first(where: { !$0.isWhitespace })
        else { return false }
        return !next.isLowercase
    }
}
