import TestSupport
import Testing
import Values

@testable import Tables

/// Texts whose letters were damaged when they were saved or copied: what happened, where, and what stood there.
@Suite struct DamagedLettersTests {
    /// Row and column of the first text that shows the damage, what happened to it, and what it was before.
    private static func damage(_ text: String) throws -> [String] {
        try table(text).findings.filter { $0.code == TableFinding.damagedText.rawValue }.map { finding in
            let place = "\(finding.location.line ?? 0):\(finding.location.column ?? 0)"
            return ([place] + [finding.text(.history), finding.text(.suggestion)].compactMap { $0 })
                .joined(separator: " ")
        }
    }

    /// One text in Unicode and as it looks in the fonts of the time before Unicode, as old documents have it.
    private static let fonts: [(unicode: String, tcvn3: String, vni: String)] = [
        (
            "Cộng hòa xã hội chủ nghĩa Việt Nam", "Céng hßa x· héi chñ nghÜa ViÖt Nam",
            "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"
        ),
        ("Độc lập - Tự do - Hạnh phúc", "§éc lËp - Tù do - H¹nh phóc", "Ñoäc laäp - Töï do - Haïnh phuùc"),
        ("Ủy ban nhân dân tỉnh", "ñy ban nh©n d©n tØnh", "UÛy ban nhaân daân tænh"),
        ("Mã đơn vị", "M· ®¬n vÞ", "Maõ ñôn vò"), ("Mã số liệu", "M· sè liÖu", "Maõ soá lieäu"),
        ("Giá trị", "Gi¸ trÞ", "Giaù trò"), ("Huyện Tuy Phước", "HuyÖn Tuy Ph­íc", "Huyeän Tuy Phöôùc"),
        ("Thị trấn Diêu Trì", "ThÞ trÊn Diªu Tr×", "Thò traán Dieâu Trì"),
    ]

    @Test(arguments: fonts.indices)
    func oldFontsAreDecoded(index: Int) throws {
        let (unicode, tcvn3, vni) = Self.fonts[index]
        // Old fonts had capitals as a font of their own.
        let expected = tcvn3.hasPrefix("ñ") ? "ủ" + unicode.dropFirst() : unicode
        #expect(try Self.damage("a;b\n1;2\n3;\(tcvn3)\n4;\(tcvn3)\n") == ["3:2 tcvn3 \(expected)"])
        #expect(try Self.damage("a;b\n\(vni);2\n3;\(vni)\n") == ["2:1 vni \(unicode)"])
        // Taken for Windows-1252 once more after it was UTF-8.
        let twice = LegacyText.letters(Array(unicode.utf8))
        #expect(try Self.damage("a;b\n1;\(twice)\n") == ["2:2 encodedTwice \(unicode)"])
        // Two letters in one cell show the font no more than one: it is the cells that are counted.
        #expect(try Self.damage("a;b\n1;\(tcvn3)\n") == [])
        // One text in Unicode beside them speaks against it.
        #expect(try Self.damage("a;b\n1;\(tcvn3)\n2;\(tcvn3)\n3;Mã đơn vị\n") == [])
    }

    /// Bytes of an old font that are no UTF-8: the finding says which.
    @Test(
        arguments: [
            // `Mã đơn vị;Giá trị` and `Xã Một` in both fonts, written out byte by byte.
            (
                [0x4D, 0xB7, 0x20, 0xAE, 0xAC, 0x6E, 0x20, 0x76, 0xDE, 0x3B, 0x47, 0x69, 0xB8, 0x20, 0x74, 0x72, 0xDE],
                "tcvn3"
            ),
            (
                [
                    0x4D, 0x61, 0xF5, 0x20, 0xF1, 0xF4, 0x6E, 0x20, 0x76, 0xF2, 0x3B, 0x47, 0x69, 0x61, 0xF9, 0x20,
                    0x74, 0x72, 0xF2,
                ],
                "vni"
            ),
            // `mã;điểm` in Windows-1258, which is no font, has few letters that show anything.
            ([0x6D, 0xE3, 0x3B, 0x64, 0x69], nil),
        ] as [([UInt8], String?)])
    func bytesOfOldFonts(bytes: [UInt8], font: String?) {
        let findings = refusal(bytes + Array("\n1;2\n".utf8))
        #expect(findings.map(\.code) == ["file.invalidUTF8"])
        #expect(findings.first?.text(.history) == font)
    }

    @Test(arguments: [
        // Letters that were lost, in a heading and in a cell: once a file, at the first.
        ("M? ??n v?;b\n1;X? M?t\n", ["1:1 lostLetters"]),
        ("a;b\n1;2\n3;X? Ph??c An\n4;X? Ngh?a\n", ["3:2 lostLetters"]),
        ("a;b\n1;X\u{FFFD} M\u{FFFD}t\n", ["2:2 lostLetters"]),
        // A question mark at the end of a word, alone, or in an address is one.
        ("a;b\n1;Có đạt không?\n", []), ("a;b\n?;??\n", []), ("a;b\n1;https://x.vn/v?id=1&t=?a\n", []),
        // Where one letter is left, so are the others.
        ("a;b\n1;Xã Phước?An\n", []),
        // Sound text, in Vietnamese and in other languages.
        ("Mã đơn vị;Giá trị\nXã Một;2\n", []), ("a;b\nSão Paulo;Málaga\nZürich;Genève\n", []),
        ("a;b\n1;Ã\n2;Â\n", []),
        // `Ã` at the end is a capital letter, or what is left of `à` encoded twice where others show it.
        ("MÃ;XÃ\n1;2\n", []), ("MÃ;TÊN\nLA;2\n", []), ("a;Sá»‘ nhÃ\n1;2\n", ["1:2 encodedTwice Số nhà"]),
    ])
    func whatShowsIt(text: String, expected: [String]) throws {
        #expect(try Self.damage(text) == expected)
    }

    /// Only the heading and fifty rows are looked at.
    @Test(arguments: [(49, true), (50, false)])
    func theBeginningOfAFileIsLookedAt(rows: Int, isTold: Bool) throws {
        let text = "a;b\n" + String(repeating: "1;2\n", count: rows) + "3;X? Ph??c An\n"
        #expect(try Self.damage(text) == (isTold ? ["\(rows + 2):2 lostLetters"] : []))
    }
}
