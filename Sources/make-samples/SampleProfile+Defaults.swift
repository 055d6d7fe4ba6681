import ScoreNumerics
import Scoring
import Values

/// How figures are drawn for which a profile has no entry of their own.
struct SampleDefaults {
    /// Percentages: counts whose share, or a value, is this percentage of the target.
    struct Percent {
        let denominator: ClosedRange<Double>
        let ofTarget: ClosedRange<Double>
    }

    /// The progress of tasks, in percent; the rest is not done.
    struct Tasks {
        let inTime: Double
        let late: Double
        /// For conditional tasks.
        let notTriggered: Double
        /// For tasks that have begun and are due later.
        let notDue: Double
    }

    let percent: Percent?
    /// Counts with a target, in percent of it.
    let countOfTarget: ClosedRange<Double>?
    /// Points that others gave, in percent of the range from the minimum to the maximum.
    let pointsOfRange: ClosedRange<Double>?
    let tasks: Tasks?

    init(reading object: JSONObject) {
        percent = object.object("percent").flatMap { entry in
            guard let denominator = entry.range("denominator"), let share = entry.range("ofTarget") else { return nil }
            return Percent(denominator: denominator, ofTarget: share)
        }
        countOfTarget = object.object("count")?.range("ofTarget")
        pointsOfRange = object.object("points")?.range("ofRange")
        tasks = object.object("task").map { entry in
            Tasks(
                inTime: entry.double("inTime"), late: entry.double("late"), notTriggered: entry.double("notTriggered"),
                notDue: entry.double("notDue"))
        }
    }

    /// How a metric is drawn whose target has a positive number, or none.
    func draw(_ metric: Metric, target: Bound?) -> SampleProfile.Draw? {
        let number = target.map { $0.value.approximation }
        var draw = SampleProfile.Draw()
        switch metric.kind {
        case .percent:
            guard let percent else { return nil }
            let range = scaled(percent.ofTarget, by: number ?? 100)
            if metric.ratio == nil { draw.value = range } else { draw.share = range }
            draw.denominator = percent.denominator
        case .count, .amount:
            guard let countOfTarget, let number, number > 0 else { return nil }
            draw.count = scaled(countOfTarget, by: number)
        case .points:
            guard let pointsOfRange, let least = metric.minimum, let most = metric.maximum else { return nil }
            let start = least.approximation
            let width = (most - least).approximation
            draw.value = start + pointsOfRange.lowerBound * width / 100...start + pointsOfRange.upperBound * width / 100
        case .yesNo, .task: return nil
        }
        return draw
    }

    private func scaled(_ range: ClosedRange<Double>, by number: Double) -> ClosedRange<Double> {
        let factor = max(number, 0) / 100
        return range.lowerBound * factor...range.upperBound * factor
    }
}

extension SampleDefaults.Tasks {
    /// The word for the progress, as known on a day.
    func word(deadline: Deadline?, on day: CalendarDay?, quality: Double, chance: inout Chance) -> String {
        if let day, let from = deadline?.from, day < from { return "chưa đến hạn" }
        var isDueLater = false
        if let day, let due = deadline?.due, deadline?.kind != .continuous { isDueLater = day <= due }
        if isDueLater, chance.happens(notDue) { return "chưa đến hạn" }
        let luck = chance.unit() * 100 - quality / 10
        if luck < inTime { return "hoàn thành đúng hạn" }
        // Nothing is late before it is due.
        return luck < inTime + late && !isDueLater ? "hoàn thành trễ hạn" : "chưa hoàn thành"
    }
}
