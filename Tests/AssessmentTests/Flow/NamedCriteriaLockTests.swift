import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment
@testable import Tables

/// Locks and publications where criteria are named by set and edition, here and in the period before.
@Suite struct NamedCriteriaLockTests {
    private static func signature() throws -> Signature {
        Signature(by: "A", time: try #require(VietnamMoment(secondsSince1970: 0)))
    }

    /// The folders `a`, of 2025, and `b`, of 2024, whose criteria are named; where they lie is up to the test.
    private final class Folders {
        let files = TemporaryFolder()
        var places = CriteriaPlaces()
        var path: String { files.path("a") }

        init(last edition: String) {
            for (folder, year, name, more) in [
                ("a", 2025, "2024-2026", #", "previous": "../b""#), ("b", 2024, edition, ""),
            ] {
                files.add(
                    #"{"format": 1, "name": "Thử", "criteria": "thu/\#(name)", "year": \#(year), "stage": "self"\#(more)}"#,
                    folder + "/assessment.json")
                files.add(SmallAssessment.units, folder + "/units.csv")
                files.add(SmallAssessment.metrics, folder + "/metrics.csv")
            }
        }

        var options: AssessmentOptions {
            var options = AssessmentOptions()
            options.criteriaPlaces = places
            return options
        }

        func errors() -> [String] { Assessment.read(path, options: options).errors }

        func change(_ action: StageAction, _ stage: Stage, _ adjust: (inout StageOrder) -> Void = { _ in }) throws {
            let assessment = try #require(Assessment.read(path, options: options).assessment)
            var order = StageOrder(action, stage)
            adjust(&order)
            let change = StageChange(
                [order], in: assessment, places, by: try NamedCriteriaLockTests.signature(), isVietnamese: true)
            #expect(change.findings.isEmpty)
            try FileOutput.write(change.files)
        }

        func publish() throws {
            try change(.lock, .appraisal) { $0.acceptsOpen = "B" }
            try change(.publish, .appraisal)
            #expect(errors() == [])
        }

        /// The paths of the copies of a publication that end in a text.
        func copies(_ end: String) throws -> [String] {
            let bytes = try #require(files.bytes("a/published/1/files.csv"))
            return try #require(KeptFiles(bytes, file: "")).files.compactMap(\.copy).filter { $0.hasSuffix(end) }
        }

        /// Verifies the publication from its copies alone, after figures changed.
        func verified() throws -> [String] {
            try change(.unlock, .appraisal)
            files.add(SmallAssessment.metrics.replacing("90,5", with: "70"), "a/metrics.csv")
            let verification = Verification(path, number: 1, options: options)
            #expect(verification.results != nil)
            return verification.findings.map(\.code)
        }
    }

    private static let earlier = SmallAssessment.criteria
        .replacing(#""edition": "2024-2026""#, with: #""edition": "2023""#)

    @Test("each folder brings its own: each copy lies where it is looked for")
    func inTheirFolders() throws {
        let folders = Folders(last: "2023")
        folders.files.add(SmallAssessment.criteria, "a/criteria/thu/2024-2026.json")
        folders.files.add(Self.earlier, "b/criteria/thu/2023.json")
        try folders.publish()
        let place = "published/1/input/"
        #expect(
            try folders.copies("2024-2026.json") + folders.copies("2023.json") == [
                place + "a/criteria/thu/2024-2026.json", place + "b/criteria/thu/2023.json",
            ])
        #expect(try folders.verified() == ["ledger.changedSincePublication"])
    }

    @Test("installed ones come along, also where both periods have the same set; nothing is lost where they move")
    func installed() throws {
        let folders = Folders(last: "2024-2026")
        folders.files.add(SmallAssessment.criteria, "one/thu/2024-2026.json")
        folders.places.folders = [folders.files.path("one")]
        try folders.publish()
        let place = "published/1/input/"
        #expect(
            try folders.copies("2024-2026.json") == [
                place + "a/criteria/thu/2024-2026.json", place + "b/criteria/thu/2024-2026.json",
            ])
        // Another machine has them elsewhere.
        try FileManager.default.removeItem(atPath: folders.files.path("one"))
        folders.files.add(SmallAssessment.criteria, "two/thu/2024-2026.json")
        folders.places.folders = [folders.files.path("two")]
        #expect(folders.errors() == [])
        #expect(Verification(folders.path, number: 1, options: folders.options).findings.map(\.code) == [])
        // Others are named as what they are.
        folders.files.add(
            SmallAssessment.criteria.replacing("Bộ thử", with: "Bộ khác"), "two/thu/2024-2026.json")
        let found = Assessment.read(folders.path, options: folders.options).findings.filter { $0.severity == .error }
        #expect(found.first?.code == "ledger.lockedFileChanged")
        #expect(!found.contains { $0.code == "ledger.lockedFileAdded" })
        // What was published needs none of them.
        folders.places.folders = []
        try FileManager.default.removeItem(atPath: folders.files.path("two"))
        folders.files.add(SmallAssessment.criteria, "a/criteria/thu/2024-2026.json")
        folders.files.add(SmallAssessment.criteria, "b/criteria/thu/2024-2026.json")
        #expect(folders.errors() == [])
        #expect(try folders.verified() == ["ledger.changedSincePublication"])
    }
}
