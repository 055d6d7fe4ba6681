/// Weighted least squares on the categories of margins: X′WX = L L′, where X has a column for each category.
///
/// The columns of a margin add up to one, as those of each other do, so all but the first margin go without their first
/// category. A column that still depends on those before it, because categories occur only together, is left out; what
/// is fitted stays the same (Harville 1997, Matrix Algebra from a Statistician's Perspective, chapter 20.5).
struct NormalEquations: Sendable {
    /// The number of columns.
    let columnCount: Int
    /// The columns in which each pattern has a one.
    private let columns: [[Int]]
    /// The lower triangle, row by row; a column that is left out has a zero on the diagonal.
    private var triangle: [Double]

    /// What is left of a column below this share of it is rounding error.
    private static let least = 1e-11

    /// - Parameters:
    ///   - patterns: The combinations of categories.
    ///   - counts: The number of categories of each margin.
    ///   - weights: The weight of each pattern.
    ///
    /// Complexity: O(patterns × margins² + columns³).
    init(_ patterns: MarginPatterns, categories counts: [Int], weights: [Double]) {
        var first = 0
        var columns = Array(repeating: [Int](), count: patterns.count)
        for (margin, count) in counts.enumerated() {
            let skipped = margin == 0 ? 0 : 1
            for (pattern, category) in patterns.categories[margin].enumerated() where category >= skipped {
                columns[pattern].append(first + category - skipped)
            }
            first += count - skipped
        }
        let width = first
        columnCount = width
        self.columns = columns
        triangle = Array(repeating: 0, count: width * (width + 1) / 2)
        for (pattern, own) in columns.enumerated() {
            // The columns of a pattern ascend.
            for (position, row) in own.enumerated() {
                for column in own[...position] { triangle[Self.place(row, column)] += weights[pattern] }
            }
        }
        factorize()
    }

    private static func place(_ row: Int, _ column: Int) -> Int { row * (row + 1) / 2 + column }

    private mutating func factorize() {
        for row in 0..<columnCount {
            let start = Self.place(row, 0)
            for column in 0..<row {
                let other = Self.place(column, 0)
                let diagonal = triangle[other + column]
                var rest = triangle[start + column]
                for inner in 0..<column { rest -= triangle[start + inner] * triangle[other + inner] }
                triangle[start + column] = diagonal > 0 ? rest / diagonal : 0
            }
            let whole = triangle[start + row]
            var rest = whole
            for inner in 0..<row { rest -= triangle[start + inner] * triangle[start + inner] }
            triangle[start + row] = rest > Self.least * whole ? rest.squareRoot() : 0
        }
    }

    /// The fitted value of each pattern for sums Σ w u of the patterns: x′ (X′WX)⁻¹ X′ Σ w u.
    func fitted(_ sums: [Double]) -> [Double] {
        var right = Array(repeating: 0.0, count: columnCount)
        for (pattern, own) in columns.enumerated() {
            for column in own { right[column] += sums[pattern] }
        }
        return values(of: solution(right))
    }

    /// x′ (X′WX)⁻¹ t of each pattern for totals t of the categories.
    /// - Parameter totals: By margin, one for each category.
    func fitted(totals: [[Double]]) -> [Double] {
        values(of: solution(totals.enumerated().flatMap { $0.element.dropFirst($0.offset == 0 ? 0 : 1) }))
    }

    private func values(of solution: [Double]) -> [Double] {
        columns.map { own in own.reduce(0) { $0 + solution[$1] } }
    }

    private func solution(_ right: [Double]) -> [Double] {
        var solution = right
        for row in 0..<columnCount {
            let start = Self.place(row, 0)
            let diagonal = triangle[start + row]
            var rest = solution[row]
            for column in 0..<row { rest -= triangle[start + column] * solution[column] }
            solution[row] = diagonal > 0 ? rest / diagonal : 0
        }
        for row in (0..<columnCount).reversed() {
            let start = Self.place(row, 0)
            let diagonal = triangle[start + row]
            solution[row] = diagonal > 0 ? solution[row] / diagonal : 0
            for column in 0..<row { solution[column] -= triangle[start + column] * solution[row] }
        }
        return solution
    }
}
