package import Documents
internal import Words
package import Assessment
package import Scoring
import Values

/// What scenarios make of a unit's points, side by side.
package struct WhatIfReport: Sendable {
    /// What stands above.
    package let header: ReportHeader
    /// The unit.
    package let unit: Unit
    /// The scenarios, replayed; all of the same unit of the same scores.
    package let replays: [ScenarioReplay]
    /// The unit's points along one metric.
    package let sweep: Sweep?
    let score: UnitScore
    let rank: GroupRank?

    /// Puts scenarios side by side.
    package init(_ assessment: Assessment, unit position: Int, replays: [ScenarioReplay], sweep: Sweep?) {
        header = ReportHeader(assessment)
        unit = assessment.units[position]
        self.replays = replays
        self.sweep = sweep
        score = assessment.scores[position]
        rank = assessment.scores.groupRank(of: position)
    }

    var set: CriteriaSet { header.set }

    /// The positions of nodes that matter: leaves that a scenario touches or whose points it changes, and the nodes above
    /// them, in the order of the tree.
    var touched: [Int] {
        var touched = Swift.Set(replays.flatMap { $0.changes.map(\.criterion) })
        for index in set.criteria.indices where set.criteria[index].leaf != nil {
            if replays.contains(where: { $0.after.tally(of: index) != score.tally(of: index) }) {
                touched.insert(index)
            }
        }
        for index in touched {
            touched.formUnion(sequence(first: index) { set.criteria[$0].parent })
        }
        return touched.sorted()
    }

    /// The name of a scenario: its own, or that of the command line.
    func name(of position: Int, in language: Language) -> String {
        replays[position].scenario.name.map(CleanText.line)
            ?? (language == .vi ? "Các thay đổi nêu trên dòng lệnh" : "The changes of the command line")
    }

    /// The heading of a scenario's column.
    func heading(of position: Int, in language: Language) -> String {
        if replays.count == 1 { return WhatIfLabel.after.text(language) }
        return language == .vi ? "Phương án \(position + 1)" : "Scenario \(position + 1)"
    }
}

/// The words of reports of scenarios that ``Label`` does not have.
enum WhatIfLabel {
    static let title = Wording(vi: "Thử thay đổi số liệu", en: "What if")
    static let changes = Wording(vi: "Số liệu thay đổi", en: "Changes")
    static let metric = Wording(vi: "Số liệu", en: "Metric")
    static let before = Wording(vi: "Hiện tại", en: "Now")
    static let after = Wording(vi: "Sau thay đổi", en: "After")
    static let difference = Wording(vi: "Chênh lệch", en: "Difference")
    static let result = Wording(vi: "Kết quả", en: "Result")
    static let criteria = Wording(vi: "Từng tiêu chí", en: "Criterion by criterion")
    static let rank = Wording(vi: "Thứ hạng trong khối", en: "Rank in the group")
    static let sweep = Wording(vi: "Điểm theo số liệu", en: "Points along the figure")
    static let chart = Wording(vi: "Biểu đồ điểm tiêu chí", en: "Chart of the criterion's points")
}
