import Testing
import Values

@Suite("JSON: writing")
struct JSONWriterTests {
    @Test("objects, arrays and exact decimals, two spaces a level")
    func layout() {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("điểm", FixedDecimal(mantissa: 1_250_000))
            writer.member("none", nil as String?)
            writer.key("list")
            writer.array { writer in
                writer.value(1)
                writer.object { _ in }
                writer.array { $0.value("a") }
            }
            writer.member("yes", true)
        }
        let expected = """
            {
              "điểm": 1.25,
              "none": null,
              "list": [
                1,
                {},
                [
                  "a"
                ]
              ],
              "yes": true
            }

            """
        #expect(writer.text == expected)
    }

    @Test(
        "a text that is written is read back as it was",
        arguments: [
            "", "a\"b\\c/", "\n\r\t\u{8}\u{C}\u{0}\u{1F}\u{7F}", "Tiếng Việt 😀", "\u{2028}", "\u{FEFF}x",
            "\u{7F}\u{80}\u{9F}\u{A0}«»ế",
        ])
    func texts(text: String) throws {
        let document = try JSONDocument(file: "a.json", bytes: Array(JSONWriter.quoted(text).utf8))
        guard case .text(let read) = document.root.content else {
            Issue.record("no text")
            return
        }
        #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test(
        "control characters are escaped, what is beside them is not",
        arguments: [
            ("\u{1F} ~\u{7F}", #""\u001f ~\u007f""#), ("\u{80}\u{9B}\u{9F}", #""\u0080\u009b\u009f""#),
            ("\u{A0}«\u{BF}À", "\"\u{A0}«\u{BF}À\""), ("ế\u{85}ế", #""ế\u0085ế""#),
        ])
    func controls(text: String, written: String) {
        #expect(Array(JSONWriter.quoted(text).unicodeScalars) == Array(written.unicodeScalars))
    }

    @Test("the limits of decimals survive", arguments: [Int64.min, .max, 0, -1, 1])
    func limits(mantissa: Int64) throws {
        var writer = JSONWriter()
        writer.object { $0.member("a", FixedDecimal(mantissa: mantissa)) }
        let document = try JSONDocument(file: "a.json", bytes: Array(writer.text.utf8))
        let reader = JSONReader(document)
        #expect(reader.object(document.root, named: "…")?.decimal("a")?.mantissa == mantissa)
    }
}
