import Documents
import Reporting
import TestSupport
import Testing

@testable import score_cli

struct RankCommandTests {
    private let root = Repository.root

    private func run(_ arguments: String...) throws -> (exit: ExitCode, text: String) { try run(arguments) }

    private func run(_ arguments: [String]) throws -> (exit: ExitCode, text: String) {
        commandOutput(["rank"] + arguments + ["--lang", "vi"])
    }

    @Test func publishedRanksOfBinhDuong() throws {
        let (exit, text) = try run(root + "/datasets/binh-duong-2017", "--format", "csv")
        #expect(exit == .done)
        let rows = text.split(separator: "\r\n").dropFirst().map { $0.split(separator: ";") }
        #expect(rows.map { $0[1] }.first == "Thủ Dầu Một")
        #expect(rows.map { $0[3] } == (1...9).map { "\($0)" })
    }

    @Test func manyAssessmentsInOneGo() throws {
        let folders = ["tuy-phuoc-2023", "binh-duong-2017"].map { root + "/datasets/" + $0 }
        let (exit, text) = try run("--all", folders[0], folders[1], "--format", "csv")
        #expect(exit == .done)
        #expect(text.split(separator: "\r\n").count == 1 + 14 + 9)
        let (broken, rest) = try run("--all", root + "/nowhere", folders[1], "--format", "csv")
        #expect(broken == .failed)
        #expect(rest.split(separator: "\r\n").count == 1 + 9)
        // The columns of a batch do not depend on how many of its folders can be read.
        #expect(rest.contains(folders[1] + ";thu-dau-mot;"))
    }

    @Test(arguments: [["--group", "huyen"], ["--by", "8"]])
    func aBatchGoesOnWithoutTheFolderThatLacksIt(arguments: [String]) throws {
        // Tỉnh Mẫu has no group "huyen"; Bình Dương has two criteria.
        let folders = ["tinh-mau-2025", "binh-duong-2017", "tuy-phuoc-2023"].map { root + "/datasets/" + $0 }
        let (exit, text) = try run(["--all"] + folders + arguments + ["--format", "csv"])
        #expect(exit == .failed)
        let ranked = Set(text.split(separator: "\r\n").dropFirst().compactMap { $0.split(separator: ";").first })
        let lacking = arguments[0] == "--group" ? folders[0] : folders[1]
        #expect(ranked == Set(folders.filter { $0 != lacking }.map { Substring($0) }))
        #expect(CommandLineTool.run(["rank", "--all", folders[1], "--quiet", "--by", "99"]) == .usage)
    }

    @Test func criteriaThatAreFieldsAreLeftOutOnce() throws {
        let (exit, text) = try run([root + "/datasets/binh-duong-2017", "--robust", "20"])
        #expect(exit == .done)
        #expect(text.contains("Bỏ một tiêu chí"))
        #expect(!text.contains("Bỏ một lĩnh vực"))
        // Thủ Dầu Một leads Tân Uyên by 3 points in the first, and is 0.42 behind in the second.
        #expect(text.contains("1–2 (bỏ 1: 2)"))
    }

    @Test func otherPointsShowThePlacesByTheFilesOwn() throws {
        let folder = TemporaryFolder()
        let overlay = """
            {"format": 1, "basis": "assumed", "source": {"document": "Thử"}, "reason": "Thử", "points": {"4.3.2": 20}}
            """
        let points = folder.add(overlay, "points.json")
        let plain = try run(root + "/datasets/tuy-phuoc-2023", "--format", "csv").text
        let (exit, text) = try run(root + "/datasets/tuy-phuoc-2023", "--points", points, "--format", "csv")
        #expect(exit == .done)
        func column(_ text: String, _ number: Int) -> [Substring: Substring] {
            let rows = text.split(separator: "\r\n").dropFirst().map {
                $0.split(separator: ";", omittingEmptySubsequences: false)
            }
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[number]) })
        }
        // Whoever has a place by both, has that by the file's own points in its column.
        let own = column(text, 9).filter { !$0.value.isEmpty }
        #expect(own.count >= 10)
        #expect(own.allSatisfy { column(plain, 3)[$0.key] == $0.value })
        #expect(column(text, 3) != column(plain, 3))
    }

    @Test(arguments: [
        ["--top", "0"], ["--robust", "10001"], ["--robust", "x"], ["--confidence", "1"], ["--confidence", "0.4"],
        ["--by", "99"], ["--group", "nowhere"], ["--all", "--unit", "x"], ["--unit", "x", "--format", "csv"],
        ["--seed", "-1"], ["more"],
    ])
    func wrongUsage(arguments: [String]) {
        let folder = root + "/datasets/binh-duong-2017"
        #expect(CommandLineTool.run(["rank", folder] + arguments) == .usage)
    }

    @Test func theBarShowsHowFarItIs() {
        #expect(ProgressBar.line(0, of: 12, "a") == "[························]  0/12 a")
        #expect(ProgressBar.line(6, of: 12, "a") == "[############············]  6/12 a")
        #expect(ProgressBar.line(12, of: 12, "a\u{1B}") == "[########################] 12/12 a\u{FFFD}")
    }
}
