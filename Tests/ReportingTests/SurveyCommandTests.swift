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

    /// An assessment with a survey of a few rows.
    private func folder(_ columns: String, _ rows: [String], design: String = #"{"stages": [{}]}"#) -> TemporaryFolder {
        let files = TemporaryFolder()
        files.addSurveyed(units: [("A", "Xã A"), ("B", "Xã B")])
        files.add(
            """
            {"format": 1, "questionnaire": "thu", "name": "Thử",
             "scale": {"levels": [{"code": "1", "label": "không"}, {"code": "2", "label": "có"}]},
             "columns": {\(columns)"unit": "unit", "domains": [{"code": "sex", "name": "Giới", "column": "sex"}]},
             "design": \(design), "index": {"measure": "topShare", "topLevels": 1},
             "blocks": [{"code": "N", "name": "N", "factors": [
               {"code": "F", "name": "F", "questions": [{"code": "a", "text": "?"}, {"code": "b", "text": "?"}]}]}]}
            """, "questionnaire.json")
        files.add(rows.joined(separator: "\n") + "\n", "survey.csv")
        return files
    }

    /// A group whose answers are all blank is a row, and cells that are missing at the end of a row are blank answers.
    @Test func aGroupWithoutAnswersIsARow() throws {
        let files = folder("", ["unit,sex,a,b", "A,nam,2,1", "A,nam,2", "A,nữ,,", "B,nữ"])
        let text = run(files.path, "--by", "sex").text
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("nam ") || $0.hasPrefix("nữ ") }
        #expect(rows.count == 2)
        #expect(rows.first?.contains(" 66,67 ") == true)
        #expect(rows.last?.contains("0 câu trả lời") == true)
        #expect(text.contains("4 phiếu dùng được"))
    }

    /// A breakdown that the questionnaire does not know is wrong usage; one that the tally was not divided by is an error
    /// that says how to divide it.
    @Test func breakdownsThatCannotBe() throws {
        let files = folder("", ["unit,sex,a,b", "A,nam,2,1", "A,nữ,2,2", "B,nữ,1,1"])
        #expect(run(files.path, "--by", "tuoi").exit == .usage)
        let tally = files.path + "/tally.csv"
        let form = files.path + "/questionnaire.json"
        let answers = files.path + "/survey.csv"
        let making = ["survey", "tally", answers, "--questionnaire", form, "--output", tally, "--quiet"]
        #expect(CommandLineTool.run(making) == .done)
        #expect(run(files.path, "--tally", tally).exit != .failed)
        let refused = run(files.path, "--tally", tally, "--by", "sex")
        #expect(refused.exit == .failed)
        #expect(!refused.text.contains("Theo giới"))
        let divided = files.path + "/divided.csv"
        #expect(CommandLineTool.run(making.map { $0 == tally ? divided : $0 } + ["--by", "sex"]) == .done)
        #expect(run(files.path, "--tally", divided, "--by", "sex").text.contains("Theo giới"))
    }

    /// Without weights and populations no sample is drawn without replacement from anything known.
    @Test func whereWeightsComeFromIsSaid() {
        let heading = "unit,sex,w,n,a,b"
        let rows = [heading, "A,nam,1,40,2,1", "A,nữ,1.5,40,1,1", "A,nữ,2,40,2,2", "A,nam,1,40,2,2"]
        let (without, with) = (folder("", rows), folder(#""weight": "w", "#, rows))
        let equal = run(without.path).text
        #expect(equal.contains("Trọng số: không có: mọi phiếu như nhau\n"))
        #expect(equal.contains("có hoàn lại"))
        #expect(run(with.path).text.contains("Trọng số: cột «w»; hệ số biến thiên 0,3\n"))
        let design = folder("", rows, design: #"{"stages": [{"population": "n"}]}"#)
        let text = run(design.path).text
        #expect(text.contains("Trọng số: N ÷ n theo thiết kế mẫu, từ 10 đến 10; hệ số biến thiên 0\n"))
        #expect(text.contains("không hoàn lại"))
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
        #expect(rows.contains { $0.hasPrefix("tt-dieu-tri;Thị trấn Diêu Trì;;;Chung;229;;;;;;;;;;;;;;;;suppressed;") })
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
