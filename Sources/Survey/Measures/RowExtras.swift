/// What is summed in addition to the answers of each question: only what the questionnaire's index and design need.
///
/// - **People**: for each group of questions, how many people answered, how many are satisfied with everything, and
///   their weights.
/// - **Products**: how the measures of a row vary and covary, Σw yy′ and so on: the design effect needs them for a
///   group of questions and for a mean of parts.
/// - **Squared products**: Σw² yy′ and so on, where people themselves are a sampling stage.
///
/// Weights are integers of the tally's ``WeightUnit``, their squares of its square; all sums are exact.
struct RowExtras: Sendable {
    let measures: RowMeasures
    /// Whether people are counted.
    let countsPeople: Bool
    /// The pairs of measures whose products are summed.
    let pairs: [MeasurePair]
    /// The measures that are combined with one another, ascending: those in pairs of two different ones.
    let parts: [Int]
    /// The pairs of measures whose squared products are summed.
    let squaredPairs: [MeasurePair]

    /// Two measures: positions among questions and, after them, groups.
    struct MeasurePair: Hashable, Sendable {
        let first: Int
        let second: Int
    }

    init(_ questionnaire: Questionnaire) {
        measures = RowMeasures(questionnaire)
        let design = questionnaire.design
        countsPeople =
            questionnaire.hasErrors || !questionnaire.quantiles.isEmpty
            || questionnaire.index.measure == .satisfiedPeople
            || questionnaire.calibration?.response != nil
        let questions = questionnaire.questions.count
        let groups = questionnaire.groups
        var pairs = groups.indices.map { MeasurePair(first: questions + $0, second: questions + $0) }
        // A mean of parts needs the covariances of the parts.
        let parts: [Int]
        switch questionnaire.index.effectiveCombination {
        case .answers: parts = []
        case .questions: parts = Array(questionnaire.indexedQuestions)
        case .factors: parts = groups.indices.filter { groups[$0].kind == .factor }.map { questions + $0 }
        }
        for (index, first) in parts.enumerated() {
            for second in parts.dropFirst(index + 1) { pairs.append(MeasurePair(first: first, second: second)) }
        }
        self.pairs = questionnaire.hasErrors ? pairs : []
        self.parts = questionnaire.hasErrors ? parts : []
        // For a single question the products follow from the sums by level, but the squared ones do not.
        squaredPairs =
            design?.drawsPeople == true
            ? (0..<questions).map { MeasurePair(first: $0, second: $0) } + pairs : []
    }
}

extension SamplingDesign {
    /// Whether people themselves are drawn at the last stage, so that differences between them count.
    ///
    /// After a stage without population sizes later stages do not matter (drawing with replacement).
    package var drawsPeople: Bool {
        guard let last = stages.last, last.cluster == nil else { return false }
        return stages.dropLast().allSatisfy { $0.population != nil }
    }
}

extension IndexMethod {
    /// How parts are combined: satisfied people are counted over all questions, so nothing is averaged.
    package var effectiveCombination: Combination { measure == .satisfiedPeople ? .answers : combination }
}
