internal import ScoreNumerics
internal import Values

/// A test whether answers are distributed alike in several groups.
public struct AssociationTest: Hashable, Sendable {
    /// Pearson's statistic divided by the trace of the design effects.
    public let statistic: Double
    /// The degrees of freedom of its F distribution.
    public let numeratorFreedom, denominatorFreedom: Double
    /// The probability of a statistic at least as large if answers were distributed alike.
    public let pValue: Double
}

extension SurveyAnalysis {
    /// Tests whether the answers to a question are distributed alike in groups of respondents who do not overlap: Pearson's
    /// test with the second-order correction of Rao and Scott (1984, Annals of Statistics 12, 46–60; F by Rao and Thomas),
    /// R's `svychisq(statistic = "F")`.
    /// - Returns: nil without a design, where fewer than two levels or groups have answers, and where people are drawn and
    ///   those of a cell of the tally weigh differently: a tally that is divided by `*weight`
    ///   (``AnswerOptions/domains``) has no such cell.
    ///
    /// Complexity: O(cells × levels × k²), k the levels less one times the groups less one.
    public func association(question: Int, groups: [Respondents]) -> AssociationTest? {
        guard tally.questionnaire.hasErrors, var table = AnswerTable(question, groups.map(cells(of:)), in: self) else {
            return nil
        }
        if table.weighsDifferently, design?.lastStage == .rows, calibrated == nil { return nil }
        guard table.levels.count > 1, table.groups.count > 1 else { return nil }
        // Replicates have no nodes.
        if design != nil { table.cells.sort { (nodeOfCell[$0.cell], $0.cell) < (nodeOfCell[$1.cell], $1.cell) } }
        let contrasts = table.contrasts
        let count = contrasts.count
        var variances: [Double] = []
        var covariances = Array(repeating: Array(repeating: 0.0, count: count), count: count)
        var freedom = 0
        for (row, contrast) in contrasts.enumerated() {
            guard let own = variance(of: contrast, table) else { return nil }
            freedom = own.freedom
            variances.append(own.variance)
            covariances[row][row] = own.variance
            for column in 0..<row {
                // V(a + b) = V(a) + V(b) + 2 Cov(a, b)
                let sum = zip(contrast, contrasts[column]).map { zip($0, $1).map { $0 + $1 } }
                guard let both = variance(of: sum, table) else { return nil }
                let covariance = (both.variance - own.variance - variances[column]) / 2
                covariances[row][column] = covariance
                covariances[column][row] = covariance
            }
        }
        guard let effects = SquareMatrix(table.simpleCovariances).solved(for: covariances) else { return nil }
        let trace = effects.indices.reduce(0) { $0 + effects[$1][$1] }
        var squares = 0.0
        for row in effects.indices {
            for column in effects.indices { squares += effects[row][column] * effects[column][row] }
        }
        guard trace > 0, freedom > 0 else { return nil }
        let statistic = table.pearson / trace
        let numerator = trace * trace / squares
        let denominator = numerator * Double(freedom)
        // P(F > f) = I(d₂ ÷ (d₂ + d₁ f); d₂ ÷ 2, d₁ ÷ 2)
        let share = denominator / (denominator + numerator * statistic)
        guard let beta = BetaDistribution(denominator / 2, numerator / 2) else { return nil }
        return AssociationTest(
            statistic: statistic, numeratorFreedom: numerator, denominatorFreedom: denominator,
            pValue: beta.cumulative(share))
    }

    /// The variance of a mean of values that depend on level and group, and its degrees of freedom.
    private func variance(
        of values: [[Double]], _ table: AnswerTable
    ) -> (variance: Double, freedom: Int)? {
        if let replicated { return replicatedVariance(of: values, table, replicated) }
        guard let design else { return nil }
        var scores: [CellScore] = []
        var nodes: [LinearisedEstimate.NodeSums] = []
        for own in table.cells {
            var (sum, square, people) = (0.0, 0.0, 0)
            for (level, count) in own.counts.enumerated() where count > 0 {
                let value = values[own.group][level]
                sum += Double(count) * value
                square += Double(count) * value * value
                people += count
            }
            guard people > 0, own.weight > 0 else { continue }
            scores.append(CellScore(cell: own.cell, sum: sum, square: square))
            let node = nodeOfCell[own.cell]
            if nodes.last?.node != node { nodes.append(LinearisedEstimate.NodeSums(node: node)) }
            let last = nodes.count - 1
            nodes[last].domainRows += people
            // With other weights within a cell only the sums count, which are those of the weights.
            nodes[last].sum += zip(own.weights, values[own.group]).reduce(0) { $0 + $1.0 * $1.1 }
            nodes[last].squares += own.weight * own.weight * square
            nodes[last].weight += own.weights.reduce(0, +)
        }
        // The residuals of calibration are those of all forms, and so are the degrees of freedom, as in R.
        let counted = calibrated.map { residualNodes(of: scores, $0) } ?? nodes
        let variance = DesignVariance(of: counted, in: design, lonely: settings.lonelyUnits)
        return variance.variance.map { ($0, variance.degreesOfFreedom) }
    }

    /// The same by replicates. With the weights of the sample the mean is 0.
    private func replicatedVariance(
        of values: [[Double]], _ table: AnswerTable, _ replicates: ReplicateWeights
    ) -> (variance: Double, freedom: Int)? {
        let answered = table.cells.filter { $0.weight > 0 && $0.counts.contains { $0 > 0 } }
        let repeated = (0..<replicates.count).map { replicate -> [Double]? in
            var (sum, weight) = (0.0, 0.0)
            for own in answered {
                let each = replicates.weight(of: own.cell, in: replicate)
                for (level, count) in own.counts.enumerated() {
                    sum += each * Double(count) * values[own.group][level]
                    weight += each * Double(count)
                }
            }
            return weight > 0 ? [sum / weight * table.total] : nil
        }
        return replicates.covariances(of: repeated, around: [0]).map {
            ($0[0][0], replicates.degreesOfFreedom(of: answered.map { $0.cell }))
        }
    }
}

/// The answers to a question by level and group, with what a test of their association needs.
private struct AnswerTable {
    /// A cell of the tally.
    struct Cell {
        let cell, group: Int
        /// Answers by level, and the sums of their final weights.
        let counts: [Int]
        let weights: [Double]
        /// The final weight of a form.
        let weight: Double
    }

    var cells: [Cell] = []
    /// Whether forms of a cell weigh differently.
    private(set) var weighsDifferently = false
    /// The levels and the groups that have answers.
    private(set) var levels: [Int] = []
    private(set) var groups: [Int] = []
    /// By group and level, its share of all weights.
    private var shares: [[Double]]

    init?(_ question: Int, _ cellsOfGroups: [[Int]], in analysis: SurveyAnalysis) {
        let tally = analysis.tally
        let one = Double(tally.weightUnit.one)
        let count = tally.questionnaire.scale.levels.count
        let plan = MeasurePlan(.question(question), of: tally.questionnaire, layout: tally.layout)
        shares = cellsOfGroups.map { _ in Array(repeating: 0, count: count) }
        for (group, positions) in cellsOfGroups.enumerated() {
            for position in positions {
                let cell = tally.cells[position]
                let factor = analysis.calibrated?.cells[position].factor ?? 1
                let places = (0..<count).map { tally.layout.answer(question, slot: $0) }
                let counts = places.map { Int(cell.numbers.counts[$0]) }
                let sums = places.map { cell.numbers.sum(at: $0) }
                let people = plan.people(in: cell.numbers)
                if !Self.weighAlike(people) { weighsDifferently = true }
                let weights = sums.map { Double($0) / one * factor }
                cells.append(
                    Cell(
                        cell: position, group: group, counts: counts, weights: weights,
                        weight: people.count > 0
                            ? people.weight.approximation / one / Double(people.count) * factor : 0))
                for level in 0..<count { shares[group][level] += weights[level] }
            }
        }
        let whole = shares.joined().reduce(0, +)
        guard whole > 0 else { return nil }
        total = whole
        shares = shares.map { $0.map { $0 / whole } }
        levels = (0..<count).filter { level in shares.contains { $0[level] > 0 } }
        groups = shares.indices.filter { shares[$0].contains { $0 > 0 } }
    }

    /// Whether people who answered weigh the same: Σ w² n is greater than (Σ w)² wherever they do not. Where people are not
    /// drawn there are no squares, and only sums matter.
    private static func weighAlike(_ people: (count: Int, weight: Int128, squares: Int128)) -> Bool {
        guard people.squares > 0 else { return true }
        let square = people.weight.approximation * people.weight.approximation
        return Double(people.count) * people.squares.approximation <= square * (1 + 1e-12)
    }

    /// The sum of all weights.
    let total: Double

    /// The pairs of a level and a group, both but the first.
    private var pairs: [(level: Int, group: Int)] {
        groups.dropFirst().flatMap { group in levels.dropFirst().map { ($0, group) } }
    }

    /// What is left of the indicator of a pair after the effects of levels and groups.
    private func residual(_ pair: (level: Int, group: Int), level: Int, group: Int) -> Double {
        ((pair.level == level ? 1 : 0) - 1 / Double(levels.count))
            * ((pair.group == group ? 1 : 0) - 1 / Double(groups.count))
    }

    /// By pair, the linearised values of answers by group and level: (c ÷ p − Σ c) ÷ Σ w.
    var contrasts: [[[Double]]] {
        pairs.map { pair in
            var mean = 0.0
            for group in groups {
                for level in levels where shares[group][level] > 0 {
                    mean += residual(pair, level: level, group: group)
                }
            }
            return shares.indices.map { group in
                shares[group].indices.map { level in
                    let share = shares[group][level]
                    return share > 0 ? (residual(pair, level: level, group: group) / share - mean) / total : 0
                }
            }
        }
    }

    /// Σ c c′ ÷ p of each two pairs: the covariances of a simple random sample of one.
    var simpleCovariances: [[Double]] {
        pairs.map { first in
            pairs.map { second in
                var sum = 0.0
                for group in groups {
                    for level in levels where shares[group][level] > 0 {
                        sum +=
                            residual(first, level: level, group: group) * residual(second, level: level, group: group)
                            / shares[group][level]
                    }
                }
                return sum
            }
        }
    }

    /// Pearson's statistic of a sample of one: Σ (p − e)² ÷ e.
    var pearson: Double {
        var sum = 0.0
        for group in groups {
            let ofGroup = shares[group].reduce(0, +)
            for level in levels {
                let expected = ofGroup * shares.reduce(0) { $0 + $1[level] }
                let difference = shares[group][level] - expected
                sum += difference * difference / expected
            }
        }
        return sum
    }
}
