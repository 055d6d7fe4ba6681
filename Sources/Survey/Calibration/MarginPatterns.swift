/// The combinations of categories that occur among forms, so that work on margins grows with these and not with forms.
struct MarginPatterns: Sendable {
    /// The pattern of each cell.
    let patternOfCell: [Int]
    /// By margin, the category of each pattern.
    let categories: [[Int]]
    /// The number of patterns.
    let count: Int

    /// - Parameters:
    ///   - cells: The number of cells.
    ///   - categories: By margin, the category of each cell, from 0.
    ///
    /// Complexity: O(cells × margins).
    init(cells: Int, categories: [[Int]]) {
        var patternOfCell = Array(repeating: 0, count: cells)
        var count = min(cells, 1)
        for margin in categories {
            // What is different so far is divided by the categories of one margin more.
            let width = (margin.max() ?? 0) + 1
            let (pairs, isTooWide) = count.multipliedReportingOverflow(by: width)
            var found = 0
            if !isTooWide, pairs <= max(4 * cells, 1024) {
                var patterns = Array(repeating: -1, count: pairs)
                for cell in 0..<cells {
                    let pair = patternOfCell[cell] * width + margin[cell]
                    if patterns[pair] < 0 {
                        patterns[pair] = found
                        found += 1
                    }
                    patternOfCell[cell] = patterns[pair]
                }
            } else {
                var patterns: [Pair: Int] = [:]
                for cell in 0..<cells {
                    let pair = Pair(pattern: patternOfCell[cell], category: margin[cell])
                    let pattern = patterns[pair] ?? found
                    if pattern == found {
                        patterns[pair] = found
                        found += 1
                    }
                    patternOfCell[cell] = pattern
                }
            }
            count = found
        }
        self.patternOfCell = patternOfCell
        self.count = count
        self.categories = categories.map { margin in
            var ofPatterns = Array(repeating: 0, count: count)
            for cell in 0..<cells { ofPatterns[patternOfCell[cell]] = margin[cell] }
            return ofPatterns
        }
    }

    private struct Pair: Hashable {
        let pattern: Int
        let category: Int
    }

    /// The sums of what each pattern has, by category of a margin.
    func sums(of values: [Double], margin: Int, categories count: Int) -> [Double] {
        var sums = Array(repeating: 0.0, count: count)
        for (pattern, category) in categories[margin].enumerated() { sums[category] += values[pattern] }
        return sums
    }
}
