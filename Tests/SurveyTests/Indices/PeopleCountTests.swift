import Survey
import Testing

/// How many people an index covers: those who answered any of its questions.
struct PeopleCountTests {
    /// Five people: question a was answered by 1, 2 and 3, question b by 1 and 5; 4 said nothing.
    private static let rows = ["u,s,v,1,5,1", "u,s,w,1,4,", "u,s,x,1,3,", "u,s,y,1,,", "u,s,z,1,,2"]

    private func people(of part: SurveyIndex.Part, _ change: (inout SurveyOfRows) -> Void) throws -> Int {
        var survey = SurveyOfRows(rows: Self.rows)
        change(&survey)
        return try survey.analysis().index(of: part).people
    }

    @Test(arguments: [(0, 3), (1, 2)]) func ofAQuestion(question: Int, expected: Int) throws {
        #expect(try people(of: .question(question)) { _ in } == expected)
        #expect(try people(of: .question(question)) { $0.design = SurveyOfRows.villages } == expected)
    }

    /// Without a design people are not counted; at least as many answered as answered question a.
    @Test func ofSeveralQuestionsWithoutADesignAreThoseOfTheQuestionWithMost() throws {
        #expect(try people(of: .group(3)) { _ in } == 3)
    }

    @Test func ofSeveralQuestionsAreCountedWhereADesignOrTheMeasureNeedsThem() throws {
        #expect(try people(of: .group(3)) { $0.design = SurveyOfRows.villages } == 4)
        #expect(try people(of: .group(3)) { $0.index = #""measure": "satisfiedPeople", "topLevels": 2"# } == 4)
    }

    /// Those of two cells add up: two answered a in one unit, one in the other.
    @Test func ofSeveralUnitsAddUp() throws {
        let rows = ["u,s,v,1,5,1", "u,s,w,1,4,", "u2,s,x,1,,2", "u2,s,y,1,,3", "u2,s,z,1,1,"]
        let index = try SurveyOfRows(rows: rows).analysis().index(of: .group(3))
        // At least two in the first, and at least two in the second.
        #expect(index.people == 4)
    }
}
