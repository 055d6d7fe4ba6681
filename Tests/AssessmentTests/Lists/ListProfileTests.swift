import TestSupport
import Testing
import Values

@testable import Assessment

/// What is wrong with a profile, or with what a folder asks of it, is told at its place before anything is counted.
@Suite struct ListProfileTests {
    private static let row = "2;a;T;V;Trực tuyến;;2025-06-01;2025-06-10;2025-06-10"

    @Test(arguments: [
        (#""x": {"column": "wya", "equals": "x"}"#, "", "json.unknownName"),
        (#""x": {"column": "way", "is": "x"}"#, "", "list.noTest"), (#""x": {"column": "way"}"#, "", "list.noTest"),
        (#""x": {}"#, "", "list.noTest"), (#""x": {"all": []}"#, "", "list.noTest"),
        (#""x": {"column": "way", "less": 5}"#, "", "list.wrongKind"),
        (#""x": {"column": "fee", "after": "2025-01-01"}"#, "", "list.wrongKind"),
        (#""x": {"column": "received", "equals": "hôm qua"}"#, "", "json.badDay"),
        (#""x": {"column": "received", "between": ["2025-01-01"]}"#, "", "json.wrongType"),
        (#""x": {"column": "fee", "atLeast": "5"}"#, "", "json.wrongType"),
        (#""x": {"onTime": {"done": "done", "due": "way"}}"#, "", "list.wrongKind"),
        (#""x": {"onTime": {"done": "done"}}"#, "", "json.missingKey"), (#""x": {"not": "y"}"#, "", "json.unknownName"),
        (#""x": {"not": "y"}, "y": {"any": ["x"]}"#, "", "list.conditionCircle"),
        (#""x": {"not": "x"}"#, "", "list.conditionCircle"),
        (#""x": {"column": "way", "blank": true, "và": 1}"#, "", "json.unknownKey"),
        ("", #""maximumUnreadable": 101, "#, "json.wrongType"),
        ("", #""inOrder": [["received", "way"]], "#, "list.wrongKind"),
        ("", #""dayz": 1, "#, "json.unknownKey"), ("", #""days": "yearFirst", "#, "json.unknownName"),
    ])
    func wrongProfile(conditions: String, more: String, code: String) throws {
        let all = ([ListFolder.conditions] + [conditions].filter { !$0.isEmpty }).joined(separator: ", ")
        let findings = ListFolder(rows: [Self.row], conditions: all, profile: more).reading().findings
        let finding = try #require(findings.first { $0.severity == .error })
        #expect(finding.code == code)
        #expect(finding.location.file.hasSuffix("profile.json"))
        #expect(finding.location.line != nil)
    }

    @Test(arguments: [
        (#""1": {"numerator": "onTimee"}"#, "json.unknownName"),
        (#""1": {"denominator": "settled"}"#, "json.missingKey"),
        (#""1": {}"#, "list.needsNumerator"), (#""2": {"numerator": "online"}"#, "list.notARatio"),
        (#""9": {}"#, "assessment.unknownMetric"), (#""2": {"period": "way"}"#, "list.wrongKind"),
        (#""2": {"wher": "online"}"#, "json.unknownKey"),
    ])
    func wrongMetric(metrics: String, code: String) throws {
        let findings = ListFolder(rows: [Self.row], metrics: metrics).reading().findings
        let finding = try #require(findings.first { $0.severity == .error })
        #expect(finding.code == code)
        #expect(finding.location.file.hasSuffix("assessment.json"))
    }

    /// A heading under another name than the profile knows is missing; columns that nothing needs may be.
    @Test func missingColumn() {
        let renamed = ListFolder.heading.replacing("Hẹn trả", with: "Hạn xử lý") + "\n" + Self.row + "\n"
        #expect(ListFolder(["list.csv": renamed]).reading().findings.contains { $0.code == "table.missingColumn" })
        let without = "Mã hồ sơ;Đơn vị;Thủ tục;Thôn;Hẹn trả;Ngày trả;Khác\n1;a;T;V;2025-06-10;2025-06-10;x\n"
        #expect(ListFolder(["list.csv": without]).outcome == (["a 1: 1/1"], []))
    }

    /// The months of an American export come first.
    @Test func monthFirst() {
        let rows = ["1;a;T;V;x;;6/1/2025;6/10/2025;6/9/2025", "2;a;T;V;x;;6/1/2025;6/10/2025;10/6/2025"]
        #expect(ListFolder(rows: rows, profile: #""days": "monthFirst", "#).outcome.figures == ["a 1: 1/2"])
    }

    /// Files of a folder must not be overwritten: lists and profiles are among them.
    @Test func filesOfTheFolder() {
        let folder = ListFolder(rows: [Self.row])
        let files = Assessment.files(of: folder.folder.path)
        #expect(files.contains(folder.folder.path("list.csv")) && files.contains(folder.folder.path("profile.json")))
        // Also while the profile is wrong.
        folder.folder.add("{}", "profile.json")
        #expect(Assessment.files(of: folder.folder.path).contains(folder.folder.path("list.csv")))
    }
}
