import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// Up to which day figures count: by cell or by file.
struct FigureDaysTests {
    private static func read(
        _ figures: String, settings: String = #""period": "2025-08""#, units: String = "x,X,commune\ny,Y,commune\n"
    ) throws -> AssessmentReading {
        let folder = TemporaryFolder()
        folder.add(try String(contentsOfFile: Repository.path("criteria/qd766/2026.json"), encoding: .utf8), "c.json")
        folder.add(
            #"{"format": 1, "name": "Đợt", "criteria": "c.json", "stage": "computed", \#(settings)}"#, "assessment.json"
        )
        folder.add("code,name,level\n" + units, "units.csv")
        folder.add(figures, "metrics.csv")
        return Assessment.read(folder.path)
    }

    private static func files(_ day: String) -> String {
        #""period": "2025-08", "files": {"metrics": [{"file": "metrics.csv", "asOf": "\#(day)"}]}"#
    }

    private static let counts = "unit,metric,numerator,denominator,tính đến ngày\n"
    private static let days: Set = [
        AssessmentFinding.figureBeforePeriod, .figuresApart, .peersApart,
    ].reduce(into: Set<String>()) { $0.insert($1.rawValue) }

    /// The day of the row comes before that of the file; the last day of the period is final.
    @Test(arguments: [
        ("x,2.1,1,2,\n", "2025-08-31", nil as String?, 0), ("x,2.1,1,2,\n", "2025-08-30", "2025-08-30", 1),
        ("x,2.1,1,2,31/8/2025\n", "2025-08-30", nil, 0), ("x,2.1,1,2,5.9.2025\n", "2025-08-30", nil, 0),
        ("x,2.1,1,2,29/8/2025\ny,2.1,1,2,\n", "2025-08-30", "2025-08-29", 2),
        ("x,2.1,1,2,\n", "30/8/2025", "2025-08-30", 1), ("x,2.1,1,2,\n", "30.08.2025", "2025-08-30", 1),
        ("x,2.1,1,2,\n", "2025-8-30", "2025-08-30", 1), ("x,2.1,1,2,\n", "31/8/2025", nil, 0),
    ])
    func provisionalFigures(rows: String, fileDay: String, first: String?, count: Int) throws {
        let assessment = try #require(Self.read(Self.counts + rows, settings: Self.files(fileDay)).assessment)
        #expect(assessment.provisional?.days.lowerBound == first.flatMap { CalendarDay($0) })
        #expect(assessment.provisional?.count ?? 0 == count)
    }

    @Test func wideTablesHaveADayARow() throws {
        let assessment = try #require(
            Self.read("unit,2.1 tử số,2.1 mẫu số,2.2,as of\nx,1,2,3,2025-08-20\ny,1,2,3,\n").assessment)
        #expect(assessment.day(unit: 0, metric: "2.1") == CalendarDay("2025-08-20"))
        #expect(assessment.day(unit: 0, metric: "2.2") == CalendarDay("2025-08-20"))
        #expect(assessment.day(unit: 1, metric: "2.1") == nil)
        #expect(assessment.provisional?.count == 2)
    }

    /// Three days are not too far by default; figures of one criterion, and of peers.
    @Test(arguments: [
        ("x,3.3,1,2,10/8/2025\nx,3.3.dongBo,1,2,13/8/2025\n", "", [String]()),
        ("x,3.3,1,2,10/8/2025\nx,3.3.dongBo,1,2,14/8/2025\n", "", ["assessment.figuresApart 3.3.dongBo x"]),
        ("x,3.3,1,2,10/8/2025\nx,3.3.dongBo,1,2,14/8/2025\n", #", "maximumSpread": 4"#, []),
        ("x,2.1,1,2,10/8/2025\ny,2.1,1,2,13/8/2025\n", "", []),
        ("x,2.1,1,2,10/8/2025\ny,2.1,1,2,14/8/2025\n", "", ["assessment.peersApart 2.1 x"]),
        ("x,2.1,1,2,10/8/2025\ny,2.1,1,2,11/8/2025\n", #", "maximumSpread": 0"#, ["assessment.peersApart 2.1 x"]),
        ("x,2.1,1,2,31/7/2025\n", "", ["assessment.figureBeforePeriod 2.1 x"]),
        ("x,2.1,1,2,1/8/2025\n", "", []),
    ])
    func figuresTooFarApart(rows: String, settings: String, findings: [String]) throws {
        let reading = try Self.read(Self.counts + rows, settings: #""period": "2025-08""# + settings)
        let found = reading.findings.filter { Self.days.contains($0.code) }.map { finding in
            "\(finding.code) \(finding.details[.metric]?.plain ?? "") \(finding.details[.unit]?.plain ?? "")"
        }
        #expect(found == findings)
    }

    @Test func aDayThatIsNoneIsAnErrorOfItsCell() throws {
        let reading = try Self.read(Self.counts + "x,2.1,1,2,31/6/2025\n")
        let finding = try #require(reading.findings.first { $0.code == AssessmentFinding.badDay.rawValue })
        #expect(finding.location.line == 2 && finding.location.column == 5)
    }
}
