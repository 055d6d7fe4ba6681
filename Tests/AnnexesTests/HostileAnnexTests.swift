import Testing
import Values

@testable import Annexes

/// Annexes that nobody wrote to be read: numbers beyond any points, and shapes that once took the square of their size.
@Suite struct HostileAnnexTests {
    private let heading = "STT\tTên tiêu chí\tĐiểm tối đa\n"

    private func findings(_ text: String) -> [String] {
        do throws(FindingsError) {
            let table = try AnnexTable(file: "phu-luc-2026.txt", bytes: Array(text.utf8))
            return try AnnexImport(table, AnnexSettings(texts: .plain)).findings.map(\.code)
        } catch {
            return error.findings.map(\.code)
        }
    }

    @Test func pointsBeyondAnyNumberAreRefused() {
        let rows = (1...3).map { "1.\($0)\tTiêu chí\t9000000000000\n" }.joined()
        #expect(findings(heading + "1\tLĩnh vực\t1\n" + rows).contains("criteria.maximumOutOfRange"))
        #expect(findings(heading + rows + "\tTổng cộng\t5\n").contains("criteria.maximumOutOfRange"))
    }

    @Test func rowsWithoutNumbersMayHaveAnyPoints() {
        let text = heading + "1.1\tTiêu chí\t4\n\tĐạt\t9000000000000\n\tKhông đạt\t9000000000000\n"
        let reading = AnnexReader.read(text: text)
        #expect(reading.nodes.map(\.words.count) == [2])
    }

    @Test(.timeLimit(.minutes(1))) func workGrowsNoFasterThanTheText() {
        let rows = String(repeating: "1\tTiêu chí\t1\n", count: 40_000)
        #expect(AnnexReader.read(text: heading + rows).nodes.count == 40_000)
        let signs = String(repeating: "<", count: 200_000)
        #expect(AnnexText.plain(signs) == signs)
    }
}
