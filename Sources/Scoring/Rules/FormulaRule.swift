package import Values

/// **`formula`: points by a formula of several figures.**
///
/// `figures` names the measure's figures; `points` is an expression of these names, numbers, `maximum`, `+ - * /`,
/// parentheses, `min(…)` and `max(…)`. The result is clamped to between 0 and the maximum.
///
/// `{"kind": "formula", "figures": {"done": "3.1.a", "planned": "3.1.b"}, "points": "maximum * min(1, done / planned)"}`.
/// 0 ÷ 0 follows the criterion's convention for what does not apply; any other division by zero is a finding.
public struct FormulaRule: Hashable, Sendable {
    /// The expression as written.
    public let text: String
    /// The codes of the figures by their names in the expression.
    public let figures: [String: String]
    /// The parsed text: available once the rule is part of a set, which knows the maximum.
    package private(set) var expression = Quantity<String>.sum([])

    /// Makes a rule; errors in its text are reported when a set is made from it.
    public init(text: String, figures: [String: String]) {
        (self.text, self.figures) = (text, figures)
    }
}

extension FormulaRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        let text = object.requiredText("points")
        let named = object.required("figures").flatMap { _ in object.object("figures") }
        guard let text, let names = named else { return nil }
        var figures: [String: String] = [:]
        for key in names.keys {
            guard let code = names.metricCode(key, among: context.metrics) else { return nil }
            figures[key] = code
        }
        let constants = ["maximum": context.exactMaximum]
        do {
            var parser = FormulaParser(text: text, figures: figures, constants: constants)
            expression = try parser.parse()
        } catch {
            object.reader.report(
                CriteriaFinding.badFormula, at: object.offset(of: "points"),
                [.formula: .text(text), .found: .text(error.found), .expected: error.expected],
                suggestion: error.suggestion)
            return nil
        }
        self.text = text
        self.figures = figures
        for metric in context.metrics where !expression.figures.contains(where: { $0.figure == metric.code }) {
            object.reader.report(
                CriteriaFinding.badFormula, at: object.offset(of: "points"),
                [.formula: .text(text), .expected: .text(metric.code)])
            return nil
        }
    }

    func quantity(in context: RuleContext) -> Quantity<String> { expression }

    package func function(in context: RuleContext, year: Int) -> ScoreFunction {
        .identity(upTo: context.exactMaximum)
    }
}
