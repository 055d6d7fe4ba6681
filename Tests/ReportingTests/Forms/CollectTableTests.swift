import Assessment
import Scoring
import TestSupport
import Testing
import Values

@testable import Reporting
@testable import score_cli

@Suite("collect: figures in a table of text")
struct CollectTableTests {
    /// The folder of three communes, and a table that comes back; the exit code and the figures afterwards.
    private func collected(
        _ table: String, _ more: [String] = []
    ) throws -> (exit: ExitCode, text: String, files: TemporaryFolder) {
        let files = TemporaryFolder()
        SmallAssessment.add(to: files)
        let form = files.add(table, "u3.csv")
        let exit = CommandLineTool.run(["collect", files.path("a"), form, "--quiet", "--lang", "vi"] + more)
        return (exit, files.text("a/metrics.csv") ?? "", files)
    }

    private let heading = "mã đơn vị;mã số liệu;giá trị;tử số;mẫu số;tài liệu kiểm chứng;kỳ\n"

    @Test("a new figure is written, in Vietnamese numbers and English ones")
    func new() throws {
        for row in ["u3;1.2;;7;10;BC 8;2026\n", "Trung tâm Ba;1.2;;7,0;10,0;BC 8;\n"] {
            let (exit, text, files) = try collected(heading + row)
            #expect(exit == .done, "\(row)")
            #expect(text.contains("BC 8"), "\(text)")
            let assessment = try #require(Assessment.read(files.path("a")).assessment)
            #expect(assessment.figures[2, "1.2"] == .ratio(numerator: 7, denominator: 10))
        }
    }

    @Test("what the folder has is replaced only when that is asked for")
    func replace() throws {
        let table = heading + "u1;1.2;;9;10;;2026\n"
        let (refused, before, _) = try collected(table)
        #expect(refused == .failed && before.contains("u1;1.2;;10;10"))
        let (exit, after, _) = try collected(table, ["--replace"])
        #expect(exit == .done && after.contains("9") && !after.contains("u1;1.2;;10;10"))
    }

    @Test("another period, an unknown unit or metric, a number with two readings and a repeated row are errors")
    func faults() throws {
        for rows in [
            "u3;1.2;;7;10;BC 8;2025\n", "u9;1.2;;7;10;;\n", "u3;9.9;1;;;;\n", "u3;1.2;;1.234;10;;\n",
            "u3;1.2;;7;10;;\nu3;1.2;;8;10;;\n",
        ] {
            let (exit, text, _) = try collected(heading + rows)
            #expect(exit == .failed, "\(rows)")
            #expect(!text.contains("u3;1.2"), "\(rows)")
        }
    }

    @Test("blank cells change nothing")
    func blank() throws {
        let (exit, text, _) = try collected(heading + "u1;1.2;;;;;2026\nu1;1.1;;;;;\n")
        #expect(exit == .done && text.contains("u1;1.2;;10;10"))
    }
}
