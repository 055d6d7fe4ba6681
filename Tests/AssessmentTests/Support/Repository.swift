import Assessment
import Foundation
import Scoring
import Values

/// The files of the repository.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    static func path(_ relative: String) -> String { root + "/" + relative }

    static func text(_ relative: String) throws -> String {
        try String(contentsOfFile: path(relative), encoding: .utf8)
    }

    /// The sample of 2024, read once.
    static let sample = Assessment.read(path("datasets/tuy-phuoc-2024"))

    static func criteria(_ relative: String) throws -> CriteriaSet {
        try CriteriaSet.read(path(relative))
    }
}

/// A number as it is written on paper; traps on anything else.
func exact(_ text: String) -> FixedDecimal {
    do {
        return try FixedDecimal(text)
    } catch {
        preconditionFailure("\(text) is no number")
    }
}
