package import ScoreNumerics

extension SeededRandom {
    /// A number in 0 ..< bound, by the remainder, drawn as in checks/plan-solvers.py.
    package mutating func remainder(below bound: Int64) -> Int64 { Int64(next() % UInt64(bound)) }
}
