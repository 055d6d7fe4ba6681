import ScoreNumerics
import Scoring
import TestSupport
import Values

extension SeededRandom {
    /// A figure for a measure: near its marks, far away, two counts, or one of the states without a number.
    mutating func figure(for measure: ModelMeasure, maximum: Int) -> ModelFigure {
        switch int(1...100) {
        case 1...4: return .notReported
        case 5...7: return .notApplicable
        case 8...9: return .awaited
        default: break
        }
        switch measure.rule {
        case .yesNo, .checklist: return .value(int(0...1) * 1_000_000)
        case .task: return .value(int(0...2) * 1_000_000)
        case .freeValue: return .value(pick([0, maximum, int(0...maximum)]))
        default: break
        }
        if measure.isRatio, chance(60) {
            var isChange = false
            if case .change = measure.rule { isChange = true }
            let below = isChange || chance(90) ? pick([1, 2, 3, 7, 97, 100, int(1...9_999)]) : 0
            return .ratio(chance(10) ? 0 : int(0...max(below, 3)), below)
        }
        guard let mark = measure.marks.isEmpty ? nil : pick(measure.marks), chance(75) else {
            return .value(number(-50...200))
        }
        return .value(mark + pick([0, 0, 1, -1, 10_000, -10_000, 1_000_000, -1_000_000, int(-9_999_999...9_999_999)]))
    }

    /// Last year's figure: a number that is not contradictory by itself, or none.
    mutating func lastYear(for measure: ModelMeasure) -> ModelFigure {
        switch int(1...100) {
        case 1...5: .notReported
        case 6...8: .notApplicable
        case 9...10: .awaited
        case 11...15: .value(0)
        default: measure.isRatio && chance(50) ? .ratio(int(1...50), int(1...99)) : .value(number(1...90))
        }
    }
}

extension Figure {
    init(_ model: ModelFigure) {
        switch model {
        case .value(let millionths): self = .value(FixedDecimal(mantissa: Int64(millionths)))
        case .ratio(let above, let below):
            self = .ratio(
                numerator: FixedDecimal(mantissa: Int64(above) * 1_000_000),
                denominator: FixedDecimal(mantissa: Int64(below) * 1_000_000))
        case .notReported: self = .notReported
        case .notApplicable: self = .notApplicable
        case .awaited: self = .awaited
        }
    }
}
