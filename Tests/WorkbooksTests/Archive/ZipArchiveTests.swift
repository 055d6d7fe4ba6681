import Testing

@testable import Workbooks

/// Sound archives are read, whatever way of writing their program has chosen.
@Suite struct ZipArchiveTests {
    private static let long = Array(String(repeating: "Số liệu cải cách hành chính. ", count: 20_000).utf8)

    private static func content(_ maker: ZipMaker) throws -> [String: [UInt8]] {
        let archive = try ZipArchive(maker.bytes)
        var content: [String: [UInt8]] = [:]
        for entry in archive.entries { content[entry.name] = try archive.bytes(of: entry) }
        return content
    }

    @Test func partsComeOutAsTheyWentIn() throws {
        let parts = [
            ZipMaker.Part("xl/a.xml", Self.long), ZipMaker.Part("xl/b.xml", Self.long, isStored: true),
            ZipMaker.Part("empty", []), ZipMaker.Part("stored-empty", [], isStored: true), ZipMaker.Part("xl/", []),
            ZipMaker.Part("tên có dấu.xml", "x"),
        ]
        let expected = Dictionary(uniqueKeysWithValues: parts.map { ($0.name, $0.data) })
        #expect(try Self.content(ZipMaker(parts)) == expected)
        var commented = ZipMaker(parts)
        commented.comment = Array(String(repeating: "ghi chú", count: 5000).utf8)
        #expect(try Self.content(commented) == expected)
    }

    @Test func wideNumbersAreRead() throws {
        var part = ZipMaker.Part("xl/a.xml", Self.long)
        part.isWide = true
        for isWide in [true, false] {
            var maker = ZipMaker([ZipMaker.Part("first", "x"), part])
            maker.isWide = isWide
            #expect(try Self.content(maker) == ["first": Array("x".utf8), "xl/a.xml": Self.long])
        }
    }

    @Test func namesAreFoundInAnyCase() throws {
        let archive = try ZipArchive(ZipMaker([ZipMaker.Part("XL/Workbook.xml", "x")]).bytes)
        #expect(archive.entry("xl/workbook.xml")?.name == "XL/Workbook.xml")
        #expect(archive.entry("xl/workbook.xm") == nil)
    }
}
