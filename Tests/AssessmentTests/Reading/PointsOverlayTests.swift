import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// `--points`: a file of points that replace those of the criteria.
@Suite struct PointsOverlayTests {
    private static func overlay(_ points: String) -> String {
        #"{"format": 1, "basis": "decreed", "source": {"document": "Quyết định điểm"}, "points": {\#(points)}}"#
    }

    private func read(_ points: String) throws -> AssessmentReading {
        try SmallAssessment(["points.json": Self.overlay(points)]).read { $0.points = "points.json" }
    }

    private func maxima(_ reading: AssessmentReading) -> [String] {
        reading.assessment?.criteria.set.criteria.map { "\($0.code)=\($0.maximum)" } ?? []
    }

    @Test func maximaAreReplacedAndParentsSummedAgain() throws {
        let reading = try read(#""1.1": 4.5, "2.1": 0.5"#)
        #expect(reading.briefs == [])
        #expect(
            maxima(reading) == [
                "1=12.5", "1.1=4.5", "1.2=2", "1.3=2", "1.4=1", "1.5=1", "1.10=2", "2=1.5", "2.1=0.5", "2.2=1", "3=0",
                "3.1=0", "3.2=0",
            ])
        // 90.5 % of 4.5 = 4.0725
        #expect(reading.points("h").first == "1.1=4.07")
    }

    @Test func theOriginOfReplacedPointsIsShownAndOthersKeepTheirs() throws {
        let reading = try read(#""1.1": 4.5"#)
        let set = try #require(reading.assessment?.criteria.set)
        #expect(set.points.basis == .assumed)
        let own = set.criteria.filter { $0.leaf?.points != nil }
        #expect(own.map(\.code) == ["1.1"])
        #expect(own.first?.leaf?.points?.source.document == "Quyết định điểm")
        #expect(own.first?.leaf?.points?.basis == .decreed)
    }

    @Test func anOverlayOfAllLeavesIsTheSetsOrigin() throws {
        let codes = ["1.1", "1.2", "1.3", "1.4", "1.5", "1.10", "2.1", "2.2"]
        let reading = try read((codes.map { "\"\($0)\": 3" } + [#""3.1": 0, "3.2": 0"#]).joined(separator: ", "))
        #expect(reading.briefs == [])
        #expect(reading.assessment?.criteria.set.points.source.document == "Quyết định điểm")
        #expect(reading.assessment?.criteria.set.points.basis == .decreed)
        #expect(reading.assessment?.criteria.set.maximum == 24)
    }

    @Test(arguments: [
        (#""1.11": 3"#, "criteria.overlayNotLeaf points.json:1:95", "1.1"),
        (#""1": 3"#, "criteria.overlayNotLeaf points.json:1:92", nil),
        (#""1.1": -1"#, "criteria.maximumOutOfRange points.json:1:94", nil),
        (#""1.1": 1, "1.1": 2"#, "json.duplicateKey points.json:1:97", nil),
    ])
    func isRefused(points: String, finding: String, suggestion: String?) throws {
        let reading = try read(points)
        #expect(reading.assessment == nil)
        #expect(reading.findings.first?.code == String(finding.prefix { $0 != " " }))
        #expect(reading.findings.first?.location.file == "points.json")
        if let suggestion { #expect(reading.findings.first?.text(.suggestion) == suggestion) }
    }

    @Test func aMissingFile() throws {
        let reading = try SmallAssessment().read { $0.points = "points.json" }
        #expect(reading.briefs == ["file.notFound points.json"])
        #expect(reading.assessment == nil)
    }
}
