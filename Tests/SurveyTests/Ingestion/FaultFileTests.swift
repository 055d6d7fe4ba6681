import Tables
import TestSupport
import Testing
import Values

@testable import Survey

/// Every fault is written to a file in row order, including those not listed; the file is written whole or not at all.
@Suite struct FaultFileTests {
    @Test func everyFault() throws {
        let questionnaire = try #require(SmallSurvey.questionnaire(questions: 2))
        let files = TemporaryFolder()
        let first = files.add("xã;trọng số;q1;q2\nu1;1;7;8\nu9;1;5;5\n\nu1;1;=x;5\n", "a.csv")
        let second = files.add("q2,q1,xã,trọng số\n5,5,u1,-2\n5,u1\n", "b.csv")
        var options = SmallSurvey.options(threads: 2)
        options.findingLimit = 1
        options.faultFile = files.path + "/faults.csv"
        options.faultStyle = .plain
        let reading = AnswerReader(questionnaire, options: options).read([first, second])
        #expect(
            reading.findings.map(\.code) == [
                "survey.unknownAnswer", "survey.moreFindings", "survey.numberOutOfRange", "survey.moreFindings",
                "survey.noUsableRow",
            ])
        let text = try #require(files.bytes("faults.csv").map { String(decoding: $0, as: UTF8.self) })
        #expect(
            text == """
                file,row,column,heading,kind,found
                \(first),2,3,q1,survey.unknownAnswer,7
                \(first),2,4,q2,survey.unknownAnswer,8
                \(first),3,1,xã,survey.unknownUnit,u9
                \(first),5,3,q1,survey.unknownAnswer,'=x
                \(second),2,4,trọng số,survey.numberOutOfRange,-2
                \(second),3,,,survey.cellCount,"5,u1"

                """)
    }

    /// Large enough for several blocks and two threads; rows with quotes over several lines.
    @Test func inTheOrderOfRows() throws {
        let questionnaire = try #require(SmallSurvey.questionnaire(questions: 2))
        var text = "xã;trọng số;ghi chú;q1;q2\n"
        var expected: [String] = []
        for row in 2..<26_002 {
            text += "u1;1;\"" + String(repeating: "dòng\n", count: 50 + row % 40) + "\";\(row % 3 == 0 ? "6" : "5");5\n"
            if row % 3 == 0 { expected.append("\(row)") }
        }
        let files = TemporaryFolder()
        var options = SmallSurvey.options(threads: 2)
        options.faultFile = files.path + "/faults.csv"
        let reading = AnswerReader(questionnaire, options: options).read([files.add(text)])
        #expect(reading.findings.count == 101)
        let table = try Table(file: "faults.csv", bytes: try #require(files.bytes("faults.csv")))
        #expect((0..<table.rowCount).map { table.text($0, 1) } == expected)
        #expect(files.names == ["answers.csv", "faults.csv"])
    }

    @Test func noFileWhereNoneCanBe() throws {
        let questionnaire = try #require(SmallSurvey.questionnaire(questions: 2))
        let files = TemporaryFolder()
        let text = "xã;trọng số;q1;q2\nu1;1;7;8\n"
        let path = files.add(text)
        for (fault, code) in [
            (files.path, "file.isFolder"), (files.path + "/none/faults.csv", "file.notFound"),
            (path, "survey.faultsOverInput"), (files.path + "/./answers.csv", "survey.faultsOverInput"),
        ] {
            var options = SmallSurvey.options()
            options.faultFile = fault
            let reading = AnswerReader(questionnaire, options: options).read([path])
            #expect(reading.findings.map(\.code) == [code])
            #expect(reading.tally == nil)
            #expect(files.bytes("answers.csv") == Array(text.utf8))
            #expect(files.names == ["answers.csv"])
        }
    }
}
