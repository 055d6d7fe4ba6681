import TestSupport
import Testing
import Values

@testable import Assessment
@testable import score_cli

@Suite("check --submit: what an appraiser would cut")
struct AuditTests {
    private typealias Object = [String: Any]

    /// The lines of an audit: unit, criterion, kind and points.
    private func lines(
        _ files: TemporaryFolder, _ more: [String] = []
    ) throws -> (lines: [String], record: [String: Any]) {
        let record = try commandJSON(["check", files.path("a"), "--submit"] + more)
        let lines = (record["lines"] as? [Object] ?? []).map { line in
            let points = (line["points"] as? Double).map { "\($0)" } ?? "?"
            return ["unit", "criterion", "kind"].map { line[$0] as? String ?? "?" }.joined(separator: " ") + " "
                + points
        }
        return (lines, record)
    }

    @Test("evidence that is lacking and figures that are missing, most points first")
    func evidence() throws {
        let files = TemporaryFolder()
        SmallAssessment.add(to: files)
        let (lines, record) = try lines(files)
        // u2's plan has an explanation; u3 has reported no share of 2 points; the survey's figures need no evidence.
        #expect(lines == ["u2 1.1 noEvidence 2.0", "u3 1.2 unmeasured 2.0"])
        #expect(record["points"] as? Double == 4)
        #expect(try self.lines(files, ["--unit", "u1"]).lines == [])
        #expect(CommandLineTool.run(["check", files.path("a"), "--submit", "--unit", "u1", "--quiet"]) == .done)
        #expect(CommandLineTool.run(["check", files.path("a"), "--submit", "--quiet"]) == .failed)
    }

    @Test("claims above the figures, and self scores where a survey scores; what is claimed below is nobody's loss")
    func claims() throws {
        let files = TemporaryFolder()
        SmallAssessment.add(to: files)
        files.add(
            """
            unit;criterion;stage;points;reason;evidence
            u2;1.2;self;1.75;Đã xong thêm;BC 8
            u1;1.1;self;1.5;;KH 5
            u3;2.1;self;0.9;;
            u2;1.1;appraisal;0;Không có kế hoạch;

            """, "a/scores.csv")
        let (lines, _) = try lines(files)
        // 2 × 5/10 = 1 computed, 1.75 claimed; the appraisal's cut is no claim of the unit.
        #expect(
            lines == [
                "u2 1.1 noEvidence 2.0", "u3 1.2 unmeasured 2.0", "u3 2.1 surveySelfScored 0.9",
                "u2 1.2 claimAboveComputed 0.75",
            ])
    }

    @Test(
        "evidence of which every day lies outside the period",
        arguments: [
            ("KH số 5/KH-UBND ngày 31/12/2025", true), ("KH số 5/KH-UBND ngày 01/01/2026", false),
            ("KH ngày 31.12.2026", false), ("BC số 7/BC-UBND, 2027-01-01", true),
            ("KH ngày 12/5/2025; BC ngày 30/6/2026", false), ("Báo cáo số 12/2025/BC-UBND", false),
        ])
    func period(text: String, isOutside: Bool) throws {
        let files = TemporaryFolder()
        SmallAssessment.add(to: files)
        files.add("unit;metric;value;evidence\nu1;1.1;1;\(text)\n".replacing("; BC", with: ", BC"), "a/metrics.csv")
        let found = try lines(files, ["--unit", "u1"]).lines.contains { $0.contains("evidenceOutsidePeriod") }
        #expect(found == isOutside)
    }
}
