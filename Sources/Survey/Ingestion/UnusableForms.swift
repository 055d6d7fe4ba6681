public import Values

/// Forms that are left out, by the unit that they are about, so that no unit loses many of its forms, or all, without an
/// error.
struct UnusableForms: Sendable {
    /// By the code of the unit.
    private(set) var ofUnit: [String: Int] = [:]
    /// By a name that no unit is known to have.
    private(set) var ofName: [String: Int] = [:]
    /// Forms that name no unit, or whose cells cannot be told apart.
    private(set) var withoutUnit = 0
    /// Units with cells that are errors whatever share of the forms they are.
    private(set) var unitsWithErrors: Set<String> = []
    /// Whether there are such cells in forms of which the unit is not known.
    private(set) var hasErrorsOfAnyUnit = false

    var isEmpty: Bool { ofUnit.isEmpty && ofName.isEmpty && withoutUnit == 0 }

    /// Names that are kept; the forms of others count as without a unit.
    private static let mostNames = 10_000

    mutating func add(unit: String, _ count: Int = 1) { ofUnit[unit, default: 0] += count }
    mutating func addWithoutUnit(_ count: Int = 1) { withoutUnit += count }

    /// Takes note of an error in a form of a unit, or, with nil, of any.
    mutating func addError(unit: String?) {
        if let unit { unitsWithErrors.insert(unit) } else { hasErrorsOfAnyUnit = true }
    }

    mutating func add(name: String, _ count: Int = 1) {
        if ofName[name] == nil, ofName.count >= Self.mostNames { return addWithoutUnit(count) }
        ofName[name, default: 0] += count
    }

    mutating func add(_ other: Self) {
        for (unit, count) in other.ofUnit { add(unit: unit, count) }
        for (name, count) in other.ofName { add(name: name, count) }
        withoutUnit += other.withoutUnit
        unitsWithErrors.formUnion(other.unitsWithErrors)
        hasErrorsOfAnyUnit = hasErrorsOfAnyUnit || other.hasErrorsOfAnyUnit
    }

    /// Whose forms there are too few of.
    ///
    /// A name that resembles that of a unit is that unit's, if the unit has no other forms or enough of them; a name that
    /// stands in a single form is a slip; any other name is a unit of its own, which loses all of its forms.
    /// - Parameters:
    ///   - used: The forms that count, by unit.
    ///   - maximum: The most that may be left out, in percent.
    func findings(used: [String: Int], units: UnitNames?, maximum: FixedDecimal, file: String) -> [Finding] {
        var (ofUnit, withoutUnit) = (ofUnit, withoutUnit)
        var lost: [(name: String, unit: String?, count: Int)] = []
        let names = units ?? UnitNames(used.keys.map { (code: $0, name: $0) })
        let spellings = names.spellings
        for (name, count) in ofName.sorted(by: { $0.key < $1.key }) {
            // Of a name that several units bear nobody knows whose it is.
            var isAmbiguous = false
            if case .several = names.match(name) { isAmbiguous = true }
            if !isAmbiguous, let unit = names.code(of: name) ?? names.closest(to: name, among: spellings) {
                guard let usable = used[unit] else {
                    lost.append((name, unit, count))
                    continue
                }
                // More than slips of that unit: another one, which was renamed.
                if Self.isMore(count, than: maximum, of: usable + count) {
                    lost.append((name, nil, count))
                } else {
                    ofUnit[unit, default: 0] += count
                }
            } else if count > 1 {
                lost.append((name, nil, count))
            } else {
                withoutUnit += 1
            }
        }
        var findings: [Finding] = []
        let place = Location(file: file, isTable: true)
        for (unit, count) in ofUnit.sorted(by: { $0.key < $1.key }) {
            guard let usable = used[unit] else {
                lost.append((unit, unit, count))
                continue
            }
            if Self.isMore(count, than: maximum, of: usable + count) {
                findings.append(
                    Finding(
                        SurveyFinding.tooManyUnusable, at: place,
                        [
                            .code: .text(unit), .count: .count(count), .found: .count(usable + count),
                            .expected: .number(maximum),
                        ]))
            }
        }
        for (name, unit, count) in lost {
            var details: FindingDetails = [.found: .text(name), .count: .count(count)]
            if let unit { details[.code] = .text(unit) }
            let suggestion = unit.flatMap { $0 == name ? nil : $0 }
            findings.append(Finding(SurveyFinding.unitLost, at: place, details, suggestion: suggestion))
        }
        let all =
            used.values.reduce(0, +) + self.withoutUnit
            + [self.ofUnit, ofName].reduce(0) { $0 + $1.values.reduce(0, +) }
        if Self.isMore(withoutUnit, than: maximum, of: all) {
            findings.append(
                Finding(
                    SurveyFinding.unusableWithoutUnit, at: place,
                    [.count: .count(withoutUnit), .found: .count(all), .expected: .number(maximum)]))
        }
        return findings
    }

    fileprivate static func isMore(_ count: Int, than percent: FixedDecimal, of all: Int) -> Bool {
        Int128(count) * 100 * Int128(FixedDecimal.scale) > Int128(percent.mantissa) * Int128(all)
    }
}

extension SurveyTally {
    /// Errors for units that lose too many of their forms because something in them cannot be used.
    ///
    /// - Parameters:
    ///   - units: the known units; nil where any name is one.
    ///   - file: the file to which errors refer.
    ///   - isScored: whether the indices are figures of criteria; otherwise answers that cannot be used are warnings.
    public func unusableForms(units: UnitNames?, file: String, isScored: Bool = true) -> [Finding] {
        let answers = unusableAnswers(file: file).map { finding in
            var finding = finding
            if !isScored { finding.severity = .warning }
            return finding
        }
        if unusable.isEmpty { return answers }
        var used: [String: Int] = [:]
        for cell in cells { used[cell.key.unit, default: 0] += cell.rows }
        return unusable.findings(used: used, units: units, maximum: questionnaire.maximumUnusable, file: file)
            + answers
    }

    /// Errors for units of whose answers too many are not on the scale, or all to one question: what is left of them is
    /// not what people said, and nothing is not the same as no answers yet.
    private func unusableAnswers(file: String) -> [Finding] {
        var sums: [String: (unknown: [Int], known: [Int])] = [:]
        let zeros = Array(repeating: 0, count: layout.questions)
        let levels = questionnaire.levels.indices
        let units = Set(cells.lazy.filter { !$0.unknown.isEmpty }.map { $0.key.unit })
        for cell in cells where units.contains(cell.key.unit) {
            var sum = sums[cell.key.unit] ?? (zeros, zeros)
            for question in zeros.indices {
                if !cell.unknown.isEmpty { sum.unknown[question] += cell.unknown[question] }
                for level in levels {
                    sum.known[question] += Int(cell.numbers.counts[layout.answer(question, slot: level)])
                }
            }
            sums[cell.key.unit] = sum
        }
        var findings: [Finding] = []
        let place = Location(file: file, isTable: true)
        for (unit, sum) in sums.sorted(by: { $0.key < $1.key }) {
            let unknown = sum.unknown.reduce(0, +)
            let given = unknown + sum.known.reduce(0, +)
            if UnusableForms.isMore(unknown, than: questionnaire.maximumUnusable, of: given) {
                findings.append(
                    Finding(
                        SurveyFinding.tooManyUnknown, at: place,
                        [
                            .code: .text(unit), .count: .count(unknown), .found: .count(given),
                            .expected: .number(questionnaire.maximumUnusable),
                        ]))
            } else if let question = zeros.indices.first(where: { sum.unknown[$0] > 0 && sum.known[$0] == 0 }) {
                findings.append(
                    Finding(
                        SurveyFinding.answersLost, at: place,
                        [
                            .code: .text(unit), .count: .count(sum.unknown[question]),
                            .found: .text(questionnaire.questions[question].code),
                        ]))
            }
        }
        return findings
    }

    /// The units of which forms have errors that are told one by one, and whether some are of a unit that is not known.
    package var errors: (units: Set<String>, ofAnyUnit: Bool) {
        (unusable.unitsWithErrors, unusable.hasErrorsOfAnyUnit)
    }
}
