import Scoring
import Testing

@Suite("Worked examples that a non-programmer can read (Cases/*.json)")
struct WorkedExampleTests {
    @Test(
        "figures give the points, the status and the explanation that were worked out by hand",
        arguments: WorkedExamples.files)
    func example(file: String) throws {
        let (count, failures) = try WorkedExamples(file: file).run()
        #expect(count >= 4, "\(file) has \(count) cases")
        for failure in failures { Issue.record("\(failure)") }
    }

    @Test("every kind of rule has its file")
    func everyKind() {
        for kind in ScoringRule.Kind.allCases { #expect(WorkedExamples.files.contains("\(kind.rawValue).json")) }
    }
}
