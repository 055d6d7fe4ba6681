import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// The synthetic sample of Tuy Phước, 2024: what it must contain, so that every state can be seen in it.
@Suite struct TuyPhuocSampleTests {
    private let reading = Repository.sample

    private func assessment() throws -> Assessment { try #require(reading.assessment) }

    @Test func itScoresWithoutAnError() {
        #expect(!reading.findings.containsError)
        #expect(reading.assessment?.leftOut == [])
    }

    @Test func itHoldsTheDistrictAndItsThirteenCommunes() throws {
        let units = try assessment().units
        #expect(units.filter { $0.level == "district" }.map(\.name) == ["Huyện Tuy Phước"])
        #expect(
            units.filter { $0.level == "commune" }.map(\.name) == [
                "Thị trấn Tuy Phước", "Thị trấn Diêu Trì", "Xã Phước An", "Xã Phước Hiệp", "Xã Phước Hòa",
                "Xã Phước Hưng", "Xã Phước Lộc", "Xã Phước Nghĩa", "Xã Phước Quang", "Xã Phước Sơn", "Xã Phước Thắng",
                "Xã Phước Thành", "Xã Phước Thuận",
            ])
        #expect(Set(units.map(\.group)) == ["huyen", "xa-thi-tran"])
        #expect(units.allSatisfy { $0.level == "district" || $0.parent == "tuy-phuoc" })
    }

    @Test func itIsSaidToBeSynthetic() throws {
        let settings = try assessment().settings
        #expect(settings.isSynthetic)
        #expect(settings.notice?.vi.contains("giả lập") == true)
        #expect(settings.notice?.en?.contains("Synthetic") == true)
    }

    @Test func everyLeafIsListedForEveryUnit() throws {
        let assessment = try assessment()
        for position in assessment.units.indices {
            let leaves = assessment.scores[position].criteria.filter { $0.status != nil }
            #expect(leaves.count == 69, "\(assessment.units[position].code)")
        }
    }

    @Test func theDistrictIsHeldToAllLeavesAndCommunesTo34() throws {
        let assessment = try assessment()
        for (position, unit) in assessment.units.enumerated() {
            let duties = assessment.criteria.set.criteria.indices.filter { index in
                guard let outcome = assessment.scores[position].outcome(ofLeaf: index) else { return false }
                return !outcome.measures.allSatisfy { $0.state == .notApplicable(.level) }
            }
            #expect(duties.count == (unit.level == "district" ? 69 : 34), "\(unit.code)")
        }
    }

    @Test func everyStateCanBeSeen() throws {
        let scores = try assessment().scores
        for status in [LeafStatus.scored, .partlyReported, .notReported, .awaited, .notApplicable] {
            #expect(scores.count(of: status) > 0, "\(status)")
        }
    }

    @Test func someFiguresAreSaidNotToApplyThoughTheyAreTheUnitsDuty() throws {
        let assessment = try assessment()
        let claimed = assessment.units.indices.flatMap { unit in
            assessment.figures.metrics.filter { assessment.figures[unit, $0] == .notApplicable }
        }
        #expect(!claimed.isEmpty)
    }

    @Test func evidenceIsMissingInPlaces() {
        let missing = reading.findings.filter { $0.code == AssessmentFinding.missingEvidence.rawValue }
        #expect(!missing.isEmpty)
        #expect(missing.allSatisfy { $0.severity == .warning && $0.location.line != nil && $0.text(.unit) != nil })
        // And three of the five scores that people gave differ from what the figures give.
        let given = reading.findings.filter { $0.code == AssessmentFinding.givenDiffersFromComputed.rawValue }
        #expect(given.compactMap(\.location.line) == [2, 3, 5])
        #expect(reading.findings.count == missing.count + given.count)
    }

    @Test func someAbsentEvidenceIsExplained() throws {
        #expect(try assessment().remarks.values.contains { $0.evidence == nil && $0.explanation != nil })
    }

    @Test func pointsThatPeopleGaveStandBesideTheComputedOnes() throws {
        let assessment = try assessment()
        let position = try #require(assessment.position(ofUnit: "tuy-phuoc"))
        let given = assessment.givenScores.filter { $0.unit == "tuy-phuoc" && $0.criterion == "2.1.1" }
        #expect(given.map { $0.points.text() } == ["1", "0.5"])
        #expect(given.map(\.stage) == [.selfAssessment, .appraisal])
        let index = try #require(assessment.criteria.set.index(of: "2.1.1"))
        // 2.1.1 and the total: computed, as the district scored itself, as appraised; what was given stands on.
        for (stage, own, total) in [
            ("computed", "0", "85.1"), ("self", "1", "86.1"), ("appraisal", "0.5", "85.6"),
            ("explanation", "0.5", "85.6"), ("final", "0.5", "85.6"),
        ] {
            let score = try #require(assessment.at(stage: stage)).scores[position]
            #expect(score.criterion(index).points?.text() == own)
            #expect(score.total.points.text() == total)
        }
        #expect(assessment.settings.stage == .selfAssessment)
        #expect(assessment.scores[position].total.points.text() == "86.1")
    }
}
