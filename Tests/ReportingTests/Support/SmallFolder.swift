import Foundation
import TestSupport

/// A small assessment that a test writes out: the nodes of its tree as JSON, figures and given points as CSV.
final class SmallFolder {
    let folder = TemporaryFolder()
    var path: String { folder.path }

    /// - Parameters:
    ///   - nodes: the tree, in its order.
    ///   - keys: further keys of the edition, each with a comma behind it.
    ///   - points: the rounding of points.
    ///   - figures: rows `unit;metric;value;numerator;denominator`.
    ///   - given: rows `unit;criterion;stage;points;reason`; with some, the appraisal is shown.
    init(
        _ nodes: [String], keys: String = "", points: (digits: Int, stage: String) = (2, "leaf"), figures: [String],
        given: [String] = []
    ) {
        folder.add(
            """
            {"format": 1, "set": "nho", "edition": "1", "name": "Bộ", "source": {"document": "Quyết định"},
             "years": {"from": 2024, "to": 2024}, "levels": [{"code": "xa", "name": "Cấp xã"}],
             "points": {"basis": "decreed", "source": {"document": "Quyết định"}}, \(keys)
             "rounding": {"points": {"mode": "halfAwayFromZero", "digits": \(points.digits), "stage": "\(points.stage)"},
                          "index": {"mode": "halfAwayFromZero", "digits": 2}},
             "ranking": {"ties": "standard", "minimumCoverage": 0},
             "criteria": [\(nodes.joined(separator: ",\n"))]}
            """, "criteria.json")
        let stage = given.isEmpty ? "self" : "appraisal"
        folder.add(
            #"{"format": 1, "name": "Đợt", "criteria": "criteria.json", "year": 2024, "stage": "\#(stage)"}"#,
            "assessment.json")
        var units: [String] = []
        for row in figures {
            let unit = String(row.prefix { $0 != ";" })
            if !units.contains(unit) { units.append(unit) }
        }
        folder.add("code;name;level\n" + units.map { "\($0);Xã \($0);xa\n" }.joined(), "units.csv")
        folder.add("unit;metric;value;numerator;denominator\n" + figures.map { $0 + "\n" }.joined(), "metrics.csv")
        folder.add("unit;criterion;stage;points;reason\n" + given.map { $0 + ";lý do\n" }.joined(), "scores.csv")
    }

    /// What a command writes of the folder.
    func text(_ command: String, _ words: String..., format: String = "md") -> String {
        commandOutput([command, path] + words + ["--lang", "vi", "--format", format]).text
    }

    /// The tables that it writes.
    func tables(_ command: String, _ words: String...) -> MarkdownTables { MarkdownTables([command, path] + words) }

    /// A node with parts.
    static func node(_ code: String, _ maximum: String) -> String {
        #"{"code": "\#(code)", "name": "Mục \#(code)", "maximum": \#(maximum)}"#
    }

    /// A share of two counts that earns as much of the maximum; with a convention for 0 ÷ 0, or a rule of its own.
    static func share(
        _ code: String, _ maximum: String, zero: String? = nil, rule: String = #"{"kind": "proportional", "base": 100}"#
    ) -> String { leaf(code, maximum, [ratio(code, zero: zero)], rule) }

    /// Points for things that are counted: `bonus`, `penalty`.
    static func counted(_ kind: String, _ code: String, each: String, cap: String) -> String {
        let direction = kind == "penalty" ? "lower" : "higher"
        let metric = #"{"name": "số lượng", "direction": "\#(direction)", "kind": "count"}"#
        return leaf(code, "0", [metric], #"{"kind": "\#(kind)", "each": \#(each), "cap": \#(cap)}"#)
    }

    static func leaf(_ code: String, _ maximum: String, _ metrics: [String], _ rule: String) -> String {
        #"{"code": "\#(code)", "name": "Tiêu chí \#(code)", "maximum": \#(maximum), "source": {"row": "\#(code)"}, "#
            + #""levels": ["xa"], "metrics": [\#(metrics.joined(separator: ", "))], "rule": \#(rule)}"#
    }

    static func ratio(_ code: String, zero: String? = nil) -> String {
        let convention = zero.map {
            #", "zeroDenominator": {"convention": "\#($0)", "source": {"document": "Quyết định"}}"#
        }
        return #"{"code": "\#(code)", "name": "tỷ lệ \#(code)", "direction": "higher", "kind": "percent", "#
            + #""ratio": {"numerator": "đúng", "denominator": "tất cả"}\#(convention ?? "")}"#
    }
}

/// The tables of a report in Markdown, which has neither cut nor wrapped cells.
struct MarkdownTables {
    struct Row {
        /// By the titles of the columns.
        let cells: [String: String]
        /// Whether it is a sum of others.
        let isStrong: Bool

        /// What it is called.
        var name: String { ["Tiêu chí", "Lĩnh vực", "Cơ quan chủ trì"].lazy.compactMap { cells[$0] }.first ?? "" }

        func number(_ title: String) -> Double? {
            let cell = (cells[title] ?? "").replacing("−", with: "-").replacing(",", with: ".")
            return Double(cell.replacing("+", with: ""))
        }
    }

    /// By the heading above.
    private(set) var tables: [String: [Row]] = [:]

    init(_ words: [String]) {
        var (heading, titles) = ("", [String]())
        let text = commandOutput(words + ["--format", "md", "--lang", "vi"]).text
        for line in text.split(whereSeparator: \.isNewline) {
            guard line.hasPrefix("| ") else {
                if line.hasPrefix("#") { heading = String(line.drop { $0 == "#" || $0 == " " }) }
                titles = []
                continue
            }
            let cells = String(line).components(separatedBy: "|").dropFirst().dropLast().map { cell in
                cell.filter { $0 != "*" && $0 != "\\" }.trimmingCharacters(in: .whitespaces)
            }
            if titles.isEmpty {
                titles = cells
            } else if !line.hasPrefix("| --") {
                let row = Row(
                    cells: Dictionary(zip(titles, cells)) { first, _ in first }, isStrong: line.contains("**"))
                tables[heading, default: []].append(row)
            }
        }
    }

    /// The names of the rows of a table with the numbers of a column.
    func column(_ title: String, of heading: String) -> [String] {
        (tables[heading] ?? []).map { "\($0.name): \($0.cells[title] ?? "")" }
    }

    /// Whether the rows of a table that are no sums add up to its last one.
    func addsUp(_ title: String, of heading: String) -> Bool {
        guard let rows = tables[heading], let total = rows.last?.number(title), rows.last?.isStrong ?? false else {
            return false
        }
        let sum = rows.reduce(0) { $0 + ($1.isStrong ? 0 : $1.number(title) ?? 0) }
        return abs(sum - total) < 1e-8
    }
}
