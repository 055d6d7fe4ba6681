import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// Between which places a change is told, and why not.
@Suite struct PlaceComparisonTests {
    /// A unit with its figure in percent of 100 cases; `codes` are its predecessors.
    private struct Row {
        var code: String
        var figure: Figure
        var group = "a"
        var codes: [String] = []

        init(_ code: String, _ percent: Int64?, group: String = "a", from codes: [String] = []) {
            self.code = code
            figure =
                percent.map { .ratio(numerator: FixedDecimal(mantissa: $0 * 1_000_000), denominator: 100) }
                ?? .notReported
            (self.group, self.codes) = (group, codes)
        }

        /// With a percentage alone, which cannot be combined with another.
        init(share code: String, _ percent: Int64) {
            self.init(code, percent)
            figure = .value(FixedDecimal(mantissa: percent * 1_000_000))
        }
    }

    private func assessment(_ rows: [Row], year: Int) throws -> Assessment {
        try assessment(rows, period: Period(year: year))
    }

    private func assessment(_ rows: [Row], period: Period) throws -> Assessment {
        let text = """
            {"format": 1, "set": "thu", "edition": "1", "name": "Thử", "source": {"document": "Thử"},
            "years": {"from": 2020, "to": 2030}, "levels": [{"code": "xa", "name": "Cấp xã"}],
            "points": {"basis": "assumed", "source": {"document": "Thử"}, "reason": "thử"},
            "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
                "index": {"mode": "halfAwayFromZero", "digits": 2}},
            "ranking": {"ties": "standard", "minimumCoverage": 50},
            "criteria": [{"code": "1", "name": "Một", "maximum": 10, "source": {"row": "1"}, "levels": ["xa"],
                "metrics": [{"name": "x", "kind": "percent", "direction": "higher",
                    "ratio": {"numerator": "x", "denominator": "y"}}],
                "rule": {"kind": "proportional", "base": 100}}]}
            """
        let set = try CriteriaSet(reading: JSONDocument(file: "c.json", bytes: Array(text.utf8)))
        let criteria = try CompiledCriteria(set, year: period.year)
        var figures = criteria.emptyFigures(unitCount: rows.count)
        for (unit, row) in rows.enumerated() { figures[unit, 0] = row.figure }
        let units = rows.map {
            Unit(code: $0.code, name: "Xã \($0.code)", level: "xa", group: $0.group, successorOf: $0.codes)
        }
        return try Assessment(
            settings: AssessmentSettings(
                name: LocalizedText(vi: "Thử"), period: period, stage: .computed, isSynthetic: false, notice: nil,
                groups: []),
            criteria: criteria,
            parts: Parts(units: UnitList(units), figures: figures, remarks: [:], given: []))
    }

    /// `7/10 → 1/13 +6`, or the reason in place of the change.
    private func changes(
        _ before: [Row], _ after: [Row], years: (Int, Int) = (2024, 2025), among scope: RankScope = .group,
        isCommon: Bool = false
    ) throws -> [String] {
        try changes(
            assessment(before, year: years.0), assessment(after, year: years.1), among: scope, isCommon: isCommon)
    }

    private func changes(
        _ first: Assessment, _ last: Assessment, among scope: RankScope = .group, isCommon: Bool = false
    ) -> [String] {
        let places = PlaceComparison(first, last, among: scope, isCommon: isCommon)
        return last.units.indices.map { unit in
            let change = places.change(of: unit)
            func text(_ place: UnitPlace?) -> String { place.map { "\($0.rank.decimal)/\($0.count)" } ?? "–" }
            let told = change.halves.map { "\($0 > 0 ? "+" : "")\(Rank(halves: $0).decimal)" }
            return "\(text(change.before)) → \(text(change.after)) \(told ?? change.obstacle?.code ?? "?")"
        }
    }

    private let three = [Row("x", 30), Row("y", 20), Row("z", 10)]

    @Test func aChangeIsToldAmongTheSameUnits() throws {
        #expect(
            try changes(three, [Row("z", 30), Row("y", 20), Row("x", 10)])
                == ["3/3 → 1/3 +2", "2/3 → 2/3 0", "1/3 → 3/3 -2"])
    }

    /// Ten units then, thirteen now: eighth then, first now, which is no rise of seven places.
    @Test func amongOtherUnitsNoChangeIsTold() throws {
        let before = (1...10).map { Row("u\($0)", Int64(100 - $0)) }
        var after = [Row("u8", 100)]
        for number in 1...13 where number != 8 { after.append(Row("u\(number)", Int64(90 - number))) }
        let told = try changes(before, after)
        #expect(told[0] == "8/10 → 1/13 otherUnits")
        #expect(told[1] == "1/10 → 2/13 otherUnits")
        #expect(told[12] == "– → 13/13 noPlaceBefore")
        // Among the ten that both years have, the eighth became the first.
        let common = try changes(before, after, isCommon: true)
        #expect(common[0] == "8/10 → 1/10 +7")
        #expect(common[1] == "1/10 → 2/10 -1")
        #expect(common[12] == "– → 13/13 noPlaceBefore")
    }

    /// One unit more or less on either side, or another one of the same number.
    @Test func oneOtherUnitIsEnough() throws {
        #expect(try changes(three, Array(three[..<2]))[0] == "1/3 → 1/2 otherUnits")
        #expect(try changes(Array(three[..<2]), three)[0] == "1/2 → 1/3 otherUnits")
        #expect(try changes(three, [three[0], three[1], Row("w", 5)])[0] == "1/3 → 1/3 otherUnits")
        #expect(try changes(three, [three[0], three[1], Row("w", 5)], isCommon: true)[0] == "1/2 → 1/2 0")
    }

    @Test func aUnitAloneAndNone() throws {
        #expect(try changes([Row("x", 1)], [Row("x", 2)]) == ["1/1 → 1/1 0"])
        #expect(try changes([Row("x", 1)], [Row("y", 2)]) == ["– → 1/1 noPlaceBefore"])
        #expect(try changes([Row("x", 1)], [Row("y", 2)], isCommon: true) == ["– → 1/1 noPlaceBefore"])
        #expect(try changes([Row("x", 1)], []).isEmpty)
    }

    /// The year just before, the same year, the year after and the one before the last.
    @Test func onlyThePeriodJustBeforeIsAlike() throws {
        #expect(try changes(three, three, years: (2024, 2025))[0] == "1/3 → 1/3 0")
        for years in [(2025, 2025), (2026, 2025), (2023, 2025)] {
            #expect(try changes(three, three, years: years)[0] == "1/3 → 1/3 period")
            #expect(try changes(three, three, years: years, isCommon: true)[0] == "1/3 → 1/3 period")
        }
    }

    /// A month is compared with the month before and with itself a year ago; never with a year or a quarter, nor backwards.
    @Test(arguments: [
        ("2025-12", "2026-01", true), ("2025-01", "2026-01", true), ("2025-11", "2026-01", false),
        ("2025", "2026-01", false), ("2025-Q4", "2026-01", false), ("2026-01", "2025-12", false),
        ("2026-01", "2026-01", false), ("2026-02", "2026-01", false), ("2025-Q3", "2025-Q4", true),
        ("2024-Q4", "2025-Q4", true), ("2025-Q2", "2025-Q4", false), ("2025-Q4", "2026-Q1", true),
        ("2025-H2", "2026-H1", true),
    ])
    func months(before: String, after: String, isTold: Bool) throws {
        let (first, last) = (try #require(Period(before)), try #require(Period(after)))
        let told = try changes(
            assessment(three, period: first),
            assessment([Row("z", 30), Row("y", 20), Row("x", 10)], period: last))
        #expect(
            told
                == (isTold
                    ? ["3/3 → 1/3 +2", "2/3 → 2/3 0", "1/3 → 3/3 -2"]
                    : ["3/3 → 1/3 period", "2/3 → 2/3 period", "1/3 → 3/3 period"]))
    }

    @Test func aUnitThatIsNotRankedHasNoPlace() throws {
        #expect(
            try changes(three, [Row("x", nil), Row("y", 20), Row("z", 10)])
                == ["1/3 → – noPlaceAfter", "2/3 → 1/2 otherUnits", "3/3 → 2/2 otherUnits"])
        #expect(
            try changes([Row("x", nil), Row("y", 20), Row("z", 10)], three)
                == ["– → 1/3 noPlaceBefore", "1/2 → 2/3 otherUnits", "2/2 → 3/3 otherUnits"])
        #expect(
            try changes([Row("x", nil), Row("y", 20), Row("z", 10)], three, isCommon: true)
                == ["– → 1/3 noPlaceBefore", "1/2 → 1/2 0", "2/2 → 2/2 0"])
    }

    @Test func aUnitOfAnotherGroupIsNotAlike() throws {
        let before = [Row("x", 30, group: "b"), Row("y", 20), Row("z", 10)]
        #expect(
            try changes(before, three)
                == ["1/1 → 1/3 otherGroup", "1/2 → 2/3 otherUnits", "2/2 → 3/3 otherUnits"])
        // Among all units it is.
        #expect(try changes(before, three, among: .all)[0] == "1/3 → 1/3 0")
        #expect(try changes(before, three, among: .level)[0] == "1/3 → 1/3 0")
    }

    @Test func aRenamedUnitIsTheSame() throws {
        #expect(
            try changes(three, [Row("n", 5, from: ["x"]), Row("y", 20), Row("z", 10)])
                == ["1/3 → 3/3 -2", "2/3 → 1/3 +1", "3/3 → 2/3 +1"])
    }

    /// y and z became n: (20 + 10) of 200 cases are 15 %, behind x with 30 %, so n was second of two.
    @Test func mergedUnitsAreRankedAsOneWhereTheirFiguresAddUp() throws {
        let after = [Row("n", 40, from: ["y", "z"]), Row("x", 30)]
        #expect(try changes(three, after) == ["2/2 → 1/2 +1", "1/2 → 2/2 -1"])
        let shares = [Row(share: "x", 30), Row(share: "y", 20), Row(share: "z", 10)]
        #expect(try changes(shares, after) == ["– → 1/2 noPlaceBefore", "1/3 → 2/2 notCombined"])
        #expect(try changes(shares, after, isCommon: true) == ["– → 1/2 noPlaceBefore", "1/1 → 1/1 0"])
    }

    @Test func twoUnitsAreNotOne() throws {
        let (first, last) = (try assessment(three, year: 2024), try assessment(three, year: 2025))
        let places = PlaceComparison(first, last, among: .group)
        let change = places.change(from: [0], to: 2)
        #expect(change.obstacle == .otherUnit && change.halves == nil)
        #expect(change.before?.rank == Rank(1) && change.after?.rank == Rank(3))
        #expect(places.change(from: [2], to: 2) == places.change(of: 2))
    }

    /// The split starts at the place that is shown before, also where predecessors are ranked as one.
    @Test func theSplitIsThatOfThePlacesShown() throws {
        for (before, after, isCommon) in [
            (three, [Row("z", 30), Row("y", 20), Row("x", 10)], false),
            (three, [Row("n", 40, from: ["y", "z"]), Row("x", 30)], false),
            (three, [Row("z", 30), Row("y", 20), Row("w", 90)], true),
        ] {
            let (first, last) = (try assessment(before, year: 2024), try assessment(after, year: 2025))
            let places = PlaceComparison(first, last, among: .group, isCommon: isCommon)
            let editions = EditionPair(first.criteria, last.criteria)
            for unit in last.units.indices {
                let change = places.change(of: unit)
                let split = places.split(of: unit, editions: editions)
                #expect((split == nil) == (change.halves == nil))
                guard let split else { continue }
                #expect(split.before == change.before?.rank && split.after == change.after?.rank)
                #expect(split.othersHalves + split.ownHalves == change.halves)
            }
        }
    }
}

/// Who has a place among whom.
@Suite struct RankScopeTests {
    private func units() throws -> Assessment {
        let reading = try SmallAssessment([
            "units.csv": """
            code;name;level;parent;group
            h;Huyện H;district;;g
            xa-1;Xã Một;commune;h;f
            xa-2;Xã Hai;commune;;f

            """,
            "assessment.json": SmallAssessment.settings(
                groups: #"{"code": "f", "name": "F"}, {"code": "g", "name": "G"}"#),
        ]).read()
        #expect(reading.errors.isEmpty)
        return try #require(reading.assessment)
    }

    @Test func everyUnitIsInOnePartOfEveryScope() throws {
        let assessment = try units()
        let expected: [RankScope: [[Int]]] = [
            .group: [[1, 2], [0]], .level: [[0], [1, 2]], .all: [[0, 1, 2]], .parent: [[1], [0, 2]],
        ]
        for scope in RankScope.allCases {
            let parts = assessment.parts(by: scope).map(\.units)
            #expect(parts == expected[scope])
            for part in parts {
                for unit in part { #expect(assessment.units(among: scope, as: unit) == part) }
            }
        }
    }
}
