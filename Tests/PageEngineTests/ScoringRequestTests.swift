import Assessment
import Reporting
import Scoring
import TestSupport
import Testing
import Values

/// Edits of a page give what `WhatIf` gives.
@Suite("edits equal what-if")
struct ScoringRequestTests {
    /// A folder, what is known of others, and whether scales may move.
    static let cases: [(folder: String, peers: EngineInput.Peers)] = OpenedPage.varied.flatMap { folder in
        [(folder, .all), (folder, .totals)]
    }

    @Test("single edits of every metric", arguments: cases)
    func everyMetric(folder: String, peers: EngineInput.Peers) throws {
        let whole = try #require(Assessment.read(Repository.path("datasets/" + folder)).assessment)
        let unit = whole.units.count / 2
        var page = try OpenedPage(whole, units: peers == .all ? nil : [unit], peers: peers)
        let trial = WhatIf(whole.scores, unit: unit, among: whole.units(among: .group, as: unit))
        let isFixed = page.opened["scalesFixed"]?.text == "true"
        var compared = 0
        for metric in whole.criteria.set.metrics {
            for (text, edit) in edits(of: metric) {
                let answer = try page.ask(
                    "{\"request\": \"score\", \"unit\": \(page.code(unit)), \"steps\": false, "
                        + "\"edits\": [{\"metric\": \(JSONWriter.quoted(metric.code)), \(text)}]}")
                guard let replay = try? trial.replay(Scenario(changes: [.init(metric.code, edit)])) else {
                    #expect(answer["error"]?.text == "scenario", "\(metric.code) \(text)")
                    continue
                }
                try #require(answer["error"] == nil, "\(metric.code) \(text): \(answer)")
                // A scale that is held gives other points than one that moves.
                let isRelative = whole.criteria.set.criteria[replay.changes[0].criterion].leaf?.measures.contains {
                    if case .relative = $0.rule { true } else { false }
                }
                if isFixed, isRelative == true { continue }
                compared += 1
                #expect(
                    AnsweredState(answer) == AnsweredState(replay.after, replay.rankAfter), "\(metric.code) \(text)")
                let nodes = try #require(answer["nodes"]).elements
                #expect(nodes.map { $0["points"]?.text } == replay.after.criteria.map { $0.points?.text() })
                #expect(nodes.map { $0["maximum"]?.text } == replay.after.criteria.map { $0.sum.maximum.text() })
                #expect(nodes.map { $0["status"]?.text } == replay.after.criteria.map { $0.status.map { "\($0)" } })
                #expect(
                    (answer["freed"]?.elements ?? []).map { $0["points"]?.text }
                        == replay.freed.map { $0.standing.points.text() })
            }
        }
        #expect(compared > 0)
    }

    private func edits(of metric: Metric) -> [(String, Scenario.Edit)] {
        let middle = FixedDecimal(mantissa: ((metric.minimum ?? 0).mantissa + (metric.maximum ?? 2).mantissa) / 2)
        return [
            ("\"value\": \(metric.maximum ?? 1)", .set(metric.maximum ?? 1)),
            ("\"set\": \(middle)", .set(middle)), ("\"add\": -1", .add(-1)),
            ("\"status\": \"notReported\"", .status(.notReported)),
            ("\"status\": \"notApplicable\"", .status(.notApplicable)),
            ("\"numerator\": 3, \"denominator\": 7", .counts(numerator: 3, denominator: 7)),
            ("\"answer\": true", .answer(true)), ("\"task\": \"doneLate\"", .task(.doneLate)),
        ]
    }

    @Test("next steps are those of the explanation")
    func steps() throws {
        var page = try OpenedPage("tuy-phuoc-2024", peers: .all)
        let score = page.assessment.scores[1]
        let answer = try page.ask("{\"request\": \"score\", \"unit\": \(page.code(1))}")
        var count = 0
        for node in try #require(answer["nodes"]).elements {
            guard let code = node["code"]?.text, let explanation = score.explanation(of: code) else { continue }
            let measures = node["measures"]?.elements ?? []
            for (measure, expected) in zip(measures, explanation.measures) {
                let steps = (expected.nearest.map { [$0] } ?? []) + expected.nextSteps
                #expect((measure["steps"]?.elements ?? []).map { $0["gain"]?.text } == steps.map { $0.gain.text() })
                #expect(
                    (measure["steps"]?.elements ?? []).map { $0["numerator"]?.text }
                        == steps.map { $0.numerator?.text() })
                count += steps.count
            }
        }
        #expect(count > 20)
    }

    @Test("points that people gave are freed, and named by their stage")
    func freed() throws {
        var page = try OpenedPage("phu-tho-2026-08", peers: .all)
        let scores = page.assessment.scores
        let unit = try #require(
            page.assessment.units.indices.first { unit in
                scores[unit].criteria.contains {
                    $0.criterion.leaf != nil && scores[unit].standing(of: $0.index) != nil
                }
            })
        let node = try #require(
            scores[unit].criteria.first { $0.criterion.leaf != nil && scores[unit].standing(of: $0.index) != nil })
        let metric = try #require(node.criterion.leaf?.measures[0].metrics[0])
        let answer = try page.ask(
            "{\"request\": \"score\", \"unit\": \(page.code(unit)), "
                + "\"edits\": [{\"metric\": \(JSONWriter.quoted(metric.code)), \"status\": \"awaited\"}]}")
        #expect(answer["freed"]?.elements.first?["criterion"]?.text == node.criterion.code)
        #expect(
            page.assessment.settings.stages.stages.map(\.code).contains(
                answer["freed"]?.elements.first?["stage"]?.text ?? ""))
    }
}
