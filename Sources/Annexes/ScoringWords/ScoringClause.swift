internal import Scoring
internal import Values

/// One sentence of the scoring words of a criterion.
enum ScoringClause: Sendable {
    /// What is earned under a condition.
    case band(Condition, Award)
    /// Points for each item; negative ones are taken away. What all of them make at most, and the words for an item.
    case each(points: FixedDecimal, atMost: FixedDecimal?, of: [String])
    /// Points follow a ratio, whatever it is.
    case ratio
    /// What figures mean, which changes no points.
    case note

    /// When something is earned.
    enum Condition: Sendable {
        /// A number in a range, and the words beside it.
        case range(NumberRange, around: [AnnexToken])
        /// Nothing of a kind: no item, no violation.
        case none(of: Set<String>)
        /// What no other condition says.
        case otherwise
        /// Higher than last year, as high, lower.
        case rise, same, fall
        /// Words without a number.
        case words([AnnexToken])
    }

    /// What is earned.
    enum Award: Hashable, Sendable {
        case points(FixedDecimal)
        case share(FixedDecimal)
        case whole
        case byRatio
    }
}

extension ScoringClause {
    /// Reads one sentence; nil when some of its words are not understood.
    init?(_ tokens: [AnnexToken], maximum: FixedDecimal) {
        if Self.isNote(tokens) {
            self = .note
        } else if let each = Self.each(tokens) {
            self = each
        } else if Self.isRatio(tokens, maximum: maximum) {
            self = .ratio
        } else if let (left, right) = Self.parts(tokens), let award = Award(right, maximum: maximum),
            let condition = Condition(left)
        {
            self = .band(condition, award)
        } else {
            return nil
        }
    }

    /// The condition and what it earns: on both sides of a colon, or a number of points at the end.
    private static func parts(_ tokens: [AnnexToken]) -> ([AnnexToken], [AnnexToken])? {
        if let colon = tokens.firstIndex(of: .sign(":")) {
            let (left, right) = (Array(tokens[..<colon]), Array(tokens[(colon + 1)...]))
            return right.contains(.sign(":")) ? nil : (left, right)
        }
        for joint in ["thì được", "được tính", "thì", "được"] {
            if let place = tokens.position(of: joint), place > 0, let length = tokens[place...].length(of: joint) {
                return (Array(tokens[..<place]), Array(tokens[(place + length)...]))
            }
        }
        // "Đạt 1 điểm", "không đạt 0": a last number that is not the condition's.
        var last = tokens.count - 1
        let hasPoints = last > 0 && ["điểm", "đ"].contains(tokens[last].word)
        if hasPoints { last -= 1 }
        guard last > 0, tokens[last].value != nil, !tokens[last].isPercent else { return nil }
        let left = Array(tokens[..<last])
        guard left.allSatisfy({ !$0.hasDigits }) || hasPoints else { return nil }
        return (left, Array(tokens[last...]))
    }

    /// "Trong đó: a là số hồ sơ", "b: tổng số hồ sơ", "Tỷ lệ = a/b", "a, b": what figures are.
    private static func isNote(_ tokens: [AnnexToken]) -> Bool {
        if ["trong đó", "ghi chú"].contains(where: { tokens.begins(with: $0) }) {
            return !tokens.contains { $0.hasDigits }
        }
        if tokens.allSatisfy({ isLetter($0) || $0 == .sign(",") }) { return true }
        if tokens.count > 2, isLetter(tokens[0]), [.sign(":"), .sign("="), .word("là")].contains(tokens[1]) {
            return !tokens.contains { $0.hasDigits }
        }
        guard let sign = tokens.firstIndex(of: .sign("=")), tokens.begins(with: "tỷ lệ") || tokens.begins(with: "tỉ lệ")
        else { return false }
        return RatioWords.isQuotient(Array(tokens[(sign + 1)...]))
    }

    private static func isLetter(_ token: AnnexToken) -> Bool { token.word?.count == 1 }

    private static func isRatio(_ tokens: [AnnexToken], maximum: FixedDecimal) -> Bool {
        RatioWords(tokens, maximum: maximum).isRatio
    }

    /// "Mỗi hồ sơ trễ hạn trừ 0,25 điểm", "trừ 0,5 điểm/văn bản, tối đa 2 điểm", "mỗi sáng kiến được 0,5 điểm".
    private static func each(_ tokens: [AnnexToken]) -> ScoringClause? {
        var rest = tokens
        let isDeduction = rest.contains(.word("trừ"))
        var isEach = false
        for word in ["cứ mỗi", "mỗi một", "mỗi", "cứ"] {
            if let place = rest.position(of: word), let length = rest[place...].length(of: word) {
                rest.removeSubrange(place..<(place + length))
                // "Mỗi 01 hồ sơ"; of each five nothing is known.
                if place < rest.count, let count = rest[place].value {
                    guard count == 1, !rest[place].isPercent else { return nil }
                    rest.remove(at: place)
                }
                isEach = true
                break
            }
        }
        var limit: FixedDecimal?
        for word in ["nhưng không quá", "không trừ quá", "không vượt quá", "không quá", "tối đa không quá", "tối đa"] {
            guard let place = rest.position(of: word), let length = rest[place...].length(of: word),
                place + length < rest.count, let value = rest[place + length].value
            else { continue }
            limit = value
            rest.removeSubrange(place...(place + length))
            break
        }
        let numbers = rest.indices.filter { rest[$0].hasDigits }
        guard numbers.count == 1, let points = rest[numbers[0]].value, points > 0, !rest[numbers[0]].isPercent else {
            return nil
        }
        let behind = rest[(numbers[0] + 1)...]
        if let slash = behind.firstIndex(of: .sign("/")), behind[..<slash].allSatisfy({ $0.word == "điểm" }) {
            isEach = true
        }
        let words = rest.compactMap(\.word).filter { !Self.awarding.contains($0) }
        guard isEach, !ControlWords.areIn(rest, phrases: ControlWords.ofItems) else { return nil }
        return .each(points: isDeduction ? 0 - points : points, atMost: limit, of: words)
    }
}

extension ScoringClause {
    /// Words that say that points are given or taken, and not for what.
    fileprivate static let awarding: Set<String> = [
        "trừ", "cộng", "thêm", "điểm", "đ", "trường", "hợp", "được", "tính", "thì", "bị",
    ]
}

/// Words that make a condition another one: what is around a number must have none of them.
enum ControlWords {
    /// Of items, which may be what is not done: "mỗi hồ sơ không đúng hạn".
    static let ofItems = [
        "nếu", "nhưng", "riêng", "ngoài", "ngoại", "đồng thời", "mà", "trừ khi", "hoặc", "tháng", "ngày", "quý",
    ]
    /// Of numbers and ratios.
    static let ofNumbers =
        ofItems + ["trường hợp", "trừ", "và", "không", "chưa", "trước", "sau", "năm trước", "khi", "vượt"]

    static func areIn(_ tokens: [AnnexToken], phrases: [String] = ofNumbers) -> Bool {
        phrases.contains { tokens.contains(phrase: $0) }
    }
}

extension ScoringClause.Condition {
    /// Reads a condition; nil when it says more than a range.
    init?(_ tokens: [AnnexToken]) {
        let tokens = tokens.filter { $0 != .sign(",") && $0 != .sign("(") && $0 != .sign(")") && $0 != .sign(".") }
        guard !tokens.isEmpty else { return nil }
        let otherwise = [
            "còn lại", "các trường hợp còn lại", "trường hợp còn lại", "trường hợp khác", "các mức còn lại",
        ]
        if otherwise.contains(where: { AnnexToken.read($0) == tokens }) {
            self = .otherwise
        } else if let change = Self.change(tokens) {
            self = change
        } else if let (range, around) = NumberRange.first(in: tokens) {
            guard !around.contains(where: { $0.hasDigits || $0.word == nil }), !ControlWords.areIn(around) else {
                return nil
            }
            self = .range(range, around: around)
        } else if tokens.contains(where: { $0.hasDigits }) {
            return nil
        } else if tokens.begins(with: "không có"), tokens.count > 2, !ControlWords.areIn(Array(tokens.dropFirst())) {
            self = .none(of: Set(tokens.dropFirst(2).compactMap(\.word)))
        } else {
            self = .words(tokens)
        }
    }

    /// "Tăng so với năm trước", "bằng năm trước", "giảm".
    private static func change(_ tokens: [AnnexToken]) -> Self? {
        var rest = tokens
        for phrase in [
            "so với năm trước liền kề", "so với năm liền kề trước đó", "so với cùng kỳ năm trước", "so với năm trước",
            "năm trước liền kề", "năm trước",
        ] {
            if let place = rest.position(of: phrase), let length = rest[place...].length(of: phrase) {
                rest.removeSubrange(place..<(place + length))
                break
            }
        }
        let words = [
            (["tăng", "tăng hơn", "cao hơn", "tăng lên"], Self.rise),
            (["bằng", "giữ nguyên", "không thay đổi", "bằng với", "không đổi"], .same),
            (["giảm", "thấp hơn", "giảm xuống"], .fall),
        ]
        for (phrases, change) in words where phrases.contains(where: { AnnexToken.read($0) == rest }) { return change }
        return nil
    }
}

extension ScoringClause.Award {
    /// Reads what is earned; nil when it is not clear.
    init?(_ tokens: [AnnexToken], maximum: FixedDecimal) {
        let words = tokens.filter { $0 != .sign(".") && $0 != .sign(",") }
        func isWhole(_ phrases: [String]) -> Bool { phrases.contains { AnnexToken.read($0) == words } }
        if RatioWords(words, maximum: maximum).isRatio {
            self = .byRatio
        } else if isWhole([
            "điểm tối đa", "tối đa", "đạt điểm tối đa", "đạt tối đa", "được điểm tối đa", "100% số điểm",
        ]) {
            self = .whole
        } else if isWhole(["không điểm", "không được điểm", "không có điểm"]) {
            self = .points(0)
        } else if words.begins(with: "1/2"),
            isWhole(["1/2 số điểm", "1/2 điểm", "1/2 điểm tối đa", "1/2 số điểm tối đa"])
        {
            self = .share(50)
        } else if let value = words.first?.value {
            let rest = Array(words.dropFirst())
            func isRest(_ phrases: [String]) -> Bool { phrases.contains { AnnexToken.read($0) == rest } }
            if words[0].isPercent {
                guard isRest(["số điểm", "điểm", "điểm tối đa", "số điểm tối đa"]), value <= 100 else { return nil }
                self = .share(value)
            } else {
                guard isRest(["", "điểm", "đ"]) else { return nil }
                self = .points(value)
            }
        } else {
            return nil
        }
    }
}
