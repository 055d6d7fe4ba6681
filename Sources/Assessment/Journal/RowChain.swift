internal import Values

/// The sum of a row and of all rows before it. A row that is changed, removed or moved belies its own sum or that of the
/// row behind it.
///
/// The sum of a row is the SHA-256 of: the sum of the row before, in its 64 letters (64 zeros for the first row), then
/// each cell as its length in bytes, a colon, its bytes in UTF-8, a comma.
struct RowChain: Hashable, Sendable {
    /// The sum of no rows.
    static let start = String(repeating: "0", count: 64)

    /// The sum of the last row.
    private(set) var end = RowChain.start

    /// Goes on behind a row with a sum.
    init(after end: String = RowChain.start) { self.end = end }

    /// Adds a row, and returns its sum.
    @discardableResult
    mutating func add(_ cells: [String]) -> String {
        var sum = SHA256()
        sum.update(end)
        for cell in cells { sum.update("\(cell.utf8.count):\(cell),") }
        end = sum.hex
        return end
    }
}
