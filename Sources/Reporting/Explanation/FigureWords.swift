package import Documents
internal import Words
import Scoring
import Values

/// Figures in words.
enum FigureWords {
    /// A figure with its unit: `482/500 hồ sơ = 96,4 %`, `Có`, `12 cuộc`, `chưa báo cáo`.
    static func text(_ used: UsedFigure, in language: Language) -> String {
        text(used.figure, of: used.metric, in: language)
    }

    /// The same for a figure and its metric.
    static func text(_ figure: Figure, of metric: Metric, in language: Language) -> String {
        let numbers = NumberWords(language)
        switch figure {
        case .value(let value):
            if metric.kind == .yesNo {
                return value >= 1 ? (language == .vi ? "có" : "yes") : (language == .vi ? "không" : "no")
            }
            if metric.kind == .task { return TaskWords.text(ExactRatio(value), in: language) }
            return numbers.text(value, unit: TargetWords.unit(of: metric, in: language))
        case .ratio(let numerator, let denominator):
            let counts = "\(numbers.text(numerator))/\(numbers.text(denominator))"
            guard let percent = percent(figure) else { return counts }
            return "\(counts) \(numbers.equals(percent)) %"
        case .notReported: return Label.notReported.text(language).lowercased()
        case .notApplicable: return Label.notApplicable.text(language).lowercased()
        case .awaited where metric.kind == .task: return TaskWords.notDue(in: language)
        case .awaited: return language == .vi ? "chờ khảo sát" : "survey awaited"
        case .notPublished:
            let label = Label.notPublished.text(language).lowercased()
            return metric.notPublished.map { "\(label) (\($0.reason.text(language)))" } ?? label
        }
    }

    /// A figure as a number to calculate with; `?` when there is none.
    static func number(_ figure: Figure, _ numbers: NumberWords) -> String {
        switch figure {
        case .value(let value): numbers.text(value)
        case .ratio: percent(figure).map { numbers.text($0) } ?? "?"
        case .notReported, .notApplicable, .awaited, .notPublished: "?"
        }
    }

    /// Two counts as a percentage; nil for another figure and for a denominator of zero.
    static func percent(_ figure: Figure) -> ExactRatio? {
        guard case .ratio(let numerator, let denominator) = figure else { return nil }
        return ExactRatio(100 * Int128(numerator.mantissa), over: Int128(denominator.mantissa))
    }
}
