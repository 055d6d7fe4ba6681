public import Values

/// A bar, drawn with block letters where nothing better can be drawn.
public enum Bar: Sendable {
    /// A part of a whole, in eighths of a cell, with what stands at its end.
    case part(eighths: Int, end: String)
    /// Shares that fill a bar, the later the darker.
    case shares([Int128], cells: Int)

    /// A part of a whole of some cells; nothing of it for a part or a whole not above zero.
    public static func part(_ part: FixedDecimal, of whole: FixedDecimal, cells: Int) -> Bar {
        .part(eighths: min(length(part, whole, cells * 8), cells * 8), end: "")
    }

    /// A point on a scale of some cells: whole cells up to it, and a mark.
    public static func point(_ part: FixedDecimal, of whole: FixedDecimal, cells: Int) -> Bar {
        .part(eighths: 8 * length(part, whole, cells), end: "▏")
    }

    private static func length(_ part: FixedDecimal, _ whole: FixedDecimal, _ length: Int) -> Int {
        part > 0 && whole > 0 ? Int(Int128(part.mantissa) * Int128(length) / Int128(whole.mantissa)) : 0
    }

    /// The bar in block letters; empty where there is nothing to draw.
    var text: String {
        switch self {
        case .part(let eighths, let end):
            let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
            return String(repeating: "█", count: eighths / 8) + parts[eighths % 8] + end
        case .shares(let shares, let cells):
            return zip(Self.lengths(shares, cells), Self.shades(of: shares.count))
                .map { String(repeating: $1, count: $0) }.joined()
        }
    }

    /// The letters of some shares, spread from light to dark.
    public static func shades(of count: Int) -> [Character] {
        let shades: [Character] = ["·", "░", "▒", "▓", "█"]
        return count > 1 ? (0..<count).map { shades[$0 * 4 / (count - 1)] } : [shades[4]]
    }

    /// The cells of each share, rounded by the largest remainder, so that the bar is always full; none without shares.
    private static func lengths(_ shares: [Int128], _ cells: Int) -> [Int] {
        let total = shares.reduce(0, +)
        guard total > 0 else { return [] }
        let exact = shares.map { ($0 * Int128(cells)).quotientAndRemainder(dividingBy: total) }
        var lengths = exact.map { Int($0.quotient) }
        let largest = exact.indices.sorted { left, right in
            (-exact[left].remainder, left) < (-exact[right].remainder, right)
        }
        for index in largest.prefix(cells - lengths.reduce(0, +)) { lengths[index] += 1 }
        return lengths
    }
}
