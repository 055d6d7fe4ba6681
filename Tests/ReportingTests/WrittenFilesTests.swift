import Foundation
import TestSupport
import Testing

@testable import score_cli

/// What a command writes never replaces what it reads, by whatever name.
@Suite struct WrittenFilesTests {
    private static let folder = Repository.path("Tests/ReportingTests/Cases12/attack-06-output-over-input")

    /// A copy of the sample with what its paths lead to.
    private static func sample() -> TemporaryFolder {
        let root = TemporaryFolder()
        for part in ["criteria", "datasets/tuy-phuoc-2023", "datasets/tuy-phuoc-2024"] {
            let to = URL(filePath: root.path(part))
            try? FileManager.default.createDirectory(
                at: to.deletingLastPathComponent(), withIntermediateDirectories: true)
            try? FileManager.default.copyItem(at: URL(filePath: Repository.path(part)), to: to)
        }
        root.add(#"{"format": 1, "changes": [{"metric": "1.1", "value": 90}]}"#, "s.json")
        root.add("unit;kind;text\ntt-tuy-phuoc;khó khăn;Thiếu người\n", "datasets/tuy-phuoc-2024/remarks.csv")
        return root
    }

    private static func files(_ root: TemporaryFolder) -> [String: Data] {
        var files: [String: Data] = [:]
        for name in (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? [] {
            files[name] = FileManager.default.contents(atPath: root.path(name))
        }
        return files
    }

    /// Command lines, in which `F` is the folder of the assessment and `R` the root of the copy.
    @Test(arguments: [
        "score F --output F/units.csv", "score F --output F/metrics.csv", "score F --output F/scores.csv",
        "score F --output F/assessment.json", "score F --output F/remarks.csv", "score F --output F/./units.csv",
        "score F/ --output F/../tuy-phuoc-2024/units.csv",
        "score F --output R/criteria/tuy-phuoc/2023-2025.json",
        "score F --output R/datasets/tuy-phuoc-2023/metrics.csv",
        "score F --output R/link.csv", "score F --output R/hard.csv", "score F --points R/s.json --output R/s.json",
        "survey F --output F/survey-1.csv", "survey F --errors F/survey-1.csv", "survey F --errors F/units.csv",
        "survey F --tally R/s.json --output R/s.json", "survey F --errors R/new --output R/new",
        "rank F --errors R/s.json --output R/s.json", "compare R/datasets/tuy-phuoc-2023 F --output F/metrics.csv",
        "whatif F --unit tt-tuy-phuoc --scenario R/s.json --output R/s.json",
        "whatif F --unit tt-tuy-phuoc --set 1.1=90 --save F/units.csv",
        "whatif F --unit tt-tuy-phuoc --set 1.1=90 --save R/new --output R/new",
        "whatif F --unit tt-tuy-phuoc --set 1.1=90 --save R/new --output R/./new",
        "whatif F --unit tt-tuy-phuoc --set 1.1=90 --save R/new --output R/dangling",
        "plan F --unit tt-tuy-phuoc --budget 5 --save F/actions.csv",
        "plan F --unit tt-tuy-phuoc --budget 5 --actions R/s.json --save R/s.json",
        "survey tally F/survey-1.csv --questionnaire F/questionnaire.json --output F/survey-1.csv",
        "survey tally F/survey-1.csv --questionnaire F/questionnaire.json --output F/questionnaire.json",
        "survey tally F/survey-1.csv F/survey-2.csv --questionnaire F/questionnaire.json --errors F/survey-2.csv",
        "survey merge F/survey-1.csv --questionnaire F/questionnaire.json --output F/survey-1.csv",
        "survey sample-size --strata F/units.csv --error 5% --output F/units.csv",
        "criteria export R/criteria/tuy-phuoc/2023-2025.json --output R/criteria/tuy-phuoc/2023-2025.json",
        "criteria list R/criteria --output R/criteria/tuy-phuoc/2023-2025.json",
        "check R/criteria/tuy-phuoc/2023-2025.json --output R/criteria/tuy-phuoc/2023-2025.json",
        "check F --output F/units.csv", "history R/datasets/tuy-phuoc-2023 F --output F/metrics.csv",
        "history R/datasets/tuy-phuoc-2023 F --output R/datasets/tuy-phuoc-2023/units.csv",
        "explain F 1.1 --unit tt-tuy-phuoc --output F/metrics.csv", "gap F --output F/units.csv",
        "gap F --unit tt-tuy-phuoc --output R/criteria/tuy-phuoc/2023-2025.json",
        "deadlines F --output F/assessment.json", "criteria review F --output F/metrics.csv",
        "criteria review R/datasets/tuy-phuoc-2023 F --output R/datasets/tuy-phuoc-2023/metrics.csv",
    ])
    func isRefused(line: String) throws {
        let root = Self.sample()
        let sample = root.path("datasets/tuy-phuoc-2024")
        try FileManager.default.createSymbolicLink(
            atPath: root.path("link.csv"), withDestinationPath: sample + "/units.csv")
        try FileManager.default.createSymbolicLink(atPath: root.path("dangling"), withDestinationPath: "new")
        try FileManager.default.linkItem(atPath: sample + "/metrics.csv", toPath: root.path("hard.csv"))
        let before = Self.files(root)
        let words = line.split(separator: " ").map { word in
            let word = String(word)
            if word == "F" || word.hasPrefix("F/") { return sample + word.dropFirst() }
            return word.hasPrefix("R/") ? root.path + word.dropFirst() : word
        }
        #expect(CommandLineTool.run(words + ["--quiet"]) == .usage)
        #expect(Self.files(root) == before)
    }

    @Test func otherFilesAreWritten() throws {
        let root = Self.sample()
        let sample = root.path("datasets/tuy-phuoc-2024")
        // A file of the same name elsewhere, a new file in the folder, a file that exists and is not read.
        for path in [root.path("units.csv"), sample + "/new.csv", sample + "/new.csv"] {
            #expect(CommandLineTool.run(["score", sample, "--output", path, "--quiet"]) == .done)
            #expect(FileManager.default.fileExists(atPath: path))
        }
        // A device is not overwritten.
        let words = ["whatif", sample, "--unit", "tt-tuy-phuoc", "--set", "1.1=90", "--quiet"]
        #expect(CommandLineTool.run(words + ["--save", "/dev/null", "--output", "/dev/null"]) == .done)
    }

    @Test func answersAreKept() throws {
        let answers = Self.folder + "/survey-1.csv"
        let before = FileManager.default.contents(atPath: answers)
        let words = ["survey", "tally", answers, "--questionnaire", Self.folder + "/questionnaire.json"]
        #expect(CommandLineTool.run(words + ["--output", answers, "--quiet"]) == .usage)
        #expect(FileManager.default.contents(atPath: answers) == before)
    }
}
