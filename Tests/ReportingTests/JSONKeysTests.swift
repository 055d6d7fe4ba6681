import Foundation
import TestSupport
import Testing

@testable import score_cli

/// Keys of JSON are a promise: they may be added, and never change or go.
@Suite struct JSONKeysTests {
    private static let folder = "Tests/ReportingTests/Cases12/attack-01-plan-goal-overflow"

    /// By command line, the paths of keys that an earlier version wrote of a folder of all kinds of figures; of history
    /// and reviews, which that version did not have, those that were there when this list was made.
    private static func lists() throws -> [String: [String]] {
        try Repository.decoded([String: [String]].self, "Tests/ReportingTests/JSONKeys/keys.json")
    }

    private static func output(_ line: String) throws -> Any {
        let words = line.split(separator: " ").map(String.init).map { word in
            FileManager.default.fileExists(atPath: Repository.path("\(folder)/\(word)"))
                ? Repository.path("\(folder)/\(word)") : word
        }
        let text = commandOutput(words + ["--format=json"]).text
        return try JSONSerialization.jsonObject(with: Data(text.utf8))
    }

    /// Calls a function with every object and the path that leads to it: `units[].criteria[]`.
    private static func visit(_ value: Any, _ path: String, _ body: ([String: Any], String) -> Void) {
        if let object = value as? [String: Any] {
            body(object, path)
            for (key, value) in object { visit(value, path.isEmpty ? key : path + "." + key, body) }
        } else if let list = value as? [Any] {
            for value in list { visit(value, path + "[]", body) }
        }
    }

    @Test func allKeysStay() throws {
        let lists = try Self.lists()
        #expect(lists.count > 30)
        for (line, expected) in lists {
            var found: Set<String> = []
            Self.visit(try Self.output(line), "") { object, path in
                for key in object.keys { found.insert(path.isEmpty ? key : path + "." + key) }
            }
            #expect(Set(expected).subtracting(found) == [], "\(line)")
        }
    }

    /// Every record says what it is, in which version of its members, and by what it was made.
    @Test func recordsSayWhatTheyAre() throws {
        for line in try Self.lists().keys {
            let record = try #require(try Self.output(line) as? [String: Any], "\(line)")
            let format = try #require(record["format"] as? String, "\(line)")
            #expect(format.wholeMatch(of: /[a-z]+(-[a-z]+)*\/[1-9]/) != nil, "\(format)")
            #expect(record["version"] as? String == CommandLineTool.version)
            let command = try #require(record["command"] as? String, "\(line)")
            #expect(line == command || line.hasPrefix(command + " "), "\(line)")
            // Words of operands are no part of it.
            #expect(!command.contains("now") && !command.contains("."))
        }
    }

    /// What is not measured stands in points beside what is, in percent.
    @Test func coverageHasTheUnmeasuredPointsBesideIt() throws {
        var lines = Set<String>()
        for line in try Self.lists().keys {
            Self.visit(try Self.output(line), "") { object, path in
                guard object["coverage"] != nil else { return }
                lines.insert(line)
                #expect(object["unmeasured"] != nil, "\(line): \(path)")
            }
        }
        #expect(lines.count > 15)
    }

    /// Of 1 and 2 points the second has no figure: a third is measured, and 2 points are not.
    @Test func unmeasuredPointsOfAPeriodAndOfAPart() throws {
        let whole = SmallFolder.node("1", "3").replacing(#""maximum""#, with: #""part": "A", "maximum""#)
        let sample = SmallFolder(
            [whole, SmallFolder.share("1.1", "1"), SmallFolder.share("1.2", "2")],
            keys: #""parts": [{"code": "A", "name": "Phần A"}],"#, figures: ["x;1.1;50;;"])
        let history = sample.text("history", format: "json").filter { !$0.isWhitespace }
        #expect(history.contains(#""coverage":33.33,"unmeasured":2"#), "\(history)")
        let score = sample.text("score", "--unit", "x", format: "json").filter { !$0.isWhitespace }
        #expect(score.contains(#""coverage":33.33,"unmeasured":2}"#), "\(score)")
    }
}
