import Foundation
import TestSupport
import Testing

@testable import score_cli

/// Which units a report of many shows. Points and losses are those of the sample's appraised table; the order was worked
/// out by sorting the unselected output in the test.
struct UnitSelectionTests {
    private static let folder = Repository.path("datasets/tuy-phuoc-2024")
    private static let before = Repository.path("datasets/tuy-phuoc-2023")

    private func json(_ words: String...) throws -> [String: Any] {
        try commandJSON(words)
    }

    private func units(_ json: [String: Any]) -> [[String: Any]] { json["units"] as? [[String: Any]] ?? [] }
    private func codes(_ json: [String: Any]) -> [String] { units(json).compactMap { $0["code"] as? String } }

    /// The codes by a number, the greatest first; equal ones in their order.
    private func codes(_ units: [[String: Any]], by number: ([String: Any]) -> Double) -> [String] {
        units.enumerated().sorted { (number($1.element), $0.offset) < (number($0.element), $1.offset) }
            .compactMap { $0.element["code"] as? String }
    }

    private func number(_ value: Any?) -> Double { (value as? NSNumber)?.doubleValue ?? 0 }

    @Test(arguments: [1, 3, 12, 13, 14, 1_000_000])
    func scoreShowsTheGreatestIndices(top: Int) throws {
        let all = try json("score", Self.folder, "--group", "xa-thi-tran")
        let first = try json("score", Self.folder, "--group", "Xã, thị trấn", "--top", "\(top)")
        #expect(units(all).count == 13)
        #expect(codes(first) == Array(codes(units(all)) { number($0["index"]) }.prefix(top)))
        // What is said of the group stays that of all.
        let means = [all, first].map { (($0["groups"] as? [[String: Any]])?.first?["meanIndex"] as? NSNumber) }
        #expect(means[0] == means[1] && means[0] != nil)
        #expect((first["selection"] as? [String: Any])?["top"] as? Int == top)
    }

    @Test(arguments: [1, 4, 13])
    func gapShowsTheGreatestLosses(top: Int) throws {
        let all = try json("gap", Self.folder, "--group", "xa-thi-tran")
        let first = try json("gap", Self.folder, "--group", "xa-thi-tran", "--top", "\(top)")
        #expect(codes(first) == Array(codes(units(all)) { number($0["lost"]) }.prefix(top)))
        #expect(codes(all).count == 13)
    }

    @Test(arguments: [1, 5])
    func compareShowsTheGreatestChanges(top: Int) throws {
        let all = try json("compare", Self.before, Self.folder, "--group", "xa-thi-tran")
        let first = try json("compare", Self.before, Self.folder, "--group", "xa-thi-tran", "--top", "\(top)")
        let order = codes(units(all)) { abs(number(($0["total"] as? [String: Any])?["change"])) }
        #expect(codes(first) == Array(order.prefix(top)))
    }

    /// Losses still add up to the loss of all.
    @Test func gapByCriterionShowsTheGreatestCriteria() throws {
        let all = try json("gap", Self.folder, "--by", "criterion")
        let first = try json("gap", Self.folder, "--by", "criterion", "--top", "3")
        func list(_ json: [String: Any]) -> [String] {
            (json["byCriterion"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
        }
        #expect(list(first) == Array(list(all).prefix(3)))
        #expect(list(all).count > 60)
        let text = commandOutput(["gap", Self.folder, "--by", "criterion", "--top", "3"]).text
        let lost = text.split(separator: "\n").filter { $0.contains("66 tiêu chí khác") || $0.contains("Tổng  ") }
        #expect(lost.count == 2)
    }

    @Test(arguments: [
        ["score", "--top", "0"], ["score", "--top", "x"], ["score", "--group", "nobody"],
        ["score", "--unit", "phuoc-an", "--top", "1"], ["gap", "--unit", "phuoc-an", "--group", "xa-thi-tran"],
        ["compare", "--stages", "self,appraisal", "--top", "1"],
    ])
    func wrongUsage(_ words: [String]) {
        #expect(commandOutput([words[0], Self.folder] + words.dropFirst()).exit == .usage)
    }

    /// A place of its group's units among all: the mean and the places are those of all 14.
    @Test func aGroupAmongAllUnits() throws {
        let all = try json("gap", Self.folder, "--among", "all")
        let group = try json("gap", Self.folder, "--among", "all", "--group", "xa-thi-tran")
        func ranks(_ json: [String: Any]) -> [String: Double] {
            Dictionary(uniqueKeysWithValues: units(json).map { ($0["code"] as? String ?? "", number($0["rank"])) })
        }
        #expect(ranks(group).count == 13 && ranks(all).count == 14)
        for (code, rank) in ranks(group) { #expect(ranks(all)[code] == rank) }
    }

    /// Communes under two provinces, each with its number as a percentage of one criterion.
    private static func country(_ communes: Int) -> TemporaryFolder {
        let folder = TemporaryFolder()
        folder.add(
            """
            {"format": 1, "set": "nuoc", "edition": "1", "name": "Bộ", "source": {"document": "Quyết định"},
             "years": {"from": 2024, "to": 2024},
             "levels": [{"code": "tinh", "name": "Cấp tỉnh"}, {"code": "xa", "name": "Cấp xã"}],
             "points": {"basis": "assumed", "source": {"document": "Quyết định"}, "reason": "thử"},
             "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
                          "index": {"mode": "halfAwayFromZero", "digits": 2}},
             "ranking": {"ties": "standard", "minimumCoverage": 0},
             "criteria": [{"code": "1", "name": "Lĩnh vực", "maximum": 10},
                          {"code": "1.1", "name": "Tiêu chí", "maximum": 10, "source": {"row": "1"},
                           "levels": ["tinh", "xa"], "rule": {"kind": "proportional", "base": 100},
                           "metrics": [{"name": "tỷ lệ", "direction": "higher", "kind": "percent"}]}]}
            """, "criteria.json")
        folder.add(
            #"{"format": 1, "name": "Đợt", "criteria": "criteria.json", "year": 2024, "stage": "self"}"#,
            "assessment.json")
        let numbers = 1...communes
        folder.add(
            "code;name;level;parent\na;Tỉnh A;tinh;\nb;Tỉnh B;tinh;\n"
                + numbers.map { "x\($0);Xã \($0);xa;\($0 % 2 == 0 ? "a" : "b")\n" }.joined(), "units.csv")
        folder.add(
            "unit;metric;value\na;1.1;50\nb;1.1;50\n" + numbers.map { "x\($0);1.1;\($0)\n" }.joined(), "metrics.csv")
        return folder
    }

    /// Long tables, of more than 40 rows, stand behind what must not be missed and an overview by parent. Of 1 to 39 the
    /// mean of the even numbers is 20 and that of the odd ones 20; of 1 to 38, 20 and 19.
    @Test(arguments: [(38, false), (39, true)])
    func noticesAndCountsComeBeforeLongTables(communes: Int, isLong: Bool) throws {
        let folder = Self.country(communes)
        let text = commandOutput(["score", folder.path]).text
        let notice = try #require(text.range(of: "\n! Điểm tối đa là giả định")).lowerBound
        let table = try #require(text.range(of: "───")).lowerBound
        #expect((notice < table) == isLong)
        #expect(text.contains("Số đơn vị: 41") == isLong)
        let lines = text.split(separator: "\n")
        let rows = lines.filter { $0.hasPrefix("Tỉnh") }.map { $0.split(separator: " ").joined(separator: " ") }
        #expect(
            rows
                == (isLong
                    ? ["Tỉnh A 19 20,00 Xã 38 (38,00) Xã 2 (2,00)", "Tỉnh B 20 20,00 Xã 39 (39,00) Xã 1 (1,00)"] : []))
    }

    /// Of 1 to 5, the odd numbers lose 9.9, 9.7 and 9.5 of 10 points and the even ones 9.8 and 9.6.
    @Test func theOverviewOfLossesIsByWhatIsAskedFor() throws {
        let (few, many) = (Self.country(5), Self.country(41))
        let text = commandOutput(["gap", few.path, "--among", "parent", "--group", "Tỉnh B"]).text
        #expect(text.contains("x1") && text.contains("x5") && !text.contains("x2"))
        let all = commandOutput(["gap", many.path]).text
        let rows = all.split(separator: "\n").filter { $0.hasPrefix("Tỉnh B") }
            .map { $0.split(separator: " ").joined(separator: " ") }
        // 210 points are the maximum of 21 units, and 44.1 of them are there: a tenth of 1 + 3 + … + 41 = 441.
        #expect(rows == ["Tỉnh B 21 165,90 7,90 Xã 1 (9,90)"])
    }

    /// Each row of data says that only some units are shown.
    @Test func rowsOfDataSayThatSomeAreLeftOut() {
        let rows = commandOutput(["score", Self.folder, "--top", "2", "--format", "csv"]).text.split(separator: "\r\n")
        #expect(rows.count == 4)
        #expect(rows.dropFirst().allSatisfy { $0.contains("chỉ nêu 2 đơn vị đầu") })
    }
}
