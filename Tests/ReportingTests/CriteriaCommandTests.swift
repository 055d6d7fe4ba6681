import Assessment
import Documents
import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import Reporting
@testable import score_cli

struct CriteriaCommandTests {
    @Test func everySetOfTheRepositoryIsListed() throws {
        let root = Repository.root
        let listing = try CriteriaFolder(reading: root + "/criteria")
        #expect(listing.broken.isEmpty)
        let folders = try FileManager.default.subpathsOfDirectory(atPath: root + "/criteria")
        // Questionnaires stand beside the sets that they belong to.
        let files = folders.filter {
            $0.hasSuffix(".json") && $0.contains("/") && !$0.contains("/questionnaire")
        }.sorted()
        #expect(!files.isEmpty)
        #expect(listing.sets.map(\.file) == files.map { root + "/criteria/" + $0 })
        let table = CriteriaListing(listing).text(as: .md, in: .vi)
        for entry in listing.sets {
            #expect(table.contains("| \(entry.set.set) | \(entry.set.edition) |"))
            // Every set can be shown whole and written as an annex.
            for language in Language.allCases {
                #expect(!CriteriaReport(entry.set).text(as: .md, in: language).isEmpty)
            }
            for criterion in entry.set.criteria { #expect(CriterionSheet(entry.set, code: criterion.code) != nil) }
            let difference = CriteriaDifference(from: entry.set, to: entry.set, in: .vi)
            #expect(difference.changes.isEmpty)
        }
    }

    @Test func brokenFilesAreNamedAndOthersPassedOver() throws {
        let folder = TemporaryFolder()
        let files = [
            "mau/2024.json": Samples.criteria, "mau/2025.json": "{", "mau/2026.json": #"{"set": "mau"}"#,
            "any.schema.json": #"{"title": "x"}"#, "list.json": "[]", "readme.md": "{",
        ]
        for (name, text) in files { folder.add(text, name) }
        let listing = try CriteriaFolder(reading: folder.path)
        let expected = """
            | Set | Edition | Years | Name | Leaves | Maximum | Points |
            | --- | --- | --- | --- | ---: | ---: | --- |
            | mau | 2024 | 2024 | Sample set | 3 | 5.25 | assumed |

            """
        #expect(CriteriaListing(listing).text(as: .md, in: .en).hasPrefix(expected))
        #expect(listing.broken.map { $0.file.suffix(13) } == ["mau/2025.json", "mau/2026.json"])
        #expect(listing.broken[0].errors == 1)
        #expect(listing.broken[1].errors > 1)
        let output = folder.path("out")
        let good = folder.path("mau/2024.json")
        let bad = folder.path("mau/2025.json")
        #expect(CommandLineTool.run(["criteria", "list", folder.path, "--output", output, "--lang", "en"]) == .failed)
        #expect(folder.text("out")?.contains("2025.json: 1 error; see:") == true)
        #expect(CommandLineTool.run(["criteria", "list", output]) == .failed)
        #expect(CommandLineTool.run(["criteria", "show", folder.path + "/mau/2023.json"]) == .failed)
        #expect(CommandLineTool.run(["criteria", "show", bad]) == .failed)
        #expect(CommandLineTool.run(["criteria", "show", good, "1.11"]) == .usage)
        #expect(CommandLineTool.run(["criteria", "diff", good, bad]) == .failed)
        #expect(CommandLineTool.run(["criteria", "diff", good, good, "--output", output]) == .done)
        #expect(CommandLineTool.run(["criteria", "export", good, "--format", "csv", "--output", output]) == .done)
    }

    @Test func partsOfTheCommandAreRead() throws {
        let parsed = try ArgumentParser.parse(
            ["--lang", "en", "criteria", "--format", "json", "show", "a.json", "1.1"], language: .vi)
        #expect(parsed.command.name == "criteria show")
        #expect(parsed.operands == ["a.json", "1.1"])
        func error(_ words: String...) -> UsageError? {
            do throws(UsageError) {
                _ = try ArgumentParser.parse(words, language: .vi)
                return nil
            } catch {
                return error
            }
        }
        let choices = ["list", "show", "diff", "import", "export", "review"]
        #expect(error("criteria") == .missingCommand(of: "criteria", choices: choices))
        #expect(error("criteria", "shwo") == .unknownPart("shwo", of: "criteria", choices: choices, suggestion: "show"))
        #expect(error("criteri") == .unknownCommand("criteri", suggestion: "criteria"))
        #expect(error("criteria", "diff", "a") == .missingOperand("TỆP_MỚI", command: "criteria diff"))
        #expect(try ArgumentParser.parse(["criteria", "--help"], language: .vi).operands == ["criteria"])
    }
}
