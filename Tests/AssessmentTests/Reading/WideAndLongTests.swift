import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// The same figures give the same scores, whichever format their table has.
@Suite struct WideAndLongTests {
    static let long = """
        unit;metric;value;numerator;denominator;status
        h;1.1;90,5;;;
        h;1.2;;;;không áp dụng
        h;1.3;7;;;
        h;1.10;;;;chờ khảo sát
        xa-1;1.1;;9;10;
        xa-1;1.4;có;;;
        xa-1;2.1;;0;0;
        xa-2;1.2;;1;3;
        xa-2;1.10;82,25;;;
        xa-2;3.1;3;;;

        """

    static let forms: [String] = [
        """
        unit;1.1;1.1 numerator;1.1 denominator;1.2;1.2 tử số;1.2 mẫu số;1.3;1.4;1.10;2.1 tử số;2.1 mẫu số;3.1
        h;90,5;;;không áp dụng;;;7;;chờ khảo sát;;;
        xa-1;;9;10;;;;;có;;0;0;
        xa-2;;;;;1;3;;;82,25;;;3

        """,
        // Columns and rows in a different order, with names, a serial number and a note.
        """
        STT;Tên đơn vị;1.10;3.1;1.3;1.4;1.1/tử số;1.1/mẫu số;1.2: Numerator;1.2: Denominator;1.2;1.1 giá trị;2.1 tu so;2.1 mau so;Mã đơn vị;Ghi chú
        1;Xã Hai;82,25;3;;;;;1;3;;;;;xa-2;
        2;Huyện H;chờ khảo sát;;7;;;;;;không áp dụng;90,5;;;h;xong
        3;Xã Một;;;;1;9;10;;;;;0;0;xa-1;

        """,
    ]

    /// The details but for the heading of the column, which is another in each table.
    private func withoutHeading(_ finding: Finding) -> FindingDetails { finding.details.filter { $0.key != .key } }

    @Test(arguments: forms)
    func wideEqualsLong(_ wide: String) throws {
        let expected = try SmallAssessment(["metrics.csv": Self.long]).read()
        let found = try SmallAssessment(["metrics.csv": wide]).read()
        #expect(expected.briefs == [])
        #expect(found.briefs == [])
        #expect(expected.points("xa-1").contains("1.1=1.8"))
        for unit in ["h", "xa-1", "xa-2"] {
            #expect(found.points(unit) == expected.points(unit))
            for metric in expected.assessment?.figures.metrics ?? [] {
                #expect(found.figure(unit, metric) == expected.figure(unit, metric), "\(unit) \(metric)")
            }
        }
        #expect(found.tables.map(\.isWide) == [true])
        #expect(expected.tables.map(\.isWide) == [false])
    }

    @Test func severalTablesMakeOneAssessment() throws {
        let reading = try SmallAssessment([
            "assessment.json": SmallAssessment.settings(#""files": {"metrics": ["a.csv", "b.csv"]}"#),
            "a.csv": "unit,1.1,1.2\nh,90,\nxa-1,,70\n", "b.csv": "unit;metric;value\nh;1.2;60,5\n",
        ]).read()
        #expect(reading.briefs == [])
        #expect(reading.figure("h", "1.1") == .value(90))
        #expect(reading.figure("h", "1.2") == .value(exact("60.5")))
        #expect(reading.figure("xa-1", "1.2") == .value(70))
        #expect(reading.tables.map(\.delimiter) == [",", ";"])
    }

    /// A cell means the same, and is wrong in the same way, in either format.
    @Test(arguments: TableMutation.cells.filter { !$0.contains { $0 == ";" || $0 == "\"" } })
    func everyCellMeansTheSame(_ cell: String) throws {
        // What has too many decimals is told once a column, and all metrics of a long table share one.
        let metrics = cell == "12,3456789" ? ["1.1"] : ["1.1", "1.2", "1.3", "1.4", "1.5", "1.10", "2.1", "3.1"]
        let rows = metrics.map { "h;\($0);\(cell)\n" }.joined()
        let long = try SmallAssessment(["metrics.csv": "unit;metric;value\n" + rows]).read()
        let cells = Array(repeating: cell, count: metrics.count)
        let wide = try SmallAssessment([
            "metrics.csv": (["unit"] + metrics).joined(separator: ";") + "\n"
                + (["h"] + cells).joined(separator: ";") + "\n"
        ]).read()
        for metric in metrics { #expect(wide.figure("h", metric) == long.figure("h", metric), "\(metric)") }
        #expect(wide.findings.map(\.code) == long.findings.map(\.code))
        #expect(wide.findings.map(withoutHeading) == long.findings.map(withoutHeading))
    }
}
