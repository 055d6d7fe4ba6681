/// A small matrix that systems of linear equations are solved with.
struct SquareMatrix {
    private var rows: [[Double]]

    init(_ rows: [[Double]]) { self.rows = rows }

    /// X of A X = B by elimination with the largest pivot; nil for a singular matrix.
    ///
    /// Complexity: O(n³).
    func solved(for right: [[Double]]) -> [[Double]]? {
        var (left, right) = (rows, right)
        let count = left.count
        for column in 0..<count {
            let pivot = (column..<count).max { abs(left[$0][column]) < abs(left[$1][column]) } ?? column
            guard abs(left[pivot][column]) > 0 else { return nil }
            left.swapAt(column, pivot)
            right.swapAt(column, pivot)
            for row in column + 1..<max(count, column + 1) {
                let factor = left[row][column] / left[column][column]
                if factor == 0 { continue }
                for position in column..<count { left[row][position] -= factor * left[column][position] }
                for position in right[row].indices { right[row][position] -= factor * right[column][position] }
            }
        }
        for row in (0..<count).reversed() {
            for position in right[row].indices {
                var rest = right[row][position]
                for column in row + 1..<max(count, row + 1) { rest -= left[row][column] * right[column][position] }
                right[row][position] = rest / left[row][row]
            }
        }
        return right
    }
}
