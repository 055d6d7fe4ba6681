import ScoreNumerics
import TestSupport
import Testing

@testable import Survey

/// Units that do not differ have no error, whatever floating point makes of their sums: R's standard error is 0 for these.
@Suite struct NoVariationTests {
    private let total = SurveyIndex.Part.group(3)

    /// Villages with the same answers in the same shares, times a weight of each.
    private static func rows(seed: UInt64, change: String? = nil) -> [String] {
        var dice = SeededRandom(seed: seed)
        let villages = dice.int(2...7)
        let people = dice.int(2...9)
        let answers = (0..<people).map { _ in (weight: dice.int(1...9_999_999), a: dice.int(1...5), b: dice.int(1...5))
        }
        // Neither all nothing nor all.
        let pattern = answers + [(3, 5, 1), (7, 1, 4)]
        return (0..<villages).flatMap { village in
            pattern.enumerated().map { number, person in
                let weight = village == 0 && number == 0 ? change ?? decimal(person.weight) : decimal(person.weight)
                return "u,s,v\(village),\(weight),\(person.a),\(person.b)"
            }
        }
    }

    private static func decimal(_ millionths: Int) -> String {
        let digits = String(millionths)
        return "\(millionths / 1_000_000)." + String(repeating: "0", count: max(0, 6 - digits.count)) + digits.suffix(6)
    }

    @Test(arguments: 0..<60) func isDecidedExactly(_ seed: UInt64) throws {
        for index in [
            #""measure": "topShare", "topLevels": 2"#, #""measure": "meanScore""#,
            #""measure": "topShare", "topLevels": 2, "combination": "questions""#,
        ] {
            var survey = SurveyOfRows(design: SurveyOfRows.villages, rows: Self.rows(seed: seed))
            survey.index = index
            let found = try survey.analysis().index(of: total)
            #expect(found.status == .cannotBeEstimated(.noVariation))
            #expect(found.estimate?.standardError == nil && found.estimate?.lower == nil)
        }
    }

    /// People who are all alike in a mean of levels, where nobody is at an end.
    @Test(arguments: ["0.1", "0.3", "2.7", "1234.567891"]) func peopleWhoAreAllAlike(_ weight: String) throws {
        let rows = (0..<7).map { "u,s,v,\($0 % 2 == 0 ? weight : "1.9"),3,3" }
        var survey = SurveyOfRows(design: #"{"stages": [{"stratum": "stratum"}]}"#, rows: rows)
        survey.index = #""measure": "meanScore""#
        survey.expected = ["survey.sameRows"]
        #expect(try survey.analysis().index(of: total).status == .cannotBeEstimated(.noVariation))
    }

    /// The least difference that weights can make is a difference: of the share of one in three of a hundred million.
    @Test func aSmallDifferenceIsKept() throws {
        let rows = ["u,s,v,10000000,5,1", "u,s,v,20000000,1,1", "u,s,w,10000000.01,5,1", "u,s,w,20000000,1,1"]
        let index = try SurveyOfRows(design: SurveyOfRows.villages, rows: rows).analysis().index(of: .question(0))
        #expect(index.status == .estimated)
        // t = w (1 − R) − w R: half the sum of two deviations of 0.01 · ⅔ · ½, over 6 · 10⁷.
        let error = try #require(index.estimate?.standardError)
        #expect(abs(error / (0.01 * 2 / 3 / 60_000_000.01) - 1) < 1e-3)
    }

    @Test func residuesAreThoseOfFractions() {
        #expect(Residue(1) * Residue(3).inverse * Residue(6) == Residue(2))
        #expect(Residue(Int128.min) + Residue(Int128.max) == Residue(-1))
        #expect(Residue(5) - Residue(7) == Residue(-2))
        #expect(Residue((1 << 61) - 1) != .zero)
        #expect(Residue(0).inverse == .zero)
    }
}
