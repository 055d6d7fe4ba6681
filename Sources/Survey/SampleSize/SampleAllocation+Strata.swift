internal import Values

extension SampleAllocation {
    /// Divides the answers of a domain among its strata.
    static func divide(
        _ people: Int, among strata: [SampleStratum], by allocation: SamplePlan.Allocation, _ math: SampleMath,
        minimum: Int
    ) -> [Int] {
        let populations = strata.map { $0.population }
        switch allocation {
        case .proportional: return proportional(people, among: populations)
        case .equal: return capped(people, by: populations.map { _ in 1 }, limits: populations)
        case .neyman:
            // In millionths of a person's standard deviation: sums stay exact.
            let weights = strata.map { Int128(($0.population)) * Int128((math.deviation($0) * 1e6).rounded()) }
            guard weights.contains(where: { $0 > 0 }) else { return proportional(people, among: populations) }
            return capped(people, by: weights, limits: populations)
        case .minimum:
            let least = populations.map { min($0, minimum) }
            var parts = proportional(people, among: populations)
            // Those below the least get it, and the others share the rest.
            var raised: Set<Int> = []
            while let below = parts.indices.first(where: { parts[$0] < least[$0] && !raised.contains($0) }) {
                raised.insert(below)
                raised.formUnion(parts.indices.filter { parts[$0] < least[$0] })
                let taken = raised.reduce(0) { $0 + least[$1] }
                let others = populations.indices.map { raised.contains($0) ? 0 : populations[$0] }
                parts = proportional(max(people - taken, 0), among: others)
                for position in raised { parts[position] = least[position] }
            }
            return parts
        }
    }

    /// Divides by weights with the largest remainder; what a stratum has no people for goes to the others.
    static func capped(_ people: Int, by weights: [Int128], limits: [Int]) -> [Int] {
        var parts = limits.map { _ in 0 }
        var full: Set<Int> = []
        var rest = min(people, limits.reduce(0, +))
        while rest > 0 {
            let open = limits.indices.filter { !full.contains($0) && weights[$0] > 0 }
            let sum = open.reduce(Int128(0)) { $0 + weights[$1] }
            guard sum > 0 else { break }
            var shares = open.map { place in
                let (quotient, remainder) = (Int128(rest) * weights[place]).quotientAndRemainder(dividingBy: sum)
                return (place: place, people: Int(quotient), remainder: remainder)
            }
            let over = shares.filter { parts[$0.place] + $0.people >= limits[$0.place] }
            if !over.isEmpty {
                // Take-all strata first: the others are divided again.
                for share in over {
                    rest -= limits[share.place] - parts[share.place]
                    parts[share.place] = limits[share.place]
                    full.insert(share.place)
                }
                continue
            }
            shares.sort { $0.remainder == $1.remainder ? $0.place < $1.place : $0.remainder > $1.remainder }
            let left = rest - shares.reduce(0) { $0 + $1.people }
            for (index, share) in shares.enumerated() { parts[share.place] += share.people + (index < left ? 1 : 0) }
            rest = 0
        }
        return parts
    }
}
