import Scoring
import Values

/// Figures that follow from those of other metrics, and of the units that a unit succeeds, as relations between figures
/// and comparisons with last year need them.
extension SampleMaker {
    private typealias Unit = SampleProfile.SampleUnit
    private typealias Draw = SampleProfile.Draw

    func fillLinked(_ row: inout [String], _ metric: Metric, _ unit: SampleProfile.SampleUnit) {
        guard let draw = profile.draw(metric.code, level: unit.level, year: year) else { return }
        if let range = draw.value {
            var chance = chance(unit, metric.code, year)
            row[2] = decimal(chance.number(in: range, pull: pull(unit, draw)), digits: 2)
        } else if let counts = counts(metric.code, unit, year) {
            (row[3], row[4]) = (String(Int(counts.numerator)), String(Int(counts.denominator)))
        } else if let number = number(metric.code, unit, year) {
            row[2] = String(Int(number))
        }
    }

    private func chance(_ unit: Unit, _ metric: String, _ year: Int) -> Chance {
        Chance(seed: profile.seed, String(year), unit.code, metric, "linked")
    }

    /// How far from the lower end of its range a figure tends to be.
    private func pull(_ unit: Unit, _ draw: Draw) -> Double {
        let quality = profile.quality(of: unit, theme: draw.theme) / 100
        return draw.isReversed ? 1 - quality : quality
    }

    /// What a unit was in the year before: itself, or the units that it succeeds; none where one of these was divided.
    private func earlier(_ unit: Unit, before year: Int) -> [Unit] {
        if !profile.years.contains(year - 1) { return [] }
        let codes = unit.successorOf.isEmpty ? [unit.code] : unit.successorOf
        let isDivided = profile.units(in: year).contains { other in
            other.code != unit.code && other.successorOf.contains(where: codes.contains)
        }
        return isDivided ? [] : profile.units(in: year - 1).filter { codes.contains($0.code) }
    }

    /// The two counts of a percentage; nil for another metric.
    private func counts(_ metric: String, _ unit: Unit, _ year: Int) -> (numerator: Double, denominator: Double)? {
        guard let draw = profile.draw(metric, level: unit.level, year: year), let share = draw.share else { return nil }
        var chance = chance(unit, metric, year)
        let before = draw.isFixed ? earlier(unit, before: year).compactMap { counts(metric, $0, year - 1) } : []
        if !before.isEmpty {
            let drop = chance.number(in: draw.drop[year] ?? 0...0, pull: 1 - pull(unit, draw))
            let numerator = before.reduce(0) { $0 + $1.numerator } * (1 - drop / 100)
            return (numerator.rounded(), before.reduce(0) { $0 + $1.denominator })
        }
        let denominator = size(unit, draw, draw.denominator ?? 0...0, &chance, pull: 0.5, year)
        let numerator = (denominator * chance.number(in: share, pull: pull(unit, draw)) / 100).rounded()
        return (min(max(numerator, 0), denominator), denominator)
    }

    /// A count or an amount; nil for another metric.
    private func number(_ metric: String, _ unit: Unit, _ year: Int) -> Double? {
        guard let draw = profile.draw(metric, level: unit.level, year: year) else { return nil }
        let range = draw.count ?? draw.amount
        if range == nil, draw.basis == nil || draw.share != nil { return nil }
        var chance = chance(unit, metric, year)
        let before = draw.isFixed ? earlier(unit, before: year).compactMap { number(metric, $0, year - 1) } : []
        if before.isEmpty { return size(unit, draw, range ?? 0...0, &chance, pull: pull(unit, draw), year) }
        let growth = chance.number(in: draw.growth[year] ?? 0...0, pull: pull(unit, draw))
        return (before.reduce(0, +) * (1 + growth / 100)).rounded()
    }

    /// A count in a range, so many times the unit's size, or part of another one.
    private func size(
        _ unit: Unit, _ draw: Draw, _ range: ClosedRange<Double>, _ chance: inout Chance, pull: Double, _ year: Int
    ) -> Double {
        guard let basis = draw.basis else {
            return (chance.number(in: range, pull: pull) * (draw.isBySize ? unit.size : 1)).rounded()
        }
        let whole =
            switch basis.part {
            case .value: number(basis.metric, unit, year) ?? 0
            case .numerator: counts(basis.metric, unit, year)?.numerator ?? 0
            case .denominator: counts(basis.metric, unit, year)?.denominator ?? 0
            case .rest: counts(basis.metric, unit, year).map { $0.denominator - $0.numerator } ?? 0
            }
        return (whole * chance.number(in: basis.percent, pull: pull) / 100).rounded()
    }
}
