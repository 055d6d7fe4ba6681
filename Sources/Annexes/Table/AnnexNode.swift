public import Values

/// A row of an annex: a field, a criterion or a sub-criterion, with what its cells say.
public struct AnnexNode: Sendable {
    /// The code that the row has or, where it has none, the next letter or number below its parent.
    public internal(set) var code: String
    /// The official wording.
    public internal(set) var name: String
    /// The code of the node above; nil for a field.
    public internal(set) var parent: String?
    /// The maximum points; nil where the annex states none.
    public internal(set) var maximum: FixedDecimal?
    /// The cell with the maximum where it is not a number.
    public internal(set) var unreadMaximum: String?
    /// What is to be reached, line by line.
    public internal(set) var target: [String] = []
    /// What is to be done.
    public internal(set) var tasks: [String] = []
    /// What comes out of it.
    public internal(set) var results: [String] = []
    /// The scoring words.
    public internal(set) var words: [String] = []
    /// The documents that prove the figures.
    public internal(set) var evidence: [String] = []
    /// The monitoring agency.
    public internal(set) var monitoring = ""
    /// The lead agency.
    public internal(set) var lead = ""
    /// The coordinating agencies.
    public internal(set) var coordinating = ""
    /// The time, as it is written.
    public internal(set) var deadline = ""
    /// Remarks.
    public internal(set) var notes: [String] = []
    /// The first row or line of the source.
    public internal(set) var line: Int

    /// Whether a column of its own names it.
    let isPart: Bool

    init(code: String, name: String, parent: String?, line: Int, isPart: Bool = false) {
        (self.code, self.name, self.parent, self.line, self.isPart) = (code, name, parent, line, isPart)
    }
}

/// The nodes of an annex, and what was passed over.
public struct AnnexReading: Sendable {
    /// The nodes, each after its parent.
    public internal(set) var nodes: [AnnexNode] = []
    /// The row of the heading; nil when there is none.
    public internal(set) var headingLine: Int?
    /// The headings repeated on further pages.
    public internal(set) var repeatedHeadings = 0
    /// The rows that number the columns.
    public internal(set) var numberingRows = 0
    /// The rows of sums, with their points.
    public internal(set) var sums: [(line: Int, maximum: FixedDecimal?)] = []
    /// The rows that continue the one before, as at the end of a page.
    public internal(set) var continuedRows = 0
    /// The rows of which nothing is known.
    public internal(set) var strangeRows: [Int] = []

    /// The nodes without children.
    public var leaves: [AnnexNode] {
        let parents = Set(nodes.compactMap(\.parent))
        return nodes.filter { !parents.contains($0.code) }
    }
}
