internal import Values

/// The least cost of every total gain, and the option by which each group contributes to it.
struct ChoiceGainTable: Sendable {
    private let base: (cost: Int64, gain: Int64)
    private let unit: Int64
    private let width: Int
    /// The least cost, above the base, of each gain in units above the base; `unreachable` where no plan has that gain.
    private let costs: [Int64]
    /// One row per group: the useful option by which each gain is reached.
    private let choices: [UInt16]

    private static let unreachable = Int64.max / 2
    private static let greatestSize = 1 << 24

    /// Nil when the table would be too large, or have more columns than there are plans.
    init?(_ problem: ChoiceProblem) {
        var (unit, reach, baseCost, baseGain): (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)
        var planCount = 1
        for group in problem.useful {
            guard let first = group.first, let last = group.last, group.count <= Int(UInt16.max) else { return nil }
            planCount = min(planCount * group.count, Self.greatestSize)
            baseCost += first.cost
            baseGain += first.gain
            reach += last.gain - first.gain
            for option in group where unit != 1 {
                unit = Int64(greatestCommonDivisor(unit, option.gain - first.gain))
            }
        }
        unit = max(unit, 1)
        guard reach / unit < min(Self.greatestSize / (problem.useful.count + 1), planCount) else { return nil }
        let width = Int(reach / unit) + 1
        var costs = [Int64](repeating: Self.unreachable, count: width)
        var next = costs
        costs[0] = 0
        var choices = [UInt16](repeating: 0, count: width * problem.useful.count)
        var count = 1
        for (row, group) in problem.useful.enumerated() {
            guard let first = group.first, let last = group.last else { return nil }
            let grown = count + Int((last.gain - first.gain) / unit)
            // In bounds: gains ascend within a group, and the differences between the last and the first of all groups
            // add up to the width at most; `grown` counts those of the groups so far, and `index + shift` stays below
            // it.
            choices.withUnsafeMutableBufferPointer { choices in
                let choices = UnsafeMutableBufferPointer(rebasing: choices[row * width..<row * width + grown])
                for index in 0..<grown { next[index] = index < count ? costs[index] : Self.unreachable }
                for (position, option) in group.enumerated().dropFirst() {
                    let shift = Int((option.gain - first.gain) / unit)
                    let (cost, mark) = (option.cost - first.cost, UInt16(truncatingIfNeeded: position))
                    next.withUnsafeMutableBufferPointer { next in
                        for index in 0..<count where costs[index] + cost < next[index + shift] {
                            next[index + shift] = costs[index] + cost
                            choices[index + shift] = mark
                        }
                    }
                }
            }
            swap(&costs, &next)
            count = grown
        }
        self.base = (baseCost, baseGain)
        self.unit = unit
        self.width = width
        self.costs = costs
        self.choices = choices
    }

    var points: [ChoiceFrontier.Point] {
        var points: [ChoiceFrontier.Point] = []
        var least = Self.unreachable
        for index in stride(from: width - 1, through: 0, by: -1) where costs[index] < least {
            least = costs[index]
            points.append(.init(cost: base.cost + least, gain: base.gain + Int64(index) * unit))
        }
        return points.reversed()
    }

    /// For each group, the position among its useful options.
    func items(of point: ChoiceFrontier.Point, in problem: ChoiceProblem) -> [Int] {
        var items = [Int](repeating: 0, count: problem.useful.count)
        var gain = Int((point.gain - base.gain) / unit)
        for (row, group) in problem.useful.enumerated().reversed() {
            let item = Int(choices[row * width + gain])
            items[row] = item
            gain -= Int((group[item].gain - group[0].gain) / unit)
        }
        return items
    }
}
