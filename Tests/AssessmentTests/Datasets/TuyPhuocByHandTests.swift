import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// Points of the sample recomputed by hand from `metrics.csv`, with the arithmetic shown.
@Suite struct TuyPhuocByHandTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var unit = "tuy-phuoc"
        var code: String
        var points: String?
        /// The arithmetic.
        var why: String

        var testDescription: String { "\(unit) \(code): \(why)" }
    }

    static let cases = [
        Case(code: "1.1", points: "1.18", why: "proportional: 36 ÷ 38 × 1.25 = 1.1842"),
        Case(code: "1.2", points: "1.25", why: "bands: 4 of 4 reports is the highest"),
        Case(code: "1.3.1", points: "1.25", why: "8 of 25 is 32 %, and from 30 % all points are due"),
        Case(code: "1.4", points: "1.25", why: "yes, and a checklist of 40 + 30 + 30 % all yes"),
        Case(code: "2.2.2", points: "2", why: "yes, nothing to list (full points), 10 of 10"),
        Case(code: "2.3", points: "1", why: "the list is not reported: (0 + 1 of 1) ÷ 2 × 2"),
        Case(code: "3.3.4", points: nil, why: "not reported"),
        Case(code: "3.4.1", points: "0.99", why: "6074 ÷ 6152 = 98.73 %, above the floor of 80 and not above 99"),
        Case(code: "3.4.2", points: "1", why: "24920 ÷ 25109 = 99.247 %, above 99"),
        Case(code: "3.4.3", points: "0.97", why: "62 ÷ 64 = 0.96875"),
        Case(code: "3.4.4", points: "1", why: "bands: 2369 ÷ 2907 = 81.49 %, above 80"),
        Case(code: "4.1.3", points: "1.5", why: "61 to 56 is −8.197 %, beyond the −7.5 % of 2024"),
        Case(code: "4.2.1", points: "1.5", why: "limit: 86 of 91 posts"),
        Case(code: "5.2.1", points: nil, why: "does not apply, left out"),
        Case(code: "5.2.2", points: "1.31", why: "deduction: 1.75 − 25 % of 1.75 = 1.3125"),
        Case(code: "5.4", points: "1.67", why: "linear from 90: (1963 ÷ 1972 × 100 − 90) ÷ 10 × 1.75 = 1.6701"),
        Case(code: "6.1.1", points: "0.73", why: "417050 ÷ 430892 × 0.75 = 0.7259"),
        Case(code: "6.3.1", points: "0", why: "count threshold: none of one"),
        Case(code: "6.3.2", points: "0.5", why: "0, 1, 1 of one each: two thirds of 0.75"),
        Case(code: "6.3.4", points: "0.42", why: "320623 to 300243 is −6.3564 %: 6.3564 ÷ 7.5 × 0.5 = 0.4238"),
        Case(code: "7.3.3", points: "1.5", why: "22.13 % of at least 20 and 17.61 % of at least 15"),
        Case(code: "7.3.6", points: "1.01", why: "(49⁄52 + 40⁄51 + 5261⁄7473) ÷ 3 × 1.25 = 1.0128"),
        Case(code: "8.1.1", points: "2.72", why: "R's survey: (86.3689 + 79.7726 + 85.4809 + 83.4141) ÷ 400 × 3.25"),
        Case(
            code: "8.1.2", points: "2.78",
            why: "R's survey: (88.5023 + 85.0987 + 87.6406 + 85.6926 + 80.0796) ÷ 500 × 3.25"),
        Case(code: "8.2", points: "3", why: "905347 is more than last year's 850839"),
        Case(code: "8.3.1", points: "0", why: "148871 is less than last year's 150119"),
        Case(unit: "phuoc-thang", code: "3.3.3", points: "0.96", why: "23 of 30 × 1.25 = 0.9583"),
        Case(unit: "phuoc-thang", code: "4.3.3", points: "1.04", why: "(1 + 2⁄3) ÷ 2 × 1.25 = 1.0417"),
        Case(unit: "phuoc-thang", code: "8.1.1", points: nil, why: "survey awaited"),
        Case(unit: "phuoc-thang", code: "8.2", points: nil, why: "a matter of the district"),
    ]

    private let reading = Repository.sample

    @Test(arguments: cases)
    func pointsAreThoseOnPaper(_ item: Case) throws {
        let assessment = try #require(reading.assessment)
        let position = try #require(assessment.position(ofUnit: item.unit))
        let index = try #require(assessment.criteria.set.index(of: item.code))
        #expect(assessment.scores[position].criterion(index).points?.text() == item.points)
    }

    /// Xã Phước Thắng: field 1: 1.17 + 1.25 + 1.25 + 1.09 = 4.76; field 3: 1.22 + 1.25 + 1.23 + 1.25 + 0.96 + 0.73
    /// + 1 + 1 + 1 + 1 = 10.64; field 4: 1.25 + 1.11 + 1.25 + 1.04 = 4.65; field 5: 1.31 + 1.75 + 1.26 + 1.67 = 5.99;
    /// field 6: 0.7 + 3 × 0.75 = 2.95; field 7: 3 × 1.5 + 1.32 + 1.25 + 0.93 = 8; field 8: 8.1.1 and 8.1.2 of
    /// 3.25 each awaited.
    @Test func indexAndCoverageOfOneUnit() throws {
        let assessment = try #require(reading.assessment)
        let position = try #require(assessment.position(ofUnit: "phuoc-thang"))
        let score = assessment.scores[position]
        #expect(
            score.fields.map { $0.sum.points.text() } == ["4.76", "0", "10.64", "4.65", "5.99", "2.95", "8", "0"])
        #expect(score.fields.map { $0.sum.maximum.text() } == ["5", "0", "11.25", "5", "7", "3", "8.5", "6.5"])
        #expect(score.total.points.text() == "36.99")
        #expect(score.total.maximum.text() == "46.25")
        // 36.99 ÷ 46.25 = 79.9783… %
        #expect(score.index?.text() == "79.98")
        // (46.25 − 6.5) ÷ 46.25 = 85.9459… %, rounded
        #expect(score.coverage?.text() == "85.95")
        #expect(score.isRankable)
    }
}
