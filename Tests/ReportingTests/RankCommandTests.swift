import Documents
import Foundation
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

    /// Worked out from the points and coverage that `score` shows: each commune has its points, and at most these and
    /// what is not measured, of 46.25 (Phước Thành: 44.50). Phước Thắng has 36.99 to 43.49, so that only Phước Quang
    /// (44.04) and Phước Sơn (43.51) are surely ahead; Phước Nghĩa 39.38 to 42.88; thị trấn Tuy Phước 43.02 to 43.895.
    @Test func whatIsNotMeasuredWidensRanges() throws {
        let (exit, text) = try run(
            root + "/datasets/tuy-phuoc-2024", "--stage", "computed", "--draws", "0", "--format", "json")
        #expect(exit == .done)
        let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let units = try #require(object["units"] as? [[String: Any]])
        for (code, lower, upper) in [("phuoc-thang", 3, 13), ("phuoc-nghia", 5, 13), ("tt-tuy-phuoc", 2, 9)] {
            let unit = try #require(units.first { $0["code"] as? String == code })
            for key in ["interval", "unmeasuredInterval"] {
                #expect(unit[key] as? [String: Int] == ["lower": lower, "upper": upper], "\(code)")
            }
        }
        // With the draws of the survey no range is narrower, and what was told without them stands beside.
        let drawn = try run(
            root + "/datasets/tuy-phuoc-2024", "--stage", "computed", "--draws", "60", "--format", "json")
        let other = try #require(JSONSerialization.jsonObject(with: Data(drawn.text.utf8)) as? [String: Any])
        for (unit, same) in zip(units, try #require(other["units"] as? [[String: Any]])) {
            let (before, after) = (unit["interval"] as? [String: Int], same["interval"] as? [String: Int])
            #expect(same["unmeasuredInterval"] as? [String: Int] == before)
            #expect(try #require(after?["lower"]) <= #require(before?["lower"]))
            #expect(try #require(after?["upper"]) >= #require(before?["upper"]))
        }
    }

    @Test func muchThatDoesNotApplyIsRemarked() throws {
        let folder = Repository.path("Tests/ReportingTests/Cases12/45-everything-not-applicable/a")
        for command in ["rank", "score"] {
            let text = commandOutput([command, folder, "--lang", "vi"]).text
            // Xã Một has one criterion of three, in which Xã Hai has all.
            #expect(text.contains("Xã Một: 2,00/3,00 điểm tối đa là «không áp dụng»"))
            #expect(text.contains("Huyện H: 3,00/3,00"))
            #expect(!text.contains("Xã Hai:"))
        }
    }

    @Test(arguments: [
        ["--draws", "-1"], ["--draws", "100001"], ["--draws", "x"], ["--draws", "9223372036854775808"],
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
