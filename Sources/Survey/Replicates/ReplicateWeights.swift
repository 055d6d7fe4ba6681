internal import ScoreNumerics
internal import Values

/// The replicate weights of a tally's cells, whose forms all have the same.
struct ReplicateWeights: Sendable {
    let plan: ReplicatePlan
    /// By cell, what a form weighs in each replicate.
    private let weights: [[Double]]
    /// By cell, what a form weighs in the sample.
    private let original: [Double]

    /// - Parameters:
    ///   - tally: Divided by ``Questionnaire/cellDomains(_:)``.
    ///   - file: What findings name.
    /// - Throws: `FindingsError` for what is no weight, and for forms that weigh nothing in the sample and something in a
    ///   replicate, of which a tally does not know the answers.
    init(_ tally: SurveyTally, _ plan: ReplicatePlan, file: String) throws(FindingsError) {
        self.plan = plan
        let places = plan.columns.indices.compactMap {
            tally.domains.firstIndex(of: Questionnaire.replicateDomain($0))
        }
        let one = Double(tally.weightUnit.one)
        var (weights, original): ([[Double]], [Double]) = ([], [])
        for cell in tally.cells {
            let weight = Double(cell.weight) / one / Double(cell.rows)
            var own: [Double] = []
            for (number, place) in places.enumerated() {
                let text = cell.key.domains[place]
                guard let units = WeightUnit.tenBillionths.read(text) else {
                    throw FindingsError(SurveyFinding.badTally, at: Location(file: file), [.found: .text(text)])
                }
                let value = Double(units) / Double(WeightUnit.tenBillionths.one)
                let replicate = plan.isCombined ? value : value * weight
                if weight == 0, replicate > 0 {
                    throw FindingsError(
                        SurveyFinding.replicateOfWeightless, at: Location(file: file),
                        [.found: .text(plan.columns[number])])
                }
                own.append(replicate)
            }
            weights.append(own)
            original.append(weight)
        }
        (self.weights, self.original) = (weights, original)
    }

    /// The number of replicates.
    var count: Int { plan.columns.count }

    /// The weight of a form of a cell in a replicate.
    func weight(of cell: Int, in replicate: Int) -> Double { weights[cell][replicate] }

    /// What sums of the sample's weights over a cell are multiplied by in a replicate.
    func factor(of cell: Int, in replicate: Int) -> Double {
        original[cell] > 0 ? weights[cell][replicate] / original[cell] : 0
    }

    // MARK: - Variance

    /// The covariances of estimates, R's `svrVar`: scale × Σ factor (θ − θ̄)(θ − θ̄)′, around the mean of the replicates, or
    /// the estimate itself.
    /// - Parameters:
    ///   - replicates: By replicate, each estimate; nil where there is none, so that the replicate is left out.
    ///   - estimates: Those with the weights of the sample.
    /// - Returns: nil where no replicate is left.
    func covariances(of replicates: [[Double]?], around estimates: [Double]) -> [[Double]]? {
        let known = zip(replicates, plan.factors).compactMap { values, factor in values.map { ($0, factor) } }
        let counted = known.filter { $0.1 > 0 }
        guard !counted.isEmpty else { return nil }
        let middle =
            plan.isAroundEstimate
            ? estimates
            : estimates.indices.map { place in counted.reduce(0) { $0 + $1.0[place] } / Double(counted.count) }
        return estimates.indices.map { row in
            estimates.indices.map { column in
                counted.reduce(0) { sum, own in
                    sum + own.1 * (own.0[row] - middle[row]) * (own.0[column] - middle[column])
                } * plan.scale
            }
        }
    }

    // MARK: - Degrees of freedom

    /// What is left of a row of weights below this share of it is rounding error, or none of its own.
    private static let least = 1e-5

    /// The rank of the replicate weights of some cells less one, R's `degf`.
    ///
    /// Rows that are multiples of each other, such as those of one cluster, count once.
    ///
    /// Complexity: O(different rows × replicates × rank).
    func degreesOfFreedom(of cells: [Int]) -> Int {
        var seen: Set<[Float]> = []
        var basis: [[Double]] = []
        for cell in cells where original[cell] > 0 {
            var row = weights[cell].map { $0 / original[cell] }
            guard seen.insert(row.map { Float($0) }).inserted else { continue }
            let whole = Self.length(row)
            // Twice, as the first time leaves rounding errors.
            for _ in 0..<2 {
                for other in basis {
                    let share = zip(row, other).reduce(0) { $0 + $1.0 * $1.1 }
                    for place in row.indices { row[place] -= share * other[place] }
                }
            }
            let rest = Self.length(row)
            guard rest > Self.least * whole else { continue }
            basis.append(row.map { $0 / rest })
            if basis.count == count { break }
        }
        return basis.count - 1
    }

    private static func length(_ row: [Double]) -> Double { row.reduce(0) { $0 + $1 * $1 }.squareRoot() }
}
