import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Survey

/// Files of many blocks give the same tally and the same findings whether one thread reads them or two, even when
/// blocks end inside quotes, and whether they come from disk, compressed or through standard input.
@Suite struct LargeFilesTests {
    /// A file of at least 8 MB, above which threads share it, and its expected sums.
    private struct Large {
        let bytes: [UInt8]
        let totals: [String: MadeAnswers.Totals]
        let faultCount: Int

        init(seed: UInt64, noteLength: Int, faults: Int) {
            var random = SeededRandom(seed: seed)
            var made = MadeAnswers(questions: 7, hasWeight: true, count: 500, faults: faults, &random)
            made.respondents[499].isBlank = false
            made.respondents[499].moreCells = 0
            var dialect = MadeDialect(questions: 7, hasWeight: true, &random, noteLength: noteLength)
            dialect.hasMark = false
            dialect.hasSeparatorLine = false
            // A part begins as the previous one ended: with the heading removed they form one file.
            var (part, findings) = dialect.write(made, &random)
            let lineEnd = Array(dialect.lineEnd.utf8)
            if !part.suffix(lineEnd.count).elementsEqual(lineEnd) { part += lineEnd }
            // No heading here contains a line ending.
            let headingEnd = (part.firstIndex { $0 == lineEnd[0] } ?? 0) + lineEnd.count
            let times = (1 << 23) / (part.count - headingEnd) + 2
            var bytes = Array(part[..<headingEnd])
            bytes.reserveCapacity(part.count * times)
            for _ in 0..<times { bytes += part[headingEnd...] }
            self.bytes = bytes
            faultCount = findings.count { $0.hasPrefix("survey.") } * times
            totals = made.totals(in: dialect).mapValues { totals in
                MadeAnswers.Totals(
                    rows: totals.rows * times, weight: totals.weight * Int64(times),
                    counts: totals.counts.map { $0 * times }, sums: totals.sums.map { $0 * Int64(times) },
                    unknown: totals.unknown.map { $0 * times })
            }
        }
    }

    @Test(arguments: [0, 1, 2, 3, 4, 5])
    func oneThreadOrTwo(seed: UInt64) throws {
        // Long notes with line endings in quotes: nearly every block ends in one.
        let large = Large(seed: seed, noteLength: seed % 2 == 0 ? 0 : 2_000, faults: seed % 3 == 0 ? 1_000 : 30)
        let questionnaire = try #require(SmallSurvey.questionnaire(questions: 7))
        let files = TemporaryFolder()
        let path = files.add(large.bytes)
        var readings: [AnswerReading] = []
        for threads in [1, 2, 3] {
            let options = SmallSurvey.options(threads: threads, domains: ["service"])
            let reading = AnswerReader(questionnaire, options: options).read([path])
            #expect(reading.totals(questions: 7) == large.totals)
            let summary = try #require(reading.files.first)
            #expect(summary.rowsLeftOut + summary.unknownAnswers == large.faultCount)
            readings.append(reading)
        }
        for reading in readings.dropFirst() {
            #expect(reading.findings == readings[0].findings)
            #expect(reading.files == readings[0].files)
        }
    }

    @Test func compressedInSeveralMembers() throws {
        let large = Large(seed: 7, noteLength: 100, faults: 40)
        let questionnaire = try #require(SmallSurvey.questionnaire(questions: 7))
        let files = TemporaryFolder()
        let cuts = [0, 1, 300_000, 300_001, 5_000_000, large.bytes.count]
        let members = zip(cuts, cuts.dropFirst()).flatMap { StoredGzip.member(large.bytes[$0..<$1]) }
        let path = files.add(members, "answers.csv.gz")
        let reading = AnswerReader(questionnaire, options: SmallSurvey.options(threads: 2, domains: ["service"]))
            .read([path])
        #expect(reading.totals(questions: 7) == large.totals)
    }

    /// A file among several that has to be read twice does not cause the others to be counted twice.
    @Test func severalFilesOneOfThemReadTwice() throws {
        let first = Large(seed: 8, noteLength: 2_000, faults: 1_000)
        let questionnaire = try #require(SmallSurvey.questionnaire(questions: 7))
        let files = TemporaryFolder()
        let small = Array("xã;thủ tục;trọng số;q1;q2;q3;q4;q5;q6;q7\nu1;x;1,5;1;2;3;4;5;9;\n".utf8)
        let paths = [files.add(small, "a.csv"), files.add(first.bytes, "b.csv"), files.add(small, "c.csv")]
        var expected = first.totals
        var totals = MadeAnswers.Totals(
            rows: 2, weight: 3_000_000, counts: Array(repeating: 0, count: 42), sums: Array(repeating: 0, count: 42),
            unknown: Array(repeating: 0, count: 7))
        for (question, level) in [0, 1, 2, 3, 4, 5].enumerated() {
            totals.counts[level * 7 + question] = 2
            totals.sums[level * 7 + question] = 3_000_000
        }
        expected["u1/x"] = totals
        for threads in [1, 2] {
            let options = SmallSurvey.options(threads: threads, domains: ["service"])
            #expect(AnswerReader(questionnaire, options: options).read(paths).totals(questions: 7) == expected)
        }
    }
}
