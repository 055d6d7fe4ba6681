internal import Documents
internal import Words
package import Assessment
package import Scoring
import Values

/// What scenarios make of a unit's points, side by side.
package struct WhatIfReport: Report {
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
    func name(of position: Int) -> Phrase {
        replays[position].scenario.name.map { Phrase(verbatim: CleanText.line($0)) } ?? WhatIfWords.ofCommandLine
    }

    /// The heading of a scenario's column.
    func heading(of position: Int) -> Phrase {
        replays.count == 1 ? .afterChange : WhatIfWords.scenario(position + 1)
    }
}
