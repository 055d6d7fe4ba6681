internal import Assessment
package import Documents
internal import Scoring
internal import Values
internal import Words

extension AlertReport {
    /// The most letters of a message.
    package static let messageLimit = 500
    /// The most letters of a name in one.
    private static let nameLimit = 60

    /// A text for each unit with alerts, to be pasted into a mail or a short message.
    package func messages(in language: Language) -> [(unit: String, text: String)] {
        let alerts = Dictionary(grouping: review.alerts.filter { $0.unit != nil }, by: { $0.unit })
        return header.assessment.units.indices.compactMap { unit in
            alerts[unit].map { (header.assessment.units[unit].code, message(to: unit, $0, in: language)) }
        }
    }

    /// As many lines as there is room for, what has a last day first, and how many more there are.
    private func message(to unit: Int, _ found: [Alert], in language: Language) -> String {
        let alerts = found.filter { $0.due != nil } + found.filter { $0.due == nil }
        let name = CleanText.cut(CleanText.line(header.assessment.units[unit].name), at: Self.nameLimit)
        let head = AlertWords.messageHead(
            name, alerts.count, overdue: alerts.count { $0.kind == .overdue }, header.name.line(cutAt: Self.nameLimit),
            on: review.day
        ).text(language)
        var text = head
        var lines = head
        for (position, alert) in alerts.enumerated() {
            lines += "\n" + line(alert).text(language)
            let rest = alerts.count - position - 1
            let whole = lines + (rest == 0 ? "" : "\n" + AlertWords.messageRest(rest).text(language))
            if whole.count <= Self.messageLimit { text = whole }
            // What still comes only makes it longer, unless it is the last, which needs no word about the rest.
            if lines.count > Self.messageLimit { break }
        }
        if text == head { text += "\n" + AlertWords.messageRest(alerts.count).text(language) }
        return text
    }

    private func line(_ alert: Alert) -> Phrase {
        // What is missing says more than that something is.
        let isEvidence = alert.kind == .noEvidence
        return AlertWords.messageLine(
            (isEvidence ? detail(of: alert) : nil) ?? alert.kind.phrase,
            phrase(of: alert.subject).line(cutAt: Self.nameLimit), isEvidence ? nil : detail(of: alert), due: alert.due,
            points: alert.points > 0 ? Phrase("\(alert.points, digits: header.pointDigits)") : nil)
    }
}
