public import Scoring
import Tables
public import Values

/// The result of reading a table of actions.
public struct ActionsReading: Sendable {
    /// The actions, in the order of their first rows; nil when there is an error.
    public let actions: [PlannedAction]?
    /// The unit of their costs, as the table or `assessment.json` states it; nil where neither does.
    public var costUnit: LocalizedText?
    /// All findings.
    public let findings: [Finding]
}

extension Assessment {
    /// Reads a table of actions (`docs/actions-format.md`) against the assessment's units, criteria and figures.
    ///
    /// - Parameter path: the file.
    public func readActions(_ path: String) -> ActionsReading {
        do throws(FindingsError) {
            var options = tables
            options.headings = ActionColumns.known
            var table = try Table(contentsOf: path, options: options)
            var reader = ActionReader(self)
            reader.read(&table)
            let actions = reader.actions(of: table, in: self)
            let findings = reader.sink.findings
            return ActionsReading(
                actions: findings.containsError ? nil : actions,
                costUnit: settings.costUnit ?? reader.costUnit.map { LocalizedText(vi: $0.value) }, findings: findings)
        } catch {
            return ActionsReading(actions: nil, findings: error.findings)
        }
    }
}
