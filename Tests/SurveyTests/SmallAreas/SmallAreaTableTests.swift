import TestSupport
import Testing
import Values

@testable import Survey

/// The table of auxiliary variables: what is wrong in it, and where.
@Suite struct SmallAreaTableTests {
    private static let plan = SmallAreaPlan(method: .reml, auxiliaries: ["nghèo"], part: nil)
    private static let units = UnitNames([
        (code: "a", name: "Xã A"), (code: "b", name: "Xã B"), (code: "c", name: "Xã B"),
    ])

    private func findings(_ text: String) -> [String] {
        let folder = TemporaryFolder()
        let path = folder.add(Array(text.utf8), "areas.csv")
        do throws(FindingsError) {
            _ = try SmallAreaTable(contentsOf: path, for: Self.plan, units: Self.units)
            return []
        } catch {
            return error.findings.map { finding in
                "\(finding.code) \(finding.location.line ?? 0):\(finding.location.column ?? 0)"
            }
        }
    }

    @Test(
        "each fault is found with its row and column",
        arguments: [
            ("unit;nghèo\na;1\nb;2\n", []), ("đơn vị;nghèo\nXã A;1,5\n", []),
            ("unit;nghèo\nd;1\nb;2\n", ["survey.unknownAreaUnit 2:1"]),
            // Two communes have the name.
            ("unit;nghèo\na;1\nXã B;2\n", ["survey.ambiguousAreaUnit 3:1"]),
            ("unit;nghèo\na;1\nXã A;2\n", ["survey.repeatedArea 3:1"]),
            ("unit;nghèo\na;x\nb;\n", ["table.notANumber 2:2", "survey.blankCell 3:2"]),
            ("unit;nghèo\n;1\n", ["survey.blankCell 2:1"]), ("unit;thu nhập\na;1\n", ["table.missingColumn 1:0"]),
            ("tên;nghèo\na;1\n", ["table.missingColumn 1:0"]),
        ] as [(String, [String])])
    func isFound(text: String, codes: [String]) {
        #expect(findings(text) == codes)
    }
}
