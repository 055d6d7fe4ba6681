import Documents
import Testing

/// Documents as Markdown.
struct MarkdownTests {
    @Test func everyBlockIsWritten() {
        let expected = """
            # Shelf

            - **Day:** 1

            | Code | Name | Price |
            | --- | --- | ---: |
            | t-1 | Apples | 12,500.50 |
            | c-2 | Cam | – |
            |  | **Total** | **12,500.50** |

            ## More

            in full

            - one
            - two

            > **Samples.**

            """
        #expect(Shelf().text(as: .md, in: .en) == expected)
    }

    @Test(arguments: [
        ("A | *B*", "A \\| \\*B\\*"), ("- y\nz", "\\- y<br>z"), ("+1", "\\+1"), ("a-b", "a-b"),
        ("[x](y) `c` _d_ <e> #f \\", "\\[x\\](y) \\`c\\` \\_d\\_ \\<e\\> \\#f \\\\"),
        // A combining mark does not hide its base character.
        ("|\u{300}", "\\|\u{300}"), ("a\r\nb", "a<br>b"), ("a\tb", "a b"),
    ])
    func textIsNeverMarkup(text: String, escaped: String) {
        let sheet = Sheet { document in
            document.paragraph(Phrase(verbatim: text))
            document.table([1], [Column<Int>(Phrase(verbatim: text)) { _ in .text(text) }])
        }
        #expect(sheet.text(as: .md, in: .vi) == "\(escaped)\n\n| \(escaped) |\n| --- |\n| \(escaped) |\n")
    }

    @Test func indentsAndBlanksOfTables() {
        let columns = [
            Column<String>(Phrase(verbatim: "A")) { .text($0) },
            Column(Phrase(verbatim: "B"), .trailing) { _ in .none },
        ]
        let sheet = Sheet { $0.table(["  x", ""], columns) { _ in true } }
        #expect(sheet.text(as: .md, in: .vi) == "| A | B |\n| --- | ---: |\n| **x** |  |\n|  |  |\n")
        #expect(Sheet { $0.table([], columns) }.text(as: .md, in: .vi) == "| A | B |\n| --- | ---: |\n")
    }
}
