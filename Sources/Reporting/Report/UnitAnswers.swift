internal import Assessment
internal import Documents
internal import Scoring
internal import Synchronization
internal import Values
internal import Words

/// What is asked first about a unit: where it stands, what it lost, what to do next and what an appraisal cut.
struct UnitAnswers: Sendable {
    /// Points that a later stage gave below those before it.
    struct Cut: Sendable {
        let criterion: Criterion
        let stage: Stage
        /// The stage of the points before; computed where nobody had given any.
        let stageBefore: Stage
        let (before, after): (FixedDecimal, FixedDecimal)
        let reason: String?
        var lost: FixedDecimal { before - after }
    }

    /// The cheapest thing that earns points.
    struct Step: Sendable {
        let plan: Plan
        let isProven: Bool
        /// The points that it earns.
        let gain: FixedDecimal
    }

    /// How units of similar size stand in each field.
    struct Similar: Sendable {
        /// How many they are, without the unit.
        let count: Int
        /// By the position of the field the median of those that are wholly measured there, and how many these are; none
        /// where they are too few.
        let medians: [Int: (median: ExactRatio, count: Int)]
    }

    /// The greatest losses, three at most, and what they lost together.
    let losses: [LeafGap]
    let lostTogether: FixedDecimal
    /// How many criteria lost points.
    let lossCount: Int
    let gap: UnitGap
    /// The units with the same place.
    let tied: [Unit]
    /// How the unit stands in each field among the others of its part.
    let spreads: [NodeSpread]
    /// The same among the units of similar size, where there are enough of them.
    let similar: Similar?
    let step: Step?
    /// The greatest first.
    let cuts: [Cut]
    var cutTogether: FixedDecimal { cuts.reduce(0) { $0 + $1.lost } }
    /// The fields in which the unit is below the median of those that are wholly measured. Fields of extra points have no
    /// maximum that anybody falls short of.
    var belowMedian: [NodeSpread] {
        spreads.filter { $0.own.maximum != 0 && $0.own.unmeasured == 0 && $0.index < $0.median }
    }

    init(_ model: ReportModel, _ unit: UnitModel, _ gap: UnitGap) {
        self.gap = gap
        let lost = gap.lost
        losses = Array(lost.prefix(3))
        lostTogether = losses.reduce(0) { $0 + $1.lost }
        lossCount = lost.count
        let (part, row) = unit.place.map { ($0.part, $0.row) } ?? (nil, nil)
        tied =
            row?.place.map { place in
                part?.rows.filter { $0.unit.code != unit.report.unit.code && $0.place?.rank == place.rank }.map {
                    $0.unit
                }
                    ?? []
            } ?? []
        spreads =
            part.map { part in
                Ranking.spreads(
                    of: unit.position, at: model.set.fieldIndices, among: part.units, model.assessment.scores,
                    ties: model.ranking.ties)
            } ?? []
        similar = part.flatMap { part in
            model.assessment.similar(to: unit.position, among: part.units).map { units in
                Similar(
                    count: units.count,
                    medians: Dictionary(
                        firstOf: model.set.fieldIndices.compactMap { field in
                            let standing = FieldStanding(field, of: units.map { model.assessment.scores[$0] })
                            guard standing.measured >= Assessment.leastSimilar else { return nil }
                            return standing.median.map { (field, ($0, standing.measured)) }
                        }))
            }
        }
        step = Self.step(model, unit)
        let order = model.assessment.settings.stages
        cuts = unit.report.criteria.compactMap { Self.cut($0, order) }
            .enumerated().sorted { ($1.element.lost, $0.offset) < ($0.element.lost, $1.offset) }.map { $0.element }
    }

    private static func cut(_ node: CriterionReport, _ stages: StageList) -> Cut? {
        func position(_ given: GivenScore) -> Int { stages.position(of: given.stage) ?? 0 }
        let given = node.given.enumerated().sorted {
            (position($0.element), $0.offset) < (position($1.element), $1.offset)
        }.map { $0.element }
        guard let last = given.last, last.stage != stages.own else { return nil }
        let earlier = given.last { $0.stage != last.stage }
        guard let before = earlier?.points ?? node.computed, last.points < before else { return nil }
        return Cut(
            criterion: node.criterion, stage: last.stage, stageBefore: earlier?.stage ?? .computed,
            before: before, after: last.points, reason: last.reason)
    }

    /// The cheapest actions that earn anything, among those of the folder that are still in time or, where it lists none,
    /// among the next bands of single figures. The search ends after so many looks, so that two runs find the same.
    private static func step(_ model: ReportModel, _ unit: UnitModel) -> Step? {
        let scores = model.assessment.scores
        let actions = model.actions?.actions ?? unit.score.nextBandActions
        let looks = LookCounter(limit: 2_000)
        guard !actions.isEmpty,
            let planner = try? Planner(
                scores, unit: unit.position, among: unit.place?.part.units, actions: actions,
                conditions: PlanConditions(day: model.planningDay), isOver: { looks.isOver() }),
            let result = try? planner.plan(.points(unit.score.total.points + FixedDecimal(mantissa: 1))),
            let plan = result.plans.first
        else { return nil }
        return Step(
            plan: plan, isProven: result.status == .optimal,
            gain: plan.after.total.points - unit.score.total.points)
    }
}

/// Ends a search after so many looks, wherever it runs: time would make two runs differ.
private final class LookCounter: Sendable {
    private let looks = Atomic<Int>(0)
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func isOver() -> Bool { looks.wrappingAdd(1, ordering: .relaxed).newValue > limit }
}

extension UnitAnswers {
    /// What programs read; every number of the first screen is here.
    func write(to record: inout RecordWriter, of model: ReportModel) {
        record.list("greatestLosses", losses) {
            ["criterion": .text($0.score.criterion.code), "lost": .number($0.lost)]
        }
        record.values([
            "lostTogether": .number(lostTogether), "criteriaWithLosses": .count(lossCount),
            "cutTogether": .number(cutTogether),
        ])
        record.texts("tiedWith", tied.map { $0.code })
        record.texts("belowMedian", belowMedian.map { model.set.criteria[$0.node].code })
        if let step {
            record.record("nextStep") { record in
                record.texts("actions", step.plan.actions.map { $0.code })
                record.values([
                    "cost": .number(model.actions == nil ? nil : step.plan.cost), "gain": .number(step.gain),
                    "points": .number(step.plan.after.total.points), "proven": .flag(step.isProven),
                ])
            }
        }
        record.list("cuts", cuts) { cut in
            [
                "criterion": .text(cut.criterion.code), "stage": .text(cut.stage.code),
                "stageBefore": .text(cut.stageBefore.code), "before": .number(cut.before),
                "after": .number(cut.after), "lost": .number(cut.lost), "reason": .text(cut.reason),
            ]
        }
    }
}
