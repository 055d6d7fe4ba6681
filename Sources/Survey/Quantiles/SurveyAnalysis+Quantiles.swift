internal import ScoreNumerics
internal import Values

extension SurveyAnalysis {
    /// Computes the quantiles of respondents' mean scores that the questionnaire asks for; empty where it asks for none.
    ///
    /// The interval is Woodruff's (1952, JASA 47, 635–646): that of the share of people with at most the quantile, with
    /// Student's t, carried back to scores by the distribution; R's `svyquantile` with `interval.type = "mean"` and
    /// `qrule = "math"`. A quantile with fewer people on a side than the questionnaire requires is not shown.
    /// - Parameters:
    ///   - units: The units whose respondents are counted together; nil for all.
    ///   - unit: The code under which it is reported.
    ///   - domain: Values that respondents must have in domains, by position.
    ///
    /// Complexity: O(quantiles × cells of the units), and with calibrated weights all cells of their margins.
    public func quantiles(
        units: Set<String>? = nil, as unit: String? = nil, domain: [Int: String] = [:]
    ) -> [ScoreQuantile] {
        guard !tally.questionnaire.quantiles.isEmpty else { return [] }
        let cells = cells(of: Respondents(units: units, domain: domain))
        let scored = scored(cells)
        let distribution = ScoreDistribution(scored.map { ($0.score, $0.people, $0.weight) })
        let names = domain.reduce(into: [String: String]()) { $0[tally.domains[$1.key]] = $1.value }
        return tally.questionnaire.quantiles.map { probability in
            var quantile = ScoreQuantile(
                probability, people: distribution.people, unit: unit, domain: names, status: .estimated)
            // A tally that was protected has merged cells of few people, whose scores nobody knows any more.
            if hidesScores(cells) { quantile.status = .suppressed } else { fill(&quantile, distribution, scored) }
            return quantile
        }
    }

    /// Those of each combination of values that respondents have in some domains, in ascending order.
    public func quantiles(
        by domains: [Int], units: Set<String>? = nil, as unit: String? = nil
    ) -> [ScoreQuantile] {
        guard !tally.questionnaire.quantiles.isEmpty else { return [] }
        let values = Set(cells(of: units).map { cell in domains.map { tally.cells[cell].key.domains[$0] } })
        return values.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { values in
            quantiles(
                units: units, as: unit,
                domain: Dictionary(zip(domains, values), uniquingKeysWith: { first, _ in first }))
        }
    }

    /// People of a cell with an answer; all have the same mean score.
    private struct ScoredCell {
        let cell: Int
        let score: Double
        let people: Int
        /// The sum of their final weights, and of the squares.
        let weight, weightSquares: Double
    }

    /// - Parameter cells: In the order of the nodes; so is the result.
    private func scored(_ cells: [Int]) -> [ScoredCell] {
        guard let place = tally.domains.firstIndex(of: Questionnaire.scoreDomain) else { return [] }
        let plan = planOfAll
        let one = Double(tally.weightUnit.one)
        return cells.compactMap { position in
            let cell = tally.cells[position]
            let own = plan.people(in: cell.numbers)
            let factor = (calibrated?.cells[position].factor ?? 1) / one
            guard own.count > 0, factor > 0, own.weight > 0, let score = FormScores.value(of: cell.key.domains[place])
            else { return nil }
            return ScoredCell(
                cell: position, score: score, people: own.count, weight: own.weight.approximation * factor,
                weightSquares: own.squares.approximation * factor * factor)
        }
    }

    /// Whether people with an answer are in a cell without a score.
    private func hidesScores(_ cells: [Int]) -> Bool {
        guard let place = tally.domains.firstIndex(of: Questionnaire.scoreDomain) else { return true }
        let plan = planOfAll
        return cells.contains { position in
            let cell = tally.cells[position]
            return FormScores.value(of: cell.key.domains[place]) == nil && plan.people(in: cell.numbers).count > 0
        }
    }

    private var planOfAll: MeasurePlan {
        let questionnaire = tally.questionnaire
        return MeasurePlan(.group(questionnaire.groups.count - 1), of: questionnaire, layout: tally.layout)
    }

    private func fill(_ quantile: inout ScoreQuantile, _ distribution: ScoreDistribution, _ scored: [ScoredCell]) {
        let least = max(tally.questionnaire.minimumCount, 1)
        guard distribution.people >= least, let value = distribution.quantile(quantile.probability.approximation) else {
            quantile.status = distribution.people == 0 ? .cannotBeEstimated(.noRows) : .suppressed
            return
        }
        func isShown(_ score: Double) -> Bool {
            let people = distribution.people(around: score)
            return min(people.below, people.above) >= least
        }
        guard isShown(value) else {
            quantile.status = .suppressed
            return
        }
        quantile.value = value
        guard tally.questionnaire.hasErrors else {
            quantile.status = .noDesign
            return
        }
        guard let share = share(upTo: value, distribution, scored) else {
            quantile.status = .cannotBeEstimated(.noVariation)
            return
        }
        quantile.degreesOfFreedom = share.degreesOfFreedom
        guard share.status == .estimated, let error = share.standardError, let middle = share.value else {
            // All have at most this score: nothing is known of how far it may be off.
            quantile.status =
                share.status == .oneSidedBound ? .cannotBeEstimated(.noVariation) : SurveyIndex.Status(share.status)
            return
        }
        if share.method == .census {
            (quantile.standardError, quantile.lower, quantile.upper) = (0, value, value)
            return
        }
        guard let student = StudentDistribution(degreesOfFreedom: Double(share.degreesOfFreedom)) else { return }
        let reach = -student.quantile((1 - settings.level) / 2)
        let lower = distribution.quantile(middle - reach * error)
        let upper = distribution.quantile(middle + reach * error)
        if let lower, let upper { quantile.standardError = (upper - lower) / (2 * reach) }
        quantile.lower = lower.flatMap { isShown($0) ? $0 : nil }
        quantile.upper = upper.flatMap { isShown($0) ? $0 : nil }
    }

    /// The share of people with at most a score, with its error.
    private func share(
        upTo score: Double, _ distribution: ScoreDistribution, _ scored: [ScoredCell]
    ) -> Estimate? {
        let input = linearisedShare(upTo: score, distribution, scored)
        guard let replicated else { return try? design?.estimate(input, settings: settings) }
        let cells = scored.map { $0.cell }
        var estimate = Estimate(
            degreesOfFreedom: replicated.degreesOfFreedom(of: cells), rows: distribution.people,
            level: settings.level, status: .estimated)
        estimate.value = input.value
        let repeated = (0..<replicated.count).map { replicate -> [Double]? in
            var (below, all) = (0.0, 0.0)
            for own in scored {
                let weight = replicated.weight(of: own.cell, in: replicate) * Double(own.people)
                all += weight
                if own.score <= score { below += weight }
            }
            return all > 0 ? [below / all] : nil
        }
        estimate.droppedReplicates = repeated.count { $0 == nil }
        let square = replicated.covariances(of: repeated, around: [input.value])?[0][0]
        fill(&estimate, square: square, simple: input.nodes)
        return estimate
    }

    /// The share of people with at most a score, linearised: u = (1 where it is so, less the share) ÷ Σ w.
    private func linearisedShare(
        upTo score: Double, _ distribution: ScoreDistribution, _ scored: [ScoredCell]
    ) -> LinearisedEstimate {
        let share = distribution.share(upTo: score)
        func value(_ cell: ScoredCell) -> Double { ((cell.score <= score ? 1 : 0) - share) / distribution.weight }
        if let calibrated {
            let scores = scored.map { own in
                let people = Double(own.people)
                return CellScore(cell: own.cell, sum: people * value(own), square: people * value(own) * value(own))
            }
            var input = LinearisedEstimate(value: share, nodes: domainNodes(of: scores, planOfAll, calibrated))
            input.residuals = residualNodes(of: scores, calibrated)
            return input
        }
        var nodes: [LinearisedEstimate.NodeSums] = []
        for own in scored {
            let node = design == nil ? 0 : nodeOfCell[own.cell]
            if nodes.last?.node != node { nodes.append(LinearisedEstimate.NodeSums(node: node)) }
            let last = nodes.count - 1
            nodes[last].domainRows += own.people
            nodes[last].sum += own.weight * value(own)
            nodes[last].squares += own.weightSquares * value(own) * value(own)
            nodes[last].spread += own.weight * value(own) * value(own)
            nodes[last].weight += own.weight
            nodes[last].weightSquares += own.weightSquares
        }
        return LinearisedEstimate(value: share, nodes: nodes)
    }
}
