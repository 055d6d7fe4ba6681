public import Values

/// How many people a survey needs to ask: n = N ÷ (1 + N·e²).
///
/// Source: T. Yamane, Statistics: An Introductory Analysis (1967), for a share near one half at 95 %; the formula in use
/// for satisfaction surveys in Vietnam, with e = 5 %. It holds for a simple random sample; a clustered one needs more, by
/// its design effect.
public struct SampleSize: Hashable, Sendable {
    /// People in the population.
    public let population: Int
    /// The margin of error, such as 0.05.
    public let margin: FixedDecimal
    /// The exact result of the formula.
    public let exact: ExactRatio

    /// Works out a sample size.
    /// - Throws: ``SurveyError/emptyPopulation``, or ``SurveyError/marginOutOfRange`` unless the margin is above 0 and
    ///   below 1.
    public init(population: Int, margin: FixedDecimal) throws(SurveyError) {
        guard population > 0 else { throw .emptyPopulation }
        guard margin > 0, margin < 1 else { throw .marginOutOfRange }
        // In millionths of millionths: N·10¹² ÷ (10¹² + N·m²). Both stay far below 2¹²⁷.
        let square = Int128(margin.mantissa) * Int128(margin.mantissa)
        let scale = Int128(FixedDecimal.scale) * Int128(FixedDecimal.scale)
        guard let exact = ExactRatio(Int128(population) * scale, over: scale + Int128(population) * square) else {
            throw .marginOutOfRange
        }
        self.population = population
        self.margin = margin
        self.exact = exact
    }

    /// The people to ask: the exact result rounded up, and not more than there are.
    public var people: Int {
        let whole = Rounding(.up, digits: 0).divide(exact.numerator, by: exact.denominator)
        return min(Int(whole), population)
    }
}
