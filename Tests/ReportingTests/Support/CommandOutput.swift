import Documents
import Foundation
import TestSupport
import Testing

@testable import score_cli

/// Runs a command without remarks, and gives its exit and what it wrote.
func commandOutput(_ words: [String]) -> (exit: ExitCode, text: String) {
    let folder = TemporaryFolder()
    let exit = CommandLineTool.run(words + ["--output", folder.path("output"), "--quiet"])
    return (exit, folder.text("output") ?? "")
}

/// The record that a text of JSON is.
func jsonRecord(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}

/// The record that a command writes; where it writes none, what is wrong with the folder that it reads.
func commandJSON(_ words: [String]) throws -> [String: Any] {
    let text = commandOutput(words + ["--format", "json"]).text
    return try #require(
        try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
        "\(words.joined(separator: " ")) \(commandOutput(["check"] + words.dropFirst().prefix(1) + ["--format", "json"]).text)"
    )
}
