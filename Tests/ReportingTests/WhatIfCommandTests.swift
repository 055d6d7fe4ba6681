import Documents
import Assessment
import Foundation
import Reporting
import Scoring
import TestSupport
import Testing
import Values

@testable import score_cli

/// `whatif`: its arguments, its forms, and scenarios that are kept and replayed.
@Suite struct WhatIfCommandTests {
    private static let data = Repository.path("datasets/tuy-phuoc-2024")

    private static let kinds: [String: Metric.Kind] = ["1.1": .percent, "1.2": .count, "1.3": .yesNo, "1.4": .task]

    private static func number(_ text: String) -> FixedDecimal { (try? FixedDecimal(text)) ?? -1 }

    @Test(
        arguments: [
            ("1.1=99,5", .set(number("99.5"))), ("1.1=99.5", .set(number("99.5"))), ("1.1=99,5%", .set(number("99.5"))),
            ("1.1 = 98,973 %", .set(number("98.973"))), ("1.1+=2", .add(2)), ("1.1-=0,5", .add(number("-0.5"))),
            ("1.1=490/500", .counts(numerator: 490, denominator: 500)), ("1.1=490/", .numerator(490)),
            ("1.1+=37/", .addToNumerator(37)), ("1.1-=3/", .addToNumerator(-3)),
            ("1.2=12 345/20000", .counts(numerator: 12_345, denominator: 20_000)), ("1.2=-1", .set(-1)),
            ("1.3=có", .answer(true)), ("1.3=No", .answer(false)), ("1.4=hoàn thành trễ hạn", .task(.doneLate)),
            ("1.4=done in time", .task(.doneInTime)), ("1.1=không áp dụng", .status(.notApplicable)),
            ("1.1=chờ khảo sát", .status(.awaited)), ("1.1=chưa báo cáo", .status(.notReported)),
            ("1.2=1.234.567", .set(1_234_567)),
        ] as [(String, Scenario.Edit)])
    func changesAreRead(text: String, edit: Scenario.Edit) throws {
        let change = try ChangeArgument.change(text) { Self.kinds[$0] }
        #expect(change == Scenario.Change(String(text.prefix(3)), edit))
    }

    @Test(arguments: [
        "", "1.1", "1.1=", "=5", "+=5", "1.1=x", "1.1=1/2/3", "1.1=/5", "1.1+=có", "1.2=5%", "1.1=1e3", "1.1==5",
    ])
    func whatIsNoChangeIsRefused(text: String) {
        do throws(UsageError) {
            let change = try ChangeArgument.change(text) { Self.kinds[$0] }
            Issue.record("\(change)")
        } catch {
            #expect(error == .badChange(found: text))
        }
    }

    @Test func aNumberWithTwoReadingsIsRefused() {
        do throws(UsageError) {
            _ = try ChangeArgument.change("1.2=1.234") { Self.kinds[$0] }
            Issue.record("read")
        } catch {
            #expect(error == .ambiguousChange(found: "1.2=1.234", readings: ["1234", "1.2340"]))
        }
    }

    @Test func rangesAreRead() throws {
        let kind: (String) -> Metric.Kind? = { Self.kinds[$0] }
        #expect(
            try ChangeArgument.sweep("1.1=90..100", kind: kind) == SweepRange(metric: "1.1", from: 90, through: 100))
        #expect(
            try ChangeArgument.sweep("1.1=90,5..99.5:0,25", kind: kind)
                == SweepRange(
                    metric: "1.1", from: Self.number("90.5"), through: Self.number("99.5"), step: Self.number("0.25")))
        for text in ["1.1", "1.1=90", "1.1=90..", "1.1=..5", "1.1=1..2:", "1.1=1..2:3:4", "=1..2", "1.1=a..b", ""] {
            #expect(throws: UsageError.badSweep(found: text)) { try ChangeArgument.sweep(text, kind: kind) }
        }
    }

    @Test(arguments: [
        [], ["--save", "x.json"], ["--set", "1.1=101"], ["--set", "9.9=1"], ["--set", "1.1=x"],
        ["--set", "1.1=1", "--set", "1.1=2"], ["--sweep", "1.1=90..80"], ["--sweep", "1.1"],
        ["--sweep", "1.1=0..1", "--save", "x.json"],
    ])
    func wrongUsageEndsSo(words: [String]) {
        #expect(CommandLineTool.run(["whatif", Self.data, "--unit", "phuoc-an", "--quiet"] + words) == .usage)
    }

    @Test func aUnitMustBeNamedOnce() throws {
        #expect(CommandLineTool.run(["whatif", Self.data, "--set", "1.1=100", "--quiet"]) == .usage)
        let folder = TemporaryFolder()
        let one = folder.add(
            #"{"format": 1, "unit": "phuoc-an", "changes": [{"metric": "1.1", "set": 100}]}"#, "one.json")
        let two = folder.add(
            #"{"format": 1, "unit": "phuoc-hoa", "changes": [{"metric": "1.1", "set": 100}]}"#, "two.json")
        let words = ["whatif", Self.data, "--quiet", "--output", folder.path("out")]
        #expect(CommandLineTool.run(words + ["--scenario", one]) == .done)
        #expect(CommandLineTool.run(words + ["--scenario", one, "--scenario", two]) == .usage)
        #expect(CommandLineTool.run(words + ["--scenario", one, "--scenario", two, "--unit", "phuoc-an"]) == .done)
    }

    @Test(arguments: [
        "{", "[]", #"{"format": 1, "changes": []}"#, #"{"format": 1, "changes": [{"metric": "1.1", "set": 999}]}"#,
    ])
    func aBadFileIsAFailure(text: String) throws {
        let folder = TemporaryFolder()
        let file = folder.add(text, "scenario.json")
        #expect(
            CommandLineTool.run(["whatif", Self.data, "--unit", "phuoc-an", "--scenario", file, "--quiet"]) == .failed)
        #expect(CommandLineTool.run(["whatif", Self.data, "--unit", "phuoc-an", "--scenario", file + "x"]) == .failed)
    }

    @Test func aSavedScenarioReplaysToTheSameNumbers() throws {
        let folder = TemporaryFolder()
        let saved = folder.path("saved.json")
        let words = ["whatif", Self.data, "--format", "json", "--quiet"]
        let changes = ["--set", "7.3.5=80,5", "--set", "1.1+=1/", "--set", "3.3.4=20"]
        #expect(
            CommandLineTool.run(
                words + changes + ["--unit", "tt-tuy-phuoc", "--save", saved, "--output", folder.path("a")]) == .done)
        #expect(CommandLineTool.run(words + ["--scenario", saved, "--output", folder.path("b")]) == .done)
        let (first, second) = (try folder.scenario("a"), try folder.scenario("b"))
        for key in ["points", "index", "rank", "coverage"] {
            #expect(first[key] as? Double == second[key] as? Double)
            #expect(first[key] is Double)
        }
        #expect((first["criteria"] as? NSArray) == (second["criteria"] as? NSArray))
        #expect((first["figures"] as? NSArray) == (second["figures"] as? NSArray))
        #expect((first["figures"] as? [Any])?.count == 3)
    }

    @Test(arguments: ["table", "json", "csv", "md"], ["vi", "en"])
    func everyFormIsWritten(format: String, language: String) throws {
        let folder = TemporaryFolder()
        let saved = folder.path("s.json")
        let words = [
            "whatif", Self.data, "--unit", "phuoc-an", "--format", format, "--lang", language, "--quiet", "--output",
            folder.path("out"),
        ]
        #expect(CommandLineTool.run(words + ["--set", "1.1=100", "--save", saved]) == .done)
        #expect(CommandLineTool.run(words + ["--sweep", "1.1=0..100"]) == .done)
        #expect(
            CommandLineTool.run(
                words + ["--set", "7.3.5=90", "--scenario", saved, "--scenario", saved, "--sweep", "7.3.5=50..100"])
                == .done)
        #expect(folder.bytes("out")?.isEmpty == false)
    }

    @Test func whatChangesStandsSideBySide() throws {
        let assessment = try Samples.assessment()
        let trial = WhatIf(assessment.scores, unit: 0)
        let changes: [Scenario.Change] = [.init("1.1", .set(Self.number("99.1"))), .init("1.10", .answer(false))]
        let both = try trial.replay(Scenario(name: "Cả hai", changes: changes))
        let one = try trial.replay(Scenario(name: "Một", changes: [changes[1]]))
        func text(_ replays: [ScenarioReplay], _ language: Language) -> String {
            WhatIfReport(assessment, unit: 0, replays: replays, sweep: nil).text(as: .table, in: language)
                .split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: "\n")
        }
        // 1.21 + 1 + 1; then 496 of 500, the least that reaches 99.1 %, earns 1.25, and no plan nothing.
        let single = text([both], .vi)
        #expect(single.contains("1.1 Tỷ lệ đúng hạn 482/500 = 96,4 % 496/500 = 99,2 %"))
        #expect(single.contains("tử số vừa đủ đạt 99,1 %"))
        #expect(single.contains("Điểm 3,21/5,25 2,25/5,25 −0,96"))
        #expect(single.contains("1.1 Hồ sơ đúng hạn 1,25 1,21 1,25 +0,04"))
        let several = text([both, one], .en)
        #expect(several.contains("Scenario 1: Cả hai") && several.contains("Scenario 2: Một"))
        #expect(several.contains("Points 3.21/5.25 2.25/5.25 2.21/5.25"))
        #expect(several.contains("No figure in the folder is changed."))
    }

    /// At most 90 % is expected: 90 is not beyond, 90,01 is, and no percentage is above 100.
    @Test(arguments: [("90", false), ("90,01", true), ("100", true)])
    func aFigureBeyondWhatIsExpectedIsRemarked(value: String, isRemarked: Bool) {
        let metric =
            #"{"name": "tỷ lệ", "kind": "percent", "direction": "higher", "maximum": 90, "#
            + #""expectedBounds": ["maximum"]}"#
        let rule = #"{"kind": "proportional", "base": 100}"#
        let small = SmallFolder([SmallFolder.leaf("1", "2", [metric], rule)], figures: ["a;1;50;;"])
        let text = small.text("whatif", "--unit", "a", "--set", "1=\(value)")
        #expect(text.contains("ngoài khoảng thường gặp") == isRemarked)
        #expect(!text.isEmpty)
        let words = ["whatif", small.path, "--unit", "a", "--set", "1=100,01"]
        #expect(CommandLineTool.run(words + ["--quiet"]) == .usage)
    }

    /// What may be a share of 1 in place of a percentage is said, with the percentage at hand.
    @Test(arguments: [
        ("0,97", "97"), ("1", "100"), ("0,000001", "0,0001"), ("0", nil), ("1,000001", nil), ("97", nil),
        ("+0,97", nil), ("5/10", nil),
    ])
    func aShareAmongPercentagesIsRemarked(value: String, percent: String?) {
        let small = SmallFolder([SmallFolder.node("1", "2"), SmallFolder.share("1.1", "2")], figures: ["a;1.1;50;;"])
        let edit = value.hasPrefix("+") ? "1.1+=" + value.dropFirst() : "1.1=" + value
        let words = ["whatif", small.path, "--unit", "a", "--set", edit, "--format", "md", "--lang"]
        let (vi, en) = (commandOutput(words + ["vi"]), commandOutput(words + ["en"]))
        #expect(vi.exit == .done && en.exit == .done)
        guard let percent else {
            #expect(!vi.text.contains("tỷ lệ ghi từ 0 đến 100") && !en.text.contains("percentages are written"))
            return
        }
        let english = percent.replacing(",", with: ".")
        #expect(vi.text.contains("tỷ lệ ghi từ 0 đến 100: nếu là \(percent) % hãy ghi \(percent)"))
        #expect(en.text.contains("percentages are written 0 to 100: for \(english) % write \(english)"))
    }

    /// One thing of a count is one.
    @Test func aCountIsNoShare() {
        let small = SmallFolder(
            [SmallFolder.node("1", "0"), SmallFolder.counted("bonus", "1.1", each: "1", cap: "2")],
            figures: ["a;1.1;0;;"])
        let text = small.text("whatif", "--unit", "a", "--set", "1.1=1")
        #expect(!text.isEmpty && !text.contains("tỷ lệ ghi từ 0 đến 100"))
    }

    @Test func aSweepIsDrawn() throws {
        let assessment = try Samples.assessment()
        let sweep = try WhatIf(assessment.scores, unit: 1).sweep(SweepRange(metric: "1.1", from: 0, through: 100))
        let lines = WhatIfReport(assessment, unit: 1, replays: [], sweep: sweep).text(as: .table, in: .vi).split(
            separator: "\n")
        // 1.25 × 80 ÷ 100 = 1: four fifths of thirty cells.
        let at80 = try #require(lines.first { $0.hasPrefix("80 %") })
        #expect(at80.contains(" " + String(repeating: "█", count: 24) + " ") && at80.contains("ranh giới mức điểm"))
        let below = try #require(lines.first { $0.hasPrefix("79,99 %") })
        #expect(!below.contains("█") && below.contains("0,00"))
        let measured = try #require(lines.first { $0.hasPrefix("99,5 %") })
        #expect(measured.contains(String(repeating: "█", count: 30)) && measured.contains("hiện tại"))
    }
}

extension TemporaryFolder {
    /// The first scenario of a report.
    fileprivate func scenario(_ name: String) throws -> [String: Any] {
        let data = Data(try #require(bytes(name)))
        let report = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        return try #require((report["scenarios"] as? [[String: Any]])?.first)
    }
}
