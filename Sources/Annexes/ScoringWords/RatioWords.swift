internal import Values

/// Words that say that points follow a ratio: "tính theo tỷ lệ", "Điểm = Tỷ lệ × Điểm tối đa", "b/a × 2".
struct RatioWords {
    /// Whether they say that points are the maximum times the ratio, and nothing else.
    let isRatio: Bool
    /// Whether a formula does, so that nobody can ask what the ratio is taken of.
    let isFormula: Bool

    init(_ tokens: [AnnexToken], maximum: FixedDecimal) {
        var rest = Self.withoutBrackets(tokens)
        // What introduces a formula: up to an equals sign or the last colon.
        if let place = rest.lastIndex(where: { $0 == .sign("=") || $0 == .sign(":") }) {
            guard rest[..<place].allSatisfy({ Self.introduction.contains($0.word ?? ":") }) else {
                (isRatio, isFormula) = (false, false)
                return
            }
            rest.removeSubrange(...place)
        }
        isFormula = Self.isProduct(rest, maximum: maximum)
        isRatio = isFormula || Self.isProportion(rest)
    }

    private static let introduction: Set<String> = [
        "điểm", "số", "tính", "được", "đánh", "giá", "chấm", "theo", "công", "thức", "sau", "như", "cách", "đạt", "của",
        "tiêu",
        "chí", "thành", "phần", ":",
    ]

    /// "Tính theo tỷ lệ", "điểm được tính theo tỷ lệ hoàn thành".
    private static func isProportion(_ tokens: [AnnexToken]) -> Bool {
        for word in ["theo tỷ lệ", "theo tỉ lệ"] {
            guard let place = tokens.position(of: word), let length = tokens[place...].length(of: word),
                tokens[..<place].allSatisfy({ introduction.contains($0.word ?? "") })
            else { continue }
            return isSubject(Array(tokens[(place + length)...]))
        }
        return false
    }

    /// A ratio times the maximum, which may be divided by 100 %.
    private static func isProduct(_ tokens: [AnnexToken], maximum: FixedDecimal) -> Bool {
        var factors = tokens.split(separator: .sign("×"), omittingEmptySubsequences: false).map(Array.init)
        if factors.count == 1 {
            factors = tokens.split(separator: .word("x"), omittingEmptySubsequences: false).map(Array.init)
        }
        guard factors.count == 2 else { return false }
        for hundred in [
            [AnnexToken.sign("/"), .number(100, isPercent: true)], [.sign("/"), .number(100, isPercent: false)],
        ]
        where factors[1].count > 2 && Array(factors[1].suffix(2)) == hundred {
            factors[1].removeLast(2)
        }
        func isMaximum(_ factor: [AnnexToken]) -> Bool {
            if ["điểm tối đa", "số điểm tối đa", "điểm chuẩn"].contains(where: { AnnexToken.read($0) == factor }) {
                return true
            }
            guard let value = factor.first?.value, !factor[0].isPercent else { return false }
            return value == maximum && factor.dropFirst().allSatisfy { ["điểm", "tối", "đa"].contains($0.word ?? "") }
        }
        func isRatio(_ factor: [AnnexToken]) -> Bool {
            if isQuotient(factor) || isWordQuotient(factor) { return true }
            guard let length = factor.length(of: "tỷ lệ") ?? factor.length(of: "tỉ lệ") else { return false }
            return isSubject(Array(factor[length...]))
        }
        return isRatio(factors[0]) && isMaximum(factors[1]) || isMaximum(factors[0]) && isRatio(factors[1])
    }

    /// "a/b", and the same in percent: "a/b × 100%".
    static func isQuotient(_ tokens: [AnnexToken]) -> Bool {
        let tokens = withoutBrackets(tokens)
        func isLetter(_ index: Int) -> Bool { tokens[index].word?.count == 1 }
        guard tokens.count >= 3, isLetter(0), tokens[1] == .sign("/"), isLetter(2), tokens[0] != tokens[2] else {
            return false
        }
        let rest = Array(tokens[3...])
        return rest.isEmpty
            || rest.count == 2 && [.sign("×"), .word("x")].contains(rest[0]) && rest[1] == .number(100, isPercent: true)
    }

    /// "Số hồ sơ đúng hạn / tổng số hồ sơ", and the same in percent.
    static func isWordQuotient(_ tokens: [AnnexToken]) -> Bool {
        var tokens = withoutBrackets(tokens)
        for hundred in ["× 100%", "x 100%", "× 100", "x 100"] {
            let end = AnnexToken.read(hundred)
            if tokens.count > end.count, Array(tokens.suffix(end.count)) == end {
                tokens.removeLast(end.count)
                break
            }
        }
        let sides = tokens.split(separator: .sign("/"), omittingEmptySubsequences: false).map(Array.init)
        return sides.count == 2
            && sides.allSatisfy { side in
                side.count > 1
                    && side.allSatisfy { $0 == "," || $0.word != nil && !$0.hasDigits && ($0.word?.count ?? 0) > 1 }
                    && !ControlWords.areIn(side, phrases: ["nếu", "nhưng", "trừ", "cộng", "điểm", "hoặc"])
            }
    }

    /// Of what the ratio is: words, without a number or a second condition. More of what is late or wrong is not better.
    private static func isSubject(_ tokens: [AnnexToken]) -> Bool {
        tokens.allSatisfy { ($0.word != nil && !$0.hasDigits) || $0 == .sign("%") } && !ControlWords.areIn(tokens)
            && !AnswerWords.isNegative(tokens) && !ControlWords.areIn(tokens, phrases: ["sai", "lỗi", "vi phạm"])
    }

    private static func withoutBrackets(_ tokens: [AnnexToken]) -> [AnnexToken] {
        tokens.filter { !["(", ")", "[", "]", "."].contains($0) }
    }
}

extension AnnexToken: ExpressibleByExtendedGraphemeClusterLiteral {
    /// A sign.
    init(extendedGraphemeClusterLiteral value: Character) { self = .sign(value) }
}
