import Documents
import Foundation
import Reporting
import TestSupport
import Testing

@testable import score_cli

/// `survey` from the command line, on the sample and on copies of it with other questionnaires.
@Suite struct SurveyCommandTests {
    private static let root = Repository.root
    private static let sample = root + "/datasets/tuy-phuoc-2024"

    private struct Output: Decodable {
        struct Survey: Decodable {
            let unitsAwaited: [String]
        }
        struct Estimate: Decodable {
            let unit, method: String?
            let kind, status: String
            let n: Int
            let answers, noAnswer, unknown: Int?
            let counts: [Int]?
            let share, lower, upper: Double?
        }
        let survey: Survey
        let estimates: [Estimate]
    }

    /// A copy of the sample, in which `found` stands as `replacement` in one file.
    private struct Copy {
        private let top = TemporaryFolder()
        var folder: String { top.path + "/datasets/sample" }

        init(_ file: String, _ found: String, _ replacement: String) throws {
            let manager = FileManager.default
            try manager.createDirectory(atPath: top.path + "/datasets", withIntermediateDirectories: true)
            try manager.createSymbolicLink(atPath: top.path + "/criteria", withDestinationPath: root + "/criteria")
            let before = "/datasets/tuy-phuoc-2023"
            try manager.createSymbolicLink(atPath: top.path + before, withDestinationPath: root + before)
            try manager.copyItem(atPath: sample, toPath: folder)
            let path = folder + "/" + file
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text.contains(found))
            try text.replacingOccurrences(of: found, with: replacement)
                .write(toFile: path, atomically: true, encoding: .utf8)
        }
    }

    private func run(_ arguments: String...) -> (exit: ExitCode, text: String) {
        commandOutput(["survey"] + arguments + ["--lang", "vi"])
    }

    private func output(_ folder: String) throws -> Output {
        try JSONDecoder().decode(Output.self, from: Data(run(folder, "--format", "json").text.utf8))
    }

    @Test func whoIsAwaitedIsNamed() throws {
        #expect(try output(Self.sample).survey.unitsAwaited == ["phuoc-thang"])
        #expect(run(Self.sample).text.contains("\nChưa có phiếu: Xã Phước Thắng\n"))
        let unit = run(Self.sample, "--unit", "phuoc-thang").text
        #expect(unit.contains("\nChưa có phiếu: Xã Phước Thắng\n"))
        #expect(unit.contains("chưa có ai trả lời"))
        #expect(!run(Self.sample, "--unit", "phuoc-an").text.contains("Chưa có phiếu"))
    }

    @Test func theKindOfDesignEffectIsSaid() {
        #expect(run(Self.sample).text.contains("mẫu ngẫu nhiên đơn giản, không hoàn lại"))
    }

    @Test func fewPeopleAreCountedAndNothingElseIsSaidOfThem() throws {
        let copy = try Copy("questionnaire.json", "\"minimumCount\": 30", "\"minimumCount\": 250")
        let units = try output(copy.folder).estimates.filter { $0.kind == "total" }
        let hidden = try #require(units.first { $0.unit == "tt-dieu-tri" })
        #expect(hidden.status == "suppressed")
        #expect(hidden.n == 229)
        #expect([hidden.answers, hidden.noAnswer, hidden.unknown] == [nil, nil, nil])
        #expect(hidden.counts == nil)
        #expect([hidden.share, hidden.lower, hidden.upper] == [nil, nil, nil])
        #expect(units.first { $0.unit == "tt-tuy-phuoc" }?.status == "estimated")
        let rows = run(copy.folder, "--format", "csv").text.split(separator: "\r\n")
        #expect(rows.contains { $0.hasPrefix("tt-dieu-tri;Thị trấn Diêu Trì;;;Chung;229;;;;;;;;;;;;;suppressed;") })
        let line = run(copy.folder).text.split(separator: "\n").first { $0.hasPrefix("Thị trấn Diêu Trì") }
        #expect(line?.split(separator: " ").dropFirst(4).prefix(2) == ["229", "–"])
    }

    @Test(arguments: ["beta", "wilson"])
    func otherIntervals(method: String) throws {
        let copy = try Copy("questionnaire.json", "\"method\": \"logit\"", "\"method\": \"\(method)\"")
        let plain = try output(Self.sample).estimates
        let other = try output(copy.folder).estimates
        #expect(other.allSatisfy { $0.method == method })
        #expect(other.map(\.share) == plain.map(\.share))
        #expect(other.map(\.lower) != plain.map(\.lower))
    }

    @Test func withoutAnswersTheSurveyIsAwaited() throws {
        let copy = try Copy("assessment.json", "\"survey-1.csv\",\n        \"survey-2.csv\"", "")
        let (exit, text) = run(copy.folder)
        #expect(exit == .failed)
        #expect(text.isEmpty)
        let file = copy.folder + "/score.txt"
        #expect(
            CommandLineTool.run(
                ["score", copy.folder, "--unit", "phuoc-an", "--output", file, "--lang", "vi", "--quiet"]) == .done)
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("Chờ kết quả"))
    }

    @Test func talliesOfPartsGiveWhatTheAnswersGive() throws {
        let folder = TemporaryFolder()
        var tallies: [String] = []
        for part in ["survey-2.csv", "survey-1.csv"] {
            let (exit, text) = run(
                "tally", Self.sample + "/" + part, "--questionnaire", Self.sample + "/questionnaire.json", "--by",
                "service")
            #expect(exit == .done)
            tallies.append(folder.add(text, part))
        }
        let ours = run(Self.sample, "--by", "service", "--format", "json")
        let theirs = run(
            Self.sample, "--by", "service", "--format", "json", "--tally", tallies[0], "--tally", tallies[1])
        #expect(theirs.exit == .done)
        #expect(ours.text == theirs.text)
    }

    @Test(arguments: [["--by", "sevice"], ["--by", "service*age"], ["--format", "xml"]])
    func wrongUsage(arguments: [String]) {
        #expect(CommandLineTool.run(["survey", Self.sample, "--quiet"] + arguments) == .usage)
    }
}
