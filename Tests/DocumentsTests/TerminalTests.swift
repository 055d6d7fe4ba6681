import Documents
import Testing
import Values

/// Documents on a terminal.
struct TerminalTests {
    @Test func everyBlockIsWritten() {
        let expected = """
            Kệ hàng
            ═══════

            Ngày: 1

            Mã   Tên         Giá
            ───  ────  ─────────
            t-1  Táo   12.500,50
            c-2  Cam           –
                 Tổng  12.500,50

            Thêm

            ngắn

            - một
            - hai

            ! Hàng mẫu.

            """
        // A dash has no decimals: it is aligned with the separators.
        #expect(Shelf().text(as: .table, in: .vi) == expected.replacing("        –", with: "     –"))
    }

    @Test func boldAndColoursAreWrittenOnlyWhereAsked() {
        let sheet = Sheet { document in
            document.heading(Phrase(verbatim: "A"))
            document.table([Good(nil, "x")], [Shelf.name]) { _ in true }
            document.notice(Phrase(verbatim: "n"))
        }
        let colored = sheet.written(as: .table, in: .en, style: TerminalStyle(isColored: true)) ?? []
        #expect(
            String(decoding: colored, as: UTF8.self)
                == "\u{1B}[1mA\u{1B}[0m\n\n\u{1B}[1mName\u{1B}[0m\n────\n\u{1B}[1mx\u{1B}[0m\n\n\u{1B}[33m! n\u{1B}[0m\n"
        )
        #expect(sheet.text(as: .table, in: .en) == "A\n\nName\n────\nx\n\n! n\n")
    }

    @Test func longTextsHangBehindTheirMarks() {
        let words = Phrase(verbatim: "một hai ba bốn")
        let sheet = Sheet { document in
            document.paragraph(words)
            document.list([words])
            document.notice(words)
            document.facts([.init(Phrase(verbatim: "F"), words), .init(Phrase(verbatim: "None"), Value.none)])
        }
        let expected = """
            một hai ba
            bốn

            - một hai
              ba bốn

            ! một hai
              ba bốn

            F: một hai
                ba bốn
            None: –

            """
        #expect(sheet.text(as: .table, in: .vi, width: 10) == expected)
    }

    @Test func hostileTextIsMadeHarmless() {
        let text = Phrase(verbatim: hostile)
        let sheet = Sheet { document in
            document.heading(text)
            document.facts([.init(text, text)])
            document.table([1], [Column<Int>(text) { _ in .text(hostile) }])
        }
        for format in [ReportFormat.table, .md, .html] {
            let written = sheet.text(as: format, in: .vi) ?? ""
            #expect(
                !written.unicodeScalars.contains { "\u{1B}\u{7}\u{202E}\u{0}\r\u{2028}".unicodeScalars.contains($0) })
            #expect(written.contains("a\u{FFFD}[2Jb") || written.contains("a\u{FFFD}\\[2Jb"), "\(format)")
        }
    }
}
