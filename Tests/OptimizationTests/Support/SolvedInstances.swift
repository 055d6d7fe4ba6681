import TestSupport

/// Instances whose optima checks/plan-solvers computed with two other solvers.
struct SolvedInstances<Instance: Decodable>: Decodable {
    let instances: [Instance]

    static func read(_ name: String) throws -> [Instance] {
        try Repository.decoded(Self.self, "Tests/OptimizationTests/Instances/" + name).instances
    }
}

/// Whether the bound of an instance is a gain to reach or a budget to stay within.
enum SolvedForm: String, Decodable {
    case goal, budget
}
