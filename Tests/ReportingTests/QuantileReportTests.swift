import Documents
import Foundation
import Scoring
import TestSupport
import Testing
import Words

@testable import Assessment
@testable import Reporting

/// Classes by quartiles, and what is not published, in every form of the report of scores. Which province is in which
/// class is worked out straight from the table in `IndexSampleTests`.
struct QuantileReportTests {
    private static let folder = Repository.path("datasets/papi-2021")

    private static func report(_ folder: String = folder, units: [Int]? = nil) throws -> ScoreReport {
        ScoreReport(try #require(Assessment.read(folder).assessment), units: units)
    }

    /// The class of each unit, in words.
    private static func classes(of report: ScoreReport, in language: Language) -> [String] {
        report.units.map { Column<UnitReport>.unitClass.value($0).text(language) }
    }

    /// The cells of a row of Markdown.
    private static func row(of unit: String, in markdown: String) -> [String] {
        let line = markdown.split(separator: "\n").first { $0.hasPrefix("| \(unit) ") } ?? ""
        return line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    @Test(arguments: [
        (Language.vi, ["Cao nhất", "Trung bình cao", "Trung bình thấp", "Thấp nhất", "Chưa xếp loại"]),
        (.en, ["Highest", "Mid-high", "Mid-low", "Poorest", "Not classed"]),
    ])
    func tablesAndCSVShowTheClass(_ language: Language, _ names: [String]) throws {
        let report = try Self.report()
        let markdown = report.text(as: .md, in: language)
        let csv = report.text(as: .csv, in: language).split(whereSeparator: \.isNewline)
        let terminal = report.text(as: .table, in: language, width: 400).split(separator: "\n")
        for (unit, name) in zip(["tinh-d", "tinh-a", "tinh-c", "tinh-g", "tinh-l"], names) {
            #expect(Self.row(of: unit, in: markdown).last == name)
            #expect(csv.first { $0.hasPrefix(unit) }?.contains(name) == true)
            #expect(terminal.first { $0.hasPrefix(unit) }?.hasSuffix(name) == true)
        }
    }

    @Test func jsonHoldsTheClassAndHowItCameAbout() throws {
        let json = try #require(
            JSONSerialization.jsonObject(with: Data(Self.report().json(in: .vi).utf8)) as? [String: Any])
        let units = try #require(json["units"] as? [[String: Any]])
        let classes = Dictionary(
            uniqueKeysWithValues: units.compactMap { unit in
                (unit["code"] as? String).map { ($0, unit["class"] as? String) }
            })
        #expect(classes["tinh-d"] == "cao-nhat")
        #expect(classes["tinh-g"] == "thap-nhat")
        #expect(classes["tinh-l"] == .some(nil))
        let groups = try #require(json["groups"] as? [[String: Any]])
        #expect(groups.map { $0["classedUnits"] as? Int } == [15])
        let criteria = try #require(json["criteria"] as? [String: Any])
        #expect((criteria["classes"] as? String)?.contains("cách chia giả định") == true)
    }

    @Test func theReasonStandsWithWhatIsNotPublished() throws {
        let assessment = try #require(Assessment.read(Self.folder).assessment)
        let position = try #require(assessment.position(ofUnit: "tinh-l"))
        let tree = ScoreReport(assessment, units: [position], hasTree: true)
        let unit = try #require(tree.units.first)
        let vi = tree.text(as: .md, in: .vi)
        #expect(Self.row(of: "8.3", in: vi).suffix(1) == ["Không công bố (bảng số liệu PAPI ghi 0)"])
        #expect(Self.row(of: "8.3", in: vi)[2] == "–")
        let en = tree.text(as: .md, in: .en)
        #expect(Self.row(of: "8.3", in: en).suffix(1) == ["Not published (the PAPI workbook has 0)"])
        let leaf = try #require(unit.criteria.first { $0.criterion.code == "8.3" })
        #expect(leaf.points == nil)
        let rows = tree.text(as: .csv, in: .en).split(separator: "\n")
        let row = try #require(rows.first { $0.hasPrefix("tinh-l,") && $0.contains(",8.3,") })
        #expect(row.contains(",Not published,"))
        #expect(tree.json(in: .vi).contains("\"notPublished\""))
        #expect(tree.json(in: .vi).contains("bảng số liệu PAPI ghi 0"))
    }

    @Test func theExplanationGivesNoPointsAndTheReason() throws {
        let assessment = try #require(Assessment.read(Self.folder).assessment)
        let unit = try #require(assessment.units.firstIndex { $0.code == "tinh-l" })
        let report = try #require(ExplanationReport(assessment, unit: unit, code: "8.3"))
        let vi = report.text(as: .md, in: .vi)
        #expect(vi.contains("không có (tối đa 3,333334)"))
        #expect(vi.contains("không công bố (bảng số liệu PAPI ghi 0)"))
        #expect(report.text(as: .md, in: .en).contains("none (maximum 3.333334)"))
        #expect(report.json(in: .en).contains("\"status\": \"notPublished\""))
    }

    @Test func theSetSaysHowItCutsAndWhatItsMarkerIs() throws {
        let set = try Self.report().header.set
        let classes = set.classesPhrase.text(.en)
        #expect(
            classes.hasPrefix(
                "Highest, Mid-high, Mid-low, Poorest (4 equal parts by index, cuts by interpolation as in QUARTILE.INC")
        )
        #expect(classes.contains("at a cut the class above"))
        #expect(classes.contains("this way of cutting is assumed: PAPI reports divide provinces by quartiles"))
        #expect(classes.hasSuffix("from 4 ranked units)"))
        let leaf = try #require(set.index(of: "8.3"))
        let metrics = try #require(CriterionWords(set.criteria[leaf], in: set).metrics)
        #expect(metrics.text(.vi).contains("0 là không công bố (bảng số liệu PAPI ghi 0)"))
    }

    @Test func aSingleUnitKeepsItsPlaceAmongAll() throws {
        // Of one unit alone the lowest class could not come out.
        let report = try Self.report(units: [5])
        #expect(report.units.map(\.unit.code) == ["tinh-g"])
        #expect(Self.classes(of: report, in: .en) == ["Poorest"])
        #expect(report.briefMarkdown(in: .en).contains("Provinces: classes among 15 ranked units"))
    }

    @Test func tooFewUnitsAreSaidToBeTooFew() throws {
        let folder = TemporaryFolder()
        let few = ["mã", "tinh-a;", "tinh-b;", "tinh-c;"]
        for file in ["units.csv", "metrics.csv"] {
            let rows = try String(contentsOfFile: Self.folder + "/" + file, encoding: .utf8).split(separator: "\n")
            let kept = rows.filter { row in few.contains { row.hasPrefix($0) } }
            folder.add(kept.joined(separator: "\n") + "\n", file)
        }
        let settings = try String(contentsOfFile: Self.folder + "/assessment.json", encoding: .utf8)
            .replacing("../../criteria", with: Repository.path("criteria"))
        folder.add(settings, "assessment.json")
        let report = try Self.report(folder.path)
        #expect(Self.classes(of: report, in: .vi) == ["Chưa xếp loại", "Chưa xếp loại", "Chưa xếp loại"])
        let markdown = report.text(as: .md, in: .vi)
        #expect(markdown.contains("Các tỉnh: chưa xếp loại: có 3 đơn vị được xếp hạng, cần ít nhất 4."))
    }
}
