import Foundation
import TestSupport
import Testing
import Values
import Words

@testable import Assessment

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder from a stranger reads nothing but its own files, and nobody waits for them.
@Suite struct FolderBoundsTests {
    /// What stands in the file outside: nothing of it may be told.
    private static let secret = "Bí mật 7391;mật khẩu\nh;7391\n\u{1};7391;7391\n"

    private static let questionnaire = """
        {"format": 1, "questionnaire": "k", "name": "K", "scale": {"levels": [{"code": "1", "label": "a"},
          {"code": "2", "label": "b"}]}, "columns": {"unit": "xã"}, "index": {"measure": "topShare", "topLevels": 1},
         "blocks": [{"code": "B", "name": "B", "factors": [
          {"code": "F", "name": "F", "questions": [{"code": "q1", "text": "?"}]}]}]}
        """
    private static let profile = #"{"format": 1, "name": "P", "columns": {"number": "Số"}}"#

    /// The members of settings that name a file, with `@` in its place.
    private static let members = [
        #""files": {"units": "@"}"#, #""files": {"metrics": ["@"]}"#, #""files": {"metrics": [{"file": "@"}]}"#,
        #""files": {"scores": "@"}"#, #""files": {"actions": "@"}"#, #""files": {"remarks": "@"}"#,
        #""files": {"survey": {"questionnaire": "@"}}"#,
        #""files": {"survey": {"questionnaire": "q.json", "answers": ["@"]}}"#,
        #""files": {"survey": {"questionnaire": "q.json", "tallies": ["@"]}}"#,
        #""files": {"survey": {"questionnaire": "q.json", "populations": "@"}}"#,
        #""lists": [{"file": "@", "profile": "p.json", "unit": "h", "metrics": {"1.3": {}}}]"#,
        #""lists": [{"file": ["l.csv", "@"], "profile": "p.json", "unit": "h", "metrics": {"1.3": {}}}]"#,
        #""lists": [{"file": "l.csv", "profile": "@", "unit": "h", "metrics": {"1.3": {}}}]"#,
    ]
    /// What a folder has under usual names.
    private static let names = [
        "units.csv", "metrics.csv", "scores.csv", "actions.csv", "remarks.csv", "calendar.csv", "assignments.csv",
        "requests.csv", "evidence.csv", "journal.csv", "stages.csv", "assessment.json",
    ]

    private static func folder(_ more: String = "", without name: String? = nil) -> TemporaryFolder {
        let root = TemporaryFolder()
        let files = [
            "assessment.json": SmallAssessment.settings(more), "units.csv": SmallAssessment.units,
            "metrics.csv": SmallAssessment.metrics, "q.json": questionnaire, "p.json": profile,
            "l.csv": "Số\n1\n",
        ]
        for (file, text) in files where file != name { root.add(text, "a/" + file) }
        root.add(SmallAssessment.criteria, "criteria.json")
        root.add(secret, "secret.csv")
        return root
    }

    /// What is found in the folder: of reading it, and of its records.
    private static func findings(_ root: TemporaryFolder) -> [Finding] {
        Assessment.read(root.path("a")).findings + StageLedger.read(root.path("a")).findings
    }

    private static func expectRefused(_ root: TemporaryFolder, _ code: String) {
        let found = findings(root)
        #expect(found.contains { $0.code == code && $0.severity == .error }, "\(found)")
        let told = found.flatMap { finding in
            [finding.words.text(.vi), finding.words.text(.en), "\(finding.details)"]
        }
        #expect(told.allSatisfy { !$0.contains("7391") && !$0.contains("mật") }, "\(told)")
    }

    @Test(arguments: members, ["../secret.csv", "/", "link.csv", "inner/link.csv"])
    func filesOutsideAreNotRead(member: String, path: String) {
        let root = Self.folder()
        let path = path == "/" ? root.path("secret.csv") : path
        root.add(SmallAssessment.settings(member.replacing("@", with: path)), "a/assessment.json")
        root.add("", "a/inner/x")
        #expect(symlink(root.path("secret.csv"), root.path("a/link.csv")) == 0)
        #expect(symlink("../../secret.csv", root.path("a/inner/link.csv")) == 0)
        Self.expectRefused(root, "assessment.outsideFolder")
    }

    @Test(arguments: names) func linksToOutsideAreNotFollowed(name: String) {
        let root = Self.folder(without: name)
        #expect(symlink("../secret.csv", root.path("a/" + name)) == 0)
        Self.expectRefused(root, "assessment.outsideFolder")
    }

    /// Neither is waited for: the first has no other end, the second none at all.
    @Test(arguments: names, ["fifo", "/dev/zero"]) func onlyFilesAreRead(name: String, kind: String) {
        let root = Self.folder(without: name)
        let path = root.path("a/" + name)
        #expect((kind == "fifo" ? mkfifo(path, 0o600) : symlink(kind, path)) == 0)
        Self.expectRefused(root, "file.notRegular")
    }

    @Test(arguments: members) func namedPipesAreNotWaitedFor(member: String) {
        let root = Self.folder(member.replacing("@", with: "pipe"))
        #expect(mkfifo(root.path("a/pipe"), 0o600) == 0)
        Self.expectRefused(root, "file.notRegular")
    }

    @Test(arguments: ["../secret.csv", "../b"]) func otherThingsAreNoCriteriaAndNoPeriodBefore(path: String) {
        let root = Self.folder()
        root.add(Self.secret, "b/assessment.json")
        let settings = SmallAssessment.settings()
        let changed =
            path.hasSuffix(".csv")
            ? settings.replacing("../criteria.json", with: path)
            : settings.replacing(#""stage""#, with: #""previous": "\#(path)", "stage""#)
        root.add(changed, "a/assessment.json")
        Self.expectRefused(root, "assessment.outsideFolder")
    }

    /// The set and the period before are usually beside the folder.
    @Test func whatIsMeantAsSuchMayLieOutside() {
        let root = Self.folder(
            #""previous": "../b", "files": {"survey": {"questionnaire": "../q.json"}}, "#
                + #""lists": [{"file": "l.csv", "profile": "../p.json", "unit": "h", "metrics": {"1.3": {}}}]"#)
        root.add(Self.questionnaire, "q.json")
        root.add(Self.profile, "p.json")
        root.add(SmallAssessment.settings(year: 2024), "b/assessment.json")
        root.add(SmallAssessment.units, "b/units.csv")
        root.add("unit;metric;value\nh;1.5;10\n", "b/metrics.csv")
        let reading = Assessment.read(root.path("a"))
        #expect(reading.findings.filter { $0.severity == .error } == [])
        #expect(reading.assessment != nil)
    }

    /// What is wrong with criteria that are meant as such is told wherever they lie.
    @Test func faultsOfCriteriaOutsideAreTold() {
        let root = Self.folder()
        root.add(SmallAssessment.criteria.replacing(#""set": "thu""#, with: #""sett": "thu""#), "criteria.json")
        #expect(Self.findings(root).contains { $0.code == "json.unknownKey" && $0.text(.key) == "sett" })
    }

    @Test func linksInsideAreFollowed() {
        let root = Self.folder(without: "metrics.csv")
        root.add(SmallAssessment.metrics, "a/inner/m.csv")
        #expect(symlink("inner/m.csv", root.path("a/metrics.csv")) == 0)
        #expect(symlink("a", root.path("b")) == 0)
        for name in ["a", "b"] { #expect(Assessment.read(root.path(name)).assessment != nil) }
    }
}
