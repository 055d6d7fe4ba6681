import Foundation
import TestSupport
import Testing

@testable import score_cli

@Suite("The format of a written file")
struct OutputFormatTests {
    private static let sample = Repository.path("datasets/tuy-phuoc-2024")

    /// The first bytes of a file, by the name under which `score` wrote it.
    private func written(_ name: String, _ more: [String] = []) throws -> (exit: ExitCode, start: String?) {
        let folder = TemporaryFolder()
        let path = folder.path(name)
        let exit = CommandLineTool.run(["score", Self.sample, "--output", path, "--quiet"] + more)
        let bytes = try? Data(contentsOf: URL(filePath: path))
        return (exit, bytes.map { String(decoding: $0.prefix(400), as: UTF8.self) })
    }

    @Test(
        "a known suffix decides it",
        arguments: [
            ("a.csv", "\u{FEFF}mã đơn vị"), ("a.CSV", "\u{FEFF}mã đơn vị"), ("a.json", "{"), ("a.md", "# "),
            ("a.html", "<!DOCTYPE html>"), ("a.htm", "<!DOCTYPE html>"), ("a.b.json", "{"),
        ])
    func suffix(name: String, start: String) throws {
        let (exit, text) = try written(name)
        #expect(exit == .done)
        #expect(try #require(text).lowercased().hasPrefix(start.lowercased()), "\(text ?? "")")
    }

    @Test(
        "any other name leaves the command's own",
        arguments: ["a", "a.txt", "a.", ".csv", "csv", "a.csv.bak", "a.jsonl"])
    func otherNames(name: String) throws {
        let (exit, text) = try written(name)
        #expect(exit == .done)
        #expect(try #require(text).contains("═══"))
    }

    @Test(
        "a format against the suffix is wrong usage, and nothing is written",
        arguments: [("a.csv", "json"), ("a.json", "table"), ("a.md", "html"), ("a.xlsx", "csv"), ("a.docx", "md")])
    func against(name: String, format: String) throws {
        let (exit, text) = try written(name, ["--format", format])
        #expect(exit == .usage)
        #expect(text == nil)
    }

    @Test("the same format asked for and named is written", arguments: ["csv", "json", "md", "html"])
    func alike(format: String) throws {
        #expect(try written("a.\(format)", ["--format", format]).exit == .done)
    }

    @Test("a command that has no such format refuses the name")
    func withoutFormat() throws {
        let folder = TemporaryFolder()
        let path = folder.path("a.csv")
        // The explanation of one unit has no table of data.
        #expect(
            CommandLineTool.run(["explain", Self.sample, "--unit", "phuoc-an", "--output", path, "--quiet"]) == .usage)
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
