import TestSupport
import Testing
import Values

@testable import Survey

/// Single forms may be unusable; a unit that loses many of its forms, or all, is an error.
@Suite struct UnusableFormsTests {
    private static let units = UnitNames([
        (code: "an", name: "Xã Phước An"), (code: "hoa", name: "Xã Phước Hòa"), (code: "lap", name: "Xã Tân Lập"),
    ])

    private static func questionnaire(_ maximum: String = "") throws -> Questionnaire {
        let text = #"""
            {"format": 1, "questionnaire": "k", "name": "K", "scale": {"levels": [{"code": "1", "label": "a"},
              {"code": "2", "label": "b"}]}, "columns": {"unit": "xã", "weight": "w"}, \#(maximum)
             "index": {"measure": "topShare", "topLevels": 1}, "blocks": [{"code": "B", "name": "B", "factors": [
              {"code": "F", "name": "F", "questions": [{"code": "q1", "text": "?"}]}]}]}
            """#
        let reading = Questionnaire.read(file: "q.json", bytes: Array(text.utf8))
        return try #require(reading.questionnaire, "\(reading.findings)")
    }

    /// The errors for a number of equal rows of each kind; rows differ by their number.
    private func errors(
        _ rows: [(text: String, count: Int)], _ maximum: String = "", units: UnitNames? = Self.units
    ) throws -> [String] {
        let folder = TemporaryFolder()
        var text = "n;xã;w;q1\n"
        for (row, count) in rows { for _ in 0..<count { text += "\(text.utf8.count);" + row + "\n" } }
        var options = AnswerOptions()
        options.units = units
        let reading = AnswerReader(try Self.questionnaire(maximum), options: options).read([folder.add(text)])
        return reading.findings.filter { $0.severity == .error }.map { finding in
            let details: [FindingKey] = [.found, .code, .count, .expected]
            return ([String(finding.code.dropFirst(7))] + details.compactMap { finding.text($0) }).joined(
                separator: " ")
        }
    }

    /// 5 % of 20 is 1; of 19 less.
    @Test(arguments: [(19, 1, false), (18, 1, true), (38, 2, false), (37, 2, true), (1, 0, false), (0, 1, true)])
    func shareOfAUnit(usable: Int, unusable: Int, isError: Bool) throws {
        let found = try errors([("hoa;1;2", 500), ("an;1;2", usable), ("an;-1;2", unusable)])
        if usable == 0 {
            #expect(found == ["unitLost an an 1"])
        } else {
            #expect(found == (isError ? ["tooManyUnusable \(usable + unusable) an \(unusable) 5"] : []))
        }
    }

    @Test func maximumOfTheQuestionnaire() throws {
        let rows = [("an;1;2", 9), ("an;x;2", 1)]
        #expect(try errors(rows, #""maximumUnusable": 10,"#).isEmpty)
        #expect(try errors(rows, #""maximumUnusable": 9.999999,"#) == ["tooManyUnusable 10 an 1 9.999999"])
        #expect(try errors([("an;1;2", 9999), ("an;x;2", 1)], #""maximumUnusable": 0,"#).count == 1)
        // Whoever loses all is an error at any maximum.
        #expect(try errors([("an;1;2", 9), ("hoa;x;2", 1)], #""maximumUnusable": 100,"#) == ["unitLost hoa hoa 1"])
    }

    /// A commune that was renamed in the list of units: its forms name a unit that does not exist any more.
    @Test func renamedUnit() throws {
        let others = [("hoa;1;2", 500), ("lap;1;2", 500)]
        #expect(try errors(others + [("Thị trấn Diêu Trì;1;2", 276)]) == ["unitLost Thị trấn Diêu Trì 276"])
        // A little different name is that of the unit, which has no other form.
        #expect(try errors(others + [("Xã Phước Aan;1;2", 276)]) == ["unitLost Xã Phước Aan an 276"])
        // A slip in single forms of a unit with others.
        let many = others + [("Xã Phước An;1;2", 276), ("Xã Phước Aan;1;2", 14)]
        #expect(try errors(many).isEmpty)
        #expect(try errors(many + [("Xã Phước Aan;1;2", 1)]) == ["unitLost Xã Phước Aan 15"])
        // A name in one form is a slip, in two a unit.
        #expect(try errors(others + [("Thị trấn Diêu Trì;1;2", 1)]).isEmpty)
        #expect(try errors(others + [("Thị trấn Diêu Trì;1;2", 2)]) == ["unitLost Thị trấn Diêu Trì 2"])
    }

    @Test func formsOfNoUnit() throws {
        #expect(try errors([("an;1;2", 95), (";1;2", 5)]).isEmpty)
        #expect(try errors([("an;1;2", 94), (";1;2", 5)]) == ["unusableWithoutUnit 99 5 5"])
    }

    /// Rows with a cell too few or too many lose their unit's forms all the same.
    @Test func rowsOfOtherLengths() throws {
        #expect(try errors([("hoa;1;2", 5000), ("an", 100)]) == ["unitLost an an 100"])
        #expect(try errors([("hoa;1;2", 5000), ("an;1;2;3", 100)]) == ["unitLost an an 100"])
        #expect(try errors([("hoa;1;2", 5000), ("an", 100)], units: nil) == ["unitLost an 100"])
        #expect(try errors([("hoa;1;2", 5000), ("an;1;2", 99), ("an", 1)], units: nil).isEmpty)
    }

    /// Of 20 answers one may be off the scale, of 19 none; blank ones are not counted.
    @Test(arguments: [(19, 1, false), (18, 1, true), (38, 2, false), (37, 2, true), (0, 1, true)])
    func shareOfAnswers(known: Int, unknown: Int, isError: Bool) throws {
        let rows = [("hoa;1;2", 500), ("an;1;", 100), ("an;1;2", known), ("an;1;x", unknown)]
        #expect(try errors(rows) == (isError ? ["tooManyUnknown \(known + unknown) an \(unknown) 5"] : []))
    }

    /// Where more are allowed, a question of which none can be used is still an error.
    @Test func allAnswersOfAQuestion() throws {
        let maximum = #""maximumUnusable": 100,"#
        #expect(try errors([("an;1;x", 3), ("an;1;", 9)], maximum) == ["answersLost q1 an 3"])
        #expect(try errors([("an;1;x", 3), ("an;1;1", 1)], maximum).isEmpty)
    }

    /// The error of a spreadsheet is one wherever it stands, and whatever share of the answers it is.
    @Test(arguments: ["an;1;#N/A", "an;#REF!;2", "an;1;Err:502", "#NAME?;1;2"])
    func errorsOfSpreadsheets(row: String) throws {
        let found = try errors([("an;1;2", 500), (row, 1)])
        #expect(found == ["spreadsheetError " + row.split(separator: ";").filter { $0.count > 2 }.joined()])
    }

    /// Cells of a tally are forms of a unit, too.
    @Test func unitsOfTallies() throws {
        let rows = (0..<30).map { "Xã Phước An,nam,s1,v\($0 % 3),10,100,1.5,3,3,1" }
        let others = (0..<30).map { "Xã Lạ Lẫm,nam,s2,v\($0 % 3),10,100,1.5,3,3,1" }
        let questionnaire = try TallySamples.questionnaire()
        let bytes = try TallySamples.tally(rows + others, questionnaire).file()
        let tally = try SurveyTally(file: "t.csv", bytes: bytes, questionnaire: questionnaire, units: Self.units)
        #expect(tally.findings.map(\.code) == ["survey.unknownUnit"])
        let found = tally.unusableForms(units: Self.units, file: "t.csv")
        #expect(found.map(\.code) == ["survey.unitLost"] && found.first?.text(.count) == "30")
        #expect(tally.rowCount == 30 && tally.rowsLeftOut == 30)
    }
}
