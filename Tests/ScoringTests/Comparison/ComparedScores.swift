@testable import Scoring
import Testing
import Values

/// One side of a comparison as a test specifies it: nodes of an edition, figures, and what differs from the default.
struct ComparedSide {
    var nodes: [String]
    var figures: [String: Figure] = [:]
    var lastYear: [String: Figure] = [:]
    var level = "commune"
    var year = 2026
    var edition = "{}"

    func score() throws -> UnitScore {
        let set = try SampleEdition.read(
            SampleEdition.text(nodes: nodes.map(JSONNode.parse), edition: JSONNode.parse(edition)))
        let criteria = try CompiledCriteria(set, year: year)
        var (now, before) = (criteria.emptyFigures(unitCount: 1), criteria.emptyFigures(unitCount: 1))
        for (code, figure) in figures { now[0, try #require(now.column(of: code))] = figure }
        for (code, figure) in lastYear { before[0, try #require(before.column(of: code))] = figure }
        let units = [ScoredUnit(code: "x", level: level)]
        return try criteria.score(now, units: units, lastYear: LastYear(figures: before, units: [0]))[0]
    }

    static func field(_ code: String, _ maximum: String) -> String {
        #"{"code": "\#(code)", "maximum": \#(maximum)}"#
    }

    /// A percentage that earns the same share of the points.
    static func share(_ code: String, _ maximum: String, extra: String = "") -> String {
        #"{"code": "\#(code)", "maximum": \#(maximum), "#
            + #""metrics": [{"kind": "percent", "direction": "higher", "#
            + #""ratio": {"numerator": "a", "denominator": "b"}}], "rule": {"kind": "proportional"}\#(extra)}"#
    }

    static func yesNo(_ code: String, _ maximum: String, extra: String = "") -> String {
        #"{"code": "\#(code)", "maximum": \#(maximum), "metrics": [{"kind": "yesNo", "direction": "higher"}], "#
            + #""rule": {"kind": "yesNo"}\#(extra)}"#
    }

    static let leaveOut = #", "notApplicable": {"convention": "leaveOut"}"#
}

extension Bridge {
    /// The points of the states, as text.
    var path: [String] { states.map { $0.points.description } }
    /// The maxima of the states, as text.
    var maxima: [String] { states.map { $0.maximum.description } }
}

extension UnitComparison {
    /// Compares two scores of any editions.
    init(from before: UnitScore, to after: UnitScore, apart: Set<String> = []) {
        self.init(
            from: before, to: after, editions: EditionPair(before.compiled, after.compiled), apart: apart)
    }
}
