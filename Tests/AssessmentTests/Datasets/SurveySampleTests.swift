import Assessment
import Foundation
import Scoring
import Survey
import Tables
import TestSupport
import Testing
import Values

@testable import make_samples

/// The sample survey of Tuy Phước: reproduced by the generator, read without findings, drawn as its questionnaire says.
@Suite struct SurveySampleTests {
    private static let folder = "datasets/tuy-phuoc-2024/"
    private static let files = ["survey-1.csv", "survey-2.csv"]

    private static func questionnaire(_ path: String = folder + "questionnaire.json") throws -> Questionnaire {
        let reading = Questionnaire.read(contentsOf: Repository.path(path))
        #expect(reading.findings.map(\.code) == [])
        return try #require(reading.questionnaire)
    }

    private static func maker(respondents: Int? = nil) throws -> SurveyMaker {
        let document = try JSONDocument(contentsOf: Repository.path("datasets/profiles/tuy-phuoc.json"))
        let profile = try #require(SampleProfile(reading: document))
        let survey = try #require(profile.survey)
        return try SurveyMaker(profile, survey, questionnaire(), respondents: respondents ?? survey.respondents)
    }

    /// The cells of a file, each row by heading.
    private static func rows(_ bytes: [UInt8]) throws -> [[String: String]] {
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
        let heading = lines[0].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        return lines.dropFirst().map { line in
            let cells = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            #expect(cells.count == heading.count)
            return Dictionary(uniqueKeysWithValues: zip(heading, cells))
        }
    }

    @Test func theFilesAreReproduced() throws {
        let maker = try Self.maker()
        #expect(maker.fileCount == Self.files.count)
        for (index, file) in Self.files.enumerated() {
            let path = Repository.path(Self.folder + file)
            #expect(try Array(Data(contentsOf: URL(filePath: path))) == maker.file(index))
        }
    }

    /// Every weight is villages ÷ drawn villages × adults ÷ people asked, to four decimals.
    @Test(arguments: [61, 2800, 30_001])
    func weightsFollowFromTheDesign(respondents: Int) throws {
        let maker = try Self.maker(respondents: respondents)
        let rows = try (0..<maker.fileCount).flatMap { try Self.rows(maker.file($0)) }
        #expect(rows.count == respondents)
        #expect(Set(rows.map { $0["mã phiếu"] }).count == respondents)
        let ofUnit = Dictionary(grouping: rows) { $0["xã, thị trấn"] ?? "" }
        #expect(ofUnit.count == 12)
        for (_, rows) in ofUnit {
            let ofVillage = Dictionary(grouping: rows) { $0["mã thôn"] ?? "" }
            let villages = try #require(rows.first.flatMap { Double($0["số thôn của xã"] ?? "") })
            #expect(ofVillage.count >= 2 && ofVillage.count <= Int(villages))
            for (_, rows) in ofVillage {
                let adults = try #require(rows.first.flatMap { Double($0["số người lớn của thôn"] ?? "") })
                #expect(adults >= Double(rows.count))
                let expected = villages / Double(ofVillage.count) * adults / Double(rows.count)
                for row in rows {
                    let weight = Double((row["trọng số"] ?? "").replacing(",", with: ".")) ?? 0
                    #expect(abs(weight - expected) <= 0.000051)
                    #expect(row["số thôn của xã"] == rows[0]["số thôn của xã"])
                    #expect(row["số người lớn của thôn"] == rows[0]["số người lớn của thôn"])
                }
            }
        }
    }

    @Test func fewerRespondentsThanVillagesAreRefused() {
        #expect(throws: SampleError.self) { try Self.maker(respondents: 60) }
    }

    /// Counts and sums of weights as Python's csv and decimal modules compute them from the files.
    @Test func theFilesAreReadWithoutAFinding() throws {
        let units = try #require(Repository.sample.assessment).units
        var options = AnswerOptions()
        options.units = UnitNames(units.map { (code: $0.code, name: $0.name) })
        options.domains = ["service", "sex"]
        let reader = AnswerReader(try Self.questionnaire(), options: options)
        let reading = reader.read(Self.files.map { Repository.path(Self.folder + $0) })
        #expect(reading.findings.map(\.code) == [])
        #expect(reading.files.map(\.rows) == [1400, 1400])
        #expect(reading.files.map(\.unusedColumns) == [["mã phiếu"], ["mã phiếu"]])
        let tally = try #require(reading.tally)
        let levels = (0..<5).map { tally.sum(levels: $0..<$0 + 1) }
        #expect(levels.map(\.count) == [495, 1482, 6836, 28903, 22017])
        #expect(
            levels.map(\.weight) == [
                22_610_941_900, 66_892_648_200, 309_289_802_800, 1_297_579_283_600, 975_986_670_800,
            ])
    }

    /// The two blocks and nine factors are those of the plan's annex, and supply the metrics of its rows.
    @Test(arguments: ["criteria/sipas/questionnaire-2023-2026.json", folder + "questionnaire.json"])
    func factorsAreThoseOfTheIndex(path: String) throws {
        let questionnaire = try Self.questionnaire(path)
        let index = try Repository.criteria("criteria/sipas/2023-2026.json")
        let parts = questionnaire.groups.filter { $0.kind != .total }
        #expect(parts.map(\.code) == index.criteria.map(\.code))
        #expect(parts.map(\.name?.vi) == index.criteria.map(\.name.vi))
        #expect(questionnaire.scale.levels.map(\.code) == ["1", "2", "3", "4", "5"])
        #expect(
            questionnaire.blocks.flatMap(\.factors).allSatisfy { (2...3).contains($0.questions.count) })
    }

    @Test func everyFactorGivesTheMetricOfItsName() throws {
        let questionnaire = try Self.questionnaire()
        let plan = try Repository.criteria("criteria/tuy-phuoc/2023-2025.json")
        let measures = plan.criteria.compactMap(\.leaf).flatMap(\.measures)
        let factors = questionnaire.blocks.flatMap(\.factors)
        #expect(questionnaire.metrics.map(\.part) == factors.map(\.code))
        for (link, factor) in zip(questionnaire.metrics, factors) {
            let measure = try #require(measures.first { $0.metrics.map(\.code) == [link.metric] })
            #expect(measure.name?.vi == factor.name.vi)
        }
        let linked = measures.filter { $0.code.hasPrefix("8.1.1.") || $0.code.hasPrefix("8.1.2.") }
        #expect(questionnaire.metrics.map(\.metric) == linked.map(\.code))
    }
}
