import Assessment
import Foundation
import TestSupport
import Testing
import Values

/// Which files a folder's assessment consists of: each is read, and none is forgotten.
@Suite struct FolderFilesTests {
    private static let settings = #"""
        {"format": 1, "name": "Thử", "criteria": "thu/2024-2026", "year": 2025, "stage": "self", "previous": "../last",
         "stages": [{"code": "self", "opens": "2025-11-01", "closes": {"workingDays": 5, "after": "2025-11-20"}}],
         "files": {"units": "u.csv", "metrics": ["m1.csv", {"file": "m2.csv", "asOf": "2025-11-30"}],
           "scores": "s.csv", "actions": "a.csv", "remarks": "r.csv",
           "survey": {"questionnaire": "q.json", "answers": ["f.csv"], "tallies": ["t.csv"],
             "populations": "n.csv"}},
         "lists": [{"file": ["l1.csv", "l2.csv"], "profile": "p.json", "unit": "h", "metrics": {"1.3": {}}}]}
        """#
    private static let questionnaire = """
        {"format": 1, "questionnaire": "k", "name": "K", "scale": {"levels": [{"code": "1", "label": "a"},
          {"code": "2", "label": "b"}]}, "columns": {"unit": "xã"},
         "calibration": {"method": "postStratify", "margins": ["unit"]}, "index": {"measure": "topShare", "topLevels": 1},
         "metrics": [{"metric": "1.10"}], "blocks": [{"code": "B", "name": "B", "factors": [
          {"code": "F", "name": "F", "questions": [{"code": "q1", "text": "?"}]}]}]}
        """
    /// Every file that a folder can have, by its name below the root.
    private static let files = [
        "now/assessment.json": settings, "criteria/thu/2024-2026.json": SmallAssessment.criteria,
        "criteria/calendar/vn-2025.csv": "day;kind\n2025-11-24;nghỉ\n",
        "now/calendar.csv": "day;kind\n2025-11-25;nghỉ\n",
        "now/u.csv": SmallAssessment.units, "now/m1.csv": "unit;metric;value\nh;1.1;90\n",
        "now/m2.csv": "unit;metric;value\nxa-1;1.1;80\n", "now/s.csv": "unit;criterion;stage;points\nh;1.1;self;1\n",
        "now/a.csv": "action;metric;value;cost\nA;1.1;95;3\n", "now/r.csv": "unit;kind;text\nh;khó khăn;Thiếu người\n",
        "now/q.json": questionnaire, "now/f.csv": "xã;q1\nh;2\n", "now/t.csv": "?",
        "now/n.csv": "variable;value;count\nunit;h;500\n", "now/l1.csv": "Số\n1\n",
        "now/l2.csv": "Số\n2\n", "now/p.json": #"{"format": 1, "name": "P", "columns": {"number": "Số"}}"#,
        "last/assessment.json": SmallAssessment.settings(year: 2024).replacing(
            "../criteria.json", with: "thu/2024-2026"),
        "last/units.csv": SmallAssessment.units, "last/metrics.csv": "unit;metric;value\nh;1.1;70\n",
    ]

    private static func folder(_ changes: [String: String] = [:]) -> TemporaryFolder {
        let root = TemporaryFolder()
        for (name, text) in files.merging(changes, uniquingKeysWith: { $1 }) { root.add(text, name) }
        return root
    }

    /// What is listed of a folder, below its root.
    private static func listed(_ root: TemporaryFolder) -> Set<String> {
        Set(Assessment.files(of: root.path("now")).map { name(of: $0, in: root) })
    }

    private static func name(of path: String, in root: TemporaryFolder) -> String {
        var parts: [Substring] = []
        for part in path.dropFirst(root.path.count + 1).split(separator: "/") {
            if part == ".." { parts.removeLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    /// The files with errors.
    private static func faulty(_ root: TemporaryFolder) -> Set<String> {
        let errors = Assessment.read(root.path("now")).findings.filter { $0.severity == .error }
        return Set(errors.map { name(of: $0.location.file, in: root) })
    }

    @Test func everyFileIsListed() {
        #expect(Self.listed(Self.folder()).isSuperset(of: Self.files.keys))
    }

    /// The test above speaks of files that are read: damage to any of them is found in it. Actions alone are no matter of
    /// scoring.
    @Test(arguments: files.keys.filter { $0 != "now/a.csv" }.sorted())
    func everyFileIsRead(_ name: String) {
        // Tallies are written by programs: there is no sound one here.
        let settings = name == "now/t.csv" ? Self.settings : Self.settings.replacing(#"["t.csv"]"#, with: "[]")
        let sound = Self.folder(["now/assessment.json": settings])
        #expect(Self.faulty(sound) == (name == "now/t.csv" ? [name] : []))
        let damaged = Self.folder(["now/assessment.json": settings].merging([name: "\0\u{1}"]) { $1 })
        #expect(Self.faulty(damaged).contains(name))
    }

    /// The folder above has each member that leads to a file: a new one of the schema needs a file in it.
    @Test func everyMemberOfTheSchemaIsThere() throws {
        let schema = try Self.object(Repository.text("criteria/assessment.schema.json"))["properties"]
        let settings = try Self.object(Self.settings)
        let places = [["files"], ["files", "survey"]]
        for place in places {
            var (known, stated): (Any?, Any?) = (schema, settings)
            for (depth, key) in place.enumerated() {
                known = (known as? [String: Any])?[key]
                known = (known as? [String: Any])?["properties"]
                stated = (stated as? [String: Any])?[key]
                #expect(known != nil && stated != nil, "\(place) \(depth)")
            }
            let (names, mine) = ((known as? [String: Any])?.keys, (stated as? [String: Any])?.keys)
            #expect(names.map(Set.init) == mine.map(Set.init))
        }
    }

    private static func object(_ text: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// Without `files` the tables have their usual names, as text or as workbooks, there or not.
    @Test func usualNamesAreListed() {
        let root = Self.folder(["now/assessment.json": SmallAssessment.settings()])
        let listed = Self.listed(root)
        for table in [
            "units", "metrics", "scores", "actions", "remarks", "calendar", "assignments", "requests", "evidence",
        ] {
            #expect(listed.isSuperset(of: ["now/\(table).csv", "now/\(table).xlsx", "now/\(table).ods"]))
        }
    }

    /// A sheet is one of a file.
    @Test func workbooksAreListed() {
        let names = ["u.csv", "m1.csv", "m2.csv", "s.csv", "a.csv", "r.csv", "f.csv", "l1.csv", "l2.csv"]
        let settings = names.reduce(Self.settings) { text, name in
            text.replacing("\"\(name)\"", with: "\"\(name.dropLast(4)).xlsx#Trang 1\"")
        }
        let listed = Self.listed(Self.folder(["now/assessment.json": settings]))
        #expect(listed.isSuperset(of: names.map { "now/\($0.dropLast(4)).xlsx" }))
    }
}
