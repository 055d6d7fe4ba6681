import Documents
import TestSupport

@testable import score_cli

/// Runs a command without remarks, and gives its exit and what it wrote.
func commandOutput(_ words: [String]) -> (exit: ExitCode, text: String) {
    let folder = TemporaryFolder()
    let exit = CommandLineTool.run(words + ["--output", folder.path("output"), "--quiet"])
    return (exit, folder.text("output") ?? "")
}
