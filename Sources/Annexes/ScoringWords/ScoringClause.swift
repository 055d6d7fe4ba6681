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
        /// A number in a range, with the words for what it counts, and those that stand behind it.
        case range(NumberRange, subject: [AnnexToken], behind: [AnnexToken])
        /// Nothing of a kind: no item, no violation.
        case none(of: Set<String>)
        /// What no other condition says.
        case otherwise
        /// Compared with last year, and whether it says so.
        case change(Change, isStated: Bool)
        /// Words without a number.
        case words([AnnexToken])
    }

    /// Higher than last year, as high, lower.
    enum Change: Sendable { case rise, same, fall }

    /// What is earned.
    enum Award: Hashable, Sendable {
        case points(FixedDecimal)
        case share(FixedDecimal)
        case whole
        /// The ratio times the maximum, as a formula says or only the words "theo tỷ lệ".
        case byRatio(isFormula: Bool)
    }
}

extension ScoringClause {
    /// Reads one sentence; nil when some of its words are not understood.
    init?(_ tokens: [AnnexToken], maximum: FixedDecimal) {
        if Self.isNote(tokens, maximum: maximum) {
            self = .note
        } else if let each = Self.each(tokens) {
            self = each
        } else if RatioWords(tokens, maximum: maximum).isRatio {
            self = .ratio
        } else if let (left, right) = Self.parts(tokens), let award = Award(right, maximum: maximum),
            let condition = Condition(left)
        {
            self = .band(condition, award)
        } else {
            return nil
        }
    }

    /// The condition and what it earns: on both sides of a colon, in brackets, or a number of points at the end.
    private static func parts(_ tokens: [AnnexToken]) -> ([AnnexToken], [AnnexToken])? {
        if let colon = tokens.firstIndex(of: .sign(":")) {
            let (left, right) = (Array(tokens[..<colon]), Array(tokens[(colon + 1)...]))
            if right.contains(.sign(":")) { return nil }
            // "2 điểm: từ 90% trở lên".
            return isPoints(left) ? (right, left) : (left, right)
        }
        // "1 điểm nếu đạt từ 90% trở lên".
        for joint in ["nếu", "khi"] {
            if let place = tokens.position(of: joint), isPoints(Array(tokens[..<place])) {
                return (Array(tokens[(place + 1)...]), Array(tokens[..<place]))
            }
        }
        // "Ban hành đúng hạn (1 điểm)".
        if tokens.last == .sign(")"), let place = tokens.lastIndex(of: .sign("(")), place > 0 {
            let award = Array(tokens[(place + 1)...].dropLast())
            if isPoints(award) { return (Array(tokens[..<place]), award) }
        }
        // "Dưới 80% không được điểm".
        for none in ["không được điểm", "không có điểm", "không tính điểm", "không điểm"] {
            let award = AnnexToken.read(none)
            if tokens.count > award.count, Array(tokens.suffix(award.count)) == award {
                return (Array(tokens.dropLast(award.count)), award)
            }
        }
        for joint in ["thì được", "được tính", "thì", "được"] {
            if let place = tokens.lastPosition(of: joint), place > 0, let length = tokens[place...].length(of: joint) {
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

    /// "1 điểm".
    private static func isPoints(_ tokens: [AnnexToken]) -> Bool {
        tokens.count == 2 && tokens[0].value != nil && !tokens[0].isPercent && ["điểm", "đ"].contains(tokens[1].word)
    }

    /// "Trong đó: a là số hồ sơ", "b: tổng số hồ sơ", "Tỷ lệ = a/b", "a, b", "Cách tính điểm như sau:", "Điểm tối đa: 2":
    /// what figures are, and what changes no points.
    private static func isNote(_ tokens: [AnnexToken], maximum: FixedDecimal) -> Bool {
        if tokens.last == .sign(":") || tokens.count < 6, isIntroduction(tokens.filter { $0 != .sign(":") }) {
            return true
        }
        for start in ["điểm tối đa :", "điểm tối đa là", "điểm tối đa"] {
            if let length = tokens.length(of: start), let award = Award(Array(tokens[length...]), maximum: maximum) {
                return award == .points(maximum)
            }
        }
        var rest = tokens[...]
        for start in ["trong đó :", "trong đó", "với"] {
            if let length = rest.length(of: start) {
                rest = rest.dropFirst(length)
                break
            }
        }
        if rest.isEmpty || rest.contains(where: { $0.hasDigits }) || ControlWords.areIn(Array(rest), phrases: awards) {
            return isRatioDefinition(tokens)
        }
        if rest.allSatisfy({ isLetter($0) || $0 == .sign(",") }) { return true }
        if rest.count > 2, let first = rest.first, isLetter(first),
            [.sign(":"), .sign("="), .word("là")].contains(rest[rest.startIndex + 1])
        {
            return true
        }
        return isRatioDefinition(tokens)
    }

    /// Words by which a sentence gives or takes points.
    private static let awards = ["điểm", "đ", "trừ", "cộng", "nếu", "được tính", "không tính", "chỉ tính"]

    /// "Cách tính điểm như sau", "Cụ thể".
    private static func isIntroduction(_ tokens: [AnnexToken]) -> Bool {
        let words: Set<String> = [
            "cách", "tính", "chấm", "điểm", "như", "sau", "cụ", "thể", "thang", "mức", "phương", "pháp", "xác", "định",
            "đánh", "giá", "được", "số", "theo", "công", "thức", "và",
        ]
        let known = tokens.allSatisfy { words.contains($0.word ?? "") }
        return known && !tokens.isEmpty && tokens.first?.word != "được"
    }

    /// "Tỷ lệ = a/b", "Tỷ lệ hồ sơ đúng hạn = số hồ sơ đúng hạn / tổng số hồ sơ × 100%".
    private static func isRatioDefinition(_ tokens: [AnnexToken]) -> Bool {
        guard let sign = tokens.firstIndex(of: .sign("=")), tokens.begins(with: "tỷ lệ") || tokens.begins(with: "tỉ lệ")
        else { return false }
        let (left, right) = (tokens[..<sign], Array(tokens[(sign + 1)...]))
        return !left.contains { $0.hasDigits } && (RatioWords.isQuotient(right) || RatioWords.isWordQuotient(right))
    }

    private static func isLetter(_ token: AnnexToken) -> Bool { token.word?.count == 1 }

    /// "Mỗi hồ sơ trễ hạn trừ 0,25 điểm", "trừ 0,5 điểm/văn bản, tối đa 2 điểm", "mỗi sáng kiến được 0,5 điểm".
    private static func each(_ tokens: [AnnexToken]) -> ScoringClause? {
        var rest = tokens
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
                // "Trừ mỗi hồ sơ 0,25 điểm".
                if place > 0, rest[place - 1].word == "trừ" || rest[place - 1].word == "cộng" {
                    rest.append(rest.remove(at: place - 1))
                }
                break
            }
        }
        var limit: FixedDecimal?
        for word in [
            "nhưng tối đa không quá", "nhưng không quá", "trừ tối đa không quá", "cộng tối đa không quá",
            "tối đa không quá",
            "không trừ quá", "không cộng quá", "trừ không quá", "cộng không quá", "không vượt quá", "không quá",
            "trừ tối đa", "tối đa trừ", "cộng tối đa", "tối đa cộng", "tối đa được", "nhưng tối đa", "tối đa là",
            "tối đa",
        ] {
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
            // "Điểm/mô hình/năm".
            guard behind.count(where: { $0 == .sign("/") }) == 1 else { return nil }
        }
        // "Trừ" takes points where it stands before their number; elsewhere it leaves something out.
        let taken = rest.indices.filter { rest[$0].word == "trừ" }
        let verbs = rest[..<numbers[0]].reversed().prefix { ["trừ", "bị", "đi", ":", "thì", "sẽ"].contains($0.text) }
        let isDeduction = verbs.contains { $0.word == "trừ" } || rest.last?.word == "trừ"
        guard taken.count == (isDeduction ? 1 : 0) else { return nil }
        // "Sáng kiến được công nhận được cộng": only at the ends words say that points are given.
        func item(_ tokens: some Collection<AnnexToken>) -> [AnnexToken] {
            func isAside(_ token: AnnexToken) -> Bool { token.word.map(awarding.contains) ?? true }
            var tokens = Array(tokens.drop(while: isAside))
            while let last = tokens.last, isAside(last) { tokens.removeLast() }
            return tokens
        }
        let words = (item(rest[..<numbers[0]]) + item(behind)).compactMap({ $0.word })
        guard isEach, !ControlWords.areIn(rest, phrases: ControlWords.ofItems), !rest.contains("("), !words.isEmpty
        else { return nil }
        return .each(points: isDeduction ? 0 - points : points, atMost: limit, of: words)
    }
}

extension ScoringClause {
    /// Words that say that points are given or taken, and not for what.
    fileprivate static let awarding: Set<String> = [
        "trừ", "cộng", "thêm", "điểm", "đ", "được", "tính", "thì", "bị", "sẽ", "đi", "cho",
    ]
}

/// Words that make a condition another one: what is around a number must have none of them.
enum ControlWords {
    /// Of items, which may be what is not done: "mỗi hồ sơ không đúng hạn".
    static let ofItems = [
        "nếu", "nhưng", "riêng", "ngoài", "ngoại", "đồng thời", "mà", "trừ khi", "hoặc", "tháng", "ngày", "quý", "tuần",
        "giờ", "tăng", "giảm", "và",
    ]
    /// Of numbers and ratios.
    static let ofNumbers =
        ofItems + [
            "trường hợp", "trừ", "cộng", "không", "chưa", "trước", "sau", "năm trước", "khi", "vượt", "hơn", "từ",
            "đến",
            "tới", "dưới", "trên", "quá", "ít", "nhiều", "gần", "khoảng", "tối thiểu", "tối đa", "mỗi", "cứ",
            "trong đó",
            "kèm", "so với", "nghịch", "chỉ", "thêm", "còn", "lại",
        ]

    /// Words that say where or of what, and no limit.
    private static let harmless = [
        "trên địa bàn", "trên tổng số", "trên môi trường", "trên cổng", "trên hệ thống", "trên trang", "đến hạn",
        "tối đa hóa", "ít người", "trước hạn", "sau rà soát", "sau kiểm tra", "sau thanh tra",
    ]

    static func areIn(_ tokens: [AnnexToken], phrases: [String] = ofNumbers) -> Bool {
        var rest = tokens
        for phrase in harmless {
            while let place = rest.position(of: phrase), let length = rest[place...].length(of: phrase) {
                rest.removeSubrange(place..<(place + length))
            }
        }
        return phrases.contains { rest.contains(phrase: $0) }
    }
}

extension ScoringClause.Condition {
    /// Reads a condition; nil when it says more than a range.
    init?(_ tokens: [AnnexToken]) {
        var tokens = tokens.filter { $0 != .sign(".") }
        while tokens.last == "," || tokens.last == "-" { tokens.removeLast() }
        // "= 100%", "bằng 100%".
        if tokens.count > 1, tokens[0] == "=" || tokens[0].word == "bằng", tokens[1].value != nil {
            tokens.removeFirst()
        }
        // What stands in brackets may be a condition of its own.
        guard !tokens.isEmpty, !tokens.contains("("), !tokens.contains(")") else { return nil }
        let otherwise = [
            "còn lại", "các trường hợp còn lại", "trường hợp còn lại", "trường hợp khác", "các mức còn lại",
            "các trường hợp khác", "mức khác",
        ]
        if otherwise.contains(where: { AnnexToken.read($0) == tokens }) {
            self = .otherwise
        } else if let change = Self.change(tokens) {
            self = change
        } else if let (range, subject, behind) = NumberRange.first(in: tokens) {
            guard !(subject + behind).contains(where: { $0.hasDigits || $0.word == nil && $0 != "," }),
                !ControlWords.areIn(subject), !ControlWords.areIn(behind)
            else { return nil }
            self = .range(range, subject: subject, behind: behind)
        } else if tokens.contains(where: { $0.hasDigits }) {
            return nil
        } else if tokens.begins(with: "không có"), tokens.count > 2, !ControlWords.areIn(Array(tokens.dropFirst())) {
            self = .none(of: Set(tokens.dropFirst(2).compactMap { $0.word }))
        } else {
            self = .words(tokens)
        }
    }

    /// "Tăng so với năm trước", "bằng năm trước", "giảm".
    private static func change(_ tokens: [AnnexToken]) -> Self? {
        typealias Change = ScoringClause.Change
        var rest = tokens
        var isStated = false
        for phrase in [
            "so với năm trước liền kề", "so với năm liền kề trước đó", "so với cùng kỳ năm trước", "so với năm trước",
            "năm trước liền kề", "năm trước",
        ] {
            if let place = rest.position(of: phrase), let length = rest[place...].length(of: phrase) {
                rest.removeSubrange(place..<(place + length))
                isStated = true
                break
            }
        }
        let words = [
            (["tăng", "tăng hơn", "cao hơn", "tăng lên"], Change.rise),
            (["bằng", "giữ nguyên", "không thay đổi", "bằng với", "không đổi"], .same),
            (["giảm", "thấp hơn", "giảm xuống"], .fall),
        ]
        for (phrases, change) in words where phrases.contains(where: { AnnexToken.read($0) == rest }) {
            return .change(change, isStated: isStated)
        }
        return nil
    }
}

extension ScoringClause.Award {
    /// Reads what is earned; nil when it is not clear.
    init?(_ tokens: [AnnexToken], maximum: FixedDecimal) {
        let words = tokens.filter { $0 != .sign(".") && $0 != .sign(",") }
        func isWhole(_ phrases: [String]) -> Bool { phrases.contains { AnnexToken.read($0) == words } }
        let ratio = RatioWords(words, maximum: maximum)
        if ratio.isRatio {
            self = .byRatio(isFormula: ratio.isFormula)
        } else if isWhole([
            "điểm tối đa", "tối đa", "đạt điểm tối đa", "đạt tối đa", "được điểm tối đa", "100% số điểm",
        ]) {
            self = .whole
        } else if isWhole(["không điểm", "không được điểm", "không có điểm", "không tính điểm"]) {
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
