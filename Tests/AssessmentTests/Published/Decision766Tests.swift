import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// The index of decision 766 against what was published of Phú Thọ for August 2026, typed from the portal's tables.
struct Decision766Tests {
    /// By criterion: each unit's published points; nothing where the portal gave no score.
    private static let published: [String: String] = [
        "2":
            "H44=15.68 H44.01=0 H44.03=16.53 H44.08=12.7 H44.100=15.81 H44.102=15.37 H44.104=13.45 "
            + "H44.106=15.97 H44.108=18.77 H44.110=17.1 H44.112=17.72 H44.114=17.32 H44.116=17.62 H44.118=18.6 "
            + "H44.120=17.75 H44.122=17.91 H44.124=18.58 H44.126=18.5 H44.128=17.98 H44.130=18.23",
        "4":
            "H44=6.25 H44.01=0 H44.03=7.67 H44.08=0 H44.100=6.69 H44.102=6.19 H44.104=6.16 H44.106=6.76 "
            + "H44.108=7.46 H44.110=6.18 H44.112=6.15 H44.114=6.23 H44.116=6.55 H44.118=6.3 H44.120=6.59 "
            + "H44.122=6.65 H44.124=5.5 H44.126=6.52 H44.128=6.26 H44.130=6.44",
        "5.1": "H44=4.33 H44.01= H44.03=3.93 H44.08=5.36 H44.101=4.56 H44.103=4.58",
        "5.2": "H44=0.46 H44.01= H44.03=2.12 H44.08=3.2 H44.101=0.29 H44.103=0.18",
        "5.3": "H44=0.04 H44.01= H44.03=0 H44.08=0 H44.101=0.04 H44.103=0",
        "5.5": "H44=0.93 H44.01= H44.03=2 H44.08=2 H44.101=0.84 H44.103=1.33",
        "5.6": "H44=0.46 H44.01=0 H44.03=0.48 H44.08=0.36 H44.101=0.17 H44.103=0.22",
        "6": "H44=12.97 H44.01=12 H44.03=17.51 H44.08=16.19 H44.101=17.3 H44.103=17.38 H44.105=18 H44.107=18",
        "6.1": "H44=4.42 H44.01=6 H44.03=6 H44.08=6 H44.101=6 H44.103=6 H44.105=6 H44.107=6",
        "6.2": "H44=3.33 H44.01=6 H44.03=6 H44.08=6 H44.101=6 H44.103=6 H44.105=6 H44.107=6",
        "6.3": "H44=5.22 H44.01=0 H44.03=5.51 H44.08=4.19 H44.101=5.3 H44.103=5.38 H44.105=6 H44.107=6",
    ]
    /// The sums over the six groups of the units of which all groups are published.
    private static let totals = [
        "H44": "59.91", "H44.03": "67.29", "H44.07": "63.25", "H44.01": "15.96", "H44.101": "61.75", "H44.103": "62.67",
    ]

    private static func assessment() throws -> Assessment {
        try #require(Assessment.read(Repository.path("datasets/phu-tho-2026-08")).assessment)
    }

    @Test func publishedPointsFollowFromTheCounts() throws {
        let assessment = try #require(Self.assessment().at(stage: "computed"))
        var compared = 0
        for (code, list) in Self.published {
            for pair in list.split(separator: " ") {
                let (unit, points) = (pair.prefix { $0 != "=" }, pair.drop { $0 != "=" }.dropFirst())
                let position = try #require(assessment.position(ofUnit: String(unit)))
                let node = try #require(assessment.criteria.set.index(of: code))
                let score = assessment.scores[position].criterion(node)
                compared += 1
                if points.isEmpty {
                    // No score, and the maximum stays.
                    #expect(score.points == nil && score.sum.maximum == score.criterion.maximum, "\(unit) \(code)")
                } else {
                    #expect(score.sum.points == exact(String(points)), "\(unit) \(code)")
                }
            }
        }
        #expect(compared == 102)
    }

    @Test func totalsAreThePublishedOnes() throws {
        let assessment = try Self.assessment()
        for (unit, total) in Self.totals {
            let position = try #require(assessment.position(ofUnit: unit))
            #expect(assessment.scores[position].total.points == exact(total), "\(unit)")
            #expect(assessment.scores[position].total.maximum == 100)
        }
    }

    @Test func thereAreTwentyFourIndicatorsInSixGroups() throws {
        let set = try Self.assessment().criteria.set
        let fields = set.criteria.filter { $0.parent == nil }
        #expect(fields.map(\.maximum) == [18, 20, 12, 10, 22, 18])
        #expect(set.criteria.count { $0.leaf != nil } == 24)
        #expect(set.criteria.count { if case .watched? = $0.leaf?.measures.first?.rule { true } else { false } } == 3)
    }

    /// A folder of one commune with some figures, under the decision's set with a changed text.
    private static func score(_ figures: String, replacing: String = "", with: String = "") throws -> UnitScore {
        let folder = TemporaryFolder()
        let criteria = try String(
            contentsOfFile: Repository.path("criteria/qd766/2026.json"), encoding: .utf8)
        folder.add(replacing.isEmpty ? criteria : criteria.replacing(replacing, with: with), "criteria.json")
        folder.add(
            #"{"format": 1, "name": "Đợt", "criteria": "criteria.json", "year": 2026, "stage": "computed"}"#,
            "assessment.json")
        folder.add("code,name,level\nx,Xã,commune\n", "units.csv")
        folder.add("unit,metric,numerator,denominator\n" + figures, "metrics.csv")
        let reading = Assessment.read(folder.path)
        #expect(reading.findings.filter { $0.severity == .error }.isEmpty)
        return try #require(reading.assessment).scores[0]
    }

    private static func points(_ score: UnitScore, _ code: String) throws -> FixedDecimal? {
        score.criterion(try #require(score.criteria.first { $0.criterion.code == code }?.index)).points
    }

    /// The two published cases of online service with all counts: 31 + 21 of 56 procedures are 92.86 %, full from 80 %;
    /// 406 of 1,968 services are 0.8252 of 4 points; nearly all files come online, full from 50 %. In the second
    /// 52 of 89 are 58.43 %, of 80 % 1.4607 of 2 points; 518 of 1,881 are 1.1015 of 4.
    @Test(arguments: [
        ("x,3.1,52,56\nx,3.2,406,1968\nx,3.3,150956,152595\nx,3.3.dongBo,1,1\n", ["2", "0.83", "6"], "8.83"),
        ("x,3.1,52,89\nx,3.2,518,1881\nx,3.3,591643,600057\nx,3.3.dongBo,1,1\n", ["1.46", "1.1", "6"], "8.56"),
    ])
    func onlineService(figures: String, points: [String], total: String) throws {
        let score = try Self.score(figures)
        for (code, expected) in zip(["3.1", "3.2", "3.3"], points) {
            #expect(try Self.points(score, code) == exact(expected))
        }
        #expect(score.total.points == exact(total))
    }

    /// Files that came online count as far as files were synchronised: 40 of 100 online and half of all synchronised are
    /// 20 %, of 50 % two fifths of 6 points; at 50 % and all synchronised it is full, just below not.
    @Test(arguments: [
        ("x,3.3,40,100\nx,3.3.dongBo,50,100\n", "2.4"), ("x,3.3,50,100\nx,3.3.dongBo,9,9\n", "6"),
        ("x,3.3,499,1000\nx,3.3.dongBo,9,9\n", "5.99"), ("x,3.3,100,100\nx,3.3.dongBo,50,100\n", "6"),
        ("x,3.3,0,100\nx,3.3.dongBo,9,9\n", "0"),
    ])
    func onlineSubmissions(figures: String, points: String) throws {
        #expect(try Self.points(Self.score(figures), "3.3") == exact(points))
    }

    /// The written method gives the points of satisfaction with petitions to the two other indicators where there are
    /// none: each then has 9. No petition is late, so the first is full; 45 % satisfied of 90 % is half of 9.
    @Test func withoutPetitionsTheWrittenMethodSharesThePointsOut() throws {
        let text = try String(contentsOfFile: Repository.path("criteria/qd766/2026.json"), encoding: .utf8)
        let start = try #require(text.range(of: #""code": "6.2""#)).lowerBound
        let place = try #require(text.range(of: #""convention": "fullPoints""#, range: start..<text.endIndex))
        var changed = text
        changed.replaceSubrange(place, with: #""convention": "shareOut", "siblings": ["6.1", "6.3"]"#)
        let score = try Self.score("x,6.1,0,0\nx,6.2,0,0\nx,6.3,450,1000\n", replacing: text, with: changed)
        #expect(try Self.points(score, "6.1") == exact("9"))
        #expect(try Self.points(score, "6.3") == exact("4.5"))
        #expect(score.total.points == exact("13.5"))
        #expect(score.total.maximum == 100)
    }
}
