import TestSupport
import Testing
import Values

@testable import Tables

/// Columns are found by name, in Vietnamese or English, however the name is typed.
@Suite struct HeadingTests {
    private static let unit = ["unit", "đơn vị", "mã đơn vị"]

    @Test(arguments: [
        "Đơn vị", "ĐƠN VỊ", "don vi", " Đơn  vị ", "\u{A0}Đơn\u{A0}vị", "Đơn-vị", "\"Đơn vị\"", "\"Đơn\nvị\"", "Unit",
        "Đo\u{031B}n vi\u{0323}",  // NFD
        "MÃ ĐƠN VỊ", "ma_don_vi",
    ])
    func isFound(_ heading: String) throws {
        #expect(try table("x;\(heading);y\n1;2;3\n").column(named: Self.unit) == 1)
    }

    @Test func headingsAreTrimmedAndComposed() throws {
        let table = try table(" a ;Đie\u{0302}\u{0309}m;\"c \"\"d\"\"\"\n")
        #expect(table.headings == ["a", "Điểm", "c \"d\""])
        // Equal strings may differ in scalars.
        #expect(table.headings[1].unicodeScalars.count == 4)
    }

    @Test func theFirstNameThatIsThereWins() throws {
        let table = try table("Đơn vị;Unit\n")
        #expect(table.column(named: Self.unit) == 1)
        #expect(table.column(named: ["điểm"]) == nil)
    }

    @Test func aDuplicateIsFound() throws {
        let table = try table("Mã;x;ma ;;\n1;2;3;;\n")
        #expect(table.findings.map(\.brief) == ["table.duplicateHeading@1:3"])
        #expect(table.findings.first?.details == [.found: "ma", .first: .location(table.headingLocation(0))])
    }

    @Test func twoColumnsThatMeanTheSameAreFound() throws {
        var table = try table("\nĐơn vị;x;Unit\n1;2;3\n")
        #expect(table.requiredColumn(Self.unit) == 2)
        #expect(table.findings.map(\.brief) == ["table.sameMeaning@2:1"])
        #expect(
            table.findings.first?.details == [
                .found: "Đơn vị", .other: "Unit", .first: .location(table.headingLocation(2)),
            ])
    }

    @Test func aMissingColumnIsFoundWithASuggestion() throws {
        var table = try table("Số liêu;Đơn vị\n1;2\n")
        #expect(table.requiredColumn(Self.unit) == 1)
        #expect(table.requiredColumn(["metric", "số liệu đo"]) == nil)
        #expect(table.optionalColumn(["note", "ghi chú"]) == nil)
        let finding = try #require(table.findings.first)
        #expect(table.findings.count == 1)
        #expect(finding.brief == "table.missingColumn@1")
        #expect(
            finding.details == [
                .expected: .names(["metric", "số liệu đo"]), .found: .names(["Số liêu", "Đơn vị"]),
                .other: "Số liêu", .suggestion: "số liệu đo",
            ])
    }

    @Test func unknownColumnsAreWarnedOf() throws {
        var table = try table("unit;vaule;zzzzzz;\n1;2;3;\n")
        #expect(table.requiredColumn(["unit"]) == 0)
        #expect(table.optionalColumn(["value", "giá trị"]) == nil)
        #expect(table.unknownColumns == [1, 2])
        table.reportUnknownColumns()
        #expect(table.findings.map(\.brief) == ["table.unknownColumn@1:2", "table.unknownColumn@1:3"])
        #expect(table.findings.map { $0.text(.suggestion) } == ["value", nil])
        #expect(!table.findings.containsError)
    }

    @Test func aColumnWithoutAHeadingIsWarnedOfWhenItHasCells() throws {
        #expect(try table("a;;b;\n1;;2;\n3; ;4;\n").findings.isEmpty)
        let table = try table("a;;b\n1;;2\n3;x;4\n5;y;6\n")
        #expect(table.findings.map(\.brief) == ["table.blankHeading@1:2"])
        #expect(table.findings.first?.details == [.found: "x", .first: .location(table.location(1, 1))])
    }

    @Test func headingsWithoutLettersAreToldApart() throws {
        let table = try table("%;#\n1;2\n")
        #expect(table.findings.isEmpty)
        #expect(table.column(named: ["#"]) == 1)
    }
}
