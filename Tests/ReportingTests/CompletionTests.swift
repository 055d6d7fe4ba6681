import Documents
import TestSupport
import Testing

@testable import score_cli

/// What a shell is told may follow on a line.
@Suite struct CompletionTests {
    private static let folder = Repository.path("datasets/tuy-phuoc-2024")

    /// The words that may stand at the end of a line, of which the last is being typed.
    private func words(_ line: String..., shell: String = "fish") -> [String] {
        answer(line, shell).dropFirst().map { String($0.prefix { $0 != "\t" }) }
    }

    private func answer(_ line: [String], _ shell: String = "fish") -> [Substring] {
        let words = [shell, String(line.count), "score-cli"] + line
        return CompletionsCommand.answer(words, .vi).split(separator: "\n")
    }

    @Test func commandsAndTheirParts() {
        #expect(words("sc") == ["score"])
        #expect(words("criteria", "") == ["list", "show", "diff", "import", "export", "review"])
        #expect(words("survey", "sq") == ["sql"] && answer(["survey", ""])[0] == "folders")
        #expect(words("") == words("help", "") && words("").contains("stage") && !words("").contains("stage lock"))
        #expect(words("nothing", "").isEmpty)
        #expect(words("completions", "") == ["bash", "zsh", "fish"])
    }

    @Test func optionsNotUsedYet() {
        #expect(words("score", "F", "--un") == ["--unit"])
        #expect(words("score", "F", "--unit", "x", "--un").isEmpty)
        #expect(words("whatif", "F", "--set", "1.1=2", "--se") == ["--set"])
        #expect(words("score", "F", "-u", "x", "--un").isEmpty)
        #expect(words("--v") == ["--verbose", "--version"])
        // Behind two hyphens nothing is an option.
        #expect(words("score", "--", "--un").isEmpty)
    }

    @Test func valuesOfOptions() {
        #expect(words("score", "F", "--format", "") == ["table", "json", "csv", "md", "html"])
        #expect(words("score", "F", "-f", "j") == ["json"] && words("score", "F", "-qf", "j") == ["json"])
        #expect(words("score", "F", "--format=j") == ["--format=json"])
        #expect(
            answer(["score", "F", "--output", ""])[0] == "files"
                && answer(["journal", "F", "--against", ""])[0] == "folders")
        #expect(words("score", "F", "--lang", "") == ["vi", "en"])
    }

    @Test func codesOfTheFolderWithTheirNames() {
        let units = answer(["score", Self.folder, "--unit", "phuoc-"])
        #expect(units.count == 1 + 11 && units.contains("phuoc-an\tXã Phước An"))
        #expect(words("score", "--unit", "phuoc-an").isEmpty)
        #expect(words("explain", Self.folder, "3.4") == ["3.4", "3.4.1", "3.4.2", "3.4.3", "3.4.4"])
        #expect(words("whatif", Self.folder, "--set", "3.4.2") == ["3.4.2="])
        #expect(words("score", Self.folder, "--group", "") == ["huyen", "xa-thi-tran"])
        #expect(words("score", Self.folder, "--stage", "sel") == ["self"])
        #expect(words("rank", Self.folder, "--by", "to") == ["total"])
        let set = Repository.path("criteria/tuy-phuoc/2023-2025.json")
        #expect(words("criteria", "show", set, "3.4.2") == ["3.4.2"])
        #expect(words("score", "/nowhere", "--unit", "").isEmpty)
    }

    /// Bash divides words at equals signs and replaces what stands behind the last.
    @Test func bash() {
        #expect(words("score", "F", "--format", "=", "j", shell: "bash") == ["json"])
        #expect(words("score", "F", "--format", "=", shell: "bash") == ["table", "json", "csv", "md", "html"])
        #expect(words("score", Self.folder, "--unit", "=", "phuoc-a", "--for", shell: "bash") == ["--format"])
    }

    /// Whatever a shell asks, nothing ends the program, and what is wrong has no answer.
    @Test func hostileQuestions() {
        for words in [
            [], ["bash"], ["bash", "x"], ["bash", "5", "a"], ["tcsh", "1", "a", "b"], ["fish", "-1", "a"],
            ["fish", "0"],
        ] {
            #expect(CompletionsCommand.answer(words, .en).isEmpty)
        }
        #expect(answer(["score", "\u{1B}[2J", "--unit", ""]).count == 1)
    }

    @Test(arguments: CompletionsCommand.Shell.allCases)
    func stubsAreShort(shell: CompletionsCommand.Shell) throws {
        let parsed = try ArgumentParser.parse(["completions", shell.rawValue], language: .vi)
        #expect(parsed.operands == [shell.rawValue])
        let lines = CompletionsCommand.stub(of: shell).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 31 && lines.contains { $0.contains(CompletionsCommand.question) })
    }
}

/// Pages for `man`.
@Suite struct ManualTests {
    @Test(arguments: Language.allCases)
    func pages(language: Language) {
        let pages = CommandDeclaration.all.map { ($0 as CommandDeclaration?, ManualCommand.page(of: $0, in: language)) }
        for (command, page) in pages + [(nil, ManualCommand.page(in: language))] {
            let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines[0].contains("coding: utf-8") && lines[1].hasPrefix(".TH SCORE\\-CLI"))
            // No order but those that are meant, no space at an end.
            for line in lines.dropFirst() where line.hasPrefix(".") {
                #expect([".TH", ".SH", ".TP", ".EX", ".EE"].contains(line.prefix(3)))
            }
            #expect(lines.allSatisfy { $0.last != " " })
            for option in command?.options ?? [] {
                #expect(page.contains("\\fB" + option.flag.replacing("-", with: "\\-") + "\\fR"))
            }
            #expect(page.contains(language == .vi ? ".SH MÃ THOÁT" : ".SH EXIT STATUS"))
        }
    }
}
