import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// A list that is not there: whoever it is about is left out, the others are scored with `--keep-going`.
@Suite struct MissingListTests {
    private static let row = "1;a;T;V;x;;2025-06-01;2025-06-10;2025-06-10"

    /// Metric 1 is one of the communes a and b; the district h is asked for another.
    @Test(arguments: [
        (#""file": ["list.csv", "none.csv"]"#, ["a", "b"]), (#""file": "none.csv""#, ["a", "b"]),
        (#""file": ["list.csv", "none.csv"], "unit": "a""#, ["a"]), (#""file": "units.csv""#, ["a", "b"]),
    ])
    func thoseItIsAboutAreLeftOut(entry: String, leftOut: [String]) {
        let folder = ListFolder(rows: [Self.row], entry: entry, figures: "unit;metric;value\nh;3;50\nb;2;4\n")
        #expect(folder.reading().assessment == nil)
        let reading = folder.reading(keepGoing: true)
        #expect(reading.findings.containsError)
        #expect(reading.assessment?.leftOut == leftOut)
        #expect(reading.figure("h", "3") == .value(50))
    }
}
