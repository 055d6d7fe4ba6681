/// What choosing or leaving out an action implies for others.
struct ActionConditions: Sendable {
    /// All actions that taking one requires, itself included, ascending.
    let closures: [[Int]]
    private let needs: [[Int]]
    private let neededBy: [[Int]]
    private let exclusions: [[Int]]
    private let exclusionsOf: [[Int]]

    init(_ problem: ActionProblem) {
        let count = problem.actions.count
        var neededBy = [[Int]](repeating: [], count: count)
        for (index, action) in problem.actions.enumerated() {
            for need in action.needs { neededBy[need].append(index) }
        }
        var exclusionsOf = [[Int]](repeating: [], count: count)
        for (index, set) in problem.exclusions.enumerated() {
            for action in set { exclusionsOf[action].append(index) }
        }
        let needs = problem.actions.map { $0.needs }
        closures = needs.indices.map { start in
            var (seen, open) = (Set([start]), [start])
            while let action = open.popLast() {
                for need in needs[action] where seen.insert(need).inserted { open.append(need) }
            }
            return seen.sorted()
        }
        self.needs = needs
        self.neededBy = neededBy
        self.exclusions = problem.exclusions
        self.exclusionsOf = exclusionsOf
    }

    /// Settles what follows from the actions already settled; false when they contradict each other.
    func propagate(_ ranges: inout [VariableRange]) -> Bool {
        var open = needs.indices.filter { ranges[$0].isFixed }
        func settle(_ action: Int, _ range: VariableRange) -> Bool {
            if ranges[action].isFixed { return ranges[action] == range }
            ranges[action] = range
            open.append(action)
            return true
        }
        while let action = open.popLast() {
            if ranges[action] == .zero {
                for other in neededBy[action] { guard settle(other, .zero) else { return false } }
                continue
            }
            for other in needs[action] { guard settle(other, .one) else { return false } }
            for set in exclusionsOf[action] {
                for other in exclusions[set] where other != action { guard settle(other, .zero) else { return false } }
            }
        }
        return true
    }

    /// Takes an action with everything it needs, unless an exclusion or a settled action rules it out.
    func take(_ action: Int, _ isTaken: inout [Bool], _ ranges: [VariableRange]) -> Bool {
        let added = closures[action].filter { !isTaken[$0] }
        for other in added where ranges[other] == .zero { return false }
        for other in added { isTaken[other] = true }
        for other in added {
            for set in exclusionsOf[other] where exclusions[set].count(where: { isTaken[$0] }) > 1 {
                for back in added { isTaken[back] = false }
                return false
            }
        }
        return true
    }
}
