import Assessment
import Scoring
import Testing
import Values

/// Words instead of numbers.
@Suite struct StatusWordsTests {
    @Test(arguments: [
        ("chưa báo cáo", Figure.notReported), ("Chưa chấm", .notReported), ("not reported", .notReported),
        ("notReported", .notReported), ("không áp dụng", .notApplicable), ("KHÔNG ÁP DỤNG", .notApplicable),
        ("N/A", .notApplicable), ("not applicable", .notApplicable), ("chờ khảo sát", .awaited), ("awaited", .awaited),
        ("khong ap dung", .notApplicable), ("không công bố", .notPublished), ("Not published", .notPublished),
    ])
    func standInTheirColumnOrInPlaceOfTheValue(word: String, figure: Figure) throws {
        for text in [
            "unit;metric;value;status\nh;1.2;;\(word)\n", "unit;metric;value\nh;1.2;\(word)\n", "unit;1.2\nh;\(word)\n",
        ] {
            let reading = try SmallAssessment(["metrics.csv": text]).read()
            #expect(reading.briefs == [])
            #expect(reading.figure("h", "1.2") == figure)
        }
    }

    @Test(arguments: [
        ("có", 1), ("Có", 1), ("yes", 1), ("TRUE", 1), ("đạt", 1), ("1", 1), ("không", 0), ("no", 0), ("false", 0),
        ("không đạt", 0), ("0", 0),
    ])
    func yesAndNo(word: String, value: Int) throws {
        for text in ["unit;metric;value\nh;1.4;\(word)\n", "unit;1.4\nh;\(word)\n"] {
            let reading = try SmallAssessment(["metrics.csv": text]).read()
            #expect(reading.briefs == [])
            #expect(reading.figure("h", "1.4") == .value(value == 1 ? 1 : 0))
        }
    }

    @Test(arguments: [
        ReadingCase.rows("yes for a percentage", "h;1.1;có;;;\n", ["table.notANumber metrics.csv:2:3 «có»"]),
        .rows("a tick", "h;1.4;x;;;\n", ["table.notANumber metrics.csv:2:3 «x»"]),
        .rows(
            "reported, in location of the figure", "h;1.1;đã báo cáo;;;\n",
            ["table.notANumber metrics.csv:2:3 «đã báo cáo»"]),
        .rows(
            "a status in location of a count", "h;1.2;;không áp dụng;10;\n",
            ["table.notANumber metrics.csv:2:4 «không áp dụng»"]),
        .rows(
            "not applicable where that cannot be", "h;1.1;;;;không áp dụng\n",
            ["assessment.notApplicableNotAllowed metrics.csv:2:6 «1.1»"], details: [0: [.unit: "h", .metric: "1.1"]]),
        ReadingCase(
            "not applicable where that cannot be, in a wide table", ["metrics.csv": "unit;1.2;1.1\nh;n/a;n/a\n"],
            ["assessment.notApplicableNotAllowed metrics.csv:2:3 «1.1»"]),
        .rows(
            "a figure that is another level's duty", "xa-1;2.2;50;;;\n",
            ["assessment.figureOfAnotherLevel metrics.csv:2:3 «commune»"],
            details: [0: [.unit: "xa-1", .metric: "2.2"]]),
    ])
    func areRefusedElsewhere(_ item: ReadingCase) throws { try item.check() }
}
