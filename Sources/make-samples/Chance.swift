import ScoreNumerics

/// A seeded generator (SplitMix64, Steele, Lea and Flood 2014): the same names give the same numbers on every machine.
struct Chance {
    private var random: SeededRandom

    /// Starts from a seed and names, so that one figure's draw does not depend on which others are drawn.
    init(seed: Int, _ names: String...) {
        var hash = FNVHash(seed: UInt64(truncatingIfNeeded: seed))
        for name in names {
            hash.add(name.utf8)
            hash.add([0xFF])
        }
        random = SeededRandom(seed: hash.value)
    }

    /// A number from 0 up to, not including, 1.
    mutating func unit() -> Double {
        return Double(random.next() >> 11) / Double(1 << 53)
    }

    /// True with a probability of `percent` per cent.
    mutating func happens(_ percent: Double) -> Bool {
        unit() * 100 < percent
    }

    /// A number in a range; a `pull` of 0 to 1 shifts it from the lower towards the upper end.
    mutating func number(in range: ClosedRange<Double>, pull: Double) -> Double {
        let position = 0.45 * pull + 0.55 * unit()
        return range.lowerBound + (range.upperBound - range.lowerBound) * position
    }

    /// A number with mean 0 and standard deviation 1, approximately normal: the sum of four uniform ones, without any
    /// function that machines round differently.
    mutating func deviation() -> Double {
        (unit() + unit() + unit() + unit() - 2) * 1.732_050_807_568_877_2
    }
}
