import Values

// Maxima that follow from weights, and parts that are not added.
extension CriteriaTreeReader {
    /// Gives nodes with a weight their part of the parent's maximum: × weight ÷ the sum of the siblings' weights.
    mutating func settleWeights(_ nodes: [(object: JSONObject, index: Int)], under root: JSONObject) {
        var families: [Int?: [(object: JSONObject, index: Int)]] = [:]
        for node in nodes { families[criteria[node.index].parent, default: []].append(node) }
        // A parent stands before its children, and is settled when these are.
        for parent in [nil] + criteria.indices.map({ Optional($0) }) {
            guard let family = families[parent] else { continue }
            let weighted = family.filter { criteria[$0.index].weight != nil }
            if weighted.isEmpty {
                if parent == nil { checkTotal(under: root) }
                continue
            }
            settle(weighted, of: parent, beside: family.first { $0.object.has("maximum") }, under: root)
        }
        if overlay != nil { criteria = criteria.map { $0.withoutWeight } }
    }

    /// Gives siblings with weights their maxima, or reports why that cannot be.
    private mutating func settle(
        _ weighted: [(object: JSONObject, index: Int)], of parent: Int?,
        beside mixed: (object: JSONObject, index: Int)?, under root: JSONObject
    ) {
        let first = weighted[0]
        if let mixed {
            reader.report(
                CriteriaFinding.weightBesideMaximum, at: mixed.object.offset(of: "maximum"),
                [.code: .text(criteria[mixed.index].code), .other: .text(criteria[first.index].code)])
            return
        }
        guard parent != nil || root.required("total") != nil,
            let whole = parent.map({ criteria[$0].exactMaximum }) ?? total.map({ ExactRatio($0) })
        else { return }
        let sum = weighted.reduce(FixedDecimal.zero) { $0 + (criteria[$1.index].weight ?? 0) }
        if sum == 0 {
            reader.report(
                CriteriaFinding.weightsWithoutSum, at: first.object.offset(of: "weight"),
                [.code: .text(criteria[first.index].code)])
            return
        }
        for (object, index) in weighted {
            let share = ExactRatio(criteria[index].weight ?? 0).divided(by: ExactRatio(sum))
            guard let maximum = share.flatMap({ whole.multiplied(by: $0) }) else {
                reader.report(
                    CriteriaFinding.weightTooFine, at: object.offset(of: "weight"),
                    [.code: .text(criteria[index].code)])
                return
            }
            criteria[index] = criteria[index].with(maximum: maximum)
        }
    }

    /// A total beside fields that state their maxima is their sum.
    private func checkTotal(under root: JSONObject) {
        let sum = exactSum(of: criteria.indices.filter { criteria[$0].parent == nil })
        guard overlay == nil, let total, ExactRatio(total) != sum else { return }
        reader.report(
            CriteriaFinding.maximumDiffers, at: root.offset(of: "total"),
            [.code: "total", .found: .number(total), .expected: .points(sum)])
    }

    func exactSum(of nodes: [Int]) -> ExactRatio {
        // Parts of one whole have denominators that fit together.
        nodes.reduce(.zero) { $0.adding(criteria[$1].exactMaximum) ?? $0 }
    }

    /// Points are rounded to so many digits where a maximum must not have more.
    func checkDigits(of criterion: Criterion, _ rounding: Rounding, at offset: Int) {
        let maximum = criterion.exactMaximum
        if let decimal = maximum.exactDecimal, decimal.mantissa % rounding.quantum == 0 { return }
        reader.report(
            CriteriaFinding.maximumTooFine, at: offset,
            [
                .code: .text(criterion.code), .found: .points(maximum), .expected: .count(rounding.digits),
            ])
    }

    /// Where fields are rounded, a full one must have a number of points.
    func checkFields(_ nodes: [(object: JSONObject, index: Int)]) {
        guard rounding?.stage == .field else { return }
        for (object, index) in nodes where criteria[index].parent == nil && !criteria[index].children.isEmpty {
            checkDigits(of: criteria[index], .finest, at: object.offsetOfMaximum)
        }
    }

    // MARK: - Combinations

    /// The greatest sum of the weights of a mean, as whole numbers without a common factor.
    private static let greatestDegree = 1000

    /// Shares need parts with a maximum of their own, and means need weights in small proportions.
    func checkCombinations(_ nodes: [(object: JSONObject, index: Int)], under root: JSONObject) {
        check(combination, of: criteria.indices.filter { criteria[$0].parent == nil }, in: root, code: nil)
        for (object, index) in nodes where !criteria[index].children.isEmpty {
            check(criteria[index].combination, of: criteria[index].children, in: object, code: criteria[index].code)
        }
        let extras = criteria.filter { [.bonus, .penalty].contains($0.leaf?.role) }
        for (object, index) in nodes where !criteria[index].combination.isSum {
            report(extras.filter { isBelow($0, index) }, at: object, code: criteria[index].code)
        }
        if !combination.isSum { report(extras, at: root, code: nil) }
    }

    private func isBelow(_ criterion: Criterion, _ node: Int) -> Bool {
        var parent = criterion.parent
        while let above = parent, above != node { parent = criteria[above].parent }
        return parent == node
    }

    private func report(_ extras: [Criterion], at object: JSONObject, code: String?) {
        guard let extra = extras.first else { return }
        reader.report(
            CriteriaFinding.extraInCombination, at: object.offset(of: "combine"),
            [.code: .text(code ?? "criteria"), .child: .text(extra.code)])
    }

    private func check(_ combination: NodeCombination, of parts: [Int], in object: JSONObject, code: String?) {
        guard combination.isRounded else { return }
        let maxima = parts.map { criteria[$0].exactMaximum }.filter { $0 > .zero }
        let degree = CombinedParts.weights(maxima)?.reduce(0) { $0 + $1 }
        if degree ?? .max <= Self.greatestDegree { return }
        reader.report(
            CriteriaFinding.unevenWeights, at: object.offset(of: "combine"),
            [.code: .text(code ?? "criteria"), .expected: .count(Self.greatestDegree)])
    }
}

extension JSONObject {
    /// How the parts of this node, or of the edition, are combined.
    func nodeCombination() -> NodeCombination {
        let kind = choice("combine", of: NodeCombination.Kind.self) ?? .sum
        let combination = NodeCombination(kind)
        guard has("digits") else { return combination }
        guard combination.isRounded else {
            reader.report(JSONFinding.unknownKey, at: offset(of: "digits"), [.key: "digits"])
            return combination
        }
        return integer("digits", in: 6...12).map { NodeCombination(kind, digits: $0) } ?? combination
    }

    /// Where a node states its maximum, or the weight that gives it one.
    var offsetOfMaximum: Int { offset(of: has("weight") ? "weight" : "maximum") }
}

extension FindingValue {
    /// Points, as a fraction where six decimals do not hold them.
    static func points(_ exact: ExactRatio) -> FindingValue {
        exact.exactDecimal.map { .number($0) } ?? .text(exact.description)
    }
}
