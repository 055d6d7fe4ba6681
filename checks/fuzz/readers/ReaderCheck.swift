import Foundation
import TestSupport
import Values

/// What must hold when a reader reads any bytes, beside that it ends and does not crash.
///
/// A fuzzer looks for bytes for which it does not hold (`checks/fuzz/run`); the tests try those that were found, and a
/// small collection of others (`checks/fuzz/corpus`).
package struct ReaderCheck: Sendable {
    /// The name of the folder of its bytes.
    package let name: String
    /// What is wrong with how bytes are read; nil when nothing is.
    package let fault: @Sendable ([UInt8]) -> String?

    /// All readers.
    package static let all = [
        ReaderCheck(name: "csv", fault: CSVCheck.fault),
        ReaderCheck(name: "json", fault: JSONCheck.fault),
        ReaderCheck(name: "gzip", fault: GzipCheck.fault),
        ReaderCheck(name: "workbook", fault: PackageCheck.workbookFault),
        ReaderCheck(name: "document", fault: PackageCheck.documentFault),
        ReaderCheck(name: "annex", fault: PackageCheck.annexFault),
        ReaderCheck(name: "criteria", fault: CriteriaCheck.fault),
        ReaderCheck(name: "questionnaire", fault: SurveyCheck.questionnaireFault),
        ReaderCheck(name: "tally", fault: SurveyCheck.tallyFault),
        ReaderCheck(name: "answers", fault: SurveyCheck.answersFault),
        ReaderCheck(name: "scenario", fault: PlanCheck.scenarioFault),
        ReaderCheck(name: "actions", fault: PlanCheck.actionsFault),
    ]

    /// The folder of the bytes of a reader, relative to the repository.
    package var corpus: String { "checks/fuzz/corpus/" + name }
}

/// What a reader says that refuses: errors, with places that can be shown.
func refusalFault(_ error: FindingsError) -> String? { findingsFault(error.findings, isRefused: true) }

/// What is wrong with findings: a value goes with warnings, and no value with errors.
func findingsFault(_ findings: [Finding], isRefused: Bool) -> String? {
    guard findings.containsError == isRefused else {
        return isRefused ? "refused without an error" : "read in spite of an error: \(findings)"
    }
    if findings.contains(where: { ($0.location.line ?? 1) < 1 || ($0.location.column ?? 1) < 1 }) {
        return "a place before the beginning: \(findings)"
    }
    return nil
}

/// A file for readers that take a path; each is written over the one before.
enum OneFile {
    // The fuzzer calls on one thread, and the tests take turns.
    private static let folder: TemporaryFolder = {
        let folder = TemporaryFolder()
        atexit { try? FileManager.default.removeItem(atPath: OneFile.folder.path) }
        return folder
    }()

    /// Writes a file; returns its path.
    static func path(of bytes: [UInt8], _ name: String = "t.csv") -> String { folder.add(bytes, name) }
}
