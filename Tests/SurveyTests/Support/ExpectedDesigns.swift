import TestSupport
import Testing

/// Designs with estimates by R's package survey; see checks/r-survey/estimates.R.
struct ExpectedDesigns: Decodable {
    struct Design: Decodable, CustomTestStringConvertible {
        let file: String
        let ids, strata, fpc: [String]
        let lonely: String
        let estimates: [Expected]

        /// The sample file, which checks/survey-estimates generates with R.
        var path: String { "Tests/SurveyTests/Designs/\(file).csv" }

        func rows() throws -> [[String: String]] { try Repository.rows(path) }

        var testDescription: String { "\(file) ids \(ids) strata \(strata) fpc \(fpc) \(lonely)" }
    }

    struct Expected: Decodable {
        let of: String
        let domain: [String]
        /// R stopped because of a stratum with one unit.
        let refused: Bool?
        let rows, degreesOfFreedom: Int?
        let estimate, standardError, designEffect, level: Double?
        let limits: [String: [Double]]?

        /// The value and the standard error from 0 to 1: R's mean is on the levels 1 to 5.
        var share: Double? { of == "meanOfQuestion2" ? estimate.map { ($0 - 1) / 4 } : estimate }
        var shareError: Double? { of == "meanOfQuestion2" ? standardError.map { $0 / 4 } : standardError }
    }

    let r, survey: String
    let designs: [Design]

    static func read() throws -> ExpectedDesigns {
        try Repository.decoded(ExpectedDesigns.self, "Tests/SurveyTests/Designs/expected.json")
    }
}
