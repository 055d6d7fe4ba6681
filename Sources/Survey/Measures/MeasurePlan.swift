internal import Values

/// How an index is composed of measures: a share or mean of one measure, or a weighted mean of several.
struct MeasurePlan {
    /// A measure and its weight in the mean.
    struct Term {
        /// A question or, after the questions, a group.
        let measure: Int
        let weight: Double
        /// The weight as an integer, in millionths.
        let exactWeight: Int128
        fileprivate let source: Source
    }

    /// Where Σw y and Σw x of a measure come from.
    fileprivate enum Source {
        /// Numbers about people.
        case people(y: TallyLayout.Place, x: TallyLayout.Place)
        /// The answers at each level, and what y and x are of one of them.
        case levels([CellNumbers.Level])
    }

    /// Two terms, and where their products are among those of a cell.
    struct Pair {
        let first: Int
        let second: Int
        /// Nil where the products follow from the sums by level.
        let place: TallyLayout.Place?
        let squaredPlace: TallyLayout.Place?
    }

    let terms: [Term]
    private(set) var pairs: [Pair] = []
    private let part: SurveyIndex.Part
    private let layout: TallyLayout

    init(_ part: SurveyIndex.Part, of questionnaire: Questionnaire, layout: TallyLayout) {
        self.part = part
        self.layout = layout
        terms = Self.terms(of: part, questionnaire, layout)
        guard questionnaire.hasErrors else { return }
        for first in terms.indices {
            for second in first..<terms.count {
                let pair = RowExtras.MeasurePair(first: terms[first].measure, second: terms[second].measure)
                let place = layout.extras.pairs.firstIndex(of: pair)
                let squared = layout.extras.squaredPairs.firstIndex(of: pair)
                pairs.append(
                    Pair(
                        first: first, second: second, place: place.map { layout.product($0, isSquared: false) },
                        squaredPlace: squared.map { layout.product($0, isSquared: true) }))
            }
        }
    }

    private static func terms(
        of part: SurveyIndex.Part, _ questionnaire: Questionnaire, _ layout: TallyLayout
    ) -> [Term] {
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
                exactWeight: Int128($0.weight.mantissa), source: source(of: $0.measure, layout))
        }
    }

    private static func source(of measure: Int, _ layout: TallyLayout) -> Source {
        let measures = layout.extras.measures
        let group = measure - layout.questions
        if group >= 0, measures.countsPeople {
            return .people(y: layout.people(group, .satisfiedWeight), x: layout.people(group, .answeredWeight))
        }
        let questions = group < 0 ? measure..<measure + 1 : measures.groups[group]
        return .levels(
            measures.pairOfLevel.enumerated().map { slot, pair in
                CellNumbers.Level(answers: layout.answers(questions, slot: slot), y: pair.y, x: pair.x)
            })
    }

    /// Whether it is the index of the whole questionnaire.
    var isOfAll: Bool { part == .group(layout.extras.measures.groups.count - 1) }

    // MARK: - Cells

    /// Σw y and Σw x of a term in a cell.
    func pair(of term: Term, in numbers: CellNumbers) -> (y: Int128, x: Int128) {
        switch term.source {
        case .people(let y, let x): return (numbers.number(at: y), numbers.number(at: x))
        case .levels(let levels): return numbers.sums(over: levels)
        }
    }

    /// The products of a pair in a cell. Where no place has them they are those of one question with itself.
    func products(of pair: Pair, in numbers: CellNumbers) -> PairProducts {
        if let place = pair.place { return numbers.products(at: place) }
        guard case .levels(let levels) = terms[pair.first].source else { return PairProducts() }
        var products = PairProducts()
        for level in levels {
            let (weight, y, x) = (numbers.sum(over: level.answers), Int128(level.y), Int128(level.x))
            products.yy += weight * y * y
            products.yx += weight * y * x
            products.xx += weight * x * x
        }
        products.xy = products.yx
        return products
    }

    /// The people of a cell with an answer: their number, their weight, and its squares where people are drawn.
    func people(in numbers: CellNumbers) -> (count: Int, weight: Int128, squares: Int128) {
        let measures = layout.extras.measures
        func count(_ question: Int) -> Int {
            measures.pairOfLevel.indices.reduce(0) { $0 + Int(numbers.counts[layout.answer(question, slot: $1)]) }
        }
        switch part {
        case .question(let question):
            var squares: Int128 = 0
            if let place = pairs.first?.squaredPlace {
                let width = Int128(measures.pairOfLevel[0].x)
                squares = numbers.products(at: place).xx / (width * width)
            }
            let weight = measures.pairOfLevel.indices.reduce(Int128(0)) {
                $0 + Int128(numbers.sum(at: layout.answer(question, slot: $1)))
            }
            return (count(question), weight, squares)
        case .group(let group):
            // Without a design people are not counted: the largest count of a question is a lower bound.
            guard layout.extras.countsPeople else { return (measures.groups[group].map(count).max() ?? 0, 0, 0) }
            return (
                Int(numbers.number(at: layout.people(group, .answered))),
                numbers.number(at: layout.people(group, .answeredWeight)),
                numbers.number(at: layout.people(group, .answeredSquares))
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

    /// A product, rounded at each step to six decimals, half away from zero.
    private static func product(_ weights: [FixedDecimal]) -> FixedDecimal {
        weights.dropFirst().reduce(weights[0]) { product, weight in
            let wide = Int128(product.mantissa) * Int128(weight.mantissa)
            let rounded = Rounding(.halfAwayFromZero, digits: 0).divide(wide, by: Int128(FixedDecimal.scale))
            return FixedDecimal(mantissa: Int64(clamping: rounded))
        }
    }
}
