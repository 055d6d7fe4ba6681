import Survey
import Testing

@Suite("Design tree")
struct DesignTreeTests {
    typealias Node = DesignTree.Node

    @Test(
        "refuses designs that cannot be",
        arguments: [
            (1, [], DesignError.empty),
            (0, [Node(path: [], populations: [], rows: 1)], .empty),
            (1, [Node(path: [0], populations: [nil], rows: 1)], .wrongDepth(node: 0)),
            (1, [Node(path: [0, 1], populations: [], rows: 1)], .wrongDepth(node: 0)),
            (1, [Node(path: [0, 1], populations: [9], rows: 0)], .noRows(node: 0)),
            (
                1,
                [
                    Node(path: [0, 1], populations: [nil], rows: 9),
                    Node(path: [0, 2], populations: [nil], rows: .max),
                ],
                .tooManyRows(node: 1)
            ),
            (
                1,
                [Node(path: [0, 1], populations: [9], rows: 1), Node(path: [0, 1], populations: [9], rows: 1)],
                .pathsNotAscending(node: 1)
            ),
            (
                1,
                [Node(path: [1, 1], populations: [9], rows: 1), Node(path: [0, 2], populations: [9], rows: 1)],
                .pathsNotAscending(node: 1)
            ),
            (
                1,
                [Node(path: [0, 1], populations: [9], rows: 1), Node(path: [0, 2], populations: [8], rows: 1)],
                .populationsDiffer(stage: 1, node: 1)
            ),
            (
                1,
                [Node(path: [0, 1], populations: [nil], rows: 1), Node(path: [0, 2], populations: [8], rows: 1)],
                .populationsDiffer(stage: 1, node: 1)
            ),
            (
                1,
                [Node(path: [0, 1], populations: [1], rows: 1), Node(path: [0, 2], populations: [1], rows: 1)],
                .populationTooSmall(stage: 1, stratum: 0)
            ),
            (1, [Node(path: [0, 1], populations: [.nan], rows: 1)], .populationTooSmall(stage: 1, stratum: 0)),
            (
                2,
                [Node(path: [0, 1, 0, 1], populations: [5, -3], rows: 1)], .populationTooSmall(stage: 2, stratum: 0)
            ),
        ])
    func refusals(stages: Int, nodes: [Node], error: DesignError) {
        #expect(throws: error) { try DesignTree(stages: stages, lastStage: .units, nodes: nodes) }
    }

    @Test("refuses more people in the sample than there are")
    func people() {
        #expect(throws: DesignError.populationTooSmall(stage: 1, stratum: 0)) {
            try DesignTree(stages: 1, lastStage: .rows, nodes: [Node(path: [0], populations: [10], rows: 11)])
        }
    }
}
