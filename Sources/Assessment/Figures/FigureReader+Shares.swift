import Scoring
import Tables
import Values

extension FigureReader {
    /// A percentage between 0 and 1, and the cell that states it without a percent sign.
    private struct Doubt {
        let unit: Int
        let value: FixedDecimal
        let location: Location
        let text: String
    }

    /// Reports percentages that may be written as shares, 0,97 for 97 %.
    ///
    /// Where one cell of a metric looks like a share, its ones and zeros are doubtful too: 1 is then 100 %. So are the
    /// ones of a metric that has nothing but ones and zeros.
    func reportShares(into sink: FindingSink) {
        for (column, metric) in metrics.enumerated() where metric.kind == .percent {
            guard let (doubts, hasOthers) = doubts(about: column) else { continue }
            func report(_ code: AssessmentFinding, _ doubt: Doubt, _ more: FindingDetails) {
                var details: FindingDetails = [.metric: .text(metric.code), .found: .text(doubt.text)]
                for (key, value) in more { details[key] = value }
                sink.report(code, at: doubt.location, unit: units.units[doubt.unit].code, details)
            }
            if doubts.contains(where: { $0.value > 0 && $0.value < 1 }) {
                for doubt in doubts {
                    // 97 for 0,97: at most 100, so nothing overflows. Zero is the same either way.
                    let percent = FixedDecimal(mantissa: doubt.value.mantissa * 100)
                    report(.percentLooksLikeShare, doubt, percent == 0 ? [:] : [.expected: .number(percent)])
                }
            } else if !hasOthers, let first = doubts.first(where: { $0.value == 1 }) {
                report(.percentOfZerosAndOnes, first, [.count: .count(doubts.count { $0.value == 1 })])
            }
        }
    }

    /// The doubtful percentages of a metric, in the order of the units, and whether there are others; nil if none is
    /// doubtful.
    private func doubts(about column: Int) -> ([Doubt], hasOthers: Bool)? {
        // Nearly all percentages are far from one: they are passed over as numbers.
        let (between, others) = figures.units(ofColumn: column, between: 0, and: 1)
        var doubts: [Doubt] = []
        var hasOthers = others > 0
        for unit in between {
            guard let cell = cell(unit: unit, metric: column), case .value(let value) = figures[unit, column],
                case .number(_, isPercent: false) = cell.table.number(cell.row, cell.column)
            else {
                hasOthers = true
                continue
            }
            doubts.append(
                Doubt(
                    unit: unit, value: value, location: cell.table.location(cell.row, cell.column),
                    text: cell.table.text(cell.row, cell.column)))
        }
        return doubts.isEmpty ? nil : (doubts, hasOthers)
    }
}
