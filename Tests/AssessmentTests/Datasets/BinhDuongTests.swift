import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// The published results of Bình Dương, 2017, come out exactly. The figures are typed from the published table, not
/// read from the dataset.
@Suite struct BinhDuongTests {
    static let published: [(name: String, appraisal: String, survey: String, index: String)] = [
        ("Thủ Dầu Một", "51.75", "32.83", "84.58"), ("Tân Uyên", "48.75", "33.25", "82"),
        ("Bàu Bàng", "47.45", "32.82", "80.27"), ("Thuận An", "46.8", "32.24", "79.04"),
        ("Dĩ An", "46.5", "31.56", "78.06"), ("Bến Cát", "45.75", "32.08", "77.83"),
        ("Dầu Tiếng", "44", "32.22", "76.22"), ("Phú Giáo", "46", "30.03", "76.03"),
        ("Bắc Tân Uyên", "40.45", "31.01", "71.46"),
    ]

    private func read() throws -> Assessment {
        let reading = Assessment.read(Repository.path("datasets/binh-duong-2017"))
        #expect(reading.findings.isEmpty)
        return try #require(reading.assessment)
    }

    @Test func nineIndicesAreExact() throws {
        let assessment = try read()
        #expect(assessment.units.map(\.name) == Self.published.map(\.name))
        for (position, row) in Self.published.enumerated() {
            let score = assessment.scores[position]
            #expect(score.fields.map { $0.points?.text() } == [row.appraisal, row.survey], "\(row.name)")
            #expect(score.total.points.text() == row.index, "\(row.name)")
            #expect(score.total.exactIndex == ExactRatio(exact(row.index)), "\(row.name)")
            #expect(score.index?.text() == row.index, "\(row.name)")
            #expect(score.coverage == 100, "\(row.name)")
        }
    }

    @Test func theOrderIsThePublishedOne() throws {
        let assessment = try read()
        let indices = try assessment.units.indices.map { try #require(assessment.scores[$0].total.exactIndex) }
        let order = assessment.units.indices.sorted { indices[$0] > indices[$1] }
        #expect(order.map { assessment.units[$0].name } == Self.published.map(\.name))
    }

    @Test func theRanksAreThePublishedOnes() throws {
        let assessment = try read()
        let ranking = Ranking(assessment.scores)
        #expect(ranking.places.map { assessment.units[$0.unit].name } == Self.published.map(\.name))
        #expect(ranking.places.map(\.rank) == (1...9).map { Rank($0) })
        #expect(ranking.absences.isEmpty)
    }

    @Test func theMeanIsThePublishedOne() throws {
        let assessment = try read()
        var sum = ExactRatio.zero
        for position in assessment.units.indices {
            let index = try #require(assessment.scores[position].total.exactIndex)
            sum = try #require(sum.adding(index))
        }
        // 705.49 ÷ 9 = 78.3877…
        #expect(sum == ExactRatio(exact("705.49")))
        let mean = sum.divided(by: ExactRatio(9))
        let offered = try #require(assessment.scores.meanIndex(of: assessment.units.indices))
        #expect(offered.mean == mean)
        #expect(offered.count == 9)
        #expect(mean?.rounded(Rounding(.halfAwayFromZero, digits: 2)) == exact("78.39"))
    }
}
