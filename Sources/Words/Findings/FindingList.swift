// swift-format-ignore-file
// A text in Vietnamese, and the same in English below it.
public import Documents
public import Values

/// Findings as a text or as JSON, with their count.
public struct FindingList: Sendable {
    /// The findings, in the order in which they were found.
    public let findings: [Finding]

    /// Takes findings.
    public init(_ findings: [Finding]) { self.findings = findings }

    private var errors: Int { findings.count { $0.severity == .error } }

    /// One line per finding.
    public func text(in language: Language, style: TerminalStyle) -> String {
        findings.map { finding in
            let word = finding.severity.words.text(language)
            let painted = finding.severity == .error ? style.error(word) : style.notice(word)
            return "\(finding.place.words.text(language)): \(painted): \(finding.words.text(language))"
        }.joined(separator: "\n")
    }

    /// `3 lỗi, 1 cảnh báo.`
    public var count: Phrase {
        if findings.isEmpty { return Phrase("Không có lỗi.", "No errors.") }
        let (errors, warnings) = (errors, findings.count - errors)
        return Phrase("\(errors) lỗi, \(warnings) cảnh báo.",
                      "\(errors, "error", "errors"), \(warnings, "warning", "warnings").")
    }

    /// The findings as JSON, with their words in a language.
    public func json(in language: Language) -> String {
        RecordWriter.json(in: language) { record in
            record.values(["errors": .count(errors), "warnings": .count(findings.count - errors)])
            record.list("findings", findings) { finding in
                let place = finding.place
                return [
                    "severity": .text(finding.severity.rawValue), "code": .text(finding.code), "file": .text(place.file),
                    place.isTable ? "row" : "line": .count(place.line), "column": .count(place.column),
                    "message": .phrase(finding.words),
                ]
            }
        }
    }
}
