import Foundation
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

    /// The letters that bytes are in Windows-1252, with the control characters that programs put for its free bytes.
    private static func taken(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { byte in
            String(data: Data([byte]), encoding: .windowsCP1252) ?? String(Unicode.Scalar(byte))
        }.joined()
    }

    @Test(arguments: fonts.indices)
    func oldFontsAreDecoded(index: Int) throws {
        let (unicode, tcvn3, vni) = Self.fonts[index]
        // Old fonts had capitals as a font of their own.
        let expected = tcvn3.hasPrefix("ñ") ? "ủ" + unicode.dropFirst() : unicode
        for (text, word, name) in [(tcvn3, expected, "TCVN3 (ABC)"), (vni, unicode, "VNI")] {
            let read = try table("a;b\n1;2\n3;\(text)\n4;\(text)\n")
            #expect(read.findings.map(\.code) == ["table.encodingRecognised"])
            #expect(read.findings.first?.text(.found) == name)
            #expect(read.text(1, 1) == word)
            // A text in Unicode beside them speaks against it: then a cell is named.
            let mixed = "a;b\n1;\(text)\n2;\(text)\n3;Mã đơn vị\n"
            #expect(try table(mixed).findings.map(\.code) == [])
        }
        // Taken for Windows-1252 once more after it was UTF-8.
        let twice = Self.taken(Array(unicode.utf8))
        #expect(try Self.damage("a;b\n1;\(twice)\n") == ["2:2 encodedTwice \(unicode)"])
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
