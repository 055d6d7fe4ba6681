import Assessment
import Scoring
import Testing
import Values

/// Evidence, or an explanation why there is none, is expected where the table has a column for it.
@Suite struct EvidenceTests {
    private static let heading = "unit;metric;value;status;evidence;explanation\n"

    @Test(arguments: [
        ReadingCase(
            "missing", ["metrics.csv": heading + "h;1.1;90;;;\n"], ["assessment.missingEvidence metrics.csv:2:3"],
            details: [0: [.unit: "h", .metric: "1.1", .expected: "Báo cáo"]]),
        ReadingCase("given", ["metrics.csv": heading + "h;1.1;90;;Báo cáo số 5;\n"], []),
        ReadingCase("explained", ["metrics.csv": heading + "h;1.1;90;;;Đang ký\n"], []),
        ReadingCase(
            "only spaces", ["metrics.csv": heading + "h;1.1;90;; ;\u{A0}\n"],
            ["assessment.missingEvidence metrics.csv:2:3"]),
        ReadingCase("nothing is reported", ["metrics.csv": heading + "h;1.1;;chưa báo cáo;;\n"], []),
        ReadingCase(
            "zero is reported", ["metrics.csv": heading + "h;1.1;0;;;\n"],
            ["assessment.missingEvidence metrics.csv:2:3"]),
        ReadingCase("none is expected", ["metrics.csv": heading + "h;1.2;90;;;\n"], []),
        ReadingCase("no column for it", ["metrics.csv": "unit;metric;value\nh;1.1;90\n"], []),
    ])
    func isLookedFor(_ item: ReadingCase) throws { try item.check() }
}
