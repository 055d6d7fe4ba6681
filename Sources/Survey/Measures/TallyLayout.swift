/// Where each number of a cell is in its arrays: everything that writes, reads or names these numbers asks here.
///
/// ```
/// counts, sums    [slot][question]                the slots are the levels of the scale, then "no answer"
/// people          [group][part of ``PeoplePart``]
/// products        [pair][part of ``ProductPart``], then the same for squared pairs
/// ```
///
/// The kernel that adds answers up (`answer_rows_add`) writes counts and sums in this order, too.
struct TallyLayout: Sendable {
    /// The numbers kept about the people of a group.
    enum PeoplePart: Int, CaseIterable {
        case answered, satisfied, answeredWeight, satisfiedWeight, answeredSquares
    }

    /// The numbers kept about a pair of measures: Σ yy′, yx′, xy′, xx′.
    enum ProductPart: Int, CaseIterable {
        case yy, yx, xy, xx
    }

    /// What is kept in addition to the answers.
    let extras: RowExtras
    let questions: Int
    /// Levels of the scale, plus one for "no answer" when the scale has a code for it.
    let slots: Int
    private let peopleParts = PeoplePart.allCases.count
    private let productParts = ProductPart.allCases.count

    init(_ questionnaire: Questionnaire) {
        extras = RowExtras(questionnaire)
        questions = questionnaire.questions.count
        slots = questionnaire.scale.slots
    }

    // MARK: - Answers

    /// The number of counts, and of sums.
    var answerCount: Int { slots * questions }

    func answer(_ question: Int, slot: Int) -> Int { slot * questions + question }

    /// The answers to all questions at some levels.
    func answers(onLevels levels: Range<Int>) -> Range<Int> {
        levels.lowerBound * questions..<levels.upperBound * questions
    }

    // MARK: - People

    var peopleCount: Int { extras.countsPeople ? extras.measures.groups.count * peopleParts : 0 }

    func people(_ group: Int, _ part: PeoplePart) -> Int { group * peopleParts + part.rawValue }

    // MARK: - Products

    var productCount: Int { (extras.pairs.count + extras.squaredPairs.count) * productParts }

    /// All products of pairs, or of squared pairs.
    func products(ofSquares isSquared: Bool) -> Range<Int> {
        let plain = extras.pairs.count * productParts
        return isSquared ? plain..<productCount : 0..<plain
    }

    /// What these products are of, in order.
    func productOrder(ofSquares isSquared: Bool) -> [(pair: RowExtras.MeasurePair, part: ProductPart)] {
        (isSquared ? extras.squaredPairs : extras.pairs).flatMap { pair in ProductPart.allCases.map { (pair, $0) } }
    }

    /// Where the products of the pair at a position of ``RowExtras/pairs``, or of ``RowExtras/squaredPairs``, begin.
    func product(_ pair: Int, isSquared: Bool) -> Int {
        products(ofSquares: isSquared).lowerBound + pair * productParts
    }

    // MARK: - In memory

    /// Bytes of the people and products of a cell while rows are read: people first.
    var byteCount: Int { (peopleCount + productCount) * MemoryLayout<Int128>.stride }

    /// The people and products stored at an address.
    func numbers(at place: UnsafeRawPointer) -> (people: [Int128], products: [Int128]) {
        let numbers = UnsafeBufferPointer(
            start: place.assumingMemoryBound(to: Int128.self), count: peopleCount + productCount)
        return (Array(numbers.prefix(peopleCount)), Array(numbers.dropFirst(peopleCount)))
    }
}

extension AnswerScale {
    /// Levels, plus one for "no answer" when there is a code for it.
    var slots: Int { levels.count + (noAnswer.isEmpty ? 0 : 1) }
}
