import Documents
import Testing

/// Documents as an HTML page.
struct HTMLTests {
    @Test func everyBlockIsWritten() throws {
        let page = try #require(Shelf().text(as: .html, in: .vi))
        let expected = """
            <h1>Kệ hàng</h1>
            <dl>
            <dt>Ngày</dt><dd>1</dd>
            </dl>
            <table>
            <thead>
            <tr><th scope="col">Mã</th><th scope="col">Tên</th><th scope="col" class="number">Giá</th></tr>
            </thead>
            <tbody>
            <tr><th scope="row">t-1</th><td>Táo</td><td class="number">12.500,50</td></tr>
            <tr><th scope="row">c-2</th><td>Cam</td><td class="number">–</td></tr>
            <tr class="sum"><td></td><td>Tổng</td><td class="number">12.500,50</td></tr>
            </tbody>
            </table>
            <h2>Thêm</h2>
            <p>đầy đủ</p>
            <ul>
            <li>một</li>
            <li>hai</li>
            </ul>
            <p role="note"><strong>Hàng mẫu.</strong></p>
            </body>
            </html>

            """
        #expect(page.hasSuffix("<body>\n" + expected))
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n"))
        #expect(page.contains("<title>Kệ hàng</title>"))
    }

    @Test func textIsNeverMarkup() throws {
        let text = "<script>alert(\"&\")</script>\n<\u{338}b"
        let escaped = "&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;<br>&lt;\u{338}b"
        let sheet = Sheet { document in
            document.heading(Phrase(verbatim: text), level: 1)
            document.table([1], [Column<Int>(Phrase(verbatim: text)) { _ in .text(text) }])
        }
        let page = try #require(sheet.text(as: .html, in: .en))
        #expect(page.contains("<title>\(escaped)</title>"))
        #expect(page.contains("<h1>\(escaped)</h1>\n<table>\n<thead>\n<tr><th scope=\"col\">\(escaped)</th></tr>\n"))
        #expect(page.contains("<tbody>\n<tr><th scope=\"row\">\(escaped)</th></tr>\n</tbody>"))
    }

    @Test func pagesWithoutATitleHaveAnEmptyOne() {
        #expect(Sheet { _ in }.text(as: .html, in: .en)?.contains("<title></title>") == true)
    }
}
