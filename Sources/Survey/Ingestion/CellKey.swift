internal import Tables
internal import Values

/// What distinguishes a cell from others: the unit, the domains by which results are broken down, and the path through
/// the sampling design.
struct CellKey: Hashable, Sendable {
    /// The unit's code.
    var unit: String
    /// The value of each domain column.
    var domains: [String]
    /// What was drawn at each stage.
    var stages: [StageKey]

    struct StageKey: Hashable, Sendable {
        var stratum: String
        var cluster: String
        /// The size of the stratum's population, in millionths; nil where the design does not say.
        var population: Int64?
    }
}

/// How the key fields of a row form a key.
struct KeyColumns: Sendable {
    /// The meaning of a key field.
    enum Part: Hashable, Sendable {
        case unit
        case domain(Int)
        /// A replicate weight, by its position among the domains.
        case replicate(domain: Int)
        case stratum(stage: Int)
        case cluster(stage: Int)
        case population(stage: Int)

        /// Whether its cells are numbers.
        var isNumber: Bool {
            switch self {
            case .population, .replicate: true
            case .unit, .domain, .stratum, .cluster: false
            }
        }
    }

    /// One per key field of the layout.
    let parts: [Part]
    let domainCount: Int
    let stageCount: Int
    /// The known units; nil accepts every name as a code.
    let units: UnitNames?
    /// The unit of a file about one unit.
    let onlyUnit: String
    /// The mean scores by which cells are divided; nil where they are not.
    let scores: FormScores?

    /// The key formed by the texts of the key fields, or what is wrong with which of them.
    func key(_ texts: [String], numbers: NumberReader) -> Result<CellKey, KeyError> {
        let empty = CellKey.StageKey(stratum: "", cluster: "", population: nil)
        var key = CellKey(
            unit: onlyUnit, domains: Array(repeating: "", count: domainCount),
            stages: Array(repeating: empty, count: stageCount))
        for (index, part) in parts.enumerated() {
            let text = texts[index]
            switch part {
            case .unit:
                if text.isEmpty { return .failure(KeyError(part: index, kind: .missingUnit)) }
                guard let units else {
                    key.unit = text
                    continue
                }
                switch units.match(text) {
                case .one(let unit): key.unit = unit
                case .several(let codes): return .failure(KeyError(part: index, kind: .ambiguousUnit(codes)))
                case .none: return .failure(KeyError(part: index, kind: .unknownUnit))
                }
            case .domain(let domain): key.domains[domain] = text
            case .replicate(let domain):
                switch Self.weight(text, numbers) {
                case .success(let weight): key.domains[domain] = weight
                case .failure(let error): return .failure(KeyError(part: index, kind: error.kind))
                }
            case .stratum(let stage): key.stages[stage].stratum = text
            case .cluster(let stage): key.stages[stage].cluster = text
            case .population(let stage):
                switch numbers.read(text) {
                case .number(let value, isPercent: false) where value.mantissa > 0 && value.isInteger:
                    key.stages[stage].population = value.mantissa
                case .number: return .failure(KeyError(part: index, kind: .outOfRange))
                case .ambiguous: return .failure(KeyError(part: index, kind: .ambiguousNumber))
                case .problem(.otherSeparator): return .failure(KeyError(part: index, kind: .otherSeparator))
                case .blank, .problem: return .failure(KeyError(part: index, kind: .notANumber))
                }
            }
        }
        return .success(key)
    }

    /// A weight as a tally writes it, exact to ten decimals.
    private static func weight(_ text: String, _ numbers: NumberReader) -> Result<String, KeyError> {
        switch numbers.read(text) {
        case .number(let value, isPercent: false) where value.mantissa >= 0:
            return .success(WeightUnit.millionths.text(value.mantissa))
        case .problem(.tooManyDigits):
            let unit = WeightUnit.tenBillionths
            guard let (weight, _) = numbers.units(of: text, decimals: unit.rawValue), weight >= 0 else {
                return .failure(KeyError(part: 0, kind: .outOfRange))
            }
            return .success(unit.text(weight))
        case .number, .problem(.tooLarge): return .failure(KeyError(part: 0, kind: .outOfRange))
        case .ambiguous: return .failure(KeyError(part: 0, kind: .ambiguousNumber))
        case .problem(.otherSeparator): return .failure(KeyError(part: 0, kind: .otherSeparator))
        case .blank, .problem: return .failure(KeyError(part: 0, kind: .notANumber))
        }
    }

    struct KeyError: Error {
        var part: Int
        var kind: AnswerFault.Kind
    }
}

/// Looks up units by code or name, as people write them.
public struct UnitNames: Sendable {
    /// What a text names.
    package enum Match: Hashable, Sendable {
        case none
        /// The code of a unit.
        case one(String)
        /// Several units bear the name; their codes.
        case several([String])
    }

    private var codes: Set<String> = []
    /// Codes by name, by name without regard to case and spaces, and by folded code and name.
    private var exact: [String: [String]] = [:]
    private var spelt: [String: [String]] = [:]
    private var folded: [String: [String]] = [:]

    /// Makes an index of units: codes before names, exact spellings before others.
    public init(_ units: some Sequence<(code: String, name: String)>) {
        for unit in units {
            codes.insert(unit.code)
            exact[unit.name, default: []].append(unit.code)
            spelt[Self.spelling(unit.name), default: []].append(unit.code)
            for key in Set([unit.code, unit.name].map { VietnameseText.folded($0) }) {
                folded[key, default: []].append(unit.code)
            }
        }
    }

    /// All codes and the names that one unit bears, by how they are spelt.
    var spellings: SpellingIndex {
        SpellingIndex((Array(codes) + exact.keys.filter { exact[$0]?.count == 1 }).sorted())
    }

    /// The code of the unit whose code or name is closest to a text that is neither; nil when none is close.
    func closest(to text: String, among spellings: SpellingIndex) -> String? {
        spellings.closest(to: text).flatMap { codes.contains($0) ? $0 : exact[$0]?.first }
    }

    /// The unit spelt in this way, or those: exactly, then in any case, then without marks, then as the office of the unit.
    /// Text without letters must match the code or name exactly: folding would turn `-1` into `1`.
    package func match(_ text: String) -> Match {
        if codes.contains(text) { return .one(text) }
        var found = exact[text] ?? []
        if found.isEmpty, text.contains(where: { $0.isLetter }) {
            let plain = VietnameseText.folded(text)
            found = spelt[Self.spelling(text)] ?? folded[plain] ?? []
            if found.isEmpty, let place = Self.placeOfOffice(plain) { found = folded[place] ?? [] }
        }
        return found.count > 1 ? .several(found) : found.first.map { .one($0) } ?? .none
    }

    /// A name in lower case with single spaces: `XÃ  Phước Hưng` is not `Xã Phước Hừng`.
    private static func spelling(_ name: String) -> String {
        VietnameseText.composed(name).lowercased().split { $0.isWhitespace }.joined(separator: " ")
    }

    /// `xa mot` for `ubnd xa mot`, of which forms name the office.
    private static func placeOfOffice(_ folded: String) -> String? {
        ["ubnd ", "uy ban nhan dan "].first { folded.hasPrefix($0) }.map { String(folded.dropFirst($0.count)) }
    }

    /// The code of the only unit spelt in this way.
    func code(of text: String) -> String? {
        if case .one(let code) = match(text) { code } else { nil }
    }
}
