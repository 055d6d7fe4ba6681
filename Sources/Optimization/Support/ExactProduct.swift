/// The full-width product of two numbers. It cannot overflow, so the unchecked operator is safe here, and a single
/// machine multiplication suffices.
@inline(__always)
func product(_ a: Int64, _ b: Int64) -> Int128 { Int128(a) &* Int128(b) }

/// A quotient of two integers with a positive denominator, not reduced.
struct Slope {
    var rise: Int64
    var run: Int64

    @inline(__always)
    func isSteeper(than other: Slope) -> Bool { product(rise, other.run) > product(other.rise, run) }

    @inline(__always)
    func equals(_ other: Slope) -> Bool { product(rise, other.run) == product(other.rise, run) }
}
