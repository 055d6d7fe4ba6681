/// Names of sheets, each of which programs accept and no other sheet has, whatever the case of its letters.
package struct SheetNames {
    private var taken: Set<String> = []

    package init() {}

    /// A layout under a name, or under the name with a number behind it.
    package mutating func layout(_ name: String) -> SheetLayout {
        let wanted = SheetLayout(name: name)
        if taken.insert(wanted.name.lowercased()).inserted { return wanted }
        var number = 2
        while true {
            // Room for the number within the 31 letters of a name.
            let suffix = " (\(number))"
            var stem = wanted.name
            while stem.utf16.count + suffix.utf16.count > 31 { stem.removeLast() }
            let layout = SheetLayout(name: stem + suffix)
            if taken.insert(layout.name.lowercased()).inserted { return layout }
            number += 1
        }
    }
}

/// Formulas over cells.
package enum CellFormula {
    /// The sum of some cells of a column, or of a row: `SUM(C5:C9,C14)`. At least one cell.
    package static func sum(rows: [Int], column: Int) -> String {
        sum(
            runs(rows).map {
                address($0.lowerBound, column) + ($0.count > 1 ? ":" + address($0.upperBound, column) : "")
            })
    }

    package static func sum(row: Int, columns: [Int]) -> String {
        sum(runs(columns).map { address(row, $0.lowerBound) + ($0.count > 1 ? ":" + address(row, $0.upperBound) : "") })
    }

    package static func address(_ row: Int, _ column: Int) -> String { CellAddress(row: row, column: column).text }

    /// A cell of another sheet.
    package static func address(_ row: Int, _ column: Int, sheet: String) -> String {
        quoted(sheet) + "!" + address(row, column)
    }

    /// The name of a sheet within a formula.
    static func quoted(_ sheet: String) -> String {
        "'" + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }

    /// Numbers that follow each other.
    private static func runs(_ numbers: [Int]) -> [ClosedRange<Int>] {
        numbers.reduce(into: []) { runs, number in
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
    }

    /// A function takes 255 arguments at most.
    private static func sum(_ areas: [String]) -> String {
        stride(from: 0, to: areas.count, by: 255).map { start in
            "SUM(\(areas[start..<min(start + 255, areas.count)].joined(separator: ",")))"
        }.joined(separator: "+")
    }
}
