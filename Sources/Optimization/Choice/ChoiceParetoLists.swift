/// The undominated partial plans over more and more groups, each with the steps that led to it.
struct ChoiceParetoLists: Sendable {
    private struct Entry {
        var cost: Int64
        var gain: Int64
        var before: Int32
        var item: Int32
    }

    private struct Step {
        var before: Int32
        var item: Int32
    }

    let points: [ChoiceFrontier.Point]
    private let steps: [Step]
    /// The last step of each point.
    private let ends: [Int32]
    private let groupCount: Int

    /// Steps are counted in 32 bits and take eight bytes each.
    private static let mostSteps = 100_000_000

    init(_ problem: ChoiceProblem, limit: Int) throws(PlanError) {
        var steps: [Step] = []
        var list = [Entry(cost: 0, gain: 0, before: -1, item: -1)]
        var (merged, spare): ([Entry], [Entry]) = ([], [])
        for group in problem.useful {
            merged.removeAll(keepingCapacity: true)
            for (item, option) in group.enumerated() {
                Self.merge(list, option, Int32(truncatingIfNeeded: item), with: merged, into: &spare)
                swap(&merged, &spare)
                guard merged.count <= limit, steps.count + merged.count <= Self.mostSteps else {
                    throw .tooManyPoints(limit: limit)
                }
            }
            list.removeAll(keepingCapacity: true)
            for var entry in merged {
                steps.append(Step(before: entry.before, item: entry.item))
                entry.before = Int32(truncatingIfNeeded: steps.count - 1)
                list.append(entry)
            }
        }
        self.steps = steps
        points = list.map { .init(cost: $0.cost, gain: $0.gain) }
        ends = list.map { $0.before }
        groupCount = problem.useful.count
    }

    /// Both lists ascend in cost and gain, and so does the result.
    private static func merge(
        _ list: [Entry], _ option: ChoiceProblem.UsefulOption, _ item: Int32, with old: [Entry],
        into result: inout [Entry]
    ) {
        result.removeAll(keepingCapacity: true)
        result.reserveCapacity(list.count + old.count)
        var (next, greatest) = (0, Int64(-1))
        func keep(_ entry: Entry) {
            guard entry.gain > greatest else { return }
            greatest = entry.gain
            result.append(entry)
        }
        for var entry in list {
            entry.cost += option.cost
            entry.gain += option.gain
            entry.item = item
            while next < old.count, (old[next].cost, -old[next].gain) <= (entry.cost, -entry.gain) {
                keep(old[next])
                next += 1
            }
            keep(entry)
        }
        while next < old.count {
            keep(old[next])
            next += 1
        }
    }

    /// For each group, the position among its useful options.
    func items(of index: Int) -> [Int] {
        var items = [Int](repeating: 0, count: groupCount)
        var step = ends[index]
        for group in stride(from: groupCount - 1, through: 0, by: -1) {
            items[group] = Int(steps[Int(step)].item)
            step = steps[Int(step)].before
        }
        return items
    }
}
