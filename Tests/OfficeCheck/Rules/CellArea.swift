/// A cell or a rectangle of cells, from 1.
struct CellArea: Hashable {
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>

    static let rowLimit = 1_048_576
    static let columnLimit = 16_384

    /// `B2` or `B2:C4`, from its first corner to its last; nil for anything else, and for cells that no sheet has.
    init?(_ text: String) {
        let corners = text.split(separator: ":", omittingEmptySubsequences: false).map(Self.corner)
        guard corners.count <= 2, let first = corners.first ?? nil, let last = corners.last ?? nil,
            first.row <= last.row, first.column <= last.column
        else { return nil }
        (rows, columns) = (first.row...last.row, first.column...last.column)
    }

    /// Row and column of an address, which may have `$`.
    static func corner(_ text: Substring) -> (row: Int, column: Int)? {
        var rest = text.utf8[...]
        func dollar() { if rest.first == UInt8(ascii: "$") { rest = rest.dropFirst() } }
        dollar()
        let letters = rest.prefix { (0x41...0x5A).contains($0) }
        rest = rest.dropFirst(letters.count)
        dollar()
        guard (1...3).contains(letters.count), (1...7).contains(rest.count), rest.first != 0x30,
            rest.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        let row = rest.reduce(0) { 10 * $0 + Int($1) - 0x30 }
        let column = letters.reduce(0) { 26 * $0 + Int($1) - 64 }
        return row <= rowLimit && column <= columnLimit ? (row, column) : nil
    }

    var count: Int { rows.count * columns.count }

    func overlaps(_ other: CellArea) -> Bool { rows.overlaps(other.rows) && columns.overlaps(other.columns) }

    /// The first two of several areas that share a cell.
    static func overlap(_ areas: [CellArea]) -> (CellArea, CellArea)? {
        // From above downwards: an area is held against those that begin before it ends.
        let sorted = areas.sorted { $0.rows.lowerBound < $1.rows.lowerBound }
        for (index, one) in sorted.enumerated() {
            for other in sorted[(index + 1)...] {
                if other.rows.lowerBound > one.rows.upperBound { break }
                if one.overlaps(other) { return (one, other) }
            }
        }
        return nil
    }
}
