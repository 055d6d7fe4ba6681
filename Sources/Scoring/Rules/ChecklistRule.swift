package import Values

/// **`checklist`: parts that add up.**
///
/// Every item is a yes/no figure of the measure with its own amount; the amounts add up to the maximum.
///
/// `{"kind": "checklist", "items": [{"metric": "1.4.a", "share": 60}, {"metric": "1.4.b", "share": 40}]}`.
public struct ChecklistRule: Hashable, Sendable {
    /// A part.
    public struct Item: Hashable, Sendable {
        /// The code of its figure.
        public let metric: String
        /// What it earns.
        public let amount: Amount

        /// Makes a part.
        public init(metric: String, amount: Amount) {
            (self.metric, self.amount) = (metric, amount)
        }
    }

    /// The parts.
    public let items: [Item]

    /// Makes a rule.
    public init(items: [Item]) {
        self.items = items
    }
}

extension ChecklistRule: RuleShape {
    package init?(reading object: JSONObject, in context: RuleContext) {
        guard object.required("items") != nil else { return nil }
        var items: [Item] = []
        var sum: ExactRatio? = .zero
        for entry in object.objects("items") {
            let metric = entry.metricCode("metric", among: context.metrics)
            let amount = entry.ownAmount(in: context)
            entry.finish()
            guard let metric, let amount else { return nil }
            if items.contains(where: { $0.metric == metric }) {
                object.reader.report(CriteriaFinding.duplicateCode, at: entry.offset, [.code: .text(metric)])
                return nil
            }
            for figure in context.metrics where figure.code == metric {
                guard entry.requireKind(.yesNo, of: figure) else { return nil }
                // An item earns points by a yes.
                guard figure.direction == .higher else {
                    object.reader.report(
                        CriteriaFinding.ruleAgainstDirection, at: entry.offset,
                        [.code: .text(metric), .expected: .code(Metric.Direction.higher.rawValue)])
                    return nil
                }
            }
            items.append(Item(metric: metric, amount: amount))
            sum = sum?.adding(amount.points(in: context))
        }
        self.items = items
        guard let sum, sum == context.exactMaximum, items.count == context.metrics.count else {
            var details: FindingDetails = [.expected: .number(context.maximum)]
            details[.found] = sum?.rounded(.finest).map { .number($0) }
            object.reader.report(CriteriaFinding.partsDiffer, at: object.offset, details)
            return nil
        }
    }

    func quantity(in context: RuleContext) -> Quantity<String> {
        .sum(items.map { .product(.number($0.amount.points(in: context)), .figure($0.metric)) })
    }

    package func function(in context: RuleContext, year: Int) -> ScoreFunction {
        .identity(upTo: context.exactMaximum)
    }
}
