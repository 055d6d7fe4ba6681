import Foundation
import TestSupport
import Testing
import Values

@testable import Assessment

/// A commune that is renamed in the list of units loses its forms: an error, and never an awaited figure.
@Suite struct LostFormsTests {
    /// The sample, in which Phước An has another code and name.
    private static func reading(keepGoing: Bool) throws -> AssessmentReading {
        let top = TemporaryFolder()
        let manager = FileManager.default
        for name in ["criteria", "datasets/tuy-phuoc-2023"] {
            let parent = (top.path(name) as NSString).deletingLastPathComponent
            try manager.createDirectory(atPath: parent, withIntermediateDirectories: true)
            try manager.createSymbolicLink(atPath: top.path(name), withDestinationPath: Repository.path(name))
        }
        let folder = top.path("datasets/sample")
        try manager.copyItem(atPath: Repository.path("datasets/tuy-phuoc-2024"), toPath: folder)
        for file in try manager.contentsOfDirectory(atPath: folder) where file.hasSuffix(".csv") {
            if file.hasPrefix("survey") { continue }
            let path = folder + "/" + file
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try text.replacingOccurrences(of: "phuoc-an", with: "dieu-thanh")
                .replacingOccurrences(of: "Phước An", with: "Điêu Thành")
                .write(toFile: path, atomically: true, encoding: .utf8)
        }
        var options = AssessmentOptions()
        options.keepGoing = keepGoing
        return Assessment.read(folder, options: options)
    }

    @Test func renamedCommune() throws {
        let reading = try Self.reading(keepGoing: false)
        #expect(reading.assessment == nil)
        let errors = reading.findings.filter { $0.severity == .error }
        #expect(errors.map(\.code) == ["survey.unitLost"])
        #expect(errors.first?.text(.count) == "276")
    }

    @Test func theRestIsScored() throws {
        let reading = try Self.reading(keepGoing: true)
        let assessment = try #require(reading.assessment)
        #expect(reading.findings.containsError)
        // The district counts the forms of all its communes.
        #expect(assessment.leftOut.contains("dieu-thanh") && assessment.leftOut.contains("tuy-phuoc"))
        #expect(assessment.units.count >= 10)
    }
}
