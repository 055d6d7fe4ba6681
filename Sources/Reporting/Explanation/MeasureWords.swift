package import Documents
internal import Words
import Scoring
import Values

/// What the words of one measure's rule need: its numbers, and the signs of the language.
struct MeasureWords {
    let language: Language
    let numbers: NumberWords
    let explanation: MeasureExplanation
    /// The leaf's maximum, on whose scale the rule's points are.
    let maximum: FixedDecimal
    /// The year that is scored.
    let year: Int

    init(_ explanation: MeasureExplanation, maximum: FixedDecimal, year: Int, language: Language) {
        self.explanation = explanation
        self.maximum = maximum
        self.year = year
        self.language = language
        numbers = NumberWords(language)
    }

    var measure: Measure { explanation.measure }
    var main: Metric { measure.metrics[0] }
    var points: ExactRatio? { explanation.outcome.points }
    var quantity: ExactRatio? { explanation.outcome.quantity }

    /// One of two texts, by the language.
    func say(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    func text(_ number: FixedDecimal) -> String { numbers.text(number) }

    /// The maximum as a number.
    var most: String { text(maximum) }

    /// The unit of what the rule looks at, with a space before it.
    var unit: String? { TargetWords.unit(of: measure, in: language) }

    /// A number with the unit of what the rule looks at: `99 %`.
    func withUnit(_ number: FixedDecimal) -> String { numbers.text(number, unit: unit) }

    /// An exact number with that unit.
    func withUnit(_ ratio: ExactRatio) -> String { numbers.text(ratio) + (unit.map { " " + $0 } ?? "") }

    /// What the rule looked at, as a number to calculate with; two counts where their quotient has no end.
    var value: String {
        guard let quantity else { return "?" }
        if quantity.exactDecimal == nil, explanation.figures.count == 1,
            case .ratio(let numerator, let denominator) = explanation.figures[0].figure
        {
            return "(\(text(numerator)) ÷ \(text(denominator)) × 100)"
        }
        return numbers.term(quantity)
    }

    /// `= 1,205`: the points that came out.
    var result: String { points.map { numbers.equals($0) } ?? "" }

    /// A bound with the unit, in words.
    func bound(_ bound: Bound) -> String { limit(Limit(bound)) }

    /// A limit with the unit, in words.
    func limit(_ limit: Limit) -> String {
        switch measure.rule {
        case .changeFromLastYear, .changeFromBaseYear:
            return numbers.change(limit.comparison, limit.value, unit: unit)
        case .limit(let rule):
            guard case .metric = rule.limit else { break }
            let text = numbers.bound(limit.comparison, withUnit(limit.value))
            return say("phần vượt mức giới hạn \(text)", "what lies beyond the limit \(text)")
        default: break
        }
        return numbers.bound(limit.comparison, withUnit(limit.value))
    }

    /// An amount in words: `0,5 điểm`, `50 % điểm tối đa`.
    func amount(_ amount: Amount) -> String {
        switch amount {
        case .points(let points): "\(text(points)) \(say("điểm", "points"))"
        case .share(100): say("điểm tối đa", "the maximum")
        case .share(let share): say("\(text(share)) % điểm tối đa", "\(text(share)) % of the maximum")
        }
    }

    /// An amount as a factor: `0,5`, `50 % × 1,25`.
    func factor(_ amount: Amount) -> String {
        switch amount {
        case .points(let points): text(points)
        case .share(100): most
        case .share(let share): "\(text(share)) % × \(most)"
        }
    }

    /// Whether the figure lies on a flat part of the scale.
    var isFlat: Bool { explanation.reached.map { $0.slope == .zero } ?? true }

    /// `: được điểm tối đa 1,25` or `: 0 điểm`, where the scale is flat.
    var flatResult: String {
        guard let points else { return "" }
        if points == ExactRatio(maximum) { return say("được điểm tối đa \(most)", "the maximum, \(most)") }
        return say("\(numbers.text(points)) điểm", "\(numbers.text(points)) points")
    }

    /// The part of the scale that was reached, in words: `từ 80 % đến 99 %`.
    var reachedRange: String? {
        explanation.reached.flatMap { range(from: $0.lower, to: $0.upper) }
    }

    /// A range in words: `từ 75 % đến dưới 100 %`, `trên 99 %`; nil when it is open on both sides.
    func range(from lower: Limit?, to upper: Limit?) -> String? {
        guard let lower, let upper else { return (lower ?? upper).map(limit) }
        switch measure.rule {
        case .changeFromLastYear, .changeFromBaseYear, .limit:
            return limit(lower) + say(" và ", " and ") + limit(upper)
        default: break
        }
        let (low, high) = (withUnit(lower.value), withUnit(upper.value))
        switch (lower.comparison, upper.comparison) {
        case (.above, .below): return say("trên \(low) và dưới \(high)", "above \(low) and below \(high)")
        case (.above, _): return say("trên \(low) đến \(high)", "above \(low) up to \(high)")
        case (_, .below): return say("từ \(low) đến dưới \(high)", "from \(low) to below \(high)")
        default: return say("từ \(low) đến \(high)", "from \(low) to \(high)")
        }
    }

    /// A text in the quotes of the language.
    func quoted(_ text: String) -> String { say("«\(text)»", "“\(text)”") }

    /// The value with the part of the scale that it lies in, and what that earns.
    var flatCalculation: String {
        let head = quantity.map { withUnit($0) } ?? "?"
        guard let range = reachedRange else { return "\(head): \(flatResult)" }
        return "\(head) (\(range)): \(flatResult)"
    }
}
