import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// What has to be done by when in an assessment of two communes.
@Suite struct DeadlineReviewTests {
    private static func task(
        _ code: String, lead: String?, deadline: String, more: String = "", levels: String = #""commune""#,
        metric: String = #""kind": "task""#, rule: String = #"{"kind": "task", "late": {"share": 50}}"#
    ) -> String {
        let agencies = lead.map { #""agencies": {"lead": "\#($0)"}, "# } ?? ""
        return
            #"{"code": "\#(code)", "name": "Việc \#(code)", "maximum": 1, "source": {"row": "\#(code)"}, \#(agencies)"#
            + #""levelsReason": "thử", "levels": [\#(levels)], \#(deadline)\#(more)"#
            + #""metrics": [{"name": "x", "direction": "higher", \#(metric)}], "rule": \#(rule)}"#
    }

    private static let criteria = """
        {"format": 1, "set": "thu", "edition": "2025", "name": "Bộ thử", "source": {"document": "Kế hoạch thử"},
        "years": {"from": 2025, "to": 2025},
        "levels": [{"code": "district", "name": "Cấp huyện"}, {"code": "commune", "name": "Cấp xã"}],
        "points": {"basis": "assumed", "source": {"document": "Quyết định thử"}, "reason": "thử"},
        "rounding": {"points": {"mode": "halfAwayFromZero", "digits": 2, "stage": "leaf"},
            "index": {"mode": "halfAwayFromZero", "digits": 2}},
        "ranking": {"ties": "standard", "minimumCoverage": 0},
        "criteria": [{"code": "1", "name": "Nội dung 1", "maximum": 6},
        \(task("1.1", lead: "Văn phòng", deadline: #""deadline": {"kind": "date", "text": "31/3", "due": "2025-03-31"}, "#)),
        \(task("1.2", lead: "Tư pháp", deadline: #""deadline": {"kind": "range", "text": "Quý II", "from": "2025-04-01", "due": "2025-06-30"}, "#)),
        \(task("1.3", lead: nil, deadline: "")),
        \(task("1.4", lead: "Văn phòng", deadline: #""deadline": {"kind": "conditional", "text": "Khi phát sinh"}, "#,
            more: #""notApplicable": {"convention": "leaveOut"}, "#)),
        \(task("1.5", lead: "Tư pháp", deadline: #""deadline": {"kind": "date", "text": "31/3", "due": "2025-03-31"}, "#,
            more: #""target": {"text": "trên 90%", "comparison": ">", "value": 90}, "#,
            metric: #""kind": "percent""#, rule: #"{"kind": "proportional", "base": 100}"#)),
        \(task("1.6", lead: "Huyện", deadline: #""deadline": {"kind": "date", "text": "31/3", "due": "2025-03-31"}, "#,
            levels: #""district""#))
        ]}
        """

    private static let metrics = """
        unit;metric;value;status
        xa-1;1.1;;hoàn thành đúng hạn
        xa-1;1.2;;hoàn thành trễ hạn
        xa-1;1.3;;chưa hoàn thành
        xa-1;1.4;;không phát sinh
        xa-1;1.5;90;
        xa-2;1.1;;chưa đến hạn
        xa-2;1.4;;chưa báo cáo
        xa-2;1.5;91;

        """

    private func assessment() throws -> Assessment {
        let settings = SmallAssessment.settings(
            #""dates": [{"name": "Báo cáo", "due": "2025-07-03", "lead": "Phòng Nội vụ"}]"#)
        let reading = try SmallAssessment([
            "../criteria.json": Self.criteria, "assessment.json": settings, "metrics.csv": Self.metrics,
            "units.csv": "code;name;level\nh;Huyện H;district\nxa-1;Xã Một;commune\nxa-2;Xã Hai;commune\n",
        ]).read()
        #expect(reading.errors == [])
        return try #require(reading.assessment)
    }

    private func states(_ part: DeadlineReview.Part) -> [String] {
        part.items.map { "\($0.code ?? "-") \($0.status.state)" + ($0.status.contradiction.map { " \($0)" } ?? "") }
    }

    @Test func everyUnitHasThePartOfItsLevel() throws {
        let assessment = try assessment()
        let day = try #require(CalendarDay("2025-04-01"))
        let review = DeadlineReview(assessment, on: day, within: 30)
        #expect(review.parts.map(\.unit) == [nil, 0, 1, 2])
        #expect(states(review.parts[0]) == ["- notDue"])
        #expect(states(review.parts[1]) == ["1.6 overdue"])
        #expect(
            states(review.parts[2]) == [
                "1.1 doneInTime", "1.2 doneLate lateBeforeDue", "1.3 withoutDeadline", "1.4 notTriggered",
                "1.5 overdue",
            ])
        #expect(
            states(review.parts[3]) == [
                "1.1 overdue notDueThoughPast", "1.2 notDue", "1.3 withoutDeadline", "1.4 conditional",
                "1.5 doneInTime",
            ])
        #expect(DeadlineReview(assessment, units: [2], on: day, within: 30).parts.map(\.unit) == [nil, 2])
    }

    @Test func agenciesStandInTheOrderOfThePlan() throws {
        let day = try #require(CalendarDay("2025-04-01"))
        let part = try DeadlineReview(assessment(), on: day, within: 30).parts[2]
        let groups = part.byLead.map { "\($0.lead ?? "-"): " + $0.items.compactMap(\.code).joined(separator: " ") }
        #expect(groups == ["Văn phòng: 1.1 1.4", "Tư pháp: 1.2 1.5", "-: 1.3"])
    }

    @Test(arguments: [
        ("2025-03-30", "1.1 dueSoon"), ("2025-03-31", "1.1 dueSoon"), ("2025-04-01", "1.1 overdue notDueThoughPast"),
    ])
    func theDayDecides(_ day: String, _ state: String) throws {
        let review = try DeadlineReview(assessment(), units: [2], on: #require(CalendarDay(day)), within: 30)
        #expect(states(review.parts[1])[0] == state)
    }

    /// «Trước ngày 03/7» means the second of July at the latest. What seeds 000 and 001 say about months, half-years
    /// and quarters comes in addition to the two reports.
    static let samples: [(folder: String, dates: [String])] = [
        ("hung-yen-par-2022", ["2022-07-02", "2023-01-02"]),
        (
            "hung-yen-papi-2023",
            ["2023-04-15", "2023-07-02", "2023-07-15", "2023-10-15", "2024-01-02", "2024-01-15"]
        ),
        ("nhu-quynh-papi-2024", ["2024-06-30", "2024-07-02", "2024-07-15", "2024-12-31", "2025-01-02"]),
        ("tan-quang-papi-2023", ["2023-07-02", "2024-01-02"]),
    ]

    @Test(arguments: samples.indices)
    func theSamplesHoldTogetherOnTheDayOfTheirFigures(_ index: Int) throws {
        let (folder, dates) = Self.samples[index]
        let assessment = try #require(Assessment.read(Repository.path("datasets/" + folder)).assessment)
        let year = assessment.settings.year
        let day = try #require(CalendarDay("\(year)-11-30"))
        let review = DeadlineReview(assessment, on: day, within: 30)
        #expect(review.parts.map(\.unit) == [nil, 0])
        #expect(review.parts[0].items.map(\.due) == dates.map(CalendarDay.init))
        #expect(review.parts[0].items.allSatisfy { $0.status.state != .overdue })
        let tasks = review.parts[1].items
        #expect(tasks.allSatisfy { $0.status.contradiction == nil })
        #expect(tasks.contains { $0.status.state == .dueSoon || $0.status.state == .notDue })
        #expect(review.parts[1].byLead.reduce(0) { $0 + $1.items.count } == tasks.count)
        // Once the last day has passed, a task is done, late, not triggered, or overdue.
        let later = try #require(CalendarDay("\(year + 2)-01-01"))
        let past = DeadlineReview(assessment, on: later, within: 30).parts[1].items.filter { $0.due ?? later < later }
        #expect(!past.isEmpty)
        #expect(past.allSatisfy { ![.dueSoon, .notDue, .continuous, .conditional].contains($0.status.state) })
    }
}
