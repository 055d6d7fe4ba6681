import Scoring
import Values

/// Editions with fields of one leaf each, whose points are the reported percentage of the maximum.
enum RankSample {
    /// Scores units by figures in percent, leaf after leaf; nil for a leaf that is not reported.
    static func scores(
        maxima: [Int], _ figures: [[FixedDecimal?]], groups: [String?]? = nil, levels: [String]? = nil,
        ranking: String = #"{"ties": "standard", "minimumCoverage": 50}"#, more: String = "",
        rule: String = #"{"kind": "proportional"}"#, digits: Int = 4, stage: String = "leaf",
        leafLevels: [String] = []
    ) throws -> ScoreTable {
        let set = try SampleEdition.read(
            text(maxima, ranking, more, rule, digits: digits, stage: stage, leafLevels: leafLevels))
        let criteria = try CompiledCriteria(set, year: 2025)
        var table = criteria.emptyFigures(unitCount: figures.count)
        for (unit, row) in figures.enumerated() {
            for (leaf, figure) in row.enumerated() { table[unit, leaf] = figure.map { .value($0) } ?? .notReported }
        }
        let units = figures.indices.map {
            ScoredUnit(code: "u\($0)", level: levels?[$0] ?? "commune", group: groups?[$0])
        }
        return try criteria.score(table, units: units)
    }

    private static func text(
        _ maxima: [Int], _ ranking: String, _ more: String, _ rule: String, digits: Int, stage: String,
        leafLevels: [String]
    ) throws -> String {
        let nodes = try maxima.enumerated().flatMap { position, maximum in
            let levels = leafLevels.indices.contains(position) ? leafLevels[position] : #"["commune", "department"]"#
            let field = #"{"code": "\#(position + 1)", "name": "Lĩnh vực", "maximum": \#(maximum)}"#
            let leaf = """
                {"code": "\(position + 1).1", "maximum": \(maximum), "levels": \(levels),
                 "levelsReason": "mẫu", "metrics": [{"kind": "percent", "direction": "higher"}], "rule": \(rule)}
                """
            return try [JSONNode.parse(field), JSONNode.parse(leaf)]
        }
        let edition = """
            {"ranking": \(ranking), "rounding": {"points": {"mode": "halfAwayFromZero", "digits": \(digits),
             "stage": "\(stage)"}, "index": {"mode": "halfAwayFromZero", "digits": 2}}\(more)}
            """
        return try SampleEdition.text(nodes: nodes, edition: JSONNode.parse(edition))
    }
}
