import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// Numbers as officials write them, never guessed.
@Suite struct NumberFormsTests {
    /// A cell together with others that show the decimal separator.
    static let forms: [(delimiter: String, cell: String, witness: String, value: String)] = [
        (";", "97,5", "", "97.5"), (";", "97.5", "", "97.5"), (",", "97.5", "", "97.5"), (",", "\"97,5\"", "", "97.5"),
        ("\t", "97,5", "", "97.5"), (";", "97,5%", "", "97.5"), (";", "97,5 %", "", "97.5"),
        (";", "97,500", "1,5", "97.5"), (";", "\"97,5\"", "", "97.5"), (";", "+97,5", "", "97.5"),
        (";", "97", "", "97"), (";", "0", "", "0"), (";", "100,00", "", "100"),
    ]

    @Test(arguments: forms.map { [$0.delimiter, $0.cell, $0.witness, $0.value] })
    func ofAPercentage(_ form: [String]) throws {
        let text = """
            unit;metric;value
            h;1.1;CELL
            xa-1;1.1;WITNESS

            """.replacing(";", with: form[0]).replacing("CELL", with: form[1]).replacing("WITNESS", with: form[2])
        let reading = try SmallAssessment(["metrics.csv": text]).read()
        #expect(reading.briefs == [])
        #expect(reading.figure("h", "1.1") == .value(exact(form[3])))
    }

    @Test(arguments: [
        ["1.234", "2,5", "1234"], ["1,234", "2.5", "1234"], ["1.234.567", "", "1234567"], ["1 234 567", "", "1234567"],
        ["1\u{A0}234", "", "1234"], ["1\u{202F}234", "", "1234"], ["1.234.567", "2,5", "1234567"],
        ["1234", "", "1234"],
        ["-5", "", "-5"], ["−5", "", "-5"], ["1E+05", "", "100000"], ["1e-06", "", "0.000001"], ["1,5E3", "", "1500"],
        ["1.234E3", "", "1234"], ["-2.5e-1", "", "-0.25"],
    ])
    func ofAnAmount(_ form: [String]) throws {
        let text = "unit;metric;value\nh;1.5;\(form[0])\nxa-1;1.5;\(form[1])\n"
        let reading = try SmallAssessment(["metrics.csv": text]).read()
        #expect(reading.briefs == [])
        #expect(reading.figure("h", "1.5") == .value(exact(form[2])))
    }

    @Test(arguments: [
        ReadingCase.rows(
            "ambiguous", "h;1.5;1.234;;;\n", ["table.ambiguousNumber metrics.csv:2:3 «1.234»"],
            details: [0: [.asDecimal: "1.234", .asGrouped: "1234", .unit: "h"]]),
        .rows("ambiguous count", "h;1.1;;1,234;2000;\n", ["table.ambiguousNumber metrics.csv:2:4 «1,234»"]),
        .rows(
            "mixed signs", "h;1.1;97,5;;;\nxa-1;1.1;98.5;;;\n",
            ["table.mixedDecimalSeparators metrics.csv:3:3 «98.5»"],
            details: [0: [.other: "97,5", .first: "metrics.csv:2:3", .expected: "comma"]]),
        .rows("letters", "h;1.1;chín mươi;;;\n", ["table.notANumber metrics.csv:2:3 «chín mươi»"]),
        .rows("with its unit", "h;1.3;12 hồ sơ;;;\n", ["table.notANumber metrics.csv:2:3 «12 hồ sơ»"]),
        .rows("a sum as text", "h;1.1;;=5+4;10;\n", ["table.notANumber metrics.csv:2:4 «=5+4»"]),
        .rows("too small", "h;1.5;1E-07;;;\n", ["table.numberTooFine metrics.csv:2:3 «1E-07»"]),
        .rows(
            "too fine, said once a column",
            "h;1.1;97,1234567;;;\nxa-1;1.1;9,12345678;;;\nxa-2;1.1;;1,0000001;2;\nh;1.5;5,1234567;;;\n",
            ["table.numberTooFine metrics.csv:2:3 «97,1234567»", "table.numberTooFine metrics.csv:4:4 «1,0000001»"],
            details: [0: [.count: "3", .key: "value"], 1: [.count: "1", .key: "numerator"]]),
        .rows("error of a spreadsheet", "h;1.1;#DIV/0!;;;\n", ["table.spreadsheetError metrics.csv:2:3 «#DIV/0!»"]),
        .rows("dash for nothing", "h;1.1;-;;;\n", ["table.notANumber metrics.csv:2:3 «-»"]),
        .rows("too fine", "h;1.1;97,1234567;;;\n", ["table.numberTooFine metrics.csv:2:3 «97,1234567»"]),
        .rows("too large", "h;1.5;99999999999999;;;\n", ["table.numberTooLarge metrics.csv:2:3 «99999999999999»"]),
        .rows("percent of a count", "h;1.3;7%;;;\n", ["assessment.percentSign metrics.csv:2:3 «7%»"]),
        .rows("percent of a yes", "h;1.4;100%;;;\n", ["assessment.percentSign metrics.csv:2:3 «100%»"]),
        .rows("percent of a numerator", "h;1.1;;90%;100;\n", ["assessment.percentSign metrics.csv:2:4 «90%»"]),
    ])
    func badNumber(_ item: ReadingCase) throws { try item.check() }

    /// A fraction written where a percentage is expected: the figure is kept, with a warning.
    @Test(arguments: [
        ReadingCase.rows(
            "long", "h;1.1;0,97;;;\n", ["assessment.percentLooksLikeShare metrics.csv:2:3 «0,97»"],
            details: [0: [.unit: "h", .metric: "1.1", .expected: "97"]]),
        ReadingCase(
            "wide", ["metrics.csv": "unit;1.1;1.2\nh;97,5;0,97\n"],
            ["assessment.percentLooksLikeShare metrics.csv:2:3 «0,97»"]),
        .rows("with a sign it is meant", "h;1.1;0,97%;;;\n", []),
        .rows(
            "one cell makes the ones and zeros of its metric doubtful",
            "h;1.1;1;;;\nxa-1;1.1;0,885;;;\nxa-2;1.1;0;;;\nh;1.2;1;;;\nxa-1;1.2;1,5;;;\n",
            [
                "assessment.percentLooksLikeShare metrics.csv:2:3 «1»",
                "assessment.percentLooksLikeShare metrics.csv:3:3 «0,885»",
                "assessment.percentLooksLikeShare metrics.csv:4:3 «0»",
            ],
            details: [0: [.expected: "100", .unit: "h"], 1: [.expected: "88.5", .unit: "xa-1"], 2: [.unit: "xa-2"]]),
        .rows(
            "the ends: above 0 and below 1", "h;1.1;0,000001;;;\nxa-1;1.1;0,999999;;;\nxa-2;1.1;1,000001;;;\n",
            [
                "assessment.percentLooksLikeShare metrics.csv:2:3 «0,000001»",
                "assessment.percentLooksLikeShare metrics.csv:3:3 «0,999999»",
            ], details: [0: [.expected: "0.0001"], 1: [.expected: "99.9999"]]),
        .rows(
            "nothing but ones and zeros", "h;1.1;1;;;\nxa-1;1.1;0;;;\nxa-2;1.1;1;;;\n",
            ["assessment.percentOfZerosAndOnes metrics.csv:2:3 «1»"], details: [0: [.count: "2", .metric: "1.1"]]),
        ReadingCase(
            "nothing but ones, in a wide table", ["metrics.csv": "unit;1.1\nh;0\nxa-1;1\nxa-2;\n"],
            ["assessment.percentOfZerosAndOnes metrics.csv:3:2 «1»"]),
        .rows("zeros alone are the same either way", "h;1.1;0;;;\nxa-1;1.1;0;;;\n", []),
        .rows("one of them with a sign", "h;1.1;1%;;;\nxa-1;1.1;0;;;\n", []),
        .rows("ones among counts", "h;1.1;1;;;\nxa-1;1.1;;9;10;\n", []),
        .rows("ones among percentages", "h;1.1;1;;;\nxa-1;1.1;90;;;\n", []),
        .rows("counts below one", "h;1.1;;1;200;\n", []), .rows("amount", "h;1.5;0,97;;;\n", []),
    ])
    func percentBelowOne(_ item: ReadingCase) throws { try item.check() }

    @Test func forcedSignsOverrideTheSettings() throws {
        let small = SmallAssessment([
            "assessment.json": SmallAssessment.settings(#""tables": {"delimiter": ";", "decimalSeparator": ","}"#),
            "units.csv": SmallAssessment.units.replacing(";", with: ","),
            "metrics.csv": "unit,metric,value\nh,1.5,1.234\n",
        ])
        #expect(try small.read().errors.isEmpty == false)
        let reading = try small.read {
            $0.delimiter = ","
            $0.decimalSeparator = "."
        }
        #expect(reading.briefs == [])
        #expect(reading.figure("h", "1.5") == .value(exact("1.234")))
        #expect(reading.tables.first?.evidence == "forced")
    }

    @Test func settingsLayDownTheDecimalSign() throws {
        let reading = try SmallAssessment([
            "assessment.json": SmallAssessment.settings(#""tables": {"decimalSeparator": ","}"#),
            "metrics.csv": "unit;metric;value\nh;1.5;1.234\n",
        ]).read()
        #expect(reading.briefs == [])
        #expect(reading.figure("h", "1.5") == .value(1234))
    }

    @Test func unknownSignsAreRefused() throws {
        let reading = try SmallAssessment().read {
            $0.delimiter = ":"
            $0.decimalSeparator = "'"
        }
        #expect(reading.briefs == ["table.unknownSeparator  «:»", "table.unknownSeparator  «'»"])
        #expect(reading.assessment == nil)
    }
}
