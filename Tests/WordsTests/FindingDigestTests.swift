import Documents
import Testing
import Values
import Words

/// Findings of one cause are one line, errors come first, and nothing is counted away.
@Suite struct FindingDigestTests {
    private enum Code: String, FindingCode {
        case blank = "assessment.blankCell"
        case column = "assessment.unknownColumn"
        case more = "table.moreFindings"

        var severity: Finding.Severity { self == .blank ? .error : .warning }
    }

    private func finding(_ code: Code, _ file: String, _ row: Int) -> Finding {
        Finding(code, at: Location(file: file, line: row, column: 1, isTable: true), [.key: "a", .found: "b"])
    }

    private func lines(_ findings: [Finding], width: Int? = nil, isColored: Bool = false) -> [String] {
        FindingDigest(findings).text(in: .en, style: TerminalStyle(isColored: isColored), width: width)
            .split(separator: "\n").map(String.init)
    }

    @Test func causesAreGathered() {
        var many = (2...13).map { finding(.column, "a.csv", $0) }
        many.append(finding(.blank, "b.csv", 5))
        many.append(finding(.column, "c.csv", 2))
        many.append(finding(.blank, "b.csv", 6))
        let found = lines(many)
        #expect(found.count == 2)
        #expect(
            found[0].hasPrefix("b.csv:5:1: error: ")
                && found[0].hasSuffix(" (and 1 more like this; list them: --all-findings)"))
        #expect(found[1].hasPrefix("a.csv:2:1: warning: "))
        #expect(found[1].hasSuffix(" (and 12 more like this, in 2 files; list them: --all-findings)"))
        // One is told as it is.
        #expect(
            lines([finding(.blank, "b.csv", 5)])
                == FindingList([finding(.blank, "b.csv", 5)]).text(
                    in: .en, style: TerminalStyle(isColored: false)
                ).split(separator: "\n").map(String.init))
        #expect(lines([]).isEmpty)
    }

    /// Whatever stands for findings that were not kept counts as many, under their cause.
    @Test func whatWasNotKeptIsCounted() {
        let kept = (2...4).map { finding(.column, "a.csv", $0) }
        var rest = finding(.more, "a.csv", 1)
        rest.unlisted = 97
        rest.details[.code] = .text(Code.column.rawValue)
        let found = lines(kept + [rest])
        #expect(found.count == 1 && found[0].hasSuffix("(and 99 more like this; list them: --all-findings)"))
    }

    @Test(arguments: [40, 60, 80])
    func linesFitATerminal(width: Int) {
        let findings = [
            finding(.column, "datasets/a-folder/with-a-long-name/metrics.csv", 12345), finding(.blank, "b.csv", 5),
        ]
        #expect(lines(findings, width: width).allSatisfy { TextWidth.of($0) <= width })
        // The severity is painted wherever it stands, also in two words.
        let painted = FindingDigest(findings).text(in: .vi, style: TerminalStyle(isColored: true), width: width)
        #expect(painted.contains("\u{1B}[1;31mlỗi\u{1B}[0m:") && painted.contains("\u{1B}[33mcảnh báo\u{1B}[0m:"))
    }
}
