import Values

@testable import Assessment

/// Findings about requests for explanation and about evidence, as their readers report them.
enum FoundRequests {
    private static let requests =
        "unit;criterion;question;asked on;answer by;answer;evidence;answered on;decision\n"
    private static let evidence = "unit;criterion;kind;file;number;day;missing because\n"

    private static let faultyRequests = [
        "a;5;a;;;;;;\nh;1;b;2025-11-20;2025-11-19;x;;2025-11-18;\nh;1;b;;;;;;\n",
        "h;1;a;;soon;;;;\nh;1;b;;7 working days;;;;\nh;1;c;2025-12-30;7 working days;;y;;accepted\n",
        "h;1;a;2025-11-20;2025-11-21;x;;;\nh;1;b;2025-11-20;2025-11-21;x;;2025-11-22;\n",
    ]

    /// What files of a folder show, whose own tests make them show it.
    private static var ofFiles: [Finding] {
        let cell = Location(file: "evidence.csv", line: 9, column: 4, isTable: true)
        let file: FindingDetails = [.unit: "u1", .criterion: "1.1", .found: "a/kh.pdf", .other: .number(2)]
        let same = file.merging([.expected: "b.pdf", .first: .location(cell)]) { $1 }
        guard let day = CalendarDay("2026-04-01"), let due = CalendarDay("2026-03-31") else { return [] }
        let dated: FindingDetails = [
            .unit: "u1", .criterion: "1.1", .text: "kh.pdf", .found: .day(day), .other: .number(2),
        ]
        let subject: FindingDetails = [.unit: "u1", .criterion: "1.1"]
        let details: [(EvidenceFinding, FindingDetails)] = [
            (.ofNoLine, subject), (.twoSources, subject), (.nothingGiven, subject), (.givenAndExplained, subject),
            (.unknownKind, [.unit: "u1", .criterion: "1.1", .found: "Tờ trình", .expected: .names(["Kế hoạch"])]),
            (.repeated, [.unit: "u1", .criterion: "1.1", .first: .location(cell)]),
            (.outsideFolder, [.unit: "u1", .criterion: "1.1", .found: "../a"]),
            (.link, [.unit: "u1", .criterion: "1.1", .found: "a"]), (.missingFile, file), (.noFile, file),
            (.emptyFile, file), (.unreadableFile, file),
            (.fileTooLarge, file.merging([.count: .count(21_000_000), .expected: .count(20)]) { $1 }),
            (.unreadableFolder, [.found: "đợt/evidence/a"]),
            (.unregistered, [.count: .count(2), .found: .names(["a.pdf", "b.pdf"])]), (.sameForUnits, same),
            (.sameForCriteria, same), (.sameContent, same), (.outsidePeriod, dated),
            (.afterDeadline, dated.merging([.expected: .day(due)]) { $1 }),
            (.packTooLarge, [.count: .count(70_000), .found: .count(5000)]),
        ]
        return details.map { Finding($0, at: cell, $1) }
    }

    static var all: [Finding] {
        let doubtful: [String: String] = [
            "requests.csv": requests + "h;1;a;2025-11-20;7 working days;;;;\n",
            "calendar.csv": "day;kind;name;verified\n2025-11-24;holiday;Ngày hội;no\n",
        ]
        return (faultyRequests.map { ["requests.csv": requests + $0] } + [doubtful])
            .flatMap { SmallFolder($0).reading.findings } + ofFiles
    }
}
