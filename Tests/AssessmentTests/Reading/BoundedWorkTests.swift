import TestSupport
import Testing
import Values

@testable import Assessment

/// What a folder can make the reader do is bounded: time grows with the bytes, and findings do not grow for ever.
///
/// Each kind of file is read with n and with 2n entries; where every entry looked at all others, or at all bytes before it,
/// the second takes four times as long.
@Suite(.serialized) struct BoundedWorkTests {
    /// A file of the folder with many entries, by what it has many of.
    private static let kinds: [String: @Sendable (Int) -> [String: String]] = [
        "repeated keys": { count in
            ["assessment.json": "{" + String(repeating: "\"k\": 1, ", count: count) + "\"k\": 1}"]
        },
        "unknown keys": { count in
            ["assessment.json": "{" + (0..<count).map { "\"k\($0)\": 1" }.joined(separator: ", ") + "}"]
        },
        "groups": { count in
            let groups = (0..<count).map { "{\"code\": \"g\($0)\", \"name\": \"G\"}" }.joined(separator: ", ")
            return ["assessment.json": SmallAssessment.settings(groups: groups)]
        },
        "dates": { count in
            let dates = Array(repeating: "{\"name\": \"D\", \"due\": \"2025-13-1\"}", count: count)
            return ["assessment.json": SmallAssessment.settings("\"dates\": [\(dates.joined(separator: ", "))]")]
        },
        "names of units in a profile": { count in
            let units = (0..<count).map { "\"Đơn vị \($0)\": \"h\"" }.joined(separator: ", ")
            return [
                "assessment.json": SmallAssessment.settings(
                    "\"lists\": [{\"file\": \"l.csv\", \"profile\": \"p.json\", \"unit\": \"h\", \"metrics\": {\"1.3\": {}}}]"
                ),
                "l.csv": "Số\n1\n",
                "p.json": "{\"format\": 1, \"name\": \"P\", \"columns\": {\"number\": \"Số\"}, \"units\": {\(units)}}",
            ]
        },
        "metrics of a list": { count in
            let metrics = (0..<count).map { "\"m\($0)\": {}" }.joined(separator: ", ")
            return [
                "assessment.json": SmallAssessment.settings(
                    "\"lists\": [{\"file\": \"l.csv\", \"profile\": \"p.json\", \"unit\": \"h\", \"metrics\": {\(metrics)}}]"
                ),
                "l.csv": "Số\n1\n", "p.json": #"{"format": 1, "name": "P", "columns": {"number": "Số"}}"#,
            ]
        },
        "rows of unknown units": { count in
            ["metrics.csv": "unit;metric;value\n" + (0..<count).map { "zz\($0);1.1;1\n" }.joined()]
        },
        "rows of unknown metrics": { count in
            ["metrics.csv": "unit;metric;value\n" + (0..<count).map { "h;m\($0);1\n" }.joined()]
        },
        "rows that are no numbers": { count in
            ["metrics.csv": "unit;metric;value\n" + (0..<count).map { "h;1.1;x\($0)\n" }.joined()]
        },
        "rows of too many cells": { count in
            ["metrics.csv": "unit;metric;value\n" + String(repeating: "h;1.1;1;;;\n", count: count)]
        },
        "units twice": { count in
            ["units.csv": "code;name;level\n" + String(repeating: "h;Huyện H;district\n", count: count)]
        },
    ]

    @Test(arguments: kinds.keys.sorted()) func twiceAsManyTakeTwiceAsLong(kind: String) throws {
        let files = try #require(Self.kinds[kind])
        func measured(_ count: Int) -> (seconds: Double, findings: Int) {
            let root = TemporaryFolder()
            let small = SmallAssessment(files(count))
            for (name, bytes) in small.files {
                root.add(bytes, name.hasPrefix("../") ? String(name.dropFirst(3)) : "a/" + name)
            }
            var findings = 0
            let least = ThreadTime.least { findings = Assessment.read(root.path("a")).findings.count }
            return (least, findings)
        }
        let (half, whole) = (measured(3_000), measured(6_000))
        #expect(whole.seconds <= 3 * half.seconds + 0.1, "\(kind): \(half.seconds) s, \(whole.seconds) s")
        #expect(whole.findings < 1_000 && whole.findings <= half.findings + 20)
    }

    /// Each is held against all others, so that there are few.
    @Test(arguments: [50, 51]) func stagesAreFew(count: Int) throws {
        let stages = (0..<count).map { "{\"code\": \"s\($0)\", \"name\": \"Bước \($0)\"}" }.joined(separator: ", ")
        let settings = SmallAssessment.settings("\"stages\": [\(stages)]").replacing(
            "\"stage\": \"self\"", with: "\"stage\": \"s0\"")
        let codes = try SmallAssessment(["assessment.json": settings]).read().findings.map(\.code)
        #expect(codes.contains("json.tooMany") == (count > 50))
    }

    /// What people write has no such size; what a device gives has no end.
    @Test func filesOfSettingsHaveALimit() throws {
        let folder = TemporaryFolder()
        let path = folder.add(String(repeating: " ", count: 2_000), "a.json")
        #expect(throws: FindingsError.self) { try JSONDocument(contentsOf: path, limit: 1_999) }
        let error = #expect(throws: FindingsError.self) { try JSONDocument(contentsOf: path, limit: 2_000) }
        #expect(error?.findings.map(\.code) == ["json.syntax"])
    }
}
