import Assessment
import Documents
import TestSupport
import Testing
import Values

@testable import score_cli

/// Which warnings lie beside a question; errors never do.
@Suite struct FindingScopeTests {
    private static let place = Location(file: "metrics.csv", line: 2, column: 3, isTable: true)

    private static func finding(_ code: AssessmentFinding, _ details: FindingDetails) -> Finding {
        Finding(code, at: place, details)
    }

    private let one = FindingScope(units: ["u1", "Xã Một"], codes: nil)
    private let criterion = FindingScope(units: ["u1", "Xã Một"], codes: ["1", "1.1", "1.1.a"])

    @Test func warningsAboutOtherUnits() {
        let own = Self.finding(.outsideExpectation, [.unit: "u1", .metric: "1.1"])
        let named = Self.finding(.outsideExpectation, [.unit: "Xã Một", .metric: "1.1"])
        let other = Self.finding(.outsideExpectation, [.unit: "u2", .metric: "1.1"])
        let few = Self.finding(.tooFewAnswers, [.code: "u2", .metric: "1.1"])
        let all = Self.finding(.unknownColumn, [.found: "x"])
        #expect([own, named, other, few, all].map(one.beside) == [nil, nil, .otherUnits, .otherUnits, nil])
        #expect([own, other, few, all].allSatisfy { FindingScope().beside($0) == nil })
        // An error stops everything, whoever's it is.
        #expect(one.beside(Self.finding(.outsideDomain, [.unit: "u2", .metric: "1.1"])) == nil)
    }

    @Test func warningsAboutOtherCriteria() {
        let metric = Self.finding(.outsideExpectation, [.unit: "u1", .metric: "1.1.a"])
        let node = Self.finding(.givenDiffersFromComputed, [.unit: "u1", .criterion: "1"])
        let other = Self.finding(.givenDiffersFromComputed, [.unit: "u1", .criterion: "2"])
        // The metric of a relation says when it must hold, not what it is about.
        let relation = Self.finding(.relationDoubtful, [.unit: "u1", .metric: "2"])
        #expect([metric, node, other, relation].map(criterion.beside) == [nil, nil, .otherCriteria, nil])
        #expect(one.beside(other) == nil)
    }

    @Test func whatEvidenceLacksIsCounted() {
        let missing = Self.finding(.missingEvidence, [.unit: "u1", .metric: "1.1"])
        let file = Finding(EvidenceFinding.missingFile, at: Self.place, [.unit: "u1", .criterion: "1.1"])
        let wrong = Finding(EvidenceFinding.outsideFolder, at: Self.place, [.unit: "u2", .criterion: "1.1"])
        #expect([missing, file, wrong].map(FindingScope().beside) == [.evidence, .evidence, nil])
    }

    /// The sample has nine figures without evidence and three scores that differ, one of them of this unit.
    @Test func ofTheSample() throws {
        let line = ["explain", Repository.path("datasets/tuy-phuoc-2024"), "1.5", "--unit", "Xã Phước An"]
        let parsed = try ArgumentParser.parse(line, language: .vi)
        let source = AssessmentSource(arguments: parsed, console: Console(parsed, language: .vi))
        let reading = Assessment.read(line[1])
        let scope = FindingScope(source, in: reading.assessment)
        #expect(scope.units == ["phuoc-an", "Xã Phước An"] && scope.codes == ["1", "1.5"])
        let beside = reading.findings.map(scope.beside)
        #expect(beside.count { $0 == .evidence } == 9 && beside.count { $0 == .otherUnits } == 2)
        #expect(beside.count { $0 == nil } == 1)
    }
}
