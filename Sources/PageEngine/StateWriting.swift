internal import Scoring
internal import Values

extension JSONWriter {
    /// Writes a unit's sums, class and place, as every report has them.
    mutating func state(_ score: UnitScore, _ rank: GroupRank?) {
        let total = score.total
        member("points", total.points)
        member("maximum", total.maximum)
        member("index", score.index)
        member("coverage", score.coverage)
        member("unmeasured", total.unmeasured)
        member("class", score.classification?.unitClass?.code)
        member("rank", rank?.rank.decimal)
        member("ranked", rank?.count)
        member("tied", rank?.tied)
    }

    /// Writes given points that no longer stand; nothing where all do.
    mutating func freed(_ freed: [FreedPoints], in set: CriteriaSet, stages: [String]) {
        if freed.isEmpty { return }
        list("freed", freed) { points, json in
            json.member("criterion", set.criteria[points.node].code)
            let stage = points.standing.stage
            json.member("stage", stages.indices.contains(stage) ? stages[stage] : nil)
            json.member("points", points.standing.points)
        }
    }

    /// Writes what became of figures.
    mutating func changes(_ changes: [FigureChange], in set: CriteriaSet) {
        list("figures", changes) { change, json in
            json.member("metric", change.metric.code)
            json.member("criterion", set.criteria[change.criterion].code)
            json.key("before")
            json.object { $0.members(of: change.before) }
            json.key("after")
            json.object { $0.members(of: change.after) }
        }
    }

    /// Writes a figure into an open object.
    mutating func members(of figure: Figure) {
        switch figure {
        case .value(let value): member("value", value)
        case .ratio(let numerator, let denominator):
            member("numerator", numerator)
            member("denominator", denominator)
        case .notReported: member("status", Scenario.Absence.notReported.rawValue)
        case .notApplicable: member("status", Scenario.Absence.notApplicable.rawValue)
        case .awaited: member("status", Scenario.Absence.awaited.rawValue)
        case .notPublished: member("status", Scenario.Absence.notPublished.rawValue)
        }
    }
}

// Embedded Swift knows no names of cases.
extension LeafStatus {
    /// The name of the case.
    var name: String {
        switch self {
        case .scored: "scored"
        case .partlyReported: "partlyReported"
        case .notReported: "notReported"
        case .awaited: "awaited"
        case .notApplicable: "notApplicable"
        case .notPublished: "notPublished"
        case .watched: "watched"
        case .provisional: "provisional"
        case .notAssigned: "notAssigned"
        }
    }
}

extension IgnoredReason {
    /// The name of the case.
    var name: String {
        switch self {
        case .outOfReach: "outOfReach"
        case .unknownMetric: "unknownMetric"
        case .notScored: "notScored"
        case .notApplicable: "notApplicable"
        case .noBetter: "noBetter"
        case .nothingToAddTo: "nothingToAddTo"
        case .contradiction: "contradiction"
        }
    }
}

extension RemainingLoss {
    /// The name of the case, or of the reason why effects are ignored.
    var name: String {
        switch self {
        case .noAction: "noAction"
        case .forbidden: "forbidden"
        case .late: "late"
        case .partly: "partly"
        case .awaited: "awaited"
        case .ignored(let reason): reason.name
        }
    }
}
