internal import ScoreNumerics
internal import Tables
internal import Values

/// The columns of a tally file, in order: what the writer writes, the reader reads and the SQL selects.
///
/// Each row is a cell. The key comes first (unit, domains, and what was drawn at each stage of the design), then
/// respondents and their weight, then for each question its answers by level, `q1=5`, and the sums of their weights,
/// `q1=5 w`. These weights are decimals. The numbers of people and products after them are integers: weights in
/// millionths, their squares in units of 10⁻¹². Where a weight has more than six decimals, all rows begin with a
/// fingerprint that ends in `e-10`, decimals have up to ten places, and the integers count units of 10⁻¹⁰ and 10⁻²⁰.
///
/// Products are many, and a database is limited to some hundred columns: all of one kind are in one cell, separated by
/// spaces, in the order of ``TallyLayout``.
struct TallyColumns {
    enum Column: Hashable {
        /// The fingerprint of the questionnaire.
        case survey
        case unit
        case domain(Int)
        case stratum(Int)
        case cluster(Int)
        case population(Int)
        /// Rows that were left out.
        case leftOut
        case rows
        case weight
        case count(question: Int, slot: Int)
        case sum(question: Int, slot: Int)
        /// Answers that are not on the scale.
        case unknown(question: Int)
        /// A number about the people of a group.
        case people(group: Int, part: TallyLayout.PeoplePart)
        /// All products of pairs of measures, times the weight or its square.
        case products(isSquared: Bool)

        /// Whether it belongs to a cell with rows, beyond their number.
        var isSum: Bool {
            switch self {
            case .survey, .unit, .domain, .stratum, .cluster, .population, .leftOut, .rows: false
            case .weight, .count, .sum, .unknown, .people, .products: true
            }
        }
    }

    let all: [(name: String, column: Column)]

    /// The heading that every tally has.
    static let surveyHeading = "survey"

    /// The maximum length of a name in bytes: PostgreSQL truncates longer ones.
    static let longestName = 63

    init(_ questionnaire: Questionnaire, domains: [String]) {
        var all: [(String, Column)] = [(Self.surveyHeading, .survey), ("unit", .unit)]
        all += domains.enumerated().map { (Self.heading(ofDomain: $1), .domain($0)) }
        for (index, stage) in (questionnaire.design?.stages ?? []).enumerated() {
            if stage.stratum != nil { all.append(("stratum \(index + 1)", .stratum(index))) }
            if stage.cluster != nil { all.append(("cluster \(index + 1)", .cluster(index))) }
            if stage.population != nil { all.append(("population \(index + 1)", .population(index))) }
        }
        all += [("left out", .leftOut), ("rows", .rows), ("weight", .weight)]
        let levels = questionnaire.levelNames + (questionnaire.countsNoAnswer ? ["none"] : [])
        for (index, question) in questionnaire.questions.enumerated() {
            for (slot, level) in levels.enumerated() {
                all.append(("\(question.code)=\(level)", .count(question: index, slot: slot)))
                all.append(("\(question.code)=\(level) w", .sum(question: index, slot: slot)))
            }
            all.append(("\(question.code)=?", .unknown(question: index)))
        }
        let extras = RowExtras(questionnaire)
        let groups = questionnaire.groups.map { $0.code ?? "*" }
        if extras.countsPeople {
            for (index, group) in groups.enumerated() {
                for part in TallyLayout.PeoplePart.allCases {
                    all.append(("\(group) \(Self.name(of: part))", .people(group: index, part: part)))
                }
            }
        }
        if !extras.pairs.isEmpty { all.append(("products w", .products(isSquared: false))) }
        if !extras.squaredPairs.isEmpty { all.append(("products ww", .products(isSquared: true))) }
        self.all = Self.named(all)
    }

    /// Adds a number to a name that is too long, or that a table would confuse with another one.
    private static func named(_ columns: [(String, Column)]) -> [(name: String, column: Column)] {
        var seen: Set<String> = []
        return columns.enumerated().map { index, column in
            var name = column.0
            let isNew = seen.insert(VietnameseText.folded(name)).inserted
            if !isNew || name.utf8.count > longestName {
                let ending = " #\(index + 1)"
                while name.utf8.count + ending.utf8.count > longestName { name.removeLast() }
                name += ending
                seen.insert(VietnameseText.folded(name))
            }
            return (name, column.1)
        }
    }

    static func heading(ofDomain code: String) -> String { "by \(code)" }

    private static func name(of part: TallyLayout.PeoplePart) -> String {
        switch part {
        case .answered: "n"
        case .satisfied: "y"
        case .answeredWeight: "n w"
        case .satisfiedWeight: "y w"
        case .answeredSquares: "n ww"
        }
    }
}

extension Questionnaire {
    /// What a tally depends on, in sixteen characters: two questionnaires with the same fingerprint make the same tally
    /// from the same rows. FNV-1a over the codes, the scale, the index and the stages of the design.
    var fingerprint: String {
        var parts = [code]
        parts += questions.map { $0.code }
        parts += groups.map { group in
            "\(group.kind.rawValue) \(group.code ?? "") \(group.questions.lowerBound)..<\(group.questions.upperBound)"
        }
        parts += scale.levels.flatMap { [$0.code, $0.label.vi, $0.label.en ?? ""] + $0.spellings }
        parts += ["none"] + scale.noAnswer
        if !scale.notAsked.isEmpty { parts += ["notAsked"] + scale.notAsked }
        if !isEven { parts.append(unevenness) }
        parts += [index.measure.rawValue, String(index.topLevels), index.effectiveCombination.rawValue]
        if replicates != nil { parts.append("replicates") }
        for stage in design?.stages ?? [] {
            parts.append("\(stage.stratum != nil) \(stage.cluster != nil) \(stage.population != nil)")
        }
        var hash = FNVHash()
        hash.add(parts.joined(separator: "\u{1F}").utf8)
        return code + " " + String(hash.value, digits: 16, radix: 16)
    }

    /// What a tally depends on where questions are not all read alike.
    private var unevenness: String {
        func text(_ conditions: [AnswerCondition]) -> String {
            conditions.map { "\($0.columns) \($0.test)" }.joined(separator: "\u{1E}")
        }
        var parts = otherScales.map { scale in
            "\(scale.code ?? "") \(scale.levels.map { [$0.code, $0.label.vi, $0.label.en ?? ""] + $0.spellings })"
                + " \(scale.noAnswer) \(scale.notAsked) \(scale.topLevels ?? 0)"
        }
        parts += questions.map { "\($0.scale) \($0.isReversed) \($0.noAnswer) \(text($0.askedIf))" }
        parts += multiples.map { question in
            "\(question.code) \(question.separators) "
                + "\(question.choices.map { [$0.code, $0.label.vi, $0.label.en ?? "", "\($0.isOther)"] + $0.spellings })"
        }
        if let work = fieldWork, !work.drop.isEmpty { parts.append("\(work)") }
        return (parts + [text(columns.finished)]).joined(separator: "\u{1E}")
    }
}
