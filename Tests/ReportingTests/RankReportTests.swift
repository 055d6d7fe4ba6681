import Documents
import Foundation
import Scoring
import Testing
import Values
import Words

@testable import Assessment
@testable import Reporting

/// Rankings of the sample assessment: a district alone in its group, and two communes, one of them waiting for a survey.
struct RankReportTests {
    private func report(_ change: (inout RankOptions) -> Void = { _ in }) throws -> RankReport {
        var options = RankOptions()
        change(&options)
        return try #require(RankReport(Samples.assessment(), options))
    }

    private func json(_ text: String) throws -> JSONNode {
        try JSONDocument(file: "report.json(in: .vi)", bytes: Array(text.utf8)).root
    }

    private func list(_ node: JSONNode?) -> [JSONNode] {
        if case .array(let elements)? = node?.content { return elements }
        return []
    }

    private func member(_ node: JSONNode?, _ key: String) -> String? {
        guard case .object(let members)? = node?.content else { return nil }
        switch members.first(where: { $0.key == key })?.value.content {
        case .text(let text): return text
        case .number(let digits): return digits
        case .null: return "null"
        default: return nil
        }
    }

    private func node(_ node: JSONNode?, _ key: String) -> JSONNode? {
        guard case .object(let members)? = node?.content else { return nil }
        return members.first { $0.key == key }?.value
    }

    @Test func groupsStandInTheOrderOfTheSettings() throws {
        let report = try report()
        #expect(report.parts.map(\.key) == ["huyen", "xa"])
        #expect(report.parts.map { $0.rows.map(\.unit.code) } == [["h"], ["01", "02"]])
        // 01: 1.25 of 4.25; 02: 0 of 4.25, its survey not in. The least coverage is 0.
        #expect(report.parts[1].rows.map(\.place?.rank) == [Rank(1), Rank(2)])
    }

    @Test func unitsAreRankedByLevelAndParentToo() throws {
        #expect(try report { $0.among = .level }.parts.map(\.key) == ["district", "commune"])
        let parents = try report { $0.among = .parent }
        #expect(parents.parts.map(\.key) == ["h", nil])
        #expect(parents.parts.map(\.rows.count) == [2, 1])
        #expect(try report { $0.only = "xa" }.parts.map(\.key) == ["xa"])
    }

    @Test func aCodeThatIsNotThereMakesNoReport() throws {
        var options = RankOptions()
        options.code = "9"
        #expect(try RankReport(Samples.assessment(), options) == nil)
    }

    @Test func whoHasNoPointsForACriterionStandsApart() throws {
        let report = try report { $0.code = "2.1" }
        #expect(report.parts[1].rows.isEmpty)
        let text = report.text(as: .table, in: .vi)
        #expect(text.contains("Xếp hạng theo: tiêu chí 2.1 – Khảo sát"))
        #expect(text.contains("Chưa báo cáo"))
        #expect(text.contains("Chờ kết quả"))
        let root = try json(report.json(in: .vi))
        #expect(list(node(root, "unranked")).map { member($0, "code") } == ["01", "02"])
        #expect(list(node(root, "unranked")).map { member($0, "reason") } == ["nothingScored", "nothingScored"])
    }

    @Test func withoutErrorsTheIntervalIsWhatUnitsCanReach() throws {
        let units = list(node(try json(report().json(in: .vi)), "units"))
        #expect(units.map { member($0, "code") } == ["h", "01", "02"])
        #expect(units.map { member($0, "rank") } == ["1", "1", "2"])
        // Both communes wait for 3 of 4.25 points: 01 has 1.25 to 4.25, and 02 has 0 to 3.
        for key in ["interval", "simultaneousInterval", "unmeasuredInterval"] {
            #expect(units.map { member(node($0, key), "lower") } == ["1", "1", "1"])
            #expect(units.map { member(node($0, key), "upper") } == ["1", "2", "2"])
        }
        #expect(units.map { member($0, "unmeasured") } == ["0", "3", "3"])
        #expect(units.map { member($0, "coverage") } == ["100", "29.41", "29.41"])
        #expect(units.map { member($0, "previousRank") } == ["null", "null", "null"])
        // 29.41 % is below 80 and above 0.
        #expect(units.map { member($0, "class") }[1] == "kha")
    }

    @Test func lastYearsPlacesAreFoundByCode() throws {
        let now = try Samples.assessment()
        let options = RankOptions()
        let report = try #require(RankReport(now, options, previous: now))
        #expect(report.hasPrevious)
        #expect(report.parts.flatMap(\.rows).allSatisfy { $0.previousRank == $0.place?.rank })
        #expect(Rank(1).movement(from: Rank(4)).text(.vi) == "4 (lên 3 bậc)")
        #expect(Rank(halves: 5).movement(from: Rank(1)).text(.vi) == "1 (xuống 1,5 bậc)")
        #expect(Rank(1).movement(from: Rank(1)).text(.en) == "1 (same)")
        #expect(Rank(1).movement(from: nil).text(.en) == "–")
    }

    @Test func errorsMakeRangesAndGroups() throws {
        // 02 has 79 % at 1.1, just below the floor of 80 %: with a large error it may have all points.
        let report = try report { options in
            options.errors[1, "1.1"] = 2
            options.errors[2, "1.1"] = 12
            options.top = 1
        }
        let part = report.parts[1]
        #expect(part.sampling != nil)
        #expect(part.rows.allSatisfy { $0.interval == RankInterval(Rank(1), Rank(2)) })
        #expect(part.indistinct == [0..<2])
        #expect(part.candidates(forTop: 1).count == 2)
        #expect(report.parts[0].sampling == nil)
        for language in Language.allCases {
            let text = report.text(as: .table, in: language)
            #expect(text.contains("1–2"))
            #expect(text.contains(language == .vi ? "Có thể thuộc 1 hạng đầu" : "May be among the first 1"))
        }
    }

    @Test func aUnitAloneHasNobodyToBeToldApartFrom() throws {
        let text = try report { $0.errors[0, "1.1"] = 2 }.text(as: .table, in: .vi)
        #expect(text.contains("Khoảng hạng 95 %"))
        #expect(!text.contains("phân biệt được\n"))
    }

    @Test func errorsOfOtherFiguresMakeNoRanges() throws {
        let report = try report { options in
            options.errors[1, "1.1"] = 2
            options.code = "2"
        }
        let text = report.text(as: .table, in: .vi)
        #expect(text.contains("Không có số liệu nào dùng để xếp hạng ở đây có sai số chuẩn"))
        #expect(!text.contains("--errors"))
    }

    @Test func variedPointsStateTheirParameters() throws {
        let report = try report {
            $0.robustDraws = 50
            $0.seed = 7
        }
        let group = list(node(try json(report.json(in: .vi)), "groups"))[1]
        let robustness = node(group, "robustness")
        #expect(member(robustness, "draws") == "50")
        #expect(member(robustness, "spread") == "0.25")
        #expect(member(robustness, "seed") == "7")
        #expect(list(node(robustness, "without")).map { member($0, "code") } == ["1", "2", "1.1", "1.10", "2.1"])
    }

    @Test func csvHasOneRowPerUnitAndTheReason() throws {
        let text = try report { $0.code = "2" }.text(as: .csv, in: .en)
        let rows = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(Set(rows.map(\.count)).count == 1)
        #expect(rows[0].first == "Unit")
        #expect(rows.dropFirst().map { $0[0] } == ["h", "01", "02"])
        #expect(rows.dropFirst().map { $0[3] } == ["1", "", ""])
        #expect(rows[2].contains("Nothing is scored yet"))
    }

    @Test func otherPointsStandWithOneUnitToo() throws {
        let own = try #require(UnitRankReport(report { $0.robustDraws = 40 }, unit: 1))
        let text = own.text(as: .table, in: .vi)
        #expect(text.contains("Hạng: 1/2 (Xã); khi đo đủ: 1–2; khi đổi điểm: 1 trong 40 lần"))
        let root = try json(own.json(in: .vi))
        #expect(member(node(root, "robust"), "worst") == "1")
        #expect(member(node(root, "interval"), "upper") == "2")
        #expect(member(root, "previousRank") == "null")
    }

    @Test func aUnitIsShownBesideBestMedianAndLast() throws {
        let own = try #require(UnitRankReport(report { $0.among = .level }, unit: 1))
        #expect(own.spreads.map { $0.rank } == [Rank(1)])
        // 1.25 points against 0: the median of both is 0.625.
        #expect(own.strengths.map { $0.points(to: $0.median) } == [ExactRatio(-5, over: 8)])
        #expect(own.weaknesses.isEmpty)
        let text = own.text(as: .table, in: .vi)
        #expect(text.contains("hơn 0,63 điểm, hạng 1/2"))
        #expect(text.contains("Hạng: 1/2"))
        #expect(member(try json(own.json(in: .vi)), "rank") == "1")
    }
}
