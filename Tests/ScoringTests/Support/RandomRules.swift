import ScoreNumerics
import Scoring
import TestSupport

/// A measure of the model with the codes of its figures.
struct ModelMeasure {
    let rule: ModelRule
    let codes: [String]
    let weight: Int
    /// The rule of units of the group `mien-nui`, if it is another one.
    var ofGroup: ModelRule?
    /// `leaveOut`, `fullPoints`, or nil.
    let convention: String?
    let isRatio: Bool
    /// Numbers at which something changes: figures are drawn near them.
    let marks: [Int]

    func json(code: String, maximum: Int) -> String {
        let direction = rule.isLowerBetter ? "lower" : "higher"
        let kind =
            switch rule {
            case .yesNo, .checklist: "yesNo"
            case .freeValue: "points"
            case .task: "task"
            case .proportional("surveyShare", _, _, _): "percent"
            default: isRatio ? "percent" : "amount"
            }
        let ratio = isRatio ? #", "ratio": {"numerator": "a", "denominator": "b"}"# : ""
        let metrics = codes.map {
            #"{"code": "\#($0)", "name": "x", "kind": "\#(kind)", "direction": "\#(direction)"\#(ratio)}"#
        }
        let byGroup =
            ofGroup.map {
                #", "byGroup": [{"groups": ["mien-nui"], "rule": \#($0.json(maximum: maximum, codes: codes))}]"#
            } ?? ""
        let notApplicable = convention.map { #", "notApplicable": {"convention": "\#($0)"}"# } ?? ""
        return #""metrics": [\#(metrics.joined(separator: ", "))], "rule": "#
            + rule.json(maximum: maximum, codes: codes) + byGroup + notApplicable
    }
}

/// A leaf of the model.
struct ModelLeaf {
    let code: String
    let maximum: Int
    let measures: [ModelMeasure]
    let isMinimum: Bool
    /// The condition on another leaf, as the format writes it.
    var requirement: String?

    var json: String {
        let head =
            #"{"code": "\#(code)", "name": "x", "maximum": \#(decimal(maximum)), "source": {"row": "1"}, "#
            + #""levels": ["commune", "department"], "# + (requirement.map { #""requires": \#($0), "# } ?? "")
        if measures.count == 1 { return head + measures[0].json(code: code, maximum: maximum) + "}" }
        let parts = measures.map { measure in
            let code = measure.codes[0]
            return #"{"code": "\#(code)", "name": "x", "weight": \#(measure.weight), "#
                + measure.json(code: code, maximum: maximum) + "}"
        }
        let combine = isMinimum ? #", "combine": "minimum""# : ""
        return head + #""measures": [\#(parts.joined(separator: ", "))]\#(combine)}"#
    }
}

extension SeededRandom {
    /// A number in millionths, mostly round.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        let whole = int(range)
        return chance(60) ? whole * 1_000_000 : whole * 1_000_000 + pick([500_000, 10_000, 123_456, 1, 999_999])
    }

    mutating func amount(of maximum: Int, above least: Int = 0) -> ModelAmount {
        chance(50)
            ? ModelAmount(isShare: true, value: int(max(least, 1)...100_000_000))
            : ModelAmount(isShare: false, value: int(min(max(least, 1), maximum)...maximum))
    }

    /// A leaf whose maximum has at most `digits` decimals, as editions require.
    ///
    /// - Parameter byGroup: whether its rules may be others for the group `mien-nui`.
    mutating func leaf(_ code: String, digits: Int, byGroup: Bool = false) -> ModelLeaf {
        let kind = pick(ScoringRule.Kind.allCases.filter { $0 != .watched && $0 != .relative })
        if kind == .bonus || kind == .penalty {
            return ModelLeaf(
                code: code, maximum: 0, measures: [measure(kind, code, maximum: 0, byGroup)], isMinimum: false)
        }
        let quantum = (digits..<6).reduce(1) { product, _ in product * 10 }
        let drawn = pick([1_000_000, 1_250_000, 500_000, 3_000_000, int(1...20_000_000)])
        let maximum = max(drawn / quantum, 1) * quantum
        if chance(70) {
            return ModelLeaf(
                code: code, maximum: maximum, measures: [measure(kind, code, maximum: maximum, byGroup)],
                isMinimum: false)
        }
        let others: [ScoringRule.Kind] = [.bonus, .penalty, .watched, .relative]
        let kinds = ScoringRule.Kind.allCases.filter { !others.contains($0) }
        let measures = ["a", "b", "c"].prefix(int(2...3)).map { part in
            measure(pick(kinds), "\(code).\(part)", maximum: maximum, byGroup)
        }
        return ModelLeaf(code: code, maximum: maximum, measures: measures, isMinimum: chance(30))
    }

    private static let kindsWithThreshold: [ScoringRule.Kind] = [
        .proportional, .bands, .linear, .limit, .changeFromLastYear, .changeFromBaseYear, .countThreshold, .surveyShare,
    ]

    private mutating func measure(
        _ kind: ScoringRule.Kind, _ code: String, maximum: Int, _ byGroup: Bool
    ) -> ModelMeasure {
        var (rule, marks) = rule(kind, maximum: maximum)
        var ofGroup: ModelRule?
        if byGroup, Self.kindsWithThreshold.contains(kind), chance(30) {
            let (other, more) = self.rule(kind, maximum: maximum)
            if other.isLowerBetter == rule.isLowerBetter, other.figureCount == rule.figureCount {
                ofGroup = other
                marks += more
            }
        }
        let codes = [code] + (1..<max(rule.figureCount, 1)).map { "\(code).x\($0)" }
        let mayBeRatio =
            rule.figureCount == 1 && kind != .yesNo && kind != .checklist && kind != .freeValue
            && kind != .task
        return ModelMeasure(
            rule: rule, codes: codes, weight: int(1...7), ofGroup: ofGroup,
            convention: pick([nil, "leaveOut", "fullPoints"]),
            isRatio: mayBeRatio && chance(30), marks: marks)
    }

    private mutating func bound(_ keys: [String], _ limit: Int) -> ModelBound {
        ModelBound(key: pick(keys), limit: limit)
    }

    private mutating func rule(_ kind: ScoringRule.Kind, maximum: Int) -> (ModelRule, marks: [Int]) {
        let low = ["above", "atLeast"]
        switch kind {
        case .proportional, .surveyShare:
            let base = kind == .surveyShare || chance(60) ? 100_000_000 : number(30...500)
            let full = chance(60) ? int(base / 2...base) : nil
            let floor = chance(60) ? int(0...(full ?? base)) : nil
            let rule = ModelRule.proportional(
                kind: kind.rawValue, base: base, floor: floor.map { bound(low, $0) }, full: full.map { bound(low, $0) })
            return (rule, [base, full ?? base, floor ?? 0])
        case .bands:
            let (bands, limits) = bands(0...100)
            return (.bands(bands), limits)
        case .linear:
            let (zeroAt, fullAt) = (number(-20...40), number(41...100))
            return (
                chance(50) ? .linear(zeroAt: zeroAt, fullAt: fullAt) : .linear(zeroAt: fullAt, fullAt: zeroAt),
                [zeroAt, fullAt]
            )
        case .yesNo: return (.yesNo(fullWhenYes: chance(50)), [])
        case .checklist:
            let first = int(0...100_000_000)
            let items = [first, 100_000_000 - first].map { ModelAmount(isShare: true, value: $0) }
            return (.checklist(chance(30) ? [ModelAmount(isShare: false, value: maximum)] : items), [])
        case .perItem:
            return (
                .perItem(each: amount(of: maximum), cap: chance(50) ? amount(of: maximum) : nil),
                [0, 1_000_000, 4_000_000]
            )
        case .deduction: return (.deduction(each: amount(of: maximum)), [0, 1_000_000, 3_000_000])
        case .limit:
            let limit = number(0...50)
            return (
                .limit(number: chance(60) ? limit : nil, overEach: chance(50) ? amount(of: maximum) : nil),
                [limit, limit + 1_000_000]
            )
        case .changeFromLastYear, .changeFromBaseYear:
            if chance(30) {
                let (bands, limits) = bands(-10...10)
                return (
                    .change(fromBaseYear: kind == .changeFromBaseYear, isPercent: chance(50), .bands(bands)),
                    [50_000_000] + limits.map { 50_000_000 + $0 }
                )
            }
            let full = number(-10...10)
            let isUp = chance(50)
            let zeroAt = chance(60) ? full + (isUp ? -1 : 1) * int(1...15_000_000) : nil
            let rule = ModelRule.change(
                fromBaseYear: kind == .changeFromBaseYear, isPercent: chance(50),
                .full(bound(isUp ? low : ["below", "atMost"], full), zeroAt: zeroAt))
            return (rule, [50_000_000, 50_000_000 + full, 50_000_000 + full / 2, 50_000_000 + (zeroAt ?? 0)])
        case .countThreshold:
            let threshold = number(1...40)
            return (.threshold(bound(low, threshold), isProportional: chance(50)), [threshold])
        case .freeValue: return (.freeValue, [])
        case .task: return (.task(late: amount(of: maximum)), [])
        case .watched, .relative: return (.yesNo(fullWhenYes: true), [])
        case .bonus, .penalty:
            let each = int(1...3_000_000)
            return (
                .extra(kind: kind.rawValue, each: each, cap: each * int(1...4) + int(0...5)), [0, 1_000_000, 3_000_000]
            )
        case .formula:
            let count = int(1...3)
            let parts = (0..<count).map { ModelExpression.figure($0) }
            // Every figure must be used, so the random expression is combined with all of them.
            let all = parts.dropFirst().reduce(expression(count, 2)) { .operation(pick(["+", "-"]), $0, $1) }
            return (
                .formula(.operation(pick(["+", "-", "*", "/"]), all, .figure(0)), figures: count),
                [0, 1_000_000, maximum]
            )
        }
    }

    private mutating func bands(_ range: ClosedRange<Int>) -> ([ModelBand], limits: [Int]) {
        let limits = Set((0..<int(1...4)).map { _ in number(range) }).sorted()
        var values = (0...limits.count).map { _ in int(0...100_000_000) }.sorted()
        if chance(50) { values.reverse() }
        var bands: [ModelBand] = []
        var lower: ModelBound?
        for (index, value) in values.enumerated() {
            let upper = index < limits.count ? bound(["below", "atMost"], limits[index]) : nil
            bands.append(ModelBand(lower: lower, upper: upper, amount: ModelAmount(isShare: true, value: value)))
            lower = upper.map { ModelBound(key: $0.key == "below" ? "atLeast" : "above", limit: $0.limit) }
        }
        return (bands, limits)
    }

    private mutating func expression(_ figures: Int, _ depth: Int) -> ModelExpression {
        if depth == 0 || chance(20) {
            switch int(0...3) {
            case 0: return .number(number(0...20))
            case 1: return .maximum
            default: return .figure(int(0...figures - 1))
            }
        }
        if chance(20) { return .minus(expression(figures, depth - 1)) }
        let (left, right) = (expression(figures, depth - 1), expression(figures, depth - 1))
        if chance(25) { return .choice(pick(["min", "max"]), [left, right]) }
        return .operation(pick(["+", "-", "*", "/"]), left, right)
    }
}
