import TestSupport
import Testing

@testable import score_cli

/// `--time` by the clock: a plan that takes long to settle comes in time, says what is not proven, and is one.
@Suite struct PlanTimeTests {
    /// Twenty criteria of 5 points at 0 %; each of sixty actions raises three of them and costs the percentage points
    /// that it gains and 10 more, so that no action is better than another for long.
    private static func folder() -> SmallFolder {
        let percent = #"{"name": "x", "kind": "percent", "direction": "higher"}"#
        let codes = (1...20).map { "1.\($0)" }
        let sample = SmallFolder(
            [SmallFolder.node("1", "100")]
                + codes.map { SmallFolder.leaf($0, "5", [percent], #"{"kind": "proportional", "base": 100}"#) },
            figures: codes.map { "x;\($0);0;;" })
        let rows = (0..<60).flatMap { action in
            let gains = (0..<3).map { 3 + (action * action * 13 + $0 * 29) % 17 }
            return gains.indices.map { part in
                let code = codes[(action * 7 + part * (3 + action % 5)) % 20]
                return "A\(action);\(code);\(gains[part]);\(gains.reduce(10, +))\n"
            }
        }
        sample.folder.add("action;metric;add;cost\n" + rows.joined(), "actions.csv")
        return sample
    }

    /// What is asked for, and what the plan that is found has of it.
    @Test(arguments: [["--goal-points", "30"], ["--budget", "500"], ["--frontier"]])
    func comesInTime(goal: [String]) throws {
        let folder = Self.folder()
        let words = ["plan", folder.path, "--unit", "x", "--time", "1", "--format", "json"] + goal
        let start = ContinuousClock.now
        let (exit, text) = commandOutput(words)
        // Reading and writing are not bounded, and other tests run beside; without the limit it takes minutes.
        #expect(ContinuousClock.now - start < .seconds(20))
        #expect(exit == .done)
        let root = try jsonRecord(text)
        let status = root["status"] as? String
        #expect((root["outOfTime"] as? Bool ?? false) == (status == "feasible"))
        #expect(status == "feasible" || status == "optimal")
        if goal[0] == "--frontier" {
            let plans = try #require(root["frontier"] as? [[String: Any]])
            let points = plans.compactMap { $0["points"] as? Double }
            #expect(
                plans.count > 1 && points.count == plans.count && zip(points, points.dropFirst()).allSatisfy { $0 < $1 }
            )
            return
        }
        let (cost, points) = (try #require(root["cost"] as? Double), try #require(root["points"] as? Double))
        let bound = try #require(root["bound"] as? Double)
        if goal[0] == "--budget" {
            #expect(cost <= 500 && points > 0 && bound >= points)
        } else {
            #expect(points >= 30 && bound <= cost)
        }
    }

    /// What is settled at once never speaks of time.
    @Test(arguments: ["--goal-points", "--budget"])
    func whatIsEasyIsProven(goal: String) throws {
        let sample = SmallFolder(
            [SmallFolder.node("1", "2"), SmallFolder.share("1.1", "2")], figures: ["x;1.1;50;;"])
        sample.folder.add("action;metric;value;cost\nA;1.1;80;3\nB;1.1;100;5\n", "actions.csv")
        let words = ["plan", sample.path, "--unit", "x", "--time", "1", goal, goal == "--budget" ? "5" : "2"]
        let root = try jsonRecord(commandOutput(words + ["--format", "json"]).text)
        #expect(root["status"] as? String == "optimal" && root["outOfTime"] == nil)
        #expect(root["cost"] as? Int == 5 && root["points"] as? Int == 2)
        #expect(!commandOutput(words + ["--format", "md", "--lang", "vi"]).text.contains("thời gian"))
    }
}
