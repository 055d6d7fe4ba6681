internal import Values

/// How a sample is divided among strata in proportion to their population: the largest remainders get what rounding
/// leaves, ties go to the first stratum, and no stratum gets more than it has.
public enum SampleAllocation {
    /// The people to ask in each stratum; together `people`, or the whole population where that is less.
    ///
    /// Complexity: O(n log n).
    public static func proportional(_ people: Int, among populations: [Int]) -> [Int] {
        let total = populations.reduce(0, +)
        guard total > 0 else { return populations.map { _ in 0 } }
        let wanted = min(people, total)
        var parts: [Int] = []
        var remainders: [(remainder: Int128, position: Int)] = []
        for (position, population) in populations.enumerated() {
            let product = Int128(wanted) * Int128(population)
            parts.append(Int(product / Int128(total)))
            remainders.append((product % Int128(total), position))
        }
        remainders.sort { $0.remainder == $1.remainder ? $0.position < $1.position : $0.remainder > $1.remainder }
        for entry in remainders.prefix(wanted - parts.reduce(0, +)) { parts[entry.position] += 1 }
        return parts
    }
}
