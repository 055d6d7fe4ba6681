/// Parts of the logarithm of the gamma function that keep their precision where lnΓ itself is huge or close to zero.
enum LogGamma {
    /// B₂ₖ / (2k (2k − 1)) of Stirling's series, k = 1, 2 …; from z = 16 on the first eight are accurate to the last
    /// bit.
    private static let coefficients: [Double] = [
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156, -3617.0 / 122_400,
    ]
    private static let seriesStart = 16.0
    private static let halfLogTwoPi = 0.918938533204672741780329736406

    /// lnΓ(z + 1) − ((z + ½) ln z − z + ½ ln 2π), z > 0: the error of Stirling's formula.
    static func stirlingError(_ z: Double) -> Double {
        if z >= seriesStart {
            let inverse = 1 / (z * z)
            return coefficients.reversed().reduce(0) { $0 * inverse + $1 } / z
        }
        // Γ(z + 1) = Γ(w + 1) / ((z + 1) … w), w the first of z + 1, z + 2 … for which the series is accurate.
        var (w, product) = (z, 1.0)
        while w < seriesStart {
            w += 1
            product *= w
        }
        let logGamma = (w + 0.5) * ln(w) - w + halfLogTwoPi + stirlingError(w) - ln(product)
        return logGamma - ((z + 0.5) * ln(z) - z + halfLogTwoPi)
    }

    /// lnΓ(z + step) − lnΓ(z), z and step > 0; accurate to a few units in the last place even for a tiny step.
    static func rise(from z: Double, by step: Double) -> Double {
        var (w, sum) = (z, 0.0)
        while w < seriesStart {
            sum -= lnOfOnePlus(step / w)
            w += 1
        }
        let stretch = lnOfOnePlus(step / w)
        sum += (w - 0.5) * stretch + step * (ln(w + step) - 1)
        var power = 1 / w
        for (index, coefficient) in coefficients.enumerated() {
            sum += coefficient * power * exponentialLessOne(-Double(2 * index + 1) * stretch)
            power /= w * w
        }
        return sum
    }
}

/// t − ln(1 + t), t > −1, with full precision around 0, where the two almost cancel.
func excessOverLog(_ t: Double) -> Double {
    guard abs(t) < 0.4 else { return t - lnOfOnePlus(t) }
    // With r = t / (2 + t): ln(1 + t) = 2 (r + r³/3 + r⁵/5 …) and t − 2r = r t.
    let r = t / (2 + t)
    let square = r * r
    var (sum, power, odd) = (0.0, 1.0, 3.0)
    while true {
        let term = power / odd
        let next = sum + term
        if next == sum { break }
        sum = next
        power *= square
        odd += 2
    }
    return r * (t - 2 * square * sum)
}
