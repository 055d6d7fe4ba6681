internal import Values

/// What a node of the design adds to the measures of an index: the sums of ``RowMeasures`` pairs and their products,
/// of some cells.
struct MeasureSums {
    /// Σw y and Σw x of each measure of the index, in millionths.
    var totals: [(y: Int128, x: Int128)]
    /// Of each pair of measures Σw yy′, yx′, xy′, xx′.
    var products: [[Int128]]
    /// The same with w².
    var squaredProducts: [[Int128]]
    /// People with an answer, their weight and its squares.
    var people = 0
    var weight: Int128 = 0
    var weightSquares: Int128 = 0

    init(_ measures: MeasurePlan) {
        totals = Array(repeating: (0, 0), count: measures.terms.count)
        products = Array(repeating: Array(repeating: 0, count: RowExtras.productParts), count: measures.pairs.count)
        squaredProducts = products
    }

    /// Adds a cell.
    mutating func add(_ cell: SurveyTally.Cell, _ plan: MeasurePlan) {
        for (index, term) in plan.terms.enumerated() {
            let pair = plan.pair(of: term.measure, in: cell)
            totals[index].y += pair.y
            totals[index].x += pair.x
        }
        for (index, pair) in plan.pairs.enumerated() {
            for (part, value) in plan.products(of: pair, in: cell).enumerated() { products[index][part] += value }
            guard let place = pair.squaredPlace else { continue }
            for part in 0..<RowExtras.productParts { squaredProducts[index][part] += cell.products[place + part] }
        }
        let own = plan.people(in: cell)
        people += own.count
        weight += own.weight
        weightSquares += own.squares
    }
}

/// How an index is made of measures: a share or mean of one measure, or a weighted mean of several.
struct MeasurePlan {
    /// A measure and its weight in the mean.
    struct Term {
        /// A question or, behind the questions, a group.
        let measure: Int
        let weight: Double
        /// The weight as a whole number, in millionths.
        let exactWeight: Int128
    }

    /// Two terms, and where their products stand among those of a cell.
    struct Pair {
        let first: Int
        let second: Int
        /// Nil where the sums by level tell the products.
        let place: Int?
        let squaredPlace: Int?
    }

    let terms: [Term]
    private(set) var pairs: [Pair] = []
    private let part: SurveyIndex.Part
    private let extras: RowExtras

    init(_ part: SurveyIndex.Part, of questionnaire: Questionnaire, extras: RowExtras) {
        self.part = part
        self.extras = extras
        terms = Self.terms(of: part, questionnaire)
        guard questionnaire.design != nil else { return }
        let squaredStart = extras.pairs.count * RowExtras.productParts
        for first in terms.indices {
            for second in first..<terms.count {
                let pair = RowExtras.MeasurePair(first: terms[first].measure, second: terms[second].measure)
                let place = extras.pairs.firstIndex(of: pair).map { $0 * RowExtras.productParts }
                let squared = extras.squaredPairs.firstIndex(of: pair).map {
                    squaredStart + $0 * RowExtras.productParts
                }
                pairs.append(Pair(first: first, second: second, place: place, squaredPlace: squared))
            }
        }
    }

    private static func terms(of part: SurveyIndex.Part, _ questionnaire: Questionnaire) -> [Term] {
        let questionCount = questionnaire.questions.count
        let groups = questionnaire.groups
        let single = FixedDecimal(mantissa: FixedDecimal.scale)
        var weights: [(measure: Int, weight: FixedDecimal)]
        switch part {
        case .question(let question): weights = [(question, single)]
        case .group(let index):
            let group = groups[index]
            switch questionnaire.index.effectiveCombination {
            case .answers: weights = [(questionCount + index, single)]
            case .questions:
                weights = questionnaire.questionWeights.enumerated().filter { group.questions.contains($0.offset) }
                    .map { ($0.offset, $0.element) }
            case .factors:
                let factors = groups.indices.filter { groups[$0].kind == .factor }
                weights = zip(factors, questionnaire.factorWeights).filter {
                    group.questions.contains(groups[$0.0].questions.lowerBound)
                }.map { (questionCount + $0.0, $0.1) }
            }
        }
        let sum = weights.reduce(Int128(0)) { $0 + Int128($1.weight.mantissa) }
        return weights.map {
            Term(
                measure: $0.measure, weight: Double($0.weight.mantissa) / Double(sum),
                exactWeight: Int128($0.weight.mantissa))
        }
    }

    // MARK: - Cells

    /// Σw y and Σw x of a measure in a cell.
    func pair(of measure: Int, in cell: SurveyTally.Cell) -> (y: Int128, x: Int128) {
        let questions = extras.measures.questions
        guard measure >= questions else { return levelSums(measure, in: cell) { $0 } }
        if extras.measures.countsPeople {
            let first = (measure - questions) * RowExtras.PeoplePart.allCases.count
            return (
                cell.people[first + RowExtras.PeoplePart.satisfiedWeight.rawValue],
                cell.people[first + RowExtras.PeoplePart.answeredWeight.rawValue]
            )
        }
        return extras.measures.groups[measure - questions].reduce(into: (0, 0)) { sum, question in
            let pair = levelSums(question, in: cell) { $0 }
            sum.0 += pair.y
            sum.1 += pair.x
        }
    }

    private func levelSums(
        _ question: Int, in cell: SurveyTally.Cell, _ value: ((y: Int64, x: Int64)) -> (y: Int64, x: Int64)
    ) -> (y: Int128, x: Int128) {
        let measures = extras.measures
        return measures.pairOfLevel.enumerated().reduce(into: (0, 0)) { sum, level in
            let weight = Int128(cell.sums[level.offset * measures.questions + question])
            let pair = value(level.element)
            sum.0 += weight * Int128(pair.y)
            sum.1 += weight * Int128(pair.x)
        }
    }

    /// Σw yy′, yx′, xy′, xx′ of a pair in a cell.
    func products(of pair: Pair, in cell: SurveyTally.Cell) -> [Int128] {
        if let place = pair.place { return Array(cell.products[place..<place + RowExtras.productParts]) }
        let question = terms[pair.first].measure
        let squares = levelSums(question, in: cell) { ($0.y * $0.y, $0.x * $0.x) }
        let mixed = levelSums(question, in: cell) { ($0.y * $0.x, 0) }.y
        return [squares.y, mixed, mixed, squares.x]
    }

    /// The people of a cell with an answer: their number, their weight, and its squares where people are drawn.
    func people(in cell: SurveyTally.Cell) -> (count: Int, weight: Int128, squares: Int128) {
        let questions = extras.measures.questions
        switch part {
        case .question(let question):
            let levels = extras.measures.pairOfLevel.indices
            var squares: Int128 = 0
            if let place = pairs.first?.squaredPlace {
                let width = Int128(extras.measures.pairOfLevel[0].x)
                squares = cell.products[place + 3] / (width * width)
            }
            return (
                levels.reduce(0) { $0 + Int(cell.counts[$1 * questions + question]) },
                levels.reduce(0) { $0 + Int128(cell.sums[$1 * questions + question]) }, squares
            )
        case .group(let group):
            // Without a design nobody counted the people: those of the question that most answered are a lower bound.
            guard extras.countsPeople else {
                let counts = extras.measures.groups[group].map { question in
                    extras.measures.pairOfLevel.indices.reduce(0) { $0 + Int(cell.counts[$1 * questions + question]) }
                }
                return (counts.max() ?? 0, 0, 0)
            }
            let first = group * RowExtras.PeoplePart.allCases.count
            return (
                Int(cell.people[first + RowExtras.PeoplePart.answered.rawValue]),
                cell.people[first + RowExtras.PeoplePart.answeredWeight.rawValue],
                cell.people[first + RowExtras.PeoplePart.answeredSquares.rawValue]
            )
        }
    }
}

extension Questionnaire {
    /// The weight of each question in a mean of questions: its own, times that of its factor and its block.
    var questionWeights: [FixedDecimal] {
        blocks.flatMap { block in
            block.factors.flatMap { factor in
                factor.questions.map { Self.product([$0.weight, factor.weight, block.weight]) }
            }
        }
    }

    /// The weight of each factor in a mean of factors: its own, times that of its block.
    var factorWeights: [FixedDecimal] {
        blocks.flatMap { block in block.factors.map { Self.product([$0.weight, block.weight]) } }
    }

    /// A product, to six decimals.
    private static func product(_ weights: [FixedDecimal]) -> FixedDecimal {
        weights.dropFirst().reduce(weights[0]) { product, weight in
            let wide = Int128(product.mantissa) * Int128(weight.mantissa)
            let rounded = Rounding(.halfAwayFromZero, digits: 0).divide(wide, by: Int128(FixedDecimal.scale))
            return FixedDecimal(mantissa: Int64(clamping: rounded))
        }
    }
}
