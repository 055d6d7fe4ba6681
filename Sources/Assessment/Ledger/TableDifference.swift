internal import Tables
internal import Values

/// In what a table differs from what it was.
struct TableDifference {
    /// A cell, a row or a column.
    struct Item {
        enum Kind { case cell, rowAdded, rowRemoved, columnAdded, columnRemoved, titles, separator }
        let kind: Kind
        let subject: KeyedTable.Subject
        /// The heading of the column.
        var heading = ""
        var old = ""
        var new = ""
        let place: Location
    }

    private(set) var items: [Item] = []

    /// Compares a table with what it was; rows in another order are no difference where they say what they are about.
    ///
    /// Complexity: O(cells).
    init(from old: KeyedTable, to new: KeyedTable) {
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
        let columns = Self.columns(old.headings, in: new.headings)
        for (position, column) in columns.enumerated() where column == nil {
            items.append(
                Item(
                    kind: .columnRemoved, subject: KeyedTable.Subject(), heading: old.headings[position], place: whole))
        }
        // Without its columns, a table says something else in every row.
        if items.contains(where: { $0.kind == .columnRemoved }) { return }
        if new.blankSpeaks {
            let known = Set(columns.compactMap(\.self))
            for column in new.headings.indices where !known.contains(column) {
                items.append(
                    Item(
                        kind: .columnAdded, subject: new.columnSubjects[column] ?? KeyedTable.Subject(),
                        heading: new.headings[column], place: whole))
            }
        }
        if old.hasSubjects { compareByKey(old, new, columns) } else { compareByPlace(old, new, columns) }
    }

    /// For each old heading its column in the new table: the same heading, of several the same one among them.
    private static func columns(_ old: [String], in new: [String]) -> [Int?] {
        var used: Set<Int> = []
        return old.map { heading in
            let column = new.indices.first { new[$0] == heading && !used.contains($0) }
            if let column { used.insert(column) }
            return column
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

    private mutating func compareByKey(_ old: KeyedTable, _ new: KeyedTable, _ columns: [Int?]) {
        let before = Self.keyed(old.rows)
        let known = Dictionary(before.map { ($0.key, $0.row) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<Key> = []
        for (key, row) in Self.keyed(new.rows) {
            if let other = known[key] {
                seen.insert(key)
                compare(other, row, old.headings, new.headings, columns)
            } else {
                items.append(
                    Item(kind: .rowAdded, subject: row.subject, new: Self.text(of: row), place: row.place))
            }
        }
        for (key, row) in before where !seen.contains(key) {
            items.append(
                Item(
                    kind: .rowRemoved, subject: row.subject, old: Self.text(of: row),
                    place: Location(file: new.file, isTable: true)))
        }
    }

    private mutating func compareByPlace(_ old: KeyedTable, _ new: KeyedTable, _ columns: [Int?]) {
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
        _ columns: [Int?]
    ) {
        for (position, cell) in old.cells.enumerated() {
            guard let column = columns[position] else { continue }
            let other = new.cells[column]
            if cell.text == other.text { continue }
            items.append(
                Item(
                    kind: .cell, subject: other.subject, heading: oldHeadings[position], old: cell.text,
                    new: other.text, place: other.place))
        }
        let known = Set(columns.compactMap(\.self))
        for (column, cell) in new.cells.enumerated() where !known.contains(column) && !cell.text.isEmpty {
            items.append(
                Item(
                    kind: .cell, subject: cell.subject, heading: newHeadings[column], old: "", new: cell.text,
                    place: cell.place))
        }
    }

    private static func text(of row: KeyedTable.Row) -> String {
        row.cells.map(\.text).filter { !$0.isEmpty }.joined(separator: " | ")
    }
}
