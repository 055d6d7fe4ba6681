internal import ScoreNumerics
internal import Values

// Estimates with replicate weights: each is computed again with every replicate, and the error follows from how these
// differ (Wolter 2007, Introduction to Variance Estimation, chapters 3 to 5; R's svrepdesign).
extension SurveyAnalysis {
    /// What an estimate is made of in one replicate, or in the sample.
    typealias MeasureTotals = [(y: Double, x: Double)]

    /// Fills in the error of an index of some cells whose value is known.
    func replicatedIndex(_ plan: MeasurePlan, _ replicates: ReplicateWeights, _ value: Double, cells: [Int]) -> Outcome
    {
        let whole = totals(plan, cells: cells)
        let answered = cells.filter { plan.people(in: tally.cells[$0].numbers).weight > 0 }
        var estimate = Estimate(
            degreesOfFreedom: replicates.degreesOfFreedom(of: answered), rows: whole.people, level: settings.level,
            status: .estimated)
        estimate.comparison = settings.comparison
        estimate.value = value
        let repeated = (0..<replicates.count).map { replicate in
            mean(plan, totals(plan, replicates, replicate, cells: cells)).map { [$0] }
        }
        estimate.droppedReplicates = repeated.count { $0 == nil }
        let square = replicates.covariances(of: repeated, around: [value])?[0][0]
        fill(&estimate, square: square, simple: simpleNodes(plan, whole.sums, cells: answered))
        return Outcome(value: value, status: SurveyIndex.Status(estimate.status), estimate: estimate)
    }

    /// Sets the error, limits and design effect of a share by its variance; nil where no replicate has an estimate.
    func fill(_ estimate: inout Estimate, square: Double?, simple nodes: [LinearisedEstimate.NodeSums]) {
        let input = LinearisedEstimate(value: estimate.value ?? 0, nodes: nodes)
        guard let square else {
            estimate.status = .cannotBeEstimated(.noRows)
            return
        }
        guard estimate.degreesOfFreedom > 0 else {
            estimate.status = .cannotBeEstimated(.noDegreesOfFreedom)
            return
        }
        if let end = input.end {
            // As if all answers that vary together in the replicates were one; Kish's number for unequal weights.
            let (weight, squares) = nodes.reduce((0, 0)) { ($0.0 + $1.weight, $0.1 + $1.weightSquares) }
            estimate.bound(at: end, by: min(weight / squares * weight, Double(estimate.degreesOfFreedom + 1)))
            return
        }
        let simple = SimpleVariance(of: nodes)
        guard square > simple.noise, square > 1e-26 else {
            estimate.status = .cannotBeEstimated(.noVariation)
            return
        }
        estimate.standardError = square.squareRoot()
        estimate.designEffect = simple.effect(of: square, settings.comparison)
        estimate.setLimits(settings.interval)
    }

    /// Σ w y and Σ w x of the measures with the weights of a replicate.
    func totals(
        _ plan: MeasurePlan, _ replicates: ReplicateWeights, _ replicate: Int, cells: [Int]
    ) -> MeasureTotals {
        var sums = plan.terms.map { _ in (y: 0.0, x: 0.0) }
        let one = Double(tally.weightUnit.one)
        for cell in cells {
            let factor = replicates.factor(of: cell, in: replicate) / one
            if factor == 0 { continue }
            for (index, term) in plan.terms.enumerated() {
                let pair = plan.pair(of: term, in: tally.cells[cell].numbers)
                sums[index].y += factor * pair.y.approximation
                sums[index].x += factor * pair.x.approximation
            }
        }
        return sums
    }

    /// The weighted mean of ratios; nil where one has nobody.
    func mean(_ plan: MeasurePlan, _ sums: MeasureTotals) -> Double? {
        guard sums.allSatisfy({ $0.x > 0 }) else { return nil }
        return zip(plan.terms, sums).reduce(0) { $0 + $1.0.weight * ($1.1.y / $1.1.x) }
    }

    /// What design effects compare with, of all cells together.
    private func simpleNodes(
        _ plan: MeasurePlan, _ sums: MeasureTotals, cells: [Int]
    ) -> [LinearisedEstimate.NodeSums] {
        let (_, form) = linearised(plan, sums)
        let one = Double(tally.weightUnit.one)
        var all = LinearisedEstimate.NodeSums(node: 0)
        for cell in cells {
            let numbers = tally.cells[cell].numbers
            let people = plan.people(in: numbers)
            let products = plan.pairs.map { plan.products(of: $0, in: numbers) }
            let totals = plan.terms.map { plan.pair(of: $0, in: numbers) }
            let weight = people.weight.approximation / one
            all.domainRows += people.count
            all.sum += form.total(totals) / one
            all.spread += form.square(products, plan) / one
            all.weight += weight
            // Forms of a cell weigh the same.
            all.weightSquares += people.count > 0 ? weight * weight / Double(people.count) : 0
        }
        return [all]
    }

    // MARK: - Tests

    /// Tests a sum of multiples of an index of groups of respondents by replicates.
    func replicatedContrast(
        _ plan: MeasurePlan, _ replicates: ReplicateWeights,
        _ groups: [(coefficient: Double, respondents: Respondents)]
    ) -> SurveyTest? {
        let cells = groups.map { self.cells(of: $0.respondents) }
        for own in cells {
            let totals = totals(plan, cells: own)
            guard totals.people > 0, totals.people >= tally.questionnaire.minimumCount else { return nil }
        }
        func value(_ means: [Double?]) -> Double? {
            zip(groups, means).reduce(0.0) { sum, own in
                guard let sum, let mean = own.1 else { return nil }
                return sum + own.0.coefficient * mean
            }
        }
        guard let estimate = value(cells.map { mean(plan, totals(plan, cells: $0).sums) }) else { return nil }
        let repeated = (0..<replicates.count).map { replicate in
            value(cells.map { mean(plan, totals(plan, replicates, replicate, cells: $0)) }).map { [$0] }
        }
        guard let square = replicates.covariances(of: repeated, around: [estimate])?[0][0],
            square.squareRoot() > Self.noContrast
        else { return nil }
        let answered = Set(cells.joined()).filter { plan.people(in: tally.cells[$0].numbers).weight > 0 }.sorted()
        return SurveyTest(
            estimate, standardError: square.squareRoot(),
            degreesOfFreedom: replicates.degreesOfFreedom(of: answered), level: settings.level)
    }
}
