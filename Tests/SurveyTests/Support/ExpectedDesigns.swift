import Foundation
import Testing

/// Designs with estimates as R's package survey gives them; see checks/survey-estimates/estimates.R.
struct ExpectedDesigns: Decodable {
    struct Design: Decodable, CustomTestStringConvertible {
        let file: String
        let ids, strata, fpc: [String]
        let lonely: String
        let estimates: [Expected]

        var testDescription: String { "\(file) ids \(ids) strata \(strata) fpc \(fpc) \(lonely)" }
    }

    struct Expected: Decodable {
        let of: String
        let domain: [String]
        /// R stopped because of a stratum with one unit.
        let refused: Bool?
        let rows, degreesOfFreedom: Int?
        let estimate, standardError, designEffect, designEffectReplace, level: Double?
        let limits: [String: [Double]]?
    }

    let r, survey: String
    let designs: [Design]

    static func read() throws -> ExpectedDesigns {
        let data = try Data(contentsOf: Samples.folder.appending(path: "expected.json"))
        return try JSONDecoder().decode(ExpectedDesigns.self, from: data)
    }
}
