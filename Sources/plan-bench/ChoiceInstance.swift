import Optimization
import ScoreNumerics

/// The kinds of instances used to compare such solvers (Pisinger 1995), identical to those of checks/plan-solvers.py.
enum ChoiceInstance: String, CaseIterable {
    case uncorrelated, weakly, strongly, subsetSum

    /// Groups with "do nothing" first, then options of costs and gains around 1 ... range.
    func groups(seed: UInt64, groups: Int, options: Int, range: Int64) -> [[ChoiceOption]] {
        var random = SeededRandom(seed: seed)
        let tenth = max(range / 10, 1)
        return (0..<groups).map { _ in
            var group = [ChoiceOption(cost: 0, gain: 0)]
            for _ in 1..<options {
                let base = 1 + random.remainder(below: range)
                switch self {
                case .uncorrelated: group.append(ChoiceOption(cost: base, gain: 1 + random.remainder(below: range)))
                case .weakly:
                    group.append(
                        ChoiceOption(cost: base, gain: max(1, base - tenth + random.remainder(below: 2 * tenth + 1))))
                case .strongly: group.append(ChoiceOption(cost: base + tenth, gain: base))
                case .subsetSum: group.append(ChoiceOption(cost: base, gain: base))
                }
            }
            return group
        }
    }
}
