import Values

/// How far numbers are from their mean, in standard deviations: z = (n·x − Σx) ÷ √(n·Σx² − (Σx)²), all whole numbers.
struct StandardDeviations: Sendable {
    private let count: Int128
    private let sum: Int128
    /// n² times the variance of all numbers (divided by n, not n − 1).
    private let variance: UInt128
    /// How many parts of one the numbers are counted in.
    private let parts: Int128
    /// Ten to the number of decimals that z has.
    private let scale: Int128

    /// Nil beyond 128 bits, and where all numbers are equal.
    ///
    /// - Parameters:
    ///   - numbers: the numbers, each in whole parts of one.
    ///   - parts: how many parts make one.
    ///   - digits: the decimals of z.
    init?(_ numbers: [Int128], parts: Int128, digits: Int) {
        var (sum, squares) = (Int128(0), Int128(0))
        for number in numbers {
            let (square, isTooLarge) = number.multipliedReportingOverflow(by: number)
            let (next, isTooMuch) = squares.addingReportingOverflow(square)
            if isTooLarge || isTooMuch { return nil }
            squares = next
            sum += number
        }
        let count = Int128(numbers.count)
        let (all, isTooLarge) = count.multipliedReportingOverflow(by: squares)
        let (square, isTooMuch) = sum.multipliedReportingOverflow(by: sum)
        guard !isTooLarge, !isTooMuch, all > square else { return nil }
        (self.count, self.sum, self.parts) = (count, sum, parts)
        variance = UInt128(all - square)
        scale = power(of: digits)
    }

    /// With more decimals than this, z would not fit in 128 bits.
    private static let finest: Int128 = 1_000_000_000_000_000_000

    /// All that it consists of, as text.
    var terms: [String] { ["\(count)", "\(sum)", "\(variance)", "\(parts)", "\(scale)"] }

    /// Reads what ``terms`` wrote.
    init?(terms: [String]) {
        guard terms.count == 5, let count = Int128(terms[0]), let sum = Int128(terms[1]),
            let variance = UInt128(terms[2]), let parts = Int128(terms[3]), let scale = Int128(terms[4]),
            count > 0, variance > 0, parts > 0, (1...Self.finest).contains(scale)
        else { return nil }
        (self.count, self.sum, self.variance, self.parts, self.scale) = (count, sum, variance, parts, scale)
    }

    /// z of a number, rounded once to its decimals, a half away from zero; nil beyond 128 bits.
    func z(of number: ExactRatio) -> ExactRatio? {
        guard let whole = number.scaled(by: parts) else { return nil }
        let (product, isTooLarge) = count.multipliedReportingOverflow(by: whole)
        let (distance, isTooMuch) = product.subtractingReportingOverflow(sum)
        let (square, isTooWide) = distance.magnitude.multipliedReportingOverflow(by: distance.magnitude)
        if isTooLarge || isTooMuch || isTooWide { return nil }
        guard let root = roundedRoot(of: square, over: variance, parts: UInt128(scale)) else { return nil }
        return ExactRatio(distance < 0 ? -Int128(root) : Int128(root), over: scale)
    }

    /// The standard deviation itself, rounded once to the decimals of z, a half away from zero; nil beyond 128 bits.
    var deviation: ExactRatio? {
        let (whole, isTooLarge) = count.multipliedReportingOverflow(by: parts)
        let (square, isTooMuch) = whole.magnitude.multipliedReportingOverflow(by: whole.magnitude)
        if isTooLarge || isTooMuch { return nil }
        return roundedRoot(of: variance, over: square, parts: UInt128(scale)).flatMap { root in
            ExactRatio(Int128(root), over: scale)
        }
    }
}

extension UInt128 {
    /// The greatest whole number whose square is not greater.
    var integerRoot: UInt128 {
        if self < 2 { return self }
        // Newton's steps fall from above until they reach it.
        var root = UInt128(1) << UInt128((UInt128.bitWidth - leadingZeroBitCount + 1) / 2)
        while true {
            let next = (root + self / root) / 2
            if next >= root { return root }
            root = next
        }
    }
}
