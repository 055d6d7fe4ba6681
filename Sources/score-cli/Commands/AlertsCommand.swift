import Assessment
import Documents
import Reporting
import Tables
import Values
import Words

/// `alerts`: what somebody should look at now, as a list, messages or a calendar.
enum AlertsCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let within = arguments.whole(.within)
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        let units = try source.units(in: assessment)
        let day = try DayArgument.statedOrToday(in: arguments, for: assessment)
        let last = source.previous(of: assessment)
        let report = AlertReport(
            assessment, units: units, on: day, within: within ?? assessment.settings.alerts.withinDays,
            earlier: [last, last.flatMap(source.previous)].compactMap(\.self))
        if let folder = arguments.options[.messages], !write(report.messages(in: console.language), to: folder, console)
        {
            return .failed
        }
        let written =
            arguments.options[.format] == "ics"
            ? console.write(report.calendar(in: console.language))
            : console.write(report, as: arguments.options[.format], exit)
        return report.isOverdue ? .failed : written == .done ? exit : written
    }

    /// Writes a file a unit into a new folder; false, with the findings reported, where that cannot be.
    private static func write(_ messages: [(unit: String, text: String)], to folder: String, _ console: Console) -> Bool
    {
        if messages.isEmpty {
            console.remark(AlertWords.noMessages)
            return true
        }
        var names = FileNames()
        let files = messages.map { (path: names.name(ofUnit: $0.unit) + ".txt", bytes: Array($0.text.utf8)) }
        guard console.write(toFolder: folder, { files }) else { return false }
        console.remark(AlertWords.messagesWritten(messages.count, folder))
        return true
    }
}
