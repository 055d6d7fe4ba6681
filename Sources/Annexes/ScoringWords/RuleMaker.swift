internal import Scoring
internal import Values

/// Puts the sentences of a criterion together into one rule.
struct RuleMaker {
    let clauses: [ScoringClause]
    let maximum: FixedDecimal
    /// Whether the criterion's name says that something is counted.
    let namesCount: Bool

    struct Failure: Error {
        var doubt: ScoringWords.Doubt
        /// The sentence at fault; nil for all of them.
        var sentence: Int?

        init(_ doubt: ScoringWords.Doubt, _ sentence: Int? = nil) { (self.doubt, self.sentence) = (doubt, sentence) }
    }

    private typealias Band = (condition: ScoringClause.Condition, award: ScoringClause.Award)

    func make() -> Result<WrittenRule, Failure> {
        do throws(Failure) {
            return .success(try rule())
        } catch {
            return .failure(error)
        }
    }

    private func rule() throws(Failure) -> WrittenRule {
        if clauses.count == 1, case .ratio = clauses[0] {
            guard maximum > 0 else { throw Failure(.otherMaximum) }
            return WrittenRule(rule: .proportional(ProportionalRule()), kind: .percent, direction: .higher)
        }
        var bands: [Band] = []
        var each: (points: FixedDecimal, atMost: FixedDecimal?, words: [String])?
        for (index, clause) in clauses.enumerated() {
            switch clause {
            case .band(let condition, let award): bands.append((condition, award))
            case .each(let points, let atMost, let words):
                guard each == nil else { throw Failure(.mixedKinds, index) }
                each = (points, atMost, words)
            case .ratio: throw Failure(.mixedKinds, index)
            case .note: break
            }
        }
        if let each {
            var rule = try items(each, bands)
            rule.unit = WrittenRule.unit(each.words)
            return rule
        }
        let changes = try changes(bands)
        if let changes { return changes }
        if bands.allSatisfy({ if case .words = $0.condition { true } else { false } }) { return try answers(bands) }
        return try ranges(bands)
    }

    // MARK: - Items

    /// Points for each item, or taken away for each; beside it only what none at all means.
    private func items(
        _ each: (points: FixedDecimal, atMost: FixedDecimal?, words: [String]), _ bands: [Band]
    ) throws(Failure) -> WrittenRule {
        let isDeduction = each.points < 0
        let points = isDeduction ? 0 - each.points : each.points
        for (index, band) in bands.enumerated() {
            // Without a violation everything; without an item nothing.
            guard case .none(let words) = band.condition, !words.isDisjoint(with: each.words.filter { $0 != "không" }),
                try self.points(band.award) == (isDeduction ? maximum : 0)
            else { throw Failure(.mixedKinds, index) }
        }
        if maximum == 0 {
            guard let limit = each.atMost else { throw Failure(.noLimit) }
            return isDeduction
                ? WrittenRule(rule: .penalty(PenaltyRule(each: points, cap: limit)), kind: .count, direction: .lower)
                : WrittenRule(rule: .bonus(BonusRule(each: points, cap: limit)), kind: .count, direction: .higher)
        }
        guard points <= maximum else { throw Failure(.otherMaximum) }
        if isDeduction {
            // Never below zero: a smaller limit would be another rule.
            if let limit = each.atMost, limit != maximum { throw Failure(.otherMaximum) }
            return WrittenRule(
                rule: .deduction(DeductionRule(each: .points(points))), kind: .count, direction: .lower)
        }
        if let limit = each.atMost, limit != maximum { throw Failure(.otherMaximum) }
        return WrittenRule(rule: .perItem(PerItemRule(each: .points(points))), kind: .count, direction: .higher)
    }

    // MARK: - Answers

    /// "Đạt: 1; không đạt: 0", and "kịp thời: 1; không kịp thời: 0,5; không ban hành: 0", in any order.
    private func answers(_ bands: [Band]) throws(Failure) -> WrittenRule {
        let values = try bands.map { band throws(Failure) in try points(band.award) }
        let order = bands.indices.sorted { (values[$1], $0) < (values[$0], $1) }
        func words(_ place: Int) -> [AnnexToken] {
            if case .words(let words) = bands[order[place]].condition { words } else { [] }
        }
        if bands.count == 2, AnswerWords.isDenial(words(1), of: words(0)) {
            guard values[order[0]] == maximum, values[order[1]] == 0, maximum > 0 else { throw Failure(.otherMaximum) }
            return WrittenRule(rule: .yesNo(YesNoRule()), kind: .yesNo, direction: .higher)
        }
        if bands.count == 3, AnswerWords.areTimes(inTime: words(0), late: words(1), notDone: words(2)) {
            let late = values[order[1]]
            guard values[order[0]] == maximum, values[order[2]] == 0, 0 < late, late < maximum else {
                throw Failure(.otherMaximum)
            }
            return WrittenRule(rule: .task(TaskRule(late: .points(late))), kind: .task, direction: .higher)
        }
        let strange = bands.indices.dropFirst().first { place in
            !AnswerWords.isDenial(words(place), of: words(0)) && !AnswerWords.isLate(words(place))
                && !AnswerWords.isNotDone(words(place))
        }
        throw Failure(.unknownWords, order[strange ?? 0])
    }

    // MARK: - Changes

    /// "Tăng: 1; bằng: 0,5; giảm: 0", in any order; nil where nothing is compared with last year.
    private func changes(_ bands: [Band]) throws(Failure) -> WrittenRule? {
        var rise: FixedDecimal?
        var same: FixedDecimal?
        var fall: FixedDecimal?
        var others = 0
        var isStated = false
        for (index, band) in bands.enumerated() {
            guard case .change(let change, let says) = band.condition else {
                others += 1
                continue
            }
            let value = try points(band.award)
            isStated = isStated || says
            func set(_ place: inout FixedDecimal?) throws(Failure) {
                if place != nil { throw Failure(.overlap, index) }
                place = value
            }
            switch change {
            case .rise: try set(&rise)
            case .same: try set(&same)
            case .fall: try set(&fall)
            }
        }
        if others == bands.count { return nil }
        guard others == 0 else { throw Failure(.mixedKinds) }
        // Against what?
        guard isStated else { throw Failure(.unknownWords) }
        guard let rise, let same, let fall else { throw Failure(.gap) }
        guard max(rise, fall) == maximum else { throw Failure(.otherMaximum) }
        guard rise >= same && same >= fall || rise <= same && same <= fall, rise != fall else {
            throw Failure(.noDirection)
        }
        let rule = BandsRule(bands: [
            .init(upper: Bound(.below, 0), amount: .points(fall)),
            .init(lower: Bound(.atLeast, 0), upper: Bound(.atMost, 0), amount: .points(same)),
            .init(lower: Bound(.above, 0), amount: .points(rise)),
        ])
        return WrittenRule(
            rule: .changeFromLastYear(ChangeFromLastYearRule(form: .difference, goal: .bands(rule))), kind: .amount,
            direction: rise > fall ? .higher : .lower)
    }

    // MARK: - Ranges

    private func ranges(_ bands: [Band]) throws(Failure) -> WrittenRule {
        var ranges: [AwardedRange] = []
        var others: (index: Int, award: ScoringClause.Award)?
        var counted = CountedWords()
        var isPercent: Bool?
        let isAlone = bands.count { if case .range = $0.condition { true } else { false } } == 1
        for (index, band) in bands.enumerated() {
            switch band.condition {
            case .range(let range, let subject, let behind):
                guard counted.fits(subject, behind, isPercent: range.isPercent) else {
                    throw Failure(.unknownWords, index)
                }
                if let isPercent, isPercent != range.isPercent, range.exact != 0 { throw Failure(.mixedKinds, index) }
                isPercent = isPercent ?? range.isPercent
                ranges.append(AwardedRange(range: range, award: band.award, sentence: index))
            case .none(let words):
                guard counted.mayBeNone(words) else { throw Failure(.unknownWords, index) }
                ranges.append(none(band.award, index))
            case .words(let words) where isPercent == false && AnswerWords.isNone(words):
                ranges.append(none(band.award, index))
            case .words(let words) where isAlone && bands.count == 2 && AnswerWords.isFailure(words):
                others = (index, band.award)
            case .otherwise:
                if others != nil { throw Failure(.overlap, index) }
                others = (index, band.award)
            default: throw Failure(.mixedKinds, index)
            }
        }
        guard let isPercent else { throw Failure(.mixedKinds) }
        // Of a number without a unit only the criterion's name says what it is.
        if !isPercent, counted.unit == nil, !namesCount { throw Failure(.unknownWords) }
        var rule = try RangeScale(isPercent: isPercent, maximum: maximum).rule(ranges, others: others)
        if !isPercent { rule.unit = counted.unit }
        return rule
    }

    private func none(_ award: ScoringClause.Award, _ index: Int) -> AwardedRange {
        let zero = NumberRange(lower: Bound(.atLeast, 0), upper: Bound(.atMost, 0), isPercent: false)
        return AwardedRange(range: zero, award: award, sentence: index)
    }

    private func points(_ award: ScoringClause.Award) throws(Failure) -> FixedDecimal {
        guard let points = award.points(of: maximum) else { throw Failure(.mixedKinds) }
        return points
    }
}

extension ScoringClause.Award {
    /// Whether points follow the figure.
    var isByRatio: Bool { if case .byRatio = self { true } else { false } }

    /// The points; nil where they follow the figure.
    func points(of maximum: FixedDecimal) -> FixedDecimal? {
        switch self {
        case .points(let points): points
        case .share(let percent):
            ExactRatio(maximum).multiplied(by: ExactRatio(percent))?.divided(by: ExactRatio(100))?.exactDecimal
        case .whole: maximum
        case .byRatio: nil
        }
    }
}
