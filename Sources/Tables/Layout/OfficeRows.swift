internal import Values

/// Tells, row by row from above, which rows of a table that offices keep are no data, and says once which ones were
/// passed over. Only rows are asked about that name nothing the reader knows: what it knows is data, whatever its name.
package struct OfficeRows: Sendable {
    /// The rows that were passed over, by their positions.
    package private(set) var rows: [OfficeRow: [Int]] = [:]
    private var isClosing = false

    package init() {}

    /// Whether a row that names nothing known is no data.
    /// - Parameter figures: The columns that hold what the table is about, with those that say what it is.
    package mutating func passOver(_ row: Int, of table: Table, figures: [Int]) -> Bool {
        guard let kind = kind(row, of: table, figures: figures) else { return false }
        rows[kind, default: []].append(row)
        return true
    }

    /// Passes over a row of which the caller knows what it is.
    package mutating func passOver(_ row: Int, as kind: OfficeRow) { rows[kind, default: []].append(row) }

    private mutating func kind(_ row: Int, of table: Table, figures: [Int]) -> OfficeRow? {
        let texts = (0..<table.cellCount(row)).map { table.ownText(row, $0) }
        let filled = texts.indices.filter { !texts[$0].isEmpty }
        if filled.isEmpty { return nil }
        let isHeading = filled.allSatisfy { $0 < table.columnCount && table.names(ofColumn: $0).contains(texts[$0]) }
        if isHeading, filled.count > 1 { return .heading }
        // It numbers all columns, or all but those that belong together.
        if filled.count * 2 >= table.columnCount, OfficeRow.isNumbering(texts) { return .numbering }
        // One text in several cells is merged: it belongs to no column.
        let isMerged = filled.count > 1 && Set(texts).subtracting([""]).count == 1
        let hasFigure =
            !isMerged
            && figures.contains { column in
                if case .blank = table.number(row, column) { return false }
                return table.number(row, column) != .problem(.notANumber)
            }
        if !hasFigure, isClosing || filled.contains(where: { OfficeRow.isClosing(texts[$0]) }) {
            isClosing = true
            return .closing
        }
        if filled.prefix(2).contains(where: { OfficeRow.isSum(texts[$0]) }) { return .sum }
        let isBlank = isMerged || figures.allSatisfy { $0 >= texts.count || texts[$0].isEmpty }
        return isBlank && OfficeRow.isSection(texts) ? .section : nil
    }

    /// Says which rows were passed over, if any were.
    package func report(for table: Table, into sink: FindingSink) {
        if rows.isEmpty { return }
        let numbers = rows.mapValues { $0.map(table.rowNumber) }
        let keys: [OfficeRow: FindingKey] = [
            .heading: .headingRows, .numbering: .numberingRows, .sum: .sumRows, .section: .sectionRows,
            .closing: .closingRows,
        ]
        var details: FindingDetails = [.count: .count(numbers.values.reduce(0) { $0 + $1.count })]
        for (kind, rows) in numbers {
            if let key = keys[kind] { details[key] = .text(Self.list(rows)) }
        }
        let first = numbers.values.compactMap({ $0.first }).min()
        sink.report(
            TableFinding.rowsPassedOver,
            at: Location(file: table.file, line: first, isTable: true, sheet: table.sheet), details)
    }

    /// `5, 12–14`, at most ten runs.
    private static func list(_ rows: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for row in rows {
            if let last = runs.last, last.upperBound + 1 == row {
                runs[runs.count - 1] = last.lowerBound...row
            } else {
                runs.append(row...row)
            }
        }
        let shown = runs.prefix(10).map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
        return shown.joined(separator: ", ") + (runs.count > 10 ? ", …" : "")
    }
}
