import Documents
import Foundation
import Reporting
import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment
@testable import score_cli

/// Places of two years and of several scopes, as commands tell them.
@Suite struct PlaceCommandTests {
    /// A folder with two years: ten communes, then thirteen. Points are a tenth of the percentage of 1, and a share of
    /// 10 in a second criterion that is the same for all.
    private let folder = TemporaryFolder()

    init() {
        folder.add(Self.criteria, "criteria.json")
        // u8 is the eighth of ten, then the first of thirteen.
        var before = (1...10).map { ("u\($0)", 91 - $0) }
        add("before", year: 2024, before)
        var after = [("u8", 99)]
        for number in 1...13 where number != 8 { after.append(("u\(number)", 81 - number)) }
        add("after", year: 2025, after, more: #", "previous": "../before""#)
        before[7].1 = 99
        add("same", year: 2025, before, more: #", "previous": "../before""#)
        add("later", year: 2026, before)
    }

    private func add(_ name: String, year: Int, _ units: [(code: String, percent: Int)], more: String = "") {
        folder.add(
            #"{"format": 1, "name": "Năm \#(year)", "criteria": "../criteria.json", "year": \#(year), "stage": "self""#
                + #", "groups": [{"code": "a", "name": "Khối A"}, {"code": "b", "name": "Khối B"}]\#(more)}"#,
            "\(name)/assessment.json")
        let rows = units.map { "\($0.code);Xã \($0.code);\($0.code == "u1" ? "thi-tran" : "xa");a" }
        folder.add(
            "code;name;level;group\n" + rows.joined(separator: "\n") + "\nb1;Phường B;xa;b\n", "\(name)/units.csv")
        let figures = units.map { "\($0.code);1;\($0.percent)\n\($0.code);2;50" }
        folder.add(
            "unit;metric;value\n" + figures.joined(separator: "\n") + "\nb1;1;85,5\nb1;2;50\n", "\(name)/metrics.csv")
    }

    private static let criteria = """
        {"format": 1, "set": "thu", "edition": "1", "name": "Thử", "source": {"document": "Thử"},
        "years": {"from": 2020, "to": 2030},
        "levels": [{"code": "xa", "name": "Cấp xã"}, {"code": "thi-tran", "name": "Thị trấn"}],
        "points": {"basis": "assumed", "source": {"document": "Thử"}, "reason": "thử"},
        "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
            "index": {"mode": "halfAwayFromZero", "digits": 2}},
        "ranking": {"ties": "standard", "minimumCoverage": 0},
        "criteria": [\(leaf("1", lead: "Phòng Một")), \(leaf("2", lead: "Phòng Hai"))]}
        """

    private static func leaf(_ code: String, lead: String) -> String {
        #"{"code": "\#(code)", "name": "Tiêu chí \#(code)", "maximum": 10, "source": {"row": "\#(code)"}, "#
            + #""levels": ["xa", "thi-tran"], "agencies": {"lead": "\#(lead)"}, "#
            + #""metrics": [{"name": "x", "kind": "percent", "direction": "higher"}], "#
            + #""rule": {"kind": "proportional", "base": 100}}"#
    }

    private func run(_ words: String...) -> String {
        commandOutput(words.map { $0.hasPrefix("@") ? folder.path(String($0.dropFirst())) : $0 }).text
    }

    private func json(_ text: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// The cells of a line of a table, without the spaces between them.
    private func row(_ text: String, with name: String) -> [String] {
        let line = text.split(separator: "\n").first { $0.contains(name) } ?? ""
        return line.components(separatedBy: "  ").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    @Test func noRiseIsToldBetweenTenAndThirteenUnits() throws {
        let text = run("rank", "@after", "--group", "a", "--lang", "vi")
        #expect(row(text, with: "Xã u8").prefix(4) == ["1/13", "Xã u8", "74,50", "8/10 đơn vị"])
        #expect(row(text, with: "Xã u13")[3] == "–")
        #expect(!text.contains("lên 7 bậc"))
        #expect(
            text.contains("Khối A: không nêu lên, xuống bậc, vì hai bên không xếp cùng các đơn vị (10 đơn vị và 13"))
        let unit = try #require(
            (json(run("rank", "@after", "--format", "json"))["units"] as? [[String: Any]])?.first {
                $0["code"] as? String == "u8"
            })
        #expect(unit["previousRank"] as? Int == 8 && unit["previousRanked"] as? Int == 10)
        #expect(unit["movement"] is NSNull && unit["movementNotTold"] as? String == "otherUnits")
        let csv = run("rank", "@after", "--format", "csv", "--lang", "vi")
        let cells = try #require(csv.split(whereSeparator: \.isNewline).first { $0.hasPrefix("u8;") }).split(
            separator: ";", omittingEmptySubsequences: false)
        let titles = try #require(csv.split(whereSeparator: \.isNewline).first).split(separator: ";")
        let first = try #require(titles.firstIndex(of: "Số đơn vị năm trước"))
        #expect(cells[8] == "8" && cells[first] == "10" && cells[first + 1].isEmpty)
        #expect(cells[first + 2].contains("không xếp cùng các đơn vị"))
        let own = run("rank", "@after", "--unit", "u8", "--lang", "vi")
        #expect(own.contains("1/13 (Khối A); năm trước: 8/10 đơn vị (không nêu lên, xuống bậc, vì hai bên"))
    }

    @Test func amongSharedUnitsTheRiseIsTold() throws {
        let text = run("rank", "@after", "--group", "a", "--common", "--lang", "vi")
        #expect(row(text, with: "Xã u8").prefix(4) == ["1", "Xã u8", "74,50", "8/10 → 1/10 (lên 7 bậc)"])
        #expect(text.contains("Năm trước, với --common"))
        #expect(run("rank", "@after", "--unit", "u8", "--common", "--lang", "en").contains("8/10 → 1/10 (up 7)"))
    }

    @Test func likeYearsTellTheMovement() throws {
        let text = run("rank", "@same", "--group", "a", "--lang", "vi")
        #expect(row(text, with: "Xã u8").prefix(4) == ["1", "Xã u8", "74,50", "8 (lên 7 bậc)"])
        #expect(row(text, with: "Xã u1 ")[3] == "1 (xuống 1 bậc)")
        #expect(!text.contains("không nêu lên, xuống bậc, vì"))
    }

    /// Before, u8 has 8.3 + 5; after, 9.9 + 5. With 8.3 it would be eighth again, since the others have what they had.
    @Test func compareSplitsTheChange() throws {
        let text = run("compare", "@before", "@same", "--unit", "u8", "--lang", "vi")
        #expect(text.contains("Trước: 8/10 đơn vị"))
        #expect(text.contains("Sau: 1/10 đơn vị"))
        #expect(row(text, with: "Do các đơn vị khác").suffix(2) == ["0", "8"])
        let ranks = try #require(text.components(separatedBy: "Thứ hạng trong khối").last)
        #expect(row(ranks, with: "Tiêu chí 1 ").suffix(3) == ["+1,60", "+7", "1"])
        let units = try #require(
            json(run("compare", "@before", "@same", "--unit", "u8", "--format", "json"))["units"] as? [[String: Any]])
        let rank = try #require(units[0]["rank"] as? [String: Any])
        #expect(rank["before"] as? Int == 8 && rank["after"] as? Int == 1 && rank["movement"] as? Int == 7)
        let split = try #require(rank["split"] as? [String: Any])
        #expect(split["withEarlierPoints"] as? Int == 8 && split["others"] as? Int == 0 && split["own"] as? Int == 7)
        let parts = try #require(split["criteria"] as? [[String: Any]])
        #expect(parts.map { $0["code"] as? String } == ["1"] && parts[0]["movement"] as? Int == 7)
    }

    @Test func compareTellsNoChangeBetweenOtherUnits() throws {
        let text = run("compare", "@before", "@after", "--unit", "u8", "--lang", "vi")
        #expect(text.contains("Trước: 8/10 đơn vị") && text.contains("Sau: 1/13 đơn vị"))
        #expect(text.contains("Không nêu lên, xuống bậc, vì hai bên không xếp cùng các đơn vị"))
        #expect(!text.contains("Do các đơn vị khác"))
        // The others fell by ten points each: among the ten, with its 83 % u8 would be first.
        let common = run("compare", "@before", "@after", "--unit", "u8", "--common", "--lang", "vi")
        #expect(common.contains("Sau: 1/10 đơn vị"))
        #expect(row(common, with: "Do các đơn vị khác").suffix(2) == ["+7", "1"])
        #expect(common.contains("Do các đơn vị khác: lên 7 bậc; do điểm của chính đơn vị: giữ."))
        let later = run("compare", "@before", "@later", "--unit", "u8", "--lang", "vi")
        #expect(later.contains("Không nêu lên, xuống bậc, vì hai bên không phải hai kỳ liền nhau (năm 2024 và năm"))
        #expect(later.contains("mức tăng, giảm là giữa hai bên"))
        #expect(
            run("compare", "@same", "--unit", "u8", "--with", "u1", "--lang", "vi").contains(
                "Không nêu lên, xuống bậc, vì hai bên là hai đơn vị khác nhau"))
        let csv = run("compare", "@before", "@after", "--unit", "u8", "--format", "csv", "--lang", "vi")
        let cells = try #require(csv.split(whereSeparator: \.isNewline).first { $0.contains(";Tổng;") }).split(
            separator: ";", omittingEmptySubsequences: false)
        let heading = try #require(csv.split(whereSeparator: \.isNewline).first).split(separator: ";")
        let first = try #require(heading.firstIndex(of: "Hạng trước"))
        #expect(cells[first..<first + 4] == ["8", "10", "1", "13"])
    }

    @Test(arguments: ["group", "level", "all", "parent"])
    func everyCommandKnowsTheScopes(_ scope: String) throws {
        // u2 has 79 % in a, b1 85.5 % in b, u1 80 % on a level of its own; nobody has a parent.
        let places = ["group": [3, 13], "level": [3, 13], "all": [4, 14], "parent": [4, 14]]
        let expected: [Int?]? = places[scope]
        let gap = try json(run("gap", "@after", "--unit", "u2", "--among", scope, "--format", "json"))
        let unit = try #require((gap["units"] as? [[String: Any]])?.first)
        #expect([unit["rank"] as? Int, unit["ranked"] as? Int] == expected)
        let rank = try json(run("rank", "@after", "--unit", "u2", "--among", scope, "--format", "json"))
        #expect([rank["rank"] as? Int, rank["of"] as? Int] == expected)
        let plan = try json(
            run("plan", "@after", "--unit", "u2", "--goal-rank", "1", "--among", scope, "--format", "json"))
        let now = try #require(plan["now"] as? [String: Any])
        #expect([now["rank"] as? Int, now["ranked"] as? Int] == expected)
        let whatIf = try json(
            run("whatif", "@after", "--unit", "u2", "--set", "1=86", "--among", scope, "--format", "json"))
        let then = try #require((whatIf["scenarios"] as? [[String: Any]])?.first)
        // 86 % is more than b1's 85.5 %.
        #expect(then["rank"] as? Int == 2)
        let report = try #require(
            (try json(run("rank", "@after", "--among", scope, "--format", "json")))["units"] as? [Any])
        #expect(report.count == 14)
    }

    @Test func aGroupsPlacesAmongAll() throws {
        let text = run("rank", "@after", "--among", "all", "--group", "Khối B", "--lang", "vi")
        #expect(row(text, with: "Phường B").prefix(2) == ["2/14", "Phường B"] || row(text, with: "Phường B")[0] == "2")
        #expect(!text.contains("  Xã u1  "))
        #expect(text.contains("mọi đơn vị của đợt đánh giá"))
    }

    @Test func amongAllOfOneGroupIsAmongTheGroup() throws {
        let path = Repository.path("datasets/papi-2021")
        func table(_ scope: String) -> [String] {
            run("rank", path, "--among", scope, "--format", "csv", "--lang", "vi").split(whereSeparator: \.isNewline)
                .map { line in
                    var cells = line.split(separator: ";", omittingEmptySubsequences: false)
                    if cells.count > 2 { cells.remove(at: 2) }
                    return cells.joined(separator: ";")
                }
        }
        #expect(table("all") == table("group") && table("all").count == 17)
        let gaps = ["all", "group"].map { run("gap", path, "--among", $0, "--by", "criterion", "--format", "csv") }
        #expect(gaps[0] == gaps[1] && !gaps[0].isEmpty)
    }

    /// What every criterion costs all units: in 1 the fourteen lose 10 − percent ÷ 10 each, in 2 five each.
    @Test func everyCriterionInEveryFormat() throws {
        // u8 0.1; u1–u7 and u9–u13 have 80 … 68 without 73: (2.0 + … + 3.2) − 2.7 = 33.8 − 2.7 = 31.1; b1 1.45.
        let text = run("gap", "@after", "--by", "criterion", "--lang", "vi")
        #expect(
            row(text, with: "Tiêu chí 2 ") == ["2", "Tiêu chí 2", "Phòng Hai", "70,00", "0,00", "140,00", "14", "14"])
        #expect(
            row(text, with: "Tiêu chí 1 ") == ["1", "Tiêu chí 1", "Phòng Một", "32,65", "0,00", "140,00", "14", "14"])
        // No figures are missing in either.
        #expect(row(text, with: "Tổng ") == ["Tổng", "102,65", "0,00"])
        let csv = run("gap", "@after", "--by", "criterion", "--format", "csv", "--lang", "vi")
        let rows = csv.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ";", omittingEmptySubsequences: false)
        }
        try #require(rows.count == 3)
        #expect(rows[1][1...4] == ["2", "Tiêu chí 2", "Phòng Hai", "70,00"])
        let root = try json(run("gap", "@after", "--by", "criterion", "--format", "json"))
        let costs = try #require(root["byCriterion"] as? [[String: Any]])
        #expect(costs.map { $0["code"] as? String } == ["2", "1"])
        #expect(costs.map { $0["lead"] as? String } == ["Phòng Hai", "Phòng Một"])
        #expect(costs.map { $0["units"] as? Int } == [14, 14])
        #expect((root["overall"] as? [String: Any])?["lost"] as? Double == 102.65)
        #expect((root["units"] as? [Any])?.count == 14)
        for format in ["md", "html"] {
            let page = run("gap", "@after", "--by", "criterion", "--format", format, "--lang", "vi")
            #expect(page.contains("Phòng Hai") && page.contains("70,00") && page.contains("102,65"))
        }
        let one = run("gap", "@after", "--by", "criterion", "--unit", "u8", "--lang", "en")
        #expect(row(one, with: "Total") == ["Total", "5.10", "0.00"])
    }

    @Test(arguments: [
        ["rank", "--among", "nobody"], ["gap", "--among", "groups"], ["gap", "--by", "units"],
        ["compare", "@before", "--stages", "self,appraisal", "--common"],
        ["compare", "@before", "--stages", "self,appraisal", "--among", "all"],
        ["compare", "@before", "--unit", "u1", "--with", "u2", "--common"],
    ])
    func wrongUsage(_ words: [String]) {
        var all = words.map { $0.hasPrefix("@") ? folder.path(String($0.dropFirst())) : $0 }
        if !words.contains(where: { $0.hasPrefix("@") }) { all.insert(folder.path("after"), at: 1) }
        #expect(CommandLineTool.run(all + ["--quiet"]) == .usage)
    }

    @Test func meansCarryTheirNumberOfUnits() throws {
        let groups = try #require(json(run("score", "@after", "--format", "json"))["groups"] as? [[String: Any]])
        #expect(groups.map { $0["meanUnits"] as? Int } == [13, nil])
        #expect(run("score", "@after", "--lang", "vi").contains("Trung bình chỉ số của 13 đơn vị"))
        #expect(run("rank", "@after", "--lang", "vi").contains("Trung bình chỉ số của 13 đơn vị"))
        let own = try json(run("rank", "@after", "--unit", "u8", "--format", "json"))
        let standings = try #require(own["standings"] as? [[String: Any]])
        #expect(standings.map { $0["of"] as? Int } == [13, 13])
    }
}
