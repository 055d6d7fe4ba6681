import Scoring
import Testing
import Values

@testable import Assessment

/// The column that says whether a unit is ranked.
@Suite struct RankedColumnTests {
    private func reading(_ heading: String, _ words: [String]) throws -> AssessmentReading {
        let rows = zip(["h;Huyện H;district", "xa-1;Xã Một;commune", "xa-2;Xã Hai;commune"], words).map {
            "\($0);\($1)"
        }
        return try SmallAssessment(["units.csv": "code;name;level;\(heading)\n\(rows.joined(separator: "\n"))\n"])
            .read()
    }

    @Test(arguments: [
        ("xếp hạng", "không", "có"), ("ranked", "no", "yes"), ("Xếp hạng", "Không", ""),
        ("xếp hạng", "KHONG", "Yes"),
    ])
    func unitsAreRankedUnlessItSaysNo(heading: String, no: String, yes: String) throws {
        let assessment = try #require(try reading(heading, [yes, no, yes]).assessment)
        #expect(assessment.units.map(\.isRanked) == [true, false, true])
        #expect(Ranking(assessment.scores).absences.contains { $0.unit == 1 && $0.reason == .byDecree })
    }

    @Test func anotherWordIsAnError() throws {
        let found = try reading("xếp hạng", ["có", "hạng 2", "có"]).findings
        #expect(found.map(\.code) == ["assessment.unknownRankedWord"])
        #expect(found.first?.location.line == 3 && found.first?.location.column == 4)
        #expect(found.first?.details[.expected] == .names(["có", "không"]))
    }
}
