import TestSupport
import Testing
import Values

@testable import Survey

/// Tables of strata that a sample is to be divided among.
@Suite struct SampleStratumTests {
    private let folder = TemporaryFolder()

    private func read(_ rows: String) -> (strata: [SampleStratum], findings: [String]) {
        func brief(_ finding: Finding) -> String {
            "\(finding.code) \(finding.location.line ?? 0):\(finding.location.column ?? 0)"
        }
        do throws(FindingsError) {
            let read = try SampleStratum.read(contentsOf: folder.add("tầng;dân số\n" + rows))
            return (read.strata, read.findings.map(brief))
        } catch {
            return ([], error.findings.map(brief))
        }
    }

    @Test func peopleMayBeWrittenInGroups() {
        let read = read("Xã A;1.000.500\nXã B;2.000.000\n")
        #expect(read.strata.map(\.name) == ["Xã A", "Xã B"])
        #expect(read.strata.map(\.population) == [1_000_500, 2_000_000])
        #expect(read.findings == [])
    }

    @Test(arguments: [
        ("Xã A;500\nXã A;500\nXã B;1000\n", ["survey.repeatedStratum 3:1"]),
        ("Xã A;500\nXÃ A;700\n", ["survey.repeatedStratum 3:1"]),
        ("#N/A;500\n;600\nB;700\n", ["table.spreadsheetError 2:1", "survey.blankCell 3:1"]),
        ("A;0\nB;12,5\nC;-3\n", ["survey.badPopulation 2:2", "survey.badPopulation 3:2", "survey.badPopulation 4:2"]),
        ("A;10000000001\nB;5 %\n", ["survey.badPopulation 2:2", "survey.badPopulation 3:2"]),
        ("A;x\nB;\nC;#REF!\n", ["table.notANumber 2:2", "survey.blankCell 3:2", "table.spreadsheetError 4:2"]),
        ("", ["survey.noStrata 0:0"]),
    ])
    func whatIsNoStratumIsAnError(rows: String, findings: [String]) {
        #expect(read(rows).findings == findings)
    }

    @Test func theLargestPopulationIsTaken() {
        #expect(read("A;10000000000\nB;1\n").strata.map(\.population) == [10_000_000_000, 1])
    }
}
