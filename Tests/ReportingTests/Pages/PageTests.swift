import Documents
import Foundation
import TestSupport
import Testing
import Values

@testable import Reporting
@testable import score_cli

/// What may stand in a page, and what may not.
@Suite("pages of a report")
struct PageTests {
    private static let sample = Repository.path("datasets/tuy-phuoc-2024")

    private static func write(_ folder: String, _ more: String...) -> ExitCode {
        CommandLineTool.run(["report", sample, "--output", folder, "--on", "2024-11-28", "--quiet"] + more)
    }

    private static let pages = Result { () throws -> [String: String] in
        let folder = TemporaryFolder()
        guard write(folder.path("pages")) == .done else { return [:] }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("pages"))
        return names.reduce(into: [:]) { $0[$1] = folder.text("pages/" + $1) ?? "" }
    }

    @Test("there is a page of all units, and one of each")
    func files() throws {
        let names = try Self.pages.get().keys
        #expect(names.count == 15 && names.contains("index.html") && names.contains("phuoc-an.html"))
    }

    @Test("two runs give the same bytes")
    func twice() throws {
        let folder = TemporaryFolder()
        #expect(Self.write(folder.path("again")) == .done)
        for (name, text) in try Self.pages.get() { #expect(folder.text("again/" + name) == text, "\(name)") }
    }

    @Test("the policy names the style and the script of the page by their sums, and lets nothing else in")
    func policy() throws {
        for (name, text) in try Self.pages.get() {
            let policy = try #require(text.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)).1
            #expect(
                policy.hasPrefix("default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:;"), "\(name)")
            #expect(policy.contains("'wasm-unsafe-eval'") && !policy.contains("unsafe-inline"), "\(name)")
            #expect(policy.matches(of: /'sha256-[A-Za-z0-9+\/]{43}='/).count == 3, "\(name)")
            #expect(text.matches(of: /\sstyle=|\son[a-z]+="|innerHTML/).isEmpty, "\(name)")
        }
    }

    @Test("a unit that may have other places says which and why")
    func openPlace() throws {
        let folder = TemporaryFolder()
        #expect(Self.write(folder.path("computed"), "--stage", "computed") == .done)
        let page = try #require(folder.text("computed/phuoc-thang.html"))
        #expect(page.contains("<strong>13</strong>/13"))
        #expect(page.contains("Còn 6,50 điểm chưa đo: khi đo đủ có thể đứng hạng 3–13."))
        let field = try #require(page.firstMatch(of: /8\. Tác động[^\n]*/)).0
        #expect(field.contains("chưa đo 6,50/6,50") && field.contains("class=\"unmeasured\""))
    }

    @Test("a folder of pages is replaced; one that holds anything else is not")
    func replaced() throws {
        let folder = TemporaryFolder()
        #expect(Self.write(folder.path("pages")) == .done)
        #expect(Self.write(folder.path("pages"), "--lang", "en") == .done)
        #expect(folder.text("pages/index.html")?.contains("<html lang=\"en\">") == true)
        folder.add("mine", "pages/notes.html")
        #expect(Self.write(folder.path("pages")) == .failed)
        #expect(folder.text("pages/notes.html") == "mine")
        #expect(folder.text("pages/index.html")?.contains("<html lang=\"en\">") == true)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".tmp") }
        #expect(left.isEmpty)
    }

    @Test(
        "what the page of a unit knows of others is what was allowed",
        arguments: [("none", false, false), ("totals", true, false), ("all", true, true)])
    func peers(peers: String, knowsTotals: Bool, knowsFigures: Bool) throws {
        let folder = TemporaryFolder()
        #expect(Self.write(folder.path("pages"), "--peers", peers, "--unit", "phuoc-an") == .done)
        let page = try #require(folder.text("pages/phuoc-an.html"))
        let input = try #require(page.firstMatch(of: /id="engine-input">([^<]*)</)).1
        let record = try jsonRecord(String(input))
        #expect(record["peers"] as? String == peers)
        #expect((record["units"] as? [Any])?.count == (knowsFigures ? 14 : 1))
        #expect((record["others"] as? [Any] ?? []).isEmpty == !(knowsTotals && !knowsFigures))
    }

    @Test("names are text, whatever they hold")
    func hostileNames() {
        var markup = Markup(in: .vi)
        markup.element("p", ["title": "\"><script>"], Phrase(verbatim: "</p><script>alert(1)</script>"))
        markup.data("names", "{\"name\": \"</script><!--\"}")
        #expect(!markup.written.contains("</p><script>") && !markup.written.contains("\"><script>"))
        #expect(markup.written.contains("\\u003c/script>\\u003c!--"))
        #expect(PageFrame.anchor("1.1 a_b\"") == "c-1.1_20a_5Fb_22")
        #expect(PageFrame.address("xã #1.html") == "x%C3%A3%20%231.html")
    }

    @Test(
        "bytes in letters",
        arguments: [
            // RFC 4648, section 10.
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func letters(text: String, expected: String) { #expect(Base64.text(Array(text.utf8)) == expected) }

    @Test(
        "steps of a scale, at its ends and beyond",
        arguments: [
            (0, 0), (100_000_000, 1_000), (50_000_000, 500), (50_000, 1), (49_999, 0), (-1_000_000, 0),
            (100_000_001, 1_000),
        ])
    func scale(millionths: Int64, step: Int) {
        #expect(ChartScale.percent.step(FixedDecimal(mantissa: millionths)) == step)
    }

    @Test("a scale of no length has one step")
    func emptyScale() {
        let scale = ChartScale(low: 5, high: 5)
        #expect(scale.step(5) == 0 && scale.steps(5, 5).isEmpty)
    }
}
