package import Documents
internal import Words
import Values

extension FixedDecimal {
    /// A statistical estimate, rounded to so many decimals for show; nil for one that is no number or too large.
    init?(estimate: Double, digits: Int = FixedDecimal.fractionDigits) {
        let scaled = (estimate * Double(Self.scale)).rounded()
        guard let mantissa = Int64(exactly: scaled),
            let rounded = FixedDecimal(mantissa: mantissa).rounded(Rounding(.halfAwayFromZero, digits: digits))
        else { return nil }
        self = rounded
    }
}
