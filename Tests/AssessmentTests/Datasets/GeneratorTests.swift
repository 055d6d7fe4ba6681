import Assessment
import Foundation
import Scoring
import Testing
import Values

@testable import make_samples

/// The generator gives the checked-in tables of the samples byte for byte.
@Suite struct GeneratorTests {
    @Test(arguments: [2023, 2024])
    func theSamplesAreReproduced(_ year: Int) throws {
        let document = try JSONDocument(contentsOf: Repository.path("datasets/profiles/tuy-phuoc.json"))
        let profile = try #require(SampleProfile(reading: document))
        #expect(profile.years.contains(year))
        let criteria = try Repository.criteria("criteria/tuy-phuoc/2023-2025.json")
        let maker = SampleMaker(profile: profile, criteria: criteria, year: year)
        let folder = "datasets/tuy-phuoc-\(year)/"
        #expect(try Repository.text(folder + "units.csv") == String(decoding: maker.unitsFile(), as: UTF8.self))
        #expect(try Repository.text(folder + "metrics.csv") == String(decoding: maker.metricsFile(), as: UTF8.self))
    }
}
