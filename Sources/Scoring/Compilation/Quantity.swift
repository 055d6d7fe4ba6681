package import Values

/// What a rule evaluates, computed from a unit's figures: usually one figure, otherwise an expression in several.
package indirect enum Quantity<Figure: Hashable & Sendable>: Hashable, Sendable {
    /// A constant.
    case number(ExactRatio)
    /// A figure of the unit.
    case figure(Figure)
    /// The same unit's figure for the previous year.
    case lastYear(Figure)
    /// A sum.
    case sum([Quantity])
    /// A difference.
    case difference(Quantity, Quantity)
    /// A product.
    case product(Quantity, Quantity)
    /// A quotient.
    case quotient(Quantity, Quantity)
    /// The change from the second to the first, in percent of the second.
    case percentChange(Quantity, Quantity)
    /// The smallest.
    case minimum([Quantity])
    /// The largest.
    case maximum([Quantity])
}

extension Quantity {
    /// The same quantity with its figures renamed.
    package func mapFigures<Other>(_ transform: (Figure) -> Other) -> Quantity<Other> {
        switch self {
        case .number(let number): .number(number)
        case .figure(let figure): .figure(transform(figure))
        case .lastYear(let figure): .lastYear(transform(figure))
        case .sum(let parts): .sum(parts.map { $0.mapFigures(transform) })
        case .difference(let left, let right): .difference(left.mapFigures(transform), right.mapFigures(transform))
        case .product(let left, let right): .product(left.mapFigures(transform), right.mapFigures(transform))
        case .quotient(let left, let right): .quotient(left.mapFigures(transform), right.mapFigures(transform))
        case .percentChange(let now, let before):
            .percentChange(now.mapFigures(transform), before.mapFigures(transform))
        case .minimum(let parts): .minimum(parts.map { $0.mapFigures(transform) })
        case .maximum(let parts): .maximum(parts.map { $0.mapFigures(transform) })
        }
    }

    /// Every figure in the quantity, in reading order, with the year it belongs to. A figure may occur twice.
    package var figures: [(figure: Figure, isLastYear: Bool)] {
        switch self {
        case .number: []
        case .figure(let figure): [(figure, false)]
        case .lastYear(let figure): [(figure, true)]
        case .difference(let left, let right), .product(let left, let right), .quotient(let left, let right),
            .percentChange(let left, let right):
            left.figures + right.figures
        case .sum(let parts), .minimum(let parts), .maximum(let parts): parts.flatMap { $0.figures }
        }
    }

    /// The change of a figure: the difference, or the difference in percent of the earlier value.
    package static func change(_ now: Quantity, from before: Quantity, as form: ChangeForm) -> Quantity {
        switch form {
        case .difference: .difference(now, before)
        case .percent: .percentChange(now, before)
        }
    }
}

/// Why a quantity has no value although its figures are present.
package enum QuantityError: Error, Hashable, Sendable {
    /// 0 ÷ 0: there was nothing to measure.
    case zeroOverZero
    /// Something ÷ 0: the figures contradict each other.
    case divisionByZero
    /// A percentage of a negative figure: it would turn better into worse.
    case negativeBase
    /// Beyond 128 bits.
    case overflow
}

extension Quantity {
    /// The exact value.
    package func value(
        figure: (Figure) throws(QuantityError) -> ExactRatio, lastYear: (Figure) throws(QuantityError) -> ExactRatio
    ) throws(QuantityError) -> ExactRatio {
        func evaluate(_ part: Quantity) throws(QuantityError) -> ExactRatio {
            try part.value(figure: figure, lastYear: lastYear)
        }
        func fits(_ result: ExactRatio?) throws(QuantityError) -> ExactRatio {
            guard let result else { throw .overflow }
            return result
        }
        switch self {
        case .number(let number): return number
        case .figure(let name): return try figure(name)
        case .lastYear(let name): return try lastYear(name)
        case .sum(let parts):
            var sum = ExactRatio.zero
            for part in parts { sum = try fits(sum.adding(evaluate(part))) }
            return sum
        case .difference(let left, let right): return try fits(evaluate(left).subtracting(evaluate(right)))
        case .product(let left, let right): return try fits(evaluate(left).multiplied(by: evaluate(right)))
        case .quotient(let left, let right):
            let dividend = try evaluate(left)
            let divisor = try evaluate(right)
            if divisor == .zero { throw dividend == .zero ? .zeroOverZero : .divisionByZero }
            return try fits(dividend.divided(by: divisor))
        case .percentChange(let now, let before):
            // The base comes last, so that what is found wrong is found at its figure.
            let value = try evaluate(now)
            let base = try evaluate(before)
            if base < .zero { throw .negativeBase }
            let change = try fits(value.subtracting(base))
            if base == .zero { throw change == .zero ? .zeroOverZero : .divisionByZero }
            return try fits(change.multiplied(by: ExactRatio(100))?.divided(by: base))
        case .minimum(let parts), .maximum(let parts):
            var values: [ExactRatio] = []
            for part in parts { values.append(try evaluate(part)) }
            if case .minimum = self { return values.min() ?? .zero }
            return values.max() ?? .zero
        }
    }
}
