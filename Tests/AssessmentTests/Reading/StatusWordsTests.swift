import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// Words instead of numbers.
@Suite struct StatusWordsTests {
    @Test(arguments: [
        ("chưa báo cáo", Figure.notReported), ("Chưa chấm", .notReported), ("not reported", .notReported),
        ("notReported", .notReported), ("không áp dụng", .notApplicable), ("KHÔNG ÁP DỤNG", .notApplicable),
        ("not applicable", .notApplicable), ("chờ khảo sát", .awaited), ("awaited", .awaited),
        ("khong ap dung", .notApplicable), ("không công bố", .notPublished), ("Not published", .notPublished),
    ])
    func standInTheirColumnOrInPlaceOfTheValue(word: String, figure: Figure) throws {
        for text in [
            "unit;metric;value;status\nh;1.2;;\(word)\n", "unit;metric;value\nh;1.2;\(word)\n", "unit;1.2\nh;\(word)\n",
        ] {
            let reading = try SmallAssessment(["metrics.csv": text]).read()
            #expect(reading.briefs == [])
            #expect(reading.figure("h", "1.2") == figure)
        }
    }

    @Test(arguments: [
        ("có", 1), ("Có", 1), ("yes", 1), ("TRUE", 1), ("đạt", 1), ("1", 1), ("không", 0), ("no", 0), ("false", 0),
        ("không đạt", 0), ("0", 0),
    ])
    func yesAndNo(word: String, value: Int) throws {
        for text in ["unit;metric;value\nh;1.4;\(word)\n", "unit;1.4\nh;\(word)\n"] {
            let reading = try SmallAssessment(["metrics.csv": text]).read()
            #expect(reading.briefs == [])
            #expect(reading.figure("h", "1.4") == .value(value == 1 ? 1 : 0))
        }
    }

    @Test(arguments: [
        ReadingCase.rows("yes for a percentage", "h;1.1;có;;;\n", ["table.notANumber metrics.csv:2:3 «có»"]),
        .rows("a tick", "h;1.4;x;;;\n", ["assessment.unknownStatus metrics.csv:2:3 «x»"]),
        .rows(
            "reported, in location of the figure", "h;1.1;đã báo cáo;;;\n",
            ["table.notANumber metrics.csv:2:3 «đã báo cáo»"]),
        .rows(
            "a status in location of a count", "h;1.2;;không áp dụng;10;\n",
            ["table.notANumber metrics.csv:2:4 «không áp dụng»"]),
        .rows(
            "not applicable where that cannot be", "h;1.1;;;;không áp dụng\n",
            ["assessment.notApplicableNotAllowed metrics.csv:2:6 «1.1»"], details: [0: [.unit: "h", .metric: "1.1"]]),
        ReadingCase(
            "not applicable where that cannot be, in a wide table",
            ["metrics.csv": "unit;1.2;1.1\nh;không áp dụng;không áp dụng\n"],
            ["assessment.notApplicableNotAllowed metrics.csv:2:3 «1.1»"]),
        .rows(
            "a figure that is another level's duty", "xa-1;2.2;50;;;\n",
            ["assessment.figureOfAnotherLevel metrics.csv:2:3 «commune»"],
            details: [0: [.unit: "xa-1", .metric: "2.2"]]),
    ])
    func areRefusedElsewhere(_ item: ReadingCase) throws { try item.check() }

    /// One reading gives full points, the other none: nobody can tell which is meant.
    @Test(arguments: ["n/a", "N/A", "N.A.", "NA", "na", "n.a"])
    func availableOrApplicable(word: String) throws {
        for (text, place) in [
            ("unit;metric;value;status\nh;1.2;;\(word)\n", "metrics.csv:2:4"),
            ("unit;metric;value\nh;1.2;\(word)\n", "metrics.csv:2:3"), ("unit;1.2\nh;\(word)\n", "metrics.csv:2:2"),
        ] {
            let reading = try SmallAssessment(["metrics.csv": text]).read()
            #expect(reading.briefs == ["assessment.ambiguousStatus \(place) «\(word)»"])
            #expect(reading.findings.first?.text(.expected) == "không áp dụng, chưa báo cáo")
            #expect(reading.assessment == nil)
        }
    }

    /// Signs around a word make it unknown: `#N/A` once meant "not applicable", because signs were thrown away.
    @Test(arguments: [
        "#N/A", "#n/a", "?không áp dụng", "không áp dụng?", "(không áp dụng)", "[chưa báo cáo]", "«không áp dụng»",
        "không-áp-dụng", "*", "không áp dụng.",
    ])
    func signsMakeWordsUnknown(word: String) throws {
        let isError = word.hasPrefix("#")
        let wide = try SmallAssessment(["metrics.csv": "unit;1.2\nh;\(word)\n"]).read()
        #expect(wide.briefs == ["table.\(isError ? "spreadsheetError" : "notANumber") metrics.csv:2:2 «\(word)»"])
        let long = try SmallAssessment(["metrics.csv": "unit;metric;value;status\nh;1.2;;\(word)\n"]).read()
        let code = isError ? "table.spreadsheetError" : "assessment.unknownStatus"
        #expect(long.briefs == ["\(code) metrics.csv:2:4 «\(word)»"])
    }

    /// Told with the words that can stand there, since a number is not what people write.
    @Test(arguments: ["(có)", "có?", "#yes", "-đạt", "không!", "1?", "có."])
    func signsMakeAnswersUnknown(word: String) throws {
        let reading = try SmallAssessment(["metrics.csv": "unit;1.4\nh;\(word)\n"]).read()
        #expect(reading.briefs == ["assessment.unknownStatus metrics.csv:2:2 «\(word)»"])
        #expect(
            reading.findings.first?.text(.expected)
                == "có, không, chưa báo cáo, không áp dụng, chờ khảo sát, không công bố")
    }

    /// `c?` was `có` before a code page without its letters.
    @Test(arguments: [("c?", "lostLetters"), ("kh?ng", "lostLetters"), ("yes?", nil), ("TP?", nil), ("có?", nil)])
    func lettersThatWereLostAreSaid(word: String, history: String?) throws {
        for text in ["unit;metric;value\nh;1.4;\(word)\n", "unit;1.4\nh;\(word)\n"] {
            let found = try SmallAssessment(["metrics.csv": text]).read().findings
            let own = try #require(found.first { $0.code == "assessment.unknownStatus" })
            #expect(own.text(.history) == history)
        }
    }

    /// A damaged heading is named as such, not only as one that is not used.
    @Test(arguments: [("T? l?", true), ("Ghi ch?", true), ("Gi? tr?", true), ("UBND?", false), ("Đạt chưa?", false)])
    func damagedHeadings(heading: String, isDamaged: Bool) throws {
        let reading = try SmallAssessment(["metrics.csv": "unit;metric;value;\(heading)\nh;1.1;90;\n"]).read()
        let damage = reading.briefs.filter { $0.hasPrefix("table.damagedText") }
        #expect(damage == (isDamaged ? ["table.damagedText metrics.csv:1:4 «\(heading)»"] : []))
    }

    @Test(arguments: ["(tự đánh giá)", "thẩm định?", "#self", "self-"])
    func signsMakeStagesUnknown(word: String) throws {
        let scores = "unit;criterion;stage;points\nh;1.1;\(word);1\n"
        let reading = try SmallAssessment(["scores.csv": scores]).read()
        #expect(reading.briefs == ["assessment.unknownStatus scores.csv:2:3 «\(word)»"])
    }

    @Test func signsMakeLevelsUnknown() throws {
        let units = SmallAssessment.units.replacing("Huyện H;district", with: "Huyện H;Cấp huyện?")
        let reading = try SmallAssessment(["units.csv": units]).read()
        #expect(reading.briefs == ["assessment.unknownLevel units.csv:2:3 «Cấp huyện?»"])
    }

    /// The error of a spreadsheet is an error in every column that is read, not only where a number stands.
    @Test(arguments: [
        "#N/A", "#REF!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "Err:502", "#####", "#DIV/0!",
    ])
    func errorsOfSpreadsheets(word: String) throws {
        let name = try SmallAssessment(["units.csv": "code;name;level\nh;\(word);district\n"]).read()
        #expect(name.briefs.contains("table.spreadsheetError units.csv:2:2 «\(word)»"))
        let evidence = try SmallAssessment(["metrics.csv": "unit;metric;value;evidence\nh;1.2;50;\(word)\n"]).read()
        #expect(evidence.errors.map { $0.prefix(22) } == ["table.spreadsheetError"])
        let heading = try SmallAssessment(["metrics.csv": "unit;1.2;\(word)\nh;50;1\n"]).read()
        #expect(heading.errors.first?.hasPrefix("table.spreadsheetError") == true)
        let value = try SmallAssessment(["metrics.csv": "unit;metric;value\nh;1.2;\(word)\n"]).read()
        #expect(value.briefs == ["table.spreadsheetError metrics.csv:2:3 «\(word)»"])
    }

    @Test(arguments: ["#1", "# ghi chú", "Error", "số #5!", "E", "#", "Err:"])
    func otherSignsAreText(word: String) throws {
        let text = "unit;metric;value;evidence\nh;1.2;50;\(word)\nxa-1;1.2;50;x\nxa-2;1.2;50;x\n"
        #expect(try SmallAssessment(["metrics.csv": text]).read().briefs == [])
    }
}
