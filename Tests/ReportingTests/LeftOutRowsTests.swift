import TestSupport
import Testing

@testable import score_cli

/// With `--keep-going` the exit still says that something is wrong, and every row of a ranking that units are missing.
@Suite struct LeftOutRowsTests {
    private func spoilt(_ seed: UInt64) -> RandomFolder? {
        let sample = RandomFolder(seed: seed)
        guard sample.units.count > 2, let code = sample.reported["u1"]?.metric else { return nil }
        let figures = sample.folder.text("now/metrics.csv") ?? ""
        sample.folder.add(figures + "u1;\(code);abc;;\n", "now/metrics.csv")
        return sample
    }

    @Test func everyRowSaysThatUnitsAreMissing() throws {
        let samples = (80_000..<80_020).compactMap { spoilt(UInt64($0)) }
        try #require(samples.count > 5)
        for sample in samples {
            #expect(commandOutput(["rank", sample.path]).exit == .failed)
            let words = ["rank", sample.path, "--keep-going", "--stage", "computed"]
            let (exit, text) = commandOutput(words + ["--format", "json"])
            #expect(exit == .failed)
            let root = try jsonRecord(text)
            let rows = try #require(root["units"] as? [[String: Any]])
            #expect(rows.allSatisfy { $0["unitsLeftOut"] as? Int == 1 })
            #expect(root["leftOut"] as? [String] == ["u1"])
            for command in ["rank", "score", "gap"] {
                let csv = commandOutput([command] + words.dropFirst() + ["--format", "csv"])
                #expect(csv.exit == .failed)
                let rows = csv.text.split(whereSeparator: \.isNewline).dropFirst().filter { !$0.hasPrefix("u1;") }
                #expect(!rows.isEmpty && rows.allSatisfy { $0.contains("chưa tính 1 đơn vị có số liệu lỗi") })
            }
        }
    }

    @Test func aHistoryHasItByPeriod() throws {
        let sample = try #require((80_000..<80_020).lazy.compactMap { spoilt(UInt64($0)) }.first)
        let words = ["history", sample.path, "--keep-going", "--round-input", "2"]
        let (exit, text) = commandOutput(words + ["--format", "json"])
        #expect(exit == .failed)
        let root = try jsonRecord(text)
        let period = try #require((root["periods"] as? [[String: Any]])?.first)
        #expect(period["leftOut"] as? [String] == ["u1"] && period["roundInput"] as? Int == 2)
        let units = try #require(root["units"] as? [[String: Any]])
        let series = units.compactMap { ($0["series"] as? [[String: Any]])?.first }
        #expect(!series.isEmpty && series.allSatisfy { $0["unitsLeftOut"] as? Int == 1 })
        let rows = commandOutput(words + ["--format", "csv"]).text.split(whereSeparator: \.isNewline).dropFirst()
        #expect(!rows.isEmpty && rows.allSatisfy { $0.contains("chưa tính 1 đơn vị có số liệu lỗi") })
        #expect(commandOutput(words + ["--format", "md"]).text.contains("Không chấm 1 đơn vị vì số liệu có lỗi: u1."))
    }

    @Test func aWholeRankingSaysNothingOfThat() throws {
        let sample = RandomFolder(seed: 80_000)
        let (exit, text) = commandOutput(["rank", sample.path, "--keep-going", "--format", "json"])
        #expect(exit == .done && !text.contains("unitsLeftOut"))
    }

    /// Three units of which the last has a figure that is no number: whatever is said of the others names it.
    @Test(arguments: [
        ["whatif", "--unit", "a", "--set", "1.1=70"], ["plan", "--unit", "a", "--budget", "5"],
        ["explain", "1.1", "--unit", "a"], ["gap", "--unit", "a"],
    ])
    func everyCommandNamesThem(words: [String]) throws {
        let small = SmallFolder(
            [SmallFolder.node("1", "2"), SmallFolder.share("1.1", "2")],
            figures: ["a;1.1;50;;", "b;1.1;60;;", "c;1.1;abc;;"])
        small.folder.add("action;metric;value;cost\nA;1.1;80;3\n", "actions.csv")
        func leftOut() throws -> (exit: ExitCode, codes: [String]?) {
            var words = words
            words.insert(small.path, at: 1)
            let (exit, text) = commandOutput(words + ["--keep-going", "--format", "json"])
            let root = try jsonRecord(text)
            return (exit, root["leftOut"] as? [String])
        }
        let spoilt = try leftOut()
        #expect(spoilt.exit == .failed && spoilt.codes == ["c"])
        small.folder.add("unit;metric;value\na;1.1;50\nb;1.1;60\nc;1.1;70\n", "metrics.csv")
        let sound = try leftOut()
        #expect(sound.exit == .done && sound.codes == [])
    }

    /// b lacks 1.2, which may be in the table that is not there; a has everything.
    @Test(arguments: [["score"], ["rank"], ["gap"], ["explain", "1.1", "--unit", "a"]])
    func aTableThatIsMissing(words: [String]) throws {
        let small = SmallFolder(
            [SmallFolder.node("1", "4"), SmallFolder.share("1.1", "2"), SmallFolder.share("1.2", "2")],
            figures: ["a;1.1;50;;", "a;1.2;50;;", "b;1.1;60;;"])
        small.folder.add(
            #"""
            {"format": 1, "name": "Đợt", "criteria": "criteria.json", "year": 2024, "stage": "self",
             "files": {"metrics": ["metrics.csv", "b.csv"]}}
            """#, "assessment.json")
        let line = [words[0], small.path] + words.dropFirst()
        let stopped = commandOutput(line + ["--format", "json"])
        #expect(stopped.exit == .failed && stopped.text.isEmpty)
        let (exit, text) = commandOutput(line + ["--keep-going", "--format", "json"])
        #expect(exit == .failed)
        #expect(try jsonRecord(text)["leftOut"] as? [String] == ["b"])
        // Figures that come are scored.
        small.folder.add("unit;metric;value\nb;1.2;70\n", "b.csv")
        #expect(commandOutput(line + ["--format", "json"]).exit == .done)
    }
}
