import Scoring
import Tables
import Values

extension FigureReader {
    /// Remembers up to which day the figures of the table just read count: what its column says of a row, otherwise what
    /// is said of the whole file.
    mutating func readDays(of table: Table, unit: UnitOfRows?, fileDay: CalendarDay?, into sink: FindingSink) {
        let column = table.column(named: ColumnNames.asOf)
        guard column != nil || fileDay != nil, let layout = layouts.last else { return }
        var dayOfRow = Array(repeating: fileDay, count: table.rowCount)
        if let column {
            let row = TableRow<AssessmentFinding>(table, into: sink)
            while row.next() {
                let position: Int? =
                    switch unit {
                    case .column(let column): units.position(named: table.text(row.index, column))
                    case .whole(let position): position
                    case nil: nil
                    }
                row.subject.unit = position.map { units.units[$0].code }
                if let day = row.day(column, in: years, orElse: .badDay) { dayOfRow[row.index] = day }
            }
        }
        let count = units.units.count
        var days = self.days ?? FigureDays(metricCount: metrics.count, unitCount: count)
        for metric in metrics.indices {
            if layout.isWide, layout.columnsByMetric[metric] == nil { continue }
            for unit in 0..<count where figures.isReported(unit: unit, column: metric) {
                let row = Int(layout.rows[layout.isWide ? unit : metric * count + unit]) - 1
                guard row >= 0, days[unit, metric] == nil, let day = dayOfRow[row] else { continue }
                days[unit, metric] = day
            }
        }
        self.days = days
    }
}
