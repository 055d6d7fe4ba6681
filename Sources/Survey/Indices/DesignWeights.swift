internal import ScoreNumerics
public import Values

/// What the answers of a survey weigh, and whether that agrees with its design.
struct DesignWeights {
    /// The tally; where the questionnaire has no weights and states all populations, each answer weighs N ÷ n.
    private(set) var tally: SurveyTally
    private(set) var source = SurveyAnalysis.Weights.equal
    /// What design effects compare with.
    private(set) var comparison = SimpleSample.withReplacement
    private(set) var findings: [Finding] = []

    private let file: String
    /// Sums of weights further from the population than by this factor contradict it.
    private static let tolerance = 1.25
    /// Fewer times the forms than this, weights add up to no population.
    private static let leastPopulation: Int128 = 2
    /// Strata and clusters that are named.
    private static let mostNames = 20

    /// Without a design nothing is weighted, and nothing compared.
    /// - Throws: `FindingsError` with `survey.tooLarge`.
    init(
        _ tally: SurveyTally, _ design: (tree: DesignTree, nodeOfCell: [Int])?, file: String
    ) throws(FindingsError) {
        (self.tally, self.file) = (tally, file)
        if let column = tally.questionnaire.columns.weight { source = .column(column[0]) }
        nameWeightless()
        guard let (tree, nodeOfCell) = design else {
            if tally.questionnaire.replicates != nil, addsUp { comparison = .withoutReplacement }
            return
        }
        guard tally.questionnaire.columns.weight == nil else {
            let isConfirmed = agreesWithPopulations(tree, nodeOfCell)
            if isConfirmed || addsUp { comparison = .withoutReplacement }
            return
        }
        guard let weights = tree.rowWeights else { return }
        let unit = WeightUnit.tenBillionths
        let units = nodeOfCell.map { Int64(exactly: (weights[$0] * Double(unit.one)).rounded()) }
        let known = units.compactMap { $0 }
        guard known.count == units.count, let weighted = tally.reweighed(known) else {
            throw FindingsError(SurveyFinding.tooLarge, at: Location(file: file))
        }
        self.tally = weighted
        let (least, most) = (weights.min() ?? 1, weights.max() ?? 1)
        source = .design(
            least: FixedDecimal(nearest: least, digits: 2) ?? 0, most: FixedDecimal(nearest: most, digits: 2) ?? 0)
        comparison = .withoutReplacement
    }

    /// Whether weights add up to what may be a population.
    private var addsUp: Bool {
        let weight = tally.cells.reduce(Int128(0)) { $0 + Int128($1.weight) }
        return weight >= Self.leastPopulation * Int128(tally.rowCount) * Int128(tally.weightUnit.one)
    }

    /// Names the clusters, or without clusters the units, all of whose forms weigh nothing.
    private mutating func nameWeightless() {
        let stages = tally.questionnaire.design?.stages ?? []
        let last = stages.lastIndex { $0.cluster != nil }
        var weights: [[String]: Int64] = [:]
        for cell in tally.cells {
            let clusters = last.map { last in cell.key.stages[...last].flatMap { [$0.stratum, $0.cluster] } }
            let path = clusters ?? [cell.key.unit]
            weights[path] = max(weights[path] ?? 0, cell.weight)
        }
        let names = weights.filter { $0.value == 0 }.keys.map { path in
            path.filter { !$0.isEmpty }.joined(separator: " › ")
        }.sorted()
        if names.isEmpty { return }
        findings.append(
            Finding(
                SurveyFinding.weightless, at: Location(file: file),
                [.found: .names(Array(names.prefix(Self.mostNames))), .count: .count(names.count)]))
    }

    // MARK: - Populations

    /// Whether the weights of each stratum add up to its people, where populations say how many these are; strata of which
    /// that is not so are reported.
    private mutating func agreesWithPopulations(_ tree: DesignTree, _ nodeOfCell: [Int]) -> Bool {
        guard tree.lastStage == .rows, let weights = tree.rowWeights else { return false }
        let firstStrata = tree.firstStrata
        var strata: [Int: (name: String, unit: String?, weight: Double, people: Double)] = [:]
        for (position, cell) in tally.cells.enumerated() {
            let node = nodeOfCell[position]
            var stratum = strata[firstStrata[node]] ?? (cell.key.stages[0].stratum, cell.key.unit, 0, 0)
            if stratum.unit != cell.key.unit { stratum.unit = nil }
            stratum.weight += Double(cell.weight) / Double(tally.weightUnit.one)
            stratum.people += weights[node] * Double(cell.rows)
            strata[firstStrata[node]] = stratum
        }
        let all = strata.sorted { $0.key < $1.key }.map { $0.value }
        let ratios = all.map { $0.weight / $0.people }
        let contradicting = all.indices.filter { !Self.agree(ratios[$0], 1) }
        guard let lowest = ratios.min(), let highest = ratios.max(), !contradicting.isEmpty else { return true }
        if all.count > 1, contradicting.count == all.count, Self.agree(highest, lowest) {
            // All by the same factor, as weights that are scaled to the number of forms: indices do not change.
            report(
                weight: all.reduce(0) { $0 + $1.weight }, people: all.reduce(0) { $0 + $1.people }, [:], .scaledWeights)
            return false
        }
        for position in contradicting.prefix(Self.mostNames) {
            let stratum = all[position]
            var details: FindingDetails = [.count: .count(contradicting.count)]
            if !stratum.name.isEmpty { details[.stratum] = .names([stratum.name]) }
            if let unit = stratum.unit, !unit.isEmpty, unit != stratum.name { details[.unit] = .text(unit) }
            report(weight: stratum.weight, people: stratum.people, details, .otherWeights)
        }
        return false
    }

    private static func agree(_ first: Double, _ second: Double) -> Bool {
        first <= tolerance * second && second <= tolerance * first
    }

    private mutating func report(weight: Double, people: Double, _ details: FindingDetails, _ code: SurveyFinding) {
        var details = details
        details[.found] = .number(FixedDecimal(nearest: weight, digits: 2) ?? 0)
        details[.expected] = .number(FixedDecimal(nearest: people, digits: 2) ?? 0)
        findings.append(Finding(code, at: Location(file: file), details))
    }
}

extension SurveyAnalysis {
    /// Where the weights of answers come from.
    public enum Weights: Hashable, Sendable {
        /// There are none.
        case equal
        /// A column, by its first heading.
        case column(String)
        /// N ÷ n of the sampling design, from the least to the most.
        case design(least: FixedDecimal, most: FixedDecimal)
    }
}
