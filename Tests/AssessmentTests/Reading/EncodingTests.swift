import Assessment
import Foundation
import Scoring
import TestSupport
import Testing
import Values

/// Spreadsheets save the same table in many ways; all give the same figures.
@Suite struct EncodingTests {
    static let text = """
        Mã đơn vị;Mã số liệu;Giá trị;Trạng thái;Tài liệu kiểm chứng
        h;1.1;90,5;;Kế hoạch số 12
        xa-1;1.1;80;;"Báo cáo ""quý""; bản in"
        xa-2;1.2;;không áp dụng;Biên bản số 3

        """

    /// The text with every letter with diacritics decomposed, as macOS may write it.
    private static func decomposed(_ text: String) -> String {
        text.decomposedStringWithCanonicalMapping
    }

    static let forms: [(name: String, text: String)] = [
        ("LF", text), ("CRLF", text.replacing("\n", with: "\r\n")), ("CR", text.replacing("\n", with: "\r")),
        ("BOM", "\u{FEFF}" + text), ("BOM and CRLF", "\u{FEFF}" + text.replacing("\n", with: "\r\n")),
        ("NFD", decomposed(text)), ("sep=", "sep=;\r\n" + text), ("no last line end", String(text.dropLast())),
        ("blank lines", "\n\n" + text.replacing("\n", with: "\n;;;;\n")),
        ("NBSP around cells", text.replacing(";90,5;", with: ";\u{A0}90,5\u{A0};").replacing("xa-1;", with: " xa-1 ;")),
    ]

    @Test(arguments: forms.map(\.name))
    func isRead(_ name: String) throws {
        let text = try #require(Self.forms.first { $0.name == name }).text
        let reading = try SmallAssessment(["metrics.csv": text]).read()
        #expect(reading.briefs == [])
        #expect(reading.figure("h", "1.1") == .value(exact("90.5")))
        #expect(reading.figure("xa-1", "1.1") == .value(80))
        #expect(reading.figure("xa-2", "1.2") == .notApplicable)
        #expect(reading.assessment?.remark(unit: 0, metric: "1.1")?.evidence == "Kế hoạch số 12")
        #expect(reading.assessment?.remark(unit: 1, metric: "1.1")?.evidence == "Báo cáo \"quý\"; bản in")
    }

    @Test func namesOfUnitsAreComposed() throws {
        let reading = try SmallAssessment(["units.csv": Self.decomposed(SmallAssessment.units)]).read()
        #expect(reading.briefs == [])
        let name = try #require(reading.assessment?.units.last?.name)
        #expect(Array(name.utf8) == Array("Xã Hai".utf8))
    }

    @Test(arguments: [
        ("UTF-32", [UInt8]([0xFF, 0xFE, 0, 0, 0x75, 0, 0, 0]), "file.otherEncoding metrics.csv:1 «UTF-32»"),
        ("XLSX", [0x50, 0x4B, 0x03, 0x04, 0x14], "workbook.cutOff metrics.csv"),
        ("windows-1258", Array("unit;metric;value\nh;1.1;".utf8) + [0xE1, 0x20], "file.invalidUTF8"),
    ])
    func otherBytesAreRefused(name: String, bytes: [UInt8], finding: String) throws {
        var small = SmallAssessment()
        small.files["metrics.csv"] = bytes
        let reading = try small.read()
        #expect(reading.assessment == nil)
        #expect(reading.findings.count == 1)
        #expect(reading.findings.first?.code == String(finding.prefix { $0 != " " }))
        #expect(reading.findings.first?.location.file == "metrics.csv")
    }

    /// A code page of Windows loses letters that it does not have; headings can be told all the same, names cannot.
    @Test func lostLettersOfHeadingsAreTold() throws {
        var small = SmallAssessment()
        let heading = Array("Ma don vi;M? s? li?u;Gi".utf8) + [0xE1] + Array(" tr?\n".utf8)
        small.files["metrics.csv"] = heading + Array("h;1.1;90,5\n".utf8)
        let reading = try small.read()
        #expect(
            reading.briefs == [
                "table.encodingRecognised metrics.csv «Windows-1258»", "table.damagedText metrics.csv:1:2 «M? s? li?u»",
            ])
        #expect(reading.figure("h", "1.1") == .value(exact("90.5")))
        small.files["metrics.csv"] = heading + Array("X? M?t;1.1;90,5\n".utf8)
        #expect(try small.read().errors == ["assessment.unknownUnit metrics.csv:2:1 «X? M?t»"])
        // Without a letter that shows the code page nothing is told from what is left.
        small.files["metrics.csv"] = Array("M? ??n v?;M? s? li?u;Gi? tr?\nh;1.1;90,5\n".utf8)
        #expect(try small.read().errors == ["table.missingColumn metrics.csv:1 «M? ??n v?, M? s? li?u, Gi? tr?»"])
    }

    /// The encoding is stated in the folder's settings or by the caller.
    @Test func theEncodingCanBeStated() throws {
        let bytes = Array("unit;metric;value;ghi chu\nh;1.1;90;Gi".utf8) + [0xE1, 0x0A]
        var small = SmallAssessment()
        small.files["metrics.csv"] = bytes
        #expect(try small.read().errors.map { $0.prefix { $0 != " " } } == ["file.ambiguousEncoding"])
        let called = try small.read { $0.encoding = "tcvn3" }
        #expect(called.briefs.contains("table.encodingStated metrics.csv «TCVN3 (ABC)»"))
        #expect(called.assessment?.remark(unit: 0, metric: "1.1")?.note == "Giỏ")
        small.files["assessment.json"] = Array(
            SmallAssessment.settings(#""tables": {"encoding": "windows-1258"}"#).utf8)
        let stated = try small.read()
        #expect(stated.assessment?.remark(unit: 0, metric: "1.1")?.note == "Giá")
        #expect(
            try small.read { $0.encoding = "utf-7" }.errors.map { $0.prefix { $0 != " " } } == ["table.unknownEncoding"]
        )
        small.files["assessment.json"] = Array(SmallAssessment.settings(#""tables": {"encoding": "utf7"}"#).utf8)
        #expect(try small.read().assessment == nil)
    }
}
