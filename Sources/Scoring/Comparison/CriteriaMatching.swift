import Values

extension CriteriaSet {
    /// The positions of criteria that are the same in this edition and another, in the order of the other.
    ///
    /// Matches first those with the same code and name; then, under different codes, those whose name occurs once on
    /// either side among the rest; then those with the same code and a different name, unless only one of them has
    /// children.
    ///
    /// Complexity: linear in the number of criteria.
    package func matches(in other: CriteriaSet) -> [(old: Int, new: Int)] {
        var partners = [Int?](repeating: nil, count: other.criteria.count)
        var isTaken = [Bool](repeating: false, count: criteria.count)
        func match(byKey key: (Criterion) -> String) {
            let olds = unique(key) { !isTaken[$0] }
            for (name, index) in other.unique(key, where: { partners[$0] == nil }) {
                guard let partner = olds[name] else { continue }
                partners[index] = partner
                isTaken[partner] = true
            }
        }
        match { "\($0.code)\n\($0.comparedName)" }
        match { "\($0.comparedName)\n\($0.leaf == nil)" }
        match { "\($0.code)\n\($0.leaf == nil)" }
        return partners.indices.compactMap { index in partners[index].map { (old: $0, new: index) } }
    }

    /// The criteria whose key is unique among the admitted ones.
    private func unique(_ key: (Criterion) -> String, where isAdmitted: (Int) -> Bool) -> [String: Int] {
        var positions: [String: Int] = [:]
        var repeated: Set<String> = []
        for index in criteria.indices where isAdmitted(index) {
            let key = key(criteria[index])
            if positions.updateValue(index, forKey: key) != nil { repeated.insert(key) }
        }
        for key in repeated { positions[key] = nil }
        return positions
    }
}

extension Criterion {
    /// The name as it is compared: case and the placement of tone marks make no difference.
    fileprivate var comparedName: String { VietnameseText.folded(name.vi) }
}
