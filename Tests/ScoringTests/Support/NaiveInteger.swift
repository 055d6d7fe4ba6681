/// An integer of any size, with four decimal digits per place, computed as on paper. Slow, and independent of the
/// engine's 128-bit arithmetic.
struct NaiveInteger: Equatable {
    private static let base = 10_000
    private(set) var isNegative = false
    /// From the lowest place up, without leading zeros; empty for zero.
    private var places: [Int] = []

    init(_ value: Int) {
        isNegative = value < 0
        var rest = value.magnitude
        while rest > 0 {
            places.append(Int(rest % UInt(Self.base)))
            rest /= UInt(Self.base)
        }
    }

    private init(places: [Int], isNegative: Bool) {
        var trimmed = places
        while trimmed.last == 0 { trimmed.removeLast() }
        self.places = trimmed
        self.isNegative = isNegative && !trimmed.isEmpty
    }

    var isZero: Bool { places.isEmpty }
    var isOdd: Bool { (places.first ?? 0) % 2 == 1 }
    var magnitude: NaiveInteger { NaiveInteger(places: places, isNegative: false) }

    var int: Int? {
        var value = 0
        for place in places.reversed() {
            let (shifted, overflow) = value.multipliedReportingOverflow(by: Self.base)
            if overflow { return nil }
            value = shifted + place
        }
        return isNegative ? -value : value
    }

    static prefix func - (number: NaiveInteger) -> NaiveInteger {
        NaiveInteger(places: number.places, isNegative: !number.isNegative)
    }

    static func + (left: NaiveInteger, right: NaiveInteger) -> NaiveInteger {
        if left.isNegative == right.isNegative {
            var sum: [Int] = []
            var carry = 0
            for index in 0..<max(left.places.count, right.places.count) {
                let total = left.place(index) + right.place(index) + carry
                sum.append(total % base)
                carry = total / base
            }
            return NaiveInteger(places: sum + [carry], isNegative: left.isNegative)
        }
        let (larger, smaller) = isLess(left.places, right.places) ? (right, left) : (left, right)
        var difference: [Int] = []
        var borrow = 0
        for index in larger.places.indices {
            let rest = larger.place(index) - smaller.place(index) - borrow
            borrow = rest < 0 ? 1 : 0
            difference.append(rest + borrow * base)
        }
        return NaiveInteger(places: difference, isNegative: larger.isNegative)
    }

    static func - (left: NaiveInteger, right: NaiveInteger) -> NaiveInteger { left + -right }

    static func * (left: NaiveInteger, right: NaiveInteger) -> NaiveInteger {
        var product = Array(repeating: 0, count: left.places.count + right.places.count + 1)
        for (index, place) in left.places.enumerated() {
            var carry = 0
            for other in 0..<right.places.count + 1 {
                let total = product[index + other] + place * right.place(other) + carry
                product[index + other] = total % base
                carry = total / base
            }
        }
        return NaiveInteger(places: product, isNegative: left.isNegative != right.isNegative)
    }

    static func < (left: NaiveInteger, right: NaiveInteger) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        return left.isNegative ? isLess(right.places, left.places) : isLess(left.places, right.places)
    }

    /// The quotient, truncated towards zero, and the remainder, for a positive divisor.
    func divided(by divisor: NaiveInteger) -> (quotient: NaiveInteger, rest: NaiveInteger) {
        var quotient: [Int] = []
        var rest = NaiveInteger(0)
        for place in places.reversed() {
            rest = NaiveInteger(places: [place] + rest.places, isNegative: false)
            var (low, high) = (0, Self.base - 1)
            while low < high {
                let middle = (low + high + 1) / 2
                if rest < divisor * NaiveInteger(middle) { high = middle - 1 } else { low = middle }
            }
            rest = rest - divisor * NaiveInteger(low)
            quotient.insert(low, at: 0)
        }
        return (
            NaiveInteger(places: quotient, isNegative: isNegative),
            NaiveInteger(places: rest.places, isNegative: isNegative)
        )
    }

    private func place(_ index: Int) -> Int { index < places.count ? places[index] : 0 }

    private static func isLess(_ left: [Int], _ right: [Int]) -> Bool {
        if left.count != right.count { return left.count < right.count }
        for index in left.indices.reversed() where left[index] != right[index] { return left[index] < right[index] }
        return false
    }
}
