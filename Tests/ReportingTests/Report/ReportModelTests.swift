import Foundation
import TestSupport
import Testing

/// What `report` has for programs is what the other commands say, to the last digit.
@Suite("report: one model, and no second truth")
struct ReportModelTests {
    private typealias Object = [String: Any]

    private func units(_ record: Object, _ key: String = "units") -> [String: Object] {
        let list = record[key] as? [Object] ?? []
        return Dictionary(list.map { ($0["code"] as? String ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether two values out of JSON are the same.
    private static func same(_ one: Any?, _ other: Any?) -> Bool {
        NSArray(array: [one].compactMap(\.self)) == NSArray(array: [other].compactMap(\.self))
    }

    /// Whether every member of a record stands in another with the same value; the first that does not.
    private func difference(_ expected: Object, _ found: Object, but left: Set<String> = []) -> String? {
        for (key, value) in expected.sorted(by: { $0.key < $1.key }) where !left.contains(key) {
            guard let other = found[key] else { return "\(key) is missing" }
            if !Self.same(value, other) { return "\(key): \(value) and \(other)" }
        }
        return nil
    }

    private func compare(_ folder: String, stage: String) throws {
        let words = [folder, "--stage", stage]
        let report = try commandJSON(["report"] + words)
        let (own, ranks) = (units(report), try commandJSON(["rank"] + words))
        let scores = units(try commandJSON(["score"] + words))
        let gaps = units(try commandJSON(["gap"] + words))
        let places = units(ranks).merging(units(ranks, "unranked")) { first, _ in first }
        #expect(!own.isEmpty && own.count == scores.count, "\(words)")
        for (code, unit) in own {
            #expect(difference(try #require(scores[code]), unit) == nil, "\(words) \(code)")
            #expect(
                difference(try #require(gaps[code]), try #require(unit["gap"] as? Object)) == nil, "\(words) \(code)")
            let place = try #require(unit["place"] as? Object)
            #expect(
                difference(try #require(places[code]), place, but: ["reason", "reasonText"]) == nil, "\(words) \(code)")
        }
        let (code, unit) = try #require(own.min { $0.key < $1.key })
        // Each is a command that reads the folder anew: every twelfth.
        let explanations = unit["explanations"] as? [Object] ?? []
        for (position, explanation) in explanations.enumerated() where position % 12 == 0 {
            let leaf = try #require(explanation["criterion"] as? String)
            let explained = try commandJSON(["explain", folder, leaf, "--unit", code, "--stage", stage])
            #expect(Self.same(explained["measures"], explanation["measures"]), "\(words) \(code) \(leaf)")
        }
    }

    @Test("it says what score, gap, rank and explain say of random assessments", arguments: 0..<2)
    func random(seed: Int) throws {
        let sample = RandomFolder(seed: UInt64(74_000 + seed))
        for stage in RandomFolder.stages { try compare(sample.path, stage: stage) }
    }

    @Test("and of a sample with a survey")
    func sample() throws { try compare(Repository.path("datasets/tuy-phuoc-2024"), stage: "self") }

    @Test("the median and the best of a field leave out units that are not wholly measured there")
    func fields() throws {
        let folder = TemporaryFolder()
        SmallAssessment.add(to: folder)
        let report = try commandJSON(["report", folder.path("a")])
        let group = try #require((report["groups"] as? [Object])?.first)
        let field = try #require((group["fields"] as? [Object])?.first)
        // Of 4 points in the field u1 has 4, u2 3, and u3, of whose 4 points 2 are not reported, 2.
        #expect(field["units"] as? Int == 3)
        #expect(field["measured"] as? Int == 2)
        #expect(field["best"] as? Double == 100)
        #expect(field["median"] as? Double == 87.5)
        #expect((field["coverage"] as? Double).map { abs($0 - 83.333333) < 1e-6 } ?? false)
    }
}
