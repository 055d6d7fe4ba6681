internal import Scoring
package import Values

/// Something with a last day that is not done: a task of a unit, a date of the assessment, open lines of a stage, or a
/// question that a unit has not answered.
package struct PendingDeadline: Sendable {
    /// What has to be done.
    package enum Subject: Hashable, Sendable {
        /// The task of a criterion, by the position of the leaf.
        case task(Int)
        /// A date of the assessment, by its position in the settings.
        case date(Int)
        /// The open lines of a stage, by its position, in the field with a code or in those without a window of their own.
        case stage(Int, field: String?)
        /// The answer about a criterion or figure, by the criterion's position and the code; the question is nil for a line
        /// that was returned without a word.
        case answer(Int, code: String, question: String?)
    }

    package let subject: Subject
    /// The units that have to do it; none for a date of the assessment.
    package var units: [Int]
    /// Whether the only unit is that which has to do it; what appraisers do stands for all units that it concerns.
    package let isOfUnit: Bool
    package let due: CalendarDay
    /// Negative when the day has passed.
    package let daysLeft: Int
    /// What may be lost, or still be gained.
    package var points: FixedDecimal
    /// How many lines are open.
    package var lines = 0
}

extension Assessment {
    /// What has a last day and is not done on a day: tasks and dates as the review of deadlines has them, open lines as
    /// the progress of stages has them.
    ///
    /// Lines of the stage at which units score themselves, and of those before, are each unit's; those of later stages
    /// are put together by their last day. What is locked is done.
    func pendingDeadlines(of chosen: [Int]? = nil, on day: CalendarDay) -> [PendingDeadline] {
        let review = DeadlineReview(self, units: chosen, on: day, within: 0, withWindows: false)
        let open: Set<DeadlineStatus.State> = [.overdue, .dueSoon, .notDue]
        let items = review.parts.flatMap { part in
            part.items.compactMap { item -> PendingDeadline? in
                guard open.contains(item.status.state), let due = item.due else { return nil }
                let unit = part.unit
                switch item.subject {
                case .task(let node):
                    let sum = unit.map { scores[$0].sum(of: node) }
                    return PendingDeadline(
                        subject: .task(node), units: unit.map { [$0] } ?? [], isOfUnit: true, due: due,
                        daysLeft: day.days(to: due), points: sum.map { $0.maximum - $0.points } ?? 0)
                case .date(let position):
                    return PendingDeadline(
                        subject: .date(position), units: [], isOfUnit: false, due: due, daysLeft: day.days(to: due),
                        points: 0)
                case .window: return nil
                }
            }
        }
        let stages = settings.stages.stages.indices.flatMap { openLines(at: $0, of: chosen, on: day) }
        return items + stages + missingAnswers(of: chosen, on: day)
    }

    /// What units were asked and have not answered: requests, and returned lines where there is a stage of explanation that
    /// says by when.
    private func missingAnswers(of chosen: [Int]?, on day: CalendarDay) -> [PendingDeadline] {
        guard let last = settings.stages.stages.last else { return [] }
        let explanation = settings.stages[Stage.explanation.code]
        let position = explanation.flatMap(settings.stages.position(of:))
        let wanted = chosen.map(Set.init)
        return askedLines(at: last, answeredBy: explanation).compactMap { line in
            guard line.answer == nil, line.stage == nil || explanation != nil, let due = line.window.closes,
                wanted?.contains(line.unit) ?? true
            else { return nil }
            if let position, isLocked(line.node, at: position, of: line.unit) { return nil }
            return PendingDeadline(
                subject: .answer(line.node, code: line.code, question: line.question), units: [line.unit],
                isOfUnit: true, due: due, daysLeft: day.days(to: due), points: line.points)
        }
    }

    private func openLines(at position: Int, of chosen: [Int]?, on day: CalendarDay) -> [PendingDeadline] {
        let stage = settings.stages.stages[position]
        // What is to be done at the stage of explanation are answers.
        guard settings.windows.rules[stage.code] != nil, stage.code != Stage.explanation.code else { return [] }
        let (lines, isAppraisal) = (progressLines(at: stage), hasLines(at: stage))
        let fields = settings.windows.fields(of: stage)
        var found: [PendingDeadline] = []
        /// Where what belongs together stands: a unit, or nil for all, its field and the last day.
        var places: [PendingPlace: Int] = [:]
        for unit in chosen ?? Array(units.indices) {
            var windows: [String?: StageWindow] = [:]
            for line in lines[unit].map({ $0.line }) where isOpen(line, at: position, of: unit) {
                let own = fieldCode(of: line.node)
                let field = fields.contains(own) ? own : nil
                let window = windows[field] ?? settings.windows.window(of: stage, unit: units[unit], field: field)
                windows[field] = window
                guard let due = window.closes else { continue }
                let place = PendingPlace(unit: isAppraisal ? nil : unit, field: field, due: due)
                let index = places[place] ?? found.count
                if index == found.count {
                    places[place] = index
                    found.append(
                        PendingDeadline(
                            subject: .stage(position, field: field), units: [], isOfUnit: !isAppraisal, due: due,
                            daysLeft: day.days(to: due), points: 0))
                }
                if found[index].units.last != unit { found[index].units.append(unit) }
                found[index].lines += 1
                // What nobody reported may be gained; what nobody looked at may be cut.
                found[index].points += isAppraisal ? line.points : line.maximum - line.points
            }
        }
        return found
    }

    /// Whether nobody looked at a line, nor accepted it by locking its stage.
    func isOpen(_ line: StageLine, at stage: Int, of unit: Int) -> Bool {
        line.state == .open && !isLocked(line.node, at: stage, of: unit)
    }

    /// Whether nothing more is done about a node: a stage is locked for it and the unit.
    func isLocked(_ node: Int, at stage: Int, of unit: Int) -> Bool {
        guard let locks = stageLocks else { return false }
        return locks.leaves(of: criteria.set.criteria[node].code).allSatisfy { leaf in
            if case .locked = locks.state(of: stage, unit: units[unit].code, leaf: leaf) { true } else { false }
        }
    }
}

private struct PendingPlace: Hashable {
    let unit: Int?
    let field: String?
    let due: CalendarDay
}
