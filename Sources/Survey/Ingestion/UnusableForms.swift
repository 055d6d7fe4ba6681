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

    var isEmpty: Bool { ofUnit.isEmpty && ofName.isEmpty && withoutUnit == 0 }

    /// Names that are kept; the forms of others count as without a unit.
    private static let mostNames = 10_000

    mutating func add(unit: String, _ count: Int = 1) { ofUnit[unit, default: 0] += count }
    mutating func addWithoutUnit(_ count: Int = 1) { withoutUnit += count }

    mutating func add(name: String, _ count: Int = 1) {
        if ofName[name] == nil, ofName.count >= Self.mostNames { return addWithoutUnit(count) }
        ofName[name, default: 0] += count
    }

    mutating func add(_ other: Self) {
        for (unit, count) in other.ofUnit { add(unit: unit, count) }
        for (name, count) in other.ofName { add(name: name, count) }
        withoutUnit += other.withoutUnit
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
            if let unit = names.code(of: name) ?? names.closest(to: name, among: spellings) {
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

    private static func isMore(_ count: Int, than percent: FixedDecimal, of all: Int) -> Bool {
        Int128(count) * 100 * Int128(FixedDecimal.scale) > Int128(percent.mantissa) * Int128(all)
    }
}

extension SurveyTally {
    /// Errors for units that lose too many of their forms because something in them cannot be used.
    ///
    /// - Parameters:
    ///   - units: the known units; nil where any name is one.
    ///   - file: the file to which errors refer.
    public func unusableForms(units: UnitNames?, file: String) -> [Finding] {
        if unusable.isEmpty { return [] }
        var used: [String: Int] = [:]
        for cell in cells { used[cell.key.unit, default: 0] += cell.rows }
        return unusable.findings(used: used, units: units, maximum: questionnaire.maximumUnusable, file: file)
    }
}
