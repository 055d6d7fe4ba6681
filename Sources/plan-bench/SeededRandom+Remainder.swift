package import ScoreNumerics

extension SeededRandom {
    /// A number of 0 ..< bound, by the remainder, as checks/plan-solvers.py draws it.
    package mutating func remainder(below bound: Int64) -> Int64 { Int64(next() % UInt64(bound)) }
}
