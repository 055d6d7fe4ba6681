import Values

extension LeafReader {
    /// The condition on another criterion; whether there is such a criterion is checked once the tree is known.
    mutating func readRequirement(of object: JSONObject) -> LeafRequirement? {
        guard let entry = object.object("requires") else { return nil }
        defer { entry.finish() }
        let bounds = entry.ownBounds()
        let context = RuleContext(maximum: maximum, metrics: [], years: years)
        let otherwise = entry.amount("otherwise", in: context)
        guard let criterion = entry.requiredText("criterion") else { return nil }
        guard bounds.count == 1, bounds[0].isLower else {
            entry.reader.report(CriteriaFinding.badBound, at: entry.offset, [.expected: "above | atLeast"])
            return nil
        }
        let (bound, hundred) = (bounds[0], 100 as FixedDecimal)
        // What every criterion reaches, or none can, is no condition.
        guard bound.comparison == .above ? (0..<hundred).contains(bound.value) : bound.value > 0 && bound.value <= 100
        else {
            entry.reader.report(
                CriteriaFinding.badOrder, at: entry.offset, [.expected: "0 < atLeast ≤ 100, 0 ≤ above < 100"])
            return nil
        }
        requirementPlace = entry
        return LeafRequirement(criterion: criterion, bound: bound, otherwise: otherwise ?? .share(0))
    }
}

extension CriteriaTreeReader {
    /// Conditions need another leaf with a maximum, and must not depend on each other in a circle.
    func checkRequirements() {
        func isRegular(_ index: Int) -> Bool { criteria[index].leaf?.role == .regular && criteria[index].maximum > 0 }
        let positions = Dictionary(firstOf: criteria.enumerated().map { ($0.element.code, $0.offset) })
        var inCircle: Set<Int> = []
        for (index, place) in requirementPlaces {
            guard let requirement = criteria[index].leaf?.requirement else { continue }
            guard isRegular(index) else {
                place.reader.report(
                    CriteriaFinding.requirementOfExtra, at: place.offset, [.code: .text(criteria[index].code)])
                continue
            }
            guard let other = positions[requirement.criterion], isRegular(other) else {
                let codes = criteria.indices.filter { $0 != index && isRegular($0) }.map { criteria[$0].code }
                place.unknown(requirement.criterion, among: codes, key: "criterion", at: place.offset(of: "criterion"))
                continue
            }
            if inCircle.contains(index) { continue }
            var way = [index]
            var next = positions[requirement.criterion]
            while let node = next, !way.contains(node) {
                way.append(node)
                next = criteria[node].leaf?.requirement.flatMap { positions[$0.criterion] }
            }
            guard next == index else { continue }
            inCircle.formUnion(way)
            place.reader.report(
                CriteriaFinding.requirementCircle, at: place.offset,
                [.found: .names((way + [index]).map { criteria[$0].code })])
        }
    }
}
