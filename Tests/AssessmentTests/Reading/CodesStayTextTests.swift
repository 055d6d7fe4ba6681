import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// Codes that look like numbers stay text.
@Suite struct CodesStayTextTests {
    static let units = "code;name;level\n001;Một;commune\n1;Hai;commune\n1.10;Ba;commune\n1,10;Bốn;commune\n"

    @Test func ofUnits() throws {
        let reading = try SmallAssessment([
            "units.csv": Self.units,
            "metrics.csv": "unit;metric;value\n001;1.1;10,5\n1;1.1;20\n1.10;1.1;30\n1,10;1.1;40\n",
        ]).read()
        #expect(reading.briefs == [])
        #expect(reading.assessment?.units.map(\.code) == ["001", "1", "1.10", "1,10"])
        #expect(
            ["001", "1", "1.10", "1,10"].map { reading.figure($0, "1.1") }
                == [exact("10.5"), 20, 30, 40].map { .value($0) })
    }

    @Test func ofMetrics() throws {
        for text in ["unit;metric;value\nh;1.10;55\nh;1.1;44\n", "unit;1.10;1.1\nh;55;44\n"] {
            let reading = try SmallAssessment(["metrics.csv": text]).read()
            #expect(reading.briefs == [])
            #expect(reading.figure("h", "1.10") == .value(55))
            #expect(reading.figure("h", "1.1") == .value(44))
        }
    }

    @Test func aZeroMoreIsAnotherUnit() throws {
        let reading = try SmallAssessment(["units.csv": Self.units, "metrics.csv": "unit;metric;value\n01;1.1;1\n"])
            .read()
        #expect(reading.briefs == ["assessment.unknownUnit metrics.csv:2:1 «01»"])
    }
}
