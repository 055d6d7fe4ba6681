internal import Assessment
internal import CPageAssets
internal import Documents
internal import Scoring
internal import Values
internal import Words

/// What all pages of a report share: the model, the language, the files of the units, and what stands around a page.
///
/// Every part of a page holds it, so that it is shared and not copied.
final class PageFrame: Sendable {
    let model: ReportModel
    let language: Language
    /// The files of the units shown, by their positions.
    let files: [Int: String]
    /// The program's version.
    let version: String

    init(model: ReportModel, language: Language, files: [Int: String], version: String) {
        (self.model, self.language, self.files, self.version) = (model, language, files, version)
    }

    var header: ReportHeader { model.header }

    /// Points with the decimals of the edition.
    func points(_ number: FixedDecimal) -> Phrase { Phrase("\(number, digits: self.header.pointDigits)") }
    /// An index with the decimals of the edition.
    func index(_ number: FixedDecimal) -> Phrase { Phrase("\(number, digits: self.header.indexDigits)") }
    /// A fraction of 100 with one decimal.
    func percent(_ ratio: ExactRatio) -> Phrase {
        ratio.rounded(Rounding(.halfAwayFromZero, digits: 1)).map { Phrase("\($0, digits: 1)") } ?? PageWords.none
    }

    /// The file of a unit as an address from another page of the report; nil where it has none.
    func address(ofUnit position: Int) -> String? { files[position].map(Self.address) }

    /// A file's name as an address: letters beyond the first 128 and signs with a meaning are written as bytes.
    static func address(_ file: String) -> String { encoded(file, by: "%") }

    /// What a criterion's part of a page is called in addresses.
    static func anchor(_ code: String) -> String { "c-" + encoded(code, by: "_") }

    private static func encoded(_ text: String, by sign: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
                result.unicodeScalars.append(UnicodeScalar(byte))
            default: result += sign + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
    }

    /// A whole page.
    ///
    /// - Parameters:
    ///   - title: its title, without what it is part of.
    ///   - name: what it is about, which stands below each printed page with the day.
    ///   - data: what its script knows, as JSON.
    ///   - engine: what the engine is given, as JSON; nil for a page without it.
    ///   - isGroup: whether it is the page of all units.
    ///   - content: what stands in it.
    func page(
        title: Phrase, name: Phrase, data: String, engine: String?, isGroup: Bool, _ content: (inout Markup) -> Void
    ) -> String {
        var page = Markup(in: language)
        let day = model.day.map { Phrase(" · \($0)") }
        let shortName = CleanText.cut(name.text(language), at: 80)
        let foot = Phrase("\(shortName)\(day)")
        let print =
            "@page{@bottom-left{content:\(Self.cssText(foot.text(language)))}@bottom-right{content:counter(page)}}"
        let policy =
            "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
            + "style-src '\(PageAssets.styleSource)' '\(PageAssets.source(of: print))'; script-src '\(PageAssets.scriptSource)' "
            + "'wasm-unsafe-eval'"
        page.program("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">\n<head>\n<meta charset=\"utf-8\">\n")
        page.tag("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
        page.tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        page.tag("meta", ["name": "color-scheme", "content": "light dark"])
        page.tag("meta", ["name": "generator", "content": "score-cli \(version)"])
        page.tag("link", ["rel": "icon", "href": "data:,"])
        page.element("title", title.line())
        page.program("\n<style>\(PageAssets.style)</style>\n<style>\(print)</style>\n</head>\n<body>\n")
        // What is not measured is striped, never a shorter bar.
        page.element("svg", ["class": "defs", "aria-hidden": "true", "focusable": "false"]) { svg in
            svg.element("pattern", ["id": "stripes", "width": "20", "height": "20", "patternUnits": "userSpaceOnUse"]) {
                $0.element("rect", ["width": "9", "height": "20"], Phrase.none)
            }
        }
        page.element("a", ["class": "skip", "href": "#content"], PageWords.skip)
        page.element("header", ["class": "top"]) { top in
            if !isGroup { top.element("a", ["href": "index.html"], PageWords.toGroup) }
            top.element("div", ["class": "search", "hidden": ""]) { search in
                search.element("label", ["for": "search"], PageWords.search)
                search.tag(
                    "input",
                    [
                        "id": "search", "type": "search", "autocomplete": "off",
                        "placeholder": PageWords.search.text(language),
                    ])
                search.element("ul", ["id": "found", "aria-live": "polite"], Phrase.none)
            }
        }
        page.line()
        page.element("main", ["id": "content"], content)
        page.element("footer") { footer in
            footer.element("p", Phrase("\(name)\(day) · \(PageWords.made) \(self.version)"))
            if engine == nil { footer.element("noscript") { $0.element("p", PageWords.noScript) } }
        }
        page.line()
        page.data("page-data", data)
        if let engine {
            page.data("engine-input", engine)
            page.program("<script type=\"text/plain\" id=\"engine\">\(PageAssets.engine)</script>\n")
        }
        page.program("<script>\(PageAssets.script)</script>\n</body>\n</html>\n")
        return page.written
    }

    /// That figures are made up, points assumed, and what else must not be missed: in a few words, so that the answers
    /// stay on the first screen.
    func writeNotice(to page: inout Markup) {
        page.element("p", ["class": "notice", "role": "note"], header.shortNotice.capitalized)
    }

    /// The same in full, with what the edition assumes.
    func writeNotices(to page: inout Markup) {
        var notices = header.notices(isBrief: true)
        if !header.leftOut.isEmpty { notices.append(NoticeWords.leftOut(header.leftOut)) }
        let assumptions = model.set.assumptions
        if notices.isEmpty, assumptions.isEmpty { return }
        Self.section("notices", .notes, to: &page) { section in
            for notice in notices { section.element("p", ["class": "notice"], notice) }
            if assumptions.isEmpty { return }
            section.element("details") { details in
                details.element("summary", PageWords.assumptions)
                details.element("ul") { list in for text in assumptions { list.element("li", Phrase(text)) } }
            }
        }
    }

    /// A part of a page under a heading.
    static func section(
        _ id: String, _ title: Phrase, isInner: Bool = false, to page: inout Markup, _ content: (inout Markup) -> Void
    ) {
        // Parts of parts are no landmarks: there would be several of one name.
        page.element("section", isInner ? ["id": id] : ["id": id, "aria-labelledby": id + "-title"]) { section in
            section.element(isInner ? "h3" : "h2", ["id": id + "-title"], title)
            section.line()
            content(&section)
        }
        page.line()
    }

    /// A card of the first screen.
    static func card(
        _ id: String, _ title: Phrase, isInner: Bool = false, to page: inout Markup, _ content: (inout Markup) -> Void
    ) {
        page.element("section", ["class": "card", "id": "card-" + id]) { card in
            card.element(isInner ? "h3" : "h2", title)
            content(&card)
        }
        page.line()
    }

    /// What may be wider than the screen, and is moved sideways there.
    static func wide(_ title: Phrase, to page: inout Markup, _ content: (inout Markup) -> Void) {
        let label = Phrase("\(title): \(PageWords.scrolls)").text(page.language)
        page.element("div", ["class": "scroll", "role": "region", "tabindex": "0", "aria-label": label], content)
        page.line()
    }

    /// A text as a style sheet writes it; everything but plain letters and digits by its number, so that no name can end it.
    private static func cssText(_ text: String) -> String {
        CleanText.line(text).unicodeScalars.reduce(into: "\"") { result, scalar in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            result += isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
        } + "\""
    }
}
