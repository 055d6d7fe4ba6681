internal import Values

/// Decides what of a survey may be published, so that the answers of fewer people than the questionnaire's limit
/// (`minimumCount`) are neither shown nor follow from what is shown by adding and subtracting.
///
/// This is cell suppression (Hundepool et al. 2012, *Statistical Disclosure Control*, chapter 4): results of fewer people than
/// the limit are withheld (primary), and then others (complementary), until the number of people of each of the former, were
/// it not stated, could be found out from all published ones to no better than a range as long as the limit. What follows by
/// subtraction for answers follows for people, too, as both add up in the same way.
///
/// Everything that the commands can show of one folder is decided at once, whatever is asked for first:
///
/// 1. all people and each unit, with its units below;
/// 2. these by each domain, and all people by two domains;
/// 3. these by block, factor and question.
///
/// What was decided in one step is not changed in the next, where it enters as known.
public struct DisclosureControl: Sendable {
    /// Whose answers they are.
    public enum Scope: Hashable, Sendable {
        /// Those about all units.
        case all
        /// Those about a unit itself.
        case unit(String)
        /// Those about a unit and the units below it.
        case below(String)
    }

    /// A result: some people and a part of the questionnaire.
    struct Place: Hashable {
        let node: Int
        /// The values that they have in domains; nil where it does not matter.
        var first: Choice?
        var second: Choice?
        var part: SurveyIndex.Part

        struct Choice: Hashable {
            let domain, value: Int
        }
    }

    /// The fewest people whose answers are published.
    public let limit: Int
    /// How many of units and domains may be crossed: what is not decided is not published.
    public var crossing: Int { questionnaire.disclosure.crossing }
    /// The number of which published counts are multiples; nil where they are exact.
    public var roundTo: Int? { questionnaire.disclosure.roundTo }
    let questionnaire: Questionnaire
    let domains: [String]
    let units: UnitOutline
    /// The values of each domain, in order.
    let values: [[String]]
    /// What is not published.
    var withheld: [Place: SurveyIndex.Suppression] = [:]

    /// The part of all questions.
    var total: SurveyIndex.Part { .group(questionnaire.groups.count - 1) }

    /// What the ranges of units rest on.
    var restsOfUnits: Rests = [:]
    /// Results that are published anyway, as figures of the assessment that points are computed from.
    let figures: Set<Place>

    /// Decides what may be published; nil where the questionnaire has no limit, and its counts are exact.
    /// - Parameters:
    ///   - parents: The unit above each unit, by code.
    ///   - figures: Units and the parts of whose indices, with the units below them, are figures of the assessment: they are
    ///     withheld last, as they would be known from there.
    ///   - analysis: The answers.
    ///
    /// Complexity: O(cells × (domains² + parts)), and a search among the neighbours of each result that is withheld.
    public init?(
        _ analysis: SurveyAnalysis, parents: [String: String] = [:],
        figures: [(unit: String, part: SurveyIndex.Part)] = []
    ) {
        let counted = analysis.calibrated.map { weights in
            analysis.tally.cells.indices.map { weights.cells[$0].factor > 0 }
        }
        self.init(analysis.tally, counted: counted, parents: parents, figures: figures)
    }

    /// The same for answers alone.
    /// - Parameter counted: Whether the forms of each cell count; nil where all do.
    init?(
        _ tally: SurveyTally, counted: [Bool]? = nil, parents: [String: String] = [:],
        figures: [(unit: String, part: SurveyIndex.Part)] = []
    ) {
        questionnaire = tally.questionnaire
        limit = questionnaire.minimumCount
        guard limit > 1 || questionnaire.disclosure.roundTo != nil, !tally.cells.isEmpty else { return nil }
        domains = tally.domains
        let units = UnitOutline(tally.units, parents: parents)
        self.units = units
        self.figures = Set(
            figures.compactMap { unit, part in units.node(of: .below(unit)).map { Place(node: $0, part: part) } })
        guard limit > 1 else {
            values = []
            return
        }
        let counts = RespondentCounts(tally, counted: counted, units)
        values = counts.values
        protect(counts)
    }

    /// The figures of the assessment that would have to be withheld so that nothing follows from them: where a unit of too
    /// few people is known from the figures of all other units and from that of the unit above them.
    public var revealingFigures: Int { withheld.count { $0.value == .complementary && figures.contains($0.key) } }

    /// Why a result is not published; nil where it is.
    /// - Parameters:
    ///   - part: What the result is of.
    ///   - scope: Whom it is about.
    ///   - domain: The values that the people have in domains, by the domain's code.
    public func suppression(
        of part: SurveyIndex.Part, _ scope: Scope, domain: [String: String] = [:]
    ) -> SurveyIndex.Suppression? {
        guard limit > 1, var node = units.node(of: scope) else { return nil }
        // Where all answers are about one unit, its tables are those of all.
        if domain.count > 1, units.isWhole(node) { node = 0 }
        if domain.count + (units.isWhole(node) ? 0 : 1) > crossing { return .complementary }
        // By domain, all parts share what is decided of their people.
        var place = Place(node: node, part: domain.isEmpty ? part : total)
        let choices = domain.compactMap { code, value -> Place.Choice? in
            guard let position = domains.firstIndex(of: code) else { return nil }
            return values[position].firstIndex(of: value).map { Place.Choice(domain: position, value: $0) }
        }.sorted { $0.domain < $1.domain }
        place.first = choices.first
        place.second = choices.dropFirst().first
        return withheld[place]
    }

    /// An index of a table in which its part is not shown.
    public func withheld(_ index: SurveyIndex) -> SurveyIndex {
        if index.people == 0 || index.status == .suppressed { return index }
        return index.withheld(isSmall(index.people) ? .threshold : .complementary)
    }

    /// An index as it may be published.
    public func published(_ index: SurveyIndex, _ scope: Scope) -> SurveyIndex {
        var published = index
        if index.status == .suppressed { published.suppression = .threshold }
        if index.status != .suppressed, let reason = suppression(of: index.part, scope, domain: index.domain) {
            published = index.withheld(reason)
        }
        return roundTo.map { published.rounded(to: $0) } ?? published
    }

    /// Quantiles as they may be published: where the index of the same people is.
    public func published(_ quantile: ScoreQuantile, _ scope: Scope) -> ScoreQuantile {
        if quantile.status == .suppressed || suppression(of: total, scope, domain: quantile.domain) == nil {
            return quantile
        }
        return ScoreQuantile(
            quantile.probability, people: quantile.people, unit: quantile.unit, domain: quantile.domain,
            status: .suppressed)
    }
}

extension SurveyIndex {
    /// Why a result is not published.
    public enum Suppression: String, Hashable, Sendable {
        /// Fewer people than the questionnaire asks for.
        case threshold
        /// So that another result does not follow from it.
        case complementary
    }

    /// The same people, and nothing of what they answered.
    func withheld(_ reason: Suppression) -> SurveyIndex {
        var index = SurveyIndex(
            unit: unit, domain: domain, part: part, people: people, counts: counts, weights: weights,
            noAnswer: noAnswer,
            unknown: unknown, value: nil, percent: nil, status: .suppressed, estimate: nil, weightVariation: nil)
        index.suppression = reason
        return index
    }

    /// The same with counts that are multiples of a number, those in the middle the larger ones.
    func rounded(to step: Int) -> SurveyIndex {
        func rounded(_ count: Int) -> Int { (2 * count + step) / (2 * step) * step }
        var index = SurveyIndex(
            unit: unit, domain: domain, part: part, people: rounded(people), counts: counts.map(rounded),
            weights: weights, noAnswer: rounded(noAnswer), unknown: rounded(unknown), value: value, percent: percent,
            status: status, estimate: estimate, weightVariation: weightVariation)
        index.suppression = suppression
        return index
    }
}

/// The units of a survey as an outline, all of them together first.
struct UnitOutline: Sendable {
    private(set) var outline = Outline()
    /// The node of a unit with those below it, and of its own answers.
    private var below: [String: Int] = [:]
    private var own: [String: Int] = [:]

    /// - Parameters:
    ///   - answered: The units with answers.
    ///   - parents: The unit above each, by code.
    init(_ answered: [String], parents: [String: String]) {
        var inner: Set<String> = []
        for code in answered {
            var next = parents[code]
            while let code = next, inner.insert(code).inserted { next = parents[code] }
        }
        for code in answered + inner.sorted() { add(code, parents, []) }
        let answered = Set(answered)
        for code in answered.sorted() {
            guard let node = below[code] else { continue }
            // Answers about a unit that has others below it are a part of their sum.
            own[code] = inner.contains(code) ? outline.add(under: node) : node
        }
    }

    /// Adds a unit under the one above it.
    private mutating func add(_ code: String, _ parents: [String: String], _ open: Set<String>) {
        guard below[code] == nil, !open.contains(code) else { return }
        if let parent = parents[code] { add(parent, parents, open.union([code])) }
        below[code] = outline.add(under: parents[code].flatMap { below[$0] } ?? 0)
    }

    /// Whether all answers are about a unit and those below it.
    func isWhole(_ node: Int) -> Bool {
        var place = node
        while let parent = outline.parents[place] {
            if outline.children[parent].count > 1 { return false }
            place = parent
        }
        return true
    }

    func node(of scope: DisclosureControl.Scope) -> Int? {
        switch scope {
        case .all: 0
        case .unit(let code): own[code]
        case .below(let code): below[code]
        }
    }
}
