import Foundation

/// How many of the problems that tests draw are tried: some in each run, all by `checks/properties`.
package enum Draws {
    /// Whether all are.
    package static let areComplete = ProcessInfo.processInfo.environment["SCORE_ALL_DRAWS"] != nil

    /// The seeds below `all`, of which the first `usual` are tried in each run.
    package static func seeds(_ usual: Int, of all: Int) -> [Int] { Array(0..<(areComplete ? all : usual)) }
}
