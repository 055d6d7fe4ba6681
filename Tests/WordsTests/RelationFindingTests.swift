import Assessment
import Documents
import Scoring
import Testing
import Values

@testable import Words

/// What is said of figures that do not keep a relation.
struct RelationFindingTests {
    private static func text(_ details: FindingDetails, in language: Language) -> String {
        let basis: FindingDetails = [
            .unit: "x1", .key: "1.1 = 1.2", .other: "=", .first: .location(Location(file: "a.csv", line: 3, column: 4)),
        ]
        return Finding(
            AssessmentFinding.relationBroken, at: Location(file: "b.csv"), basis.merging(details) { $1 }
        ).words.text(language)
    }

    /// A third of a hundred is no decimal; its rounded share is written as the language writes it.
    @Test func numbersAreThoseOfTheLanguage() throws {
        let third = try #require(ExactRatio(100, over: 3))
        let rounded = try #require(ExactRatio(33_333_333, over: 1_000_000))
        let details: FindingDetails = [.found: .ratio(third), .expected: .ratio(rounded)]
        #expect(Self.text(details, in: .vi).contains("100/3 phải = 33,333333 (a.csv:3:4)"))
        #expect(Self.text(details, in: .en).contains("100/3 must be = 33.333333 (a.csv:3:4)"))
    }

    /// The first five cells of seven, and how many there are.
    @Test func cellsOfASum() {
        let cells = (2...8).map { Location(file: "c.csv", line: $0, column: 3) }
        let details: FindingDetails = [
            .found: .ratio(ExactRatio(7)), .expected: .ratio(ExactRatio(8)), .expectedFrom: .locations(cells),
            .foundFrom: .locations(Array(cells.prefix(2))), .tolerance: .number(0.5), .reason: .name("Vì thế"),
            .metric: "1.3", .range: .bound("≥", 0.5), .conditionFrom: .locations([cells[6]]), .first: "",
        ]
        #expect(
            Self.text(details, in: .vi)
                == "Số liệu của «x1» trái quan hệ 1.1 = 1.2 khi 1.3 ≥ 0,5 (c.csv:8:3): 7 (tính từ c.csv:2:3, c.csv:3:3) "
                + "phải = 8 (tính từ c.csv:2:3, c.csv:3:3, c.csv:4:3, c.csv:5:3, c.csv:6:3, … (7 ô)), cho lệch 0,5. Hãy "
                + "kiểm tra cả hai số. Lý do: Vì thế.")
        #expect(
            Self.text(details, in: .en).contains("… (7 cells)), within 0.5. Check both numbers. The reason: Vì thế."))
    }
}
