import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// Tables of standard errors, read against the sample of 2024.
struct MetricErrorsTests {
    private func read(_ text: String) throws -> (errors: MetricErrors, findings: [String]) {
        let assessment = try #require(Repository.sample.assessment)
        let files = TemporaryFolder()
        let (errors, findings) = MetricErrors.read(files.add(text), for: assessment)
        return (errors, findings.map { "\($0.code) \($0.location.line ?? 0):\($0.location.column ?? 0)" })
    }

    @Test func aVietnameseTableIsRead() throws {
        let (errors, findings) = try read(
            "mã đơn vị;mã số liệu;sai số chuẩn\ntt-tuy-phuoc;8.1.1.a;1,25\nphuoc-an;8.1.1.a;0\n")
        #expect(findings.isEmpty)
        let assessment = try #require(Repository.sample.assessment)
        let unit = try #require(assessment.position(ofUnit: "tt-tuy-phuoc"))
        #expect(errors[unit, "8.1.1.a"] == 1.25)
        #expect(errors[unit, "8.1.1.b"] == 0)
        #expect(!errors.isEmpty)
    }

    @Test(arguments: [
        ("tt-tuy-phuo;8.1.1.a;1", "assessment.unknownUnit 2:1"),
        ("tt-tuy-phuoc;8.1.9.9;1", "assessment.unknownMetric 2:2"),
        ("tt-tuy-phuoc;8.1.1.a;-1", "assessment.outsideDomain 2:3"),
        ("tt-tuy-phuoc;8.1.1.a;", "assessment.blankCell 2:3"),
        ("tt-tuy-phuoc;8.1.1.a;2%", "assessment.percentSign 2:3"), ("tt-tuy-phuoc;8.1.1.a;x", "table.notANumber 2:3"),
        ("tt-tuy-phuoc;8.1.1.a;1\ntt-tuy-phuoc;8.1.1.a;2", "assessment.duplicateFigure 3:2"),
    ])
    func whatIsWrongIsToldWithItsPlace(row: String, finding: String) throws {
        #expect(try read("unit;metric;standard error\n\(row)\n").findings == [finding])
    }

    @Test func aTableThatIsNotThereIsAFinding() throws {
        let assessment = try #require(Repository.sample.assessment)
        let (errors, findings) = MetricErrors.read("/nowhere/errors.csv", for: assessment)
        #expect(errors.isEmpty)
        #expect(findings.containsError)
    }
}
