import Documents
import TestSupport
import Testing
import Values
import Words

@testable import score_cli

/// `check` says how many errors and warnings there are, however few of them it lists.
@Suite struct FindingCountTests {
    private static let criteria = """
        {"format": 1, "set": "thu", "edition": "1", "name": "Bộ thử", "source": {"document": "Quyết định thử"},
         "years": {"from": 2024, "to": 2026}, "levels": [{"code": "xa", "name": "Cấp xã"}],
         "points": {"basis": "decreed", "source": {"document": "Quyết định thử"}},
         "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
           "index": {"mode": "halfAwayFromZero", "digits": 2}},
         "ranking": {"ties": "standard", "minimumCoverage": 0}, "criteria": [
         {"code": "1", "name": "Một", "maximum": 10, "source": {"row": "1"}, "levels": ["xa"],
          "metrics": [{"name": "một", "kind": "percent", "direction": "higher"}],
          "rule": {"kind": "proportional", "base": 100}}]}
        """

    /// A folder of some communes without figures, and a commune with bad cells.
    private static func folder(badCells: Int, silent: Int = 0) -> TemporaryFolder {
        let folder = TemporaryFolder()
        folder.add(criteria, "criteria.json")
        folder.add(
            #"{"format": 1, "name": "Thử", "criteria": "criteria.json", "year": 2025, "stage": "self"}"#,
            "assessment.json")
        let units = (0..<silent).map { "y\($0);Xã số \($0);xa\n" }.joined()
        folder.add("code;name;level\nx;Xã;xa\n" + units, "units.csv")
        folder.add("unit;metric;value\nx;1;50\n" + String(repeating: "x;1;?\n", count: badCells), "metrics.csv")
        return folder
    }

    private func lastLine(_ folder: TemporaryFolder, _ words: String...) -> String? {
        commandOutput(["check", folder.path] + words).text.split(separator: "\n").last.map(String.init)
    }

    @Test(arguments: [
        (0, "Không có lỗi."), (1, "1 lỗi, 0 cảnh báo."), (100, "100 lỗi, 0 cảnh báo."), (101, "101 lỗi, 0 cảnh báo."),
        (100_000, "100000 lỗi, 0 cảnh báo."),
    ])
    func errors(count: Int, line: String) throws {
        let folder = Self.folder(badCells: count)
        #expect(lastLine(folder) == line)
        let json = commandOutput(["check", folder.path, "--format", "json"]).text
        #expect(json.contains("\"errors\": \(count),") && json.contains("\"warnings\": 0,"))
        #expect(json.contains("\"unlisted\": \(count - 100)") == (count > 100))
    }

    /// Warnings that `--quiet` does not list are counted all the same, in a text and in JSON.
    @Test func warnings() throws {
        let folder = Self.folder(badCells: 0, silent: 130)
        #expect(lastLine(folder, "--lang", "en") == "0 errors, 130 warnings.")
        let json = commandOutput(["check", folder.path, "--format", "json"]).text
        #expect(json.contains("\"errors\": 0,") && json.contains("\"warnings\": 130,"))
        #expect(json.contains("\"findings\": []"))
    }

    /// A criteria file by itself: 150 keys that nobody knows.
    @Test func criteria() {
        let folder = TemporaryFolder()
        let keys = (0..<150).map { "\"x\($0)\": 1, " }.joined()
        let words = ["check", folder.add("{" + keys + Self.criteria.dropFirst(), "a.json")]
        let text = commandOutput(words + ["--all-findings"]).text
        #expect(text.split(separator: "\n").count == 102)
        #expect(text.hasSuffix("\n150 lỗi, 0 cảnh báo.\n"))
        // Gathered, they are one line.
        let lines = commandOutput(words).text.split(separator: "\n")
        #expect(lines.count == 2 && lines[0].contains("còn 149 chỗ như vậy") && lines[0].contains("--all-findings"))
        #expect(lines[1] == "150 lỗi, 0 cảnh báo.")
    }

    /// Where a limit ends reading, nobody knows how many there are.
    @Test func atLeast() {
        let place = Location(file: "a.csv")
        let list = FindingList([
            Finding(SurveyCodes.tooManyGroups, at: place, [.expected: .count(1)]),
            Finding(SurveyCodes.unknownUnit, at: place, [.found: "x"]),
        ])
        #expect(list.count.text(.vi) == "Ít nhất 1 lỗi, 1 cảnh báo.")
        #expect(list.count.text(.en) == "At least 1 error, 1 warning.")
        #expect(list.json(in: .en).contains("\"atLeast\": true"))
    }
}

/// Two codes of the reader of answers.
private enum SurveyCodes: String, FindingCode {
    case tooManyGroups = "survey.tooManyGroups"
    case unknownUnit = "survey.unknownUnit"

    var severity: Finding.Severity { self == .tooManyGroups ? .error : .warning }
}
