import Assessment
import ScoreNumerics
import Scoring
import TestSupport
import Testing
import Values
import Workbooks

@testable import Reporting
@testable import score_cli

/// In whatever order forms are collected and rows stand, the folder and the points of every stage are the same.
@Suite struct FlowOrderTests {
    // MARK: - Forms

    /// Two departments' forms, each on its own criterion.
    private static let appraisals = [
        [
            FlowFolder.row("u1", "1.1") { $0.opinion = "đồng ý" },
            FlowFolder.row("u2", "1.1") { ($0.appraised, $0.reason) = (.number(0), "Không có") },
        ],
        [
            FlowFolder.row("u2", "1.2") { ($0.opinion, $0.reason) = ("trả lại", "Số nào?") },
            FlowFolder.row("u1", "1.2") { ($0.appraised, $0.reason) = (.number(1), "Như tính") },
        ],
    ]

    /// Two units' forms, of which each brings a column that the table lacks.
    private static let figures = [
        [FlowFolder.row("u2", "1.2") { ($0.numerator, $0.denominator, $0.explanation) = ("2", "4", "Sửa") }],
        [FlowFolder.row("u1", "1.2") { ($0.numerator, $0.denominator, $0.evidence) = ("2", "2", "12/BC-UBND") }],
    ]

    /// What becomes of a table and of the journal when two forms are collected in both orders, together and one by one.
    ///
    /// Of the journal, the rows are compared as a set with repetitions, without time and sum: these say in what order
    /// forms came in, all else is the same.
    private func outcomes(
        of table: String, _ prepare: () throws -> (folder: FlowFolder, forms: [String])
    ) throws -> (tables: Set<[String]>, journals: Set<[[String]]>) {
        var found: (tables: Set<[String]>, journals: Set<[[String]]>) = ([], [])
        for order in [[0, 1], [1, 0]] {
            for isTogether in [true, false] {
                let (folder, forms) = try prepare()
                let paths = order.map { forms[$0] }
                if isTogether {
                    #expect(folder.run("collect", paths[0], paths[1], "--replace", "--by", "A") == .done)
                } else {
                    for path in paths { #expect(folder.run("collect", path, "--replace", "--by", "A") == .done) }
                }
                found.tables.insert(folder.lines(table))
                found.journals.insert(
                    folder.rows("journal.csv").map { Array($0[1...11]) }.sorted { $0.lexicographicallyPrecedes($1) })
                #expect(Journal.read(folder.path).findings == [])
            }
        }
        return found
    }

    @Test func appraisalsInEitherOrderGiveTheSameFolder() throws {
        let (tables, journals) = try outcomes(of: "scores.csv") {
            let folder = FlowFolder()
            // A table that lacks columns, whose rows are in no order.
            folder.files.add("unit;criterion;stage;points\nu2;1.2;self;1,5\nu1;1.1;self;2\n", "đợt/scores.csv")
            return (
                folder,
                [
                    try folder.agencyForm(0, Self.appraisals[0], "nv.xlsx"),
                    try folder.agencyForm(1, Self.appraisals[1], "tp.xlsx"),
                ]
            )
        }
        // A new row stands before the first old one that comes after it.
        #expect(
            tables == [
                [
                    "unit;criterion;stage;points;lý do;ý kiến", "u1;1.1;appraisal;;;đồng ý",
                    "u1;1.2;appraisal;1;Như tính;", "u2;1.1;appraisal;0;Không có;", "u2;1.2;self;1,5;;",
                    "u1;1.1;self;2;;", "u2;1.2;appraisal;;Số nào?;trả lại",
                ]
            ])
        // Points or opinion of four lines, and the reasons of three.
        #expect(journals.count == 1 && journals.first?.count == 7)
    }

    @Test func figuresInEitherOrderGiveTheSameFolder() throws {
        let (tables, journals) = try outcomes(of: "metrics.csv") {
            let folder = FlowFolder(metrics: "u2;1.1;;1;4\nu1;1.1;;3;4\nu1;1.2;;1;2\n", stage: "self")
            let forms = [("hai.xlsx", Self.figures[0]), ("mot.xlsx", Self.figures[1])]
            return (folder, try forms.map { try folder.unitForm($0.1, $0.0) })
        }
        let rows = tables.first.map { Array($0[1...]) }
        #expect(tables.count == 1)
        #expect(
            rows == ["u2;1.1;;1;4;;", "u1;1.1;;3;4;;", "u1;1.2;;2;2;12/BC-UBND;", "u2;1.2;;2;4;;Sửa"])
        // Two counts and an explanation of u2; of u1 one count is another, and there is evidence.
        #expect(journals.count == 1 && journals.first?.count == 5)
    }

    // MARK: - Rows

    /// Points, opinions and wholes of three stages.
    private static let scores = [
        "u1;1.1;self;2;;Theo hồ sơ", "u1;1.1;appraisal;1;;Thiếu báo cáo", "u1;1.2;appraisal;;đồng ý;",
        "u2;1;appraisal;2;;Trừ cả lĩnh vực", "u1;1.1;final;1,25;;Đã giải trình", "u2;1.2;final;;trả lại;Số nào?",
    ]
    private static let metrics = ["u1;1.1;;3;4", "u1;1.2;;1;2", "u2;1.1;;1;4", "u2;1.2;;4;4"]

    /// The totals of u1 and u2. At the self-assessment u1 gives itself 2 on 1.1, which was 1.5.
    private static let totals: [(stage: String, points: [FixedDecimal])] = [
        ("computed", [2.5, 2.5]),
        ("self", [3, 2.5]),
        ("appraisal", [2, 2]),
        ("final", [2.25, 2]),
    ]

    @Test func pointsDoNotDependOnTheOrderOfRows() throws {
        var random = SeededRandom(seed: 15)
        func shuffled(_ rows: [String]) -> [String] {
            var rows = rows
            for end in rows.indices.dropFirst().reversed() {
                rows.swapAt(end, Int(random.next() % UInt64(end + 1)))
            }
            return rows
        }
        for trial in 0..<40 {
            let (scores, metrics) = (shuffled(Self.scores), shuffled(Self.metrics))
            let folder = FlowFolder(
                scores: scores.map { $0 + "\n" }.joined(), metrics: metrics.map { $0 + "\n" }.joined(), stage: "final")
            let reading = Assessment.read(folder.path)
            let assessment = try #require(reading.assessment, "\(reading.findings.map(\.code))")
            for (stage, points) in Self.totals {
                let shown = try #require(assessment.at(stage: stage))
                #expect(
                    shown.units.indices.map { shown.scores[$0].total.points } == points,
                    "\(trial), \(stage): \(scores), \(metrics)")
            }
        }
    }
}
