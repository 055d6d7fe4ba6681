public import Values

/// How many people a survey needs to ask: n = N ÷ (1 + N·e²), times the design effect.
///
/// Source: T. Yamane, Statistics: An Introductory Analysis (1967), for a share near one half at 95 %; the formula used
/// for satisfaction surveys in Vietnam, with e = 5 %. It holds for a simple random sample; a clustered one needs more,
/// by its design effect.
public struct SampleSize: Hashable, Sendable {
    /// People in the population.
    public let population: Int
    /// The margin of error, such as 0.05.
    public let margin: FixedDecimal
    /// The ratio of the variance to that of a simple random sample.
    public let designEffect: FixedDecimal
    /// The exact result of the formula for a simple random sample.
    public let exact: ExactRatio

    /// Computes a sample size.
    /// - Throws: ``SampleSizeError/emptyPopulation``, or ``SampleSizeError/marginOutOfRange`` unless the margin is above 0 and
    ///   below 1, ``SampleSizeError/designEffectOutOfRange`` unless the design effect is from 1 to 1000.
    public init(
        population: Int, margin: FixedDecimal, designEffect: FixedDecimal = FixedDecimal(mantissa: FixedDecimal.scale)
    ) throws(SampleSizeError) {
        guard population > 0 else { throw .emptyPopulation }
        guard margin > 0, margin < 1 else { throw .marginOutOfRange }
        guard designEffect >= 1, designEffect <= 1000 else { throw .designEffectOutOfRange }
        // In units of 10⁻¹²: N·10¹² ÷ (10¹² + N·m²). Both are far below 2¹²⁷.
        let square = Int128(margin.mantissa) * Int128(margin.mantissa)
        let scale = Int128(FixedDecimal.scale) * Int128(FixedDecimal.scale)
        guard let exact = ExactRatio(Int128(population) * scale, over: scale + Int128(population) * square) else {
            throw .marginOutOfRange
        }
        self.population = population
        self.margin = margin
        self.designEffect = designEffect
        self.exact = exact
    }

    /// The number of people to ask: the exact result times the design effect, rounded up, and at most the population.
    public var people: Int {
        let (numerator, overflow) = exact.numerator.multipliedReportingOverflow(by: Int128(designEffect.mantissa))
        guard !overflow else { return population }
        let whole = Rounding(.up, digits: 0).divide(numerator, by: exact.denominator * Int128(FixedDecimal.scale))
        return min(Int(clamping: whole), population)
    }

    /// The margin achieved by asking that many people: e with n ÷ design effect instead of n; 0 when all are asked.
    public var marginReached: Double {
        if people >= population { return 0 }
        let effective = Double(people) * Double(FixedDecimal.scale) / Double(designEffect.mantissa)
        return max(1 / effective - 1 / Double(population), 0).squareRoot()
    }
}

/// Why a sample size cannot be computed.
public enum SampleSizeError: Error, Hashable, Sendable {
    /// A population below one.
    case emptyPopulation
    /// A margin of error that is not between 0 and 1.
    case marginOutOfRange
    /// A design effect that is not from 1 to 1000.
    case designEffectOutOfRange
}
