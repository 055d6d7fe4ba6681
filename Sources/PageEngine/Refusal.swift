internal import Scoring
internal import Values

/// Why a request has no other answer.
enum Refusal: Error {
    /// It is no JSON, or no object.
    case json([Finding])
    /// A member is missing or wrong.
    case request([Finding])
    case unknownRequest
    case notOpen
    case unknownUnit(String)
    /// Edits cannot be made.
    case scenario(ScenarioError)
    /// A plan cannot be looked for.
    case plan(String)
    case tooLong

    private var code: String {
        switch self {
        case .json: "json"
        case .request: "request"
        case .unknownRequest: "unknownRequest"
        case .notOpen: "notOpen"
        case .unknownUnit: "unknownUnit"
        case .scenario: "scenario"
        case .plan: "plan"
        case .tooLong: "tooLong"
        }
    }

    func write(to json: inout JSONWriter) {
        json.member("error", code)
        switch self {
        case .json(let findings), .request(let findings):
            json.list("findings", findings) { finding, json in
                json.member("code", finding.code)
                json.member("line", finding.location.line)
                json.member("column", finding.location.column)
                if case .text(let key)? = finding.details[.key] { json.member("key", key) }
                if case .text(let found)? = finding.details[.found] { json.member("found", found) }
            }
        case .unknownUnit(let found): json.member("found", found)
        case .scenario(let error):
            json.list("faults", error.faults) { fault, json in
                json.member("code", fault.code.rawValue)
                json.member("edit", fault.change)
                if case .text(let metric)? = fault.details[.metric] ?? fault.details[.found] {
                    json.member("metric", metric)
                }
                switch fault.details[.expected] {
                case .range(let least, let most)?:
                    if let least { json.member("least", least) }
                    if let most { json.member("most", most) }
                case .number(let step)?: json.member("step", step)
                default: break
                }
            }
        case .plan(let reason): json.member("reason", reason)
        case .unknownRequest, .notOpen, .tooLong: break
        }
    }
}

extension JSONObject {
    /// Reports members that nobody asked for, and refuses the request where anything is wrong with it.
    func end() throws(Refusal) {
        finish()
        if reader.hasErrors { throw .request(reader.findings) }
    }
}

extension JSONWriter {
    /// Writes a list of objects under a key.
    mutating func list<Element>(
        _ name: String, _ elements: some Sequence<Element>, _ members: (Element, inout JSONWriter) -> Void
    ) {
        key(name)
        array { list in
            for element in elements { list.object { members(element, &$0) } }
        }
    }

    /// Writes a list of texts under a key; nothing where there is none.
    mutating func texts(_ name: String, _ texts: [String]) {
        if texts.isEmpty { return }
        key(name)
        array { list in for text in texts { list.value(text) } }
    }
}
