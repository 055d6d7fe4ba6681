import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// The communes of the fictitious province as they would have scored a year before their mergers, compared with an
/// oracle that adds up the counts of their predecessors (checks/comparison/merged.py).
@Suite struct MergedSampleTests {
    @Test func predecessorsAreOneUnit() throws {
        let years = try [2024, 2025].map { year in
            let reading = Assessment.read(Repository.path("datasets/tinh-mau-\(year)"))
            #expect(reading.findings.isEmpty)
            return try #require(reading.assessment)
        }
        let pairing = UnitPairing(from: years[0].units, to: years[1].units)
        #expect(pairing.pairs.count == 13)
        #expect(pairing.gaps.count == 2)
        let lines = try Repository.text("Tests/AssessmentTests/Datasets/Merged/tinh-mau.csv").split(separator: "\n")
        #expect(lines.count > 190)
        for line in lines.dropFirst() {
            let cells = line.split(separator: ",").map(String.init)
            let unit = try #require(years[1].position(ofUnit: cells[0]))
            let pair = try #require(pairing.pairs.first { $0.after == unit })
            let combined = try #require(years[0].scores.combined(pair.before))
            let criterion = try #require(combined.score.criteriaSet.index(of: cells[1]))
            #expect(!combined.leavesWithGaps.contains(cells[1]))
            #expect(combined.score.criterion(criterion).points == (try FixedDecimal(cells[4])), "\(line)")
        }
    }
}
