import Values

/// What a node has for a unit, as far as it says something about the criteria.
enum NodeState {
    /// It does not apply to the unit's level, or is never scored.
    case elsewhere
    /// It does not apply to the unit, and is left out.
    case leftOut
    /// Its points are those given to a node above it: it has none of its own.
    case givenAbove
    /// Something of it is not measured yet.
    case unmeasured
    /// All of it is measured, or settled by a convention where there was nothing to measure.
    case measured(isByConvention: Bool)

    var isMeasured: Bool {
        if case .measured = self { true } else { false }
    }
}

extension UnitScore {
    /// What a node has for the unit.
    func state(of node: Int) -> NodeState {
        if criteriaSet.ancestors(of: node).contains(where: { standing(of: $0) != nil }) { return .givenAbove }
        return ownState(of: node)
    }

    private func ownState(of node: Int) -> NodeState {
        if standing(of: node) != nil { return .measured(isByConvention: false) }
        let criterion = criteriaSet.criteria[node]
        guard let leaf = criterion.leaf, let status = status(of: node) else {
            return state(of: criterion.children.map { ownState(of: $0) })
        }
        switch status {
        case .watched, .notAssigned: return .elsewhere
        case .scored: return .measured(isByConvention: false)
        case .partlyReported, .notReported, .awaited, .notPublished, .provisional: return .unmeasured
        case .notApplicable:
            if sum(of: node).maximum > 0 { return .measured(isByConvention: true) }
            return leaf.levels.contains(storage.columns.units[unit].level) ? .leftOut : .elsewhere
        }
    }

    /// What a node has whose parts have these.
    private func state(of parts: [NodeState]) -> NodeState {
        var (isLeftOut, isMeasured, isByConvention) = (false, false, true)
        for part in parts {
            switch part {
            case .unmeasured: return .unmeasured
            case .measured(let settled):
                isMeasured = true
                isByConvention = isByConvention && settled
            case .leftOut: isLeftOut = true
            case .elsewhere, .givenAbove: break
            }
        }
        return isMeasured ? .measured(isByConvention: isByConvention) : isLeftOut ? .leftOut : .elsewhere
    }

    /// The points of a node, from nothing to all that can be had, in percent: of the maximum that applies; where there is
    /// none, from the most that can be taken away to the most that can be added.
    func share(of node: Int) -> ExactRatio? {
        let sum = sum(of: node)
        if let index = sum.exactIndex { return index }
        let range = criteriaSet.givenRange(of: node)
        let (above, whole) = (sum.points - range.lowerBound, range.upperBound - range.lowerBound)
        return ExactRatio(100 * Int128(above.mantissa), over: Int128(whole.mantissa))
    }

    /// What of a node is measured: its points, with the part of the maximum in which they were earned as the maximum.
    func measuredSum(of node: Int) -> PointSum {
        var measured = PointSum.zero
        guard standing(of: node) == nil, criteriaSet.criteria[node].leaf == nil else {
            // Points that may still change are none.
            if status(of: node) == .provisional { return measured }
            measured = sum(of: node)
            measured.maximum = measured.scoredMaximum
            return measured
        }
        for child in criteriaSet.criteria[node].children { measured.add(measuredSum(of: child)) }
        return measured
    }

    /// What of all fields is measured, with the caps on bonus and penalty points.
    var measuredWhole: PointSum {
        var whole = exactCapAdjustment
        for field in fieldIndices { whole.add(measuredSum(of: field)) }
        return whole
    }
}

extension PointSum {
    /// The rest of a whole of which this is a part; nil where nothing else has a maximum.
    func rest(of whole: PointSum) -> PointSum? {
        var rest = PointSum(
            points: whole.points - points, maximum: whole.maximum - maximum,
            scoredMaximum: whole.scoredMaximum - scoredMaximum)
        rest.excess = whole.excess
        rest.excess.add(excess.negated)
        return rest.maximum > 0 ? rest : nil
    }
}
