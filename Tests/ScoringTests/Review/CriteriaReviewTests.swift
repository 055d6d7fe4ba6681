import TestSupport
import Testing
import Values

@testable import Scoring

/// Every number of a small review, worked out by hand.
@Suite("The review of a criteria set")
struct CriteriaReviewTests {
    private let review: CriteriaReview
    private let leaves: [NodeReview]

    init() throws {
        review = ReviewSample.review(try ReviewSample.table())
        leaves = review.leaves
    }

    @Test("units measured, full, zero and alike")
    func counts() {
        #expect(leaves.map(\.node) == [1, 3, 5, 7])
        #expect(leaves.map(\.measured) == [10, 10, 10, 10])
        #expect(leaves.map(\.full) == [9, 1, 1, 5].map { .init(units: $0, of: 10) })
        #expect(leaves.map(\.zero) == [0, 0, 0, 5].map { .init(units: $0, of: 10) })
        #expect(leaves.map(\.alike) == [9, 1, 1, 5].map { .init(units: $0, of: 10) })
        #expect(leaves.allSatisfy { $0.unmeasured + $0.leftOut + $0.byConvention + $0.givenAbove == 0 })
    }

    /// √225, √825, √1051.05 and √2500.
    @Test("mean and standard deviation of the shares")
    func spread() {
        #expect(leaves.map(\.mean) == [95, 55, exact("38.5"), 50])
        #expect(leaves.map(\.deviation) == [15, exact("28.72"), exact("32.42"), 50])
    }

    /// With the rest: −√(90 ÷ 330), as among the others the last unit stays last; 1 − 36 ÷ 990 (one unit falls by two
    /// places, two rise by one); 1 − 120 ÷ 990 (one by four, four by one); √(250 ÷ 330).
    @Test("rank correlation with the rest")
    func rest() {
        #expect(leaves.map(\.withRest.value) == ["-0.522", "0.964", "0.879", "0.870"].map(exact))
        #expect(leaves.allSatisfy { $0.withRest.count == 10 })
    }

    /// Without 1 the first two change places, without 2 the second and the third; without 3 the second falls to the
    /// fifth; without 4 all stay.
    @Test("places that move")
    func moved() {
        #expect(leaves.map(\.moved) == [2, 2, 4, 0].map { .init(units: $0, of: 10) })
    }

    /// 2 and 3 have one order; 4 has √(250 ÷ 330) with both, the first of them in the set; 1 has −⅓ with 4.
    @Test("the most alike other leaf")
    func twins() {
        #expect(leaves.map { $0.twin?.node } == [7, 5, 3, 3])
        #expect(leaves.map { $0.twin?.correlation.value } == ["-0.333", "1", "1", "0.87"].map(exact))
    }

    @Test("the conclusions at and beside their thresholds")
    func conclusions() throws {
        #expect(review.separatingNobody.map(\.node) == [1])
        #expect(review.separatingNobody[0].sameness == .full)
        #expect(review.pairs.map { [$0.first, $0.second] } == [[3, 5]])
        #expect(review.comparedPairs == 6)
        #expect(review.overstated.isEmpty && review.hardlyMeasured.isEmpty && review.undecided.isEmpty)
        let table = try ReviewSample.table()
        var thresholds = ReviewThresholds()
        (thresholds.alike, thresholds.twice) = (exact("90.000001"), exact("0.87"))
        var other = ReviewSample.review(table, thresholds)
        #expect(other.separatingNobody.isEmpty)
        #expect(other.pairs.map { [$0.first, $0.second] } == [[3, 5], [3, 7], [5, 7]])
        thresholds.alike = 50
        other = ReviewSample.review(table, thresholds)
        // Half of the units have everything at 4: it separates nobody now, and then counts nothing twice.
        #expect(other.separatingNobody.map(\.node) == [1, 7])
        #expect(other.separatingNobody[1].sameness == .full)
        #expect(other.pairs.map { [$0.first, $0.second] } == [[3, 5]])
        thresholds.leastUnits = 11
        other = ReviewSample.review(table, thresholds)
        #expect(other.separatingNobody.isEmpty && other.pairs.isEmpty && other.comparedPairs == 0)
        #expect(other.undecided.map(\.node) == [1, 3, 5, 7])
        #expect(other.leaves.allSatisfy { $0.twin == nil })
        thresholds.leastUnits = 10
        #expect(ReviewSample.review(table, thresholds).undecided.isEmpty)
    }

    /// A field of one leaf is that leaf.
    @Test("fields are reviewed like leaves")
    func fields() {
        #expect(review.fields.map(\.node) == [0, 2, 4, 6])
        #expect(review.fields.map(\.mean) == leaves.map(\.mean))
        #expect(review.fields.map(\.deviation) == leaves.map(\.deviation))
        #expect(review.fields.map(\.withRest) == leaves.map(\.withRest))
        #expect(review.fields.map(\.moved) == leaves.map(\.moved))
        #expect(review.fields.map { $0.twin?.node } == [6, 4, 2, 2])
    }

    /// Self-given 10 for the first five at 4, where the figures give 0. The appraisal gives 0, 4 and 7.5 to three of them,
    /// 8 to the sixth, which has 10 by its figures; at 2 the first unit gets 3 instead of 1.
    @Test("what the appraisal cut and raised")
    func appraisal() throws {
        let table = try ReviewSample.table()
        func given(_ unit: Int, _ node: Int, _ stage: Int, _ points: FixedDecimal) -> GivenPoints {
            GivenPoints(unit: unit, node: node, stage: stage, points: points)
        }
        let points =
            (0..<5).map { given($0, 7, 0, 10) } + [
                given(0, 7, 1, 0), given(1, 7, 1, 4), given(4, 7, 1, exact("7.5")), given(5, 7, 1, 8),
                given(0, 3, 1, 3),
            ]
        let stages = (before: table.points(at: 0, given: points), after: table.points(at: 1, given: points))
        var thresholds = ReviewThresholds()
        thresholds.cut = 40
        let review = ReviewSample.review(stages.after, appraisal: stages, thresholds)
        let (second, fourth) = (try #require(review.leaves[1].cut), try #require(review.leaves[3].cut))
        #expect(fourth.cut == .init(units: 4, of: 10))
        #expect(fourth.points == exact("20.5"))
        #expect(fourth.raised == 0 && fourth.raisedPoints == 0)
        #expect(second.cut == .init(units: 0, of: 10))
        #expect(second.raised == 1 && second.raisedPoints == 2)
        #expect(review.overstated.map(\.node) == [7])
        #expect(review.fields[3].cut == fourth)
        thresholds.cut = exact("40.000001")
        #expect(ReviewSample.review(stages.after, appraisal: stages, thresholds).overstated.isEmpty)
    }
}
