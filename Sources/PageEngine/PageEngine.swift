internal import Scoring
internal import Values

/// What a page asks of the engine: JSON in, JSON out (`docs/page-engine.md`).
///
/// It holds the data of one page, read and compiled once. No request can stop it: whatever is wrong is answered.
public struct PageEngine {
    private var page: OpenPage?

    /// The name of the interface, with its version.
    static let format = "page-engine/1"
    /// The longest request, in bytes.
    static let longest = 64 << 20

    /// Makes an engine in which nothing is open.
    public init() {}

    /// Answers a request, an object with a member `request`, by an object.
    public mutating func answer(_ request: [UInt8]) -> [UInt8] {
        var json = JSONWriter()
        json.open("{", onOneLine: true)
        do throws(Refusal) {
            try respond(to: request, in: &json)
        } catch {
            json = JSONWriter()
            json.open("{", onOneLine: true)
            error.write(to: &json)
        }
        json.close("}")
        return json.takeBytes()
    }

    private mutating func respond(to request: [UInt8], in json: inout JSONWriter) throws(Refusal) {
        if request.count > Self.longest { throw .tooLong }
        let document: JSONDocument
        do throws(FindingsError) { document = try JSONDocument(file: "", bytes: request) } catch {
            throw .json(error.findings)
        }
        let reader = JSONReader(document)
        guard let root = reader.root() else { throw .json(reader.findings) }
        guard let name = root.requiredText("request") else { throw .request(reader.findings) }
        switch name {
        case "open":
            var opened = try OpenPage(reading: root)
            opened.write(to: &json)
            page = opened
        case "score":
            let request = try ScoreRequest(reading: root)
            try held { (page: inout OpenPage) throws(Refusal) in try page.score(request, in: &json) }
        case "plan":
            let request = try PlanRequest(reading: root)
            try held { (page: inout OpenPage) throws(Refusal) in try page.plan(request, in: &json) }
        default: throw .unknownRequest
        }
    }

    /// Does something with the page in place, so that nothing of it is copied.
    private mutating func held(_ body: (inout OpenPage) throws(Refusal) -> Void) throws(Refusal) {
        guard var page else { throw .notOpen }
        self.page = nil
        defer { self.page = page }
        try body(&page)
    }
}
