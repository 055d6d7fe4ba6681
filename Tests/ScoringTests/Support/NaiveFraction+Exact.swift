import ScoreNumerics
import Values

extension NaiveFraction {
    init(_ ratio: ExactRatio) {
        self.init(NaiveInteger(wide: ratio.numerator), over: NaiveInteger(wide: ratio.denominator))
    }
}

extension NaiveInteger {
    init(wide value: Int128) {
        let part: Int128 = 1_000_000_000_000_000
        if abs(value) < part {
            self.init(Int(value))
        } else {
            self = NaiveInteger(wide: value / part) * NaiveInteger(Int(part)) + NaiveInteger(Int(value % part))
        }
    }
}
