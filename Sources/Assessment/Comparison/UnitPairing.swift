internal import Survey
internal import Values

/// Which units of an earlier assessment each unit of a later one is compared with.
public struct UnitPairing: Hashable, Sendable {
    /// Units to be compared.
    public struct Pair: Hashable, Sendable {
        /// Positions in the earlier assessment: the unit itself, or the units that became it.
        public let before: [Int]
        /// The position in the later one.
        public let after: Int
        /// Whether the later assessment states that the unit succeeds these.
        public let isSuccession: Bool
    }

    /// Why a unit has no counterpart.
    public enum Gap: Hashable, Sendable {
        /// A unit of the later assessment whose code is not in the earlier one, and that names no predecessor.
        case noPredecessor(after: Int)
        /// A unit of the earlier assessment that no later one continues.
        case noSuccessor(before: Int)
        /// A predecessor that is not in the earlier assessment.
        case unknownPredecessors(after: Int, codes: [String])
        /// A predecessor that was divided: how its figures were split is unknown.
        case divided(after: Int, before: Int, successors: [Int])
        /// Predecessors of different levels, which are scored differently.
        case levelsDiffer(after: Int)
    }

    /// The pairs, in the order of the later assessment.
    public let pairs: [Pair]
    /// Units without a counterpart: those of the later assessment, then those of the earlier.
    public let gaps: [Gap]

    /// Follows `successor of` from the later units to the earlier ones. A unit that names no predecessor is paired with
    /// the unit of the same code, and so is one whose predecessors no longer existed while it existed itself. Predecessors
    /// are named by their codes, or by names that are theirs alone.
    ///
    /// Complexity: O(units + predecessors).
    public init(from before: [Unit], to after: [Unit]) {
        let positions = Dictionary(
            before.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first })
        var names: UnitNames?
        /// The code of what a unit succeeds. Most tables have codes: the index of names is made where a text is none.
        func code(of text: String) -> String {
            if positions[text] != nil { return text }
            let index = names ?? UnitNames(before.map { (code: $0.code, name: $0.name) })
            names = index
            return if case .one(let code) = index.match(text) { code } else { text }
        }
        let predecessors = after.map { $0.successorOf.map(code(of:)).withoutRepeats { $0 } }
        let follows = zip(after, predecessors).map { unit, predecessors in
            predecessors.contains { positions[$0] != nil } || (!predecessors.isEmpty && positions[unit.code] == nil)
        }
        // A unit that continued under its code while others also succeed it was divided like any other.
        let sources = after.indices.map { follows[$0] ? predecessors[$0] : [after[$0].code] }
        var heirs: [Int: [Int]] = [:]
        for (unit, codes) in sources.enumerated() {
            for code in codes {
                if let position = positions[code] { heirs[position, default: []].append(unit) }
            }
        }
        var pairs: [Pair] = []
        var gaps: [Gap] = []
        for (unit, codes) in sources.enumerated() {
            let isSuccession = follows[unit]
            let unknown = codes.filter { positions[$0] == nil }
            let known = codes.compactMap { positions[$0] }
            if !unknown.isEmpty {
                gaps.append(
                    isSuccession ? .unknownPredecessors(after: unit, codes: unknown) : .noPredecessor(after: unit))
            } else if let divided = known.first(where: { (heirs[$0]?.count ?? 0) > 1 }) {
                gaps.append(.divided(after: unit, before: divided, successors: heirs[divided] ?? []))
            } else if Set(known.map { before[$0].level }).count > 1 {
                gaps.append(.levelsDiffer(after: unit))
            } else {
                pairs.append(Pair(before: known, after: unit, isSuccession: isSuccession))
            }
        }
        gaps += before.indices.filter { heirs[$0] == nil }.map { .noSuccessor(before: $0) }
        self.pairs = pairs
        self.gaps = gaps
    }

    /// One unit of each side, whatever their codes.
    public init(before: Int, after: Int) {
        pairs = [Pair(before: [before], after: after, isSuccession: false)]
        gaps = []
    }

    private init(pairs: [Pair], gaps: [Gap]) {
        (self.pairs, self.gaps) = (pairs, gaps)
    }

    /// The pairs and gaps of one unit of the later assessment.
    public func narrowed(toAfter unit: Int) -> UnitPairing {
        UnitPairing(pairs: pairs.filter { $0.after == unit }, gaps: gaps.filter { $0.after == unit })
    }

    /// The pairs and gaps of one unit of the earlier assessment.
    public func narrowed(toBefore unit: Int) -> UnitPairing {
        UnitPairing(pairs: pairs.filter { $0.before.contains(unit) }, gaps: gaps.filter { $0.before == unit })
    }
}

extension UnitPairing.Gap {
    /// The unit of the later assessment that the gap concerns.
    public var after: Int? {
        switch self {
        case .noPredecessor(let after), .unknownPredecessors(let after, _), .divided(let after, _, _),
            .levelsDiffer(let after):
            after
        case .noSuccessor: nil
        }
    }

    /// The unit of the earlier assessment that the gap concerns.
    public var before: Int? {
        switch self {
        case .noSuccessor(let before), .divided(_, let before, _): before
        case .noPredecessor, .unknownPredecessors, .levelsDiffer: nil
        }
    }
}
