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
}
