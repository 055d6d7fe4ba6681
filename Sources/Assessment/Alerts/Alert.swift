internal import Scoring
package import Values

/// Something that somebody should look at now.
package struct Alert: Sendable {
    /// What is wrong.
    package enum Kind: String, CaseIterable, Sendable {
        /// The last day of a task, a date or a stage has passed and it is not done.
        case overdue
        /// The last day of a task or a date is near.
        case dueSoon
        /// A stage closes soon and has open lines.
        case closing
        /// Points rest on no evidence, or on incomplete evidence.
        case noEvidence
        /// The index stays below the least of the limits, whatever is still measured.
        case lowIndex
        /// The place within the group is below the worst of the limits.
        case lowPlace
        /// The index fell twice running, whatever is still measured.
        case fallenIndex
        /// The place fell twice running.
        case fallenPlace
    }

    /// What it is about.
    package enum Subject: Hashable, Sendable {
        /// Something with a last day.
        case deadline(PendingDeadline.Subject)
        /// A criterion, by its position.
        case criterion(Int)
        /// The unit's result.
        case result
    }

    /// What it rests on.
    package enum Ground: Hashable, Sendable {
        case day
        /// Open lines, and how many units have them.
        case lines(Int, units: Int)
        case evidence(SubmissionAudit.Kind)
        case index(FixedDecimal, least: FixedDecimal)
        case place(UnitPlace, worst: Int)
        /// The indices of three periods, the earliest first.
        case indices([FixedDecimal])
        /// The places of three periods, the earliest first.
        case places([UnitPlace])
    }

    package let kind: Kind
    package let subject: Subject
    /// The unit that it is about; nil for what is not one unit's to do.
    package let unit: Int?
    package let due: CalendarDay?
    /// Negative when the day has passed.
    package let daysLeft: Int?
    /// What may be lost, or still be gained.
    package let points: FixedDecimal
    package let ground: Ground

    init(
        _ kind: Kind, _ subject: Subject, unit: Int?, due: CalendarDay? = nil, daysLeft: Int? = nil,
        points: FixedDecimal, _ ground: Ground
    ) {
        (self.kind, self.subject, self.unit, self.due, self.daysLeft) = (kind, subject, unit, due, daysLeft)
        (self.points, self.ground) = (points, ground)
    }
}

/// All alerts of an assessment on a day, and everything with a last day behind them.
package struct AlertReview: Sendable {
    package let day: CalendarDay
    package let within: Int
    /// Most points first; of equal ones what is overdue before what is not.
    package let alerts: [Alert]
    /// Everything with a last day that is not done, also what is due later.
    package let pending: [PendingDeadline]

    /// Whether anything is overdue.
    package var isOverdue: Bool { alerts.contains { $0.kind == .overdue } }

    /// Reviews an assessment.
    ///
    /// - Parameters:
    ///   - units: The positions of units; nil for all.
    ///   - day: The reference day.
    ///   - within: So many days before its last day something is due soon.
    ///   - earlier: The assessment of the period before, and that of the one before it, as far as they are known.
    package init(
        _ assessment: Assessment, units: [Int]? = nil, on day: CalendarDay, within: Int, earlier: [Assessment] = []
    ) {
        (self.day, self.within) = (day, within)
        pending = assessment.pendingDeadlines(of: units, on: day)
        let chosen = units ?? Array(assessment.units.indices)
        let missing: Set<SubmissionAudit.Kind> = [.unexplained, .noEvidence, .incompleteEvidence]
        let evidence = SubmissionAudit(assessment, units: units).lines.filter { missing.contains($0.kind) }
            .map { line in
                Alert(
                    .noEvidence, .criterion(line.node), unit: line.unit, points: line.points, .evidence(line.kind))
            }
        let found =
            pending.compactMap { Alert($0, within: within) } + assessment.lowResults(of: chosen) + evidence
            + assessment.fallenResults(of: chosen, earlier: earlier)
        alerts = found.enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            return one.points == other.points
                ? (one.kind == .overdue ? 0 : 1, left.offset) < (other.kind == .overdue ? 0 : 1, right.offset)
                : one.points > other.points
        }.map { $0.element }
    }
}

extension Alert {
    /// What has a last day; nil while that is far away.
    fileprivate init?(_ pending: PendingDeadline, within: Int) {
        guard pending.daysLeft <= within else { return nil }
        let isStage = if case .stage = pending.subject { true } else { false }
        self.init(
            pending.daysLeft < 0 ? .overdue : isStage ? .closing : .dueSoon, .deadline(pending.subject),
            unit: pending.isOfUnit ? pending.units.first : nil, due: pending.due, daysLeft: pending.daysLeft,
            points: pending.points,
            isStage ? .lines(pending.lines, units: pending.units.count) : .day)
    }
}
