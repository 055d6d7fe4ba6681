internal import ScoreNumerics
public import Values

/// A sample for publication: how many people to ask in each domain and stratum, so that every figure that is to be
/// published has its margin of error.
///
/// In this order, for each domain whose figure is to be published, with N its people, p the expected share, z the
/// quantile of the confidence, e the margin, D the design effect and r the share of people who answer:
///
/// 1. z² p (1 − p) ÷ e², of a simple random sample of an endless population;
/// 2. × D, as the design effect compares samples of one size from one population (Kish 1965, chapter 8.2);
/// 3. n = n₁ ÷ (1 + n₁ ÷ N), the finite correction of the variance D p (1 − p) (1 ÷ n − 1 ÷ N), rounded up: never more
///    than N (Cochran 1977, formula 4.2);
/// 4. ÷ r, rounded up: the people to be visited.
///
/// The answers of a domain are divided among its strata by an ``Allocation`` (Cochran 1977, chapter 5).
public struct SamplePlan: Sendable {
    /// What a sample is to reach.
    public struct Aim: Hashable, Sendable {
        /// The margin of error, such as 0.05.
        public var margin: FixedDecimal
        /// Between 0.5 and 1, such as 0.95.
        public var confidence: FixedDecimal
        /// The share that is expected where a stratum states none.
        public var share: FixedDecimal
        /// The share of people who answer where a stratum states none.
        public var response: FixedDecimal
        /// The ratio of the variance to that of a simple random sample.
        public var designEffect: FixedDecimal

        /// Makes an aim from its parts.
        public init(
            margin: FixedDecimal, confidence: FixedDecimal, share: FixedDecimal, response: FixedDecimal,
            designEffect: FixedDecimal
        ) {
            (self.margin, self.confidence, self.share) = (margin, confidence, share)
            (self.response, self.designEffect) = (response, designEffect)
        }
    }

    /// How the answers of a domain are divided among its strata.
    public enum Allocation: String, CaseIterable, Hashable, Sendable {
        /// As their people.
        case proportional
        /// The same number in each.
        case equal
        /// As their people, but nowhere fewer than a least number: the domain gets more where that is needed.
        case minimum
        /// As their people times the standard deviation of their shares (Neyman 1934): the smallest error for as many.
        case neyman
    }

    /// Whose figures have the margin of error.
    public enum Precision: String, CaseIterable, Hashable, Sendable {
        case whole, domain, stratum
    }

    /// People to ask in a stratum, a domain, or all.
    public struct Row: Hashable, Sendable {
        /// The domain; nil for all, and where there are none.
        public let domain: String?
        /// The stratum; nil for a domain or all.
        public let stratum: String?
        /// The people in it.
        public let population: Int
        /// The answers that are needed.
        public let people: Int
        /// The people to be visited for them.
        public let visits: Int
        /// The margin of error that the answers reach.
        public let margin: Double
    }

    /// What was asked for.
    public let aim: Aim
    /// How answers are divided.
    public let allocation: Allocation
    /// Whose figures have the margin.
    public let precision: Precision
    /// The fewest answers of a stratum.
    public let minimum: Int
    /// Strata, domains, and all.
    public let strata, domains: [Row]
    /// All.
    public let total: Row
    /// Strata that the allocation alone would have given nobody: they get one answer.
    public let raised: [String]

    /// Plans a sample.
    /// - Parameters:
    ///   - strata: At least one.
    ///   - aim: Within the ranges of its members.
    ///   - allocation: How the answers of a domain are divided among its strata.
    ///   - precision: Whose figures have the margin.
    ///   - minimum: The fewest answers of a stratum, for that allocation.
    public init(
        _ strata: [SampleStratum], aim: Aim, allocation: Allocation, precision: Precision, minimum: Int = 1
    ) {
        (self.aim, self.allocation, self.precision, self.minimum) = (aim, allocation, precision, max(minimum, 1))
        var groups: [(name: String?, strata: [SampleStratum])] = []
        for stratum in strata {
            let name = precision == .whole ? nil : stratum.domain
            if precision != .stratum, let place = groups.firstIndex(where: { $0.name == name }) {
                groups[place].strata.append(stratum)
            } else {
                groups.append((name, [stratum]))
            }
        }
        let math = SampleMath(aim)
        var answers: [Int] = []
        var raised: [String] = []
        for group in groups {
            let wanted = math.answers(of: group.strata)
            let parts = SampleAllocation.divide(
                wanted, among: group.strata, by: allocation, math, minimum: self.minimum)
            for (stratum, people) in zip(group.strata, parts) {
                if people == 0 { raised.append(stratum.name) }
                answers.append(max(people, 1))
            }
        }
        self.raised = raised
        // Groups are in the order of the strata only where these stand together.
        let ordered = groups.flatMap({ $0.strata })
        let parts = zip(ordered, answers).map { (stratum: $0, people: $1) }
        self.strata = parts.map { part in
            math.row([part], domain: part.stratum.domain, stratum: part.stratum.name)
        }
        var names: [String] = []
        for name in ordered.compactMap({ $0.domain }) where !names.contains(name) { names.append(name) }
        domains = names.map { name in math.row(parts.filter { $0.stratum.domain == name }, domain: name, stratum: nil) }
        total = math.row(parts, domain: nil, stratum: nil)
    }
}

/// The formulas of a sample for publication.
struct SampleMath {
    private let aim: SamplePlan.Aim
    private let quantile: Double

    init(_ aim: SamplePlan.Aim) {
        self.aim = aim
        quantile = NormalDistribution.quantile(0.5 + Self.number(aim.confidence) / 2)
    }

    static func number(_ value: FixedDecimal) -> Double { Double(value.mantissa) / Double(FixedDecimal.scale) }

    func share(_ stratum: SampleStratum) -> Double { Self.number(stratum.share ?? aim.share) }

    /// The standard deviation of one answer in a stratum.
    func deviation(_ stratum: SampleStratum) -> Double {
        let share = share(stratum)
        return (share * (1 - share)).squareRoot()
    }

    /// The answers that the figure of some strata together needs, at most their people.
    func answers(of strata: [SampleStratum]) -> Int {
        let population = strata.reduce(0) { $0 + $1.population }
        let share = strata.reduce(0) { $0 + Double($1.population) * self.share($1) } / Double(population)
        let margin = Self.number(aim.margin)
        let endless = quantile * quantile * share * (1 - share) / (margin * margin) * Self.number(aim.designEffect)
        let finite = endless / (1 + endless / Double(population))
        // What is a whole number but for the rounding of its factors is that number.
        return min(max(Int((finite - 1e-9).rounded(.up)), 1), population)
    }

    /// The people to be visited for some answers of a stratum.
    func visits(_ people: Int, _ stratum: SampleStratum) -> Int {
        let response = Int128((stratum.response ?? aim.response).mantissa)
        return Int((Int128(people) * Int128(FixedDecimal.scale) + response - 1) / response)
    }

    /// Sums up some strata with the margin that they reach together.
    func row(_ parts: [(stratum: SampleStratum, people: Int)], domain: String?, stratum: String?) -> SamplePlan.Row {
        let population = parts.reduce(0) { $0 + $1.stratum.population }
        var variance = 0.0
        for part in parts {
            let weight = Double(part.stratum.population) / Double(population)
            let deviation = deviation(part.stratum)
            let rest = 1 / Double(part.people) - 1 / Double(part.stratum.population)
            variance += weight * weight * deviation * deviation * Self.number(aim.designEffect) * max(rest, 0)
        }
        return SamplePlan.Row(
            domain: domain, stratum: stratum, population: population, people: parts.reduce(0) { $0 + $1.people },
            visits: parts.reduce(0) { $0 + visits($1.people, $1.stratum) }, margin: quantile * variance.squareRoot())
    }
}
