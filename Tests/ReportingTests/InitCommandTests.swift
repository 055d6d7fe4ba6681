import Assessment
import Foundation
import OfficeCheck
import Scoring
import Survey
import TestSupport
import Testing
import Values
import Workbooks

@testable import score_cli

@Suite("init: the folder of a new assessment")
struct InitCommandTests {
    private static let criteria = Repository.path("criteria/mau/xa-2026.json")
    private static let lastYear = Repository.path("datasets/tuy-phuoc-2024")

    /// Runs init, and reads what it made.
    private func made(
        _ files: TemporaryFolder, _ words: [String]
    ) -> (exit: ExitCode, reading: AssessmentReading) {
        let folder = files.path("mới")
        let exit = CommandLineTool.run(["init", folder, "--quiet"] + words)
        return (exit, Assessment.read(folder))
    }

    /// The cells of a written table, which has no quotes.
    private func rows(_ files: TemporaryFolder, _ name: String) throws -> [[String]] {
        let text = try #require(files.text(name)).replacing("\u{FEFF}", with: "")
        return text.split(separator: "\r\n").map {
            $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test(
        "a set that names its year is not given it twice",
        arguments: [
            ("Bộ tiêu chí cấp xã năm 2026", "Bộ tiêu chí cấp xã năm 2026"),
            ("BỘ TIÊU CHÍ NĂM 2026", "BỘ TIÊU CHÍ NĂM 2026"),
            ("Bộ tiêu chí năm 2025", "Bộ tiêu chí năm 2025, năm 2026"), ("Bộ tiêu chí", "Bộ tiêu chí, năm 2026"),
        ])
    func yearInTheName(name: String, expected: String) throws {
        let files = TemporaryFolder()
        files.add(
            """
            UBND TỈNH MẪU
            Bộ tiêu chí năm 2026
            STT\tTiêu chí\tĐiểm tối đa\tCách chấm
            1\tNiêm yết\t1\tCó: 1; không: 0
            """, "phu-luc.txt")
        files.add("Tên đơn vị\nXã Một\n", "xa.csv")
        let set = files.path("bo.json")
        #expect(
            CommandLineTool.run(
                ["criteria", "import", files.path("phu-luc.txt"), "--name", name, "--output", set, "--quiet"]) == .done)
        let (exit, reading) = made(files, ["--criteria", set, "--units", files.path("xa.csv"), "--period", "2026"])
        #expect(exit == .done)
        #expect(reading.assessment?.settings.name.vi == expected)
    }

    @Test("a list of names is enough: the folder is sound and asks for every figure")
    func names() throws {
        let files = TemporaryFolder()
        files.add("STT;Tên đơn vị;Cấp\n1;Phường Hòa Bình;Cấp xã\n2;Xã Đông Sơn;xa\n", "xã.csv")
        let (exit, reading) = made(
            files, ["--criteria", Self.criteria, "--units", files.path("xã.csv"), "--period", "2026"])
        #expect(exit == .done)
        #expect(reading.findings.filter { $0.severity == .error } == [])
        #expect(!reading.findings.contains { $0.code == "assessment.unknownColumn" })
        let assessment = try #require(reading.assessment)
        #expect(assessment.units.map(\.code) == ["phuong-hoa-binh", "xa-dong-son"])
        #expect(assessment.units.map(\.name) == ["Phường Hòa Bình", "Xã Đông Sơn"])
        #expect(assessment.settings.stage.code == "self" && assessment.settings.year == 2026)
        // Counted in the criteria file itself: the metrics of the leaves that apply to a commune.
        let file = try #require(
            JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: Self.criteria))) as? [String: Any])
        let asked = try #require(file["criteria"] as? [[String: Any]])
            .filter { ($0["levels"] as? [String])?.contains("xa") ?? false }
            .reduce(0) { count, leaf in
                let measures = leaf["measures"] as? [[String: Any]] ?? [leaf]
                return count + measures.reduce(0) { $0 + (($1["metrics"] as? [Any])?.count ?? 0) }
            }
        #expect(asked > 40)
        #expect(try rows(files, "mới/metrics.csv").count == 1 + 2 * asked)
    }

    @Test("the folder still works where it is sent")
    func mailed() throws {
        let files = TemporaryFolder()
        files.add("name,level\nXã A,xa\n", "xã.csv")
        #expect(
            made(files, ["--criteria", Self.criteria, "--units", files.path("xã.csv"), "--period", "2026"]).exit
                == .done)
        let elsewhere = TemporaryFolder()
        try FileManager.default.moveItem(atPath: files.path("mới"), toPath: elsewhere.path("nhận"))
        let reading = Assessment.read(elsewhere.path("nhận"))
        #expect(reading.assessment?.criteria.set.edition == "xa-2026")
        let settings = try jsonRecord(try #require(elsewhere.text("nhận/assessment.json")))
        #expect(settings["criteria"] as? String == "mau/xa-2026")
        #expect(settings["$schema"] as? String == "criteria/assessment.schema.json")
        #expect(
            elsewhere.text("nhận/criteria/assessment.schema.json")
                == (try Repository.text("criteria/assessment.schema.json")))
        #expect(try SchemaCheck("criteria/assessment.schema.json").faults(of: settings) == [])
    }

    @Test("the period before gives units, groups, dates a year later and its figures beside")
    func from() throws {
        let files = TemporaryFolder()
        let (exit, reading) = made(files, ["--from", Self.lastYear])
        #expect(exit == .done)
        let assessment = try #require(reading.assessment, "\(reading.findings)")
        let before = try #require(Assessment.read(Self.lastYear).assessment)
        #expect(assessment.units.map(\.code) == before.units.map(\.code))
        #expect(assessment.settings.groups == before.settings.groups)
        #expect(assessment.settings.year == 2025)
        #expect(assessment.settings.name.vi.contains("2025") && !assessment.settings.name.vi.contains("2024"))
        #expect(
            zip(assessment.settings.dates, before.settings.dates).allSatisfy {
                $0.due.year == $1.due.year + 1 && $0.due.month == $1.due.month && $0.due.day == $1.due.day
                    && $0.done == nil
            })
        #expect(assessment.settings.dates.count == before.settings.dates.count)
        #expect(assessment.survey?.questionnaire.metrics.isEmpty == false)
        let table = try rows(files, "mới/metrics.csv")
        #expect(table[0].suffix(3) == ["giá trị kỳ trước", "tử số kỳ trước", "mẫu số kỳ trước"])
        // From datasets/tuy-phuoc-2024/metrics.csv.
        let row = try #require(table.first { $0[0] == "phuoc-an" && $0[2] == "3.4.2" })
        let original = try #require(
            try Repository.text("datasets/tuy-phuoc-2024/metrics.csv").split(whereSeparator: \.isNewline)
                .map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
                .first { $0[0] == "phuoc-an" && $0[1] == "3.4.2" })
        #expect(Array(row.suffix(2)) == Array(original[3...4]))
        // What the survey gives is not asked for.
        let ofSurvey = Set(assessment.survey?.questionnaire.metrics.map(\.metric) ?? [])
        #expect(!table.contains { ofSurvey.contains($0[2]) })
    }

    @Test("nothing is overwritten, and nothing is left behind", arguments: ["a file", "a folder with a hidden file"])
    func existing(what: String) throws {
        let files = TemporaryFolder()
        files.add("name,level\nXã A,xa\n", "xã.csv")
        files.add("cũ", what == "a file" ? "mới" : "mới/.ẩn")
        let before = try FileManager.default.subpathsOfDirectory(atPath: files.path).sorted()
        #expect(
            made(files, ["--criteria", Self.criteria, "--units", files.path("xã.csv"), "--period", "2026"]).exit
                == .failed)
        #expect(try FileManager.default.subpathsOfDirectory(atPath: files.path).sorted() == before)
        #expect(files.text(what == "a file" ? "mới" : "mới/.ẩn") == "cũ")
    }

    @Test("an empty folder is filled")
    func empty() throws {
        let files = TemporaryFolder()
        files.add("name,level\nXã A,xa\n", "xã.csv")
        try FileManager.default.createDirectory(atPath: files.path("mới"), withIntermediateDirectories: false)
        #expect(
            made(files, ["--criteria", Self.criteria, "--units", files.path("xã.csv"), "--period", "2026"]).exit
                == .done)
    }

    @Test(
        "what is wrong with the list stands where the list has it, and no folder is made",
        arguments: [
            ("name,level\nXã A,xa\n\nXã A,xa\n", "assessment.duplicateUnit", 4),
            ("name,level\nXã A,xa\nXã B,huyện\n", "assessment.unknownLevel", 3),
            ("level,name\nxa,Xã A\nxa,\n", "assessment.blankCell", 3),
            ("name,level,parent\nXã A,xa,tinh-x\n", "assessment.unknownParent", 2),
        ])
    func faults(list: String, code: String, line: Int) throws {
        let files = TemporaryFolder()
        files.add(list, "xã.csv")
        let set = try CriteriaSet.read(Self.criteria)
        let findings = StartingUnits.read(files.path("xã.csv"), levels: set.levels, groups: []).findings
        #expect(findings.map(\.code) == [code])
        #expect(findings.first?.location.line == line && findings.first?.location.file == files.path("xã.csv"))
        #expect(
            made(files, ["--criteria", Self.criteria, "--units", files.path("xã.csv"), "--period", "2026"]).exit
                == .failed)
        #expect(!FileManager.default.fileExists(atPath: files.path("mới")))
    }

    @Test("groups are those that the list names")
    func groups() throws {
        let files = TemporaryFolder()
        files.add("Đơn vị;Cấp;Khối\nPhường A;xa;Phường\nXã B;xa;Xã miền núi\nXã C;xa;xã  Miền Núi\n", "xã.csv")
        let (exit, reading) = made(
            files, ["--criteria", Self.criteria, "--units", files.path("xã.csv"), "--period", "2026"])
        #expect(exit == .done)
        #expect(reading.assessment?.settings.groups.map(\.code) == ["phuong", "xa-mien-nui"])
        #expect(reading.assessment?.units.map(\.group) == ["phuong", "xa-mien-nui", "xa-mien-nui"])
    }

    @Test(
        "wrong usage",
        arguments: [
            ["--units", "a.csv"], ["--criteria", criteria],
            ["--criteria", criteria, "--units", "a.csv", "--period", "2026-13"],
            ["--criteria", criteria, "--units", "a.csv", "--period", "tháng 8"],
        ])
    func usage(words: [String]) {
        let files = TemporaryFolder()
        #expect(CommandLineTool.run(["init", files.path("mới"), "--quiet"] + words) == .usage)
    }

    /// The cells of a sheet by rows, as the reader has them.
    private func cells(_ files: TemporaryFolder, _ name: String) throws -> [[String]] {
        let bytes = try #require(files.bytes(name))
        #expect(OfficeCheck.faults(of: bytes) == [])
        let sheet = try Workbook(file: name, bytes: bytes).sheet(0)
        return (0..<sheet.filledRowCount).map { sheet.cells(ofRow: $0).map(\.text) }
    }

    @Test("tables that are workbooks ask for the same, and what is filled in scores as it does in tables of text")
    func workbooks() throws {
        var points: [String] = []
        for format in ["csv", "xlsx"] {
            let files = TemporaryFolder()
            files.add("Tên đơn vị;Cấp\nPhường Hòa Bình;Cấp xã\nXã Đông Sơn;xa\n", "xã.csv")
            let (exit, reading) = made(
                files,
                ["--criteria", Self.criteria, "--units", files.path("xã.csv"), "--period", "2026", "--format", format])
            #expect(exit == .done && reading.findings.filter { $0.severity == .error } == [])
            let text = format == "csv"
            let rows = try text ? rows(files, "mới/metrics.csv") : cells(files, "mới/metrics.xlsx")
            #expect(rows[0].prefix(3) == ["mã đơn vị", "tên đơn vị", "mã số liệu"])
            // Codes stay texts: 1.10 is not 1.1.
            let codes = rows.dropFirst().map { $0[2] }
            #expect(Set(codes).count * 2 == codes.count && codes.count > 40)
            // Figures that no relation ties to others.
            let set = try #require(reading.assessment?.criteria.set)
            let filled = rows.dropFirst().map { row -> [String] in
                let metric = set.metrics.first { $0.code == row[2] }
                let isShare = metric?.kind == .percent && metric?.ratio == nil
                return [row[0], row[2]] + (row[2] == "1.1" ? ["", "3", "4"] : [isShare ? "50" : "", "", ""])
            }
            let heading = ["mã đơn vị", "mã số liệu", "giá trị", "tử số", "mẫu số"]
            if text {
                files.add(([heading] + filled).map { $0.joined(separator: ";") + "\n" }.joined(), "mới/metrics.csv")
            } else {
                let cells = ([heading] + filled).map { row in
                    row.enumerated().map { column, text -> TestBook.Cell in
                        text.isEmpty ? .blank : column > 1 && Double(text) != nil ? .number(text) : .text(text)
                    }
                }
                let numbered = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($0 + 1, $1) })
                files.add(TestBook(("Số liệu", numbered)).bytes, "mới/metrics.xlsx")
            }
            let scores = try #require(Assessment.read(files.path("mới")).assessment).scores
            points.append(scores.units.indices.map { scores[$0].total.points.text() }.joined(separator: " "))
        }
        #expect(points[0] == points[1] && !points[0].hasPrefix("0 "))
    }

    @Test("criteria that no file has are named with the places where they were looked for")
    func unknownCriteria() throws {
        let files = TemporaryFolder()
        files.add("name,level\nXã A,xa\n", "xã.csv")
        let units = ["--units", files.path("xã.csv"), "--period", "2026"]
        #expect(made(files, ["--criteria", "mau/xa-2062"] + units).exit == .failed)
        #expect(!files.names.contains("mới"))
        let missing = try #require(CriteriaPlaces.missing("mau/xa-2062"))
        #expect(missing.code == "assessment.noCriteriaNamed" && missing.details[.found] == "mau/xa-2062")
        guard case .names(let places) = missing.details[.expected] else { return #expect(Bool(false)) }
        #expect(places.first == "criteria/mau/xa-2062.json" && places.count > 1)
        // A path that does not exist stays a file that does not exist.
        #expect(CriteriaPlaces.missing(files.path("bộ.json")) == nil && CriteriaPlaces.missing("bộ.json") == nil)
    }

    @Test("a period outside the edition's years makes no folder")
    func outside() {
        let files = TemporaryFolder()
        files.add("name,level\nXã A,xa\n", "xã.csv")
        #expect(
            made(files, ["--criteria", Self.criteria, "--units", files.path("xã.csv"), "--period", "2020"]).exit
                == .failed)
        #expect(!FileManager.default.fileExists(atPath: files.path("mới")))
    }
}
