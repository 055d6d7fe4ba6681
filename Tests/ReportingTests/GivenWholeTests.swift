import Foundation
import Testing

/// Points given to a node as a whole, in losses, steps, trials and plans: worked out by hand.
@Suite struct GivenWholeTests {
    /// Field 1: 1.1 has 1 of 2; 1.2 was given 2, over 0 (given) and 0.5 of its parts: 3 of 4. Field 2, of bonus and penalty
    /// points, was given 1.5, over 0.5 and −0.5. In all 4.5 of 4.
    private let sample = SmallFolder(
        [
            SmallFolder.node("1", "4"), SmallFolder.share("1.1", "2"), SmallFolder.node("1.2", "2"),
            SmallFolder.share("1.2.1", "1"), SmallFolder.share("1.2.2", "1"), SmallFolder.node("2", "0"),
            SmallFolder.counted("bonus", "2.1", each: "0.5", cap: "2"),
            SmallFolder.counted("penalty", "2.2", each: "0.5", cap: "2"),
        ],
        figures: [
            "x;1.1;50;;", "x;1.2.1;50;;", "x;1.2.2;50;;", "x;2.1;1;;", "x;2.2;1;;", "y;1.1;100;;", "y;1.2.1;50;;",
            "y;2.1;0;;", "y;2.2;0;;",
        ],
        given: ["x;1.2.1;appraisal;0", "x;1.2;appraisal;2", "x;2;appraisal;1.5", "y;1.2;appraisal;1.5"])

    @Test func aFieldHasLostWhatItsPointsAreShortOfItsMaximum() {
        let gap = sample.tables("gap", "--unit", "x")
        #expect(
            gap.column("Mất điểm", of: "Mất điểm theo lĩnh vực")
                == ["1. Mục 1: 1,00", "2. Mục 2: −1,50", "Tổng: −0,50"])
        // 1 + 1 + 0.5 of the parts of field 1, and −0.5 + 0.5 of field 2: 2.5.
        #expect(
            gap.column("Mất điểm", of: "Mất điểm theo cơ quan chủ trì") == [
                "(không ghi cơ quan chủ trì): 2,50", "Chênh lệch do cho điểm cả mục (1.2, 2): −3,00", "Tổng: −0,50",
            ])
        let score = sample.tables("score", "--unit", "x").tables.values.flatMap { $0 }
        #expect(score.first { $0.name == "Mục 1" }?.cells["Mất"] == "1,00")
        #expect(score.first { $0.name == "Mục 2" }?.cells["Mất"] == "−1,50")
    }

    @Test func theAdjustmentSaysWhy() {
        let text = sample.text("gap", "--unit", "x")
        #expect(text.contains("gồm: chênh lệch do cho điểm cả mục (1.2, 2): −3,00."))
        #expect(!text.contains("mức trần"))
        let csv = sample.text("gap", "--unit", "x", format: "csv")
        #expect(csv.contains("Chênh lệch do cho điểm cả mục (1.2, 2);;;;-3,00"))
    }

    /// All of 1.2 counts as measured, so that nothing is missing; 2 − 1.5 is lost.
    @Test func whatAWholeCoversIsNotMissing() {
        let text = sample.text("gap", "--unit", "y")
        #expect(text.contains("0,50 điểm") && !text.contains("chưa có số liệu"))
    }

    private func steps(_ sample: SmallFolder, _ unit: String) -> [String: [String]] {
        let text = commandOutput(["gap", sample.path, "--unit", unit, "--format", "json"]).text
        let record = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let leaves = (record?["units"] as? [[String: Any]])?.first?["criteria"] as? [[String: Any]] ?? []
        return leaves.reduce(into: [:]) { steps, leaf in
            let measures = leaf["measures"] as? [[String: Any]] ?? []
            steps[leaf["code"] as? String ?? ""] = measures.flatMap { measure in
                (measure["nextSteps"] as? [[String: Any]] ?? []).map { "\($0["gain"] ?? "")" }
            }
        }
    }

    /// All of 1.2.1 would be 1.5 of 1.2 in place of the 2 given; of 1.2.2, 1; none of 2.2, 0.5 in place of 1.5.
    @Test func aStepThatFreesMoreThanItGainsIsNone() {
        let steps = steps(sample, "x")
        #expect(steps["1.1"] == ["1"] && steps["1.2.1"] == [] && steps["1.2.2"] == [] && steps["2.2"] == [])
        let text = sample.text("gap", "--unit", "x")
        #expect(text.contains("(1.2: 2,00; 2: 1,50) thì điểm đã cho không còn áp dụng"))
        let reason = sample.text("explain", "1.2.1", "--unit", "x")
        #expect(reason.contains("(1.2: 2,00) thì điểm đã cho không còn áp dụng") && !reason.contains("Mức kế tiếp"))
    }

    /// 2.1 has 4.5 of 5, and field 2 was given 4: all of it gains 1, of which 0.5 is the part's own.
    private let lowered = SmallFolder(
        [
            SmallFolder.node("1", "5"), SmallFolder.share("1.1", "2"), SmallFolder.share("1.2", "3"),
            SmallFolder.node("2", "5"), SmallFolder.share("2.1", "5"),
        ],
        figures: ["x;1.1;80;;", "x;1.2;50;;", "x;2.1;90;;"], given: ["x;2;appraisal;4"])

    @Test func aStepGainsWhatATrialGives() {
        #expect(steps(lowered, "x")["2.1"] == ["1"])
        let trial = lowered.tables("whatif", "--unit", "x", "--set", "2.1=100")
        #expect(
            trial.column("Chênh lệch", of: "Từng tiêu chí") == [
                "Mục 1: 0,00", "Tiêu chí 1.1: 0,00", "Tiêu chí 1.2: 0,00", "Mục 2: +1,00", "Tiêu chí 2.1: +0,50",
                "Chênh lệch do cho điểm cả mục (2): +0,50", "Tổng: +1,00",
            ])
    }

    @Test func thePartsOfAPlanAddUp() {
        // 3.1 and 4; 2.1 alone reaches 8.1.
        let plan = lowered.tables("plan", "--unit", "x", "--goal-points", "8")
        #expect(
            plan.column("Tăng", of: "Tiêu chí thay đổi") == [
                "Tiêu chí 2.1: +0,50", "Chênh lệch do cho điểm cả mục (2): +0,50", "Tổng: +1,00",
            ])
        let json = lowered.text("plan", "--unit", "x", "--goal-points", "8", format: "json")
        let compact = json.filter { !$0.isWhitespace }
        #expect(
            compact.contains(
                #""adjustments":[{"criterion":"2","reason":"givenToWhole","before":-0.5,"after":0,"gain":0.5}]"#))
    }
}
