package import Documents
internal import Words
import Scoring
import Values

/// Finds the criteria of two editions that are one and the same.
enum CriteriaMatching {
    /// The positions of criteria that are the same, in the order of the second edition: first those with the same code
    /// and name; then those whose name stands once on either side among the rest, under other codes; then those with the
    /// same code and another name, unless one has children and the other has not.
    static func pairs(_ old: CriteriaSet, _ new: CriteriaSet) -> [(old: Int, new: Int)] {
        var partner: [Int: Int] = [:]
        var restOld = Array(old.criteria.indices)
        var restNew = Array(new.criteria.indices)
        func match(byKey key: (Criterion) -> String) {
            let olds = unique(restOld, of: old, key)
            let news = unique(restNew, of: new, key)
            for (name, index) in news {
                if let other = olds[name] { partner[index] = other }
            }
            let taken = Set(partner.values)
            restOld.removeAll { taken.contains($0) }
            restNew.removeAll { partner[$0] != nil }
        }
        match { "\($0.code)\n\(name(of: $0))" }
        match { "\(name(of: $0))\n\($0.leaf == nil)" }
        match { "\($0.code)\n\($0.leaf == nil)" }
        return new.criteria.indices.compactMap { index in partner[index].map { (old: $0, new: index) } }
    }

    /// A name as it is compared: case and spelling of tone marks make no difference.
    private static func name(of criterion: Criterion) -> String {
        VietnameseText.folded(criterion.name.vi)
    }

    /// The criteria whose key no other has.
    private static func unique(
        _ indices: [Int], of set: CriteriaSet, _ key: (Criterion) -> String
    ) -> [String: Int] {
        let groups = Dictionary(grouping: indices) { key(set.criteria[$0]) }
        return groups.compactMapValues { $0.count == 1 ? $0[0] : nil }
    }
}
