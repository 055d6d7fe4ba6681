import Testing

@testable import Workbooks

/// Archives that contradict themselves or are made to do harm are refused, each with its own finding.
@Suite struct HostileArchiveTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]
        var refusal: String

        init(_ name: String, _ refusal: String, _ bytes: [UInt8]) {
            (testDescription, self.refusal, self.bytes) = (name, refusal, bytes)
        }

        init(_ name: String, _ refusal: String, _ change: (inout ZipMaker) -> Void) {
            var maker = ZipMaker(BookMaker.parts("<sheetData><row><c><v>1</v></c></row></sheetData>"))
            change(&maker)
            self.init(name, refusal, maker.bytes)
        }

        /// With one part more.
        init(_ name: String, _ refusal: String, part: ZipMaker.Part) {
            self.init(name, refusal) { $0.parts.append(part) }
        }

        /// With the last part, the sheet, changed.
        init(_ name: String, _ refusal: String, sheet change: (inout ZipMaker.Part) -> Void) {
            self.init(name, refusal) { maker in
                var part = maker.parts.removeLast()
                change(&part)
                maker.parts.append(part)
            }
        }
    }

    private static let sound = ZipMaker(BookMaker.parts("<sheetData/>")).bytes

    /// A sheet of blanks that are a thousandth as long when packed.
    private static func blanks(_ count: Int) -> ZipMaker.Part {
        ZipMaker.Part("xl/blanks.xml", [UInt8](repeating: 0x20, count: count))
    }

    static let cases: [Case] = [
        Case("nothing but the beginning", "workbook.cutOff t.xlsx", [0x50, 0x4B, 3, 4]),
        Case("half a file", "workbook.cutOff t.xlsx", Array(sound.prefix(sound.count / 2))),
        Case("without its last byte", "workbook.cutOff t.xlsx", sound.dropLast()),
        Case("without its beginning", "workbook.damaged t.xlsx contents", [0x50, 0x4B, 3, 4] + sound.dropFirst(200)),
        Case("bytes behind the end", "workbook.damaged t.xlsx contents", sound + [0]),
        Case("parent folder", "workbook.unsafeName t.xlsx", part: .init("xl/../../etc/passwd", "x")),
        Case("parent folder first", "workbook.unsafeName t.xlsx", part: .init("../a", "x")),
        Case("absolute name", "workbook.unsafeName t.xlsx", part: .init("/etc/passwd", "x")),
        Case("letter of a drive", "workbook.unsafeName t.xlsx", part: .init("C:/a", "x")),
        Case("backslash", "workbook.unsafeName t.xlsx", part: .init("xl\\..\\a", "x")),
        Case("NUL in a name", "workbook.unsafeName t.xlsx", part: .init("xl/a\0.xml", "x")),
        Case("no name", "workbook.unsafeName t.xlsx", part: .init("", "x")),
        Case("same name", "workbook.duplicateName t.xlsx", part: .init("xl/workbook.xml", "x")),
        Case("same name in another case", "workbook.duplicateName t.xlsx", part: .init("XL/Workbook.XML", "x")),
        Case("two parts in the same bytes", "workbook.overlap t.xlsx") { maker in
            // The second lies in the data of the first, with a header of its own.
            var inner = ZipMaker.Part("inner", "x")
            maker.parts.insert(ZipMaker.Part("outer", ZipMaker([inner]).bytes, isStored: true), at: 0)
            inner.statedStart = 30 + 5
            maker.parts.append(inner)
        },
        Case("declared 2 GB", "workbook.tooLarge t.xlsx", sheet: { $0.statedSize = 2 << 30 }),
        Case("many times 900 MB", "workbook.tooLarge t.xlsx") { maker in
            for index in 0..<3 {
                var part = ZipMaker.Part("xl/\(index)", [UInt8](repeating: 0, count: 4_000_000), isStored: true)
                part.statedSize = 900_000_000
                part.statedMethod = 8
                maker.parts.append(part)
            }
        },
        Case("bomb", "workbook.bomb t.xlsx", part: blanks(20_000_000)),
        Case("longer than stated", "workbook.damaged t.xlsx:Số liệu size", sheet: { $0.statedSize = 10 }),
        Case("shorter than stated", "workbook.damaged t.xlsx:Số liệu size", sheet: { $0.statedSize = 1000 }),
        Case("other checksum", "workbook.damaged t.xlsx:Số liệu checksum", sheet: { $0.statedChecksum = 1 }),
        Case(
            "stored size differs", "workbook.damaged t.xlsx size", sheet: { ($0.isStored, $0.statedSize) = (true, 5) }),
        Case("not compressed", "workbook.damaged t.xlsx:Số liệu compression") { maker in
            maker.parts[maker.parts.count - 1].isStored = true
            maker.parts[maker.parts.count - 1].statedMethod = 8
        },
        Case("other method", "workbook.damaged t.xlsx method", sheet: { $0.statedMethod = 12 }),
        Case("encrypted part", "workbook.encrypted t.xlsx", sheet: { $0.flags = 1 }),
        Case("encrypted by AES", "workbook.encrypted t.xlsx", sheet: { $0.statedMethod = 99 }),
        Case("other name before the part", "workbook.damaged t.xlsx header", sheet: { $0.localName = "xl/other.xml" }),
        Case("part outside", "workbook.damaged t.xlsx header", sheet: { $0.statedStart = 1 << 30 }),
        Case("part in the middle", "workbook.damaged t.xlsx header", sheet: { $0.statedStart = 7 }),
        Case("too many parts", "workbook.damaged t.xlsx parts") { maker in
            maker.isWide = true
            maker.parts = (0...1 << 16).map { ZipMaker.Part("\($0)", [], isStored: true) }
        },
    ]

    @Test(arguments: cases)
    func isRefused(_ item: Case) { #expect(BookMaker.refusal(item.bytes) == item.refusal) }

    /// Below what no part may become, a high ratio is nothing unusual.
    @Test func smallPartsMayBePackedWell() {
        var maker = ZipMaker(BookMaker.parts("<sheetData/>"))
        maker.parts.append(Self.blanks(16_000_000))
        #expect(BookMaker.refusal(maker.bytes) == nil)
    }

    @Test func everyTruncationIsRefused() {
        for count in 4..<Self.sound.count {
            #expect(BookMaker.refusal(Array(Self.sound.prefix(count))) == "workbook.cutOff t.xlsx")
        }
    }
}
