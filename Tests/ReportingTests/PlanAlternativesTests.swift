import Documents
import TestSupport
import Testing

@testable import score_cli

/// One criterion with twenty figures to choose from, as the command plans it: what is best is found at once, and time is
/// never said to be the cause of anything.
@Suite struct PlanAlternativesTests {
    /// A criterion of one point at 0 %; 2.5 % to 50 %, each for a cost of 5 more than the one before: 0.025 points each.
    private static func folder(isExclusive: Bool) -> SmallFolder {
        let sample = SmallFolder(
            [SmallFolder.node("1", "1"), SmallFolder.share("1.1", "1")], figures: ["x;1.1;0;;"])
        let rows = (1...20).map { step in
            let others = (1...20).filter { isExclusive && $0 != step }.map { "S\($0)" }.joined(separator: ",")
            return "S\(step);1.1;\(25 * step / 10),\(25 * step % 10);\(step * 5);\(others)\n"
        }
        sample.folder.add(
            "action;metric;value;cost;excludes\n" + rows.joined(), "actions.csv")
        return sample
    }

    private static func json(_ folder: SmallFolder, _ words: [String]) throws -> (exit: ExitCode, root: [String: Any]) {
        let (exit, text) = commandOutput(["plan", folder.path, "--unit", "x", "--format", "json"] + words)
        return (exit, try jsonRecord(text))
    }

    /// 0.5 points are 50 %, the last figure, for 100. For 99 it is the one before, 0.475 points, which is 0.48.
    @Test(arguments: [false, true])
    func theBestIsFound(isExclusive: Bool) throws {
        let folder = Self.folder(isExclusive: isExclusive)
        for (words, code, cost, points) in [
            (["--goal-points", "0.5"], "S20", 100, 0.5), (["--budget", "100"], "S20", 100, 0.5),
            (["--budget", "99"], "S19", 95, 0.48), (["--budget", "5"], "S1", 5, 0.03),
            (["--goal-points", "0.03"], "S1", 5, 0.03), (["--goal-index", "50"], "S20", 100, 0.5),
        ] as [([String], String, Int, Double)] {
            let (exit, root) = try Self.json(folder, words)
            #expect(exit == .done)
            #expect(root["status"] as? String == "optimal")
            #expect(root["cost"] as? Int == cost && root["points"] as? Double == points, "\(words)")
            let actions = try #require(root["actions"] as? [[String: Any]])
            #expect(actions.map { $0["code"] as? String } == [code])
        }
        let (exit, root) = try Self.json(folder, ["--goal-points", "0.51"])
        #expect(exit == .failed && root["status"] as? String == "infeasible")
        let frontier = try #require(try Self.json(folder, ["--frontier"]).root["frontier"] as? [[String: Any]])
        // All have points of their own after rounding: 0.03, 0.05, 0.08, 0.1 and so on.
        #expect(frontier.map { $0["cost"] as? Int } == (0...20).map { $0 * 5 })
    }

    @Test(arguments: [
        ["--goal-points", "0.5"], ["--budget", "100"], ["--budget", "4"], ["--goal-points", "0.51"], ["--frontier"],
        ["--goal-rank", "1"], ["--budget", "100", "--best", "20"],
    ])
    func timeIsNotTheCause(words: [String]) {
        for isExclusive in [false, true] {
            let folder = Self.folder(isExclusive: isExclusive)
            for language in ["vi", "en"] {
                for format in ["table", "md", "html", "csv", "json"] {
                    let text = commandOutput(
                        ["plan", folder.path, "--unit", "x", "--lang", language, "--format", format] + words
                    ).text
                    #expect(!text.contains("--time") && !text.isEmpty, "\(text)")
                    #expect(!text.contains("thời gian") && !text.contains("time limit"), "\(text)")
                }
            }
        }
    }
}
