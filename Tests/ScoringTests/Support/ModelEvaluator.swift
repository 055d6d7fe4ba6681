/// A figure of the model.
enum ModelFigure {
    case value(Int)
    case ratio(Int, Int)
    case notReported, notApplicable, awaited
}

/// The result of a measure in the model.
enum ModelResult {
    case points(NaiveFraction)
    /// Nothing that can be scored: not reported, or contradictory figures.
    case missing
    case awaited
    /// It does not apply, by a claim or by 0 ÷ 0.
    case out
}

private enum Unscorable: Error { case zeroOverZero, other }

extension ModelRule {
    /// Scores from the text of `docs/rules.md`, one figure at a time.
    func result(maximum: Int, figures: [ModelFigure], before: ModelFigure, mayBeOut: Bool) -> ModelResult {
        var needed = figures
        var lacksBefore = false
        if case .change(false, _, _) = self {
            switch before {
            case .notReported, .notApplicable: lacksBefore = true
            default: needed.append(before)
            }
        }
        if figures.contains(where: { if case .notReported = $0 { true } else { false } }) { return .missing }
        let out = figures.count { if case .notApplicable = $0 { true } else { false } }
        if out > 0 { return out == figures.count && mayBeOut ? .out : .missing }
        if needed.contains(where: { if case .awaited = $0 { true } else { false } }) { return .awaited }
        if lacksBefore { return .missing }
        do {
            return .points(try points(of: NaiveFraction(millionths: maximum), needed.map(Self.number)))
        } catch Unscorable.zeroOverZero {
            return mayBeOut && isOfNothing(figures) ? .out : .missing
        } catch {
            return .missing
        }
    }

    /// Whether 0 ÷ 0 decides all of the measure: in a formula of several figures only where all say that there was nothing.
    private func isOfNothing(_ figures: [ModelFigure]) -> Bool {
        guard case .formula = self, figures.count > 1 else { return true }
        return figures.allSatisfy { figure in
            switch figure {
            case .value(0), .ratio(0, 0): true
            default: false
            }
        }
    }

    private static func number(_ figure: ModelFigure) throws -> NaiveFraction {
        switch figure {
        case .value(let millionths): return NaiveFraction(millionths: millionths)
        case .ratio(let above, let below):
            return try quotient(NaiveFraction(100 * above), NaiveFraction(below))
        default: throw Unscorable.other
        }
    }

    private static func quotient(_ left: NaiveFraction, _ right: NaiveFraction) throws -> NaiveFraction {
        if right.isZero { throw left.isZero ? Unscorable.zeroOverZero : Unscorable.other }
        return left / right
    }

    private func points(of maximum: NaiveFraction, _ x: [NaiveFraction]) throws -> NaiveFraction {
        let none = NaiveFraction(0)
        func held(_ points: NaiveFraction) -> NaiveFraction {
            NaiveFraction.greater(none, NaiveFraction.lesser(points, maximum))
        }
        switch self {
        case .proportional(_, let base, let floor, let full):
            if full?.admits(x[0]) ?? ModelBound(key: "atLeast", limit: base).admits(x[0]) { return maximum }
            if let floor, !floor.admits(x[0]) { return none }
            return held(maximum * x[0] / NaiveFraction(millionths: base))
        case .bands(let bands):
            return try Self.points(of: maximum, bands, x[0])
        case .linear(let zeroAt, let fullAt):
            let (zero, full) = (NaiveFraction(millionths: zeroAt), NaiveFraction(millionths: fullAt))
            return held(maximum * (x[0] - zero) / (full - zero))
        case .yesNo(let fullWhenYes): return x[0].isZero == fullWhenYes ? none : maximum
        case .checklist(let items):
            return zip(items, x).reduce(none) { $1.1.isZero ? $0 : $0 + $1.0.points(of: maximum) }
        case .perItem(let each, let cap):
            let most = cap?.points(of: maximum) ?? maximum
            return NaiveFraction.greater(none, NaiveFraction.lesser(each.points(of: maximum) * x[0], most))
        case .deduction(let each): return held(maximum - each.points(of: maximum) * x[0])
        case .limit(let number, let overEach):
            let over = x[0] - (number.map { NaiveFraction(millionths: $0) } ?? x[1])
            if !(none < over) { return maximum }
            return overEach.map { held(maximum - $0.points(of: maximum) * over) } ?? none
        case .change(_, let isPercent, let goal):
            let difference = x[0] - x[1]
            if isPercent, x[1] < none { throw Unscorable.other }
            let change = isPercent ? try Self.quotient(NaiveFraction(100) * difference, x[1]) : difference
            switch goal {
            case .bands(let bands): return try Self.points(of: maximum, bands, change)
            case .full(let full, _) where full.admits(change): return maximum
            case .full(_, nil): return none
            case .full(let full, let zeroAt?):
                let zero = NaiveFraction(millionths: zeroAt)
                return held(maximum * (change - zero) / (NaiveFraction(millionths: full.limit) - zero))
            }
        case .threshold(let bound, let isProportional):
            if bound.admits(x[0]) { return maximum }
            return isProportional ? held(maximum * x[0] / NaiveFraction(millionths: bound.limit)) : none
        case .freeValue: return x[0]
        case .task(let late):
            if x[0] < NaiveFraction(1) { return none }
            return x[0] < NaiveFraction(2) ? late.points(of: maximum) : maximum
        case .extra(let kind, let each, let cap):
            let earned = NaiveFraction.greater(
                none, NaiveFraction.lesser(NaiveFraction(millionths: each) * x[0], NaiveFraction(millionths: cap)))
            return kind == "bonus" ? earned : none - earned
        case .formula(let expression, _): return held(try Self.value(of: expression, x, maximum))
        }
    }

    private static func points(
        of maximum: NaiveFraction, _ bands: [ModelBand], _ number: NaiveFraction
    ) throws -> NaiveFraction {
        guard let band = bands.first(where: { $0.admits(number) }) else { throw Unscorable.other }
        return band.amount.points(of: maximum)
    }

    private static func value(
        of expression: ModelExpression, _ x: [NaiveFraction], _ maximum: NaiveFraction
    ) throws -> NaiveFraction {
        switch expression {
        case .number(let millionths): return NaiveFraction(millionths: millionths)
        case .figure(let index): return x[index]
        case .maximum: return maximum
        case .minus(let inner): return NaiveFraction(0) - (try value(of: inner, x, maximum))
        case .choice(let name, let parts):
            let values = try parts.map { try value(of: $0, x, maximum) }
            return values.dropFirst().reduce(values[0]) {
                name == "min" ? NaiveFraction.lesser($0, $1) : NaiveFraction.greater($0, $1)
            }
        case .operation(let sign, let left, let right):
            let (first, second) = (try value(of: left, x, maximum), try value(of: right, x, maximum))
            switch sign {
            case "+": return first + second
            case "-": return first - second
            case "*": return first * second
            default: return try quotient(first, second)
            }
        }
    }
}
