import Testing

@testable import Workbooks

/// A number format tells percents, days and times from plain numbers.
@Suite struct NumberFormatTests {
    static let cases: [(code: String, kind: NumberFormat.Kind)] = [
        ("General", .plain), ("GENERAL", .plain), ("general\" m\"", .plain), ("0", .plain), ("#,##0.00", .plain),
        ("0.00E+00", .plain), ("##0.0e-0", .plain), ("# ?/?", .plain), ("@", .plain), ("", .plain), ("[Red]0", .plain),
        ("#,##0 \"đồng/m\"", .plain), ("0\\%", .plain), ("0\" %\"", .plain), ("0_%", .plain), ("*%0", .plain),
        ("\\d0", .plain), ("[$-42A]#,##0", .plain), ("[$đ-42A]#,##0", .plain), ("_-* #,##0 _₫_-;-* #,##0 _₫_-", .plain),
        ("[>=1000]#,##0", .plain), ("\\ệ0", .plain),
        ("0%", .percent(signs: 1)), ("0.00 %", .percent(signs: 1)), ("[Red]0%", .percent(signs: 1)),
        ("\"đạt \"0%", .percent(signs: 1)), ("0%%", .percent(signs: 2)), ("#,##0.0%_)", .percent(signs: 1)),
        ("dd/mm/yyyy", .day), ("D-MMM-YY", .day), ("mmm", .day), ("m", .day), ("mm/yy", .day), ("dddd", .day),
        ("[$-42A]dd mmmm yyyy", .day), ("\"Ngày\" dd \"tháng\" mm", .day), ("yyyy\\-mm\\-dd;@", .day),
        ("[$-411]ggge\"年\"m\"月\"", .day), ("bbbb", .day), ("mmm\\ s", .moment),
        ("hh:mm", .time), ("h:mm AM/PM", .time), ("mm:ss", .time), ("[h]:mm", .time), ("[mm]:ss", .time),
        ("[ss]", .time),
        ("h A/P", .time), ("dd/mm/yyyy hh:mm", .moment), ("[h]:mm d", .moment),
    ]

    @Test(arguments: cases)
    func isRecognised(_ item: (code: String, kind: NumberFormat.Kind)) {
        #expect(NumberFormat(item.code).kind(of: CellNumber(1)) == item.kind)
    }

    static let sections: [(code: String, number: Double, kind: NumberFormat.Kind)] = [
        ("0%;0", 1, .percent(signs: 1)), ("0%;0", -1, .plain), ("0%;0", 0, .percent(signs: 1)),
        ("0;0;0%", 0, .percent(signs: 1)),
        ("0;0;0%", 1, .plain), ("0;0%;dd/mm", 0, .day), ("[>1]0;0%", 0.5, .percent(signs: 1)),
        ("[>1]0;0%", 1.5, .plain),
        ("[<=1]0%;0", 1, .percent(signs: 1)), ("[<=1]0%;0", 1.01, .plain), ("[=0]0;[<1]0%;0", 0, .plain),
        ("[=0]0;[<1]0%;0", 0.5, .percent(signs: 1)), ("[=0]0;[<1]0%;0", 2, .plain), ("[<>5]0%;0", 5, .plain),
        ("[Red][>=2]0%;0", 2, .percent(signs: 1)), ("0;\";%\"0", -1, .plain), ("0;;;@", 0, .plain),
    ]

    @Test(arguments: sections)
    func sectionCounts(_ item: (code: String, number: Double, kind: NumberFormat.Kind)) {
        #expect(NumberFormat(item.code).kind(of: CellNumber(item.number)) == item.kind)
    }

    /// ECMA-376, part 1, 18.8.30: the formats that have a number only.
    @Test func numbersAreKnown() {
        let kinds: [(ClosedRange<Int>, NumberFormat.Kind?)] = [
            (0...8, .plain), (9...10, .percent(signs: 1)), (11...13, .plain), (14...17, .day), (18...21, .time),
            (22...22, .moment), (23...26, nil), (37...44, .plain), (45...47, .time), (48...49, .plain),
            (164...170, nil),
        ]
        for (range, kind) in kinds {
            for number in range { #expect(NumberFormat(number: number)?.kind(of: CellNumber(1)) == kind, "\(number)") }
        }
    }
}
