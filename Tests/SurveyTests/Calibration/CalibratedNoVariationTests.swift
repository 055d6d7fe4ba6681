import ScoreNumerics
import TestSupport
import Testing

@testable import Survey

/// Forms that all say the same have no error, whatever factors their weights are multiplied by: R's standard error is 0.
@Suite struct CalibratedNoVariationTests {
    private let total = SurveyIndex.Part.group(3)

    /// People of two strata, with weights of which some are held between bounds.
    private static func survey(seed: UInt64, level: Int, other: Int? = nil) -> SurveyOfRows {
        var dice = SeededRandom(seed: seed)
        var rows = (0..<dice.int(10...30)).map { number in
            "u,s\(number % 2),v,\(dice.int(1...99)).\(dice.int(0...999_999)),\(level),\(level)"
        }
        if let other { rows.append("u,s0,v,5.5,\(other),\(level)") }
        // The smallest and the largest are beyond the bounds.
        rows += ["u,s0,v,0.013,\(level),\(level)", "u,s1,v,345.678,\(level),\(level)"]
        var survey = SurveyOfRows(design: #"{"stages": [{"stratum": "stratum"}]}"#, rows: rows)
        survey.index = #""measure": "meanScore""#
        survey.keys = #""calibration": {"trim": {"least": 0.3, "most": 3}},"#
        return survey
    }

    @Test(arguments: 0..<60) func isDecidedExactly(_ seed: UInt64) throws {
        for level in 1...5 {
            let found = try Self.survey(seed: seed, level: level).analysis().index(of: total)
            // Of all or nothing a bound is known.
            let isAtEnd = level == 1 || level == 5
            #expect(found.status == (isAtEnd ? .oneSidedBound : .cannotBeEstimated(.noVariation)), "\(level)")
            #expect(found.estimate?.standardError == nil, "\(level)")
        }
    }

    @Test(arguments: 0..<20) func oneWhoDiffersIsEnough(_ seed: UInt64) throws {
        let found = try Self.survey(seed: seed, level: 3, other: 4).analysis().index(of: total)
        #expect(found.status == .estimated)
        #expect((found.estimate?.standardError ?? 0) > 1e-6)
    }
}
