import Foundation
import TestSupport
import Testing

@testable import score_cli

/// Numbers at the ends of their type, and beyond, in every cell of every table and in every number of the JSON files: the
/// program ends as it says, and what no number can be is refused.
@Suite struct CellsFromOutsideTests {
    private static let ends = [
        "0", "-1", "0.0000001", "9223372036854.775807", "-9223372036854.775808", "9223372036854775807",
        "-9223372036854775808", "1e300", String(repeating: "9", count: 400),
    ]
    /// What fits no number of a table.
    private static let beyond = Set(ends[5...] + ["0.0000001"])

    private static let root = Repository.path("Tests/ReportingTests/Cases12/attack-01-plan-goal-overflow")

    /// A copy of a folder in which rules of all kinds, last year, a survey, actions and given points are used.
    private static func copy() throws -> TemporaryFolder {
        let folder = TemporaryFolder()
        for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
            guard let data = FileManager.default.contents(atPath: root + "/" + name) else { continue }
            folder.add(data, name)
        }
        return folder
    }

    private static let commands = [
        ["gap"], ["score"], ["plan", "--budget", "100"], ["rank", "--draws", "3"], ["compare"],
        ["whatif", "--set", "1.2=50"], ["check"],
    ]

    /// Runs a command on the folder: another one with every number.
    private func run(_ folder: TemporaryFolder, _ turn: Int, more: [String] = []) -> ExitCode {
        let words = Self.commands[turn % Self.commands.count]
        let path = folder.path("now")
        let hasUnit = ["gap", "plan", "whatif"].contains(words[0])
        let folders = words[0] == "compare" ? [folder.path("prev"), path] : [path]
        return commandOutput(words.prefix(1) + folders + words.dropFirst() + (hasUnit ? ["--unit", "x1"] : []) + more)
            .exit
    }

    /// A table, its columns of numbers, how its decimals are written, and the rows that are tried.
    struct TableCase: Sendable, CustomTestStringConvertible {
        let file: String
        let columns: [String]
        let isTried: @Sendable ([String]) -> Bool
        var testDescription: String { file }
    }

    private static let tables = [
        TableCase(file: "now/metrics.csv", columns: ["giá trị", "tử số", "mẫu số"]) { $0[0] == "x1" },
        TableCase(file: "prev/metrics.csv", columns: ["giá trị", "tử số", "mẫu số"]) { $0[0] == "x1" },
        TableCase(file: "now/scores.csv", columns: ["điểm"]) { $0[0] == "x1" },
        TableCase(
            file: "now/actions.csv", columns: ["giá trị", "tử số", "mẫu số", "cộng thêm", "thêm tử số", "chi phí"]
        ) { _ in true },
        TableCase(file: "now/survey-1.csv", columns: ["số thôn", "số dân", "trọng số", "q2"]) { $0[0] == "00001" },
    ]

    @Test(arguments: tables)
    func cellsOfTables(_ table: TableCase) throws {
        let folder = try Self.copy()
        // Unchanged, every command ends well.
        for turn in Self.commands.indices { #expect(run(folder, turn) == .done, "\(Self.commands[turn])") }
        let rows = try #require(folder.text(table.file)).split(separator: "\n").map {
            $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
        var turn = 0
        for row in rows.indices.dropFirst() where table.isTried(rows[row]) {
            for name in table.columns {
                let column = try #require(rows[0].firstIndex(of: name))
                guard rows[row].indices.contains(column), Double(rows[row][column].replacing(",", with: ".")) != nil
                else { continue }
                for end in Self.ends {
                    var changed = rows
                    changed[row][column] = end.replacing(".", with: ",")
                    folder.add(changed.map { $0.joined(separator: ";") + "\n" }.joined(), table.file)
                    let exit = run(folder, turn)
                    // Actions are read by `check` and `plan`, and last year's figures that no rule needs by `compare`;
                    // one form of a survey is counted as unusable.
                    if Self.beyond.contains(end), table.file == "now/metrics.csv" || table.file == "now/scores.csv" {
                        #expect(exit == .failed, "\(rows[row]) \(name) \(end) \(Self.commands[turn % 7])")
                    }
                    turn += 1
                }
            }
        }
        #expect(turn >= 2 * Self.ends.count)
    }

    /// Standard errors for `rank`, and strata for the size of a sample.
    @Test func cellsOfOtherTables() throws {
        let folder = try Self.copy()
        for end in Self.ends {
            let errors = folder.add(
                "unit;metric;standard error\nx1;1.2;\(end.replacing(".", with: ","))\n", "errors.csv")
            let exit = commandOutput(["rank", folder.path("now"), "--errors", errors, "--draws", "5"]).exit
            #expect(
                exit == (Self.beyond.contains(end) || end.hasPrefix("-") ? .failed : .done), "\(end)"
            )
            let strata = folder.add("tầng;dân số\na;\(end.replacing(".", with: ","))\nb;500\n", "strata.csv")
            // A stratum has from one to ten thousand million people.
            let sized = commandOutput(["survey", "sample-size", "--strata", strata, "--error", "5%"]).exit
            #expect(sized == .failed, "\(end)")
        }
    }

    /// Every number of a JSON file, one after the other.
    @Test(arguments: ["criteria.json", "now/assessment.json", "prev/assessment.json", "now/questionnaire.json"])
    func numbersOfJSON(file: String) throws {
        let folder = try Self.copy()
        let text = try #require(folder.text(file))
        var turn = 0
        for match in text.matches(of: /[\s:\[](-?[0-9]+(?:\.[0-9]+)?)(?=[\s,\]}])/) {
            // Two of the ends for each, so that all are tried at the numbers of a kind.
            for step in 0..<2 {
                let end = Self.ends[(turn + step * 4) % Self.ends.count]
                folder.add(text.replacingCharacters(in: match.1.startIndex..<match.1.endIndex, with: end), file)
                _ = run(folder, turn + step)
            }
            turn += 1
        }
        #expect(turn >= 2)
        folder.add(text, file)
        #expect(run(folder, 0) == .done)
    }

    /// The numbers of a list, of its profile, of a scenario and of a file of points.
    @Test(arguments: ends)
    func numbersOfOtherFiles(end: String) throws {
        let rows = ["1;a;T;V;x;\(end.replacing(".", with: ","));2025-06-01;2025-06-10;2025-06-10", "2;b;T;V;x;5;;;"]
        let large = #""2": {"where": {"column": "fee", "atLeast": 5}}"#
        let list = ListFolder(rows: rows, metrics: large)
        let counted = commandOutput(["lists", list.folder.path]).exit
        // A cell that is no number is counted as unreadable, one of one row is too many; the least has no opposite.
        #expect(counted == (Self.beyond.contains(end) || end.hasPrefix("-9") ? .failed : .done), "\(end)")
        let sound = ListFolder(rows: [rows[1]], metrics: large.replacing("5}", with: end + "}"))
        #expect(commandOutput(["lists", sound.folder.path]).exit != .usage)
        let profile = ListFolder(
            rows: [rows[1]], metrics: large, profile: #""maximumUnreadable": \#(end), "#)
        #expect(commandOutput(["lists", profile.folder.path]).exit == (end == "0" ? .done : .failed), "\(end)")
        let folder = try Self.copy()
        for key in ["set", "add", "numerator", "addNumerator"] {
            let scenario = folder.add(
                #"{"format": 1, "unit": "x1", "changes": [{"metric": "1.2", "\#(key)": \#(end)}]}"#, "s.json")
            let exit = commandOutput(["whatif", folder.path("now"), "--scenario", scenario]).exit
            #expect(exit == .done || exit == .failed, "\(key) \(end)")
            if Self.beyond.contains(end) { #expect(exit == .failed, "\(key) \(end)") }
        }
        let points = folder.add(
            #"{"format": 1, "basis": "decreed", "source": {"document": "Q"}, "points": {"1.2": \#(end)}}"#, "p.json")
        let exit = commandOutput(["score", folder.path("now"), "--points", points]).exit
        #expect(exit == .failed || (end == "0" && exit == .done), "\(end)")
    }
}
