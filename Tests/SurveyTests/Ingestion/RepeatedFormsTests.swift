import TestSupport
import Testing
import Values

@testable import Survey

/// Forms, files and tallies that are given twice.
@Suite struct RepeatedFormsTests {
    private static func questionnaire(id: Bool) throws -> Questionnaire {
        let text = #"""
            {"format": 1, "questionnaire": "k", "name": "K", "scale": {"levels": [{"code": "1", "label": "a"},
              {"code": "2", "label": "b"}]}, "columns": {"unit": "xã"\#(id ? #", "id": ["số phiếu", "phiếu"]"# : "")},
             "index": {"measure": "topShare", "topLevels": 1}, "blocks": [{"code": "B", "name": "B", "factors": [
              {"code": "F", "name": "F", "questions": [{"code": "q1", "text": "?"}, {"code": "q2", "text": "?"}]}]}]}
            """#
        let reading = Questionnaire.read(file: "q.json", bytes: Array(text.utf8))
        return try #require(reading.questionnaire, "\(reading.findings)")
    }

    private let folder = TemporaryFolder()

    private func read(_ texts: [String], id: Bool = false, threads: Int = 2) throws -> AnswerReading {
        var options = AnswerOptions()
        options.threads = threads
        let files = texts.enumerated().map { folder.add($1, "\($0).csv") }
        return AnswerReader(try Self.questionnaire(id: id), options: options).read(files)
    }

    private func codes(_ reading: AnswerReading) -> [String] {
        reading.findings.map { finding in
            let place = finding.location.description.replacing(folder.path + "/", with: "")
            let first = finding.text(.first)?.replacing(folder.path + "/", with: "")
            return "\(finding.code.dropFirst(7)) \(place)"
                + (finding.text(.count).map { " \($0)" } ?? "") + (first.map { " \($0)" } ?? "")
        }
    }

    /// 30 forms of which the last 15 stand in the other file too, which has one of its own: 31 in all.
    @Test func overlappingExports() throws {
        let path = Repository.path("Tests/SurveyTests/Cases12/18-same-forms-in-two-files/a/")
        let reading = Questionnaire.read(contentsOf: path + "questionnaire.json")
        let answers = AnswerReader(try #require(reading.questionnaire))
            .read([path + "survey.csv", path + "survey-b.csv"])
        let finding = try #require(answers.findings.first)
        #expect(answers.findings.count == 1)
        #expect(finding.code == "survey.repeatedForms" && finding.severity == .warning)
        #expect(finding.text(.count) == "15" && finding.text(.found) == "31")
        #expect(finding.text(.other) == path + "survey.csv")
        #expect(finding.location.line == 2 && finding.text(.first) == path + "survey.csv:17")
        #expect(answers.tally?.rowCount == 31 && answers.tally?.rowsLeftOut == 0)
    }

    private let heading = "phiếu;xã;q1;q2\n"

    @Test func rowsOfOneFile() throws {
        // Three equal rows: two are the same as the first; blank rows, and one with another answer, are not.
        let text = heading + "1;A;1;2\n2;A;1;2\n1;A;1;2\n;;;\n;;;\n1;A;1;2\n1;A;1;1\n"
        let reading = try read([text])
        #expect(codes(reading) == ["sameRows 0.csv:4 2 0.csv:2"])
        #expect(reading.findings[0].severity == .warning)
        #expect(reading.tally?.rowCount == 5)
    }

    /// Where rows of one file are alike, nothing tells whether those of another are the same forms: all count.
    @Test func rowsThatTellNothing() throws {
        let reading = try read([
            "xã;q1;q2\nA;1;1\nA;1;1\nA;2;1\n", "xã;q1;q2\r\nA;1;1\r\nA;2;2\r\n", "xã;q1;q2\nA;2;1",
        ])
        #expect(
            codes(reading) == [
                "sameRows 0.csv:3 1 0.csv:2", "sameRows 1.csv:2 1 0.csv:2", "sameRows 2.csv:2 1 0.csv:4",
            ]
                || codes(reading).filter { !$0.hasPrefix("cutOff") }.count == 3)
        #expect(reading.tally?.rowCount == 6)
    }

    /// Quoted cells, other line endings and a missing one make no difference.
    @Test func oneFormInThreeFiles() throws {
        let reading = try read([
            heading + "1;A;1;2\n\"2\";A;1;1\n", heading + "1;A;1;2\r\n3;A;1;1\r\n",
            heading + "4;A;1;1\n\"2\";A;1;1",
        ])
        #expect(codes(reading) == ["repeatedForms 1.csv:2 1 0.csv:2", "repeatedForms 2.csv:3 1 0.csv:3"])
        #expect(reading.tally?.rowCount == 4)
        #expect(reading.files.map(\.rowsRepeated) == [0, 1, 1])
    }

    @Test func numbers() throws {
        // In one file: a number twice in a unit, and once in each of two units.
        let one = try read([heading + "1;A;1;2\n1;A;1;1\n1;B;1;2\n2;A;1;2\n;A;1;1\n"], id: true)
        #expect(codes(one) == ["repeatedNumber 0.csv:3 1 0.csv:2", "noNumber 0.csv 1"])
        #expect(one.findings.containsError)
        // In two files: the same row once; the same number with other answers is an error; equal rows with different
        // numbers are different forms.
        let files = [heading + "1;A;1;2\n2;A;1;2\n", heading + "2;A;1;2\n3;A;1;2\n"]
        let two = try read(files, id: true)
        #expect(codes(two) == ["repeatedForms 1.csv:2 1 0.csv:3"])
        #expect(two.tally?.rowCount == 3)
        let other = try read([files[0], heading + "\"2\";A;2;2\n3;A;1;2\n"], id: true)
        #expect(codes(other) == ["repeatedNumber 1.csv:2 1 0.csv:3"])
        #expect(other.findings.containsError)
    }

    /// The same three forms as another program writes them: columns in another order, another separator with quotes,
    /// numbers with decimals, a column that is blank. A fourth form is new.
    @Test(arguments: [
        "xã;phiếu;q2;q1\nA;1;2;1\nA;2;2;2\nB;1;1;1\nB;9;2;1\n",
        "\"phiếu\",\"xã\",\"q1\",\"q2\"\n\"1\",\"A\",\"1\",\"2\"\n2,A,2,2\n\"1\",B,1,\"1\"\n9,B,1,2\n",
        "phiếu\txã\tq1\tq2\tghi chú\n1\tA\t1,0\t2.0\t\n2\t A \tb\tB\t\n1\tB\ta\t1\t\n9\tB\t1\t2\t\n",
        "phiếu,câu khác,xã,q1,q2\n1,,A,1,2\n2,,A,2,2\n1,,B,1,1\n9,,B,1,2\n",
    ])
    func oneFormInAnyForm(second: String) throws {
        let first = heading + "1;A;1;2\n2;A;2;2\n1;B;1;1\n"
        for id in [false, true] {
            let reading = try read([first, second], id: id)
            #expect(codes(reading) == ["repeatedForms 1.csv:2 3 0.csv:2"])
            #expect(reading.tally?.rowCount == 4)
            // The other way round the file of four forms is the first.
            #expect(try read([second, first], id: id).tally?.rowCount == 4)
        }
    }

    /// What differs in any cell is another form: an answer, an unknown answer, a column that nobody asked for.
    @Test(arguments: ["A;1;2;2", "A;1;1;1", "B;1;2;1", "A;2;2;1", "A;1;x;1", "A;1;;1"])
    func otherCellsAreOtherForms(row: String) throws {
        let reading = try read([heading + "1;A;1;2\n1;A;1;y\n", "xã;phiếu;q2;q1\n\(row)\n"])
        #expect(reading.tally?.rowCount == 3)
        #expect(!codes(reading).contains { $0.hasPrefix("repeatedForms") })
    }

    /// Numbers as a spreadsheet program rewrites them; other texts are other numbers.
    @Test(arguments: [
        ("004", "4", true), ("004", "4.0", true), ("4", "4,00", true), ("0", "000", true), ("P004", "p004", true),
        ("P004", "P4", false), ("4", "40", false), ("4.5", "4", false), ("4.0.0", "4", false), ("aBc", "abc", false),
        ("a4b", "A4B", false), ("0", "", false), ("-4", "4", false),
    ])
    func numbersInAnyForm(first: String, second: String, isSame: Bool) throws {
        let one = try read(["phiếu;xã;q1;q2\n\(first);A;1;2\n\(second);A;2;2\n"], id: true)
        #expect(codes(one).contains("repeatedNumber 0.csv:3 1 0.csv:2") == isSame)
        let two = try read([heading + "\(first);A;1;2\n", heading + "\(second);A;1;2\n"], id: true)
        #expect(codes(two).contains("repeatedForms 1.csv:2 1 0.csv:2") == isSame)
        #expect(two.tally?.rowCount == (isSame ? 1 : 2))
        let other = try read([heading + "\(first);A;1;2\n", heading + "\(second);A;2;2\n"], id: true)
        #expect(codes(other).contains("repeatedNumber 1.csv:2 1 0.csv:2") == isSame)
    }

    /// Large files are read by several threads; a form at the beginning of one stands at the end of the other, and one
    /// number stands twice in a file.
    @Test(arguments: [1, 2]) func largeFiles(threads: Int) throws {
        let note = String(repeating: "x", count: 100)
        func rows(_ numbers: Range<Int>) -> String {
            numbers.map { "\($0);A;1;\($0 % 2 + 1);\(note)\n" }.joined()
        }
        let heading = "phiếu;xã;q1;q2;ghi chú\n"
        let count = 80_000
        let first = heading + rows(0..<count) + "777;A;1;2;khác\n"
        let second = heading + rows(count..<2 * count) + rows(0..<3)
        let reading = try read([first, second], id: true, threads: threads)
        #expect(codes(reading) == ["repeatedNumber 0.csv:80002 1 0.csv:779", "repeatedForms 1.csv:80002 3 0.csv:2"])
        #expect(reading.tally?.rowCount == 2 * count + 1)
        let plain = try read([heading + rows(0..<count), second], threads: threads)
        #expect(codes(plain) == ["repeatedForms 1.csv:80002 3 0.csv:2"])
    }

    /// More rows than are kept: what is found is at least some of what is there.
    @Test func manyRows() throws {
        let heading = "phiếu;xã;q1;q2\n"
        let count = 200_000
        let text = heading + (0..<count).map { "\($0);A;1;2\n" }.joined()
        #expect(codes(try read([text])).isEmpty)
        let twice = try read([text + (0..<count).map { "\($0);A;1;2\n" }.joined()])
        let found = try #require(twice.findings.first?.text(.count).flatMap { Int($0) })
        #expect(twice.findings.count == 1 && found > 10_000 && found <= count)
        #expect(twice.tally?.rowCount == 2 * count)
    }

    @Test func sameFiles() throws {
        let text = heading + "1;A;1;2\n"
        let path = folder.add(text, "one.csv")
        let copy = folder.add(text, "two.csv")
        let other = folder.add(heading + "1;A;1;1\n", "three.csv")
        func codes(_ files: [String]) -> [String] {
            SameFiles.findings(files).map { "\($0.code) \($0.location.file) \($0.text(.other) ?? "")" }
        }
        #expect(codes([path, other, folder.path("none"), "-", "-"]).isEmpty)
        #expect(codes([path, other, copy]) == ["survey.sameFile \(copy) \(path)"])
        #expect(codes([path, path]) == ["survey.sameFile \(path) \(path)"])
        let reading = AnswerReader(try Self.questionnaire(id: false)).read([path, copy])
        #expect(reading.tally == nil && reading.findings.map(\.code) == ["survey.sameFile"])
    }

    // MARK: - Tallies

    private func tally(_ rows: [String]) throws -> SurveyTally {
        try TallySamples.tally(rows, TallySamples.questionnaire())
    }

    @Test(arguments: [9, 10, 30]) func repeatedTallies(count: Int) throws {
        let rows = (0..<count).map { "A,nam,s1,v\($0 % 3),10,100,1.5,3,3,1" }
        let part = try tally(rows)
        let whole = try tally(rows + ["B,nam,s2,v9,10,100,1,3,3,3"])
        for (first, second) in [(part, part), (whole, part), (part, whole)] {
            var sum = first
            do {
                try sum.merge(second, from: "b.csv")
                #expect(count == 9)
                #expect(sum.findings.map(\.code) == ["survey.sameCells"])
                #expect(sum.rowCount == first.rowCount + second.rowCount)
            } catch {
                #expect(count >= 10)
                #expect(error.findings.map(\.code) == ["survey.repeatedTally"])
                #expect(error.findings.first?.text(.found) == "\(count)" || first.rowCount == second.rowCount)
            }
        }
        // Other forms of the same villages.
        var sum = part
        try sum.merge(tally((0..<count).map { "A,nam,s1,v\($0 % 3),10,100,1.5,3,1,\($0 % 2 + 1)" }), from: "b.csv")
        #expect(sum.findings.isEmpty && sum.rowCount == 2 * count)
    }
}
