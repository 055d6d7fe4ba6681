internal import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

extension AlertReport {
    /// The most units that an event names.
    private static let namedUnits = 20

    /// Everything with a last day that is not done, as a calendar with reminders. What several units have to do by the
    /// same day is one event.
    package func calendar(in language: Language) -> [UInt8] {
        let days = review.within
        let writer = CalendarWriter(
            name: Phrase("\(AlertWords.title): \(header.name)"), stamp: review.day,
            reminders: days > 1 ? [days, 1] : [days], language: language)
        return writer.bytes(of: events)
    }

    private struct Day: Hashable {
        let subject: PendingDeadline.Subject
        let due: CalendarDay
    }

    private var events: [CalendarWriter.Event] {
        var order: [Day] = []
        var parts: [Day: [PendingDeadline]] = [:]
        for pending in review.pending {
            let day = Day(subject: pending.subject, due: pending.due)
            if parts[day] == nil { order.append(day) }
            parts[day, default: []].append(pending)
        }
        let days = order.enumerated().sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }
        // Where units have different last days for the same thing, the second event is another one.
        var counts: [PendingDeadline.Subject: Int] = [:]
        return days.map { _, day in
            counts[day.subject, default: 0] += 1
            return event(day, parts[day] ?? [], number: counts[day.subject] ?? 1)
        }
    }

    private func event(_ day: Day, _ parts: [PendingDeadline], number: Int) -> CalendarWriter.Event {
        let names = parts.flatMap { $0.units }.map { header.assessment.units[$0].name }
        let points = parts.reduce(FixedDecimal(0)) { $0 + $1.points }
        let lines =
            (names.isEmpty
                ? []
                : [
                    AlertWords.eventUnits(
                        Array(names.prefix(Self.namedUnits)), more: max(names.count - Self.namedUnits, 0))
                ]) + (points > 0 ? [AlertWords.eventPoints(Phrase("\(points, digits: header.pointDigits)"))] : [])
            + [header.name, header.set.fullName]
        return CalendarWriter.Event(
            uid: uid(of: day.subject, number), day: day.due,
            title: AlertWords.event(
                phrase(of: day.subject).line(cutAt: 120), unit: unit.map { header.assessment.units[$0].name }),
            text: lines.joined("\n"))
    }

    /// The same for the same thing, on whatever day it is due and the calendar is made.
    private func uid(of subject: PendingDeadline.Subject, _ number: Int) -> String {
        let settings = header.settings
        let about: [String] =
            switch subject {
            case .task(let node): ["task", header.set.criteria[node].code]
            case .date(let position): ["date", settings.dates[position].name.vi]
            case .stage(let position, let field): ["stage", settings.stages.stages[position].code, field ?? ""]
            case .answer(_, let code, let question): ["answer", code, question ?? ""]
            }
        let parts = [header.set.set, settings.name.vi, settings.period.code] + about
        let ends = [unit.map { header.assessment.units[$0].code } ?? "", String(number)]
        let key = (parts + ends).map { "\($0.utf8.count):\($0)" }.joined()
        return SHA256.hex(of: Array(key.utf8)).prefix(32) + "@score-cli"
    }
}
