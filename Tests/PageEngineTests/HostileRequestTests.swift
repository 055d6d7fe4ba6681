import Assessment
import PageEngine
import Reporting
import ScoreNumerics
import Scoring
import Testing
import Values

/// Whatever is asked is answered.
@Suite("requests that cannot be are answered by an error")
struct HostileRequestTests {
    static let before: [(request: String, error: String)] = [
        ("", "json"), ("{", "json"), ("null", "json"), ("[]", "json"), ("{\"request\": 1}", "request"),
        ("{}", "request"),
        ("{\"request\": \"score\", \"request\": \"score\"}", "json"), ("\u{FEFF}{}", "request"),
        ("{\"request\": \"dance\"}", "unknownRequest"),
        ("{\"request\": \"score\", \"unit\": \"a\"}", "notOpen"),
        ("{\"request\": \"plan\", \"unit\": \"a\", \"goal\": {\"rank\": 1}}", "notOpen"),
        ("{\"request\": \"open\"}", "request"),
        ("{\"request\": \"open\", \"format\": \"engine-input/1\", \"year\": 2024, \"criteria\": {}}", "request"),
        (String(repeating: "[", count: 100_000), "json"),
        (String(repeating: "{\"a\":", count: 100_000), "json"),
    ]

    @Test("before anything is open", arguments: before)
    func closed(request: String, error: String) throws {
        var engine = PageEngine()
        #expect(try Answer(engine.answer(Array(request.utf8)))["error"]?.text == error)
    }

    static let open: [(request: String, error: String)] = [
        ("{\"request\": \"score\", \"unit\": \"nobody\"}", "unknownUnit"),
        ("{\"request\": \"score\"}", "request"),
        ("{\"request\": \"score\", \"unit\": UNIT, \"surprise\": 1}", "request"),
        ("{\"request\": \"score\", \"unit\": UNIT, \"edits\": 1}", "request"),
        ("{\"request\": \"score\", \"unit\": UNIT, \"edits\": [{\"metric\": \"nothing\", \"set\": 1}]}", "scenario"),
        ("{\"request\": \"score\", \"unit\": UNIT, \"edits\": [{\"metric\": \"3.3.4\"}]}", "request"),
        ("{\"request\": \"score\", \"unit\": UNIT, \"edits\": [{\"metric\": \"7.3.5\", \"set\": 1e3}]}", "request"),
        (
            "{\"request\": \"score\", \"unit\": UNIT, \"edits\": [{\"metric\": \"7.3.5\", \"set\": 0.1234567}]}",
            "request"
        ),
        (
            "{\"request\": \"score\", \"unit\": UNIT, \"edits\": [{\"metric\": \"7.3.5\", \"set\": 9223372036854.775807}]}",
            "scenario"
        ),
        (
            "{\"request\": \"score\", \"unit\": UNIT, \"edits\": [{\"metric\": \"7.3.5\", "
                + "\"numerator\": 9223372036854, \"denominator\": 1}]}", "scenario"
        ),
        (
            "{\"request\": \"score\", \"unit\": UNIT, \"edits\": [{\"metric\": \"7.3.5\", \"set\": 99999999999999999999}]}",
            "request"
        ),
        ("{\"request\": \"plan\", \"unit\": UNIT}", "request"),
        ("{\"request\": \"plan\", \"unit\": UNIT, \"goal\": {}}", "request"),
        ("{\"request\": \"plan\", \"unit\": UNIT, \"goal\": {\"rank\": 0}}", "request"),
        ("{\"request\": \"plan\", \"unit\": UNIT, \"goal\": {\"points\": 9000000000000}}", "request"),
        ("{\"request\": \"plan\", \"unit\": UNIT, \"goal\": {\"rank\": 1, \"points\": 1}}", "request"),
        ("{\"request\": \"plan\", \"unit\": UNIT, \"goal\": {\"class\": \"none such\"}}", "plan"),
        ("{\"request\": \"plan\", \"unit\": UNIT, \"goal\": {\"rank\": 1}, \"must\": [\"none\"]}", "plan"),
        (
            "{\"request\": \"plan\", \"unit\": UNIT, \"goal\": {\"rank\": 1}, \"floors\": [{\"criterion\": \"x\"}]}",
            "plan"
        ),
        (
            "{\"request\": \"plan\", \"unit\": UNIT, \"goal\": {\"rank\": 1}, \"actions\": "
                + "[{\"code\": \"a\", \"cost\": 1, \"needs\": [\"b\"]}, {\"code\": \"b\", \"cost\": 1, \"needs\": [\"a\"]}]}",
            "plan"
        ),
        (
            "{\"request\": \"plan\", \"unit\": UNIT, \"goal\": {\"rank\": 1}, \"actions\": "
                + "[{\"code\": \"a\", \"cost\": 1}, {\"code\": \"a\", \"cost\": 1}]}", "plan"
        ),
        (
            "{\"request\": \"plan\", \"unit\": UNIT, \"goal\": {\"rank\": 1}, \"actions\": [{\"code\": \"a\", \"cost\": -1}]}",
            "request"
        ),
    ]

    @Test("once a page is open, which goes on as before")
    func opened() throws {
        var page = try OpenedPage("tuy-phuoc-2024", units: [0], peers: .totals)
        let usual = "{\"request\": \"score\", \"unit\": \(page.code(0)), \"steps\": false}"
        for (request, error) in Self.open {
            let answer = try page.ask(request.replacing("UNIT", with: page.code(0)))
            #expect(answer["error"]?.text == error, "\(request): \(answer)")
            #expect(try page.ask(usual)["points"]?.text == page.assessment.scores[0].total.points.text())
        }
    }

    @Test("a page that cannot be opened leaves the one before it open")
    func reopening() throws {
        var page = try OpenedPage("sipas-2024", peers: .all)
        #expect(try page.ask("{\"request\": \"open\", \"format\": \"engine-input/1\"}")["error"]?.text == "request")
        #expect(try page.ask("{\"request\": \"score\", \"unit\": \(page.code(0))}")["error"] == nil)
    }

    /// Requests whose bytes are changed, cut and doubled: each has an answer, which is JSON.
    @Test("spoilt bytes")
    func spoilt() throws {
        var page = try OpenedPage("tuy-phuoc-2024", units: [0], peers: .totals)
        let input = try #require(try EngineInput(page.assessment, units: [0], peers: .totals)).bytes
        let requests = Self.open.map { Array($0.request.replacing("UNIT", with: page.code(0)).utf8) }
        var random = SeededRandom(seed: 1)
        for round in 0..<600 {
            var bytes = round % 100 == 0 ? input : requests[Int(random.below(UInt64(requests.count)))]
            for _ in 0..<1 + random.below(4) {
                let place = Int(random.below(UInt64(bytes.count)))
                switch random.below(4) {
                case 0: bytes[place] = UInt8(random.below(256))
                case 1: bytes[place] = Array("0123456789-.{}[]\",:".utf8)[Int(random.below(19))]
                case 2: bytes.remove(at: place)
                default: bytes.insert(bytes[place], at: place)
                }
            }
            _ = try Answer(page.engine.answer(bytes))
        }
    }
}
