import Testing
import Values

@Suite("Rounding")
struct RoundingTests {
    /// What each mode does to 2.4, 2.5, 2.6, 3.5 and their negatives, computed by hand.
    @Test(
        "halves and their neighbours",
        arguments: [
            (.halfAwayFromZero, [2, 3, 3, 4, -2, -3, -3, -4]),
            (.halfToEven, [2, 2, 3, 4, -2, -2, -3, -4]),
            (.towardsZero, [2, 2, 2, 3, -2, -2, -2, -3]),
            (.down, [2, 2, 2, 3, -3, -3, -3, -4]),
            (.up, [3, 3, 3, 4, -2, -2, -2, -3]),
        ] as [(Rounding.Mode, [Int64])])
    func halves(mode: Rounding.Mode, expected: [Int64]) {
        let tenths: [Int64] = [24, 25, 26, 35, -24, -25, -26, -35]
        let results = tenths.map { FixedDecimal(mantissa: $0 * 100_000).rounded(Rounding(mode, digits: 0)) }
        #expect(results == expected.map { FixedDecimal(mantissa: $0 * 1_000_000) })
        let fractions = tenths.map { ExactRatio(Int128($0), over: 10)?.rounded(Rounding(mode, digits: 0)) }
        #expect(fractions == results)
    }

    /// The definition in other words: the result is a multiple of the last decimal, and no other multiple that the mode
    /// allows is closer. Found by search, without a division.
    private static func byDefinition(_ number: Int, over denominator: Int, _ mode: Rounding.Mode) -> Int {
        var below = -200
        while (below + 1) * denominator <= number { below += 1 }
        if below * denominator == number { return below }
        let above = below + 1
        let toBelow = number - below * denominator
        let toAbove = above * denominator - number
        switch mode {
        case .down: return below
        case .up: return above
        case .towardsZero: return number > 0 ? below : above
        case .halfAwayFromZero where toBelow == toAbove: return number > 0 ? above : below
        case .halfToEven where toBelow == toAbove: return below.isMultiple(of: 2) ? below : above
        case .halfAwayFromZero, .halfToEven: return toBelow < toAbove ? below : above
        }
    }

    @Test("every fraction n/d with |n| ≤ 60, d ≤ 12 agrees with the definition", arguments: Rounding.Mode.allCases)
    func agreesWithDefinition(mode: Rounding.Mode) throws {
        for denominator in 1...12 {
            for number in -60...60 {
                let ratio = try #require(ExactRatio(Int128(number), over: Int128(denominator)))
                let expected = Self.byDefinition(number, over: denominator, mode)
                let rounded = ratio.rounded(Rounding(mode, digits: 0))
                #expect(rounded == FixedDecimal(exactly: expected), "\(number)/\(denominator)")
            }
        }
    }

    @Test("six decimals of a third, in every mode")
    func thirds() throws {
        let third = try #require(ExactRatio(1, over: 3))
        let results = Rounding.Mode.allCases.map { third.rounded(Rounding($0, digits: 6))?.mantissa }
        #expect(results == [333_333, 333_333, 333_333, 333_333, 333_334])
        let minus = Rounding.Mode.allCases.map { third.negated.rounded(Rounding($0, digits: 6))?.mantissa }
        #expect(minus == [-333_333, -333_333, -333_333, -333_334, -333_333])
    }

    @Test("rounding twice is the same as once")
    func idempotent() throws {
        for mode in Rounding.Mode.allCases {
            for digits in 0...6 {
                for mantissa: Int64 in [0, 1, -1, 499_999, 500_000, 500_001, -2_500_000, 1_234_567, -98_765_432] {
                    let rounding = Rounding(mode, digits: digits)
                    let once = try #require(FixedDecimal(mantissa: mantissa).rounded(rounding))
                    #expect(once.rounded(rounding) == once)
                }
            }
        }
    }

    @Test("at the limits of 64 bits the result is right or nil")
    func limits() {
        let most = FixedDecimal(mantissa: .max)
        let least = FixedDecimal(mantissa: .min)
        #expect(most.rounded(Rounding(.towardsZero, digits: 0))?.mantissa == 9_223_372_036_854_000_000)
        #expect(most.rounded(Rounding(.up, digits: 0)) == nil)
        #expect(most.rounded(Rounding(.halfAwayFromZero, digits: 0)) == nil)
        #expect(least.rounded(Rounding(.down, digits: 2)) == nil)
        #expect(least.rounded(Rounding(.up, digits: 0))?.mantissa == -9_223_372_036_854_000_000)
        #expect(least.rounded(.finest) == least)
        #expect(ExactRatio(most).rounded(.finest) == most)
        #expect(ExactRatio(least).rounded(.finest) == least)
    }

    @Test("digits are brought into 0...6")
    func digits() {
        #expect(Rounding(.down, digits: -1).digits == 0)
        #expect(Rounding(.down, digits: 99).digits == 6)
    }
}
