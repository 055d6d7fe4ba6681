internal import Scoring
public import Values

/// A row of `evidence.csv`: a file or a document that a unit gives as evidence (tài liệu kiểm chứng) for a criterion, or why
/// there is none.
public struct EvidenceItem: Hashable, Sendable {
    /// What is given.
    public enum Source: Hashable, Sendable {
        /// A file of the folder `evidence`: its path from there as the table has it, what stands there, and the path as it
        /// can be opened where that is a file.
        case file(String, FileState, path: String?)
        /// A document by its number.
        case document(String)
        /// None: the row says why.
        case nothing
    }

    /// What stands at the path of a file.
    public enum FileState: Hashable, Sendable {
        /// A file that can be read, of so many bytes.
        case sound(Int)
        /// Nothing.
        case missing
        /// A file without content.
        case empty
        /// A file that may not be read.
        case unreadable
        /// A file of more bytes than the limit.
        case tooLarge(Int)
        /// A folder, or what is neither file nor folder.
        case noFile
        /// A link, or a path through one: nobody can tell what it leads to elsewhere.
        case link
        /// The path leads out of the folder, or is none.
        case outside
    }

    /// The unit's code.
    public let unit: String
    /// The criterion's code.
    public let criterion: String
    /// Which of the kinds that the criterion requires it is, by position; nil for further evidence.
    public let kind: Int?
    /// The kind as the table has it.
    public let kindText: String?
    /// What is given.
    public let source: Source
    /// The day of the document.
    public let day: CalendarDay?
    /// Why the kind is missing.
    public let explanation: String?
    /// Ghi chú.
    public let note: String?
    /// Where it stands.
    let place: Location

    /// Whether it is there: a document is taken at its word.
    public var isGiven: Bool {
        switch source {
        case .file(_, .sound, _), .document: true
        case .file, .nothing: false
        }
    }

    /// Whether it names a file that is not there or cannot be used.
    public var isDead: Bool {
        if case .file = source { return !isGiven }
        return false
    }

    /// What it is, in the words of the table: the path, or the number.
    public var name: String? {
        switch source {
        case .file(let path, _, _): path
        case .document(let number): number
        case .nothing: nil
        }
    }

    /// The path of a file that can be read.
    public var readablePath: String? {
        if case .file(_, .sound, let path) = source { return path }
        return nil
    }

    /// How many bytes a file has that can be read.
    var readableLength: Int? {
        if case .file(_, .sound(let length), _) = source { return length }
        return nil
    }

    /// The same with a file that cannot be read after all.
    fileprivate var unreadable: EvidenceItem {
        guard case .file(let name, _, _) = source else { return self }
        return EvidenceItem(
            unit: unit, criterion: criterion, kind: kind, kindText: kindText,
            source: .file(name, .unreadable, path: nil),
            day: day, explanation: explanation, note: note, place: place)
    }
}

/// The evidence register of an assessment: the rows of `evidence.csv`.
public struct EvidenceRegister: Sendable {
    /// The rows, in the order of the table.
    public let items: [EvidenceItem]
    /// By unit and criterion, the positions of rows.
    private let positions: [FigureKey: [Int]]

    init(_ items: [EvidenceItem]) {
        self.items = items
        positions = Dictionary(grouping: items.indices) { FigureKey(unit: items[$0].unit, metric: items[$0].criterion) }
    }

    /// The rows about a criterion of a unit.
    func items(unit: String, criterion: String) -> [EvidenceItem] {
        (positions[FigureKey(unit: unit, metric: criterion)] ?? []).map { items[$0] }
    }

    /// The same in which the files of some rows cannot be read.
    func withoutFiles(of unreadable: Set<Int>) -> EvidenceRegister {
        EvidenceRegister(items.enumerated().map { unreadable.contains($0) ? $1.unreadable : $1 })
    }

    /// Those of some units.
    func narrowed(to units: Set<String>) -> EvidenceRegister {
        EvidenceRegister(items.filter { units.contains($0.unit) })
    }
}
