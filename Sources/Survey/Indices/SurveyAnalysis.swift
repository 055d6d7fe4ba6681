internal import ScoreNumerics
public import Values

/// Computes indices from a tally: values from exact sums, errors from the design.
public final class SurveyAnalysis: Sendable {
    /// The tally that everything is computed from, with weights by the design where the questionnaire has none.
    public let tally: SurveyTally
    /// Where the weights of answers come from.
    public let weights: Weights
    /// What design effects compare with.
    public var comparison: SimpleSample { settings.comparison }
    /// What is odd about the weights.
    public let findings: [Finding]
    /// What calibration did to the weights; nil where they are not calibrated.
    public var calibration: CalibrationSummary? { calibrated?.summary }
    /// The design, and the node of each cell; nil without a design.
    let design: DesignTree?
    let nodeOfCell: [Int]
    /// The positions of the cells, those of a node together, in the order of the nodes.
    let cellsByNode: [Int]
    let settings: EstimateSettings
    /// The weights that the questionnaire asks to calibrate.
    let calibrated: CalibratedWeights?
    /// The replicate weights; nil where errors are those of the design.
    let replicated: ReplicateWeights?
    /// The cells of each unit: they are adjacent.
    private let cellsOfUnit: [String: Range<Int>]
    /// How each part is computed.
    private let plans: [SurveyIndex.Part: MeasurePlan]

    /// Prepares a tally.
    /// - Parameters:
    ///   - tally: The answers.
    ///   - file: What findings name.
    ///   - populations: What weights are calibrated to, where the questionnaire asks for it.
    /// - Throws: `FindingsError` for populations that contradict each other or are too small, for sums that are too large,
    ///   for a tally that is not divided by what the questionnaire needs, and where weights cannot be calibrated.
    public init(
        _ tally: SurveyTally, file: String, populations: SurveyPopulations? = nil
    ) throws(FindingsError) {
        let questionnaire = tally.questionnaire
        let needed = questionnaire.cellDomains([])
        guard needed.allSatisfy(tally.domains.contains) else {
            throw FindingsError(SurveyFinding.undividedTally, at: Location(file: file), [.expected: .names(needed)])
        }
        var settings = EstimateSettings()
        settings.level = questionnaire.interval.confidence.approximation
        settings.interval = questionnaire.interval.method
        settings.lonelyUnits = questionnaire.design?.singleCluster ?? .fail
        var cellsOfUnit: [String: Range<Int>] = [:]
        var first = 0
        for (position, cell) in tally.cells.enumerated() where cell.key.unit != tally.cells[first].key.unit {
            cellsOfUnit[tally.cells[first].key.unit] = first..<position
            first = position
        }
        if let last = tally.cells.last { cellsOfUnit[last.key.unit] = first..<tally.cells.count }
        self.cellsOfUnit = cellsOfUnit
        let parts =
            questionnaire.questions.indices.map { SurveyIndex.Part.question($0) }
            + questionnaire.groups.indices.map { SurveyIndex.Part.group($0) }
        plans = Dictionary(
            uniqueKeysWithValues: parts.map { ($0, MeasurePlan($0, of: questionnaire, layout: tally.layout)) })
        guard let stages = questionnaire.design?.stages, !tally.cells.isEmpty else {
            (design, nodeOfCell, cellsByNode) = (nil, [], Array(tally.cells.indices))
            let weighted = try DesignWeights(tally, nil, file: file)
            (self.tally, weights, findings) = (weighted.tally, weighted.source, weighted.findings)
            calibrated = try Self.calibrated(weighted.tally, to: populations, file: file)
            if let plan = questionnaire.replicates, !tally.cells.isEmpty {
                replicated = try ReplicateWeights(weighted.tally, plan, file: file)
                settings.comparison = weighted.comparison
            } else {
                replicated = nil
            }
            self.settings = settings
            return
        }
        let (tree, nodes) = try DesignNodes(tally.cells, stages: stages) { _ in Location(file: file) }.tree()
        let weighted = try DesignWeights(tally, (tree, nodes), file: file)
        (self.tally, weights, findings) = (weighted.tally, weighted.source, weighted.findings)
        calibrated = try Self.calibrated(weighted.tally, to: populations, file: file)
        // Calibrated weights add up to the people that there are.
        settings.comparison = calibrated?.groups.isEmpty == false ? .withoutReplacement : weighted.comparison
        self.settings = settings
        (design, nodeOfCell, replicated) = (tree, nodes, nil)
        cellsByNode = tally.cells.indices.sorted { nodes[$0] < nodes[$1] }
    }

    private static func calibrated(
        _ tally: SurveyTally, to populations: SurveyPopulations?, file: String
    ) throws(FindingsError) -> CalibratedWeights? {
        guard let plan = tally.questionnaire.calibration, !tally.cells.isEmpty else { return nil }
        return try CalibratedWeights(tally, plan, to: populations, file: file)
    }

    /// The units with answers, in code order.
    public var units: [String] { tally.units }

    /// Computes an index.
    /// - Parameters:
    ///   - part: The question or group of questions.
    ///   - units: The units whose respondents are counted together; nil for all.
    ///   - unit: The code under which the index is reported.
    ///   - domain: Values that respondents must have in domains, by position.
    ///
    /// Complexity: O(cells of the units × terms²).
    public func index(
        of part: SurveyIndex.Part, units: Set<String>? = nil, as unit: String? = nil, domain: [Int: String] = [:]
    ) -> SurveyIndex {
        let cells = cells(of: units).filter { position in
            domain.allSatisfy { tally.cells[position].key.domains[$0.key] == $0.value }
        }
        return index(of: part, cells: cells, as: unit, domain: domain)
    }

    /// Computes what of an index is a figure of an assessment, without how precise it is, which takes most of the time.
    /// - Parameters:
    ///   - part: The question or group of questions.
    ///   - units: The units whose respondents are counted together.
    ///
    /// Complexity: O(cells of the units × terms); as that of an index where weights are calibrated or replicated.
    package func figure(of part: SurveyIndex.Part, units: Set<String>) -> SurveyFigure {
        guard calibrated == nil, replicated == nil else {
            let index = index(of: part, units: units)
            return SurveyFigure(part: part, units: units, people: index.people, percent: index.percent)
        }
        let plan = plans[part] ?? MeasurePlan(part, of: tally.questionnaire, layout: tally.layout)
        var whole = MeasureSums(plan)
        for unit in units {
            guard let cells = cellsOfUnit[unit] else { continue }
            for position in cells { whole.add(tally.cells[position].numbers, plan) }
        }
        let mean = isTooFew(whole.people) ? nil : value(plan, whole)?.value
        return SurveyFigure(
            part: part, units: units, people: whole.people, percent: mean.flatMap { percent(plan, whole, $0) })
    }

    /// Computes an index for each combination of values that respondents have in some domains, in ascending order.
    ///
    /// Complexity: O(cells of the units × terms²), however many combinations there are.
    public func indices(
        of part: SurveyIndex.Part, by domains: [Int], units: Set<String>? = nil, as unit: String? = nil
    ) -> [SurveyIndex] {
        var cellsOfValues: [[String]: [Int]] = [:]
        for position in cells(of: units) {
            cellsOfValues[domains.map { tally.cells[position].key.domains[$0] }, default: []].append(position)
        }
        return cellsOfValues.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { values, cells in
            let domain = Dictionary(zip(domains, values), uniquingKeysWith: { first, _ in first })
            return index(of: part, cells: cells, as: unit, domain: domain)
        }
    }

    /// The positions of the cells of some units, in the order of the nodes; nil for all.
    func cells(of units: Set<String>?) -> [Int] {
        guard let units else { return cellsByNode }
        let cells = units.compactMap { cellsOfUnit[$0] }.flatMap { $0 }
        return design == nil ? cells : cells.sorted { nodeOfCell[$0] < nodeOfCell[$1] }
    }

    /// - Parameter cells: The positions of the cells that are counted together, in the order of the nodes.
    private func index(
        of part: SurveyIndex.Part, cells: [Int], as unit: String?, domain: [Int: String]
    ) -> SurveyIndex {
        // Read once: each reading of the whole costs as many references as it has.
        let (layout, calibrated) = (tally.layout, self.calibrated)
        let plan = plans[part] ?? MeasurePlan(part, of: tally.questionnaire, layout: layout)
        var whole = MeasureSums(plan)
        let questions = range(of: part)
        let levels = tally.questionnaire.levels.count
        var counts = Array(repeating: 0, count: levels)
        var weights = Array(repeating: Int128(0), count: levels)
        var (noAnswer, unknown) = (0, 0)
        for position in cells {
            let numbers = tally.cells[position].numbers
            whole.add(numbers, plan)
            for level in 0..<levels {
                let answers = layout.answers(questions, slot: level)
                counts[level] += numbers.count(over: answers)
                weights[level] += calibrated?.sum(over: answers, of: position, numbers) ?? numbers.sum(over: answers)
            }
            if layout.slots > levels { noAnswer += numbers.count(over: layout.answers(questions, slot: levels)) }
            if !tally.cells[position].unknown.isEmpty {
                unknown += tally.cells[position].unknown[questions].reduce(0, +)
            }
        }
        let outcome =
            calibrated.map { calibratedIndex(plan, $0, cells: cells) } ?? outcome(plan, whole: whole, cells: cells)
        let names = domain.reduce(into: [String: String]()) { $0[tally.domains[$1.key]] = $1.value }
        return SurveyIndex(
            unit: unit, domain: names, part: part, people: whole.people, counts: counts, weights: weights,
            noAnswer: noAnswer, unknown: unknown, value: outcome.value,
            percent: outcome.value.flatMap { calibrated == nil ? percent(plan, whole, $0) : Self.percent($0) },
            status: outcome.status, estimate: outcome.estimate,
            weightVariation: outcome.weightVariation ?? whole.weightVariation)
    }

    private func range(of part: SurveyIndex.Part) -> Range<Int> {
        switch part {
        case .question(let question): question..<question + 1
        case .group(let group): tally.layout.extras.measures.groups[group]
        }
    }

    // MARK: - Estimate

    /// An index of some cells: a value, how much is known of it, and its precision.
    struct Outcome {
        var value: Double?
        var status: SurveyIndex.Status
        var estimate: Estimate?
        /// The coefficient of variation of calibrated weights.
        var weightVariation: Double?
    }

    /// Whether people are so few that nothing is reported of them.
    func isTooFew(_ people: Int) -> Bool { people > 0 && people < tally.questionnaire.minimumCount }

    private func outcome(_ plan: MeasurePlan, whole: MeasureSums, cells: [Int]) -> Outcome {
        if isTooFew(whole.people) { return Outcome(status: .suppressed) }
        guard let (ratios, value) = value(plan, whole) else { return Outcome(status: .cannotBeEstimated(.noRows)) }
        if let replicated { return replicatedIndex(plan, replicated, value, cells: cells) }
        guard let design else { return Outcome(value: value, status: .noDesign) }
        // z = Σ c (w y) − c R (w x), with c the weight of a term divided by its Σ w x; sums are in units of the tally.
        let scale = Double(tally.weightUnit.one)
        let factors = zip(plan.terms, whole.totals).map { $0.weight / (Double($1.x) / scale) }
        var nodes: [LinearisedEstimate.NodeSums] = []
        eachNode(of: cells, plan) { node, sums in
            nodes.append(nodeSums(node, sums, plan, factors: factors, ratios: ratios, scale: scale))
        }
        let input = LinearisedEstimate(value: value, nodes: nodes)
        guard var estimate = try? design.estimate(input, settings: settings) else {
            return Outcome(value: value, status: .cannotBeEstimated(.noVariation))
        }
        if let error = estimate.standardError, error < Self.doubtfulError, estimate.method != .census,
            !varies(plan, whole, cells, design)
        {
            estimate.losePrecision(for: .noVariation)
        }
        return Outcome(value: value, status: SurveyIndex.Status(estimate.status), estimate: estimate)
    }

    /// The ratio of each term, and their mean; nil without an answer to each part that it is a mean of.
    private func value(_ plan: MeasurePlan, _ whole: MeasureSums) -> (ratios: [Double], value: Double)? {
        guard whole.people > 0, whole.totals.allSatisfy({ $0.x > 0 }) else { return nil }
        let ratios = whole.totals.map { $0.y.approximation / $0.x.approximation }
        let mean = zip(plan.terms, ratios).reduce(0) { $0 + $1.0.weight * $1.1 }
        // The weights of three parts may not add up to exactly one.
        return (ratios, ratios.allSatisfy { $0 == ratios[0] } ? ratios[0] : min(max(mean, 0), 1))
    }

    /// A standard error below this may be the rounding error of none.
    static let doubtfulError = 1e-5

    /// Whether sampled units differ, exactly.
    private func varies(_ plan: MeasurePlan, _ whole: MeasureSums, _ cells: [Int], _ design: DesignTree) -> Bool {
        var nodes: [ExactVariation.Node] = []
        eachNode(of: cells, plan) { node, sums in
            if sums.people > 0 { nodes.append(ExactVariation.Node(node, sums, of: whole, plan)) }
        }
        return ExactVariation(in: design, lonely: settings.lonelyUnits).isThere(among: nodes)
    }

    /// Calls with the sums of each node of the design, in order.
    private func eachNode(of cells: [Int], _ plan: MeasurePlan, _ take: (Int, MeasureSums) -> Void) {
        var place = 0
        var sums = MeasureSums(plan)
        while place < cells.count {
            let node = nodeOfCell[cells[place]]
            sums.clear()
            while place < cells.count, nodeOfCell[cells[place]] == node {
                let numbers = tally.cells[cells[place]].numbers
                sums.add(numbers, plan)
                sums.addProducts(of: numbers, plan)
                place += 1
            }
            take(node, sums)
        }
    }

    private func nodeSums(
        _ node: Int, _ sums: MeasureSums, _ plan: MeasurePlan, factors: [Double], ratios: [Double], scale: Double
    ) -> LinearisedEstimate.NodeSums {
        var sum = 0.0
        for (index, total) in sums.totals.enumerated() {
            sum += factors[index] * (total.y.approximation - ratios[index] * total.x.approximation) / scale
        }
        func quadratic(_ products: [PairProducts], _ scale: Double) -> Double {
            var result = 0.0
            for (pair, sums) in zip(plan.pairs, products) {
                let (first, second) = (ratios[pair.first], ratios[pair.second])
                // In this order, differences between answers that are all alike are exactly zero.
                let above = sums.yy.approximation - second * sums.yx.approximation
                let below = sums.xy.approximation - second * sums.xx.approximation
                let times = pair.first == pair.second ? 1.0 : 2.0
                result += times * factors[pair.first] * factors[pair.second] * (above - first * below) / scale
            }
            return max(result, 0)
        }
        return LinearisedEstimate.NodeSums(
            node: node, domainRows: sums.people, sum: sum, squares: quadratic(sums.squaredProducts, scale * scale),
            spread: quadratic(sums.products, scale), weight: sums.weight.approximation / scale,
            weightSquares: sums.weightSquares.approximation / (scale * scale))
    }

    // MARK: - Exact value

    /// The index in percent with six decimals.
    private func percent(_ plan: MeasurePlan, _ whole: MeasureSums, _ value: Double) -> FixedDecimal? {
        var sum: ExactRatio? = .zero
        var weights: Int128 = 0
        for (term, total) in zip(plan.terms, whole.totals) {
            let weight = ExactRatio(term.exactWeight, over: 1)
            let part = weight.flatMap { ExactRatio(total.y, over: total.x)?.multiplied(by: $0) }
            sum = part.flatMap { part in sum?.adding(part) }
            weights += term.exactWeight
        }
        if let all = ExactRatio(weights, over: 1), let exact = sum?.divided(by: all)?.multiplied(by: ExactRatio(100)),
            let rounded = exact.rounded(Rounding(.halfAwayFromZero, digits: 6))
        {
            return rounded
        }
        return Self.percent(value)
    }

    private static func percent(_ value: Double) -> FixedDecimal? {
        let millionths = (value * 1e8).rounded(.toNearestOrAwayFromZero)
        return Int64(exactly: millionths).map { FixedDecimal(mantissa: $0) }
    }
}
