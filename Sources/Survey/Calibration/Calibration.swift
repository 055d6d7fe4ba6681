/// How weights are adjusted to known margins.
public enum CalibrationMethod: String, CaseIterable, Hashable, Sendable {
    /// Each category of the only margin gets its population: R's `postStratify`.
    case postStratify
    /// The margins are met in turn until all hold: R's `rake`.
    case rake
    /// Weights are moved as little as possible, w (1 + x′λ): R's `calibrate` with `calfun = "linear"`, the generalised
    /// regression estimator (GREG).
    case linear
}

/// Weights that add up to known margins.
///
/// Forms with the same categories get the same factor: everything here works on the combinations that occur.
///
/// Sources: Deming and Stephan 1940 (raking); Deville and Särndal 1992, JASA 87, equation 2.5 (linear), and Särndal,
/// Swensson and Wretman 1992, chapters 6.4 to 6.6 (the variance by residuals), 7.6 (post-stratification).
struct Calibration: Sendable {
    /// Forms of one cell: they weigh the same and have all categories in common.
    struct Forms: Sendable {
        /// By margin, the category of each cell, from 0.
        var categories: [[Int]]
        /// The forms of each cell that take part.
        var rows: [Int]
        /// What each of them weighs before calibration.
        var weights: [Double]
    }

    /// What each pattern's weights are multiplied by.
    private(set) var factors: [Double] = []
    /// How often all margins were met in turn; 1 where the solution is found at once.
    private(set) var rounds = 1
    let patterns: MarginPatterns

    private let method: CalibrationMethod
    private let populations: [[Double]]
    /// Σ w of each pattern before calibration.
    private let weights: [Double]
    /// Forms of each pattern that weigh something.
    private let rows: [Double]
    private let equations: NormalEquations?

    /// Margins are met when they are off by no more than this share.
    private static let tolerance = 1e-13
    /// Margins that do not come closer than this contradict each other, or what was drawn.
    private static let coarseTolerance = 1e-9
    private static let mostRounds = 2000
    /// How often R subtracts the means of each margin in turn from the residuals of a raked estimate.
    private static let residualRounds = 10

    /// Calibrates.
    /// - Parameters:
    ///   - forms: What was drawn; every category of a population occurs in it with a positive weight.
    ///   - populations: By margin, the people of each category; one margin at least, and for post-stratification only one.
    /// - Throws: ``CalibrationError`` where margins cannot be met.
    ///
    /// Complexity: O(cells × margins) and, for each round of raking, O(patterns × margins); linear: O(columns³).
    init(_ forms: Forms, to populations: [[Double]], by method: CalibrationMethod) throws(CalibrationError) {
        patterns = MarginPatterns(cells: forms.rows.count, categories: forms.categories)
        var weights = Array(repeating: 0.0, count: patterns.count)
        var rows = weights
        for (cell, pattern) in patterns.patternOfCell.enumerated() where forms.weights[cell] > 0 {
            weights[pattern] += forms.weights[cell] * Double(forms.rows[cell])
            rows[pattern] += Double(forms.rows[cell])
        }
        (self.method, self.populations, self.weights, self.rows) = (method, populations, weights, rows)
        equations =
            method == .rake
            ? nil : NormalEquations(patterns, categories: populations.map({ $0.count }), weights: weights)
        switch method {
        case .postStratify, .rake: try rake()
        case .linear: try fit()
        }
    }

    /// By category of a margin, what the weights of its forms add up to before calibration.
    func sums(ofMargin margin: Int) -> [Double] {
        patterns.sums(of: weights, margin: margin, categories: populations[margin].count)
    }

    /// The same after calibration.
    private func calibratedSums(ofMargin margin: Int) -> [Double] {
        patterns.sums(of: zip(weights, factors).map(*), margin: margin, categories: populations[margin].count)
    }

    // MARK: - Factors

    private mutating func rake() throws(CalibrationError) {
        factors = Array(repeating: 1, count: patterns.count)
        rounds = 0
        var (distance, margin) = (Double.infinity, 0)
        while distance > Self.tolerance, rounds < Self.mostRounds {
            (distance, margin) = (0, margin)
            for (position, population) in populations.enumerated() {
                let sums = calibratedSums(ofMargin: position)
                var ratios = population
                for category in population.indices {
                    guard sums[category] > 0 || population[category] == 0 else {
                        throw CalibrationError(margin: position, category: category)
                    }
                    ratios[category] = sums[category] > 0 ? population[category] / sums[category] : 0
                    if abs(ratios[category] - 1) > distance {
                        (distance, margin) = (abs(ratios[category] - 1), position)
                    }
                }
                for (pattern, category) in patterns.categories[position].enumerated() {
                    factors[pattern] *= ratios[category]
                }
            }
            rounds += 1
            // One margin is met at once.
            if populations.count == 1 { return }
        }
        if distance > Self.coarseTolerance { throw CalibrationError(margin: margin, category: nil) }
    }

    private mutating func fit() throws(CalibrationError) {
        let missing = populations.indices.map { margin in
            zip(populations[margin], sums(ofMargin: margin)).map { $0 - $1 }
        }
        factors = (equations?.fitted(totals: missing) ?? []).map { 1 + $0 }
        for (margin, population) in populations.enumerated() {
            let sums = calibratedSums(ofMargin: margin)
            let largest = population.max() ?? 0
            let category = population.indices.first {
                abs(sums[$0] - population[$0]) > Self.coarseTolerance * largest
            }
            if let category { throw CalibrationError(margin: margin, category: category) }
        }
    }

    // MARK: - Residuals

    /// What the calibration explains of a value, by pattern: the error of an estimate is that of the rest.
    ///
    /// - Post-stratification and the linear method fit the value by the categories, with the weights before calibration.
    /// - Raking subtracts the plain means of the categories of each margin in turn, ten times, as R's `svyrecvar` does.
    /// - Parameters:
    ///   - sums: Σ w u of each pattern, with the weights before calibration.
    ///   - plainSums: Σ u.
    func explained(sums: [Double], plainSums: [Double]) -> [Double] {
        if let equations { return equations.fitted(sums) }
        var means = Array(repeating: 0.0, count: patterns.count)
        let counts = populations.indices.map { margin in
            patterns.sums(of: rows, margin: margin, categories: populations[margin].count)
        }
        for _ in 0..<Self.residualRounds {
            for margin in populations.indices {
                let rests = patterns.categories[margin].indices.map { plainSums[$0] - rows[$0] * means[$0] }
                let rest = patterns.sums(of: rests, margin: margin, categories: populations[margin].count)
                for (pattern, category) in patterns.categories[margin].enumerated() where counts[margin][category] > 0 {
                    means[pattern] += rest[category] / counts[margin][category]
                }
            }
        }
        return means
    }
}

/// A margin that cannot be met.
struct CalibrationError: Error, Hashable {
    /// Its position.
    var margin: Int
    /// The category of which nobody answered, or that is missed; nil where margins do not settle.
    var category: Int?
}
