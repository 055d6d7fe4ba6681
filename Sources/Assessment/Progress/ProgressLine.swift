package import Scoring

/// A line of a stage as progress counts it.
struct ProgressLine: Sendable {
    /// The line, with what was entered about it.
    let line: StageLine
    /// Whether the unit answered everything that it was asked about it.
    var isAnswered = false
    /// By when it has to be done, where the stage's own window does not say so.
    var window: StageWindow?

    /// Whether somebody has to do something about it.
    var isOpen: Bool { line.state == .open && !isAnswered }
}

extension Assessment {
    /// Whether what is to be done at a stage are answers: that of explanation, where lines were looked at before.
    package func isOfAnswers(_ stage: Stage) -> Bool {
        guard stage.code == Stage.explanation.code, let later = laterStages(upTo: stage) else { return false }
        return later.count > 1
    }

    /// The stages that have to be locked before a stage is published, and that say who accepted what nobody looked at: that
    /// stage. Of the explanation those of appraisal before it too, because its own lock asks about answers only.
    func officialStages(of stage: Stage) -> ClosedRange<Int> {
        if isOfAnswers(stage), let later = laterStages(upTo: stage) { return later }
        let position = settings.stages.position(of: stage) ?? 0
        return position...position
    }

    /// The lines of the stage of explanation by unit: what was asked or returned, and what was entered at that stage.
    ///
    /// Complexity: O(units × nodes + given points + requests).
    func answerLines(at stage: Stage) -> [[ProgressLine]] {
        let (asked, scores) = (askedNodes(at: stage), scores(at: stage))
        return (lines(at: stage)?.units ?? []).enumerated().map { unit, lines in
            var open = asked[unit] ?? [:]
            let decided = lines.filter { $0.state != .open }.map { line in
                open[line.node] = nil
                return ProgressLine(line: line)
            }
            let answers = open.map { node, question in
                let sum = scores[unit].sum(of: node)
                return ProgressLine(
                    line: StageLine(node: node, state: .open, points: sum.points, maximum: sum.maximum),
                    isAnswered: question.isAnswered, window: question.window)
            }
            return (decided + answers).sorted { $0.line.node < $1.line.node }
        }
    }

    /// What units were asked, by the positions of units and of criteria; of a figure the first criterion that it is for.
    /// Lines that were returned are asked about until a later stage decides.
    private func askedNodes(at stage: Stage) -> [Int: [Int: Questions]] {
        let (stakes, positions) = (PointsAtStake(self), positions)
        var asked: [Int: [Int: Questions]] = [:]
        for request in requests {
            guard let unit = positions.units[request.unit],
                let node = stakes.nodes(ofUnit: unit, code: request.code).first
            else { continue }
            let isDone = request.answer != nil || request.decision != nil
            asked[unit, default: [:]][node, default: Questions()].add(request.window, isAnswered: isDone)
        }
        for (unit, node, _) in returnedLines(upTo: settings.stages.stages.last ?? stage) {
            let window = settings.windows.window(of: stage, unit: units[unit], field: fieldCode(of: node))
            asked[unit, default: [:]][node, default: Questions()].add(window, isAnswered: false)
        }
        return asked
    }
}

/// What a unit was asked about a line.
private struct Questions {
    private(set) var isAnswered = true
    /// Of the questions without an answer, the first last day.
    private(set) var window: StageWindow?

    mutating func add(_ other: StageWindow, isAnswered: Bool) {
        if isAnswered { return }
        self.isAnswered = false
        guard let closes = other.closes else { return }
        if window?.closes.map({ closes < $0 }) ?? true { window = other }
    }
}
