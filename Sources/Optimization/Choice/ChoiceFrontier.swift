/// All plans that no other plan beats in both cost and gain, one per pair of cost and gain.
package struct ChoiceFrontier: Sendable {
    package struct Point: Hashable, Sendable {
        package var cost: Int64
        package var gain: Int64
    }

    /// By ascending cost and gain: from the cheapest plan to the one of greatest gain.
    package let points: [Point]
    private let problem: ChoiceProblem
    private let trace: Trace

    enum Trace: Sendable {
        case table(ChoiceGainTable)
        case lists(ChoiceParetoLists)
    }

    init(points: [Point], problem: ChoiceProblem, trace: Trace) {
        self.points = points
        self.problem = problem
        self.trace = trace
    }

    /// The plan at a point. O(groups).
    package func plan(at index: Int) -> ChoicePlan {
        let items =
            switch trace {
            case .table(let table): table.items(of: points[index], in: problem)
            case .lists(let lists): lists.items(of: index)
            }
        return problem.plan(zip(problem.useful, items).map { $0[$1].position })
    }

    /// The cheapest point that gains at least `goal`. O(log n).
    package func cheapest(reaching goal: Int64) -> Int? {
        let index = points.partitionPoint { $0.gain >= goal }
        return index < points.count ? index : nil
    }

    /// The point of greatest gain that costs at most `budget`. O(log n).
    package func richest(within budget: Int64) -> Int? {
        let index = points.partitionPoint { $0.cost > budget }
        return index > 0 ? index - 1 : nil
    }
}

extension ChoiceProblem {
    /// The whole frontier between cost and gain, exact.
    ///
    /// When gains (divided by their greatest common divisor) are few, by a table of the least cost of every gain:
    /// O(options × greatest gain). Otherwise by lists of undominated partial plans (Nemhauser and Ullmann 1969), which
    /// may grow beyond `limit` points: then it throws.
    package func frontier(limit: Int = 1_000_000) throws(PlanError) -> ChoiceFrontier {
        if let table = ChoiceGainTable(self) {
            let points = table.points
            guard points.count <= limit else { throw .tooManyPoints(limit: limit) }
            return ChoiceFrontier(points: points, problem: self, trace: .table(table))
        }
        let lists = try ChoiceParetoLists(self, limit: limit)
        return ChoiceFrontier(points: lists.points, problem: self, trace: .lists(lists))
    }
}
