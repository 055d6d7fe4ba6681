package import Scoring
package import Values

/// What a unit still has to explain: a request that nothing was decided about, or a line that was returned to it.
package struct AskedLine: Sendable {
    /// The position of the unit.
    package let unit: Int
    /// The code of the criterion or the figure.
    package let code: String
    /// The criterion that it is about; of a figure the first that it is for.
    package let node: Int
    /// What is asked; nil for a line that was returned without a word.
    package let question: String?
    /// Who asks; nil where the stage that returned the line is all that is known.
    package let askedBy: String?
    /// The stage that returned the line; nil for a request.
    package let stage: Stage?
    /// The day on which it was asked.
    package let asked: CalendarDay?
    /// By when to answer.
    package let window: StageWindow
    /// What was answered already.
    package let answer: ExplanationRequest.Answer?
    /// The points that the unit gives itself on the criterion, and those that stand.
    package let claimed: FixedDecimal?
    package let shown: FixedDecimal?
    /// How many points the answer may move.
    package let points: FixedDecimal
}

extension Assessment {
    /// What units still have to explain at a stage, unit by unit in the order of criteria: requests, and lines that this
    /// stage or one before it returned last of all.
    ///
    /// - Parameter closing: The stage by the last day of which returned lines have to be answered; nil for that stage.
    /// - Complexity: O(units × stages + given points + requests).
    package func askedLines(at stage: Stage, answeredBy closing: Stage? = nil) -> [AskedLine] {
        let (stakes, positions, own) = (PointsAtStake(self), positions, ownScores)
        var lines: [AskedLine] = []
        func add(
            _ unit: Int, _ code: String, _ node: Int, question: String?, askedBy: String?, stage: Stage?,
            asked: CalendarDay?, window: StageWindow, answer: ExplanationRequest.Answer?
        ) {
            lines.append(
                AskedLine(
                    unit: unit, code: code, node: node, question: question, askedBy: askedBy, stage: stage,
                    asked: asked, window: window, answer: answer, claimed: own[unit].criterion(node).points,
                    shown: scores[unit].criterion(node).points, points: stakes.points(ofUnit: unit, code: code)))
        }
        for request in requests where request.decision == nil {
            guard let unit = positions.units[request.unit],
                let node = stakes.nodes(ofUnit: unit, code: request.code).first
            else { continue }
            add(
                unit, request.code, node, question: request.question, askedBy: request.askedBy, stage: nil,
                asked: request.asked, window: request.window, answer: request.answer)
        }
        for (unit, node, given) in returnedLines(upTo: stage) {
            let window = settings.windows.window(
                of: closing ?? stage, unit: units[unit], field: fieldCode(of: node))
            add(
                unit, given.criterion, node, question: given.reason, askedBy: nil, stage: given.stage,
                asked: given.date.flatMap { CalendarDay($0) }, window: window, answer: nil)
        }
        return lines.enumerated()
            .sorted { ($0.element.unit, $0.element.node, $0.offset) < ($1.element.unit, $1.element.node, $1.offset) }
            .map({ $0.element })
    }

    /// The lines about which the last stage to look at them, up to one, asked for an explanation, and of which there is no
    /// request: answering a returned line makes a request of it.
    func returnedLines(upTo stage: Stage) -> [(unit: Int, node: Int, opinion: GivenOpinion)] {
        guard !givenOpinions.isEmpty, let later = laterStages(upTo: stage) else { return [] }
        var last: [Int: [Int: GivenOpinion?]] = [:]
        for position in later {
            let opinions = opinions(at: settings.stages.stages[position])
            for (unit, entries) in entries(at: position) {
                for node in entries.keys { last[unit, default: [:]][node] = .some(opinions[unit]?[node]) }
            }
        }
        let known = Set(requests.map({ $0.key }))
        return last.flatMap { unit, nodes in
            nodes.compactMap { node, opinion -> (unit: Int, node: Int, opinion: GivenOpinion)? in
                guard let opinion, opinion.opinion == .returned else { return nil }
                let question = opinion.reason ?? ""
                let words = question.isEmpty ? AskedLine.wordless : [question]
                if words.contains(where: {
                    known.contains(RequestKey(unit: opinion.unit, code: opinion.criterion, question: $0))
                }) {
                    return nil
                }
                return (unit, node, opinion)
            }
        }
    }
}

extension AskedLine {
    /// What stands for the question of a line that was returned without a word.
    package static let wordless = [true, false].map { GivenOpinion.word(for: .returned, isVietnamese: $0) }

    /// What it asks, as a table of a folder says it.
    package func words(isVietnamese: Bool) -> String {
        question ?? GivenOpinion.word(for: .returned, isVietnamese: isVietnamese)
    }
}
