import Documents
import Foundation
import Reporting
import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment
@testable import score_cli

/// `compare` on the command line.
@Suite struct CompareCommandTests {
    private static let datasets = Repository.path("datasets/")

    /// Runs the command and gives what it wrote.
    private func run(_ arguments: String...) throws -> (exit: ExitCode, text: String) {
        commandOutput(["compare"] + arguments.map { $0.hasPrefix("@") ? Self.datasets + $0.dropFirst() : $0 })
    }

    @Test(arguments: [
        ["@tuy-phuoc-2023"], ["@tuy-phuoc-2023", "@tuy-phuoc-2024", "@tuy-phuoc-2024"],
        ["@tuy-phuoc-2023", "@tuy-phuoc-2024", "--with", "phuoc-an"],
        ["@tuy-phuoc-2023", "@tuy-phuoc-2024", "--stages", "self,appraisal"],
        ["@tuy-phuoc-2024", "--stages", "self,self"],
        ["@tuy-phuoc-2024", "--stages", "self,appraisal", "--with", "phuoc-an"],
        ["@tuy-phuoc-2023", "@tuy-phuoc-2024", "--by", "unit"],
        ["@tuy-phuoc-2023", "@tuy-phuoc-2024", "--unit", "nobody"],
        ["@tuy-phuoc-2023", "@tuy-phuoc-2024", "--unit", "phuoc-an", "--with", "nobody"],
    ])
    func wrongUsage(_ arguments: [String]) {
        let words = arguments.map { $0.hasPrefix("@") ? Self.datasets + $0.dropFirst() : $0 }
        #expect(CommandLineTool.run(["compare", "--quiet"] + words) == .usage)
    }

    /// Phước Thắng's survey of 2024 is awaited and criterion 1.7 was not measured in 2023: what these three criteria
    /// have more or less stands apart, and coverage on both sides.
    @Test func whatOneSideDidNotMeasureStandsApart() throws {
        let result = try run(
            "@tuy-phuoc-2023", "@tuy-phuoc-2024", "--unit", "phuoc-thang", "--format", "json")
        let units = try #require(jsonRecord(result.text)["units"] as? [[String: Any]])
        let unit = try #require(units.first)
        let apart = try #require(unit["notMeasuredOnOneSide"] as? [String: Any])
        let criteria = try #require(apart["criteria"] as? [[String: Any]])
        #expect(criteria.compactMap { $0["code"] as? String } == ["1.7", "8.1.1", "8.1.2"])
        // What `score` of either year gives these criteria.
        let years = try [2023, 2024].map { try #require(Assessment.read(Self.datasets + "tuy-phuoc-\($0)").assessment) }
        let scores = try years.map { try $0.scores[#require($0.position(ofUnit: "phuoc-thang"))] }
        let points = try scores.map { score in
            try ["1.7", "8.1.1", "8.1.2"].reduce(FixedDecimal.zero) { try $0 + #require(score[$1]).sum.points }
        }
        #expect((apart["points"] as? NSNumber)?.stringValue == (points[1] - points[0]).description)
        let (coverage, missing) = (unit["coverage"] as? [String: NSNumber], unit["unmeasured"] as? [String: NSNumber])
        #expect(coverage?["before"]?.stringValue == scores[0].coverage?.description)
        #expect(coverage?["after"]?.stringValue == scores[1].coverage?.description)
        #expect(missing?["after"]?.stringValue == scores[1].total.unmeasured.description)
    }

    @Test func aFolderThatIsNoneFails() throws {
        #expect(try run("@tuy-phuoc-2023", "@nowhere").exit == .failed)
    }

    /// The ends are what `score` says of either year.
    @Test func everyUnitOfTwoYears() throws {
        let result = try run("@tuy-phuoc-2023", "@tuy-phuoc-2024", "--format", "json")
        #expect(result.exit == .done)
        let units = try #require(jsonRecord(result.text)["units"] as? [[String: Any]])
        #expect(units.count == 14)
        let years = try [2023, 2024].map { try #require(Assessment.read(Self.datasets + "tuy-phuoc-\($0)").assessment) }
        for unit in units {
            let code = try #require(unit["code"] as? String)
            let total = try #require(unit["total"] as? [String: Any])
            for (side, assessment) in zip(["before", "after"], years) {
                let position = try #require(assessment.position(ofUnit: code))
                let tally = try #require(total[side] as? [String: NSNumber])
                #expect(tally["points"]?.stringValue == assessment.scores[position].total.points.description)
                #expect(tally["index"]?.stringValue == assessment.scores[position].index?.description)
            }
        }
    }

    @Test func twoUnitsOfOneFolder() throws {
        let result = try run("@tuy-phuoc-2024", "--unit", "phuoc-an", "--with", "phuoc-loc", "--lang", "en")
        #expect(result.exit == .done)
        #expect(result.text.contains("Xã Phước An against Xã Phước Lộc (phuoc-loc)"))
    }

    @Test func withNothingInCommonTheWayToCompareIsTold() throws {
        let result = try run("@tuy-phuoc-2024", "@binh-duong-2017", "--lang", "vi")
        #expect(result.exit == .done)
        #expect(result.text.contains("Không ghép được đơn vị nào của hai bên."))
        #expect(!result.text.contains("Các bước lần lượt"))
        #expect(result.text.contains("Thủ Dầu Một: bên trước không có đơn vị cùng mã «thu-dau-mot»"))
    }

    @Test func anOldUnitBringsItsSuccessor() throws {
        let result = try run("@tinh-mau-2024", "@tinh-mau-2025", "--unit", "an-loc", "--format", "json")
        let units = try #require(jsonRecord(result.text)["units"] as? [[String: Any]])
        #expect(units.map { $0["code"] as? String } == ["an-thinh"])
        #expect(units.first?["comparedWith"] as? [String] == ["tt-an-thinh", "an-loc", "an-dong"])
    }

    @Test func stagesShowWhatTheAppraisalCut() throws {
        let result = try run("@tuy-phuoc-2024", "--stages", "self,appraisal", "--unit", "phuoc-an", "--format", "csv")
        #expect(result.exit == .done)
        // Self-given 1.25, appraised 0, as scores.csv says.
        #expect(result.text.contains(";1.5;"))
        #expect(result.text.contains(";1,25;0,00;-1,25;Được cho;Được cho;Sáng kiến được công nhận từ năm trước;"))
    }
}
