import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Survey

/// Answers in a workbook, or in another encoding, are those of the same table as text.
@Suite struct AnswersInWorkbooksTests {
    private static let heading: [TestBook.Cell] = [
        .text("xã"), .text("trọng số"), .text("ghi chú"), .text("q1"), .text("q2"),
    ]

    private static func book(_ rows: [[TestBook.Cell]], from first: Int = 1, title: String? = nil) -> [UInt8] {
        var all: [Int: [TestBook.Cell]] = [:]
        if let title { all[1] = [.text(title)] }
        for (index, row) in ([heading] + rows).enumerated() { all[first + index] = row }
        return TestBook(("Phiếu", all), ("Trống", [:])).bytes
    }

    private static func cells(_ reading: AnswerReading?) -> [SurveyTally.Cell]? { reading?.tally?.cells }

    @Test func theSameRowsGiveTheSameTally() throws {
        var generator = SeededRandom(seed: 14)
        var (text, rows): (String, [[TestBook.Cell]]) = ("xã;trọng số;ghi chú;q1;q2\n", [])
        for _ in 0..<500 {
            let unit = Bool.random(using: &generator) ? "u1" : "u2"
            let weight = Int.random(in: 1...9, using: &generator)
            let (first, second) = (Int.random(in: 1...5, using: &generator), Int.random(in: 1...5, using: &generator))
            let isBlank = Int.random(in: 0..<9, using: &generator) == 0
            text += "\(unit);\(weight).5;;\(first);\(isBlank ? "" : "\(second)")\n"
            rows.append(
                [.text(unit), .number("\(weight).5"), .blank, .number("\(first)")]
                    + (isBlank ? [] : [.number("\(second)")]))
        }
        let plain = try #require(SmallSurvey.read(text))
        let book = try #require(SmallSurvey.read(Self.book(rows)))
        #expect(plain.findings.isEmpty)
        #expect(book.findings.isEmpty)
        #expect(book.tally?.rowCount == 500)
        #expect(Self.cells(book) == Self.cells(plain))
        // Below a title, with blank rows between.
        let titled = try #require(SmallSurvey.read(Self.book(rows, from: 4, title: "PHIẾU KHẢO SÁT")))
        #expect(titled.findings.map(\.code) == ["table.headingFound"])
        #expect(Self.cells(titled) == Self.cells(plain))
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { wide += [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)] }
        let utf16 = try #require(SmallSurvey.read(wide))
        #expect(utf16.findings.map(\.code) == ["table.encodingRecognised"])
        #expect(Self.cells(utf16) == Self.cells(plain))
    }

    @Test func findingsNameSheetAndRow() throws {
        let rows: [[TestBook.Cell]] = [
            [.text("u1"), .number("1"), .blank, .number("5"), .number("7")],
            [.text("u9"), .number("1"), .blank, .number("5"), .number("4")],
        ]
        let reading = try #require(SmallSurvey.read(Self.book(rows, from: 3, title: "T")))
        let places = reading.findings.map { "\($0.code) \($0.location.sheet ?? "-") \($0.location.line ?? 0)" }
        #expect(
            places == ["table.headingFound Phiếu 3", "survey.unknownAnswer Phiếu 4", "survey.unknownUnit Phiếu 5"])
    }

    /// A weight typed as text with a comma contradicts one that is a number.
    @Test func weightsOfTwoKindsAreRefused() throws {
        let rows: [[TestBook.Cell]] = [
            [.text("u1"), .number("1.5"), .blank, .number("5"), .number("4")],
            [.text("u1"), .text("2,5"), .blank, .number("5"), .number("4")],
        ]
        let reading = try #require(SmallSurvey.read(Self.book(rows)))
        #expect(reading.findings.map(\.code) == ["table.mixedDecimalSeparators"])
        // Alone it is what it is.
        let text = try #require(SmallSurvey.read(Self.book([rows[1]])))
        #expect(text.findings.isEmpty)
        #expect(text.tally?.rowCount == 1)
    }
}
