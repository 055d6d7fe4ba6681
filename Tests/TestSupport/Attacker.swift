/// Someone who knows some sums of numbers that are not negative, and looks for the least and the greatest that another sum
/// can be: the simplex method on a table of all numbers, with the rule of Bland, written for small problems.
package struct Attacker {
    /// How many numbers there are.
    package let count: Int
    /// What is known: the positions of the numbers of a sum, and the sum.
    package private(set) var known: [(parts: [Int], sum: Int)] = []

    package init(_ count: Int) { self.count = count }

    package mutating func learn(_ parts: [Int], _ sum: Int) { known.append((parts, sum)) }

    private static let nothing = 1e-7

    /// The least and the greatest that a sum can be; the latter infinite where nothing limits it.
    package func range(of parts: [Int]) -> (least: Double, greatest: Double) {
        var table = Table(self)
        let wanted = Set(parts)
        let greatest = table.most { wanted.contains($0) ? 1 : 0 }
        var other = Table(self)
        return (-other.most { wanted.contains($0) ? -1 : 0 }, greatest)
    }

    /// The equations, solved for one number each.
    private struct Table {
        var rows: [[Double]]
        var basis: [Int]
        /// Numbers that are not known to be zero.
        let columns: [Int]

        init(_ attacker: Attacker) {
            let zero = Set(attacker.known.filter { $0.sum == 0 }.flatMap(\.parts))
            let columns = (0..<attacker.count).filter { !zero.contains($0) }
            self.columns = columns
            var place: [Int: Int] = [:]
            for (index, column) in columns.enumerated() { place[column] = index }
            let known = attacker.known.filter { $0.sum > 0 }
            let width = columns.count
            rows = known.enumerated().map { number, equation in
                var row = Array(repeating: 0.0, count: width + known.count + 1)
                for part in equation.parts { if let column = place[part] { row[column] += 1 } }
                row[width + number] = 1
                row[row.count - 1] = Double(equation.sum)
                return row
            }
            basis = known.indices.map { width + $0 }
            // First nothing may be left of what the equations lack.
            var goal = Array(repeating: 0.0, count: width + known.count + 1)
            for row in rows { for column in 0..<width { goal[column] += row[column] } }
            _ = improve(&goal, width)
            for row in rows.indices where basis[row] >= width {
                if let column = (0..<width).first(where: { abs(rows[row][$0]) > Attacker.nothing }) {
                    pivot(row, column, &goal)
                }
            }
            // What is left says nothing new.
            let kept = rows.indices.filter { basis[$0] < width }
            (rows, basis) = (kept.map { rows[$0] }, kept.map { basis[$0] })
        }

        /// The most that a sum of multiples can be.
        mutating func most(_ factor: (Int) -> Double) -> Double {
            let width = columns.count
            var goal = Array(repeating: 0.0, count: (rows.first?.count ?? width + 1))
            let own = columns.map(factor)
            for column in 0..<width { goal[column] = own[column] }
            var value = 0.0
            for (row, column) in zip(rows, basis) {
                value += own[column] * row[row.count - 1]
                for place in 0..<width { goal[place] -= own[column] * row[place] }
            }
            if rows.isEmpty { return own.contains { $0 > 0 } ? .infinity : 0 }
            return improve(&goal, width).map { value + $0 } ?? .infinity
        }

        /// Goes on until no number makes the goal greater; nil where it has no limit.
        private mutating func improve(_ goal: inout [Double], _ width: Int) -> Double? {
            var gained = 0.0
            while let column = (0..<width).first(where: { goal[$0] > Attacker.nothing }) {
                var best: (row: Int, ratio: Double)?
                for (row, values) in rows.enumerated() where values[column] > Attacker.nothing {
                    let ratio = values[values.count - 1] / values[column]
                    if let other = best {
                        let isTied = abs(ratio - other.ratio) <= 1e-12
                        if isTied ? basis[row] > basis[other.row] : ratio > other.ratio { continue }
                    }
                    best = (row, ratio)
                }
                guard let best else { return nil }
                gained += goal[column] * best.ratio
                pivot(best.row, column, &goal)
            }
            return gained
        }

        private mutating func pivot(_ row: Int, _ column: Int, _ goal: inout [Double]) {
            let divisor = rows[row][column]
            for place in rows[row].indices { rows[row][place] /= divisor }
            let solved = rows[row]
            func clear(_ other: inout [Double]) {
                let factor = other[column]
                if factor == 0 { return }
                for place in other.indices { other[place] -= factor * solved[place] }
            }
            for other in rows.indices where other != row { clear(&rows[other]) }
            clear(&goal)
            basis[row] = column
        }
    }
}
