/// Random numbers that are the same on every machine for the same seed: SplitMix64 (Steele, Lea and Flood, "Fast
/// splittable pseudorandom number generators", OOPSLA 2014).
package struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts one of a seed's streams: what it draws does not depend on how much the others have drawn.
    package init(seed: UInt64, stream: UInt64 = 0) {
        state = seed
        // The first number of the seed's own stream, offset by the stream's number, separates neighbouring seeds.
        if stream != 0 { state = next() &+ stream &* 0xD134_2543_DE82_EF95 }
    }

    /// The next 64 random bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `bound` − 1; the bias is below `bound` ÷ 2⁶⁴. Traps for a bound of zero.
    package mutating func below(_ bound: UInt64) -> UInt64 {
        precondition(bound > 0, "nothing is below zero")
        return next().multipliedFullWidth(by: bound).high
    }

    /// A number strictly between 0 and 1.
    package mutating func unit() -> Double {
        (Double(next() >> 12) + 0.5) / Double(1 << 52)
    }

    /// A number from the standard normal distribution, by its quantile function.
    package mutating func normal() -> Double {
        NormalDistribution.quantile(unit())
    }
}
