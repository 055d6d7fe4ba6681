import ScoreNumerics

/// A seeded generator (SplitMix64, Steele, Lea and Flood 2014): the same names give the same numbers on every machine.
struct Chance {
    private var random: SeededRandom

    /// Begins from a seed and names, so that one figure's draw does not depend on which others are drawn.
    init(seed: Int, _ names: String...) {
        // FNV-1a over the names.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(truncatingIfNeeded: seed)
        for name in names {
            for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        random = SeededRandom(seed: hash)
    }

    /// A number from 0 up to, not including, 1.
    mutating func unit() -> Double {
        return Double(random.next() >> 11) / Double(1 << 53)
    }

    /// Whether something of so many percent happens.
    mutating func happens(_ percent: Double) -> Bool {
        unit() * 100 < percent
    }

    /// A number from a range; a `pull` of 0 to 1 draws it from the lower to the upper end.
    mutating func number(in range: ClosedRange<Double>, pull: Double) -> Double {
        let position = 0.45 * pull + 0.55 * unit()
        return range.lowerBound + (range.upperBound - range.lowerBound) * position
    }

    /// A number with mean 0 and standard deviation 1, nearly normal: four uniform ones added, without any function
    /// that machines round differently.
    mutating func deviation() -> Double {
        (unit() + unit() + unit() + unit() - 2) * 1.732_050_807_568_877_2
    }
}
