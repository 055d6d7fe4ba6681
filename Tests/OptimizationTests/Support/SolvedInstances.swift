import Foundation

/// Instances whose optima checks/plan-solvers found by two other solvers.
struct SolvedInstances<Instance: Decodable>: Decodable {
    let instances: [Instance]

    static func read(_ name: String) throws -> [Instance] {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Instances").appendingPathComponent(name)
        return try JSONDecoder().decode(Self.self, from: Data(contentsOf: url)).instances
    }
}

/// Whether the bound of an instance is a gain to reach or a cost to keep to.
enum SolvedForm: String, Decodable {
    case goal, budget
}
