import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// Tables of actions: their meaning, and everything that can be wrong with them, each with its place.
@Suite struct ActionReadingTests {
    private static let heading =
        "action;name;unit;metric;value;numerator;denominator;add;add numerator;cost;deadline;needs;excludes;mark\n"

    /// Rows below the usual heading, and all findings that they must give.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var rows: String
        var findings: [String]
        var testDescription: String { name }
    }

    /// Reads rows against the small assessment, in which h has 90.5 %, xa-1 9 of 10 and xa-2 80 % in 1.1.
    private func read(_ rows: String, heading: String = heading) throws -> ActionsReading {
        let assessment = try #require(try SmallAssessment().read().assessment)
        let files = TemporaryFolder()
        return assessment.readActions(files.add(heading + rows))
    }

    private func briefs(_ reading: ActionsReading) -> [String] {
        reading.findings.map { finding in
            ([finding.code] + [finding.location.line, finding.location.column].compactMap { $0.map(String.init) })
                .joined(separator: " ")
        }
    }

    @Test func whatIsSaidIsRead() throws {
        let reading = try read(
            """
            A;Tên A;;1.1;95,5;;;;;10,5;30/6/2025;B;C;phải làm
            A;;xa-1, xa-2;1.3;5;;;;;;;;;
            B;;;;;;;;;2;2025-06-30;;;
            C;;xa-1;1.1;;10;;;;0;;;;không làm
            D;;xa-1;1.1;;19;20;;;1;;;;
            E;;xa-1;1.1;;;;2;;1;;;;
            F;;xa-1;1.1;;;;;1;1;;;;
            G;;h, xa-1;1.4;có;;;;;1;;;;

            """)
        #expect(briefs(reading) == [])
        let actions = try #require(reading.actions)
        #expect(actions.map(\.code) == ["A", "B", "C", "D", "E", "F", "G"])
        #expect(actions[0].name == "Tên A" && actions[1].name == "B")
        #expect(
            actions[0].cost == exact("10.5") && actions[0].requirement == .mustDo
                && actions[2].requirement == .mustNotDo)
        #expect(actions[0].deadline == CalendarDay("2025-06-30") && actions[1].deadline == CalendarDay("2025-06-30"))
        #expect(actions[0].needs == ["B"] && actions[0].excludes == ["C"])
        #expect(
            actions[0].effects == [
                .init("1.1", .set(exact("95.5"))), .init("1.3", .set(5), units: ["xa-1", "xa-2"]),
            ])
        #expect(
            actions[2...].flatMap(\.effects) == [
                .init("1.1", .numerator(10), units: ["xa-1"]),
                .init("1.1", .counts(numerator: 19, denominator: 20), units: ["xa-1"]),
                .init("1.1", .add(2), units: ["xa-1"]), .init("1.1", .addToNumerator(1), units: ["xa-1"]),
                .init("1.4", .set(1), units: ["h", "xa-1"]),
            ])
    }

    @Test(arguments: [
        Case(name: "no code", rows: ";x;;1.1;95;;;;;1;;;;\n", findings: ["action.blankCell 2 1"]),
        Case(
            name: "a share", rows: "A;x;;1.1;0,98;;;;;1;;;;\n",
            findings: ["action.looksLikeShare 2 5", "action.noBetter 2 5"]),
        Case(
            name: "a share of one", rows: "A;x;;1.1;1;;;;;1;;;;\n",
            findings: ["action.looksLikeShare 2 5", "action.noBetter 2 5"]),
        Case(name: "no cost", rows: "A;x;;1.1;95;;;;;;;;;\n", findings: ["action.blankCell 2 10"]),
        Case(
            name: "negative cost", rows: "A;x;;1.1;95;;;;;-1;;;;\n",
            findings: ["action.negativeCost 2 10"]),
        Case(
            name: "cost in words", rows: "A;x;;1.1;95;;;;;ít;;;;\n",
            findings: ["table.notANumber 2 10"]),
        Case(
            name: "cost in percent", rows: "A;x;;1.1;95;;;;;5 %;;;;\n",
            findings: ["action.percentSign 2 10"]),
        Case(
            name: "two costs", rows: "A;x;;1.1;95;;;;;1;;;;\nA;;;1.3;12;;;;;2;;;;\n",
            findings: ["action.differingRows 3 10"]),
        Case(name: "unknown unit", rows: "A;x;xa-9;1.1;95;;;;;1;;;;\n", findings: ["action.unknownUnit 2 3"]),
        Case(name: "unknown metric", rows: "A;x;;9.1;95;;;;;1;;;;\n", findings: ["action.unknownMetric 2 4"]),
        Case(name: "unknown need", rows: "A;x;;1.1;95;;;;;1;;B;;\n", findings: ["action.unknownAction 2 12"]),
        Case(name: "unknown exclusion", rows: "A;x;;1.1;95;;;;;1;;;B;\n", findings: ["action.unknownAction 2 13"]),
        Case(name: "needs itself", rows: "A;x;;1.1;95;;;;;1;;A;;\n", findings: ["action.itself 2 12"]),
        Case(
            name: "circle", rows: "A;;;1.1;95;;;;;1;;B;;\nB;;;1.1;96;;;;;1;;C;;\nC;;;1.1;97;;;;;1;;A;;\n",
            findings: ["action.circle 2 12"]),
        Case(
            name: "excludes what it needs", rows: "A;;;1.1;95;;;;;1;;B;B;\nB;;;1.1;96;;;;;1;;;;\n",
            findings: ["action.excludesNeed 2 13"]),
        Case(
            name: "two musts", rows: "A;;;1.1;95;;;;;1;;;B;phải làm\nB;;;1.1;96;;;;;1;;;;phải làm\n",
            findings: ["action.excludedMusts 2 13"]),
        Case(
            name: "twice the same", rows: "A;;;1.1;95;;;;;1;;;;\nA;;xa-1;1.1;96;;;;;;;;;\n",
            findings: ["action.repeatedEffect 3 4"]),
        Case(name: "no result", rows: "A;;;1.1;;;;;;1;;;;\n", findings: ["action.missingEffect 2 4"]),
        Case(name: "denominator alone", rows: "A;;;1.1;;;5;;;1;;;;\n", findings: ["action.missingEffect 2 7"]),
        Case(name: "no metric", rows: "A;;;;95;;;;;1;;;;\n", findings: ["action.missingMetric 2 5"]),
        Case(name: "two results", rows: "A;;;1.1;95;;;2;;1;;;;\n", findings: ["action.contradictoryEffect 2 8"]),
        Case(name: "no day", rows: "A;;;1.1;95;;;;;1;31/6/2025;;;\n", findings: ["action.badDay 2 11"]),
        Case(name: "no mark", rows: "A;;;1.1;95;;;;;1;;;;có thể\n", findings: ["action.badMark 2 14"]),
        Case(name: "outside", rows: "A;;;1.1;101;;;;;1;;;;\n", findings: ["action.outsideDomain 2 5"]),
        Case(name: "between steps", rows: "A;;;1.3;1,5;;;;;1;;;;\n", findings: ["action.offStep 2 5"]),
        Case(name: "counts of a count", rows: "A;;;1.3;;3;4;;;1;;;;\n", findings: ["action.notARatio 2 6"]),
        Case(name: "cases of a count", rows: "A;;;1.3;;;;;4;1;;;;\n", findings: ["action.notARatio 2 9"]),
        Case(name: "of nothing", rows: "A;;;1.1;;0;0;;;1;;;;\n", findings: ["action.badCount 2 6"]),
        Case(
            name: "more than all", rows: "A;;;1.1;;5;4;;;1;;;;\n", findings: ["action.numeratorExceedsDenominator 2 6"]),
        Case(name: "no better", rows: "A;;xa-1;1.1;90;;;;;1;;;;\n", findings: ["action.noBetter 2 5"]),
        Case(name: "no better anywhere", rows: "A;;;1.1;79;;;;;1;;;;\n", findings: ["action.noBetter 2 5"]),
        Case(name: "no duty", rows: "A;;xa-1;2.2;90;;;;;1;;;;\n", findings: ["action.notScored 2 5"]),
        Case(name: "nothing to add to", rows: "A;;xa-1;1.3;;;;2;;1;;;;\n", findings: ["action.nothingToAddTo 2 8"]),
        Case(name: "no counts to add to", rows: "A;;xa-2;1.1;;;;;2;1;;;;\n", findings: ["action.contradiction 2 9"]),
        Case(name: "after the year", rows: "A;;;1.1;95;;;;;1;2026-01-01;;;\n", findings: ["action.afterYear 2 11"]),
        Case(name: "nothing", rows: "", findings: ["action.noActions"]),
    ])
    func whatIsWrongIsFound(_ item: Case) throws {
        let reading = try read(item.rows)
        #expect(briefs(reading) == item.findings)
        #expect((reading.actions == nil) == reading.findings.containsError)
    }

    /// A message names a column as the table does.
    @Test(arguments: [("cost", "needs"), ("Chi phí", "Cần có trước"), ("COST", "điều kiện")])
    func columnsAreNamedAsTheyStand(cost: String, needs: String) throws {
        let heading = "action;metric;value;\(cost);\(needs)\n"
        let reading = try read("A;1.1;95;;\nB;1.1;96;1;B\n", heading: heading)
        let keys = reading.findings.filter { $0.severity == .error }.map { "\($0.code) \($0.text(.key) ?? "")" }
        #expect(keys == ["action.blankCell \(cost)", "action.itself \(needs)"])
    }

    @Test func aTableWithoutItsColumnsIsRefused() throws {
        let reading = try read("x;1\n", heading: "code of something;kosten\n")
        #expect(reading.actions == nil)
        #expect(reading.findings.filter { $0.code == "table.missingColumn" }.count == 2)
    }

    @Test func theSampleIsSoundAndServesEveryUnit() throws {
        let assessment = try #require(Repository.sample.assessment)
        let path = try #require(assessment.actionsFile)
        let reading = assessment.readActions(path)
        #expect(briefs(reading) == [])
        let actions = try #require(reading.actions)
        #expect((25...40).contains(actions.count))
        #expect(actions.contains { !$0.needs.isEmpty } && actions.contains { !$0.excludes.isEmpty })
        #expect(actions.allSatisfy { $0.deadline?.year == 2024 })
        for unit in assessment.units.indices {
            let planner = try Planner(assessment.scores, unit: unit, actions: actions)
            let result = try planner.plan(.budget(100))
            let plan = try #require(result.plans.first)
            #expect(result.status == .optimal && plan.cost <= 100)
            #expect(plan.after.total.points > assessment.scores[unit].total.points)
        }
    }

    /// The table of the sample without its last actions, and with more of them: within a budget points never fall, and
    /// what they reach never costs more.
    @Test func moreActionsNeverMakeAWorsePlan() throws {
        let assessment = try #require(Repository.sample.assessment)
        let path = try #require(assessment.actionsFile)
        let all = try #require(assessment.readActions(path).actions)
        for unit in assessment.units.indices {
            var goal: FixedDecimal?
            var (points, cost) = (FixedDecimal.zero, FixedDecimal?.none)
            for count in [10, 16, 22, all.count] {
                let first = all.prefix(count)
                let codes = Set(first.map(\.code))
                // What needs an action that is not there yet comes with it.
                let actions = first.filter { codes.isSuperset(of: $0.needs) && codes.isSuperset(of: $0.excludes) }
                let planner = try Planner(assessment.scores, unit: unit, actions: Array(actions))
                let richest = try planner.plan(.budget(100))
                #expect(richest.status == .optimal)
                let reached = try #require(richest.plans.first).after.total.points
                #expect(reached >= points, "\(assessment.units[unit].code) \(count)")
                points = reached
                if goal == nil { goal = reached }
                let least = try planner.plan(.points(goal ?? reached))
                let plan = try #require(least.plans.first)
                #expect(least.status == .optimal && plan.cost <= cost ?? plan.cost)
                cost = plan.cost
            }
        }
    }
}
