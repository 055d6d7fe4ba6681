internal import Optimization
internal import Scoring
internal import Values

extension OpenPage {
    /// The cheapest actions that reach a goal.
    mutating func plan(_ request: PlanRequest, in json: inout JSONWriter) throws(Refusal) {
        let place = try position(of: request.unit)
        let trial = trial(place)
        var table = trial.table
        if !request.edits.isEmpty {
            do throws(ScenarioError) { table = try trial.table(after: Scenario(changes: request.edits)) } catch {
                throw .scenario(error)
            }
        }
        let score = table[trial.unit]
        var actions: [PlannedAction]
        switch request.source {
        case .page where !self.actions.isEmpty: actions = self.actions
        case .page, .nextBands: actions = score.nextBandActions
        case .stated(let stated):
            try stated.check()
            actions = stated
        }
        try actions.mark(must: request.must, mustNot: request.mustNot)
        var floors: [PlanConditions.Floor] = []
        for floor in request.floors {
            guard let node = set.index(of: floor.criterion) else { throw .plan("unknownCriterion") }
            floors.append(PlanConditions.Floor(node: node, points: floor.points))
        }
        let goal: PlanGoal
        var wanted: Int?
        switch request.goal {
        case .reach(let stated):
            if case .rank = stated, peers == .none { throw .plan("placeNeedsOthers") }
            goal = stated
        case .unitClass(let code):
            guard let scheme = set.classScheme(of: table.units[trial.unit].group),
                let position = scheme.classes.firstIndex(where: { $0.code == code })
            else { throw .plan("unknownClass") }
            guard let points = score.leastPoints(ofClass: position, in: scheme) else { throw .plan("classNeedsOthers") }
            (goal, wanted) = (.points(points), position)
        }
        let clock = SearchClock(seconds: request.seconds, checks: request.checks)
        let planner: Planner
        let result: PlanResult
        do throws(PlanError) {
            planner = try Planner(
                table, unit: trial.unit, among: shown[place].among, actions: actions,
                conditions: PlanConditions(floors: floors, count: request.count, day: request.day),
                isOver: { clock.isOver() })
            result = try planner.plan(goal)
        } catch {
            throw .plan(error.name)
        }
        json.member("unit", request.unit)
        write(result, of: request, reaching: wanted, in: &json)
        json.key("now")
        let now = planner.rankBefore
        json.object { $0.state(score, rank(now)) }
        json.member("actionCount", planner.actionCount)
        json.texts("late", planner.late)
        if planner.ignored.isEmpty { return }
        json.list("ignored", planner.ignored) { effect, json in
            json.member("action", effect.action)
            json.member("metric", effect.metric)
            json.member("reason", effect.reason.name)
        }
    }

    private func write(_ result: PlanResult, of request: PlanRequest, reaching wanted: Int?, in json: inout JSONWriter)
    {
        json.member("status", result.status.rawValue)
        json.member("bound", result.bound)
        if result.isOutOfTime { json.member("outOfTime", true) }
        json.key("goal")
        json.object { json in
            switch request.goal {
            case .reach(.rank(let rank)): json.member("rank", rank)
            case .reach(.index(let index)): json.member("index", index)
            case .reach(.points(let points)): json.member("points", points)
            case .reach(.budget(let budget)): json.member("budget", budget)
            case .unitClass(let code): json.member("class", code)
            }
            json.member("neededPoints", result.neededPoints)
            if let sure = result.surePoints { json.member("surePoints", sure) }
        }
        if let wanted, let best = result.plans.first {
            let scheme = set.classScheme(of: best.after.group)
            let reached = best.after.classification?.unitClass.flatMap { own in
                scheme?.classes.firstIndex { $0.code == own.code }
            }
            json.member("reachesClass", reached.map { $0 <= wanted } ?? false)
        }
        json.list("plans", result.plans) { plan, json in write(plan, in: &json) }
        if request.count > 1 { json.member("furtherProven", result.areFurtherProven) }
        if let equal = result.equal {
            json.key("equal")
            json.object { write(equal, in: &$0) }
        }
        guard let richest = result.richest else { return }
        json.key("richest")
        json.object { write(richest, in: &$0) }
        json.member("isRichestProven", result.isRichestProven)
        json.list("losses", result.losses) { loss, json in
            json.member("criterion", set.criteria[loss.criterion].code)
            json.member("lost", loss.lost)
            json.member("reason", loss.reason.name)
        }
    }

    private func write(_ plan: Plan, in json: inout JSONWriter) {
        json.member("cost", plan.cost)
        json.state(plan.after, rank(plan.rankAfter))
        json.list("actions", plan.actions) { action, json in
            json.member("code", action.code)
            json.member("cost", action.cost)
        }
        json.freed(plan.freed, in: set, stages: stages)
        plan.scenario.write(to: &json)
        json.changes(plan.changes, in: set)
        json.list("criteria", plan.moved) { moved, json in
            json.member("code", set.criteria[moved.node].code)
            json.member("before", moved.before)
            json.member("after", moved.after)
            json.member("gain", moved.gain)
        }
    }
}

extension [PlannedAction] {
    /// Marks what must be done and what must not. A metric's code stands for all next bands of its figure.
    fileprivate mutating func mark(must: [String], mustNot: [String]) throws(Refusal) {
        for (codes, requirement) in [(must, PlannedAction.Requirement.mustDo), (mustNot, .mustNotDo)] {
            for code in codes {
                let marked = indices.filter { position in
                    self[position].code == code
                        || (requirement == .mustNotDo && self[position].name.isEmpty
                            && self[position].effects.contains { $0.metric == code })
                }
                if marked.isEmpty { throw .plan("unknownAction") }
                for position in marked { self[position].requirement = requirement }
            }
        }
    }
}

extension PlanError {
    /// The name of the case.
    fileprivate var name: String {
        switch self {
        case .emptyGroup: "emptyGroup"
        case .negativeOption: "negativeOption"
        case .negativeAction: "negativeAction"
        case .negativeGoal: "negativeGoal"
        case .negativeBudget: "negativeBudget"
        case .negativeGain: "negativeGain"
        case .negativeFloor: "negativeFloor"
        case .unknownAction: "unknownAction"
        case .unknownCriterion: "unknownCriterion"
        case .totalTooLarge: "totalTooLarge"
        case .tooManyConditions: "tooManyConditions"
        case .notAdditive: "notAdditive"
        case .tooManyPoints: "tooManyPoints"
        }
    }
}
