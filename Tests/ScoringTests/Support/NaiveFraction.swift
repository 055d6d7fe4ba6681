import Values

/// A fraction of two ``NaiveInteger``, never reduced.
struct NaiveFraction {
    let above: NaiveInteger
    let below: NaiveInteger

    init(_ above: NaiveInteger, over below: NaiveInteger = NaiveInteger(1)) {
        self.above = below.isNegative ? -above : above
        self.below = below.magnitude
    }

    init(_ number: Int) { self.init(NaiveInteger(number)) }

    init(millionths: Int) { self.init(NaiveInteger(millionths), over: NaiveInteger(1_000_000)) }

    var isZero: Bool { above.isZero }

    static func + (left: NaiveFraction, right: NaiveFraction) -> NaiveFraction {
        NaiveFraction(left.above * right.below + right.above * left.below, over: left.below * right.below)
    }

    static func - (left: NaiveFraction, right: NaiveFraction) -> NaiveFraction {
        NaiveFraction(left.above * right.below - right.above * left.below, over: left.below * right.below)
    }

    static func * (left: NaiveFraction, right: NaiveFraction) -> NaiveFraction {
        NaiveFraction(left.above * right.above, over: left.below * right.below)
    }

    static func / (left: NaiveFraction, right: NaiveFraction) -> NaiveFraction {
        NaiveFraction(left.above * right.below, over: left.below * right.above)
    }

    static func < (left: NaiveFraction, right: NaiveFraction) -> Bool {
        left.above * right.below < right.above * left.below
    }

    static func lesser(_ left: NaiveFraction, _ right: NaiveFraction) -> NaiveFraction { right < left ? right : left }
    static func greater(_ left: NaiveFraction, _ right: NaiveFraction) -> NaiveFraction { left < right ? right : left }

    /// In millionths, rounded by the plain definition of the mode: which of the two neighbours is taken.
    func millionths(_ mode: Rounding.Mode, digits: Int) -> Int? {
        var quantum = 1
        for _ in digits..<6 { quantum *= 10 }
        let scaled = above * NaiveInteger(1_000_000 / quantum)
        let (towardsZero, rest) = scaled.divided(by: below)
        guard !rest.isZero else { return towardsZero.int.map { $0 * quantum } }
        let sign = NaiveInteger(above.isNegative ? -1 : 1)
        let away = towardsZero + sign
        let doubled = rest.magnitude + rest.magnitude
        let isHalf = doubled == below
        let isMore = below < doubled
        let taken =
            switch mode {
            case .towardsZero: towardsZero
            case .down: above.isNegative ? away : towardsZero
            case .up: above.isNegative ? towardsZero : away
            case .halfAwayFromZero: isHalf || isMore ? away : towardsZero
            case .halfToEven: isMore || (isHalf && towardsZero.isOdd) ? away : towardsZero
            }
        return taken.int.map { $0 * quantum }
    }
}
