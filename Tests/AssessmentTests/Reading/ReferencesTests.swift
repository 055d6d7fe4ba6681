import Assessment
import TestSupport
import Testing
import Values

/// What one row says of another: parents and predecessors.
@Suite struct ReferencesTests {
    private static func units(_ rows: [String]) -> String {
        "code;name;level;parent\n" + rows.map { $0 + "\n" }.joined()
    }

    @Test(arguments: [
        ReadingCase(
            "a district under its own commune",
            ["units.csv": units(["h;H;district;xa-1", "xa-1;A;commune;h", "xa-2;B;commune;h"])],
            ["assessment.parentCircle units.csv:2:4 «h, xa-1, h»"]),
        ReadingCase(
            "a unit under itself", ["units.csv": units(["h;H;district;", "xa-1;A;commune;xa-1", "xa-2;B;commune;h"])],
            ["assessment.parentCircle units.csv:3:4 «xa-1, xa-1»"]),
        ReadingCase(
            "a circle of three, told once, and one of two",
            [
                "units.csv": units([
                    "h;H;district;", "xa-1;A;commune;xa-3", "xa-2;B;commune;xa-1", "xa-3;C;commune;xa-2",
                    "xa-4;D;commune;xa-5", "xa-5;E;commune;xa-4", "xa-6;F;commune;xa-1",
                ])
            ],
            [
                "assessment.parentCircle units.csv:3:4 «xa-1, xa-3, xa-2, xa-1»",
                "assessment.parentCircle units.csv:6:4 «xa-4, xa-5, xa-4»",
            ]),
        ReadingCase(
            "a parent of a lower level",
            ["units.csv": units(["h;H;district;xa-1", "xa-1;A;commune;", "xa-2;B;commune;h"])],
            ["assessment.parentOfLowerLevel units.csv:2:4 «xa-1»"],
            details: [0: [.other: "commune", .expected: "district", .unit: "h"]]),
        ReadingCase(
            "a parent of the same level, before and behind",
            ["units.csv": units(["h;H;district;", "xa-1;A;commune;xa-2", "xa-2;B;commune;h"])], []),
        ReadingCase(
            "no unit", ["units.csv": units(["h;H;district;", "xa-1;A;commune;hh", "xa-2;B;commune;h"])],
            ["assessment.unknownParent units.csv:3:4 «hh»"], details: [0: [.suggestion: "h"]]),
        ReadingCase(
            "a name of two units",
            [
                "units.csv": units([
                    "h;Huyện H;district;", "g;Huyện H;district;", "xa-1;A;commune;Huyện H", "xa-2;B;commune;h",
                ])
            ],
            ["assessment.ambiguousUnit units.csv:4:4 «Huyện H»"], details: [0: [.expected: "h, g", .unit: "xa-1"]]),
        ReadingCase(
            "the name of one unit",
            ["units.csv": units(["h;Huyện H;district;", "xa-1;A;commune;huyện h", "xa-2;B;commune;h"])],
            []),
    ])
    func parents(_ item: ReadingCase) throws {
        var item = item
        item.files["metrics.csv"] = "unit;metric;value\nh;1.1;90\nxa-1;1.1;9\nxa-2;1.1;80\n"
        // Units without figures are remarks of no interest here.
        let reading = try SmallAssessment(item.files).read()
        #expect(reading.briefs.filter { !$0.hasPrefix("assessment.unitWithoutFigures") } == item.findings)
        for (position, expected) in item.details {
            for (key, value) in expected { #expect(reading.findings[position].text(key) == value) }
        }
    }

    /// A parent that is named is the unit of that name.
    @Test func aParentByItsName() throws {
        let units = Self.units(["h;Huyện H;district;", "xa-1;A;commune;Huyện H", "xa-2;B;commune;h"])
        let assessment = try #require(try SmallAssessment(["units.csv": units]).read().assessment)
        #expect(assessment.units.map(\.parent) == [nil, "h", "h"])
    }

    private func predecessors(_ now: String, before: String = "code;name;level\na;A;commune\nb;B;commune\n") throws
        -> [String]
    {
        try SmallAssessment([
            "assessment.json": SmallAssessment.settings(#""previous": "../last""#),
            "units.csv": "code;name;level;successor of\nh;H;district;\nn;N;commune;\(now)\n",
            "metrics.csv": "unit;metric;value\nh;1.1;90\nn;1.1;9\n",
            "../last/assessment.json": SmallAssessment.settings(year: 2024), "../last/units.csv": before,
            "../last/metrics.csv": "unit;metric;value\na;1.1;90\nb;1.1;9\n",
        ]).read().briefs
    }

    @Test func predecessorsAreUnitsOfLastYear() throws {
        #expect(try predecessors("a, b") == [])
        #expect(try predecessors("a") == [])
        #expect(try predecessors("") == [])
        #expect(
            try predecessors("a, zz, zz") == [
                "assessment.repeatedPredecessor units.csv:3:4 «zz»",
                "assessment.unknownPredecessor units.csv:3:4 «zz»",
            ],
            "one unknown code is told once")
        #expect(try predecessors("B, a") == [], "a name will do")
        #expect(try predecessors("A", before: "code;name;level\na;A;commune\nb;A;commune\n").count == 1)
        #expect(
            try predecessors("yy, zz").map { String($0.suffix(4)) } == ["«yy»", "«zz»"],
            "every unknown code is told")
        // A merger of two years ago is still written down: last year's table names the same predecessors.
        let merged = "code;name;level;successor of\nn;N;commune;a0, b0\n"
        #expect(try predecessors("a0, b0", before: merged).filter { $0.contains("redecessor") } == [])
        #expect(try predecessors("a0, c0", before: merged).filter { $0.contains("redecessor") }.count == 1)
    }

    @Test func casesOfRealFolders() {
        func codes(_ folder: String) -> Set<String> {
            let reading = Assessment.read(Repository.path("Tests/AssessmentTests/Cases12/" + folder))
            #expect(reading.assessment == nil)
            return Set(reading.findings.filter { $0.severity == .error }.map(\.code))
        }
        #expect(codes("attack-02-parent-cycle/now") == ["assessment.parentCircle"])
        #expect(codes("attack-05-successor-unknown/now") == ["assessment.unknownPredecessor"])
    }
}
