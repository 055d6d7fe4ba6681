import Assessment
import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import make_samples

/// The generator gives the checked-in tables of the samples byte for byte.
@Suite struct GeneratorTests {
    @Test(arguments: [
        "tuy-phuoc", "hung-yen-par", "hung-yen-papi", "nhu-quynh-papi", "tan-quang-papi", "papi-2016", "papi-2021",
        "sipas", "tinh-mau", "tinh-mau-xa", "tinh-mau-so",
    ])
    func theSamplesAreReproduced(_ name: String) throws {
        let profiles = "datasets/profiles/"
        let document = try JSONDocument(contentsOf: Repository.path(profiles + name + ".json"))
        let profile = try #require(SampleProfile(reading: document))
        #expect(!profile.years.isEmpty)
        let criteria = try Repository.criteria(profiles + profile.criteria)
        for year in profile.years {
            let surveyed = try profile.surveyed(year, folder: Repository.path(profiles))
            let maker = SampleMaker(profile: profile, criteria: criteria, year: year, surveyed: surveyed)
            let folder = profiles + profile.folder(of: year) + "/"
            #expect(try Repository.text(folder + "units.csv") == String(decoding: maker.unitsFile(), as: UTF8.self))
            #expect(try Repository.text(folder + "metrics.csv") == String(decoding: maker.metricsFile(), as: UTF8.self))
            if let scores = maker.scoresFile() {
                #expect(try Repository.text(folder + "scores.csv") == String(decoding: scores, as: UTF8.self))
            }
        }
    }
}
