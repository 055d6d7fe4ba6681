import Scoring
public import Values

/// The days up to which figures count (tính đến ngày), as far as they are stated.
package struct FigureDays: Sendable {
    private var days: [CalendarDay] = []
    /// Which of the days, from 1, by metric and unit; 0 for none.
    private var places: [UInt32]
    private let unitCount: Int

    init(metricCount: Int, unitCount: Int) {
        places = Array(repeating: 0, count: metricCount * unitCount)
        self.unitCount = unitCount
    }

    /// The day of a unit's figure; nil where none is stated.
    package internal(set) subscript(unit: Int, column: Int) -> CalendarDay? {
        get {
            let place = Int(places[column * unitCount + unit])
            return place == 0 ? nil : days[place - 1]
        }
        set {
            guard let day = newValue else {
                places[column * unitCount + unit] = 0
                return
            }
            // Tables are drawn on a few days.
            let place = days.lastIndex(of: day) ?? days.count
            if place == days.count { days.append(day) }
            places[column * unitCount + unit] = UInt32(truncatingIfNeeded: place + 1)
        }
    }

    /// Those of some units only, in the specified order.
    func narrowed(to kept: [Int]) -> FigureDays {
        let metrics = unitCount == 0 ? 0 : places.count / unitCount
        var narrowed = FigureDays(metricCount: metrics, unitCount: kept.count)
        narrowed.days = days
        for column in 0..<metrics {
            for (position, unit) in kept.enumerated() {
                narrowed.places[column * kept.count + position] = places[column * unitCount + unit]
            }
        }
        return narrowed
    }
}

/// Figures that were drawn before their period ended.
public struct ProvisionalFigures: Hashable, Sendable {
    /// The earliest and the latest day on which they were drawn.
    public let days: ClosedRange<CalendarDay>
    /// How many they are.
    public let count: Int
    /// The last day of the period.
    public let end: CalendarDay
}

extension Assessment {
    /// The day up to which a unit's figure counts; nil where none is stated.
    package func day(unit: Int, metric: String) -> CalendarDay? {
        guard let figureDays, let column = figures.metrics.firstIndex(of: metric) else { return nil }
        return figureDays[unit, column]
    }

    /// The figures drawn before the period ended; nil where there are none.
    ///
    /// Complexity: O(figures).
    static func provisional(_ figures: FigureTable, _ days: FigureDays?, in period: Period) -> ProvisionalFigures? {
        guard let days else { return nil }
        var range: ClosedRange<CalendarDay>?
        var count = 0
        for column in figures.metrics.indices {
            for unit in 0..<figures.unitCount where figures.isReported(unit: unit, column: column) {
                guard let day = days[unit, column], day < period.last else { continue }
                count += 1
                range = range.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
            }
        }
        return range.map { ProvisionalFigures(days: $0, count: count, end: period.last) }
    }
}
