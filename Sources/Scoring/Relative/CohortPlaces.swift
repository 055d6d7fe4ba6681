import Values

/// The places of a cohort's distinct numbers.
struct CohortPlaces: Sendable {
    /// The distinct numbers in millionths, ascending, where all are decimals.
    let decimals: [Int64]
    /// The distinct numbers, ascending, where some are quotients of counts; otherwise empty.
    private let exact: [ExactRatio]
    /// Twice the place of each, so that the mean of two places is whole.
    let doubled: [Int64]
    /// Twice the last place of all.
    let doubledLast: Int64

    init(decimals sorted: [Int64], _ direction: Metric.Direction, _ ties: RankingPolicy.Ties) {
        let runs = Self.runs(sorted)
        decimals = runs.map { sorted[$0] }
        exact = []
        (doubled, doubledLast) = Self.places(runs, of: sorted.count, direction, ties)
    }

    init(exact sorted: [ExactRatio], _ direction: Metric.Direction, _ ties: RankingPolicy.Ties) {
        let runs = Self.runs(sorted)
        decimals = []
        exact = runs.map { sorted[$0] }
        (doubled, doubledLast) = Self.places(runs, of: sorted.count, direction, ties)
    }

    /// Where each distinct number begins.
    private static func runs<Number: Equatable>(_ sorted: [Number]) -> [Int] {
        var starts: [Int] = []
        starts.reserveCapacity(sorted.count)
        for position in sorted.indices where position == 0 || sorted[position] != sorted[position - 1] {
            starts.append(position)
        }
        return starts
    }

    private static func places(
        _ runs: [Int], of count: Int, _ direction: Metric.Direction, _ ties: RankingPolicy.Ties
    ) -> (doubled: [Int64], last: Int64) {
        var doubled: [Int64] = []
        doubled.reserveCapacity(runs.count)
        for (run, start) in runs.enumerated() {
            let end = run + 1 < runs.count ? runs[run + 1] : count
            let (ahead, behind) = direction == .higher ? (count - end, count - start) : (start, end)
            let place =
                switch ties {
                case .standard: 2 * (ahead + 1)
                case .modified: 2 * behind
                case .average: ahead + 1 + behind
                case .dense: 2 * (direction == .higher ? runs.count - run : run + 1)
                }
            doubled.append(Int64(place))
        }
        return (doubled, Int64(2 * (ties == .dense ? runs.count : count)))
    }

    /// The share of the way from the last place to the first; nil for a number that is not the cohort's.
    func share(of number: ExactRatio) -> ExactRatio? {
        doubled(of: number).flatMap { ExactRatio(Int128(doubledLast - $0), over: Int128(doubledLast - 2)) }
    }

    /// The distinct numbers, ascending.
    var numbers: [ExactRatio] { exact.isEmpty ? decimals.map { ExactRatio(FixedDecimal(mantissa: $0)) } : exact }

    /// Twice the place of a number; nil for one that is not the cohort's.
    func doubled(of number: ExactRatio) -> Int64? {
        let run: Int?
        if exact.isEmpty {
            run = number.exactDecimal.flatMap { Self.position(of: $0.mantissa, in: decimals) }
        } else {
            run = Self.position(of: number, in: exact)
        }
        return run.map { doubled[$0] }
    }

    private static func position<Number: Comparable>(of number: Number, in sorted: [Number]) -> Int? {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = low + (high - low) / 2
            if sorted[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == number ? low : nil
    }
}
