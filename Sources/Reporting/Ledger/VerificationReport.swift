package import Assessment
package import Documents
internal import Values
internal import Words

/// A publication computed again: what was held against what, and everything that differs.
package struct VerificationReport: Report {
    package static let recordFormat = "verify/1"

    private let verification: Verification

    package init(_ verification: Verification) {
        self.verification = verification
    }

    private var isSame: Bool { !verification.findings.containsError }

    package func write(to document: inout Document) {
        document.heading(LedgerWords.verification, level: 1)
        if let record = verification.publication {
            document.facts([
                .init(LedgerWords.publication, .count(record.publication)),
                .init(LedgerWords.time, JournalWords.moment(record.time)),
                .init(.stage, verification.stageName.map { Phrase($0) } ?? Phrase(verbatim: record.stage)),
                .init(LedgerWords.decision, record.decision.isEmpty ? .none : .text(record.decision)),
                .init(LedgerWords.corrects, .count(record.corrects)),
                .init(LedgerWords.files, .count(verification.fileCount)),
                .init(LedgerWords.units, .count(verification.results?.units.count)),
            ])
        }
        document.list(
            verification.findings.map { finding in
                let place = Phrase(verbatim: finding.location.file)
                return Phrase("\(place): \(finding.words)")
            })
        document.paragraph(isSame ? LedgerWords.matches : LedgerWords.differs)
    }

    package func write(to record: inout RecordWriter) {
        let publication = verification.publication
        record.values([
            "same": .flag(isSame), "publications": .count(verification.count),
            "publication": .count(publication?.publication), "time": .text(publication?.time),
            "stage": .text(publication?.stage), "decision": .text(publication?.decision),
            "corrects": .count(publication?.corrects), "files": .count(verification.fileCount),
            "units": .count(verification.results?.units.count),
        ])
        record.list("findings", verification.findings) { finding in
            [
                "severity": .text(finding.severity.rawValue), "code": .text(finding.code),
                "file": .text(finding.location.file), "row": .count(finding.location.line),
                "column": .count(finding.location.column), "message": .phrase(finding.words),
            ]
        }
    }
}
