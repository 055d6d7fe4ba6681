package import Documents
internal import Words
package import Values

/// Findings as a text or as JSON, with their count.
package struct FindingList: Sendable {
    /// The findings, in the order in which they were found.
    package let findings: [Finding]

    /// Takes findings.
    package init(_ findings: [Finding]) {
        self.findings = findings
    }

    /// A line a finding.
    package func text(in language: Language, style: TerminalStyle) -> String {
        findings.map { finding in
            let word = FindingWords.severity(finding.severity, in: language)
            let painted = finding.severity == .error ? style.error(word) : style.notice(word)
            return FindingWords.place(finding.place) + ": " + painted + ": "
                + FindingWords.message(for: finding, in: language)
        }.joined(separator: "\n")
    }

    /// `3 lỗi, 1 cảnh báo`.
    package func count(in language: Language) -> String {
        let errors = findings.count { $0.severity == .error }
        let warnings = findings.count - errors
        switch language {
        case .vi: return errors + warnings == 0 ? "Không có lỗi." : "\(errors) lỗi, \(warnings) cảnh báo."
        case .en:
            if errors + warnings == 0 { return "No errors." }
            return
                "\(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings")."
        }
    }

    /// The findings as JSON, with their words in a language.
    package func json(in language: Language) -> String {
        var writer = JSONWriter()
        writer.object { root in
            root.member("errors", findings.count { $0.severity == .error })
            root.member("warnings", findings.count { $0.severity == .warning })
            root.key("findings")
            root.array { list in
                for finding in findings {
                    list.object { entry in
                        entry.member("severity", finding.severity.rawValue)
                        entry.member("code", finding.code)
                        entry.member("file", finding.place.file)
                        entry.member(finding.place.isTable ? "row" : "line", finding.place.line)
                        entry.member("column", finding.place.column)
                        entry.member("message", FindingWords.message(for: finding, in: language))
                    }
                }
            }
        }
        return writer.text
    }
}
