import ScoreNumerics
import Values

/// The effect of sampling error on index and place, by redrawing figures and scoring them by the compiled rules.
///
/// In each draw every uncertain figure becomes a number from the normal distribution around it with its standard error
/// (the figures of one unit's survey all equally far off, see ``MetricErrors/sharesPeople``), clamped to the metric's
/// domain and rounded to six decimals. Shares of draws show how stable a place is; for sets that hold with a stated
/// confidence see ``RankSets``.
///
/// Draws are not kept: whatever is not counted from the beginning is counted by drawing the same again.
public struct RankSimulation: Sendable {
    /// The default number of draws.
    public static let draws = 2_000

    /// The ranked units, the best first.
    public let units: [Int]
    /// The mean index of each unit over all draws.
    public let means: [Double]
    /// The standard deviation of each unit's index over all draws.
    public let deviations: [Double]
    /// How many draws there are.
    public let draws: Int
    /// The share of draws in which each unit but the last is ahead of the next, a tie counting half.
    public let sharesAheadOfNext: [Double]
    private let sample: FigureSample
    private let seed: UInt64

    /// Draws figures and scores them.
    ///
    /// - Parameters:
    ///   - ranking: the ranking whose units are drawn.
    ///   - scores: the scores that it is based on.
    ///   - errors: the standard errors.
    ///   - draws: the number of draws, at least one.
    ///   - seed: the seed; each draw has a stream of its own.
    /// - Complexity: O(draws × units × leaves); where leaves are rounded and neither caps nor other leaves
    ///   depend on them, × leaves that errors move.
    public init(
        _ ranking: Ranking, _ scores: ScoreTable, errors: MetricErrors, draws: Int = RankSimulation.draws, seed: UInt64
    ) { self.init(ranking, scores, errors: errors, draws: draws, seed: seed, isWhole: false) }

    /// The same, on request with everything scored again in every draw.
    init(
        _ ranking: Ranking, _ scores: ScoreTable, errors: MetricErrors, draws: Int, seed: UInt64, isWhole: Bool
    ) {
        units = ranking.places.map { $0.unit }
        sample = FigureSample(scores, units: units, by: ranking.subject, errors: errors, isWhole: isWhole)
        self.draws = max(draws, 1)
        self.seed = seed
        let tally = Self.counts(of: sample, Tally(units.count), draws: self.draws, seed: seed)
        let count = Int128(self.draws)
        let scale = Double(count) * Double(FixedDecimal.scale)
        means = tally.sums.map { Double($0) / scale }
        deviations = zip(tally.sums, tally.squares).map { Double(count * $1 - $0 * $0).squareRoot() / scale }
        let halves = Double(2 * self.draws)
        sharesAheadOfNext = tally.halvesAhead.map { Double($0) / halves }
    }

    /// The share of draws in which a unit is ahead of another, a tie counting half; by their positions in ``units``.
    ///
    /// Complexity: O(1) for a unit and the next, otherwise that of drawing again.
    public func share(of first: Int, aheadOf second: Int) -> Double {
        second == first + 1 ? sharesAheadOfNext[first] : shares(of: first)[second]
    }

    /// The share of draws in which a unit is ahead of each, a tie counting half. Draws again.
    public func shares(of unit: Int) -> [Double] {
        Self.counts(of: sample, Duels(unit, units.count), draws: draws, seed: seed).halvesAhead
            .map { Double($0) / Double(2 * draws) }
    }

    /// The share of draws in which each unit is among the first `first`. Draws again.
    public func shares(among first: Int) -> [Double] {
        Self.counts(of: sample, Leaders(first, units.count), draws: draws, seed: seed).counts
            .map { Double($0) / Double(draws) }
    }

    /// Shows all draws to copies of a visitor and adds up what these counted: whole numbers, which add up to the same
    /// whatever way the draws are split.
    private static func counts<Visitor: DrawCount>(
        of sample: FigureSample, _ visitor: Visitor, draws: Int, seed: UInt64
    ) -> Visitor {
        let parts = WorkProgress.during(.draws, of: draws) {
            Parallel.map(draws, minimum: 20) { part in
                var own = visitor
                sample.draw(part, seed: seed, &own)
                return own
            }
        }
        return parts.reduce(into: visitor) { $0.add($1) }
    }
}

/// Counts of draws, which can be added up.
private protocol DrawCount: DrawVisitor, Sendable {
    mutating func add(_ other: Self)
}

/// How large each unit's index is, and how often it is ahead of the next.
private struct Tally: DrawCount {
    /// Sums of indices in millionths.
    private(set) var sums: [Int128]
    private(set) var squares: [Int128]
    private(set) var halvesAhead: [Int]

    init(_ count: Int) {
        sums = Array(repeating: 0, count: count)
        squares = sums
        halvesAhead = Array(repeating: 0, count: max(count - 1, 0))
    }

    mutating func visit(_ drawn: [some DrawnSum]) {
        for unit in drawn.indices {
            let index = Int128(drawn[unit].index)
            sums[unit] += index
            squares[unit] += index * index
        }
        // Ahead are two halves, tied is one.
        for unit in halvesAhead.indices { halvesAhead[unit] += 1 + drawn[unit].compared(to: drawn[unit + 1]) }
    }

    mutating func add(_ other: Tally) {
        sums.addEach(other.sums)
        squares.addEach(other.squares)
        halvesAhead.addEach(other.halvesAhead)
    }
}

/// How often one unit is ahead of each.
private struct Duels: DrawCount {
    let unit: Int
    private(set) var halvesAhead: [Int]

    init(_ unit: Int, _ count: Int) {
        self.unit = unit
        halvesAhead = Array(repeating: 0, count: count)
    }

    mutating func visit(_ drawn: [some DrawnSum]) {
        for other in drawn.indices { halvesAhead[other] += 1 + drawn[unit].compared(to: drawn[other]) }
    }

    mutating func add(_ other: Duels) { halvesAhead.addEach(other.halvesAhead) }
}

/// How often each unit is among the first.
private struct Leaders: DrawCount {
    let first: Int
    private(set) var counts: [Int]

    init(_ first: Int, _ count: Int) {
        self.first = first
        counts = Array(repeating: 0, count: count)
    }

    mutating func visit(_ drawn: [some DrawnSum]) {
        let ranks = RankingPolicy.Ties.standard.ranks(drawn) { $0.compared(to: $1) > 0 }.ranks
        for unit in counts.indices where ranks[unit] <= Rank(first) { counts[unit] += 1 }
    }

    mutating func add(_ other: Leaders) { counts.addEach(other.counts) }
}

extension Array where Element: FixedWidthInteger {
    /// Adds to each number the one at the same position of another list of as many.
    fileprivate mutating func addEach(_ other: [Element]) {
        for position in indices { self[position] += other[position] }
    }
}
