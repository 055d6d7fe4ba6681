package import Documents
internal import Scoring
package import Values
internal import Words

// TRANSITION: what reports that are not yet declared still call. Goes when the last one is.

package struct NumberWords: Hashable, Sendable {
    package let language: Language
    package init(_ language: Language) { self.language = language }
    package var decimalSeparator: String { String(NumberFormat(language).decimalSeparator) }
    package func text(_ number: FixedDecimal, minimumDigits: Int = 0) -> String {
        NumberFormat(language).text(number, digits: minimumDigits)
    }
    package func text(_ ratio: ExactRatio) -> String { NumberFormat(language).text(ratio) }
    package func text(_ number: FixedDecimal, unit: String?) -> String {
        text(number) + (unit.map { " " + $0 } ?? "")
    }
}

enum FigureWords {
    static func text(_ figure: Figure, of metric: Metric, in language: Language) -> String {
        metric.phrase(of: figure).text(language)
    }
}

struct MeasureWords {
    let explanation: MeasureExplanation
    let language: Language
    func say(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
}

enum StepWords {
    static func need(_ step: NextStep, _ words: MeasureWords) -> String {
        words.explanation.need(of: step).text(words.language)
    }
}

struct GapWords {
    let words: MeasureWords
    private let phrases: Words.GapWords
    init(_ gap: MeasureGap, of leaf: LeafGap, year: Int, digits: Int, language: Language) {
        words = MeasureWords(explanation: gap.explanation, language: language)
        phrases = Words.GapWords(gap, digits: digits)
    }
    var measured: String { phrases.measured.text(words.language) }
    var target: String? { phrases.target?.text(words.language) }
    var distance: String { phrases.distance?.text(words.language) ?? "" }
    var next: String { phrases.next?.text(words.language) ?? "" }
    var sampling: String? { phrases.sampling?.text(words.language) }
}

enum ChangeWords {
    static func remark(_ change: FigureChange, in language: Language) -> String {
        change.remark?.text(language) ?? ""
    }
    static func signed(_ number: FixedDecimal, minimumDigits: Int = 0, in language: Language) -> String {
        Phrase.signed(number, digits: minimumDigits).text(language)
    }
    static func fraction(_ rank: GroupRank, in language: Language) -> String { rank.fraction.text(language) }
    static func rank(_ rank: GroupRank?, in language: Language) -> String { rank.phrase.text(language) }
}
