import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// Units that stand for others have the figures of these together.
struct FigurePoolingTests {
    private static func metric(_ kind: String, _ more: String = "") -> String {
        #"{"name": "số", "direction": "higher", "kind": "\#(kind)"\#(more)}"#
    }

    private static func leaf(
        _ code: String, _ levels: String, _ metric: String, _ rule: String, _ more: String = ""
    ) -> String {
        """
        {"code": "\(code)", "name": "\(code)", "maximum": 10, "source": {"row": "1"}, "levels": [\(levels)],
         "levelsReason": "thử", "metrics": [\(metric)], "rule": \(rule)\(more)}
        """
    }

    /// Percentages with counts, a count, an amount whose mean is taken, yes or no, and one that only communes have.
    private static let criteria = """
        {"format": 1, "set": "gop", "edition": "1", "name": "Bộ", "source": {"document": "Quyết định"},
         "years": {"from": 2024, "to": 2025},
         "levels": [{"code": "tinh", "name": "Cấp tỉnh"}, {"code": "huyen", "name": "Cấp huyện"},
                    {"code": "xa", "name": "Cấp xã"}],
         "points": {"basis": "decreed", "source": {"document": "Quyết định"}},
         "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
                      "index": {"mode": "halfAwayFromZero", "digits": 2}},
         "ranking": {"ties": "standard", "minimumCoverage": 0},
         "criteria": [{"code": "1", "name": "Lĩnh vực", "maximum": 50},
         \(leaf("1.1", #""tinh", "huyen", "xa""#, metric("percent", #", "ratio": {"numerator": "a", "denominator": "b"}"#), #"{"kind": "proportional", "base": 100}"#, #", "notApplicable": {"convention": "leaveOut"}"#)),
         \(leaf("1.2", #""tinh", "huyen", "xa""#, metric("count"), #"{"kind": "countThreshold", "threshold": {"atLeast": 5}}"#)),
         \(leaf("1.3", #""tinh", "huyen", "xa""#, metric("amount", #", "pooling": "mean""#), #"{"kind": "linear", "zeroAt": 0, "fullAt": 10}"#)),
         \(leaf("1.4", #""tinh", "huyen", "xa""#, metric("yesNo"), #"{"kind": "yesNo"}"#)),
         \(leaf("1.5", #""xa""#, metric("count"), #"{"kind": "countThreshold", "threshold": {"atLeast": 5}}"#))]}
        """

    private static func read(_ units: String, _ figures: String, keepGoing: Bool = false) -> AssessmentReading {
        let folder = TemporaryFolder()
        folder.add(criteria, "criteria.json")
        folder.add(
            #"{"format": 1, "name": "Đợt", "criteria": "criteria.json", "year": 2025, "stage": "self"}"#,
            "assessment.json")
        folder.add("code;name;level;parent;kế thừa;số liệu gộp từ\n" + units, "units.csv")
        folder.add("unit;metric;value;numerator;denominator\n" + figures, "metrics.csv")
        var options = AssessmentOptions()
        options.keepGoing = keepGoing
        return Assessment.read(folder.path, options: options)
    }

    private static let family = "t;T;tinh;;;đơn vị trực thuộc\nx;X;xa;t;;\ny;Y;xa;t;;\n"
    private static let figures = """
        x;1.1;;1;2
        y;1.1;;98;98
        x;1.2;3;;
        y;1.2;4;;
        x;1.3;1;;
        y;1.3;4;;

        """

    private static func figure(_ reading: AssessmentReading, _ unit: String, _ metric: String) throws -> Figure {
        let assessment = try #require(reading.assessment)
        return assessment.figures[try #require(assessment.position(ofUnit: unit)), metric]
    }

    /// A half and 98 of 98 are 99 of 100, not three quarters; 3 and 4 are 7; the mean of 1 and 4 is 2.5.
    @Test func figuresArePooledAsTheirMetricSays() throws {
        let reading = Self.read(Self.family, Self.figures)
        #expect(try Self.figure(reading, "t", "1.1") == .ratio(numerator: 99, denominator: 100))
        #expect(try Self.figure(reading, "t", "1.2") == .value(7))
        #expect(try Self.figure(reading, "t", "1.3") == .value(exact("2.5")))
        #expect(try #require(reading.assessment).scores[0].total.points == exact("22.4"))
        #expect(try #require(reading.assessment).remark(unit: 0, metric: "1.1")?.pooledFrom == ["x", "y"])
        // What the province is not asked for is not pooled, and not missed.
        #expect(try Self.figure(reading, "t", "1.5") == .notReported)
        // Yes and no do not add up: said once.
        #expect(
            reading.findings.filter { $0.details[.unit] == .text("t") }.map(\.code) == [
                AssessmentFinding.poolingIncomplete.rawValue
            ])
    }

    /// Nothing is estimated from those that have reported; what does not apply adds nothing.
    @Test(arguments: [
        ("x;1.2;3;;\n", Figure.notReported, [AssessmentFinding.poolingIncomplete]),
        ("x;1.2;3;;\ny;1.2;0;;\n", .value(3), []),
        ("x;1.1;50;;\ny;1.1;50;;\n", .notReported, [.poolingImpossible]),
        ("x;1.4;có;;\ny;1.4;có;;\n", .notReported, [.poolingImpossible]),
        ("t;1.2;8;;\nx;1.2;3;;\ny;1.2;4;;\n", .value(8), [.pooledDiffers]),
        ("t;1.2;7;;\nx;1.2;3;;\ny;1.2;4;;\n", .value(7), []),
        ("t;1.2;7;;\nx;1.2;3;;\n", .value(7), []),
    ])
    func nothingIsEstimated(figures: String, figure: Figure, findings: [AssessmentFinding]) throws {
        let reading = Self.read(Self.family, figures)
        let metric = figures.contains("1.1") ? "1.1" : figures.contains("1.4") ? "1.4" : "1.2"
        #expect(try Self.figure(reading, "t", metric) == figure)
        let concerned = reading.findings.filter { finding in
            switch finding.details[.found] {
            case .names(let metrics): metrics.contains(metric)
            default: finding.code == AssessmentFinding.pooledDiffers.rawValue
            }
        }
        #expect(concerned.map(\.code) == findings.map(\.rawValue))
    }

    /// What the unit says itself stays: what does not apply to it, or is still to come, is no other number.
    @Test(arguments: [
        ("không áp dụng", Figure.notApplicable), ("chờ khảo sát", .awaited), ("không công bố", .notPublished),
    ])
    func whatIsNoNumberDiffersFromNone(word: String, figure: Figure) throws {
        let reading = Self.read(Self.family, "t;1.1;\(word);;\nx;1.1;;1;4\ny;1.1;;2;4\n")
        #expect(try Self.figure(reading, "t", "1.1") == figure)
        #expect(!reading.findings.contains { $0.code == AssessmentFinding.pooledDiffers.rawValue })
    }

    /// Both are told as they are: percentages by their counts.
    @Test func aDifferenceNamesBothNumbers() throws {
        let reading = Self.read(Self.family, "t;1.1;;1;3\nx;1.1;;1;4\ny;1.1;;2;4\n")
        let found = try #require(reading.findings.first { $0.code == AssessmentFinding.pooledDiffers.rawValue })
        #expect(found.details[.found] == .counts(1, 3))
        #expect(found.details[.expected] == .counts(3, 8))
    }

    /// A district is made of communes and a province of districts, whatever their order in the table.
    @Test func thoseBelowComeFirst() throws {
        let reading = Self.read(
            "t;T;tinh;;;children\nh;H;huyen;t;;children\ng;G;huyen;t;;children\nx;X;xa;h;;\ny;Y;xa;h;;\nz;Z;xa;g;;\n",
            "x;1.2;1;;\ny;1.2;2;;\nz;1.2;4;;\n")
        #expect(try Self.figure(reading, "h", "1.2") == .value(3))
        #expect(try Self.figure(reading, "t", "1.2") == .value(7))
    }

    /// A commune merged within the year has what the two before it reported; another's figures are not its own.
    @Test func predecessorsOfTheSameTable() throws {
        let reading = Self.read(
            "n;Mới;xa;;x, y;đơn vị kế thừa\nx;X;xa;;;\ny;Y;xa;;;\nz;Z;xa;;;\n",
            "x;1.1;;1;4\ny;1.1;;2;4\nz;1.1;;4;4\nx;1.5;2;;\ny;1.5;3;;\n")
        #expect(try Self.figure(reading, "n", "1.1") == .ratio(numerator: 3, denominator: 8))
        #expect(try Self.figure(reading, "n", "1.5") == .value(5))
    }

    /// A predecessor is named by code or name, and counts once however often it is named: 4, and 4 + 3.
    @Test(arguments: [
        ("x, x", 4, 1), ("x, Xã Một", 4, 1), ("xã một; x; X", 4, 2), ("x, Xã Hai", 7, 0), ("y,x", 7, 0),
    ])
    func aPredecessorCountsOnce(named: String, figure: FixedDecimal, repeats: Int) throws {
        let reading = Self.read(
            "n;Mới;xa;;\"\(named)\";đơn vị kế thừa\nx;Xã Một;xa;;;\ny;Xã Hai;xa;;;\n", "x;1.2;4;;\ny;1.2;3;;\n")
        #expect(try Self.figure(reading, "n", "1.2") == .value(figure))
        let found = reading.findings.filter { $0.code == AssessmentFinding.repeatedPredecessor.rawValue }
        #expect(found.count == repeats)
        #expect(found.allSatisfy { $0.location.line == 2 && $0.location.column == 5 && $0.severity == .warning })
    }

    /// The figures of some predecessors are not those of all.
    @Test(arguments: [
        ("x, q", AssessmentFinding.unknownPooledUnit, "q"), ("q", .unknownPooledUnit, "q"),
        ("X-1,y", .unknownPooledUnit, "X-1"), ("x, Xã Hai", .ambiguousUnit, "Xã Hai"),
    ])
    func everyPredecessorIsKnown(named: String, finding: AssessmentFinding, unit: String) {
        let reading = Self.read(
            "n;Mới;xa;;\"\(named)\";đơn vị kế thừa\nx;Xã Một;xa;;;\ny;Xã Hai;xa;;;\nz;Xã Hai;xa;;;\n",
            "x;1.2;4;;\ny;1.2;3;;\nz;1.2;3;;\n")
        #expect(reading.assessment == nil)
        #expect(reading.findings.filter { $0.severity == .error }.map(\.code) == [finding.rawValue])
        let found = reading.findings.first { $0.code == finding.rawValue }
        #expect(found?.text(.found) == unit)
        #expect(found?.location.line == 2 && found?.location.column == 5)
    }

    @Test func theWayOfACircleIsSaid() {
        let reading = Self.read(
            "x;X;xa;;y;đơn vị kế thừa\ny;Y;xa;;z;đơn vị kế thừa\nz;Z;xa;;y;đơn vị kế thừa\n", "")
        let found = reading.findings.first { $0.code == AssessmentFinding.poolingCircle.rawValue }
        #expect(found?.text(.found) == "y, z, y")
        #expect(found?.location.line == 3 && found?.location.column == 5)
    }

    @Test(arguments: [
        ("t;T;tinh;;;đơn vị trực thuộc\n", AssessmentFinding.nothingToPool),
        ("t;T;tinh;;;hàng xóm\n", .unknownFigureSource),
        ("x;X;xa;;y;đơn vị kế thừa\ny;Y;xa;;x;đơn vị kế thừa\n", .poolingCircle),
        ("x;X;xa;;x;predecessors\n", .poolingCircle),
    ])
    func whatCannotBeIsAnError(units: String, finding: AssessmentFinding) {
        let reading = Self.read(units, "")
        #expect(reading.findings.contains { $0.code == finding.rawValue && $0.severity == .error })
    }

    /// Who stands for a unit with errors is not scored either: a count of t without that of x is none, with a wrong one
    /// no sum, and x may have no level. z is on its own.
    @Test(arguments: [
        ("x;X;xa;t;;\n", "x;1.2;abc;;\n"), ("x;X;xa;t;;\n", "x;1.2;3;;\nx;1.2;5;;\n"),
        ("x;X;xa;t;;\n", "x;1.1;;3;0\n"), ("x;X;sao Hỏa;t;;\n", "x;1.2;3;;\n"),
    ])
    func errorsGoUp(unit: String, figures: String) {
        let units = "p;P;tinh;;t;đơn vị kế thừa\nt;T;tinh;;;đơn vị trực thuộc\n" + unit + "y;Y;xa;t;;\nz;Z;xa;;;\n"
        let reading = Self.read(
            units, figures + "y;1.2;4;;\ny;1.1;;1;2\nz;1.2;6;;\n",
            keepGoing: true)
        #expect(reading.findings.containsError)
        #expect(reading.assessment?.leftOut == ["p", "t", "x"])
        #expect(reading.assessment?.units.map(\.code) == ["y", "z"])
    }
}
