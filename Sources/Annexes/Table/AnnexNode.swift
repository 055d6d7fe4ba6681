internal import Scoring
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
    public var line: Int { place.line }

    /// What is open about its place in the tree.
    var openPoints: [OpenPoint] = []
    /// Whether its code follows from its place, since the row has none.
    var hasOwnCode = true
    /// What the row says for programs.
    var record = ""
    /// Its cells by their columns, as far as they are those of a record.
    var cells: [AnnexCellText] = []
    /// Where it stands, and where its scoring words, each line of them, and its maximum.
    var place: AnnexPlace
    var wordPlaces: [AnnexPlace] = []
    var maximumPlace: AnnexPlace?

    /// Whether a column of its own names it.
    let isPart: Bool

    init(code: String, name: String, parent: String?, place: AnnexPlace, isPart: Bool = false) {
        (self.code, self.name, self.parent, self.place, self.isPart) = (code, name, parent, place, isPart)
    }
}

/// The text of a cell with its heading.
struct AnnexCellText: Sendable {
    var heading: String
    var text: String
    var column: Int
}

/// The nodes of an annex, and what was passed over.
public struct AnnexReading: Sendable {
    /// The nodes, each after its parent.
    public internal(set) var nodes: [AnnexNode] = []
    /// The lines before the heading: the title, and the decision to which the annex belongs.
    public internal(set) var titles: [String] = []
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
    public var strangeRows: [Int] { strange.map { $0.place.line } }

    /// The rows of which nothing is known, with what they say.
    var strange: [(place: AnnexPlace, text: String)] = []
    /// The columns that are not read.
    var unreadColumns: [(place: AnnexPlace, text: String)] = []
    /// The place of the last total, and where what it says of the edition for programs stands.
    var totalPlace: AnnexPlace?
    var editionRecord = ""
    /// Whether there is a column of points.
    var hasMaxima = false

    /// The nodes without children.
    public var leaves: [AnnexNode] {
        let parents = Set(nodes.compactMap { $0.parent })
        return nodes.filter { !parents.contains($0.code) }
    }
}
