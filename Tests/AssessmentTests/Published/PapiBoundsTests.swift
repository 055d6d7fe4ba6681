import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// Values of PAPI at the bounds of its parts: below the least is unusual, above the greatest wrong, and 0 is none.
@Suite struct PapiBoundsTests {
    private static let sets = [
        ("papi/2011-2017", 2017), ("papi/2018", 2018), ("papi/2019-2020", 2020), ("papi/2021-2024", 2024),
    ]

    private func reading(_ set: String, _ year: Int, _ metric: String, _ value: String) -> AssessmentReading {
        let folder = TemporaryFolder()
        folder.add(
            #"""
            {"format": 1, "name": "PAPI", "criteria": "\#(Repository.path("criteria/\(set).json"))", "year": \#(year),
             "stage": "computed"}
            """#, "assessment.json")
        folder.add("code;name;level\nx;Tỉnh X;province\n", "units.csv")
        folder.add("unit;metric;value\nx;\(metric);\(value)\n", "metrics.csv")
        return Assessment.read(folder.path)
    }

    /// A dimension of three parts goes from 1 to 10: each from 0.333333 to 3.333333, the last a millionth higher.
    @Test(arguments: sets)
    func bounds(set: String, year: Int) throws {
        func check(_ metric: String, _ value: String, _ finding: AssessmentFinding?) {
            let reading = reading(set, year, metric, value)
            let found = reading.findings.filter { $0.location.file.hasSuffix("metrics.csv") }
            #expect(found.map(\.code) == [finding].compactMap { $0?.rawValue }, "\(set) \(metric) \(value)")
            guard let finding else {
                #expect(reading.figure("x", metric) == .value(exact(value.replacing(",", with: "."))))
                return
            }
            #expect(found.first?.location.line == 2 && found.first?.location.column == 3)
            #expect(found.first?.severity == (finding == .outsideExpectation ? .warning : .error))
            #expect((reading.assessment != nil) == (finding == .outsideExpectation))
            if finding == .outsideExpectation {
                #expect(reading.figure("x", metric) == .value(exact(value.replacing(",", with: "."))))
            }
        }
        check("3.1", "0,331742", .outsideExpectation)
        check("3.1", "0,333332", .outsideExpectation)
        check("3.1", "0,333333", nil)
        check("3.1", "3,333333", nil)
        check("3.1", "3,333334", .outsideDomain)
        check("3.3", "0,333333", .outsideExpectation)
        check("3.3", "0,333334", nil)
        check("3.3", "3,333334", nil)
        check("3.3", "3,333335", .outsideDomain)
    }

    @Test(arguments: sets)
    func zeroIsNotPublished(set: String, year: Int) {
        #expect(reading(set, year, "3.1", "0").figure("x", "3.1") == .notPublished)
    }
}
