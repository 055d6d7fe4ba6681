import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// The samples of task plans score without errors, out of the set's maximum minus what is left out.
@Suite struct PlanSampleTests {
    struct Sample: Sendable {
        let folder: String
        let unit: String
        let maximum: FixedDecimal
    }

    static let samples = [
        Sample(folder: "hung-yen-par-2022", unit: "hung-yen", maximum: exact("84.5")),
        Sample(folder: "hung-yen-papi-2023", unit: "hung-yen", maximum: 90),
        Sample(folder: "nhu-quynh-papi-2024", unit: "nhu-quynh", maximum: 90),
        Sample(folder: "tan-quang-papi-2023", unit: "tan-quang", maximum: 90),
    ]

    @Test(arguments: samples)
    func scores(_ sample: Sample) throws {
        let reading = Assessment.read(Repository.path("datasets/" + sample.folder))
        #expect(reading.errors == [])
        // Missing evidence here and there is part of the sample.
        #expect(reading.findings.allSatisfy { $0.code == AssessmentFinding.missingEvidence.rawValue })
        let assessment = try #require(reading.assessment)
        #expect(assessment.units.map(\.code) == [sample.unit])
        #expect(assessment.settings.isSynthetic)
        #expect(assessment.settings.notice != nil)
        #expect(assessment.criteria.set.maximum == sample.maximum)
        let score = assessment.scores[0]
        let leftOut = score.criteria.filter { $0.status == .notApplicable }.map(\.criterion.maximum)
        #expect(!leftOut.isEmpty)
        #expect(score.total.maximum == leftOut.reduce(sample.maximum) { $0 - $1 })
        let coverage = try #require(score.coverage)
        #expect(coverage >= 85 && coverage < 100)
        let index = try #require(score.index)
        #expect(index >= 60 && index < coverage)
    }

    @Test(arguments: samples)
    func holdEveryFigureOnce(_ sample: Sample) throws {
        let assessment = try #require(Assessment.read(Repository.path("datasets/" + sample.folder)).assessment)
        let rows = try Repository.text("datasets/\(sample.folder)/metrics.csv").split(separator: "\n").dropFirst()
        #expect(rows.map { String($0.split(separator: ";")[1]) } == assessment.criteria.set.metrics.map(\.code))
        for word in ["hoàn thành đúng hạn", "hoàn thành trễ hạn", "chưa hoàn thành", "chưa đến hạn", "không phát sinh"]
        {
            #expect(rows.contains { $0.contains(";" + word + ";") }, "\(word)")
        }
    }
}
