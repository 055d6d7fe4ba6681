import TestSupport
import Testing

/// What conditions ask of a row; the count of the rows that meet them is a figure.
@Suite struct ListConditionTests {
    private static let rows = [
        "1;a;Khai sinh;Thôn 1;Trực tuyến;0;2025-01-01;2025-01-05;2025-01-05",
        "2;a;Khai tử;Thôn 2;TRỰC  TUYẾN;10,5;2025-06-30;2025-07-05;2025-07-06",
        "3;a;Kết hôn;Thôn 1;Trực tiếp;20;2025-12-31;2026-01-05;",
        "4;a;Kết hôn;;;;2026-01-01;2026-01-05;",
    ]

    /// How many of the four rows meet a condition, counted by hand.
    @Test(arguments: [
        (#"{"column": "way", "equals": "trực tuyến"}"#, 2),
        (#"{"column": "way", "in": ["Trực tiếp", "Bưu chính"]}"#, 1),
        (#"{"column": "way", "blank": true}"#, 1), (#"{"column": "way", "blank": false}"#, 3),
        (#"{"not": {"column": "way", "equals": "trực tuyến"}}"#, 2), (#"{"column": "fee", "equals": 10.5}"#, 1),
        (#"{"column": "fee", "less": 10.5}"#, 1), (#"{"column": "fee", "atMost": 10.5}"#, 2),
        (#"{"column": "fee", "more": 10.5}"#, 1), (#"{"column": "fee", "atLeast": 10.5}"#, 2),
        (#"{"column": "fee", "between": [10.5, 20]}"#, 2), (#"{"column": "fee", "more": 0, "less": 20}"#, 1),
        (#"{"column": "received", "before": "2025-06-30"}"#, 1), (#"{"column": "received", "after": "2025-06-30"}"#, 2),
        (#"{"column": "received", "onOrBefore": "30/6/2025"}"#, 2),
        (#"{"column": "received", "onOrAfter": "2025-06-30"}"#, 3),
        (#"{"column": "received", "between": ["periodStart", "periodEnd"]}"#, 3),
        (#"{"column": "received", "equals": "2025-12-31"}"#, 1),
        (#"{"column": "done", "after": {"column": "due"}}"#, 1),
        (#"{"column": "done", "onOrBefore": {"column": "due"}}"#, 1),
        (#"{"column": "done", "onOrAfter": {"column": "due"}}"#, 2),
        (#"{"column": "done", "equals": {"column": "due"}}"#, 1),
        (#"{"column": "done", "before": {"column": "due"}}"#, 0),
        (#"{"column": "done", "onOrBefore": "2025-12-31"}"#, 2),
        (#"{"all": [{"column": "way", "equals": "trực tuyến"}, {"column": "fee", "more": 0}]}"#, 1),
        (#"{"any": [{"column": "way", "equals": "trực tiếp"}, {"column": "fee", "more": 0}]}"#, 2), (#""online""#, 2),
        (#"{"not": {"any": ["online", {"column": "done", "blank": true}]}}"#, 0),
    ])
    func count(condition: String, expected: Int) {
        let folder = ListFolder(rows: Self.rows, metrics: #""2": {"where": \#(condition)}"#)
        #expect(folder.outcome.figures == ["a 2: \(expected)"])
    }

    /// `period` counts the rows of the assessment's period; the condition of the entry is one of each of its metrics.
    @Test func periodAndCommonCondition() {
        let folder = ListFolder(
            rows: Self.rows,
            metrics: #""2": {}, "1": {"numerator": "online", "where": {"column": "fee", "blank": false}}"#,
            entry: #""file": "list.csv", "period": "received", "where": {"not": {"column": "fee", "equals": 20}}"#)
        #expect(folder.outcome.figures == ["a 1: 2/2", "a 2: 2"])
    }

    /// A cell that cannot be read matters only where it decides.
    @Test(
        arguments: [
            (#"{"all": ["online", {"column": "fee", "more": 0}]}"#, "Trực tiếp", "a 2: 0"),
            (#"{"all": [{"column": "fee", "more": 0}, "online"]}"#, "Trực tiếp", "a 2: 0"),
            (#"{"any": [{"column": "fee", "more": 0}, "online"]}"#, "Trực tuyến", "a 2: 1"),
            (#"{"all": ["online", {"column": "fee", "more": 0}]}"#, "Trực tuyến", nil),
            (#"{"any": ["online", {"column": "fee", "more": 0}]}"#, "Trực tiếp", nil),
            (#"{"not": {"column": "fee", "more": 0}}"#, "Trực tiếp", nil),
        ] as [(String, String, String?)])
    func unreadableCell(condition: String, way: String, expected: String?) {
        let folder = ListFolder(
            rows: ["1;a;T;V;\(way);mười;2025-01-01;2025-01-05;2025-01-05"], metrics: #""2": {"where": \#(condition)}"#)
        let outcome = folder.outcome
        #expect(outcome.figures == [expected].compactMap { $0 })
        #expect(outcome.findings.contains("list.unreadableCell 2") == (expected == nil))
    }
}
