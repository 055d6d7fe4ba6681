import Foundation
import Scoring
import Testing
import Values

@testable import Assessment

/// Task progress in an official's words.
struct TaskWordTests {
    static let words: [(cells: String, figure: Figure)] = [
        ("hoàn thành đúng hạn;", .value(2)), (";Hoàn thành đúng hạn", .value(2)), (";done in time", .value(2)),
        ("hoàn thành trễ hạn;", .value(1)), (";Hoàn thành trễ hạn", .value(1)), ("1;", .value(1)),
        ("chưa hoàn thành;", .value(0)), (";chưa hoàn thành", .value(0)), ("0;", .value(0)),
        ("chưa đến hạn;", .awaited), (";Chưa đến hạn", .awaited), (";không phát sinh", .notApplicable),
        (";chưa báo cáo", .notReported),
    ]

    @Test(arguments: words.indices)
    func wordsMeanFigures(index: Int) throws {
        let (cells, figure) = Self.words[index]
        let leaf = """
            {"code": "1", "name": "Nhiệm vụ", "maximum": 1, "source": {"row": "1"}, "levels": ["district", "commune"],
            "notApplicable": {"convention": "leaveOut"}, "rule": {"kind": "task", "late": {"share": 50}},
            "metrics": [{"name": "Tình trạng", "kind": "task", "direction": "higher"}]}
            """
        let head = try #require(SmallAssessment.criteria.components(separatedBy: "\"criteria\": [").first)
        let reading = try SmallAssessment([
            "../criteria.json": head + "\"criteria\": [\(leaf)]}",
            "metrics.csv": "mã đơn vị;mã số liệu;giá trị;trạng thái\nh;1;\(cells)\n",
        ]).read()
        let assessment = try #require(reading.assessment, "\(reading.findings)")
        #expect(assessment.figures[0, "1"] == figure)
    }
}
