import Testing

/// The tables of losses and of changes show what `score` shows, and add up: worked out by hand.
@Suite struct LossTableTests {
    /// 1.1 has 0 ÷ 0, no points and its maximum of 2 by the convention; 1.2 has 1 of 2: 3 of 4 are lost.
    private let kept = SmallFolder(
        [
            SmallFolder.node("1", "4"), SmallFolder.share("1.1", "2", zero: "keepMaximum"),
            SmallFolder.share("1.2", "2"),
        ],
        figures: ["x;1.1;;0;0", "x;1.2;;1;2", "y;1.1;;1;2", "y;1.2;;1;2"])

    @Test func aKeptMaximumIsALoss() throws {
        let gap = kept.tables("gap", "--unit", "x")
        #expect(gap.column("Mất", of: "Mất điểm (2 tiêu chí)") == ["Tiêu chí 1.1: 2,00", "Tiêu chí 1.2: 1,00"])
        #expect(
            gap.tables["Mất điểm (2 tiêu chí)"]?[0].cells["Khoảng cách đến chỉ tiêu"]
                == "mẫu số bằng 0 (không chấm, điểm tối đa vẫn giữ)")
        #expect(gap.column("Mất điểm", of: "Mất điểm theo lĩnh vực") == ["1. Mục 1: 3,00", "Tổng: 3,00"])
        #expect(gap.tables["Mất điểm theo lĩnh vực"]?.first?.cells["Điểm tối đa"] == "4,00")
        // 2 + 1 of the first, 1 + 1 of the second unit.
        let csv = kept.text("gap", "--by", "criterion", format: "csv")
        #expect(csv.contains("1;1.1;Tiêu chí 1.1;;3,00;0,00;4,00;2;2;"))
        // What a convention settles is measured, and widens no range: 1 of 4 behind 2 of 4.
        let ranks = try commandJSON(["rank", kept.path])
        let units = try #require(ranks["units"] as? [[String: Any]])
        #expect(
            units.map { "\($0["code"] ?? "") \($0["rank"] ?? "") \($0["unmeasured"] ?? "")" } == ["y 1 0", "x 2 0"])
        #expect(units.last?["interval"] as? [String: Int] == ["lower": 2, "upper": 2])
        let score = kept.text("score", "--unit", "x")
        #expect(score.contains("không có điểm, vẫn nằm trong điểm tối đa") && !score.contains("không tính vào điểm"))
    }

    /// It is settled: x is second of two, and can be nothing else.
    @Test func aKeptMaximumWidensNoRange() throws {
        let json = try commandJSON(["rank", kept.path])
        let units = try #require(json["units"] as? [[String: Any]])
        let x = try #require(units.first { $0["code"] as? String == "x" })
        #expect(x["interval"] as? [String: Int] == ["lower": 2, "upper": 2])
        #expect(x["unmeasured"] as? Double == 0)
    }

    /// 0 ÷ 0 of each convention beside a leaf that is scored: what the note says of it.
    @Test(arguments: [
        ("leaveOut", "không tính vào điểm và điểm tối đa."), ("fullPoints", "được điểm tối đa theo quy định"),
        ("zeroPoints", "không có điểm, vẫn nằm trong điểm tối đa"),
        ("keepMaximum", "không có điểm, vẫn nằm trong điểm tối đa"),
    ])
    func theNoteSaysWhatAConventionDoes(convention: String, words: String) {
        let sample = SmallFolder(
            [
                SmallFolder.node("1", "4"), SmallFolder.share("1.1", "2", zero: convention),
                SmallFolder.share("1.2", "2"),
            ],
            figures: ["x;1.1;;0;0", "x;1.2;;1;2"])
        let text = sample.text("score", "--unit", "x")
        let note = text.split(separator: "\n").first { $0.hasPrefix("- ") && $0.contains("1 lượt tiêu chí") }
        #expect(note?.contains(words) ?? false, "\(text)")
    }

    /// Field 1: 0.125 + 0.25 is 0.4 as rounded, of 0.75; field 2: 0.25 is 0.3, of 1. Leaves lost 0.125 + 0.25 + 0.75.
    @Test func whatIsRoundedLateIsShownWithAllDecimals() {
        let sample = SmallFolder(
            [
                SmallFolder.node("1", "0.75"), SmallFolder.share("1.1", "0.25"), SmallFolder.share("1.2", "0.5"),
                SmallFolder.node("2", "1"), SmallFolder.share("2.1", "1"),
            ],
            points: (1, "field"), figures: ["x;1.1;50;;", "x;1.2;50;;", "x;2.1;25;;"])
        let gap = sample.tables("gap", "--unit", "x")
        #expect(
            gap.column("Mất điểm", of: "Mất điểm theo lĩnh vực") == ["2. Mục 2: 0,7", "1. Mục 1: 0,35", "Tổng: 1,05"])
        #expect(
            gap.column("Mất điểm", of: "Mất điểm theo cơ quan chủ trì") == [
                "(không ghi cơ quan chủ trì): 1,125", "Điều chỉnh (mức trần, làm tròn tổng): −0,075", "Tổng: 1,05",
            ])
        #expect(gap.tables["Mất điểm theo lĩnh vực"]?[1].cells["Điểm tối đa"] == "0,75")
        let costs = sample.tables("gap", "--by", "criterion")
        #expect(
            costs.column("Mất", of: "Tiêu chí mất nhiều điểm nhất") == [
                "Tiêu chí 2.1: 0,75", "Tiêu chí 1.2: 0,25", "Tiêu chí 1.1: 0,125",
                "Điều chỉnh (mức trần, làm tròn tổng): −0,075", "Tổng: 1,05",
            ])
        let text = sample.text("gap", "--unit", "x")
        #expect(text.contains("0,7/1,75") && text.contains("1,05 điểm"))
        // All of 2.1 is 1: 0.75 more of the leaf, 0.7 of the field.
        let trial = sample.tables("whatif", "--unit", "x", "--set", "2.1=100")
        #expect(
            trial.column("Chênh lệch", of: "Từng tiêu chí").suffix(3) == [
                "Tiêu chí 2.1: +0,75", "Điều chỉnh (mức trần, làm tròn tổng) (2): −0,05", "Tổng: +0,7",
            ])
        let plan = sample.tables("plan", "--unit", "x", "--goal-points", "1.4")
        #expect(plan.addsUp("Tăng", of: "Tiêu chí thay đổi"))
    }

    /// Bonus points of 1.5 count 1, and of 2 also 1: of 0.4 and 0.5 more, 0.4 reach the total.
    @Test func aCapHasARowOfItsOwn() {
        let sample = SmallFolder(
            [
                SmallFolder.node("1", "2"), SmallFolder.share("1.1", "2"), SmallFolder.node("2", "0"),
                SmallFolder.counted("bonus", "2.1", each: "0.5", cap: "2"),
            ],
            keys: #""bonusCap": 1,"#, figures: ["x;1.1;80;;", "x;2.1;3;;"])
        let words = ["whatif", sample.path, "--unit", "x", "--set", "2.1=4", "--set", "1.1=100"]
        let trial = MarkdownTables(words)
        let expected = [
            "Mục 1: +0,40", "Tiêu chí 1.1: +0,40", "Mục 2: +0,50", "Tiêu chí 2.1: +0,50",
            "Điều chỉnh (mức trần, làm tròn tổng): −0,50", "Tổng: +0,40",
        ]
        #expect(trial.column("Chênh lệch", of: "Từng tiêu chí") == expected)
        // On a screen too, where nodes that nothing moves are left out.
        let screen = commandOutput(words + ["--lang", "vi"]).text
        #expect(screen.contains("Điều chỉnh (mức trần, làm tròn tổng)"))
        let json = commandOutput(words + ["--format", "json"]).text.filter { !$0.isWhitespace }
        #expect(
            json.contains(
                #""adjustments":[{"criterion":null,"reason":"capsAndTotal","before":-0.5,"after":-1,"gain":-0.5}]"#))
        // In a page it is a row of the same table: 1 − 1.5 before and 1 − 2 then.
        let page = commandOutput(words + ["--lang", "vi", "--format", "html"]).text
        let row =
            page.split(separator: "<tr").first { $0.contains("Điều chỉnh (mức trần, làm tròn tổng)") } ?? ""
        for number in ["−0,50", "−1,00"] { #expect(row.contains(number), "\(row)") }
        // 1.6 + 1.5 are 3.1 of the leaves, and 2.6 with the cap.
        let score = sample.text("score", "--unit", "x", format: "html")
        let cap =
            score.split(separator: "<tr").first { $0.contains("Điều chỉnh (mức trần, làm tròn tổng)") } ?? ""
        #expect(cap.contains("−0,50") && score.contains("2,60"), "\(score)")
        let plan = sample.tables("plan", "--unit", "x", "--budget", "1000")
        #expect(plan.addsUp("Tăng", of: "Tiêu chí thay đổi"))
    }

    /// 1.1 was left out, 0 ÷ 0; with 1 of 2 it has 1 of 2 points, and the whole 1.5 of 4 in place of 0.5 of 2.
    @Test func aMaximumThatChangesStandsOnBothSides() {
        let sample = SmallFolder(
            [
                SmallFolder.node("1", "4"), SmallFolder.share("1.1", "2", zero: "leaveOut"),
                SmallFolder.share("1.2", "2"),
            ],
            figures: ["x;1.1;;0;0", "x;1.2;;1;4"])
        let words = ["whatif", sample.path, "--unit", "x", "--set", "1.1=1/2"]
        let trial = MarkdownTables(words)
        #expect(
            trial.column("Tối đa", of: "Từng tiêu chí")
                == ["Mục 1: 2,00", "Tiêu chí 1.1: 0,00", "Tiêu chí 1.2: 2,00", "Tổng: 2,00"])
        #expect(
            trial.column("Tối đa: Sau thay đổi", of: "Từng tiêu chí")
                == ["Mục 1: 4,00", "Tiêu chí 1.1: 2,00", "Tiêu chí 1.2: 2,00", "Tổng: 4,00"])
        // One column is enough where nothing changes.
        let other = sample.tables("whatif", "--unit", "x", "--set", "1.2=2/4")
        #expect(other.tables["Từng tiêu chí"]?.first?.cells["Tối đa: Sau thay đổi"] == nil)
        let csv = commandOutput(words + ["--lang", "vi", "--format", "csv"]).text
        #expect(
            csv.contains("Điểm tối đa hiện tại;Điểm tối đa;") && csv.contains("1.1;Tiêu chí 1.1;0,00;2,00;;1,00;1,00;"))
    }

    /// Of 0 ÷ 0 in one part of a formula, two of its three points are out of the maximum: 0.5 of 1.
    @Test func noStepGainsMoreThanIsLost() {
        let sample = SmallFolder(
            [
                SmallFolder.node("1", "3"),
                SmallFolder.leaf(
                    "1.1", "3",
                    [SmallFolder.ratio("1.1.a", zero: "leaveOut"), SmallFolder.ratio("1.1.b", zero: "leaveOut")],
                    #"{"kind": "formula", "figures": {"a": "1.1.a", "b": "1.1.b"}, "points": "maximum*(a+2*b)/300"}"#),
            ],
            figures: ["x;1.1.a;;5;10", "x;1.1.b;;0;0"])
        let gap = sample.text("gap", "--unit", "x")
        #expect(gap.contains("đủ các phần: +0,50") && !gap.contains("2,50"))
        let reason = sample.text("explain", "1.1", "--unit", "x")
        #expect(reason.contains("tiêu chí được 1 điểm, thêm 0,5"))
        #expect(reason.contains("b = 0/0 (không tính vào điểm và điểm tối đa); maximum = 3"))
        #expect(reason.contains("điểm tối đa còn 3 − 2 = 1"))
    }

    /// A third more of a point is 0.333333, though 0.666667 − 0.333333 is not.
    @Test func aGainIsRoundedOnce() {
        let sample = SmallFolder(
            [SmallFolder.node("1", "1"), SmallFolder.share("1.1", "1")], points: (1, "total"), figures: ["x;1.1;;1;3"])
        let reason = sample.text("explain", "1.1", "--unit", "x")
        #expect(reason.contains("tiêu chí được 0,666667 điểm, thêm 0,333333"))
    }

    /// What one case moves is told of formulas too, with the figure meant where there are several.
    @Test func theWeightOfACaseIsToldOfFormulas() {
        let sample = SmallFolder(
            [
                SmallFolder.node("1", "2"),
                SmallFolder.leaf(
                    "1.1", "2", [SmallFolder.ratio("1.1.a"), SmallFolder.ratio("1.1.b")],
                    #"{"kind": "formula", "figures": {"a": "1.1.a", "b": "1.1.b"}, "points": "maximum*(a+b)/200"}"#),
            ],
            figures: ["x;1.1.a;;5;10", "x;1.1.b;;0;5"])
        for words in [["gap", sample.path, "--unit", "x"], ["explain", sample.path, "1.1", "--unit", "x"]] {
            let text = commandOutput(words + ["--lang", "vi", "--format", "md"]).text
            #expect(text.contains("«tỷ lệ 1.1.b»: 5 trường hợp: một trường hợp làm đổi tới 0,20 điểm"), "\(text)")
        }
    }

    /// 2 points of a criterion of 0 ÷ 0 go to those of 3 and 1 points, 1.5 and 0.5: 50 % of 4.5 is 2.25.
    @Test func sharedPointsAreSaid() {
        let zero =
            #", "zeroDenominator": {"convention": "shareOut", "siblings": ["1.2", "1.3"], "source": {"document": "Q"}}"#
        let source = SmallFolder.share("1.1", "2").replacing(#""tất cả"}"#, with: #""tất cả"}\#(zero)"#)
        let sample = SmallFolder(
            [SmallFolder.node("1", "6"), source, SmallFolder.share("1.2", "3"), SmallFolder.share("1.3", "1")],
            figures: ["x;1.1;;0;0", "x;1.2;;1;2", "x;1.3;;1;2"])
        let reason = sample.text("explain", "1.2", "--unit", "x")
        #expect(
            reason.contains(
                "3 × 50 ÷ 100 = 1,5; điểm tối đa 3 + 1,5 = 4,5 (thêm phần của tiêu chí khác): 1,5 × 4,5 ÷ 3"))
        #expect(reason.contains("→ 2,25"))
    }

    /// Bonus points of 0.25, −0.35 and −3.15 with one decimal at the total.
    @Test func aRankingShowsPointsAsTheyAre() {
        let sample = SmallFolder(
            [
                SmallFolder.node("1", "1"), SmallFolder.share("1.1", "1"), SmallFolder.node("2", "0"),
                SmallFolder.counted("bonus", "2.1", each: "0.25", cap: "1"),
                SmallFolder.counted("penalty", "2.2", each: "0.35", cap: "4"),
            ],
            points: (1, "total"),
            figures: [
                "a;1.1;50;;", "a;2.1;1;;", "a;2.2;0;;", "b;1.1;50;;", "b;2.1;0;;", "b;2.2;1;;", "c;1.1;50;;",
                "c;2.1;0;;",
                "c;2.2;9;;",
            ])
        let text = sample.text("rank", "--by", "2")
        for points in ["0,25", "−0,35", "−3,15"] { #expect(text.contains(points)) }
    }

    /// What no figure is there for stands in the sum too: 2 of the second criterion.
    @Test func theSumSaysWhatHasNoFigures() {
        let sample = SmallFolder(
            [SmallFolder.node("1", "4"), SmallFolder.share("1.1", "2"), SmallFolder.share("1.2", "2")],
            figures: ["x;1.1;50;;"])
        let gap = sample.tables("gap", "--unit", "x")
        for heading in ["Mất điểm theo lĩnh vực", "Mất điểm theo cơ quan chủ trì"] {
            #expect(gap.tables[heading]?.last?.cells["Mất vì chưa có số liệu"] == "2,00")
        }
        let costs = sample.tables("gap", "--by", "criterion").tables["Tiêu chí mất nhiều điểm nhất"]
        #expect(costs?.last?.cells["Mất vì chưa có số liệu"] == "2,00")
    }
}
