import Foundation
import Survey
import TestSupport
import Testing

/// Where random designs are; nil where nobody asks.
private let folderOfDesigns = ProcessInfo.processInfo.environment["SURVEY_RANDOM"]

/// Random designs with R's figures, which checks/survey-estimates --random makes: the worst difference of each kind of
/// figure, and every disagreement.
@Suite("Random designs against R", .enabled(if: folderOfDesigns != nil))
struct RandomDesignsAgainstRTests {
    /// What is counted of one kind of figure.
    private struct Worst {
        var count = 0
        var difference = 0.0
        var place = ""
    }

    @Test func allFiguresAgree() throws {
        let folder = try #require(folderOfDesigns)
        var worst: [String: Worst] = [:]
        var disagreements: [String] = []
        func take(_ differences: [Difference], _ place: String) {
            for one in differences {
                var own = worst[one.what] ?? Worst()
                own.count += 1
                if one.relative > own.difference { (own.difference, own.place) = (one.relative, place) }
                worst[one.what] = own
                if one.relative > one.tolerance {
                    disagreements.append(
                        "\(place): \(one.what) \(one.found.map { "\($0)" } ?? "–"), R \(one.expected.map { "\($0)" } ?? "–")"
                    )
                }
            }
        }
        func take(
            _ name: String, _ estimates: [ExpectedDesigns.Expected], _ tests: [ExpectedTest],
            _ quantiles: [ExpectedQuantile], _ analysis: (String, String, Bool) throws -> SurveyAnalysis
        ) throws {
            for kind in ExpectedDesigns.Expected.kinds {
                let own = try analysis(kind.measure, kind.combination, false)
                for expected in estimates where expected.of == kind.of {
                    take(expected.differences(own, kind), "\(name) \(expected.of) \(expected.domain)")
                }
            }
            let own = try analysis("topShare", "answers", true)
            for test in tests { take(test.differences(own), "\(name) \(test.of) \(test.groups)") }
            for quantile in quantiles {
                take(quantile.differences(own), "\(name) quantile \(quantile.share) \(quantile.domain)")
            }
        }
        func decoded<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
            try JSONDecoder().decode(type, from: Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name).json")))
        }
        let linearised = try decoded(ExpectedCalibrations.self, "random").designs
        for design in linearised {
            try take(design.testDescription, design.estimates, design.tests ?? [], design.quantiles ?? []) {
                try design.analysis(measure: $0, combination: $1, keys: Self.quantiles, byWeight: $2)
            }
        }
        let replicated = try decoded(ExpectedReplicates.self, "replicated").designs
        for design in replicated {
            try take(design.testDescription, design.estimates, design.tests, design.quantiles) {
                try design.analysis(measure: $0, combination: $1, throughFile: $2)
            }
        }
        print("\(linearised.count + replicated.count) designs")
        for (what, own) in worst.sorted(by: { $0.key < $1.key }) {
            print("\(what): \(own.count) figures, worst relative difference \(own.difference) \(own.place)")
        }
        for line in disagreements.prefix(400) { print("DISAGREES \(line)") }
        #expect(disagreements.isEmpty, "\(disagreements.count) disagreements")
    }

    private static let quantiles = #""quantiles": [0.1, 0.25, 0.5, 0.8], "#
}
