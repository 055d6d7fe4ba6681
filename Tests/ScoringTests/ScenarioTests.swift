import Scoring
import Testing
import Values

/// The effect of changes on figures, the changes that are rejected, and the file format.
@Suite struct ScenarioTests {
    private func figure(_ metric: String, _ edit: Scenario.Edit, from now: Figure? = nil) throws -> Figure {
        let scores = try GapSample.scores([now.map { [metric: $0] } ?? [:]])
        let replay = try WhatIf(scores, unit: 0).replay(Scenario(changes: [Scenario.Change(metric, edit)]))
        return try #require(replay.changes.first).after
    }

    private func faults(_ changes: [Scenario.Change], _ figures: [String: Figure] = [:]) throws -> [ScenarioFault] {
        let trial = WhatIf(try GapSample.scores([figures]), unit: 0)
        do throws(ScenarioError) {
            _ = try trial.replay(Scenario(changes: changes))
            return []
        } catch {
            return error.faults
        }
    }

    private static func half(_ whole: Int64) -> FixedDecimal { FixedDecimal(mantissa: whole * 1_000_000 + 500_000) }

    @Test(
        arguments: [
            (half(99), 498), (100, 500), (0, 0), (FixedDecimal(mantissa: 99_400_000), 497),
            (FixedDecimal(mantissa: 96_400_000), 482), (FixedDecimal(mantissa: 96_400_001), 483),
        ] as [(FixedDecimal, FixedDecimal)])
    func aShareKeepsItsDenominator(percent: FixedDecimal, count: FixedDecimal) throws {
        #expect(try figure("1.1", .set(percent)) == .ratio(numerator: count, denominator: 500))
    }

    @Test func aShareAsShownNamesItsCount() throws {
        // 1 ÷ 3 is shown as 33.333333; slightly more needs the next case, slightly less does not.
        let third = Figure.ratio(numerator: 1, denominator: 3)
        let shown = FixedDecimal(mantissa: 33_333_333)
        #expect(try figure("1.1", .set(shown), from: third) == third)
        #expect(
            try figure("1.1", .set(FixedDecimal(mantissa: 33_340_000)), from: third)
                == .ratio(numerator: 2, denominator: 3))
        // Less is better: the most that stays within the percentage.
        #expect(try figure("1.2", .set(FixedDecimal(mantissa: 33_340_000)), from: third) == third)
        #expect(try figure("1.2", .set(33), from: third) == .ratio(numerator: 0, denominator: 3))
        // 2 ÷ 3 is shown rounded up.
        let two = Figure.ratio(numerator: 2, denominator: 3)
        #expect(try figure("1.1", .set(FixedDecimal(mantissa: 66_666_667)), from: two) == two)
    }

    @Test func additionsAndCounts() throws {
        #expect(try figure("1.1", .add(2)) == .ratio(numerator: 492, denominator: 500))
        #expect(try figure("1.1", .add(0)) == .ratio(numerator: 482, denominator: 500))
        #expect(try figure("1.1", .addToNumerator(14)) == .ratio(numerator: 496, denominator: 500))
        #expect(try figure("1.1", .numerator(490)) == .ratio(numerator: 490, denominator: 500))
        #expect(try figure("1.1", .counts(numerator: 1, denominator: 4)) == .ratio(numerator: 1, denominator: 4))
        #expect(try figure("1.1", .set(98), from: .value(90)) == .value(98))
        #expect(try figure("1.3", .add(2)) == .value(15))
        #expect(try figure("1.3", .add(-13)) == .value(0))
        #expect(try figure("2.1.a", .answer(false)) == .value(0))
        #expect(try figure("2.1.b", .task(.doneInTime)) == .value(2))
        #expect(try figure("1.4", .status(.awaited)) == .awaited)
        #expect(try figure("1.1", .set(98), from: .notReported) == .value(98))
    }

    @Test func sumsOfMoneyMayHaveParts() throws {
        let money = Figure.ratio(numerator: Self.half(10), denominator: FixedDecimal(mantissa: 20_250_000))
        #expect(
            try figure("1.1", .set(50), from: money)
                == .ratio(
                    numerator: FixedDecimal(mantissa: 10_125_000), denominator: FixedDecimal(mantissa: 20_250_000)))
    }

    private static let refused: [(String, Scenario.Edit, Figure?, ScenarioFinding)] = [
        ("1.1", .set(half(100)), nil, .outsideDomain), ("1.1", .set(-1), nil, .outsideDomain),
        ("1.1", .set(101), .value(5), .outsideDomain), ("1.1", .add(4), nil, .outsideDomain),
        ("1.1", .add(-97), nil, .outsideDomain), ("1.1", .numerator(501), nil, .numeratorExceedsDenominator),
        ("1.1", .addToNumerator(19), nil, .numeratorExceedsDenominator), ("1.1", .numerator(-1), nil, .negativeCount),
        ("1.1", .numerator(half(482)), nil, .fractionalCount),
        ("1.1", .counts(numerator: 1, denominator: half(2)), .value(5), .fractionalCount),
        ("1.1", .counts(numerator: 1, denominator: 0), nil, .divisionByZero),
        ("1.1", .numerator(5), .value(90), .noCounts), ("1.3", .numerator(5), nil, .notARatio),
        ("1.3", .counts(numerator: 1, denominator: 2), nil, .notARatio), ("1.3", .set(half(2)), nil, .offStep),
        ("1.3", .add(-14), nil, .outsideDomain), ("1.3", .add(1), .notReported, .nothingToAddTo),
        ("1.1", .add(1), .notApplicable, .nothingToAddTo), ("1.3", .answer(true), nil, .wrongKind),
        ("2.1.a", .task(.notDone), nil, .wrongKind), ("2.1.b", .set(3), nil, .outsideDomain),
        ("2.2", .add(FixedDecimal(mantissa: .max)), nil, .tooLarge), ("2.3", .answer(true), nil, .notScored),
        ("2.1", .set(1), nil, .severalMetrics), ("9.9", .set(1), nil, .unknownMetric),
        ("1", .set(1), nil, .unknownMetric),
        // No convention for what does not apply, nor for 0 ÷ 0.
        ("1.3", .status(.notApplicable), nil, .cannotBeScored),
        ("1.1", .counts(numerator: 0, denominator: 0), nil, .cannotBeScored),
    ]

    @Test(arguments: refused.indices)
    func figuresThatContradictAreRefused(index: Int) throws {
        let (metric, edit, now, code) = Self.refused[index]
        let found = try faults([Scenario.Change(metric, edit)], now.map { [metric: $0] } ?? [:])
        #expect(found.map(\.code) == [code], "\(metric) \(edit)")
        #expect(found.first?.change == 0)
    }

    @Test func aScenarioIsRefusedWhole() throws {
        #expect(try faults([]).map(\.code) == [.empty])
        let found = try faults([
            Scenario.Change("1.1", .set(101)), Scenario.Change("1.3", .set(15)), Scenario.Change("1.3", .set(16)),
            Scenario.Change("2.1", .answer(true)), Scenario.Change("1.33", .set(1)),
        ])
        #expect(found.map(\.code) == [.outsideDomain, .repeatedMetric, .severalMetrics, .unknownMetric])
        #expect(found.map(\.change) == [0, 2, 3, 4])
        #expect(found[2].details[.expected] == .names(["2.1.a", "2.1.b"]))
        #expect(found[3].details[.suggestion] == "1.3")
    }

    @Test func everyChangeIsReadBackAsItWasWritten() throws {
        let scenario = Scenario(
            name: "Thử «hai»", unit: "phuoc-an",
            changes: [
                .init("a", .set(Self.half(99))), .init("b", .add(-2)), .init("c", .numerator(490)),
                .init("d", .addToNumerator(-3)), .init("e", .counts(numerator: 0, denominator: 7)),
                .init("f", .answer(false)), .init("g", .task(.doneLate)), .init("h", .status(.notApplicable)),
            ])
        let document = try JSONDocument(file: "s.json", bytes: Array(scenario.json.utf8))
        let (read, places, _) = try Scenario.read(document)
        #expect(read == scenario)
        #expect(places.count == 8)
        let bare = Scenario(changes: [.init("a", .set(1))])
        #expect(try Scenario.read(JSONDocument(file: "s.json", bytes: Array(bare.json.utf8))).scenario == bare)
    }

    @Test(arguments: [
        (#"{"format": 1, "changes": [{"metric": "a"}]}"#, "scenario.badChange", 27),
        (#"{"format": 1, "changes": [{"metric": "a", "set": 1, "add": 2}]}"#, "scenario.badChange", 27),
        (#"{"format": 1, "changes": [{"metric": "a", "set": 1, "denominator": 2}]}"#, "scenario.badChange", 27),
        (#"{"format": 1, "changes": [{"metric": "a", "sett": 1, "set": 1}]}"#, "json.unknownKey", 43),
        (#"{"format": 1, "changes": [{"metric": "a", "set": "1"}]}"#, "json.wrongType", 50),
        (#"{"format": 1, "changes": [{"metric": "a", "task": "done"}]}"#, "json.unknownName", 51),
        (#"{"format": 1, "changes": [{"set": 1}]}"#, "json.missingKey", 27),
        (#"{"format": 1, "changes": [{"metric": "a", "set": 1.1234567}]}"#, "json.numberTooFine", 50),
        (#"{"format": 1}"#, "json.missingKey", 1), (#"{"format": 2, "changes": []}"#, "json.wrongType", 12),
        (#"[]"#, "json.wrongType", 1),
    ])
    func aBadFileIsToldByPlace(text: String, code: String, column: Int) throws {
        let document = try JSONDocument(file: "s.json", bytes: Array(text.utf8))
        do throws(FindingsError) {
            _ = try Scenario.read(document)
            Issue.record("read: \(text)")
        } catch {
            #expect(error.findings.map(\.code) == [code])
            #expect(error.findings.first?.location == Location(file: "s.json", line: 1, column: column))
        }
    }
}
