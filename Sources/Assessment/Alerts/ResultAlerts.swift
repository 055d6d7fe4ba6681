import Scoring
import Values

extension PointSum {
    /// The index that there is once everything that is not measured has earned all; nil without a maximum.
    fileprivate var bestIndex: ExactRatio? {
        guard maximum > 0, let index = exactIndex,
            let rest = ExactRatio(unmeasured).multiplied(by: ExactRatio(100))?.divided(by: ExactRatio(maximum))
        else { return nil }
        return index.adding(rest)
    }

    /// So many points are a share of the maximum in percent.
    fileprivate func points(_ percent: ExactRatio?, digits: Int) -> FixedDecimal {
        percent?.multiplied(by: ExactRatio(maximum))?.divided(by: ExactRatio(100))?
            .rounded(Rounding(.up, digits: digits)) ?? 0
    }
}

extension Assessment {
    private var pointDigits: Int { criteria.set.rounding.points.digits }

    /// The units of which the index stays below the least, or the place is below the worst of the limits.
    func lowResults(of chosen: [Int]) -> [Alert] {
        let limits = settings.alerts
        var alerts: [Alert] = []
        if let least = limits.leastIndex {
            alerts += chosen.compactMap { unit in
                let total = scores[unit].total
                guard let best = total.bestIndex, best < ExactRatio(least), let index = scores[unit].index else {
                    return nil
                }
                let lacking = total.exactIndex.flatMap { ExactRatio(least).subtracting($0) }
                return Alert(
                    .lowIndex, .result, unit: unit, points: total.points(lacking, digits: pointDigits),
                    .index(index, least: least))
            }
        }
        guard let worst = limits.worstPlace else { return alerts }
        let wanted = Set(chosen)
        for part in parts(by: .group) {
            let places = Ranking(scores, units: part.units).places
            for place in places where place.rank > Rank(worst) && wanted.contains(place.unit) {
                alerts.append(
                    Alert(
                        .lowPlace, .result, unit: place.unit,
                        points: points(of: place.unit, for: worst, among: part.units),
                        .place(UnitPlace(rank: place.rank, count: places.count), worst: worst)))
            }
        }
        return alerts
    }

    /// How many points a unit lacks for a place among some units; 0 where no number of points says so.
    private func points(of unit: Int, for place: Int, among units: [Int]) -> FixedDecimal {
        guard case .atLeast(let points, _) = scores.pointsNeeded(by: unit, for: place, among: units) else { return 0 }
        return max(points - scores[unit].total.points, 0)
    }

    /// The units of which the index or the place fell in this period and in that before.
    ///
    /// - Parameter earlier: The period before, and the one before it; without both nothing fell twice.
    func fallenResults(of chosen: [Int], earlier: [Assessment]) -> [Alert] {
        guard earlier.count > 1 else { return [] }
        let (last, first) = (earlier[0], earlier[1])
        guard settings.period.relation(to: last.settings.period) != nil,
            last.settings.period.relation(to: first.settings.period) != nil
        else { return [] }
        let (now, then) = (PlaceComparison(last, self, among: .group), PlaceComparison(first, last, among: .group))
        return chosen.flatMap { unit -> [Alert] in
            guard let before = now.source(of: unit), let start = then.source(of: before) else { return [] }
            let totals = [first.scores[start].total, last.scores[before].total, scores[unit].total]
            let indices = [first.scores[start].index, last.scores[before].index, scores[unit].index]
                .compactMap { $0 }
            var alerts: [Alert] = []
            // What is not measured is no fall.
            if let middle = totals[1].bestIndex, let end = totals[2].bestIndex, let old = totals[0].exactIndex,
                let known = totals[1].exactIndex, middle < old, end < known, indices.count == 3
            {
                let lost = totals[2].exactIndex.flatMap { old.subtracting($0) }
                alerts.append(
                    Alert(
                        .fallenIndex, .result, unit: unit, points: totals[2].points(lost, digits: pointDigits),
                        .indices(indices)))
            }
            let (earlier, later) = (then.change(of: before), now.change(of: unit))
            if let moved = earlier.halves, let movedNow = later.halves, moved < 0, movedNow < 0,
                let start = earlier.before, let middle = later.before, let end = later.after
            {
                let wanted = start.rank.halves / 2
                alerts.append(
                    Alert(
                        .fallenPlace, .result, unit: unit,
                        points: points(of: unit, for: wanted, among: self.units(among: .group, as: unit)),
                        .places([start, middle, end])))
            }
            return alerts
        }
    }
}
