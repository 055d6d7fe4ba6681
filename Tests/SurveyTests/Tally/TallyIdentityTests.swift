import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Survey

/// Numbers that no forms can give are rejected wherever they stand in a tally, also without a checksum; numbers that
/// forms give never are.
@Suite struct TallyIdentityTests {
    /// A way of computing an index, of drawing people and of weighting them.
    struct Way: CustomTestStringConvertible {
        var index: String
        var design: String?
        var hasWeight = true
        var blocks = "[[2, 1], [3]]"

        var testDescription: String { "\(index) \(design ?? "no design") \(hasWeight) \(blocks)" }

        func questionnaire() throws -> Questionnaire {
            var code = 0
            let shape = blocks.dropFirst(2).dropLast(2).split(separator: "], [").map { block in
                block.split(separator: ", ").map { Int($0) ?? 0 }
            }
            let list = shape.enumerated().map { block, factors in
                let texts = factors.enumerated().map { factor, count in
                    let questions = (0..<count).map { _ in
                        code += 1
                        return #"{"code": "q\#(code)", "text": "?"}"#
                    }
                    return #"""
                        {"code": "F\#(block).\#(factor)", "name": "F", "questions": [\#(questions.joined(separator: ","))]}
                        """#
                }
                return #"{"code": "B\#(block)", "name": "B", "factors": [\#(texts.joined(separator: ","))]}"#
            }
            let text = #"""
                {"format": 1, "questionnaire": "k", "name": "K", "scale": {"levels": [{"code": "1", "label": "a"},
                  {"code": "2", "label": "b"}, {"code": "3", "label": "c"}], "noAnswer": ["99"]},
                 "columns": {"unit": "xã"\#(hasWeight ? #", "weight": "w""# : "")}, "index": \#(index),
                 \#(design.map { #""design": {"stages": \#($0)},"# } ?? "") "blocks": [\#(list.joined(separator: ","))]}
                """#
            let reading = Questionnaire.read(file: "q.json", bytes: Array(text.utf8))
            return try #require(reading.questionnaire, "\(reading.findings)")
        }

        /// A tally of some forms, as a table.
        func table(_ count: Int, seed: UInt64, alike: Bool = false) throws -> [[String]] {
            let questionnaire = try questionnaire()
            var random = SeededRandom(seed: seed)
            let names = questionnaire.questions.map(\.code)
            var text = "xã,w,s,v,p,n," + names.joined(separator: ",") + "\n"
            for _ in 0..<count {
                let village = Int.random(in: 1...3, using: &random)
                let weight =
                    alike ? "2.5" : "\(Int.random(in: 0...9, using: &random)).\(Int.random(in: 1...9, using: &random))"
                let answers = names.map { _ in
                    alike ? "3" : ["1", "2", "3", "3", "99", "", "8"].randomElement(using: &random) ?? ""
                }
                text += "A,\(weight),s,v\(village),9,100," + answers.joined(separator: ",") + "\n"
            }
            let folder = TemporaryFolder()
            let reading = AnswerReader(questionnaire).read([folder.add(text)])
            let tally = try #require(reading.tally)
            return String(decoding: tally.file(), as: UTF8.self).split(separator: "\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
        }
    }

    static let villages =
        #"[{"stratum": "s", "cluster": "v", "population": "p"}, {"population": "n"}]"#
    static let ways: [Way] = [
        "topShare", "meanScore", "satisfiedPeople",
    ].flatMap { measure in
        (measure == "satisfiedPeople" ? ["answers"] : ["answers", "questions", "factors"]).flatMap { combination in
            [nil, "[{}]", villages].flatMap { design in
                let top = measure == "meanScore" ? "" : #", "topLevels": 1"#
                let index = #"{"measure": "\#(measure)"\#(top), "combination": "\#(combination)"}"#
                return [
                    Way(index: index, design: design), Way(index: index, design: design, hasWeight: false),
                    Way(index: index, design: design, blocks: "[[1]]"),
                ]
            }
        }
    }

    private static func findings(_ table: [[String]], _ questionnaire: Questionnaire) -> [Finding] {
        let text = table.map { $0.joined(separator: ",") + "\n" }.joined()
        do {
            return try SurveyTally(file: "t.csv", bytes: Array(text.utf8), questionnaire: questionnaire).findings
        } catch {
            return error.findings
        }
    }

    @Test(arguments: ways) func soundTalliesAreRead(_ way: Way) throws {
        let questionnaire = try way.questionnaire()
        for seed in 1...2 as ClosedRange<UInt64> {
            for (count, alike) in [(1, false), (2, false), (30, false), (5, true)] {
                let table = try way.table(count, seed: seed, alike: alike)
                #expect(Self.findings(table, questionnaire).isEmpty, "\(count) \(seed)")
            }
        }
    }

    /// In each column of numbers a value that no forms can give: something where there is nobody, nothing where there is
    /// somebody, more than there is, and one too many.
    @Test(arguments: ways) func impossibleNumbersAreRefused(_ way: Way) throws {
        let questionnaire = try way.questionnaire()
        let table = try way.table(40, seed: 3).filter { !$0[0].hasPrefix("checksum ") }
        let first = try #require(table[0].firstIndex(of: "rows"))
        for column in table[0].indices where column >= first {
            let heading = table[0][column]
            let isList = heading.hasPrefix("products")
            for place in 0..<(isList ? table[1][column].split(separator: " ").count : 1) {
                let old = isList ? String(table[1][column].split(separator: " ")[place]) : table[1][column]
                for new in old == "0" ? ["40", "1000000000000"] : ["0", "1000000000000"] where new != old {
                    // Answers that are not on the scale may have been left blank, and so may all answers of more people.
                    if heading.hasSuffix("=?"), new == "0" { continue }
                    if heading == "weight", new != "0" { continue }
                    var changed = table
                    if isList {
                        var list = old.isEmpty ? [] : changed[1][column].split(separator: " ").map(String.init)
                        list[place] = new
                        changed[1][column] = list.joined(separator: " ")
                    } else {
                        changed[1][column] = new
                    }
                    let findings = Self.findings(changed, questionnaire)
                    #expect(findings.containsError, "\(heading) \(place): \(old) → \(new)")
                    let listed = findings.filter { $0.severity == .error && $0.unlisted == nil }
                    #expect(listed.allSatisfy { $0.location.line == 2 })
                }
            }
        }
    }

    /// Populations smaller than what was drawn of them: three villages, and at least one person of each.
    @Test func populations() throws {
        let way = Way(index: #"{"measure": "meanScore"}"#, design: Self.villages)
        let (questionnaire, table) = (try way.questionnaire(), try way.table(40, seed: 3))
        let column = try #require(table[0].firstIndex(of: "population 1"))
        for (population, code) in [
            ("0", "survey.badTally"), ("2", "survey.populationTooSmall"), ("3", nil), ("9", nil),
        ] {
            let changed = table.filter { !$0[0].hasPrefix("checksum ") }.enumerated().map { row, cells in
                row == 0 ? cells : cells.enumerated().map { $0 == column ? population : $1 }
            }
            let findings = Self.findings(changed, questionnaire).filter { $0.severity == .error }
            #expect(findings.first?.code == code, "\(population)")
        }
    }

    /// Whatever is changed in a file that was written with a checksum, and a file that lost its end.
    @Test func checksum() throws {
        let way = Way(index: #"{"measure": "topShare", "topLevels": 1}"#, design: Self.villages)
        let (questionnaire, table) = (try way.questionnaire(), try way.table(40, seed: 3))
        func codes(_ table: [[String]]) -> [String] { Self.findings(table, questionnaire).map(\.code) }
        #expect(codes(table).isEmpty)
        #expect(codes(Array(table.dropLast())) == ["survey.editedTally"])
        #expect(codes([table[0]] + table.dropFirst().reversed()).isEmpty)
        #expect(codes(table.filter { !$0[0].hasPrefix("checksum ") }) == ["survey.noChecksum"])
        let (left, unit) = (try #require(table[0].firstIndex(of: "left out")), 1)
        for (column, text) in [(left, "1"), (unit, "B")] {
            var changed = table
            changed[2][column] = text
            #expect(codes(changed) == ["survey.editedTally"])
        }
        var changed = table
        changed[1][unit] = "A"
        #expect(codes(changed) == ["survey.badTally"])
        #expect(codes(table + [table[1]]) == ["survey.badTally"])
    }

    // MARK: - Ends of types

    private static let ends = [
        "-1", "-0", "", "0", "4294967295", "4294967296", "9223372036854775807", "-9223372036854775808",
        "9223372036854775808", "9223372036854.775807", "-9223372036854.775808", "18446744073709551616",
        "170141183460469231731687303715884105727", "-170141183460469231731687303715884105728",
        "170141183460469231731687303715884105728", "1e308", "nan", "0.0000001",
    ]

    /// Nothing in a tally ends the program: every number at the ends of every type, with the indices computed from what
    /// is read.
    @Test func noNumberTraps() throws {
        let folder = "Tests/SurveyTests/Cases12/attack-03-tally-people-overflow/"
        let reading = Questionnaire.read(contentsOf: Repository.path(folder + "now/questionnaire.json"))
        let questionnaire = try #require(reading.questionnaire)
        let answers = AnswerReader(questionnaire).read([Repository.path(folder + "now/survey-1.csv")])
        let tally = try #require(answers.tally)
        let table = String(decoding: tally.file(), as: UTF8.self).split(separator: "\n").prefix(6).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }.filter { !$0[0].hasPrefix("checksum ") }
        let first = try #require(table[0].firstIndex(of: "population 1"))
        var read = 0
        for column in table[0].indices where column >= first {
            let isList = table[0][column].hasPrefix("products")
            for end in Self.ends {
                for place in 0..<(isList ? table[1][column].split(separator: " ").count : 1) {
                    var changed = table
                    var list = isList ? table[1][column].split(separator: " ").map(String.init) : [""]
                    list[place] = end
                    changed[1][column] = list.joined(separator: " ")
                    let text = changed.map { $0.joined(separator: ",") + "\n" }.joined()
                    guard
                        let tally = try? SurveyTally(
                            file: "t.csv", bytes: Array(text.utf8), questionnaire: questionnaire),
                        let analysis = try? SurveyAnalysis(tally, file: "t.csv")
                    else { continue }
                    read += 1
                    for group in questionnaire.groups.indices { _ = analysis.index(of: .group(group)) }
                }
            }
        }
        // Any number of rows left out is possible, and some numbers were 0 before.
        #expect(read > 10)
    }

    @Test(arguments: ["908", "1102"]) func attack(number: String) throws {
        let folder = "Tests/SurveyTests/Cases12/attack-03-tally-people-overflow/"
        let reading = Questionnaire.read(contentsOf: Repository.path(folder + "now/questionnaire.json"))
        let questionnaire = try #require(reading.questionnaire)
        let bytes = try Repository.data(folder + "tally-crash-\(number).csv")
        let error = #expect(throws: FindingsError.self) {
            try SurveyTally(file: "t.csv", bytes: Array(bytes), questionnaire: questionnaire)
        }
        let finding = try #require(error?.findings.first { $0.severity == .error })
        #expect(finding.location.line != nil && finding.location.column != nil)
    }

    /// Names that a spreadsheet would take for formulas are guarded in the file and themselves after reading, in tallies
    /// with and without a checksum.
    @Test func guardedNames() throws {
        let folder = "Tests/SurveyTests/Cases12/40-formula-guard-in-tallies/a/"
        let reading = Questionnaire.read(contentsOf: Repository.path(folder + "questionnaire.json"))
        let questionnaire = try #require(reading.questionnaire)
        var options = AnswerOptions()
        options.domains = ["sex"]
        let answers = AnswerReader(questionnaire, options: options).read([Repository.path(folder + "survey.csv")])
        let whole = try #require(answers.tally)
        let old = try SurveyTally(
            file: "t2.csv", bytes: Array(Repository.data(folder + "t2.csv")), questionnaire: questionnaire)
        let new = try SurveyTally(file: "t.csv", bytes: whole.file(), questionnaire: questionnaire)
        #expect(old.findings.map(\.code) == ["survey.noChecksum"] && new.findings.isEmpty)
        #expect(old.cells == whole.cells && new.cells == whole.cells)
        #expect(whole.cells.contains { $0.key.domains == ["+60 tuổi"] })
    }
}
