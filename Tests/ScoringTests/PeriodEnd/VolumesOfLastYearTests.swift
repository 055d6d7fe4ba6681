import Testing
import Values

@testable import Scoring

/// Volumes that are those of last year.
@Suite struct VolumesOfLastYearTests {
    private static func metric(_ code: String, isCumulative: Bool = true) -> String {
        #"{"code": "\#(code)", "kind": "percent", "direction": "higher", "cumulative": \#(isCumulative), "#
            + #""ratio": {"numerator": "n", "denominator": "d"}}"#
    }

    /// Four shares: of last year's volume, of one that is passed already, without counts, and one that does not grow.
    private static func score() throws -> UnitScore {
        let nodes =
            [#"{"code": "1", "maximum": 4}"#]
            + ["1.1", "1.2", "1.3", "1.4"].map {
                #"{"code": "\#($0)", "maximum": 1, "metrics": [\#(metric($0, isCumulative: $0 != "1.4"))], "#
                    + #""rule": {"kind": "proportional", "base": 100}}"#
            }
        let criteria = try CompiledCriteria(
            SampleEdition.read(SampleEdition.text(nodes: nodes.map(JSONNode.parse))), year: 2026)
        var (now, before) = (criteria.emptyFigures(unitCount: 1), criteria.emptyFigures(unitCount: 1))
        for (code, figure) in [
            ("1.1", .ratio(numerator: 90, denominator: 100)), ("1.2", .ratio(numerator: 90, denominator: 100)),
            ("1.3", .value(90)), ("1.4", .ratio(numerator: 90, denominator: 100)),
        ] as [(String, Figure)] { now[0, code] = figure }
        for (code, volume) in [("1.1", 250), ("1.2", 99), ("1.3", 250), ("1.4", 250)] as [(String, FixedDecimal)] {
            before[0, code] = .ratio(numerator: 10, denominator: volume)
        }
        return try criteria.score(
            now, units: [ScoredUnit(code: "x", level: "commune")], lastYear: LastYear(figures: before, units: [0]))[0]
    }

    @Test func theyAreTheDenominators() throws {
        let (volumes, faults) = try Self.score().expectedVolumes(stated: [], usesLastYear: true)
        #expect(volumes["1.1"] == ExpectedVolumes.Volume(cases: 250, origin: .lastYear))
        #expect(["1.2", "1.3", "1.4"].allSatisfy { volumes[$0] == nil })
        #expect(faults.map(\.code) == [.lastYearBelowCounted] && faults[0].code.severity == .warning)
        #expect(faults[0].details[.metric] == .text("1.2") && faults[0].details[.found] == .number(99))
    }

    @Test func aStatedOneComesFirst() throws {
        let (volumes, faults) = try Self.score().expectedVolumes(stated: [("1.2", 120)], usesLastYear: true)
        #expect(volumes["1.2"] == ExpectedVolumes.Volume(cases: 120, origin: .stated) && faults.isEmpty)
        #expect(volumes["1.1"]?.origin == .lastYear)
    }

    @Test func withoutThemNothingIsExpected() throws {
        #expect(try Self.score().expectedVolumes(stated: [], usesLastYear: false).volumes.isEmpty)
        #expect(
            try Self.score().expectedVolumes(stated: [("1.3", 300)], usesLastYear: false).faults.map(\.code) == [
                .noCounts
            ])
        #expect(
            try Self.score().expectedVolumes(stated: [("1.4", 300)], usesLastYear: false).faults.map(\.code)
                == [.notCumulative])
    }
}
