// The functions that the platform's C library has and Swift's standard library lacks, in one place: everything else in
// this module is plain arithmetic. Without a C library (Embedded Swift) whoever links the module supplies them.

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#elseif hasFeature(Extern)
    @_extern(c, "log") private func log(_ x: Double) -> Double
    @_extern(c, "log1p") private func log1p(_ x: Double) -> Double
    @_extern(c, "exp") private func exp(_ x: Double) -> Double
    @_extern(c, "expm1") private func expm1(_ x: Double) -> Double
    @_extern(c, "erfc") private func erfc(_ x: Double) -> Double
#endif

/// ln x.
package func ln(_ x: Double) -> Double { log(x) }

/// ln (1 + x), with full precision around 0.
package func lnOfOnePlus(_ x: Double) -> Double { log1p(x) }

/// eˣ.
package func exponential(_ x: Double) -> Double { exp(x) }

/// eˣ − 1, with full precision around 0.
package func exponentialLessOne(_ x: Double) -> Double { expm1(x) }

/// 1 − erf x, with full precision even where erf x is next to 1.
func complementaryError(_ x: Double) -> Double { erfc(x) }
