import Survey
import Testing
import Values

@Suite("Answer tally")
struct AnswerTallyTests {
    @Test("gives the share on the top levels, the mean and the scaled mean")
    func indices() throws {
        // 10 people: 1, 0, 2, 4, 3 on levels 1 to 5. Share 7/10; mean (1 + 6 + 16 + 15)/10 = 3.8; scaled 2.8/4 = 0.7.
        let tally = try AnswerTally(counts: [1, 0, 2, 4, 3])
        #expect(tally.total == 10)
        #expect(tally.share(ofTop: 2) == ExactRatio(7, over: 10))
        #expect(tally.meanLevel == ExactRatio(38, over: 10))
        #expect(tally.scaledMean == ExactRatio(7, over: 10))
    }

    @Test("says nothing without an answer")
    func empty() throws {
        let tally = try AnswerTally(counts: [0, 0, 0, 0, 0])
        #expect(tally.share(ofTop: 2) == nil)
        #expect(tally.meanLevel == nil)
        #expect(tally.scaledMean == nil)
    }

    @Test("adds up, and only on one scale")
    func adding() throws {
        var village = try AnswerTally(counts: [1, 0, 2, 4, 3])
        try village.add(AnswerTally(counts: [0, 5, 0, 0, 1]))
        #expect(village.counts == [1, 5, 2, 4, 4])
        #expect(throws: SurveyError.scalesDiffer) { try village.add(AnswerTally(counts: [1, 2])) }
    }

    @Test("refuses scales and counts that cannot be")
    func refusals() {
        #expect(throws: SurveyError.emptyScale) { try AnswerTally(counts: [3]) }
        #expect(throws: SurveyError.negativeCount) { try AnswerTally(counts: [1, -1]) }
    }
}
