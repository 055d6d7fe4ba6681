internal import Scoring
internal import Values

/// A range of figures with what it earns, and the sentence that says so.
struct AwardedRange {
    var range: NumberRange
    var award: ScoringClause.Award
    var sentence: Int
}

/// Makes a rule of ranges that together cover every figure once.
struct RangeScale {
    let isPercent: Bool
    let maximum: FixedDecimal

    func rule(
        _ stated: [AwardedRange], others: (index: Int, award: ScoringClause.Award)?
    ) throws(RuleMaker.Failure) -> WrittenRule {
        var ranges = try stated.map { range throws(RuleMaker.Failure) in try normal(range) }
        ranges.sort { order($0.range.lower) < order($1.range.lower) }
        for (first, second) in zip(ranges, ranges.dropFirst()) {
            switch seam(first.range.upper, second.range.lower) {
            case .gap: throw .init(.gap, second.sentence)
            case .overlap: throw .init(.overlap, second.sentence)
            case .closed: break
            }
        }
        guard let lowest = ranges.first, let highest = ranges.last else { throw .init(.gap) }
        var assumption: WrittenRule.Assumption?
        if let others {
            (ranges, assumption) = try filled(ranges, lowest, highest, others)
        } else if lowest.range.lower.map({ !isLeast($0) }) ?? false {
            throw .init(.gap, lowest.sentence)
        } else if highest.range.upper.map({ !isGreatest($0) }) ?? false {
            throw .init(.gap, highest.sentence)
        }
        ranges[0].range.lower = nil
        ranges[ranges.count - 1].range.upper = nil
        guard ranges.count > 1 else { throw .init(.gap, lowest.sentence) }
        var rule = try ranges.contains { $0.award.isByRatio } ? proportional(ranges) : bands(ranges)
        rule.assumption = assumption
        return rule
    }

    /// "Còn lại" is what is below the lowest range. Above the highest number of a count, where more is better, it cannot
    /// be meant.
    private func filled(
        _ ranges: [AwardedRange], _ lowest: AwardedRange, _ highest: AwardedRange,
        _ others: (index: Int, award: ScoringClause.Award)
    ) throws(RuleMaker.Failure) -> ([AwardedRange], WrittenRule.Assumption?) {
        let rest = { AwardedRange(range: $0, award: others.award, sentence: others.index) }
        let isOpenBelow = lowest.range.lower.map { !isLeast($0) } ?? false
        let isOpenAbove = highest.range.upper.map { !isGreatest($0) } ?? false
        switch (isOpenBelow, isOpenAbove) {
        case (true, false):
            guard let upper = lowest.range.lower.map(opposite) else { break }
            return ([rest(NumberRange(lower: nil, upper: upper, isPercent: isPercent))] + ranges, nil)
        case (false, true):
            guard let lower = highest.range.upper.map(opposite) else { break }
            return (ranges + [rest(NumberRange(lower: lower, upper: nil, isPercent: isPercent))], nil)
        case (true, true):
            guard !isPercent, let top = highest.award.points(of: maximum), let least = others.award.points(of: maximum),
                top == maximum, least == 0, let number = stated(highest), let upper = lowest.range.lower.map(opposite),
                isRising(ranges), highest.range.lower == Bound(.atLeast, number)
            else { throw .init(.gap, others.index) }
            return (
                [rest(NumberRange(lower: nil, upper: upper, isPercent: false))] + ranges, .moreIsAsGood(number)
            )
        case (false, false): break
        }
        // Nothing is left for it.
        throw .init(.overlap, others.index)
    }

    /// Whether more earns more, so that what is above the highest number cannot be meant by the rest: "4 lần: 20; 3 lần:
    /// 15; còn lại: 0", and not "hạng 1 đến 3: 1; còn lại: 0".
    private func isRising(_ ranges: [AwardedRange]) -> Bool {
        let points = ranges.compactMap { $0.award.points(of: maximum) }
        return points.count == ranges.count && points.count > 1
            && zip(points, points.dropFirst()).allSatisfy { $0 < $1 }
    }

    /// The number that the highest range of a count states.
    private func stated(_ range: AwardedRange) -> FixedDecimal? { range.range.upper.map { $0.value - 1 } }

    // MARK: - Rules

    private func bands(_ ranges: [AwardedRange]) throws(RuleMaker.Failure) -> WrittenRule {
        var points: [FixedDecimal] = []
        for range in ranges {
            guard let value = range.award.points(of: maximum), value <= maximum else {
                throw .init(.otherMaximum, range.sentence)
            }
            points.append(value)
        }
        guard points.max() == maximum, maximum > 0 else { throw .init(.otherMaximum) }
        let pairs = zip(points, points.dropFirst())
        let isRising = pairs.allSatisfy { $0 <= $1 }
        guard isRising || pairs.allSatisfy({ $0 >= $1 }), points.first != points.last else { throw .init(.noDirection) }
        let rule = BandsRule(
            bands: zip(ranges, points).map { .init(lower: $0.range.lower, upper: $0.range.upper, amount: .points($1)) })
        return WrittenRule(
            rule: .bands(rule), kind: isPercent ? .percent : .count, direction: isRising ? .higher : .lower)
    }

    /// The whole maximum at the top, a share of it below, and nothing at the bottom.
    private func proportional(_ ranges: [AwardedRange]) throws(RuleMaker.Failure) -> WrittenRule {
        guard isPercent, maximum > 0, let top = ranges.last, let full = top.range.lower,
            top.award.points(of: maximum) == maximum
        else { throw .init(.mixedKinds, ranges.last?.sentence) }
        let middle = ranges[ranges.count - 2]
        guard case .byRatio(let isFormula) = middle.award, ranges.count <= 3 else {
            throw .init(.mixedKinds, middle.sentence)
        }
        // "Theo tỷ lệ" below 90 % may be a ratio to 90 or to 100.
        if !isFormula, full != Bound(.atLeast, 100) { throw .init(.unknownWords, middle.sentence) }
        if ranges.count == 3, ranges[0].award.points(of: maximum) != 0 { throw .init(.mixedKinds, ranges[0].sentence) }
        return WrittenRule(
            rule: .proportional(ProportionalRule(floor: middle.range.lower, full: full)), kind: .percent,
            direction: .higher)
    }

    // MARK: - Bounds

    private enum Seam { case closed, gap, overlap }

    /// Counts are whole: their ranges begin at a number and end below one.
    private func normal(_ range: AwardedRange) throws(RuleMaker.Failure) -> AwardedRange {
        var range = range
        if isPercent {
            // More than the whole is another figure than a percentage.
            let bounds = [range.range.lower, range.range.upper].compactMap { $0 }
            guard bounds.allSatisfy({ $0.value >= 0 && $0.value <= 100 }), range.range.lower != Bound(.above, 100)
            else {
                throw .init(.unknownWords, range.sentence)
            }
            // "100%" alone is the whole; another percentage alone is one of very many figures.
            if let exact = range.range.exact, exact != 0, exact != 100 { throw .init(.gap, range.sentence) }
            return range
        }
        func whole(_ bound: Bound?) throws(RuleMaker.Failure) -> Bound? {
            guard let bound else { return nil }
            guard bound.value.isInteger else { throw .init(.unknownWords, range.sentence) }
            switch bound.comparison {
            case .above: return Bound(.atLeast, bound.value + 1)
            case .atMost: return Bound(.below, bound.value + 1)
            default: return bound
            }
        }
        range.range.lower = try whole(range.range.lower)
        range.range.upper = try whole(range.range.upper)
        return range
    }

    private func order(_ bound: Bound?) -> (FixedDecimal, Int) {
        bound.map { ($0.value, $0.comparison == .above ? 1 : 0) } ?? (FixedDecimal(mantissa: .min), 0)
    }

    private func seam(_ upper: Bound?, _ lower: Bound?) -> Seam {
        guard let upper, let lower else { return .overlap }
        if upper.value != lower.value { return upper.value < lower.value ? .gap : .overlap }
        switch (upper.comparison, lower.comparison) {
        case (.below, .atLeast), (.atMost, .above): return .closed
        case (.below, .above): return .gap
        default: return .overlap
        }
    }

    private func opposite(_ bound: Bound) -> Bound {
        switch bound.comparison {
        case .atLeast: Bound(.below, bound.value)
        case .above: Bound(.atMost, bound.value)
        case .below: Bound(.atLeast, bound.value)
        default: Bound(.above, bound.value)
        }
    }

    private func isLeast(_ bound: Bound) -> Bool { bound.value == 0 && bound.comparison == .atLeast }
    private func isGreatest(_ bound: Bound) -> Bool { isPercent && bound.value == 100 && bound.comparison == .atMost }
}
