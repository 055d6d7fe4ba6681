import Assessment
import Documents
import TestSupport
import Testing
import Values

@testable import score_cli

/// What a file says wrongly is a finding with its place and exit 1; what the command line says wrongly is exit 64.
@Suite struct FaultyFilesTests {
    private static let sample = Repository.path("datasets/tuy-phuoc-2024")
    private let folder = TemporaryFolder()

    private func scenario(_ unit: String, _ name: String) -> [String] {
        let text = "{\"format\": 1,\n\"unit\": \"\(unit)\",\n\"changes\": [{\"metric\": \"1.1\", \"set\": 90}]}"
        return ["--scenario", folder.add(text, name)]
    }

    @Test func unitsOfScenarios() {
        let words = ["whatif", Self.sample]
        #expect(commandOutput(words + scenario("zz", "a.json")).exit == .failed)
        #expect(commandOutput(words + scenario("phuoc-an", "b.json")).exit == .done)
        #expect(commandOutput(words + scenario("Xã Phước An", "c.json")).exit == .done)
        let two = scenario("phuoc-an", "d.json") + scenario("phuoc-hoa", "e.json")
        #expect(commandOutput(words + two).exit == .usage)
        #expect(commandOutput(words + two + ["--unit", "phuoc-an"]).exit == .done)
        #expect(commandOutput(words + ["--set", "1.1=90", "--unit", "zz"]).exit == .usage)
    }

    /// Two communes of one name: an option that names them is wrong usage, a scenario that does is at fault where it does.
    @Test func namesOfTwoUnits() throws {
        let small = SmallFolder(
            [SmallFolder.node("1", "2"), SmallFolder.share("1.1", "2")], figures: ["xa-1;1.1;50;;", "xa-2;1.1;60;;"])
        small.folder.add("code;name;level\nxa-1;Xã Một;xa\nxa-2;Xã Một;xa\n", "units.csv")
        let error = UsageError.ambiguousUnit("Xã Một", codes: ["xa-1", "xa-2"])
        let assessment = try #require(Assessment.read(small.path).assessment)
        for words in [["gap", "--unit", "Xã Một"], ["compare", "--unit", "xa-1", "--with", "Xã Một"]] {
            let line = [words[0], small.path] + words.dropFirst()
            #expect(commandOutput(line).exit == .usage)
            let parsed = try ArgumentParser.parse(line, language: .vi)
            let source = AssessmentSource(arguments: parsed, console: Console(parsed, language: .vi))
            #expect(throws: error) { try source.unit(in: assessment, named: words.contains("--with") ? .with : .unit) }
        }
        #expect(error.phrase.text(.vi) == "Nhiều đơn vị cùng tên «Xã Một»; hãy ghi mã: xa-1, xa-2.")
        // A code is that of one.
        #expect(commandOutput(["gap", small.path, "--unit", "xa-2"]).exit == .done)
        let words = ["whatif", small.path]
        #expect(commandOutput(words + scenario("Xã Một", "f.json")).exit == .failed)
        #expect(commandOutput(words + scenario("xa-2", "g.json")).exit == .done)
        let place = Location(file: "f.json", line: 2, column: 9)
        let finding = WhatIfCommand.finding(error, name: "Xã Một", at: place)
        #expect(finding.code == "assessment.ambiguousUnit" && finding.location == place)
        #expect(finding.details[.expected] == .names(["xa-1", "xa-2"]))
    }

    @Test(arguments: ["10000000000", "10000000001", "0", "-1", "1,5", "x"])
    func populationsOfStrata(people: String) {
        let path = folder.add("tầng;dân số\na;100\nb;\(people)\n", "strata.csv")
        let exit = commandOutput(["survey", "sample-size", "--strata", path, "--error", "5%"]).exit
        #expect(exit == (people == "10000000000" ? .done : .failed))
    }

    @Test(arguments: [("", ExitCode.failed), ("a;100\na;100\n", .failed), ("a;100\nb;100\n", .done)])
    func tablesOfStrata(rows: String, exit: ExitCode) {
        let path = folder.add("tầng;dân số\n" + rows, "strata.csv")
        #expect(commandOutput(["survey", "sample-size", "--strata", path]).exit == exit)
    }

    /// People are whole: 1.5 is none, and never 15.
    @Test(arguments: [
        ("180000", 180_000), ("180.000", 180_000), ("180,000", 180_000), ("1 234 567", 1_234_567), ("1.500", 1500),
        ("1.5", nil), ("1,5", nil), ("1.50", nil), ("12.34.56", nil), ("1.5000", nil), ("0", nil), ("-5", nil),
        ("5%", nil), ("1e5", nil), ("1.234.567,5", nil),
    ])
    func populations(text: String, people: Int?) {
        let output = commandOutput(["survey", "sample-size", "--population=" + text, "--format", "json"])
        #expect(output.exit == (people == nil ? .usage : .done))
        if let people { #expect(output.text.contains("\"population\": \(people),")) }
    }

    @Test func daysOfOptionsAndTablesAreTheSame() {
        for day in ["2024-07-03", "3/7/2024", "03.07.2024", "2024-7-3"] {
            #expect(commandOutput(["deadlines", Self.sample, "--on", day]).exit == .done)
        }
        // The year being scored is 2024: ten years before and behind.
        for day in ["31/12/2034", "1/1/2014"] {
            #expect(commandOutput(["deadlines", Self.sample, "--on", day]).exit == .done)
        }
        for day in ["1/1/2035", "31/12/2013", "3/7/2101"] {
            #expect(commandOutput(["deadlines", Self.sample, "--on", day]).exit == .usage)
        }
        for day in ["3/7/24", "31/6/2024", "07/13/2024", "3/7/0024", ""] {
            #expect(commandOutput(["deadlines", Self.sample, "--on", day]).exit == .usage)
        }
    }
}
