import Assessment
import Reporting
import Scoring
import Values

// Defines a set, scores three wards, explains a criterion, plans the cheapest way to a place, and prints it all in
// Vietnamese.

let criteria = try CompiledCriteria(edition(), year: 2026)
var figures = criteria.emptyFigures(unitCount: 3)
figures[0, "1.1"] = .ratio(numerator: 964, denominator: 1000)
figures[0, "1.2"] = .value(48.5)
figures[1, "1.1"] = .value(99.5)
figures[1, "1.2"] = .value(62)
figures[2, "1.1"] = .value(85)  // the third ward has not reported 1.2 yet: that is not zero

let assessment = try Assessment(
    name: "Chấm điểm thử năm 2026", criteria: criteria,
    units: [
        Unit(code: "an-phu", name: "Phường An Phú", level: "xa"),
        Unit(code: "binh-hoa", name: "Phường Bình Hòa", level: "xa"),
        Unit(code: "tan-lap", name: "Phường Tân Lập", level: "xa"),
    ], figures: figures)
print(ScoreReport(assessment, hasTree: true).text(in: .vi))

// Points are exact decimals, looked up by the codes of unit and criterion.
if let points = assessment.scores["an-phu"]?["1.1"]?.points { print("an-phu, 1.1: \(points) điểm\n") }

let ward = 0
if let explanation = ExplanationReport(assessment, unit: ward, code: "1.1") { print(explanation.text(in: .vi)) }

// What can be done, and what it costs, in millions of đồng.
let actions = [
    PlannedAction(
        code: "nhac-han", name: "Nhắc hạn tự động", cost: 40, effects: [.init("1.1", .numerator(995))]),
    PlannedAction(code: "ho-tro", name: "Hỗ trợ nộp trực tuyến", cost: 25, effects: [.init("1.2", .set(55))]),
    PlannedAction(
        code: "diem-ho-tro", name: "Điểm hỗ trợ tại thôn", cost: 90, effects: [.init("1.2", .set(72))]),
]
let planner = try Planner(assessment.scores, unit: ward, actions: actions)
let goal = PlanGoal.points(3.8)
let result = try planner.plan(goal)
print(
    PlanReport(assessment, unit: ward, planner: planner, content: .goal(goal, result), actions: actions)
        .text(in: .vi))
