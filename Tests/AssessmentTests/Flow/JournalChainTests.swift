import Foundation
import TestSupport
import Testing
import Values

@testable import Assessment
@testable import Tables

/// A journal of six rows, and what becomes visible when somebody lays hands on it.
@Suite struct JournalChainTests {
    private static let count = 6
    private static let signature: Signature = {
        guard let time = VietnamMoment(secondsSince1970: 1_798_736_400) else { preconditionFailure("a moment") }
        return Signature(by: "Nguyễn Văn A", time: time)
    }()

    private static func row(_ number: Int) -> JournalRow {
        var row = JournalRow(table: "metrics.csv", column: "tử số", new: "\(number)")
        (row.unit, row.code, row.reason) = ("u\(number)", "1.1", "lý do; \"\(number)\"")
        return row
    }

    /// The lines of a journal with its heading.
    private static func lines(isVietnamese: Bool = true) throws -> [String] {
        let folder = TemporaryFolder()
        var journal = Journal(of: folder.path, isVietnamese: isVietnamese, into: FindingSink())
        journal.append((1...count).map(row), by: signature)
        try FileOutput.write([journal.file])
        return (folder.text(Journal.file) ?? "").split(whereSeparator: \.isNewline).map(String.init)
    }

    /// The rows, as a spreadsheet counts them, at which the chain breaks.
    private static func breaks(_ lines: [String]) -> [Int] {
        let folder = TemporaryFolder()
        folder.add(lines.joined(separator: "\r\n") + "\r\n", Journal.file)
        let findings = Journal.read(folder.path).findings
        #expect(findings.allSatisfy { $0.code == "ledger.brokenChain" })
        return findings.compactMap(\.location.line)
    }

    @Test(arguments: [true, false])
    func whatWasWrittenIsRead(isVietnamese: Bool) throws {
        let lines = try Self.lines(isVietnamese: isVietnamese)
        #expect(lines.count == Self.count + 1 && Self.breaks(lines) == [])
    }

    @Test func rowsComeBackAsTheyWere() throws {
        let folder = TemporaryFolder()
        var journal = Journal(of: folder.path, isVietnamese: false, into: FindingSink())
        var odd = JournalRow(table: "scores.csv", column: "points", new: "-0.5")
        (odd.old, odd.reason, odd.code) = ("1,5", "=SUM(A1)\n hai dòng  ", "001")
        (odd.source, odd.stage) = ("'phiếu, \"một\".xlsx", "e\u{0302}\u{0301}")
        journal.append([odd, Self.row(2)], by: Self.signature)
        try FileOutput.write([journal.file])
        // Written on in two steps.
        journal = Journal(of: folder.path, isVietnamese: true, into: FindingSink())
        journal.append([Self.row(3)], by: Self.signature)
        try FileOutput.write([journal.file])
        let (read, findings) = Journal.read(folder.path)
        #expect(findings == [])
        #expect(read.rows.map(\.new) == ["-0.5", "2", "3"])
        let first = try #require(read.rows.first)
        #expect(first.reason == "=SUM(A1)  hai dòng" && first.old == "1,5" && first.code == "001")
        #expect(first.source == "'phiếu, \"một\".xlsx" && first.stage == "ế")
        #expect(first.time == "2027-01-01T00:00:00+07:00" && first.by == "Nguyễn Văn A")
    }

    /// Worked out with Python's hashlib from the definition in docs/flow.md.
    @Test func theChainIsTheOneThatIsDefined() {
        var chain = RowChain()
        #expect(chain.add([]) == "60e05bd1b195af2f94112fa7197a5c88289058840ce7c6df9693756bc6250f55")
        #expect(chain.add(["a", "", "ế"]) == "b5b0a2e66c68e540cb1851eb20ab44061ddcc767c65c9c80a0fce874e7d16c98")
        #expect(RowChain.start.count == 64)
    }

    @Test(arguments: 1...count)
    func aChangedRowIsNamed(row: Int) throws {
        var lines = try Self.lines()
        lines[row] = lines[row].replacing(";\(row);", with: ";9;")
        // Row 1 of the file is the heading.
        #expect(Self.breaks(lines) == [row + 1])
    }

    @Test(arguments: 1..<count)
    func aRemovedRowIsSeenAtTheNext(row: Int) throws {
        var lines = try Self.lines()
        lines.remove(at: row)
        #expect(Self.breaks(lines) == [row + 1])
    }

    @Test func theLastRowCanBeRemovedUnseen() throws {
        #expect(Self.breaks(try Self.lines().dropLast()) == [])
    }

    @Test(arguments: 1..<count)
    func rowsThatChangePlacesAreSeen(row: Int) throws {
        var lines = try Self.lines()
        lines.swapAt(row, row + 1)
        // Both, and what followed them.
        #expect(Self.breaks(lines) == ([row + 1, row + 2] + (row + 2 <= Self.count ? [row + 3] : [])))
    }

    @Test(arguments: 1...count + 1)
    func anAddedRowIsSeen(row: Int) throws {
        var lines = try Self.lines()
        let added = lines[1].replacing(";1;", with: ";8;")
        lines.insert(added, at: row)
        // It has the sum of row 1: only what followed that follows it, too.
        #expect(Self.breaks(lines) == (row == 2 || row > Self.count ? [row + 1] : [row + 1, row + 2]))
    }

    @Test func nothingIsAddedToABrokenJournal() throws {
        let folder = TemporaryFolder()
        var lines = try Self.lines()
        lines.remove(at: 2)
        folder.add(lines.joined(separator: "\n"), Journal.file)
        #expect(!Journal(of: folder.path, isVietnamese: true, into: FindingSink()).isSound)
    }

    @Test func aTableWithoutItsColumnsIsNoJournal() {
        let folder = TemporaryFolder()
        folder.add("a;b\n1;2\n", Journal.file)
        #expect(Journal.read(folder.path).findings.contains { $0.code == "table.missingColumn" })
    }
}
