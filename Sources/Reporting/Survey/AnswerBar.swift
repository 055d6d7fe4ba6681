package import Documents
internal import Words
internal import Values

/// The distribution of answers over the levels as a bar of signs: the darker, the higher.
enum AnswerBar {
    /// The signs of the levels, spread from light to dark.
    static func signs(levels: Int) -> [Character] {
        let shades: [Character] = ["·", "░", "▒", "▓", "█"]
        guard levels > 1 else { return [shades[4]] }
        return (0..<levels).map { shades[$0 * 4 / (levels - 1)] }
    }

    /// A bar of so many signs; empty without answers. Parts are rounded by the largest remainder, so that the bar is
    /// always full.
    static func text(_ weights: [Int128], width: Int) -> String {
        let total = weights.reduce(0, +)
        guard total > 0 else { return "" }
        var lengths = weights.map { Int($0 * Int128(width) / total) }
        let remainders = weights.indices.sorted { left, right in
            let (first, second) = (weights[left] * Int128(width) % total, weights[right] * Int128(width) % total)
            return first == second ? left < right : first > second
        }
        for index in remainders.prefix(width - lengths.reduce(0, +)) { lengths[index] += 1 }
        let signs = signs(levels: weights.count)
        return zip(lengths, signs).map { String(repeating: $1, count: $0) }.joined()
    }
}
