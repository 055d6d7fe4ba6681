import Scoring
import Tables
import Values

/// Finds figures, points and opinions that are dated after the window of their stage, unit by unit, with the points at
/// stake.
struct WindowReview {
    let assessment: Assessment
    let figures: FigureReader
    let given: GivenRows
    let sink: FindingSink

    /// What came too late for a unit at a stage.
    private struct Late {
        var count = 0
        var latest: CalendarDay?
        /// The last day that the latest missed.
        var closes: CalendarDay?
        var criteria: [String] = []
        var points = FixedDecimal.zero
        var place: Location?

        mutating func add(_ day: CalendarDay, after closes: CalendarDay, at place: Location?) {
            count += 1
            if self.place == nil { self.place = place }
            if latest.map({ $0 < day }) ?? true { (latest, self.closes) = (day, closes) }
        }
    }

    private var set: CriteriaSet { assessment.criteria.set }
    private var windows: StageWindows { assessment.settings.windows }

    func report() {
        if windows.isEmpty { return }
        reportFigures()
        reportGiven()
    }

    private func window(of stage: Stage, _ unit: Int, node: Int) -> StageWindow {
        windows.window(of: stage, unit: assessment.units[unit], field: assessment.fieldCode(of: node))
    }

    private func reportFigures() {
        guard let own = assessment.settings.stages.own, let days = figures.days, windows.rules[own.code] != nil else {
            return
        }
        let computed = assessment.scores.computed
        for unit in assessment.units.indices {
            var late = Late()
            for (node, criterion) in set.criteria.enumerated() {
                guard let leaf = criterion.leaf else { continue }
                var isLate = false
                for metric in leaf.measures.flatMap({ $0.metrics }) {
                    guard let column = figures.columns[metric.code],
                        figures.figures.isReported(unit: unit, column: column), let day = days[unit, column],
                        let closes = window(of: own, unit, node: node).closes, day > closes
                    else { continue }
                    late.add(day, after: closes, at: figures.location(unit: unit, metric: column))
                    isLate = true
                }
                if isLate {
                    late.criteria.append(criterion.code)
                    late.points += computed[unit].sum(of: node).points
                }
            }
            report(.figuresAfterClosing, late, unit, own)
        }
    }

    private func reportGiven() {
        let (stages, positions) = (assessment.settings.stages, assessment.positions)
        var late: [Key: Late] = [:]
        var earlier: [Int: ScoreTable] = [:]
        func add(
            _ unit: String, _ criterion: String, _ stage: Stage, _ date: String?, _ points: FixedDecimal?,
            _ place: Location
        ) {
            guard let day = date.flatMap({ CalendarDay($0) }), let position = stages.position(of: stage),
                let unit = positions.units[unit], let node = positions.nodes[criterion],
                let closes = window(of: stage, unit, node: node).closes, day > closes
            else { return }
            let key = Key(unit: unit, stage: position)
            late[key, default: Late()].add(day, after: closes, at: place)
            if late[key]?.criteria.contains(criterion) == false { late[key]?.criteria.append(criterion) }
            guard let points else { return }
            if earlier[position] == nil { earlier[position] = assessment.scores(before: position) }
            let change = points - (earlier[position]?[unit].sum(of: node).points ?? 0)
            late[key]?.points += change < 0 ? 0 - change : change
        }
        for (score, place) in given.scores {
            add(score.unit, score.criterion, score.stage, score.date, score.points, place)
        }
        // A row with points and an opinion is one.
        let counted = Set(given.scores.map { [$0.score.unit, $0.score.criterion, $0.score.stage.code] })
        for (opinion, place) in given.opinions {
            if !counted.contains([opinion.unit, opinion.criterion, opinion.stage.code]) {
                add(opinion.unit, opinion.criterion, opinion.stage, opinion.date, nil, place)
            }
        }
        for (key, late) in late.sorted(by: { ($0.key.unit, $0.key.stage) < ($1.key.unit, $1.key.stage) }) {
            report(.pointsAfterClosing, late, key.unit, stages.stages[key.stage])
        }
    }

    private struct Key: Hashable {
        let unit: Int
        let stage: Int
    }

    private func report(_ code: FlowFinding, _ late: Late, _ unit: Int, _ stage: Stage) {
        guard let latest = late.latest, let closes = late.closes, let place = late.place else { return }
        sink.report(
            code, at: place, unit: assessment.units[unit].code,
            [
                .stage: .name(stage.name), .count: .count(late.count), .criterion: .names(late.criteria),
                .found: .day(latest), .expected: .day(closes), .other: .number(late.points),
            ])
    }
}

extension Assessment {
    /// The code of the field of a node.
    package func fieldCode(of node: Int) -> String {
        let set = criteria.set
        return set.criteria[set.field(above: node)].code
    }
}
