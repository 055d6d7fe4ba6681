import Survey
import Testing
import Values

/// What is rounded on the way to an index, and how: half away from zero, to six decimals.
struct IndexRoundingTests {
    /// 1 of 512 is 0.1953125 %, a half of the sixth decimal; 511 of 512 is 99.8046875 %, and 1 of 3 is 33.3…
    @Test(arguments: [
        ("1", "511", "0.195313"), ("511", "1", "99.804688"), ("1", "2", "33.333333"), ("2", "1", "66.666667"),
    ])
    func anIndexIsRoundedHalfAway(satisfied: String, others: String, expected: String) throws {
        let rows = ["u,s,v,\(satisfied),5,5", "u,s,w,\(others),1,1"]
        #expect(try SurveyOfRows(rows: rows).analysis().index(of: .group(3)).percent?.text() == expected)
    }

    /// For one answer that is satisfied in the first factor and not in the second: 0.333333 × 0.5 = 0.1666665 is
    /// 0.166667, next to 1 × 0.5, and 0.166667 ÷ 0.666667 = 25.00003749…% (truncated it would be 24.999924…%); 0.333333
    /// × 0.7 = 0.2333331 is 0.233333, and 0.233333 ÷ 0.933333 = 24.99997321…%; 0.333333 ÷ 1.333333 = 24.99998125 %.
    @Test(arguments: [("0.5", "25.000037"), ("0.7", "24.999973"), ("1", "24.999981")])
    func aProductOfWeightsIsRoundedHalfAway(blockWeight: String, expected: String) throws {
        var survey = SurveyOfRows(rows: ["u,s,v,1,5,1"])
        survey.index = #""measure": "topShare", "topLevels": 2, "combination": "factors""#
        survey.weights = ["0.333333", "1"]
        survey.blockWeight = blockWeight
        #expect(try survey.analysis().index(of: .group(3)).percent?.text() == expected)
    }
}
