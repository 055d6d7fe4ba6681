internal import Values

/// Some respondents of a survey.
public struct Respondents: Hashable, Sendable {
    /// The units that they answered about; nil for all.
    public var units: Set<String>?
    /// The values that they have in domains, by position.
    public var domain: [Int: String]

    /// Names respondents.
    public init(units: Set<String>? = nil, domain: [Int: String] = [:]) {
        (self.units, self.domain) = (units, domain)
    }
}

extension SurveyAnalysis {
    /// Tests the difference of an index between two groups of respondents of this sample, who may overlap: the first minus
    /// the second, with their covariance. R's `svycontrast` of `svyby`, and its `svyttest`.
    /// - Returns: nil where an index is not shown, or has no error.
    ///
    /// Complexity: O(cells × terms²), and with calibrated weights all cells of their margins.
    public func difference(of part: SurveyIndex.Part, _ first: Respondents, _ second: Respondents) -> SurveyTest? {
        contrast(of: part, [(1, first), (-1, second)])
    }

    /// Tests a sum of multiples of an index of groups of respondents.
    func contrast(
        of part: SurveyIndex.Part, _ groups: [(coefficient: Double, respondents: Respondents)]
    ) -> SurveyTest? {
        let plan = MeasurePlan(part, of: tally.questionnaire, layout: tally.layout)
        if let replicated { return replicatedContrast(plan, replicated, groups) }
        guard let design else { return nil }
        var forms: [Int: LinearForm] = [:]
        var value = 0.0
        for (coefficient, respondents) in groups {
            let cells = cells(of: respondents)
            let totals = totals(plan, cells: cells)
            guard totals.people > 0, totals.people >= tally.questionnaire.minimumCount,
                totals.sums.allSatisfy({ $0.x > 0 })
            else { return nil }
            let (own, form) = linearised(plan, totals.sums)
            value += coefficient * own
            let none = LinearForm(terms: form.terms.map { _ in (0, 0) })
            for cell in cells { forms[cell, default: none].add(form, times: coefficient) }
        }
        let cells = forms.keys.sorted { (nodeOfCell[$0], $0) < (nodeOfCell[$1], $1) }
        var nodes: [LinearisedEstimate.NodeSums] = []
        var scores: [CellScore] = []
        for cell in cells {
            guard let form = forms[cell] else { continue }
            if calibrated == nil {
                add(cell, form, plan, to: &nodes)
            } else if let score = score(of: cell, form, plan) {
                scores.append(score)
            }
        }
        return test(value, nodes, scores, plan, design)
    }

    private func test(
        _ value: Double, _ nodes: [LinearisedEstimate.NodeSums], _ scores: [CellScore], _ plan: MeasurePlan,
        _ design: DesignTree
    ) -> SurveyTest? {
        var variance = DesignVariance(
            of: calibrated.map { domainNodes(of: scores, plan, $0) } ?? nodes, in: design, lonely: settings.lonelyUnits)
        if let calibrated {
            variance.take(
                DesignVariance(of: residualNodes(of: scores, calibrated), in: design, lonely: settings.lonelyUnits))
        }
        guard let square = variance.variance, square.squareRoot() > Self.noContrast else { return nil }
        return SurveyTest(
            value, standardError: square.squareRoot(), degreesOfFreedom: variance.degreesOfFreedom,
            level: settings.level)
    }

    /// A standard error below this is the rounding error of none.
    static let noContrast = 1e-9

    /// The cells of some respondents, in the order of the nodes.
    func cells(of respondents: Respondents) -> [Int] {
        cells(of: respondents.units).filter { position in
            respondents.domain.allSatisfy { tally.cells[position].key.domains[$0.key] == $0.value }
        }
    }

    /// Adds what a value adds up to over a cell to its node.
    private func add(
        _ position: Int, _ form: LinearForm, _ plan: MeasurePlan, to nodes: inout [LinearisedEstimate.NodeSums]
    ) {
        let numbers = tally.cells[position].numbers
        let people = plan.people(in: numbers)
        guard people.count > 0 else { return }
        let one = Double(tally.weightUnit.one)
        let sums = plan.terms.map { plan.pair(of: $0, in: numbers) }
        let squares = plan.pairs.map { pair in pair.squaredPlace.map { numbers.products(at: $0) } ?? PairProducts() }
        let node = nodeOfCell[position]
        if nodes.last?.node != node { nodes.append(LinearisedEstimate.NodeSums(node: node)) }
        let last = nodes.count - 1
        nodes[last].domainRows += people.count
        nodes[last].sum += form.total(sums) / one
        nodes[last].squares += form.square(squares, plan) / one / one
        nodes[last].weight += people.weight.approximation / one
    }
}
