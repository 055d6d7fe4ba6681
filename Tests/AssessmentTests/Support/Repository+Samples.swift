import Assessment
import Scoring
import TestSupport

extension Repository {
    /// The sample of 2024, read once.
    static let sample = Assessment.read(path("datasets/tuy-phuoc-2024"))

    static func criteria(_ relative: String) throws -> CriteriaSet {
        try CriteriaSet.read(path(relative))
    }
}
