import Foundation
import Scoring
import TestSupport
import Values

@testable import Assessment

/// A small assessment in a folder of its own; files that a test does not specify are sound.
struct SmallAssessment {
    /// The files by name; a name with `../` is outside the assessment's folder.
    var files: [String: [UInt8]]

    init(_ changes: [String: String] = [:], without removed: [String] = []) {
        files = [
            "assessment.json": Self.settings(), "units.csv": Self.units, "metrics.csv": Self.metrics,
            "../criteria.json": Self.criteria,
        ].merging(changes) { $1 }.mapValues { Array($0.utf8) }
        for name in removed { files[name] = nil }
    }

    /// Writes the files, reads the folder, and deletes everything again.
    func read(_ change: (inout AssessmentOptions) -> Void = { _ in }) throws -> AssessmentReading {
        let root = TemporaryFolder()
        let folder = root.path("a")
        for (name, bytes) in files { root.add(bytes, name.hasPrefix("../") ? String(name.dropFirst(3)) : "a/" + name) }
        var options = AssessmentOptions()
        change(&options)
        options.points = options.points.map { folder + "/" + $0 }
        let reading = Assessment.read(folder, options: options)
        // Findings without the folder's path are the same on every run.
        return AssessmentReading(
            assessment: reading.assessment,
            findings: reading.findings.map { finding in
                var finding = finding
                for part in [folder + "/", folder, root.path + "/"] {
                    finding.location.file = finding.location.file.replacingOccurrences(of: part, with: "")
                    finding.details = finding.details.mapValues { $0.without(part) }
                }
                return finding
            }, tables: reading.tables)
    }

    // MARK: - Sound files

    static func settings(_ more: String = "", year: Int = 2025, groups: String = "") -> String {
        let members =
            [
                #""format": 1"#, #""name": "Thử""#, #""criteria": "../criteria.json""#, #""year": \#(year)"#,
                #""stage": "self""#,
            ] + (groups.isEmpty ? [] : [#""groups": [\#(groups)]"#]) + (more.isEmpty ? [] : [more])
        return "{\(members.joined(separator: ", "))}"
    }

    static let units = "code;name;level\nh;Huyện H;district\nxa-1;Xã Một;commune\nxa-2;Xã Hai;commune\n"

    static let metrics = """
        unit;metric;value;numerator;denominator;status
        h;1.1;90,5;;;
        xa-1;1.1;;9;10;
        xa-2;1.1;80;;;

        """

    /// The rules are simple, so that points are obvious.
    static let criteria = """
        {"format": 1, "set": "thu", "edition": "2024-2026", "name": "Bộ thử", "source": {"document": "Quyết định thử"},
        "years": {"from": 2024, "to": 2026},
        "levels": [{"code": "district", "name": "Cấp huyện"}, {"code": "commune", "name": "Cấp xã"}],
        "points": {"basis": "assumed", "source": {"document": "Quyết định thử"}, "reason": "thử"},
        "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
            "index": {"mode": "halfAwayFromZero", "digits": 2}},
        "ranking": {"ties": "standard", "minimumCoverage": 0},
        "criteria": [
        {"code": "1", "name": "Lĩnh vực 1", "maximum": 10},
        \(leaf("1.1", 2, ratio, proportional, #""evidence": ["Báo cáo"]"#)),
        \(leaf("1.2", 2, ratio, proportional, #""notApplicable": {"convention": "leaveOut"}"#)),
        \(leaf("1.3", 2, #""kind": "count""#, #"{"kind": "countThreshold", "threshold": {"atLeast": 10}, "below": "proportional"}"#)),
        \(leaf("1.4", 1, #""kind": "yesNo""#, #"{"kind": "yesNo"}"#)),
        \(leaf("1.5", 1, #""kind": "amount""#, #"{"kind": "changeFromLastYear", "as": "percent", "full": {"above": 0}}"#)),
        \(leaf("1.10", 2, #""kind": "percent""#, #"{"kind": "surveyShare", "base": 100}"#)),
        {"code": "2", "name": "Lĩnh vực 2", "maximum": 2},
        \(leaf("2.1", 1, ratio, proportional, #""notApplicable": {"convention": "fullPoints"}"#)),
        \(leaf("2.2", 1, #""kind": "percent""#, proportional, #""levelsReason": "thử""#, levels: #""district""#)),
        {"code": "3", "name": "Lĩnh vực 3", "maximum": 0},
        \(leaf("3.1", 0, #""kind": "count""#, #"{"kind": "bonus", "each": 0.5, "cap": 2}"#)),
        \(leaf("3.2", 0, #""kind": "count""#, #"{"kind": "penalty", "each": 0.5, "cap": 2}"#, direction: "lower"))
        ]}
        """

    private static let ratio = #""kind": "percent", "ratio": {"numerator": "đúng", "denominator": "tất cả"}"#
    private static let proportional = #"{"kind": "proportional", "base": 100}"#

    private static func leaf(
        _ code: String, _ maximum: Int, _ metric: String, _ rule: String, _ more: String = "",
        levels: String = #""district", "commune""#, direction: String = "higher"
    ) -> String {
        #"{"code": "\#(code)", "name": "Tiêu chí \#(code)", "maximum": \#(maximum), "source": {"row": "\#(code)"}, "#
            + #""levels": [\#(levels)], "metrics": [{"name": "số liệu", "direction": "\#(direction)", \#(metric)}], "#
            + #""rule": \#(rule)\#(more.isEmpty ? "" : ", " + more)}"#
    }
}

extension AssessmentReading {
    /// All findings as `code file:row:column «found»`.
    ///
    /// Small tables leave units without a figure; the finding about this is covered by one test alone
    /// (`UnspokenTests`).
    var briefs: [String] {
        findings.filter { $0.code != AssessmentFinding.unitWithoutFigures.rawValue }.map(\.brief)
    }

    /// The errors only.
    var errors: [String] { findings.filter { $0.severity == .error }.map(\.brief) }

    /// The figure of a unit, if there is an assessment with it.
    func figure(_ unit: String, _ metric: String) -> Figure? {
        guard let assessment, let position = assessment.position(ofUnit: unit) else { return nil }
        return assessment.figures[position, metric]
    }

    /// All points of a unit: `1.1=1.81`, a dash where there are none.
    func points(_ unit: String) -> [String] {
        guard let assessment, let position = assessment.position(ofUnit: unit) else { return [] }
        return assessment.scores[position].criteria.filter { $0.status != nil }.map {
            "\($0.criterion.code)=\($0.points?.text() ?? "-")"
        }
    }
}

extension Finding {
    /// A broken relation: `code cell: number of cells ≤ number (cell) when cell`.
    var relation: String {
        func cells(_ key: FindingKey) -> String { text(key).map { " of \($0)" } ?? "" }
        let left = (text(.found) ?? "") + cells(.foundFrom)
        let right = (text(.expected) ?? "") + (text(.first).map { " (\($0))" } ?? "") + cells(.expectedFrom)
        let when = text(.conditionFrom).map { " when \($0)" } ?? ""
        return "\(code) \(location): \(left) \(text(.other) ?? "") \(right)\(when)"
    }

    /// `code file:row:column «found»`.
    var brief: String {
        "\(code) \(location)" + (text(.found).map { " «\($0)»" } ?? "")
    }
}

extension FindingValue {
    /// The value without a part of a path.
    fileprivate func without(_ part: String) -> FindingValue {
        switch self {
        case .text(let text): return .text(text.replacingOccurrences(of: part, with: ""))
        case .location(let location): return .location(location.without(part))
        case .locations(let locations): return .locations(locations.map { $0.without(part) })
        default: return self
        }
    }
}

extension Location {
    /// The same place without a part of the path.
    fileprivate func without(_ part: String) -> Location {
        var location = self
        location.file = file.replacingOccurrences(of: part, with: "")
        return location
    }
}
