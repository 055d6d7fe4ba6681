import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Survey

/// A tally that is protected tells of nobody alone, and adds up to the same.
@Suite struct ProtectedTallyTests {
    private func form(_ unit: String, _ service: String, sex: String = "x", _ answer: Int = 4) -> DrawnSurvey.Form {
        DrawnSurvey.Form(unit: unit, service: service, sex: sex, answers: [answer, answer, 3, nil])
    }

    private func forms(_ counts: [(unit: String, service: String, count: Int)]) -> [DrawnSurvey.Form] {
        counts.flatMap { unit, service, count in (0..<count).map { form(unit, service, 1 + $0 % 5) } }
    }

    /// By hand: of A, the service with 2 forms and the next smallest become one; nothing of B has to change but the same two.
    @Test func smallServicesBecomeOne() throws {
        let survey = DrawnSurvey(
            forms([("A", "s", 9), ("A", "t", 2), ("A", "u", 6), ("B", "s", 12), ("B", "t", 7), ("B", "u", 7)]))
        let tally = try survey.analysis(domains: ["service"]).tally
        #expect(tally.smallestCell == 2)
        #expect(tally.smallCellFindings(file: "t.csv").map(\.code) == ["survey.smallCells"])
        let protected = try ProtectedTally(tally, file: "t.csv")
        let rows = protected.tally.cells.map { "\($0.key.unit) \($0.key.domains[0]) \($0.rows)" }
        #expect(rows == ["A s 9", "A … 8", "B s 12", "B … 14"])
        #expect(protected.merged == 2)
        #expect(protected.unitsLeftOut == [] && protected.undivided == [])
        #expect(protected.tally.smallCellFindings(file: "t.csv").isEmpty)
    }

    /// Sums of levels, units and questions stay, and no cell is small, whatever the tally.
    @Test(arguments: Draws.seeds(20, of: 200))
    func sumsStay(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed), stream: 20)
        let survey = DrawnSurvey(&random, services: random.int(2...4), sexes: 2, blanks: 10)
        let domains = random.pick([["service"], ["service", "sex"]])
        let tally = try survey.analysis(domains: domains).tally
        let protected = try ProtectedTally(tally, file: "t.csv")
        #expect(protected.tally.smallCells(below: survey.limit) == 0)
        #expect(protected.tally.rowCount + protected.tally.rowsLeftOut == tally.rowCount)
        let kept = Set(protected.tally.units)
        #expect(Set(tally.units).subtracting(kept) == Set(protected.unitsLeftOut))
        for unit in kept {
            for slot in 0..<tally.layout.answerCount {
                func sum(_ tally: SurveyTally) -> Int {
                    tally.cells.filter { $0.key.unit == unit }.reduce(0) { $0 + Int($1.numbers.counts[slot]) }
                }
                #expect(sum(tally) == sum(protected.tally))
            }
        }
        // It can be read again.
        let bytes = protected.tally.file()
        let read = try SurveyTally(file: "t.csv", bytes: bytes, questionnaire: tally.questionnaire)
        #expect(read.cells == protected.tally.cells)
    }

    /// Cells that have one mean score, so that quantiles can be found, would have none once they are merged.
    @Test func whatQuantilesNeedIsNotMerged() throws {
        func protect(_ count: Int) throws -> ProtectedTally {
            var survey = DrawnSurvey((0..<count).map { _ in form("A", "s") })
            survey.extra = #", "quantiles": [0.5]"#
            return try ProtectedTally(try survey.analysis(domains: []).tally, file: "t.csv")
        }
        let error = #expect(throws: FindingsError.self) { try protect(4) }
        #expect(error?.findings.map(\.code) == ["survey.unprotectable"])
        #expect(error?.findings.first?.details == [.found: .names(["quantiles"])])
        #expect(try protect(5).merged == 0)
    }

    /// A unit of too few people goes, and so does the one from which it would follow.
    @Test func smallUnitsAreLeftOut() throws {
        let survey = DrawnSurvey(forms([("A", "s", 3), ("B", "s", 6), ("C", "s", 20)]))
        let protected = try ProtectedTally(try survey.analysis(domains: []).tally, file: "t.csv")
        #expect(protected.tally.units == ["C"])
        #expect(protected.unitsLeftOut == ["A", "B"])
        #expect(protected.tally.rowsLeftOut == 9)
    }
}
