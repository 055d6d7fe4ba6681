import TestSupport
import Testing

/// What is on time, late or not due yet, at the days where that changes.
@Suite struct ListDeadlineTests {
    /// The period ends on 31 December 2025. Expected by the definition: on time when done on the last day or before it;
    /// late when done after it, or not done although the day has come; what is done after the period is not done yet.
    @Test(arguments: [
        ("2025-06-10", "2025-06-09", "onTime"), ("2025-06-10", "2025-06-10", "onTime"),
        ("2025-06-10", "2025-06-11", "late"), ("2025-06-10", "", "late"), ("2025-12-31", "", "late"),
        ("2026-01-01", "", "pending"), ("2026-01-05", "2025-12-31", "onTime"), ("2026-01-05", "2026-01-01", "pending"),
        ("2025-12-31", "2026-01-01", "late"), ("2025-12-31", "2025-12-31", "onTime"),
        ("2025-12-30", "2025-12-31", "late"),
    ])
    func outcome(due: String, done: String, expected: String) {
        let states = ["onTime", "late", "pending", "settled"]
        for state in states {
            let folder = ListFolder(
                rows: ["1;a;T;V;x;;2025-06-01;\(due);\(done)", "2;b;T;V;x;;2025-06-01;2025-06-10;2025-06-10"],
                metrics: #""2": {"where": {"\#(state)": {"done": "done", "due": "due"}}}"#)
            let holds = state == expected || (state == "settled" && expected != "pending")
            #expect(folder.outcome.figures.contains("a 2: \(holds ? 1 : 0)"), "\(state)")
        }
    }

    /// Where lists count up to an earlier day, that day decides.
    @Test(arguments: [("2025-08-25", "late"), ("2025-08-24", "late"), ("2025-08-26", "pending")])
    func dayOfTheList(due: String, expected: String) {
        let folder = ListFolder(
            rows: ["1;a;T;V;x;;2025-06-01;\(due);"],
            metrics: #""2": {"where": {"\#(expected)": {"done": "done", "due": "due"}}}"#,
            entry: #""file": "list.csv", "asOf": "2025-08-25""#)
        #expect(folder.outcome.figures == ["a 2: 1"])
    }

    /// What is due on no day cannot be judged, unless the profile says what it is.
    @Test(
        arguments: [
            ("", "2025-06-10", nil), (#", "withoutDue": "onTime""#, "2025-06-10", "1/1"),
            (#", "withoutDue": "leftOut""#, "2025-06-10", "0/0"), (#", "withoutDue": "onTime""#, "", "0/0"),
        ] as [(String, String, String?)])
    func withoutDue(choice: String, done: String, expected: String?) {
        let folder = ListFolder(
            rows: ["1;a;T;V;x;;2025-06-01;;\(done)"],
            conditions: ["onTime", "settled"].map {
                #""\#($0)": {"\#($0)": {"done": "done", "due": "due"\#(choice)}}"#
            }.joined(separator: ", "))
        let outcome = folder.outcome
        #expect(outcome.figures == (expected.map { ["a 1: \($0)"] } ?? []))
        #expect(outcome.findings.contains("list.missingDay 2") == (expected == nil))
    }

    /// Times of day count only where the profile says so.
    @Test(arguments: [
        ("2025-06-10 17:00", "2025-06-10 17:00:01", true, "0/1"), ("2025-06-10 17:00", "2025-06-10 17:00", true, "1/1"),
        ("2025-06-10 17:00", "2025-06-10 17:00:01", false, "1/1"), ("2025-06-10", "2025-06-10 23:59", true, "1/1"),
        ("2025-06-10 8:00", "2025-06-10", true, "1/1"), ("2025-06-10", "2025-06-11 0:00", true, "0/1"),
    ])
    func times(due: String, done: String, counts: Bool, expected: String) {
        let folder = ListFolder(
            rows: ["1;a;T;V;x;;2025-06-01;\(due);\(done)"], profile: counts ? #""times": true, "# : "")
        #expect(folder.outcome.figures == ["a 1: \(expected)"])
    }

    /// A row that was done before it was received cannot be right.
    @Test func doneBeforeReceived() {
        let folder = ListFolder(
            rows: [
                "1;a;T;V;x;;2025-06-02;2025-06-10;2025-06-01", "2;a;T;V;x;;2025-06-02;2025-06-10;2025-06-02",
            ], profile: #""inOrder": [["received", "done"]], "#)
        #expect(folder.outcome.findings == ["list.daysOutOfOrder 2", "list.tooManyUnreadable 0"])
    }
}
