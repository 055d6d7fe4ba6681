import Values

/// A quantity as a straight line in one figure, all others fixed.
struct FigureLine: Hashable {
    /// The change of the quantity per unit of the figure.
    let slope: ExactRatio
    /// The quantity at a figure of zero.
    let intercept: ExactRatio

    /// The quantity at a figure; nil beyond 128 bits.
    func quantity(at figure: ExactRatio) -> ExactRatio? { slope.multiplied(by: figure)?.adding(intercept) }

    /// The figure at which the line has a value; nil for a constant line, and beyond 128 bits.
    func figure(at value: ExactRatio) -> ExactRatio? {
        value.subtracting(intercept)?.divided(by: slope)
    }
}

extension Quantity {
    /// The quantity as a straight line in one figure; nil where it is not linear (a minimum, a maximum, a product of
    /// the figure with itself), where another figure is missing, and beyond 128 bits.
    ///
    /// - Parameters:
    ///   - figure: the figure that varies.
    ///   - others: the numbers of this year's other figures.
    ///   - lastYear: the numbers of last year's.
    func line(
        over figure: Figure, others: (Figure) -> ExactRatio?, lastYear: (Figure) -> ExactRatio?
    ) -> FigureLine? {
        func line(_ part: Quantity) -> FigureLine? { part.line(over: figure, others: others, lastYear: lastYear) }
        func scaled(_ part: FigureLine, _ factor: ExactRatio) -> FigureLine? {
            part.slope.multiplied(by: factor).flatMap { slope in
                part.intercept.multiplied(by: factor).map { FigureLine(slope: slope, intercept: $0) }
            }
        }
        func sum(_ left: FigureLine, _ right: FigureLine) -> FigureLine? {
            left.slope.adding(right.slope).flatMap { slope in
                left.intercept.adding(right.intercept).map { FigureLine(slope: slope, intercept: $0) }
            }
        }
        func fixed(_ value: ExactRatio) -> FigureLine { FigureLine(slope: .zero, intercept: value) }
        switch self {
        case .number(let number): return fixed(number)
        case .figure(let name):
            return name == figure ? FigureLine(slope: .one, intercept: .zero) : others(name).map(fixed)
        case .lastYear(let name): return lastYear(name).map(fixed)
        case .sum(let parts):
            return parts.reduce(fixed(.zero) as FigureLine?) { whole, part in
                whole.flatMap { whole in line(part).flatMap { sum(whole, $0) } }
            }
        case .difference(let left, let right):
            return line(left).flatMap { left in
                line(right).flatMap { scaled($0, ExactRatio(-1)) }.flatMap { sum(left, $0) }
            }
        case .product(let left, let right):
            guard let left = line(left), let right = line(right) else { return nil }
            if left.slope == .zero { return scaled(right, left.intercept) }
            return right.slope == .zero ? scaled(left, right.intercept) : nil
        case .quotient(let left, let right):
            guard let left = line(left), let right = line(right), right.slope == .zero,
                let factor = ExactRatio.one.divided(by: right.intercept)
            else { return nil }
            return scaled(left, factor)
        case .percentChange(let now, let before):
            guard let now = line(now), let before = line(before), before.slope == .zero,
                let factor = ExactRatio(100).divided(by: before.intercept),
                let change = scaled(now, factor)
            else { return nil }
            return sum(change, fixed(ExactRatio(-100)))
        case .minimum, .maximum: return nil
        }
    }
}
