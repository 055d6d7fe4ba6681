import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// The synthetic samples of the published indices.
@Suite struct IndexSampleTests {
    private static func assessment(_ folder: String) throws -> Assessment {
        let reading = Assessment.read(Repository.path("datasets/" + folder))
        #expect(reading.findings == [])
        let assessment = try #require(reading.assessment)
        #expect(assessment.settings.isSynthetic)
        #expect(assessment.settings.notice != nil)
        return assessment
    }

    /// The values of every unit in ten-thousandths, summed directly from the table.
    private static func sums(_ folder: String) throws -> [(unit: String, sum: Int, hasZero: Bool)] {
        var sums: [(unit: String, sum: Int, hasZero: Bool)] = []
        for row in try Repository.text("datasets/\(folder)/metrics.csv").split(separator: "\n").dropFirst() {
            let cells = row.split(separator: ";", omittingEmptySubsequences: false)
            let parts = cells[2].split(separator: ",")
            let digits = String(parts[0]) + (parts.count > 1 ? parts[1] : "").padded
            let value = try #require(Int(digits))
            if sums.last?.unit != String(cells[0]) { sums.append((String(cells[0]), 0, false)) }
            sums[sums.count - 1].sum += value
            if value == 0 { sums[sums.count - 1].hasZero = true }
        }
        return sums
    }

    @Test(
        "fifteen provinces in four groups of 4, 4, 3 and 4, and one that is not published",
        arguments: [
            "papi-2016", "papi-2021",
        ])
    func provinces(folder: String) throws {
        let assessment = try Self.assessment(folder)
        let sums = try Self.sums(folder)
        #expect(sums.map(\.unit) == assessment.units.map(\.code))
        #expect(sums.count == 16)
        let order = sums.filter { !$0.hasZero }.sorted { $0.sum > $1.sum }.map(\.unit)
        #expect(order.count == 15)
        // From the least up, the cuts are at 3.5, 7 and 10.5; the one at a cut belongs above.
        let groups = [order[0..<4], order[4..<8], order[8..<11], order[11..<15]]
        let codes = ["cao-nhat", "trung-binh-cao", "trung-binh-thap", "thap-nhat"]
        for (position, sum) in sums.enumerated() {
            let score = assessment.scores[position]
            #expect(score.total.points.mantissa == Int64(sum.sum) * 100)
            let expected = groups.firstIndex { $0.contains(sum.unit) }.map { codes[$0] }
            #expect(score.classification?.unitClass?.code == expected, "\(sum.unit)")
            #expect((expected == nil) == sum.hasZero)
        }
        #expect(assessment.scores.count(of: .notPublished) == 1)
    }

    @Test("the survey of one commune is not in, and no other figure is missing")
    func communes() throws {
        let assessment = try Self.assessment("sipas-2024")
        #expect(assessment.units.count == 8)
        #expect(assessment.scores.count(of: .awaited) == 2)
        #expect(assessment.scores.count(of: .scored) == 8 * 9 - 2)
        let incomplete = assessment.units.indices.filter { !assessment.scores[$0].isRankable }
        #expect(incomplete.map { assessment.units[$0].code } == ["xa-h"])
    }
}

extension Substring {
    /// Four digits after the decimal separator.
    fileprivate var padded: String { self + String(repeating: "0", count: 4 - count) }
}
