import Documents
import TestSupport
import Testing

@testable import score_cli

/// Small folders with bonus points, caps, rounded totals and a zero last year, through the command.
@Suite struct SumCaseTests {
    private func folder(_ name: String) -> String { Repository.path("Tests/ReportingTests/Cases12/\(name)/a") }

    private func run(_ words: String...) -> (exit: ExitCode, text: String) {
        commandOutput(words + ["--lang", "vi"])
    }

    @Test func aFieldOfBonusPointsIsNamedAndAScoredZeroIsZero() {
        let (exit, text) = run("score", folder("46-bonus-over-maximum"))
        #expect(exit == .done)
        #expect(text.contains("2: Điểm thưởng (điểm thưởng, không có điểm tối đa)"))
        // xa-1: 1 + 1 in field 1, a scored zero in field 2.
        #expect(text.contains("Xã Một   2,00  0,00  2,00"))
        #expect(!text.contains("không áp dụng cho khối này"))
        // Ranked by its points: 2, 0.5, 0.
        let places = run("rank", folder("46-bonus-over-maximum"), "--by", "2").text
        for line in ["1  Huyện H  2,00", "2  Xã Hai   0,50", "3  Xã Một   0,00"] { #expect(places.contains(line)) }
    }

    @Test func thirdsTieInTheTotalAndInTheField() {
        for more in [[], ["--by", "1"]] {
            let (exit, text) = commandOutput(["rank", folder("30-rounded-parts-and-total"), "--lang", "vi"] + more)
            #expect(exit == .done)
            for line in ["1  Xã 1", "1  Xã 2", "3  Xã 3", "3  Xã 4"] { #expect(text.contains(line), "\(more)") }
        }
        // What rounding adds to the total stands in a row of its own, and the rows add up: 0.505 + 0.005 = 0.51.
        let score = run("score", folder("30-rounded-parts-and-total"), "--unit", "u4").text
        #expect(score.contains("Điều chỉnh (mức trần, làm tròn tổng)  0,005"))
    }

    /// Of 6 points each the second comes first by field 2, of which it has more; in fields and criteria equal points are
    /// equal places.
    @Test(arguments: [
        ([], ["x": 2, "y": 1]), (["--by", "1"], ["x": 1, "y": 1]), (["--by", "1.1"], ["x": 1, "y": 1]),
        (["--by", "2"], ["x": 2, "y": 1]), (["--by", "3.1"], ["x": 1, "y": 2]),
    ])
    func tieBreakersDecideBetweenTotals(more: [String], places: [String: Int]) throws {
        let sample = SmallFolder(
            (1...3).flatMap { [SmallFolder.node("\($0)", "4"), SmallFolder.share("\($0).1", "4")] },
            figures: ["x;1.1;50;;", "x;2.1;25;;", "x;3.1;75;;", "y;1.1;50;;", "y;2.1;50;;", "y;3.1;50;;"])
        let criteria = try #require(sample.folder.text("criteria.json"))
        sample.folder.add(
            criteria.replacing(#""minimumCoverage": 0}"#, with: #""minimumCoverage": 0, "tieBreakers": ["2"]}"#),
            "criteria.json")
        let units = try #require(commandJSON(["rank", sample.path] + more)["units"] as? [[String: Any]])
        #expect(units.count == 2)
        for unit in units { #expect(unit["rank"] as? Int == places[unit["code"] as? String ?? ""]) }
    }

    /// What the criteria cost all units, with the row of what caps and rounding add, is what the units lose: bonus points
    /// of 2, 0.5 and 0 against losses of 0.4 make −2.1; of rounded totals the shown rows make 8.98.
    @Test(arguments: [("46-bonus-over-maximum", "-2,10"), ("30-rounded-parts-and-total", "8,98")])
    func whatCriteriaCostIsWhatUnitsLose(name: String, expected: String) throws {
        let rows = run("gap", folder(name), "--by", "criterion", "--format", "csv").text
            .split(whereSeparator: \.isNewline).map { $0.split(separator: ";", omittingEmptySubsequences: false) }
        let column = try #require(rows[0].firstIndex(of: "Mất điểm"))
        let costs = try rows.dropFirst().map { try #require(Double($0[column].replacing(",", with: "."))) }
        let total = try #require(Double(expected.replacing(",", with: ".")))
        #expect(abs(costs.reduce(0, +) - total) < 0.000_001)
        let text = run("gap", folder(name), "--by", "criterion").text
        let sum = text.split(separator: "\n").first { $0.contains("     Tổng") }
        #expect(sum?.contains(expected.replacing("-", with: "−")) ?? false)
    }

    @Test func aZeroLastYearStopsNothing() {
        let (exit, text) = run("score", folder("55-change-from-zero"))
        // xa-2: 105 against 100 is half of the way to 10 %.
        #expect(exit == .done && text.contains("xa-2  Xã Hai   0,50  0,50"))
        let reason = run("explain", folder("55-change-from-zero"), "1.1", "--unit", "h").text
        #expect(reason.contains("Năm trước bằng 0, không tính được tỷ lệ tăng giảm"))
    }
}
