import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Survey

/// Files of any dialect, with anything in their cells, add up to what the cells were meant to say.
@Suite struct TallyOfRandomFilesTests {
    @Test(arguments: Draws.seeds(24, of: 60))
    func oneFile(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let questions = random.pick([1, 2, 5, 39, 63, 64, 65, 70])
        let hasWeight = !random.once(in: 4)
        let made = MadeAnswers(
            questions: questions, hasWeight: hasWeight, count: random.int(1...300),
            faults: random.pick([2, 10, 1000]), &random)
        let dialect = MadeDialect(questions: questions, hasWeight: hasWeight, &random)
        let (bytes, findings) = dialect.write(made, &random)
        var options = SmallSurvey.options(domains: ["service"])
        options.findingLimit = 1_000_000
        let reading = try #require(
            SmallSurvey.read(bytes, questions: questions, hasWeight: hasWeight, options: options))
        let found = reading.findings.map(\.short).filter { !$0.hasPrefix("survey.noUsableRow") }
        if found != findings {
            let differing = zip(found, findings).first { $0 != $1 }
            Issue.record("findings: \(found.count), not \(findings.count): \(String(describing: differing))")
        }
        let expected = made.totals(in: dialect)
        let totals = try #require(reading.totals(questions: questions))
        for key in Set(expected.keys).union(totals.keys) where expected[key] != totals[key] {
            Issue.record("\(key): \(String(describing: totals[key])), not \(String(describing: expected[key]))")
        }
    }

    @Test(arguments: 0..<12)
    func anyOrderAndAnyDivisionIntoFiles(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed) + 1_000)
        var made = MadeAnswers(questions: 6, hasWeight: true, count: 400, faults: 8, &random)
        // What is faulty depends on the delimiter and the order of the columns here.
        for index in made.respondents.indices { made.respondents[index].moreCells = 0 }
        let expected = made.totals(in: MadeDialect(questions: 6, hasWeight: true, &random))
        let questionnaire = try #require(SmallSurvey.questionnaire(questions: 6))
        for division in 1...4 {
            let files = TemporaryFolder()
            var names: [String] = []
            let shuffled = made.respondents.shuffled(using: &random)
            for part in 0..<division {
                var some = made
                some.respondents = Array(
                    shuffled[shuffled.count * part / division..<shuffled.count * (part + 1) / division])
                // Some weight must show each file's decimal separator.
                if let index = some.respondents.firstIndex(where: { $0.weight.text == "0·75" }) {
                    some.respondents.swapAt(0, index)
                }
                let dialect = MadeDialect(questions: 6, hasWeight: true, &random)
                names.append(files.add(dialect.write(some, &random).bytes, "part\(part).csv"))
            }
            let reading = AnswerReader(questionnaire, options: SmallSurvey.options(domains: ["service"])).read(names)
            #expect(reading.totals(questions: 6) == expected)
        }
    }
}
