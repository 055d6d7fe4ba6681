internal import Scoring
internal import Values

/// Puts the sentences of a criterion together into one rule.
struct RuleMaker {
    let clauses: [ScoringClause]
    let maximum: FixedDecimal

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

    /// "Đạt: 1; không đạt: 0", and "kịp thời: 1; không kịp thời: 0,5; không ban hành: 0".
    private func answers(_ bands: [Band]) throws(Failure) -> WrittenRule {
        func words(_ index: Int) -> [AnnexToken] {
            if case .words(let words) = bands[index].condition { words } else { [] }
        }
        let values = try bands.map { band throws(Failure) in try points(band.award) }
        if bands.count == 2, AnswerWords.isDenial(words(1), of: words(0)) {
            guard values == [maximum, 0] else { throw Failure(.otherMaximum) }
            return WrittenRule(rule: .yesNo(YesNoRule()), kind: .yesNo, direction: .higher)
        }
        if bands.count == 3, AnswerWords.areTimes(inTime: words(0), late: words(1), notDone: words(2)) {
            guard values[0] == maximum, values[2] == 0, 0 < values[1], values[1] < maximum else {
                throw Failure(.otherMaximum)
            }
            return WrittenRule(rule: .task(TaskRule(late: .points(values[1]))), kind: .task, direction: .higher)
        }
        let strange = bands.indices.dropFirst().first { index in
            !AnswerWords.isDenial(words(index), of: words(0)) && !AnswerWords.isLate(words(index))
                && !AnswerWords.isNotDone(words(index))
        }
        throw Failure(.unknownWords, strange ?? 0)
    }

    // MARK: - Changes

    /// "Tăng: 1; bằng: 0,5; giảm: 0", in any order; nil where nothing is compared with last year.
    private func changes(_ bands: [Band]) throws(Failure) -> WrittenRule? {
        var rise: FixedDecimal?
        var same: FixedDecimal?
        var fall: FixedDecimal?
        var others = 0
        for (index, band) in bands.enumerated() {
            let value: FixedDecimal
            switch band.condition {
            case .rise, .same, .fall: value = try points(band.award)
            default:
                others += 1
                continue
            }
            func set(_ place: inout FixedDecimal?) throws(Failure) {
                if place != nil { throw Failure(.overlap, index) }
                place = value
            }
            switch band.condition {
            case .rise: try set(&rise)
            case .same: try set(&same)
            default: try set(&fall)
            }
        }
        if others == bands.count { return nil }
        guard others == 0 else { throw Failure(.mixedKinds) }
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
        var subject: Set<String>?
        var isPercent: Bool?
        var counted: [String] = []
        for (index, band) in bands.enumerated() {
            switch band.condition {
            case .range(let range, let around):
                if counted.isEmpty {
                    counted = around.compactMap(\.word).filter { !AnswerWords.neutral.contains($0) }
                }
                let words = Set(around.compactMap(\.word)).subtracting(AnswerWords.neutral)
                // A sentence about something else is another criterion's, or a condition of its own.
                if let subject, !words.isSubset(of: subject), !subject.isEmpty || !words.isEmpty {
                    throw Failure(.unknownWords, index)
                }
                subject = subject ?? words
                if let isPercent, isPercent != range.isPercent, range.exact != 0 { throw Failure(.mixedKinds, index) }
                isPercent = isPercent ?? range.isPercent
                ranges.append(AwardedRange(range: range, award: band.award, sentence: index))
            case .none, .words([.word("không"), .word("có")]), .words([.word("không")]):
                if case .none(let words) = band.condition, let subject, !subject.isEmpty,
                    words.isDisjoint(with: subject)
                {
                    throw Failure(.unknownWords, index)
                }
                let zero = NumberRange(lower: Bound(.atLeast, 0), upper: Bound(.atMost, 0), isPercent: false)
                ranges.append(AwardedRange(range: zero, award: band.award, sentence: index))
            case .otherwise:
                if others != nil { throw Failure(.overlap, index) }
                others = (index, band.award)
            default: throw Failure(.mixedKinds, index)
            }
        }
        guard let isPercent else { throw Failure(.mixedKinds) }
        var rule = try RangeScale(isPercent: isPercent, maximum: maximum).rule(ranges, others: others)
        if !isPercent { rule.unit = WrittenRule.unit(counted) }
        return rule
    }

    private func points(_ award: ScoringClause.Award) throws(Failure) -> FixedDecimal {
        guard let points = award.points(of: maximum) else { throw Failure(.mixedKinds) }
        return points
    }
}

extension ScoringClause.Award {
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

/// Answers in words.
enum AnswerWords {
    /// Words that say what is done with a number, and not with which.
    static let neutral: Set<String> = [
        "đạt", "tỷ", "tỉ", "lệ", "số", "lượng", "hoàn", "thành", "thực", "hiện", "kế", "hoạch", "được", "có", "kết",
        "quả", "mức",
        "độ", "nhiệm", "vụ", "đã", "điểm",
    ]

    /// Whether words deny others: "không đạt" beside "đạt", "chưa ban hành kế hoạch" beside "ban hành kế hoạch".
    static func isDenial(_ denial: [AnnexToken], of words: [AnnexToken]) -> Bool {
        guard let first = denial.first?.word, ["không", "chưa"].contains(first), !isNegative(words),
            !denial.dropFirst().contains(where: { ["không", "chưa"].contains($0.word) })
        else { return false }
        func core(_ tokens: some Collection<AnnexToken>) -> [AnnexToken] {
            tokens.filter { !["có", "đã", "được"].contains($0.word) }
        }
        let (denied, stated) = (core(denial.dropFirst()), core(words))
        return denied == stated || denied.isEmpty
    }

    static func isNegative(_ words: [AnnexToken]) -> Bool {
        words.contains { ["không", "chưa", "chậm", "trễ", "muộn", "thiếu", "quá"].contains($0.word) }
    }

    /// Whether three conditions are those of one task: done in time, late, not at all.
    static func areTimes(inTime: [AnnexToken], late: [AnnexToken], notDone: [AnnexToken]) -> Bool {
        guard !isNegative(inTime), times.contains(where: { inTime.contains(phrase: $0) }),
            isLate(late), isNotDone(notDone)
        else { return false }
        func subject(_ words: [AnnexToken]) -> Set<String> {
            Set(words.compactMap(\.word)).subtracting(timeWords).subtracting(neutral)
        }
        let task = subject(inTime)
        return task.isEmpty || subject(late).isSubset(of: task) && subject(notDone).isSubset(of: task)
    }

    private static let times = ["kịp thời", "đúng hạn", "đúng thời hạn", "đúng thời gian", "đúng tiến độ"]
    private static let timeWords: Set<String> = [
        "kịp", "thời", "đúng", "hạn", "gian", "tiến", "độ", "không", "chưa", "chậm", "trễ", "quá", "muộn",
    ]

    static func isLate(_ words: [AnnexToken]) -> Bool {
        let late = times.flatMap { ["không " + $0, "chưa " + $0] } + ["chậm", "trễ hạn", "quá hạn", "muộn"]
        return late.contains { words.contains(phrase: $0) }
    }

    static func isNotDone(_ words: [AnnexToken]) -> Bool {
        !isLate(words)
            && ["không ban hành", "chưa ban hành", "không thực hiện", "chưa thực hiện", "không có", "không"].contains {
                $0 == "không" ? AnnexToken.read($0) == words : words.begins(with: $0)
            }
    }
}
