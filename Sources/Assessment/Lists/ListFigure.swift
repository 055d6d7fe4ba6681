public import Values

/// A figure that was counted from lists.
public struct ListFigure: Hashable, Sendable {
    /// Rows of a group: those of a procedure, of a village.
    public struct Part: Hashable, Sendable {
        /// What the rows have in the column; empty where the cell is blank.
        public let name: String
        /// Rows that count.
        public let all: Int
        /// Those of them that failed.
        public let failed: Int
    }

    /// All rows of a figure by what they have in one column: the most failures first. The failures add up to those of the
    /// figure.
    public struct Grouping: Hashable, Sendable {
        /// The heading of the column.
        public let heading: String
        /// The groups.
        public let parts: [Part]
    }

    /// The system whose lists they are, as its profile calls it.
    public let system: LocalizedText
    /// The files.
    public let files: [String]
    /// The rows in the numerator; nil for a count.
    public let numerator: Int?
    /// The rows that count: the denominator, or the count.
    public let all: Int
    /// The rows that failed: those that count and are not in the numerator; where fewer are better, those in it.
    public let failed: Int
    /// Rows that were left out because they cannot be read, within what the profile allows.
    public let unreadable: Int
    /// The rows by the columns of the profile.
    public let groupings: [Grouping]
}

/// A row that failed for a figure: one that counts and is not in its numerator, or is in it where fewer are better.
public struct FailedRow: Hashable, Sendable {
    /// The unit's code.
    public let unit: String
    /// The metric's code.
    public let metric: String
    /// The row's number, such as that of a dossier; nil where the profile names no column of them.
    public let number: String?
    /// What it has in the columns by which rows are grouped, with their headings.
    public let groups: [Group]
    /// Where it stands.
    public let place: Location

    /// What a row has in a column.
    public struct Group: Hashable, Sendable {
        /// The heading of the column.
        public let heading: String
        /// The text; empty where the cell is blank.
        public let name: String
    }
}

/// Which of the rows that fail are kept.
public struct FailedRowsOption: Sendable {
    /// The unit, by its code or name; nil for all.
    public var unit: String?
    /// The code of the metric; nil for all.
    public var metric: String?

    /// Makes an option; without arguments all rows are kept.
    public init(unit: String? = nil, metric: String? = nil) { (self.unit, self.metric) = (unit, metric) }
}

/// The figures of an assessment that were counted from lists.
struct AssessmentLists: Sendable {
    var figures: [FigureKey: ListFigure] = [:]
    /// The rows that fail, where they were asked for, in the order of the files.
    var failedRows: [FailedRow] = []

    /// Leaves out what belongs to other units.
    mutating func narrow(to units: Set<String>) {
        figures = figures.filter { units.contains($0.key.unit) }
        failedRows = failedRows.filter { units.contains($0.unit) }
    }
}

extension ListFigure {
    /// The figures of several units together; nil where there is none. Those of different systems are not put together.
    package static func together(_ figures: [ListFigure]) -> ListFigure? {
        guard let first = figures.first, figures.allSatisfy({ $0.system == first.system }) else { return nil }
        if figures.count == 1 { return first }
        var files: [String] = []
        for file in figures.flatMap({ $0.files }) where !files.contains(file) { files.append(file) }
        return ListFigure(
            system: first.system, files: files,
            numerator: first.numerator == nil ? nil : figures.reduce(0) { $0 + ($1.numerator ?? 0) },
            all: figures.reduce(0) { $0 + $1.all }, failed: figures.reduce(0) { $0 + $1.failed },
            unreadable: figures.reduce(0) { $0 + $1.unreadable },
            groupings: first.groupings.map { grouping in
                var sums: [String: (all: Int, failed: Int)] = [:]
                for figure in figures {
                    for part in figure.groupings.first(where: { $0.heading == grouping.heading })?.parts ?? [] {
                        sums[part.name, default: (0, 0)].all += part.all
                        sums[part.name, default: (0, 0)].failed += part.failed
                    }
                }
                return Grouping(heading: grouping.heading, sums: sums)
            })
    }
}

extension ListFigure.Grouping {
    /// Puts the groups in order: the most failures first, then the fewest rows, then by name.
    init(heading: String, sums: [String: (all: Int, failed: Int)]) {
        self.heading = heading
        parts = sums.map { ListFigure.Part(name: $0.key, all: $0.value.all, failed: $0.value.failed) }.sorted {
            ($1.failed, $0.all, $0.name) < ($0.failed, $1.all, $1.name)
        }
    }
}

extension Assessment {
    /// What is known of a figure that was counted from lists, or that is those of other units, counted so, put together;
    /// nil for any other.
    public func listFigure(unit: Int, metric: String) -> ListFigure? {
        listFigure(ofUnit: units[unit].code, metric: metric)
    }

    /// The same for the unit with a code.
    package func listFigure(ofUnit code: String, metric: String) -> ListFigure? {
        listFigure(unit: code, metric: metric, depth: 0)
    }

    private func listFigure(unit: String, metric: String, depth: Int) -> ListFigure? {
        let key = FigureKey(unit: unit, metric: metric)
        if let figure = lists.figures[key] { return figure }
        guard let sources = remarks[key]?.pooledFrom, !sources.isEmpty, depth < 20 else { return nil }
        let parts = sources.compactMap { listFigure(unit: $0, metric: metric, depth: depth + 1) }
        return parts.count == sources.count ? ListFigure.together(parts) : nil
    }

    /// Whether figures were counted from lists.
    public var hasLists: Bool { !lists.figures.isEmpty }

    /// The rows that fail, where reading was asked to keep them (``AssessmentOptions/failedRows``).
    public var failedRows: [FailedRow] { lists.failedRows }
}

extension ListFigure {
    /// All rows of the figure as one group.
    package var whole: Part { Part(name: "", all: all, failed: failed) }
}
