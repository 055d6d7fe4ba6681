import Scoring
import Tables
import Values

/// Holds the sum rows of a table, which are passed over, against the rows that were read: a figure that was mistyped, or a
/// row that is missing, shows there.
///
/// What a sum row adds up is not said anywhere: all rows, those above it, those since the last sum or the name of a part,
/// those below, or of all these only the units of one level. It is wrong only where it is none of these; means, and sums
/// that name a part, are left alone.
struct SumRows {
    /// The rows that were read, ascending, and the units whose they are.
    private var rows: [(row: Int, unit: Int)] = []
    /// Whether a row was not read, so that nothing can be said.
    var isIncomplete = false

    /// Adds a row that was read.
    mutating func add(_ row: Int, unit: Int) { rows.append((row, unit)) }

    /// Reports the sums of figures that are no sums of the rows.
    func check(
        _ others: OfficeRows, of table: Table, columns: [Int], among units: UnitList, into sink: FindingSink
    ) {
        var levels: [String: Int] = [:]
        for unit in units.units where levels[unit.level] == nil { levels[unit.level] = levels.count }
        check(others, of: table, columns: columns, into: sink) { _, unit in
            levels[units.units[unit].level].map { [$0] } ?? []
        }
    }

    /// Reports the sums that are no sums of the rows.
    /// - Parameters:
    ///   - others: The rows that were passed over.
    ///   - columns: The columns whose numbers can be added up.
    ///   - groups: The groups to which a row belongs, whose rows alone may be added up.
    func check(
        _ others: OfficeRows, of table: Table, columns: [Int], into sink: FindingSink,
        groups: (_ row: Int, _ unit: Int) -> [Int]
    ) {
        let sums = (others.rows[.sum] ?? []).filter { row in
            (0..<table.cellCount(row)).contains { OfficeRow.isTotal(table.ownText(row, $0)) }
        }
        if sums.isEmpty || isIncomplete || rows.count < 2 { return }
        let parts = [OfficeRow.sum, .section].flatMap { others.rows[$0] ?? [] }.map { part in
            (row: part, place: rows.firstIndex { $0.row > part } ?? rows.count)
        }
        let borders = parts.map { $0.place }
        // Where rows of several units follow each other, a sum may be that of the last one.
        let starts = rows.indices.filter { $0 == 0 || rows[$0].unit != rows[$0 - 1].unit }
        let members = rows.map { groups($0.row, $0.unit) }
        let all = Set(members.joined())
        for column in columns {
            guard let added = AddedUp(rows.map({ $0.row }), of: table, column: column) else { continue }
            let own = all.map { group in
                AddedUp(
                    rows.indices.map { members[$0].contains(group) ? rows[$0].row : nil }, of: table, column: column)
                    ?? added
            }
            for sum in sums {
                guard case .number(let found, false) = table.number(sum, column), !table.isBlank(sum, column) else {
                    continue
                }
                let place = rows.firstIndex { $0.row > sum } ?? rows.count
                let before = (borders + starts).filter { $0 < place }
                let after = borders.filter { $0 > place } + [rows.count]
                let ranges = before.map { $0..<place } + after.map { place..<$0 } + [0..<rows.count]
                let isSum = ranges.contains { range in
                    ([added] + own).contains { $0.gives(found, in: range) }
                }
                // Most sums stand below what they add up: the rows since the last part, or all of them behind another sum.
                let nearest = parts.filter { $0.row < sum }.map { $0.place }.max() ?? 0
                let likely = place == 0 ? 0..<rows.count : nearest < place ? nearest..<place : 0..<place
                guard !isSum, added.count(in: likely) > 1, let expected = added.sum(in: likely) else { continue }
                sink.report(
                    AssessmentFinding.sumDiffers, at: table.location(sum, column),
                    [.found: .number(found), .expected: .number(expected)])
            }
        }
    }
}

/// The numbers of a column, added up from the first row on.
private struct AddedUp {
    /// The sums before each row, in millionths, and how many numbers they are made of.
    private var sums: [Int64] = [0]
    private var counts = [0]

    /// Nil where a cell holds no number that counts for itself. Rows that are nil do not count.
    init?(_ rows: [Int?], of table: Table, column: Int) {
        for row in rows {
            var (number, isThere) = (Int64(0), false)
            if let row, !table.isBlank(row, column) {
                // A merged cell stands in several rows.
                guard case .number(let value, false) = table.number(row, column), !table.ownText(row, column).isEmpty
                else { return nil }
                (number, isThere) = (value.mantissa, true)
            }
            let (sum, overflow) = sums[sums.count - 1].addingReportingOverflow(number)
            if overflow { return nil }
            sums.append(sum)
            counts.append(counts[counts.count - 1] + (isThere ? 1 : 0))
        }
    }

    func count(in range: Range<Int>) -> Int { counts[range.upperBound] - counts[range.lowerBound] }

    func sum(in range: Range<Int>) -> FixedDecimal? {
        let (sum, overflow) = sums[range.upperBound].subtractingReportingOverflow(sums[range.lowerBound])
        return overflow ? nil : FixedDecimal(mantissa: sum)
    }

    /// Whether a number is the sum of a range, rounded to its decimals.
    func gives(_ number: FixedDecimal, in range: Range<Int>) -> Bool {
        guard let sum = sum(in: range) else { return true }
        if sum == number { return true }
        return (0..<6).contains { digits in
            let rounding = Rounding(.halfAwayFromZero, digits: digits)
            return number.rounded(rounding) == number && sum.rounded(rounding) == number
        }
    }
}
