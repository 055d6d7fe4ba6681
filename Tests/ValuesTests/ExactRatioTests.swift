import Testing
import Values

@Suite("Exact fractions")
struct ExactRatioTests {
    private static let samples: [ExactRatio] = {
        let numerators: [Int128] = [0, 1, -1, 2, -3, 7, 99, 1_000_003, -123_456_789, 1 << 62, -(1 << 62)]
        let denominators: [Int128] = [1, 2, 3, -7, 100, 1_000_000, 999_999_937]
        return numerators.flatMap { above in denominators.compactMap { ExactRatio(above, over: $0) } }
    }()

    @Test("a fraction is in lowest terms with the denominator above zero")
    func lowestTerms() throws {
        let half = try #require(ExactRatio(-50, over: -100))
        #expect(half.numerator == 1 && half.denominator == 2)
        let minus = try #require(ExactRatio(6, over: -4))
        #expect(minus.numerator == -3 && minus.denominator == 2)
        #expect(ExactRatio(0, over: -5) == .zero)
        #expect(ExactRatio(1, over: 0) == nil)
        #expect(ExactRatio(.min, over: 1) == nil)
        #expect(ExactRatio(1, over: .min) == nil)
        #expect(ExactRatio(.max, over: .max) == .one)
    }

    @Test("sums and products keep the laws of arithmetic")
    func laws() throws {
        for left in Self.samples {
            #expect(left.adding(.zero) == left)
            #expect(left.multiplied(by: .one) == left)
            #expect(left.adding(left.negated) == .zero)
            #expect(left.divided(by: .zero) == nil)
            if left != .zero { #expect(left.divided(by: left) == .one) }
            for right in Self.samples {
                let sum = left.adding(right)
                #expect(sum == right.adding(left))
                #expect(left.multiplied(by: right) == right.multiplied(by: left))
                #expect(sum == nil || sum?.subtracting(right) == left)
                if right != .zero { #expect(left.divided(by: right)?.multiplied(by: right) == left) }
                #expect((left < right) == (right > left))
                #expect((left == right) == !(left < right || right < left))
                if let difference = left.subtracting(right) { #expect((difference < .zero) == (left < right)) }
            }
        }
    }

    @Test("a decimal is its millionths over a million")
    func decimals() throws {
        for mantissa: Int64 in [0, 1, -1, 10, 250_000, -1_500_000, .max, .min, .max - 1] {
            let ratio = ExactRatio(FixedDecimal(mantissa: mantissa))
            #expect(ratio == ExactRatio(Int128(mantissa), over: 1_000_000))
            #expect(ratio.exactDecimal?.mantissa == mantissa)
        }
        #expect(ExactRatio(1, over: 3)?.exactDecimal == nil)
        #expect(ExactRatio(1, over: 10_000_000)?.exactDecimal == nil)
    }

    @Test("what does not fit in 128 bits is nil, never a crash")
    func overflow() throws {
        let huge = try #require(ExactRatio(.max, over: 1))
        let tiny = try #require(ExactRatio(1, over: .max))
        #expect(huge.adding(.one) == nil)
        #expect(huge.adding(huge) == nil)
        #expect(huge.negated.subtracting(huge) == nil)
        #expect(huge.negated.subtracting(.one) == nil)  // the smallest integer cannot be a numerator
        #expect(huge.multiplied(by: huge) == nil)
        #expect(huge.multiplied(by: tiny) == .one)
        #expect(tiny.multiplied(by: tiny) == nil)
        #expect(tiny.divided(by: huge) == nil)
        #expect(huge.divided(by: huge) == .one)
        #expect(huge.rounded(.finest) == nil)
        #expect(tiny.rounded(.finest) == .zero)
        #expect(huge.exactDecimal == nil)
        #expect(tiny < huge && huge.negated < tiny)
    }

    @Test("a sum whose result fits is given though the denominators' product does not fit")
    func sumOfLikeDenominators() throws {
        let denominator: Int128 = 1 << 100
        let part = try #require(ExactRatio(3, over: denominator))
        #expect(part.adding(part) == ExactRatio(3, over: denominator / 2))
        let other = try #require(ExactRatio(1, over: denominator / 2))
        #expect(part.adding(other) == ExactRatio(5, over: denominator))
    }

    @Test("a fraction of large parts whose value is small can be rounded")
    func roundsLargeParts() throws {
        let denominator: Int128 = (1 << 120) + 1
        let nearTen = try #require(ExactRatio(10 * denominator + 1, over: denominator))
        #expect(nearTen.rounded(Rounding(.halfAwayFromZero, digits: 2)) == 10)
        #expect(nearTen.rounded(Rounding(.up, digits: 6)) == FixedDecimal(mantissa: 10_000_001))
        let minus = nearTen.negated
        #expect(minus.rounded(Rounding(.down, digits: 2)) == FixedDecimal(mantissa: -10_010_000))
        #expect(minus.rounded(Rounding(.towardsZero, digits: 6)) == -10)
    }

    @Test("order is by value, also where cross products pass 128 bits")
    func order() throws {
        let left = try #require(ExactRatio(.max, over: .max - 1))
        let right = try #require(ExactRatio(.max - 1, over: .max - 2))
        #expect(left < right)
        #expect(right.negated < left.negated)
    }
}
