import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// Files that replace those of the small assessment, and all findings that they must give.
struct ReadingCase: Sendable, CustomTestStringConvertible {
    var name: String
    var files: [String: String]
    var findings: [String]
    /// Further details of findings, by the finding's position: `suggestion=xa-1`.
    var details: [Int: [FindingKey: String]]

    init(
        _ name: String, _ files: [String: String], _ findings: [String], details: [Int: [FindingKey: String]] = [:]
    ) {
        self.name = name
        self.files = files
        self.findings = findings
        self.details = details
    }

    /// A table of figures with the usual heading.
    static func rows(
        _ name: String, _ rows: String, _ findings: [String], details: [Int: [FindingKey: String]] = [:]
    ) -> ReadingCase {
        let text = "unit;metric;value;numerator;denominator;status\n" + rows
        return ReadingCase(name, ["metrics.csv": text], findings, details: details)
    }

    var testDescription: String { name }

    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let reading = try SmallAssessment(files).read()
        #expect(reading.briefs == findings, sourceLocation: sourceLocation)
        #expect((reading.assessment == nil) == reading.findings.containsError, sourceLocation: sourceLocation)
        for (position, expected) in details where reading.findings.indices.contains(position) {
            for (key, value) in expected {
                #expect(reading.findings[position].text(key) == value, "\(key)", sourceLocation: sourceLocation)
            }
        }
    }
}
