import TestSupport
import Testing
import Values

@testable import Survey

/// Weights with more than six decimals count as they are, up to ten; figures from R's package survey:
/// `svyratio(~y, ~x, svydesign(ids = ~1, strata = ~stratum, weights = ~weight), deff = TRUE)`.
@Suite struct FineWeightsTests {
    private static let people = #"{"stages": [{"stratum": "stratum"}]}"#

    private static func survey(_ weight: String) -> SurveyOfRows {
        let answers = ["v,\(weight),5,4", "v,\(weight),2,4", "w,\(weight),5,1", "w,\(weight),3,3"]
        return SurveyOfRows(
            design: people,
            rows: answers.map { "A,A," + $0 } + ["B,B,x,2.5,1,4", "B,B,x,2.5,2,2", "B,B,y,0.125,5,5"])
    }

    @Test func equalThoseOfR() throws {
        let analysis = try Self.survey("12.35294118").analysis()
        let index = analysis.index(of: .group(3))
        let estimate = try #require(index.estimate)
        #expect(abs(try #require(index.value) - 0.478_225_697_727_087_3) < 1e-14)
        #expect(abs(try #require(estimate.standardError) - 0.186_369_065_869_11) < 1e-12)
        #expect(abs(try #require(estimate.designEffect) - 1.915_583_022_599_603) < 1e-11)
        let unit = analysis.index(of: .group(3), units: ["A"], as: "A")
        #expect(unit.value == 0.5)
        #expect(abs(try #require(unit.estimate?.standardError) - 0.204_124_145_231_931_5) < 1e-12)
    }

    /// Fifteen digits, as R, SPSS and Stata write them: rounded to ten decimals, and that is said.
    @Test func moreThanTenDecimalsAreRounded() throws {
        var survey = Self.survey("12.3529411764706")
        survey.expected = ["survey.roundedWeights"]
        let index = try survey.analysis().index(of: .group(3))
        #expect(abs(try #require(index.value) - 0.478_225_697_721_450_7) < 1e-11)
        #expect(abs(try #require(index.estimate?.standardError) - 0.186_369_065_864_903_1) < 1e-11)
    }

    /// A weight, what remains of it in ten-billionths, and whether it is rounded; nil where the form is left out.
    private static let boundaries: [(text: String, weight: Int64?, isRounded: Bool)] = [
        ("0.0000001", 1_000, false), ("0.0000000001", 1, false), ("1.0000000000", 10_000_000_000, false),
        ("0.00000000005", 1, true), ("0.00000000004999", nil, false), ("0.00000000014999", 1, true),
        ("0.00000000015", 2, true), ("1.99999999995", 20_000_000_000, true), ("-0.0000001", nil, false),
        ("922337203.6854775807", .max, false), ("922337203.6854775808", nil, false),
        ("0.12345678901234567890123456789", 1_234_567_890, true), ("12,345.1234567", 123_451_234_567_000, false),
        ("0.0000001%", nil, false),
    ]

    @Test(arguments: boundaries)
    func keepsTenDecimals(_ text: String, _ weight: Int64?, _ isRounded: Bool) throws {
        let file = "xã;trọng số;q1;q2\nu2;0.5000001;5;4\nu1;\(text);5;4\n"
        let reading = try #require(SmallSurvey.read(file))
        let tally = try #require(reading.tally)
        #expect(tally.weightUnit == .tenBillionths)
        #expect(tally.cells.first { $0.key.unit == "u1" }?.weight == weight)
        #expect(tally.cells.last?.weight == 5_000_001_000)
        let expected = weight == nil ? ["survey.numberOutOfRange 3:2"] : isRounded ? ["survey.roundedWeights 3"] : []
        #expect(reading.findings.map(\.short) == expected)
    }

    @Test(arguments: ["0.123456", "1", "0.5000000000", "0"]) func sixDecimalsAreCountedInMillionths(_ text: String)
        throws
    {
        let reading = try #require(SmallSurvey.read("xã;trọng số;q1;q2\nu1;\(text);5;4\nu2;2.5;5;4\n"))
        #expect(reading.tally?.weightUnit == .millionths)
        #expect(reading.findings.isEmpty)
    }

    /// The weight that needs ten decimals may come at any row: before and after the log of a cell is full, alone and in
    /// runs.
    @Test(arguments: [0, 1, 15, 16, 17, 255, 256, 257, 599], [1, 3])
    func anywhereInTheFile(_ place: Int, _ units: Int) throws {
        var lines: [String] = []
        var sums: [String: Int64] = [:]
        for row in 0..<600 {
            let unit = "u\(row % units + 1)"
            let weight = row == place ? ("0.0000000007", Int64(7)) : ("1.5", 15_000_000_000)
            lines.append("\(unit);\(weight.0);5;\(row % 5 + 1)")
            sums[unit, default: 0] += weight.1
        }
        let reading = try #require(SmallSurvey.read("xã;trọng số;q1;q2\n" + lines.joined(separator: "\n") + "\n"))
        let tally = try #require(reading.tally)
        #expect(tally.rowCount == 600)
        for cell in tally.cells {
            #expect(cell.weight == sums[cell.key.unit])
            // Everybody answered the first question with 5.
            #expect(cell.numbers.sum(at: tally.layout.answer(0, slot: 4)) == sums[cell.key.unit])
        }
    }

    /// A sum of 10⁹ · 2 in ten-billionths exceeds 64 bits.
    @Test func whatBecomesTooLargeIsAnError() throws {
        let text = "xã;trọng số;q1;q2\nu1;900000000;5;4\nu1;900000000;5;4\nu2;0.0000001;5;4\n"
        let reading = try #require(SmallSurvey.read(text))
        #expect(reading.tally == nil)
        #expect(reading.findings.map(\.code) == ["survey.tooLarge"])
    }
}
