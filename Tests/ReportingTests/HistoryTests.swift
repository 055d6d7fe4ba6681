import Foundation
import TestSupport
import Testing

@testable import score_cli

/// `history`: a unit over all periods, with gaps where there is none.
struct HistoryTests {
    /// A folder of two communes for a period, with the figures of one criterion of 10 points.
    private static func folder(_ period: String, _ figures: [String: String]) -> TemporaryFolder {
        let folder = TemporaryFolder()
        folder.add(
            """
            {"format": 1, "set": "bo", "edition": "1", "name": "Bộ", "source": {"document": "Quyết định"},
             "years": {"from": 2024, "to": 2026}, "levels": [{"code": "xa", "name": "Cấp xã"}],
             "points": {"basis": "decreed", "source": {"document": "Quyết định"}},
             "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
                          "index": {"mode": "halfAwayFromZero", "digits": 2}},
             "ranking": {"ties": "standard", "minimumCoverage": 50},
             "criteria": [{"code": "1", "name": "Lĩnh vực", "maximum": 10},
                          {"code": "1.1", "name": "Tiêu chí", "maximum": 10, "source": {"row": "1"},
                           "levels": ["xa"], "rule": {"kind": "proportional", "base": 100},
                           "metrics": [{"name": "tỷ lệ", "direction": "higher", "kind": "percent"}]}]}
            """, "criteria.json")
        folder.add(
            #"{"format": 1, "name": "Đợt", "criteria": "criteria.json", "period": "\#(period)", "stage": "self"}"#,
            "assessment.json")
        let units = figures.keys.sorted()
        folder.add("code;name;level\n" + units.map { "\($0);Xã \($0);xa\n" }.joined(), "units.csv")
        folder.add(
            "unit;metric;value\n" + units.map { "\($0);1.1;\(figures[$0] ?? "")\n" }.joined(), "metrics.csv")
        return folder
    }

    private let folders = [
        Self.folder("2026-01", ["a": "50", "b": "60"]), Self.folder("2025-12", ["a": "40", "b": "70"]),
        Self.folder("2026-03", ["a": "90", "b": "", "c": "20"]),
    ]

    private func json(_ words: [String]) throws -> [String: Any] {
        try commandJSON(["history"] + words)
    }

    private func series(_ json: [String: Any], _ unit: String) throws -> [[String: Any]] {
        let units = try #require(json["units"] as? [[String: Any]])
        return try #require(units.first { $0["code"] as? String == unit }?["series"] as? [[String: Any]])
    }

    /// Of two, a was first in December and b is in January; against all of 2025 there is nothing to tell.
    @Test func monthsAreCompared() throws {
        func rank(_ unit: String, since before: String) throws -> [String: Any] {
            let earlier = Self.folder(before, ["a": "70", "b": "40"])
            let january = Self.folder("2026-01", ["a": "50", "b": "60"])
            let json = try commandJSON(["compare", earlier.path, january.path, "--unit", unit])
            return try #require((json["units"] as? [[String: Any]])?.first?["rank"] as? [String: Any])
        }
        for (unit, before, after) in [("a", 1, 2), ("b", 2, 1)] {
            let told = try rank(unit, since: "2025-12")
            #expect(told["movement"] as? Int == before - after && told["notTold"] is NSNull)
            let untold = try rank(unit, since: "2025")
            #expect(untold["movement"] is NSNull && untold["notTold"] as? String == "period")
            for rank in [told, untold] {
                #expect(rank["before"] as? Int == before && rank["after"] as? Int == after)
            }
        }
    }

    /// A report goes back from folder to folder: February names January, and January December.
    @Test func reportsGoBack() throws {
        let folders = [
            Self.folder("2025-12", ["a": "40", "b": "70"]), Self.folder("2026-01", ["a": "50", "b": "60"]),
            Self.folder("2026-02", ["a": "90", "b": "", "c": "20"]),
        ]
        for (folder, period) in [(1, "2026-01"), (2, "2026-02")] {
            folders[folder].add(
                """
                {"format": 1, "name": "Đợt", "criteria": "criteria.json", "period": "\(period)", "stage": "self",
                 "previous": "\(folders[folder - 1].path)"}
                """, "assessment.json")
        }
        let report = try commandJSON(["report", folders[2].path])
        let units = try #require(report["units"] as? [[String: Any]])
        let first = try #require(units.first { $0["code"] as? String == "a" }?["history"] as? [[String: Any]])
        #expect(first.map { $0["period"] as? String } == ["2025-12", "2026-01", "2026-02"])
        #expect(first.map { $0["index"] as? Double } == [40, 50, 90])
        #expect(first.map { $0["change"] as? Double } == [nil, 10, 40])
        // Only in February.
        #expect(units.first { $0["code"] as? String == "c" }?["history"] == nil)
        let pages = TemporaryFolder()
        let words = ["report", folders[2].path, "--output", pages.path("bao-cao"), "--quiet", "--keep-going"]
        _ = CommandLineTool.run(words)
        let page = try #require(pages.text("bao-cao/a.html"))
        #expect(page.contains("href=\"#history\"") && page.contains("tháng 12/2025"))
        #expect(pages.text("bao-cao/c.html")?.contains("id=\"history\"") == false)
        #expect(pages.text("bao-cao/index.html")?.contains("id=\"history\"") == true)
    }

    /// December, January and March: February is a gap, and the change of March is not told.
    @Test func periodsComeInOrderWithGaps() throws {
        let history = try json(folders.map(\.path))
        let periods = try #require(history["periods"] as? [[String: Any]])
        #expect(periods.map { $0["code"] as? String } == ["2025-12", "2026-01", "2026-02", "2026-03"])
        #expect(periods.map { $0["missing"] as? Bool } == [false, false, true, false])
        let first = try series(history, "a")
        #expect(first.map { $0["index"] as? Double } == [40, 50, nil, 90])
        #expect(first.map { $0["change"] as? Double } == [nil, 10, nil, nil])
        #expect(first.map { $0["rank"] as? Int } == [2, 2, nil, 1])
        #expect(first.map { $0["ranked"] as? Int } == [2, 2, nil, 2])
        // Not reported is neither zero nor a place; a unit that was not there has nothing.
        #expect(try series(history, "b").map { $0["rank"] as? Int } == [1, 1, nil, nil])
        #expect(try series(history, "b").map { $0["coverage"] as? Double } == [100, 100, nil, 0])
        #expect(try series(history, "c").map { $0["missing"] as? Bool } == [true, true, true, false])
    }

    @Test func dataHasARowForEveryPeriod() {
        let rows = commandOutput(["history"] + folders.map(\.path) + ["--unit", "a", "--format", "csv"]).text
            .split(separator: "\r\n").map { $0.split(separator: ";", omittingEmptySubsequences: false) }
        #expect(rows.count == 5)
        #expect(rows.dropFirst().map { $0[3] } == ["2025-12", "2026-01", "2026-02", "2026-03"])
        #expect(rows[3].suffix(7) == ["", "", "", "", "", "", "không có số liệu kỳ này"])
    }

    @Test func oneUnitHasARowAPeriod() {
        let text = commandOutput(["history"] + folders.map(\.path) + ["--unit", "Xã a"]).text
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("Tháng ") }
            .map { $0.split(separator: " ").prefix(6).joined(separator: " ") }
        #expect(
            rows == [
                "Tháng 12/2025 4,00 10,00 40,00 –", "Tháng 1/2026 5,00 10,00 50,00 +10,00", "Tháng 2/2026 – – – –",
                "Tháng 3/2026 9,00 10,00 90,00 –",
            ])
        #expect(text.contains("Kỳ không có số liệu: tháng 2/2026"))
    }

    @Test func whatMakesNoSeriesIsWrongUsage() {
        let year = Self.folder("2025", ["a": "1"])
        let other = Self.folder("2026-01", ["a": "1"])
        for folders in [[folders[0], year], [folders[0], other]] {
            #expect(commandOutput(["history"] + folders.map(\.path)).exit == .usage)
        }
        #expect(commandOutput(["history", folders[0].path, "--unit", "nobody"]).exit == .usage)
        #expect(commandOutput(["history", folders[0].path, "--by", "9"]).exit == .usage)
    }
}
