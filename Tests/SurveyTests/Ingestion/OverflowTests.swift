import TestSupport
import Testing
import Values

@testable import Survey

/// An overflowing sum is reported, and there is no tally.
@Suite struct OverflowTests {
    /// 9·10¹² in millionths is 9·10¹⁸, and a second one is beyond 2⁶³.
    @Test(arguments: [1, 2, 15, 16, 17, 300])
    func hugeWeights(count: Int) throws {
        let row = "u1;9000000000000;5;4\n"
        for (text, files) in [(String(repeating: row, count: count), 1), (row, count)] {
            let questionnaire = try #require(SmallSurvey.questionnaire(questions: 2))
            let folder = TemporaryFolder()
            let paths = (0..<files).map { folder.add("xã;trọng số;q1;q2\n" + text, "\($0).csv") }
            let reading = AnswerReader(questionnaire, options: SmallSurvey.options()).read(paths)
            #expect((reading.tally == nil) == (count > 1))
            #expect(reading.findings.map(\.code) == (count > 1 ? ["survey.tooLarge"] : []))
            if count == 1 { #expect(reading.tally?.cells.map(\.weight) == [9_000_000_000_000_000_000]) }
        }
    }

    /// The sums of several units each fit.
    @Test func hugeWeightsOfSeveralUnits() throws {
        let text = "xã;trọng số;q1;q2\nu1;9000000000000;5;4\nu2;9000000000000;5;4\n"
        let reading = try #require(SmallSurvey.read(text))
        #expect(reading.findings.isEmpty)
        #expect(reading.tally?.sum(levels: 3..<5).weight == Int128(9_000_000_000_000_000_000) * 4)
    }

    /// With three answers, Σ w² xx is 9 · (3·10¹⁸)² for each unit: two of them are below 2¹²⁷, three are not.
    @Test(arguments: [1, 2, 3])
    func hugeSquares(units: Int) throws {
        let row = RowSums.Row(weight: 3_000_000_000_000_000_000, answers: [3, 3, 3])
        let lines = [TallySamples.heading] + ["A", "B", "C"].prefix(units).map { row.line(commune: $0) }
        let folder = TemporaryFolder()
        var options = AnswerOptions()
        options.domains = ["sex"]
        let reading = AnswerReader(try TallySamples.questionnaire(), options: options)
            .read([folder.add(lines.joined(separator: "\n") + "\n")])
        #expect(reading.tally?.cells.count == (units < 3 ? units : nil))
        #expect(reading.findings.map(\.code) == (units < 3 ? [] : ["survey.tooLarge"]))
    }

    /// A file can have as many groups as rows: memory is exhausted before that.
    @Test(arguments: [1, 2])
    func tooManyGroups(threads: Int) throws {
        let questionnaire = try #require(SmallSurvey.questionnaire(questions: 2))
        var options = SmallSurvey.options(threads: threads)
        options.units = nil
        options.memoryLimit = 1 << 20
        let note = String(repeating: "x", count: 400)
        let rows = (0..<25_000).map { "unit\($0);1;5;4;\(note)\n" }.joined()
        let files = TemporaryFolder()
        let path = files.add("xã;trọng số;q1;q2;ghi chú\n" + rows)
        let reading = AnswerReader(questionnaire, options: options).read([path])
        #expect(reading.findings.map(\.code) == ["survey.tooManyGroups"])
        #expect(reading.tally == nil)
        options.memoryLimit = 1 << 30
        #expect(AnswerReader(questionnaire, options: options).read([path]).tally?.cells.count == 25_000)
    }

    /// A group of a few forms takes what these take, 64 bytes for each of sixteen, and not what one of many would.
    @Test(arguments: [(1024 * 1_000, true), (1024 * 1_000 - 1, false)])
    func smallGroups(limit: Int, fits: Bool) throws {
        let questionnaire = try #require(SmallSurvey.questionnaire(questions: 2))
        var options = SmallSurvey.options(threads: 1)
        options.units = nil
        options.memoryLimit = limit
        let rows = (0..<1_000).map { "unit\($0);1;5;4\n" }.joined()
        let files = TemporaryFolder()
        let reading = AnswerReader(questionnaire, options: options).read([files.add("xã;trọng số;q1;q2\n" + rows)])
        #expect((reading.tally?.cells.count == 1_000) == fits)
        #expect(reading.findings.map(\.code) == (fits ? [] : ["survey.tooManyGroups"]))
    }
}
