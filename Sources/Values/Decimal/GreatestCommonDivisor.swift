/// The greatest common divisor, always non-negative; that of 0 and a number is the number.
@inlinable
package func greatestCommonDivisor<Integer: FixedWidthInteger>(
    _ left: Integer, _ right: Integer
) -> Integer.Magnitude {
    var (larger, smaller) = (left.magnitude, right.magnitude)
    while smaller != 0 {
        (larger, smaller) = (smaller, larger % smaller)
        // A 128-bit division takes many times as long as a 64-bit one, and most terms soon fit.
        if larger.bitWidth > 64, let narrow = UInt64(exactly: larger) {
            return Integer.Magnitude(greatestCommonDivisor(narrow, UInt64(truncatingIfNeeded: smaller)))
        }
    }
    return larger
}
