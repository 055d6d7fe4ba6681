/// Where each number of a cell is: everything that writes, reads or names these numbers asks here.
///
/// ```
/// counts, sums    [slot][question]                the slots are the levels of the scale, then "no answer"
/// extras          people, then products:
///   people        [group][part of ``PeoplePart``]
///   products      [pair][part of ``ProductPart``], then the same for squared pairs
/// ```
///
/// The kernel that adds answers up (`answer_rows_add`) writes counts and sums in this order, too.
struct TallyLayout: Sendable {
    /// The numbers kept about the people of a group.
    enum PeoplePart: Int, CaseIterable {
        case answered, satisfied, answeredWeight, satisfiedWeight, answeredSquares

        /// How often the weight of a person is a factor of the number.
        var power: Int {
            switch self {
            case .answered, .satisfied: 0
            case .answeredWeight, .satisfiedWeight: 1
            case .answeredSquares: 2
            }
        }
    }

    /// The numbers kept about a pair of measures: Σ yy′, yx′, xy′, xx′.
    enum ProductPart: Int, CaseIterable {
        case yy, yx, xy, xx
    }

    /// A place among the extras.
    struct Place: Sendable {
        let index: Int
        /// How often the weight of a row is a factor of the number.
        let power: Int
    }

    /// What is kept in addition to the answers.
    let extras: RowExtras
    let questions: Int
    /// Levels of all scales, plus one for "no answer" when the scale has a code for it.
    let slots: Int
    /// All places of extras, in order.
    private(set) var places: [Place] = []
    private let peopleParts = PeoplePart.allCases.count
    private let productParts = ProductPart.allCases.count

    init(_ questionnaire: Questionnaire) {
        extras = RowExtras(questionnaire)
        questions = questionnaire.questions.count
        slots = questionnaire.slots
        if extras.countsPeople {
            for group in extras.measures.groups.indices { places += PeoplePart.allCases.map { people(group, $0) } }
        }
        for isSquared in [false, true] {
            places += products(ofSquares: isSquared).map { Place(index: $0, power: isSquared ? 2 : 1) }
        }
    }

    // MARK: - Answers

    /// The number of counts, and of sums.
    var answerCount: Int { slots * questions }

    func answer(_ question: Int, slot: Int) -> Int { slot * questions + question }

    /// One answer to each of some questions.
    func answers(_ questions: Range<Int>, slot: Int) -> Range<Int> {
        answer(questions.lowerBound, slot: slot)..<answer(questions.upperBound, slot: slot)
    }

    /// The answers to all questions at some levels.
    func answers(onLevels levels: Range<Int>) -> Range<Int> {
        levels.lowerBound * questions..<levels.upperBound * questions
    }

    // MARK: - People

    /// Whether the squares of the weights of those who answered a group are kept: of every group where people are drawn,
    /// with another design of the whole survey, for the variation of the weights. Tallies of earlier versions have them
    /// only where people are drawn.
    func keepsSquares(ofGroup group: Int) -> Bool {
        !extras.pairs.isEmpty && (!extras.squaredPairs.isEmpty || group == extras.measures.groups.count - 1)
    }

    /// Where the squares of the weights of all who answered are; nil where they are not kept.
    var squaresOfAll: Place? {
        let all = extras.measures.groups.count - 1
        return keepsSquares(ofGroup: all) ? people(all, .answeredSquares) : nil
    }

    /// Where the number of all who answered is; nil where no people are counted.
    var answeredOfAll: Place? { extras.countsPeople ? people(extras.measures.groups.count - 1, .answered) : nil }

    var peopleCount: Int { extras.countsPeople ? extras.measures.groups.count * peopleParts : 0 }

    func people(_ group: Int, _ part: PeoplePart) -> Place {
        Place(index: group * peopleParts + part.rawValue, power: part.power)
    }

    // MARK: - Products

    var productCount: Int { (extras.pairs.count + extras.squaredPairs.count) * productParts }

    /// The positions in ``places`` of all products of pairs, or of squared pairs.
    func products(ofSquares isSquared: Bool) -> Range<Int> {
        let firstSquare = peopleCount + extras.pairs.count * productParts
        return isSquared ? firstSquare..<peopleCount + productCount : peopleCount..<firstSquare
    }

    /// What these products are of, in order.
    func productOrder(ofSquares isSquared: Bool) -> [(pair: RowExtras.MeasurePair, part: ProductPart)] {
        (isSquared ? extras.squaredPairs : extras.pairs).flatMap { pair in ProductPart.allCases.map { (pair, $0) } }
    }

    /// Where the products of the pair at a position of ``RowExtras/pairs``, or of ``RowExtras/squaredPairs``, begin.
    func product(_ pair: Int, isSquared: Bool) -> Place {
        places[products(ofSquares: isSquared).lowerBound + pair * productParts]
    }
}

extension Questionnaire {
    /// The levels of all scales, plus one for "no answer" when there is a code for it.
    var slots: Int { levels.count + (countsNoAnswer ? 1 : 0) }
}
