import Documents
import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment
@testable import Reporting
@testable import score_cli

/// Reports of plans for the synthetic sample: the same plan in every form, and what must be told beside it.
struct PlanReportTests {
    private static let assessment = Assessment.read(Repository.path("datasets/tuy-phuoc-2024")).assessment

    private func report(_ goal: PlanGoal?, unit code: String, isGenerated: Bool = false) throws -> PlanReport {
        let assessment = try #require(Self.assessment)
        let unit = try #require(assessment.position(ofUnit: code))
        let actions =
            isGenerated
            ? assessment.scores[unit].nextBandActions
            : try stated(assessment)
        let conditions = PlanConditions(count: 2)
        let planner = try Planner(assessment.scores, unit: unit, actions: actions, conditions: conditions)
        let content: PlanReport.Content
        if let goal {
            content = .goal(goal, try planner.plan(goal))
        } else {
            content = .frontier(try planner.frontier())
        }
        return PlanReport(
            assessment, unit: unit, planner: planner, content: content, actions: actions, conditions: conditions,
            isGenerated: isGenerated)
    }

    private func stated(_ assessment: Assessment) throws -> [PlannedAction] {
        let path = try #require(assessment.actionsFile)
        return try #require(assessment.readActions(path).actions)
    }

    @Test func everyFormTellsTheSamePlan() throws {
        let report = try report(.rank(5), unit: "phuoc-an")
        let plan = try #require(report.plans.first)
        let json = try jsonRecord(report.json(in: .vi))
        #expect(json["status"] as? String == "optimal" && json["costs"] as? String == "stated")
        #expect((json["cost"] as? NSNumber)?.description == plan.cost.text())
        let codes = (json["actions"] as? [[String: Any]])?.compactMap { $0["code"] as? String }
        #expect(codes == plan.actions.map(\.code) && codes?.isEmpty == false)
        #expect((json["rank"] as? Int).map { $0 <= 5 } == true && json["bound"] != nil && json["margin"] != nil)
        for language in Language.allCases {
            let csv = report.text(as: .csv, in: language)
            let text = report.text(as: .table, in: language, width: 120)
            let markdown = report.text(as: .md, in: language)
            for code in plan.actions.map(\.code) {
                #expect(csv.contains(code) && text.contains(code) && markdown.contains(code))
            }
            #expect(text.contains(language == .vi ? "đã chứng minh là rẻ nhất" : "proven to be the cheapest"))
            #expect(text.contains(language == .vi ? "số liệu giả lập" : "synthetic"))
        }
    }

    @Test func relativeDistancesAreSaidToBeNone() throws {
        let report = try report(.budget(20), unit: "phuoc-an", isGenerated: true)
        #expect(try jsonRecord(report.json(in: .vi))["costs"] as? String == "relativeDistance")
        let vietnamese = report.briefMarkdown(in: .vi)
        #expect(vietnamese.contains("không phải tiền"))
        #expect(report.briefMarkdown(in: .en).contains("not money"))
        #expect(report.text(as: .csv, in: .vi).contains("khoảng cách tương đối"))
    }

    @Test func whatCannotBeReachedIsToldWithTheMostAndWhy() throws {
        let report = try report(.index(100), unit: "tuy-phuoc")
        #expect(!report.hasPlan && report.scenario(in: .vi) == nil)
        let json = try jsonRecord(report.json(in: .vi))
        #expect(json["status"] as? String == "infeasible" && (json["actions"] as? [Any])?.isEmpty == true)
        let richest = try #require(json["richest"] as? [String: Any])
        let index = try #require(richest["index"] as? NSNumber)
        let text = report.briefMarkdown(in: .vi)
        let shown = index.description.replacingOccurrences(of: ".", with: ",")
        #expect(text.contains("kể cả làm mọi hành động có thể") && text.contains(shown))
        let losses = try #require(json["losses"] as? [[String: Any]])
        #expect(losses.contains { $0["reason"] as? String == "noAction" })
        // What is lost then is what the richest plan leaves.
        guard case .goal(_, let result) = report.content, let most = result.richest?.after.total else {
            Issue.record("no richest plan")
            return
        }
        #expect(result.losses.reduce(0) { $0 + $1.lost } == most.lost && result.isRichestProven)
    }

    @Test func aFrontierRisesInCostAndPoints() throws {
        let report = try report(nil, unit: "phuoc-nghia")
        let json = try jsonRecord(report.json(in: .vi))
        let list = try #require(json["frontier"] as? [[String: Any]])
        let steps = list.compactMap { step in
            ((step["cost"] as? NSNumber)?.decimalValue).flatMap { cost in
                ((step["points"] as? NSNumber)?.decimalValue).map { (cost, $0) }
            }
        }
        #expect(steps.count == list.count && steps.count > 10 && steps[0].0 == 0)
        #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.0 < $1.0 && $0.1 < $1.1 })
        #expect(report.text(as: .csv, in: .en).split(separator: "\n").count == list.count + 1)
    }

    /// The frontier, or the most points, for one unit with actions of one's own.
    private func report(
        _ actions: [PlannedAction], frontier isFrontier: Bool, day: CalendarDay? = nil,
        isOver: (@Sendable () -> Bool)? = nil
    ) throws -> PlanReport {
        let assessment = try #require(Self.assessment)
        let unit = try #require(assessment.position(ofUnit: "phuoc-an"))
        let conditions = PlanConditions(day: day)
        let planner = try Planner(
            assessment.scores, unit: unit, actions: actions, conditions: conditions, isOver: isOver)
        let content: PlanReport.Content =
            isFrontier ? .frontier(try planner.frontier()) : .goal(.budget(5), try planner.plan(.budget(5)))
        return PlanReport(
            assessment, unit: unit, planner: planner, content: content, actions: actions, conditions: conditions)
    }

    @Test func whatIsDoneAfterItsDeadlineIsNamed() throws {
        let day = CalendarDay(year: 2024, month: 6, day: 10)
        let action = PlannedAction(
            code: "X", name: "", cost: 1, deadline: day, effects: [], requirement: .mustDo)
        for (today, isLate) in [(10, false), (11, true)] {
            let report = try report([action], frontier: false, day: CalendarDay(year: 2024, month: 6, day: today))
            let (vietnamese, english) = (report.briefMarkdown(in: .vi), report.briefMarkdown(in: .en))
            #expect(vietnamese.contains("vẫn tính vì được đặt là phải làm: X") == isLate)
            #expect(vietnamese.contains("không hành động nào quá thời hạn") == !isLate)
            #expect(english.contains("done although the deadline has passed, because it must be: X") == isLate)
            #expect(english.contains("no deadline has passed") == !isLate)
            let json = try jsonRecord(report.json(in: .vi))
            #expect(json["lateButRequired"] as? [String] == (isLate ? ["X"] : nil))
        }
    }

    @Test func aFrontierWithoutTimeSaysSo() throws {
        let assessment = try #require(Self.assessment)
        let report = try report(try stated(assessment), frontier: true, isOver: { true })
        let json = try jsonRecord(report.json(in: .vi))
        #expect(json["outOfTime"] as? Bool == true && json["status"] as? String == "feasible" && report.hasPlan)
        #expect(report.briefMarkdown(in: .vi).contains("Hết thời gian cho phép"))
        #expect(report.briefMarkdown(in: .en).contains("raise --time"))
    }

    @Test func conditionsThatContradictEachOtherHaveNoFrontier() throws {
        let actions = [("X", "Y"), ("Y", "X")].map { code, other in
            PlannedAction(code: code, name: "", cost: 1, effects: [], excludes: [other], requirement: .mustDo)
        }
        let report = try report(actions, frontier: true)
        #expect(!report.hasPlan && report.briefMarkdown(in: .vi).contains("Không có phương án nào"))
        #expect(report.briefMarkdown(in: .en).contains("the conditions contradict each other"))
    }

    @Test(arguments: [
        ["plan", "F"], ["plan", "F", "--goal-index", "90", "--budget", "3"],
        ["plan", "F", "--frontier", "--goal-rank", "1"],
    ])
    func exactlyOneGoalIsNeeded(_ words: [String]) {
        #expect(throws: UsageError.oneGoal) { try ArgumentParser.parse(words, language: .vi) }
    }

    @Test(arguments: [
        (["--goal-rank", "0"], "--goal-rank"), (["--goal-rank", "hai"], "--goal-rank"),
        (["--goal-index", "cao"], "--goal-index"), (["--goal-index", "90 %"], "--goal-index"),
        (["--budget", "-1"], "--budget"), (["--frontier", "--best", "21"], "--best"),
        (["--frontier", "--time", "0"], "--time"),
    ])
    func badNumbersAreTold(_ words: [String], option: String) throws {
        do throws(UsageError) {
            _ = try ArgumentParser.parse(["plan", "F"] + words, language: .vi)
            Issue.record("nothing was refused")
        } catch {
            switch error {
            case .badAmount(option, _), .badNumber(option, _, _, _): break
            default: Issue.record("\(error)")
            }
        }
    }
}
