package import Scoring
package import Values

/// The rows of a form about one unit: the criteria that apply to it as a tree, and the figures of each.
package struct FormRows: Sendable {
    /// A row.
    package struct Row: Sendable {
        package enum Kind: Sendable {
            /// A node with parts: its points are the sum of theirs, in these rows.
            case sum(parts: [Int])
            /// A criterion with its figure, or, without a metric, with figures in rows of their own behind it.
            case leaf(Metric?)
            /// One of several figures of a criterion.
            case figure(Metric)
        }

        package let kind: Kind
        package let node: Int
        package let depth: Int
        package let name: LocalizedText

        /// The metric whose figure is entered in the row.
        package var metric: Metric? {
            switch kind {
            case .sum: nil
            case .leaf(let metric): metric
            case .figure(let metric): metric
            }
        }

        /// Whether points stand in the row.
        package var isFigure: Bool { if case .figure = kind { true } else { false } }
        package var isLeaf: Bool { if case .leaf = kind { true } else { false } }

        /// The code that people see.
        package func shownCode(in set: CriteriaSet) -> String {
            if case .figure(let metric) = kind { metric.code } else { set.criteria[node].code }
        }
    }

    package private(set) var rows: [Row] = []
    /// The rows of the fields.
    package private(set) var fields: [Int] = []

    /// - Parameter isWanted: Whether a criterion belongs into the form.
    package init(_ set: CriteriaSet, level: String, isWanted: (Criterion) -> Bool) {
        for node in set.criteria.indices where set.criteria[node].parent == nil {
            if let row = add(node, of: set, level, isWanted) { fields.append(row) }
        }
    }

    /// The position of the row of a criterion, or of one of its figures.
    package func position(of criterion: String, _ metric: String?, in set: CriteriaSet) -> Int? {
        rows.firstIndex { set.criteria[$0.node].code == criterion && $0.metric?.code == metric }
    }

    /// Adds a node with what is below it; the row of the node, or nil where nothing of it applies.
    private mutating func add(
        _ node: Int, of set: CriteriaSet, _ level: String, _ isWanted: (Criterion) -> Bool
    ) -> Int? {
        let criterion = set.criteria[node]
        let row = rows.count
        guard let leaf = criterion.leaf else {
            rows.append(Row(kind: .sum(parts: []), node: node, depth: criterion.depth, name: criterion.name))
            var parts: [Int] = []
            for child in criterion.children {
                if let part = add(child, of: set, level, isWanted) { parts.append(part) }
            }
            if parts.isEmpty {
                rows.removeLast(rows.count - row)
                return nil
            }
            rows[row] = Row(kind: .sum(parts: parts), node: node, depth: criterion.depth, name: criterion.name)
            return row
        }
        guard leaf.levels.contains(level), isWanted(criterion) else { return nil }
        var seen: Set<String> = []
        let metrics = leaf.measures.filter { ($0.levels ?? leaf.levels).contains(level) }.flatMap { $0.metrics }
            .filter { seen.insert($0.code).inserted }
        let only = metrics.count == 1 ? metrics.first : nil
        rows.append(Row(kind: .leaf(only), node: node, depth: criterion.depth, name: criterion.name))
        if only == nil {
            for metric in metrics {
                rows.append(
                    Row(kind: .figure(metric), node: node, depth: criterion.depth + 1, name: metric.name))
            }
        }
        return row
    }
}
