import ScoreNumerics
import Values

/// A closed interval, for bounding the effects of sampling error. Binary floating point is enough here: a confidence
/// interval has few meaningful digits, and no score is derived from it.
struct Span: Hashable, Sendable {
    var lower: Double
    var upper: Double

    init(_ lower: Double, _ upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    init(_ value: Double) {
        self.init(value, value)
    }

    var width: Double { upper - lower }

    static func + (left: Span, right: Span) -> Span { Span(left.lower + right.lower, left.upper + right.upper) }
    static func - (left: Span, right: Span) -> Span { Span(left.lower - right.upper, left.upper - right.lower) }

    static func * (left: Span, right: Span) -> Span {
        let products = [
            left.lower * right.lower, left.lower * right.upper, left.upper * right.lower, left.upper * right.upper,
        ]
        return Span(products.min() ?? 0, products.max() ?? 0)
    }

    /// Nil when the divisor may be zero.
    static func / (left: Span, right: Span) -> Span? {
        guard right.lower > 0 || right.upper < 0 else { return nil }
        return left * Span(1 / right.upper, 1 / right.lower)
    }
}

extension Quantity {
    /// An interval that contains every value of the quantity while its figures stay within theirs; nil when it may have
    /// no value.
    func span(figure: (Figure) -> Span, lastYear: (Figure) -> Span) -> Span? {
        func span(_ part: Quantity) -> Span? { part.span(figure: figure, lastYear: lastYear) }
        func spans(_ parts: [Quantity]) -> [Span]? {
            let spans = parts.compactMap(span)
            return spans.count == parts.count && !spans.isEmpty ? spans : nil
        }
        switch self {
        case .number(let number): return Span(number.approximation)
        case .figure(let name): return figure(name)
        case .lastYear(let name): return lastYear(name)
        case .sum(let parts): return spans(parts)?.reduce(Span(0), +)
        case .difference(let left, let right):
            guard let left = span(left), let right = span(right) else { return nil }
            return left - right
        case .product(let left, let right):
            guard let left = span(left), let right = span(right) else { return nil }
            return left * right
        case .quotient(let left, let right):
            guard let left = span(left), let right = span(right) else { return nil }
            return left / right
        case .percentChange(let now, let before):
            guard let now = span(now), let before = span(before) else { return nil }
            return ((now - before) / before).map { $0 * Span(100) }
        case .minimum(let parts):
            return spans(parts).map { Span($0.map { $0.lower }.min() ?? 0, $0.map { $0.upper }.min() ?? 0) }
        case .maximum(let parts):
            return spans(parts).map { Span($0.map { $0.lower }.max() ?? 0, $0.map { $0.upper }.max() ?? 0) }
        }
    }
}

extension ScoreFunction {
    /// The minimum and maximum points that quantities in an interval can earn.
    func span(over quantity: Span) -> Span {
        var result: Span?
        for (index, piece) in pieces.enumerated() {
            let begin = piece.start?.value.approximation ?? -.infinity
            let end = index + 1 < pieces.count ? pieces[index + 1].start?.value.approximation ?? .infinity : .infinity
            guard begin <= quantity.upper, end >= quantity.lower else { continue }
            let (slope, intercept) = (piece.slope.approximation, piece.intercept.approximation)
            let ends = [max(begin, quantity.lower), min(end, quantity.upper)].map {
                slope == 0 ? intercept : slope * $0 + intercept
            }
            let part = Span(ends.min() ?? 0, ends.max() ?? 0)
            result = result.map { Span(min($0.lower, part.lower), max($0.upper, part.upper)) } ?? part
        }
        return result ?? Span(0)
    }

    /// The points per unit of a quantity, if the whole interval lies within one straight piece; nil if it contains a
    /// kink or a jump.
    func slope(over quantity: Span) -> Double? {
        func piece(at value: Double) -> Int {
            pieces.lastIndex { piece in
                guard let start = piece.start else { return true }
                let limit = start.value.approximation
                return start.isIncluded ? value >= limit : value > limit
            } ?? 0
        }
        let first = piece(at: quantity.lower)
        guard first == piece(at: quantity.upper) else { return nil }
        return pieces[first].slope.approximation
    }
}
