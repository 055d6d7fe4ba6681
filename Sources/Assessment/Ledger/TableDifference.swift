internal import Tables
internal import Values

/// In what a table differs from what it was.
struct TableDifference {
    /// A cell, a row or a column.
    struct Item {
        enum Kind {
            /// A cell has another text, or the same text as another number.
            case cell, reading
            case rowAdded, rowRemoved, columnAdded, columnRemoved, titles, separator
        }
        let kind: Kind
        let subject: KeyedTable.Subject
        /// The heading of the column.
        var heading = ""
        var old = ""
        var new = ""
        let place: Location
    }

    private(set) var items: [Item] = []
    /// Whether a column that comes in is one difference, and not one for each of its cells.
    private let hasWholeColumns: Bool

    /// Compares a table with what it was; rows in another order are no difference where they say what they are about.
    ///
    /// Complexity: O(cells).
    init(from old: KeyedTable, to new: KeyedTable) {
        hasWholeColumns = new.blankSpeaks
        let whole = Location(file: new.file, isTable: true)
        if old.titles != new.titles, old.hasSubjects {
            items.append(
                Item(
                    kind: .titles, subject: KeyedTable.Subject(), old: old.titles.joined(separator: " | "),
                    new: new.titles.joined(separator: " | "), place: whole))
        }
        if let before = old.decimalSeparator, let after = new.decimalSeparator, before != after {
            items.append(
                Item(
                    kind: .separator, subject: KeyedTable.Subject(), old: before.rawValue, new: after.rawValue,
                    place: whole))
        }
        let columns = Columns(old.headings, in: new.headings)
        for (position, column) in columns.kept.enumerated() where column == nil {
            items.append(
                Item(
                    kind: .columnRemoved, subject: KeyedTable.Subject(), heading: old.headings[position], place: whole))
        }
        // Without its columns, a table says something else in every row.
        if items.contains(where: { $0.kind == .columnRemoved }) { return }
        if hasWholeColumns {
            for column in columns.added {
                items.append(
                    Item(
                        kind: .columnAdded, subject: new.columnSubjects[column] ?? KeyedTable.Subject(),
                        heading: new.headings[column], place: whole))
            }
        }
        if old.hasSubjects { compareByKey(old, new, columns) } else { compareByPlace(old, new, columns) }
    }

    /// Which columns of two tables are the same.
    private struct Columns {
        /// For each old heading its column in the new table: the same heading, of several the same one among them.
        let kept: [Int?]
        /// The columns that only the new table has.
        let added: [Int]

        init(_ old: [String], in new: [String]) {
            var free = Array(new.indices)
            kept = old.map { heading in
                free.firstIndex { new[$0] == heading }.map { free.remove(at: $0) }
            }
            added = free
        }
    }

    private struct Key: Hashable {
        let subject: KeyedTable.Subject
        let repetition: Int
    }

    private static func keyed(_ rows: [KeyedTable.Row]) -> [(key: Key, row: KeyedTable.Row)] {
        var counts: [KeyedTable.Subject: Int] = [:]
        return rows.filter { !$0.isBlank }.map { row in
            let count = counts[row.subject, default: 0]
            counts[row.subject] = count + 1
            return (Key(subject: row.subject, repetition: count), row)
        }
    }

    private mutating func compareByKey(_ old: KeyedTable, _ new: KeyedTable, _ columns: Columns) {
        let before = Self.keyed(old.rows)
        let known = Dictionary(firstOf: before.map { ($0.key, $0.row) })
        var seen: Set<Key> = []
        for (key, row) in Self.keyed(new.rows) {
            if let other = known[key] {
                seen.insert(key)
                compare(other, row, old.headings, new.headings, columns)
            } else {
                items.append(
                    Item(kind: .rowAdded, subject: row.about, new: Self.text(of: row), place: row.place))
            }
        }
        for (key, row) in before where !seen.contains(key) {
            items.append(
                Item(
                    kind: .rowRemoved, subject: row.about, old: Self.text(of: row),
                    place: Location(file: new.file, isTable: true)))
        }
    }

    private mutating func compareByPlace(_ old: KeyedTable, _ new: KeyedTable, _ columns: Columns) {
        for (before, after) in zip(old.rows, new.rows) {
            compare(before, after, old.headings, new.headings, columns)
        }
        for row in new.rows.dropFirst(old.rows.count) {
            items.append(Item(kind: .rowAdded, subject: row.subject, new: Self.text(of: row), place: row.place))
        }
        for row in old.rows.dropFirst(new.rows.count) {
            items.append(
                Item(
                    kind: .rowRemoved, subject: row.subject, old: Self.text(of: row),
                    place: Location(file: new.file, isTable: true)))
        }
    }

    private mutating func compare(
        _ old: KeyedTable.Row, _ new: KeyedTable.Row, _ oldHeadings: [String], _ newHeadings: [String],
        _ columns: Columns
    ) {
        for (position, cell) in old.cells.enumerated() {
            guard let column = columns.kept[position] else { continue }
            let other = new.cells[column]
            if cell.text == other.text, cell.number == other.number { continue }
            items.append(
                Item(
                    kind: cell.text == other.text ? .reading : .cell, subject: other.subject,
                    heading: oldHeadings[position], old: cell.text,
                    new: other.text, place: other.place))
        }
        // A column that says something even where its cells are blank was named as a whole.
        for column in columns.added where !hasWholeColumns && !new.cells[column].text.isEmpty {
            let cell = new.cells[column]
            items.append(
                Item(
                    kind: .cell, subject: cell.subject, heading: newHeadings[column], old: "", new: cell.text,
                    place: cell.place))
        }
    }

    private static func text(of row: KeyedTable.Row) -> String {
        row.cells.map { $0.text }.filter { !$0.isEmpty }.joined(separator: " | ")
    }
}
