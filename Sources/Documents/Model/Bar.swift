public import Values

/// A bar, drawn with block letters where nothing better can be drawn.
public enum Bar: Sendable {
    /// A part of a whole, in eighths of a cell, with what stands at its end.
    case part(eighths: Int, end: String)
    /// Shares that fill a bar, the later the darker.
    case shares([Int128], cells: Int)

    /// A part of a whole; nothing of it for a part or a whole not above zero.
    ///
    /// - Parameter cells: the cells of the whole.
    public static func part(_ part: FixedDecimal, of whole: FixedDecimal, cells: Int) -> Bar {
        guard part > 0, whole > 0 else { return .part(eighths: 0, end: "") }
        let length = Int128(cells * 8)
        return .part(eighths: Int(min(Int128(part.mantissa) * length / Int128(whole.mantissa), length)), end: "")
    }

    /// A point on a scale: whole cells up to it, and a mark.
    public static func point(_ part: FixedDecimal, of whole: FixedDecimal, cells: Int) -> Bar {
        let length = part > 0 && whole > 0 ? Int(Int128(cells) * Int128(part.mantissa) / Int128(whole.mantissa)) : 0
        return .part(eighths: 8 * length, end: "▏")
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
        guard count > 1 else { return [shades[4]] }
        return (0..<count).map { shades[$0 * 4 / (count - 1)] }
    }

    /// The cells of each share, rounded by the largest remainder, so that the bar is always full; none without shares.
    private static func lengths(_ shares: [Int128], _ cells: Int) -> [Int] {
        let total = shares.reduce(0, +)
        guard total > 0 else { return [] }
        var lengths = shares.map { Int($0 * Int128(cells) / total) }
        let remainders = shares.indices.sorted { left, right in
            let (first, second) = (shares[left] * Int128(cells) % total, shares[right] * Int128(cells) % total)
            return first == second ? left < right : first > second
        }
        for index in remainders.prefix(cells - lengths.reduce(0, +)) { lengths[index] += 1 }
        return lengths
    }
}
