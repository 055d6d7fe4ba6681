internal import Values

// Estimates with calibrated weights. The variance is that of the residuals, of all forms whose margins the estimate
// depends on: also those outside its domain.
extension SurveyAnalysis {
    /// What a value adds up to over the forms of a cell, without weights.
    struct CellScore {
        let cell: Int
        /// Σ u and Σ u².
        var sum, square: Double
    }

    /// Computes an index of cells in the order of their nodes.
    func calibratedIndex(_ plan: MeasurePlan, _ calibrated: CalibratedWeights, cells: [Int]) -> Outcome {
        let totals = totals(plan, cells: cells)
        if isTooFew(totals.people) { return Outcome(status: .suppressed) }
        guard totals.people > 0, totals.sums.allSatisfy({ $0.x > 0 }) else {
            return Outcome(status: .cannotBeEstimated(.noRows))
        }
        let (value, form) = linearised(plan, totals.sums)
        guard let design else { return Outcome(value: value, status: .noDesign) }
        let scores = cells.compactMap { score(of: $0, form, plan) }
        var input = LinearisedEstimate(value: value, nodes: domainNodes(of: scores, plan, calibrated))
        input.residuals = residualNodes(of: scores, calibrated)
        guard var estimate = try? design.estimate(input, settings: settings) else {
            return Outcome(value: value, status: .cannotBeEstimated(.noVariation))
        }
        if let error = estimate.standardError, error < Self.doubtfulError, estimate.method != .census,
            error < Self.noCalibratedError || !rowsVary(plan, calibrated, cells)
        {
            estimate.losePrecision(for: .noVariation)
        }
        return Outcome(
            value: value, status: SurveyIndex.Status(estimate.status), estimate: estimate,
            weightVariation: plan.isOfAll ? variation(input.nodes) : nil)
    }

    /// The coefficient of variation of the weights of those who answered.
    private func variation(_ nodes: [LinearisedEstimate.NodeSums]) -> Double {
        let weight = nodes.reduce(0) { $0 + $1.weight }
        let people = nodes.reduce(0) { $0 + $1.domainRows }
        let square = Double(people) * nodes.reduce(0) { $0 + $1.weightSquares } / weight / weight - 1
        return square > 1e-12 ? square.squareRoot() : 0
    }

    /// A standard error below this is the rounding error of none: factors of weights have no exact sums.
    private static let noCalibratedError = 1e-9

    /// Whether the forms that count differ, exactly: where all are alike, weights change nothing.
    private func rowsVary(_ plan: MeasurePlan, _ calibrated: CalibratedWeights, _ cells: [Int]) -> Bool {
        var whole = MeasureSums(plan)
        for position in cells where calibrated.cells[position].factor > 0 {
            let numbers = tally.cells[position].numbers
            whole.add(numbers, plan)
            whole.addProducts(of: numbers, plan)
        }
        return ExactVariation.isThere(amongRowsOf: whole, plan)
    }

    /// Σ w y and Σ w x of the measures with the final weights, and the people who answered.
    func totals(_ plan: MeasurePlan, cells: [Int]) -> (sums: [(y: Double, x: Double)], people: Int) {
        var sums = plan.terms.map { _ in (y: 0.0, x: 0.0) }
        var people = 0
        let one = Double(tally.weightUnit.one)
        for position in cells {
            let numbers = tally.cells[position].numbers
            let factor = (calibrated?.cells[position].factor ?? 1) / one
            for (index, term) in plan.terms.enumerated() {
                let pair = plan.pair(of: term, in: numbers)
                sums[index].y += factor * pair.y.approximation
                sums[index].x += factor * pair.x.approximation
            }
            if factor > 0 { people += plan.people(in: numbers).count }
        }
        return (sums, people)
    }

    /// The value of an index and its linearised form.
    func linearised(
        _ plan: MeasurePlan, _ sums: [(y: Double, x: Double)]
    ) -> (value: Double, form: LinearForm) {
        let ratios = sums.map { $0.y / $0.x }
        let mean = zip(plan.terms, ratios).reduce(0) { $0 + $1.0.weight * $1.1 }
        let value = ratios.allSatisfy { $0 == ratios[0] } ? ratios[0] : min(max(mean, 0), 1)
        let terms = plan.terms.indices.map { index in
            let factor = plan.terms[index].weight / sums[index].x
            return (y: factor, x: factor * ratios[index])
        }
        return (value, LinearForm(terms: terms))
    }

    /// What a value adds up to over a cell; nil where its forms weigh nothing.
    func score(of position: Int, _ form: LinearForm, _ plan: MeasurePlan) -> CellScore? {
        let cell = tally.cells[position]
        guard cell.weight > 0 else { return nil }
        let weight = Double(cell.weight) / Double(cell.rows)
        let sums = plan.terms.map { plan.pair(of: $0, in: cell.numbers) }
        let products = plan.pairs.map { plan.products(of: $0, in: cell.numbers) }
        return CellScore(
            cell: position, sum: form.total(sums) / weight, square: form.square(products, plan) / weight)
    }

    /// The sums of the nodes with final weights, for degrees of freedom and what design effects compare with.
    func domainNodes(
        of scores: [CellScore], _ plan: MeasurePlan, _ calibrated: CalibratedWeights
    ) -> [LinearisedEstimate.NodeSums] {
        var nodes: [LinearisedEstimate.NodeSums] = []
        for score in scores {
            let node = nodeOfCell[score.cell]
            let weight = calibrated.cells[score.cell].final
            let people = plan.people(in: tally.cells[score.cell].numbers).count
            guard people > 0, weight > 0 else { continue }
            if nodes.last?.node != node { nodes.append(LinearisedEstimate.NodeSums(node: node)) }
            let last = nodes.count - 1
            nodes[last].domainRows += people
            nodes[last].sum += weight * score.sum
            nodes[last].squares += weight * weight * score.square
            nodes[last].spread += weight * score.square
            nodes[last].weight += weight * Double(people)
            nodes[last].weightSquares += weight * weight * Double(people)
        }
        return nodes
    }

    /// The sums of what calibration does not explain of a value, over the nodes of all groups that it is in.
    ///
    /// With v the calibrated weight of a form and t what trimming multiplied it by, a form adds v (t u − û), û being what
    /// its categories explain of t u (``Calibration/explained(sums:plainSums:)``).
    /// - Parameter scores: In the order of the nodes.
    func residualNodes(of scores: [CellScore], _ calibrated: CalibratedWeights) -> [LinearisedEstimate.NodeSums] {
        var own: [Int: CellScore] = [:]
        for score in scores { own[score.cell] = score }
        var explained: [Int: [Double]] = [:]
        if !calibrated.groups.isEmpty {
            for (group, scores) in Dictionary(grouping: scores, by: { calibrated.cells[$0.cell].group }) {
                let calibration = calibrated.groups[group]
                var sums = Array(repeating: 0.0, count: calibration.patterns.count)
                var plainSums = sums
                for score in scores {
                    let cell = calibrated.cells[score.cell]
                    sums[cell.pattern] += cell.base * cell.trimming * score.sum
                    plainSums[cell.pattern] += cell.trimming * score.sum
                }
                explained[group] = calibration.explained(sums: sums, plainSums: plainSums)
            }
        }
        var cells = calibrated.groups.isEmpty ? scores.map({ $0.cell }) : []
        if !calibrated.groups.isEmpty {
            cells =
                explained.count == calibrated.groups.count
                ? cellsByNode
                : explained.keys.flatMap { calibrated.cellsOfGroup[$0] }
                    .sorted { (nodeOfCell[$0], $0) < (nodeOfCell[$1], $1) }
        }
        var nodes: [LinearisedEstimate.NodeSums] = []
        for position in cells {
            let cell = calibrated.cells[position]
            guard cell.calibrated > 0, cell.rows > 0 else { continue }
            let node = nodeOfCell[position]
            if nodes.last?.node != node { nodes.append(LinearisedEstimate.NodeSums(node: node)) }
            let last = nodes.count - 1
            let (rows, weight) = (Double(cell.rows), cell.calibrated)
            let mean = explained[cell.group]?[cell.pattern] ?? 0
            let (sum, square) = (own[position]?.sum ?? 0, own[position]?.square ?? 0)
            let trimming = cell.trimming
            nodes[last].domainRows += cell.rows
            nodes[last].sum += weight * (trimming * sum - rows * mean)
            let squares = trimming * trimming * square - 2 * trimming * mean * sum + rows * mean * mean
            nodes[last].squares += weight * weight * max(squares, 0)
            nodes[last].weight += weight * rows
        }
        return nodes
    }
}
