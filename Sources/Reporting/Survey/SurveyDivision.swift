internal import Assessment
internal import Documents
internal import Survey
internal import Values
internal import Words

/// What a table divides a survey by.
enum SurveyDimension: Hashable, Sendable {
    case unit, block, factor, question
    case domain(SurveyColumns.Domain)

    /// Nil for a name that is neither reserved nor a domain of the questionnaire.
    init?(_ code: String, _ questionnaire: Questionnaire) {
        switch code {
        case "unit": self = .unit
        case "block": self = .block
        case "factor": self = .factor
        case "question": self = .question
        default:
            guard let domain = questionnaire.columns.domains.first(where: { $0.code == code }) else { return nil }
            self = .domain(domain)
        }
    }

    var title: Phrase {
        switch self {
        case .unit: .unit
        case .block: SurveyWords.block
        case .factor: SurveyWords.oneFactor
        case .question: SurveyWords.question
        case .domain(let domain): Phrase(domain.name)
        }
    }

    /// How finely it divides the questionnaire; nil where it does not.
    var depth: Int? {
        switch self {
        case .block: 0
        case .factor: 1
        case .question: 2
        default: nil
        }
    }
}

/// The people and the questionnaire divided by some dimensions, with the index of each combination.
struct SurveyDivision: Sendable {
    let dimensions: [SurveyDimension]
    let indices: [SurveyIndex]

    /// Where results come from.
    struct Source: Sendable {
        let analysis: SurveyAnalysis
        let questionnaire: Questionnaire
        let disclosure: DisclosureControl?
        /// The units with answers, in their order.
        let units: [String]
        /// The units that were asked for, with those below; nil for all.
        let codes: Set<String>?
        let unit: String?

        func published(_ index: SurveyIndex, _ scope: DisclosureControl.Scope) -> SurveyIndex {
            disclosure?.published(index, scope) ?? index
        }

        /// Whom a report without units is about.
        var scope: DisclosureControl.Scope { unit.map { .below($0) } ?? .all }
    }

    /// Divides; combinations follow the order of the dimensions, and of units, values and questions in each.
    init(_ dimensions: [SurveyDimension], _ source: Source) {
        self.dimensions = dimensions
        let (analysis, questionnaire) = (source.analysis, source.questionnaire)
        let domains = dimensions.compactMap { if case .domain(let domain) = $0 { domain.code } else { nil } }
        let positions = domains.compactMap(analysis.tally.domains.firstIndex)
        let parts = Self.parts(dimensions, questionnaire)
        let hasUnits = dimensions.contains(.unit)
        let isOfUnits = hasUnits || source.unit != nil
        var thin: Set<SurveyIndex.Part> = []
        if !domains.isEmpty, parts.count > 1, let disclosure = source.disclosure {
            thin = disclosure.thinParts(by: domains, ofUnits: isOfUnits, analysis)
        }
        let units = hasUnits ? source.units.map { Optional($0) } : [nil]
        let indices = Parallel.map(units.count * parts.count, minimum: 2) { [thin] some in
            some.flatMap { position in
                let (unit, part) = (units[position / parts.count], parts[position % parts.count])
                let codes = unit.map { Set([$0]) } ?? source.codes
                let scope = unit.map { DisclosureControl.Scope.unit($0) } ?? source.scope
                let own =
                    domains.isEmpty
                    ? [analysis.index(of: part, units: codes, as: unit ?? source.unit)]
                    : analysis.indices(of: part, by: positions, units: codes, as: unit ?? source.unit)
                return own.map { index in
                    let published = source.published(index, scope)
                    return thin.contains(part) ? source.disclosure?.withheld(published) ?? published : published
                }
            }
        }
        self.indices = Self.sorted(indices.flatMap { $0 }, dimensions, source)
    }

    /// The parts that the finest of the dimensions names; without one the whole.
    private static func parts(_ dimensions: [SurveyDimension], _ questionnaire: Questionnaire) -> [SurveyIndex.Part] {
        let groups = questionnaire.groups
        return switch dimensions.compactMap({ $0.depth }).max() {
        case 0?: groups.indices.filter { groups[$0].kind == .block }.map { .group($0) }
        case 1?: groups.indices.filter { groups[$0].kind == .factor }.map { .group($0) }
        case nil: [.group(groups.count - 1)]
        default: questionnaire.indexedQuestions.map { .question($0) }
        }
    }

    private static func sorted(
        _ indices: [SurveyIndex], _ dimensions: [SurveyDimension], _ source: Source
    ) -> [SurveyIndex] {
        let places = Dictionary(source.units.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let groups = source.questionnaire.groups
        /// A number, or the text of a value.
        func key(_ index: SurveyIndex) -> [(Int, String)] {
            dimensions.map { dimension in
                switch dimension {
                case .unit: return (index.unit.flatMap { places[$0] } ?? 0, "")
                case .domain(let domain): return (0, index.domain[domain.code] ?? "")
                case .block, .factor, .question:
                    return (Self.part(index.part, at: dimension, groups).map { Self.number($0, groups) } ?? 0, "")
                }
            }
        }
        return indices.enumerated().map { (key($1), $0, $1) }.sorted { left, right in
            for (first, second) in zip(left.0, right.0) where first != second { return first < second }
            return left.1 < right.1
        }.map { $0.2 }
    }

    private static func number(_ part: SurveyIndex.Part, _ groups: [Questionnaire.Group]) -> Int {
        switch part {
        case .question(let question): question
        case .group(let group): groups[group].questions.lowerBound
        }
    }

    /// The block or factor that a part belongs to, or the question itself.
    static func part(
        _ part: SurveyIndex.Part, at dimension: SurveyDimension, _ groups: [Questionnaire.Group]
    ) -> SurveyIndex.Part? {
        if dimension == .question { return part }
        let first = number(part, groups)
        let kind: Questionnaire.Group.Kind = dimension == .block ? .block : .factor
        return groups.firstIndex { $0.kind == kind && $0.questions.contains(first) }.map { .group($0) }
    }
}

extension SurveyDivision {
    /// The names of the dimensions.
    var title: Phrase { dimensions.map { $0.title }.joined(" × ") }
}

/// What results are called.
struct SurveyNaming: Sendable {
    let questionnaire: Questionnaire
    /// The names of units by code.
    let units: [String: String]

    /// What a part of the questionnaire is; the total has no code.
    func title(of part: SurveyIndex.Part) -> (code: String?, name: Phrase, kind: String) {
        switch part {
        case .question(let position):
            let question = questionnaire.questions[position]
            return (
                question.code, Phrase(question.text),
                questionnaire.choices.contains(position) ? "choice" : "question"
            )
        case .group(let position):
            let group = questionnaire.groups[position]
            return (group.code, group.name.map { Phrase($0) } ?? SurveyWords.total, group.kind.rawValue)
        }
    }

    /// What an index is called in a dimension.
    func name(of index: SurveyIndex, in dimension: SurveyDimension) -> Phrase {
        switch dimension {
        case .unit: return Phrase(verbatim: index.unit.flatMap { units[$0] } ?? "–")
        case .domain(let domain):
            let value = index.domain[domain.code] ?? ""
            return Phrase(verbatim: value.isEmpty ? "–" : value)
        case .block, .factor, .question:
            guard let part = SurveyDivision.part(index.part, at: dimension, questionnaire.groups) else { return .none }
            let (code, name, _) = title(of: part)
            return Phrase("\(code.map { Phrase("\($0). ") })\(name)")
        }
    }
}
