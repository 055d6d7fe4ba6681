import TestSupport
import Testing

/// Places among the units of one parent, where they are not those among all.
@Suite struct ParentScopeTests {
    /// Two units with two below each: d has 95 %, its x1 90 and x2 50; e has 40 %, its x3 70 and x4 60.
    private let sample: SmallFolder = {
        let figures = [("d", 95), ("e", 40), ("x1", 90), ("x2", 50), ("x3", 70), ("x4", 60)]
        let sample = SmallFolder(
            [SmallFolder.node("1", "1"), SmallFolder.share("1.1", "1")],
            figures: figures.map { "\($0.0);1.1;\($0.1);;" })
        sample.folder.add(
            "code;name;level;parent\nd;Đê;xa;\ne;E;xa;\nx1;Một;xa;d\nx2;Hai;xa;d\nx3;Ba;xa;e\nx4;Bốn;xa;e\n",
            "units.csv")
        sample.folder.add("action;metric;value;cost\nA;1.1;75;1\nB;1.1;96;5\n", "actions.csv")
        return sample
    }()

    private func json(_ words: [String]) throws -> [String: Any] {
        try commandJSON(words.prefix(1) + [sample.path] + words.dropFirst())
    }

    @Test(arguments: [
        ("x2", [2, 2], [5, 6]), ("x3", [1, 2], [3, 6]), ("x4", [2, 2], [4, 6]), ("d", [1, 2], [1, 6]),
        ("e", [2, 2], [6, 6]),
    ])
    func placesBelowOneParent(unit: String, parent: [Int], all: [Int]) throws {
        for (scope, expected) in [("parent", parent), ("all", all), ("level", all), ("group", all)] {
            let among = ["--unit", unit, "--among", scope]
            let rank = try json(["rank"] + among)
            #expect([rank["rank"] as? Int, rank["of"] as? Int] == expected.map { $0 }, "rank \(scope)")
            let gap = try #require((try json(["gap"] + among)["units"] as? [[String: Any]])?.first)
            #expect([gap["rank"] as? Int, gap["ranked"] as? Int] == expected.map { $0 }, "gap \(scope)")
            let plan = try #require(try json(["plan", "--budget", "0"] + among)["now"] as? [String: Any])
            #expect([plan["rank"] as? Int, plan["ranked"] as? Int] == expected.map { $0 }, "plan \(scope)")
            let trial = try json(["whatif", "--set", "1.1=99"] + among)
            let now = try #require(trial["now"] as? [String: Any])
            #expect([now["rank"] as? Int, now["ranked"] as? Int] == expected.map { $0 }, "whatif \(scope)")
            // 99 % is more than anybody has.
            #expect((trial["scenarios"] as? [[String: Any]])?.first?["rank"] as? Int == 1)
        }
    }

    /// Of x3's 70 %, 75 is more, for 1; of d's 95, 96, for 5.
    @Test func aGoalAmongThoseOfOneParentCostsLess() throws {
        let goal = ["plan", "--unit", "x4", "--goal-rank", "1", "--among"]
        #expect(try json(goal + ["parent"])["cost"] as? Int == 1)
        #expect(try json(goal + ["all"])["cost"] as? Int == 5)
        let trial = ["whatif", "--unit", "x4", "--set", "1.1=75", "--among"]
        for (scope, rank) in [("parent", 1), ("all", 3)] {
            #expect((try json(trial + [scope])["scenarios"] as? [[String: Any]])?.first?["rank"] as? Int == rank)
        }
    }

    @Test func theTableHasAPartForEachParent() throws {
        let units = try #require(try json(["rank", "--among", "parent"])["units"] as? [[String: Any]])
        let ranks = Dictionary(uniqueKeysWithValues: units.map { ($0["code"] as? String ?? "", $0["rank"] as? Int) })
        #expect(ranks == ["d": 1, "e": 2, "x1": 1, "x2": 2, "x3": 1, "x4": 2])
    }
}
