import ScoreNumerics
import Scoring
import TestSupport
import Values

/// A random tree of the model: nodes in the order of the file, each after its parent.
struct RandomTree {
    private(set) var leaves: [ModelLeaf] = []
    private(set) var criteria: [String] = []

    private let digits: Int

    /// A tree whose maxima have at most `digits` decimals.
    init(_ random: inout SeededRandom, fields: Int, digits: Int) {
        self.digits = digits
        for field in 1...fields { grow("\(field)", depth: 0, &random) }
    }

    @discardableResult
    private mutating func grow(_ code: String, depth: Int, _ random: inout SeededRandom) -> Int {
        if depth == 3 || random.chance(depth == 0 ? 10 : 50) {
            let leaf = random.leaf(code, digits: digits)
            leaves.append(leaf)
            criteria.append(leaf.json)
            return leaf.maximum
        }
        let position = criteria.count
        criteria.append("")
        let sum = (1...random.int(1...4)).reduce(0) { $0 + grow("\(code).\($1)", depth: depth + 1, &random) }
        criteria[position] = #"{"code": "\#(code)", "name": "x", "maximum": \#(decimal(sum))}"#
        return sum
    }

    /// The tree as a compiled edition, with more members of its file.
    func compiled(
        _ rounding: Rounding, stage: RoundingPolicy.Stage, caps: (Int, Int)?, more: String = ""
    ) throws -> CompiledCriteria {
        let capMembers = caps.map { #", "bonusCap": \#(decimal($0.0)), "penaltyCap": \#(decimal($0.1))"# } ?? ""
        let edition = try JSONNode.parse(
            """
            {"rounding": {"points": {"mode": "\(rounding.mode.rawValue)", "digits": \(rounding.digits),
                                     "stage": "\(stage.rawValue)"},
                          "index": {"mode": "down", "digits": 2}}\(capMembers)\(more)}
            """)
        let set = try SampleEdition.read(SampleEdition.text(criteria: criteria, edition: edition))
        return try CompiledCriteria(set, year: 2026)
    }

    func figures(_ criteria: CompiledCriteria, units: Int, _ random: inout SeededRandom) -> FigureTable {
        var table = criteria.emptyFigures(unitCount: units)
        for leaf in leaves {
            for measure in leaf.measures {
                for column in measure.codes.compactMap(table.column) {
                    for unit in 0..<units {
                        table[unit, column] = Figure(random.figure(for: measure, maximum: leaf.maximum))
                    }
                }
            }
        }
        return table
    }
}
