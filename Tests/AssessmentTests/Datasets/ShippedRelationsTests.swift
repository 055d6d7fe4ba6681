import Assessment
import Foundation
import Scoring
import TestSupport
import Testing
import Values

/// The relations between figures that the shipped sets state.
@Suite struct ShippedRelationsTests {
    static let sets = Repository.paths(below: "criteria", ending: ".json").filter {
        $0.contains("/") && !$0.contains("questionnaire")
    }
    static let samples = Repository.paths(below: "datasets", ending: "/assessment.json")

    @Test(arguments: sets)
    func everySetStatesTenAndWhy(set: String) throws {
        let relations = try Repository.criteria("criteria/" + set).relations
        #expect(relations.count >= 10)
        #expect(Set(relations).count == relations.count)
        // An official who reads of one reads why it must hold.
        #expect(relations.allSatisfy { $0.reason != nil })
    }

    /// What rests on a copy or a report of what was published is only expected, and says so wherever it is told.
    @Test func secondarySourcesAreSaidToBeUnverified() throws {
        let secondary = try Self.sets.flatMap { try Repository.criteria("criteria/" + $0).relations }
            .filter { $0.source != nil }
        // 22, 17, 26 and 25 of PAPI, 16 of SIPAS; the others rest on the document of their edition.
        #expect(secondary.count == 106)
        for relation in secondary {
            #expect(relation.severity == .warning)
            #expect(relation.reason?.vi.contains("chưa kiểm chứng") == true)
            #expect(relation.source?.document.contains("nguồn thứ cấp chưa kiểm chứng") == true)
        }
    }

    @Test(arguments: samples)
    func theSamplesKeepThem(sample: String) {
        let reading = Assessment.read(Repository.path("datasets/" + sample.replacing("/assessment.json", with: "")))
        #expect(reading.assessment != nil)
        #expect(reading.findings.filter(\.isOfRelation).map(\.brief) == [])
    }

    /// Figures of one unit, of last year's too where a relation is with them, and what is found: the cell of the left
    /// number, both numbers, and the other cells.
    struct Case: Sendable {
        let set: String
        var year: Int
        let level: String
        let figures: [String]
        var before: (set: String, figures: [String])?
        /// Nil where the relation holds.
        let finding: String?
    }

    static let cases = [
        // 6 files are rated of 5.
        Case(
            set: "tuy-phuoc/2023-2025", year: 2024, level: "commune", figures: ["3.4.2;;5;5", "3.4.4;;6;6"],
            finding: "relationBroken metrics.csv:3:5: 6 ≤ 5 (metrics.csv:2:5)"),
        // Of 100 files 92 were in time: 8 can be late, but not 9; and none where all were in time.
        Case(
            set: "tuy-phuoc/2023-2025", year: 2024, level: "commune", figures: ["3.4.2;;92;100", "3.4.3;;8;8"],
            finding: nil),
        Case(
            set: "tuy-phuoc/2023-2025", year: 2024, level: "commune", figures: ["3.4.2;;92;100", "3.4.3;;8;9"],
            finding: "relationBroken metrics.csv:3:5: 9 ≤ 8 of metrics.csv:2:5, metrics.csv:2:4"),
        Case(
            set: "tuy-phuoc/2023-2025", year: 2024, level: "commune", figures: ["3.4.2;;100;100", "3.4.3;;0;0"],
            finding: nil),
        Case(
            set: "tuy-phuoc/2023-2025", year: 2024, level: "district", figures: ["3.4.2;;100;100", "3.4.3;;0;1"],
            finding: "relationBroken metrics.csv:3:5: 1 ≤ 0 of metrics.csv:2:5, metrics.csv:2:4"),
        // Where files in time are not reported as two counts, nothing is known to be broken.
        Case(
            set: "tuy-phuoc/2023-2025", year: 2024, level: "commune", figures: ["3.4.2;100", "3.4.3;;0;1"],
            finding: nil),
        // The procedures with fees are 4 and 5.
        Case(
            set: "qd766/2026", year: 2026, level: "commune", figures: ["4.1;;1;4", "4.2;;1;5"],
            finding: "relationBroken metrics.csv:2:5: 4 = 5 (metrics.csv:3:5)"),
        Case(
            set: "sipas/2023-2026", year: 2024, level: "commune", figures: ["1.1;;80;100", "1.2;;60;100"],
            finding: "relationDoubtful metrics.csv:2:4: 80 = 60 (metrics.csv:3:4)"),
        Case(
            set: "papi/2011-2017", year: 2016, level: "province", figures: ["1.1;2"],
            before: ("papi/2011-2017", ["1.1;1"]),
            finding: "relationDoubtful metrics.csv:2:3: 2 = 1 (../before/metrics.csv:2:3)"),
        Case(
            set: "papi/2018", year: 2018, level: "province", figures: ["1.1;2"], before: ("papi/2011-2017", ["1.1;1"]),
            finding: "relationDoubtful metrics.csv:2:3: 2 = 1 (../before/metrics.csv:2:3)"),
        Case(
            set: "papi/2019-2020", year: 2020, level: "province", figures: ["1.1;2"],
            before: ("papi/2019-2020", ["1.1;1"]),
            finding: "relationDoubtful metrics.csv:2:3: 2 = 1 (../before/metrics.csv:2:3)"),
        Case(
            set: "papi/2021-2024", year: 2022, level: "province", figures: ["1.1;2"],
            before: ("papi/2021-2024", ["1.1;1"]),
            finding: "relationDoubtful metrics.csv:2:3: 2 = 1 (../before/metrics.csv:2:3)"),
        // An inspection plan is carried out that was never issued.
        Case(
            set: "hung-yen-par/2022", year: 2022, level: "province", figures: ["3.5.1;0", "3.5.2;2"],
            finding: "relationBroken metrics.csv:2:3: 0 ≥ 1 when metrics.csv:3:3"),
        // Of 100 files 90 were in time, but only 5 are said to be late.
        Case(
            set: "hung-yen-papi/2023", year: 2023, level: "province", figures: ["6.1.5.b;;90;100", "6.1.5.c;;5;5"],
            finding: "relationBroken metrics.csv:2:5: 10 of metrics.csv:2:5, metrics.csv:2:4 ≤ 5 (metrics.csv:3:5)"),
        // Meetings were held, no times.
        Case(
            set: "nhu-quynh-papi/2024", year: 2024, level: "commune", figures: ["4.1.3.a;2", "4.1.3.b;0"],
            finding: "relationBroken metrics.csv:3:3: 0 ≥ 1 when metrics.csv:2:3"),
        // The results of a survey that was not taken are public.
        Case(
            set: "tan-quang-papi/2023", year: 2023, level: "commune", figures: ["6.1.10;1", "6.1.9.a;0"],
            finding: "relationBroken metrics.csv:3:3: 0 ≥ 1 when metrics.csv:2:3"),
        Case(
            set: "binh-duong/2017", year: 2017, level: "district", figures: ["1;33", "2;34"],
            finding: "relationDoubtful metrics.csv:2:3: 33 ≥ 34 (metrics.csv:3:3)"),
        // Of 5 civil servants 6 are to be trained.
        Case(
            set: "mau/so-2026", year: 2026, level: "so", figures: ["4.2;5", "5.4;;6;6"],
            finding: "relationBroken metrics.csv:3:5: 6 ≤ 5 (metrics.csv:2:3)"),
        Case(
            set: "mau/xa-2026", year: 2026, level: "xa", figures: ["4.2;5", "5.3;;6;6"],
            finding: "relationBroken metrics.csv:3:5: 6 ≤ 5 (metrics.csv:2:3)"),
    ]

    @Test func everySetHasACase() {
        #expect(Set(Self.cases.map { $0.set + ".json" }) == Set(Self.sets))
    }

    @Test(arguments: cases)
    func whatBreaksOneIsFound(example: Case) throws {
        func table(_ figures: [String]) -> String {
            (["unit;metric;value;numerator;denominator"] + figures.map { "x;\($0)" }).joined(separator: "\n") + "\n"
        }
        let units = "code;name;level\nx;X;\(example.level)\n"
        var files = [
            "../criteria.json": try Repository.text("criteria/\(example.set).json"), "units.csv": units,
            "metrics.csv": table(example.figures),
            "assessment.json": SmallAssessment.settings(
                example.before == nil ? "" : #""previous": "../before""#, year: example.year),
        ]
        if let before = example.before {
            files["../before/units.csv"] = units
            files["../before/metrics.csv"] = table(before.figures)
            files["../before.json"] = try Repository.text("criteria/\(before.set).json")
            files["../before/assessment.json"] = SmallAssessment.settings(year: example.year - 1)
                .replacing("criteria.json", with: "before.json")
        }
        let found = try SmallAssessment(files).read().findings.filter(\.isOfRelation).map(\.relation)
        #expect(found == (example.finding.map { ["assessment." + $0] } ?? []))
    }
}

extension Finding {
    /// Whether it is about a relation between figures.
    fileprivate var isOfRelation: Bool {
        code == AssessmentFinding.relationBroken.rawValue || code == AssessmentFinding.relationDoubtful.rawValue
    }
}
