import Scoring
import Values

/// Embeds the parts of a criteria set that a test is about in a complete edition.
enum SampleEdition {
    private static let defaults: [(key: String, json: String)] = [
        ("format", "1"), ("set", #""mau""#), ("edition", #""2025-2027""#), ("name", #""Bộ tiêu chí mẫu""#),
        ("source", #"{"document": "Quyết định mẫu"}"#), ("years", #"{"from": 2025, "to": 2027}"#),
        (
            "levels",
            #"[{"code": "commune", "name": "Cấp xã"}, {"code": "department", "name": "Sở, ban, ngành"}]"#
        ),
        ("points", #"{"basis": "decreed", "source": {"document": "Quyết định mẫu"}}"#),
        (
            "rounding",
            #"{"points": {"mode": "halfAwayFromZero", "digits": 4, "stage": "leaf"}, "#
                + #""index": {"mode": "halfAwayFromZero", "digits": 2}}"#
        ),
        ("ranking", #"{"ties": "standard", "minimumCoverage": 0}"#),
    ]

    /// An edition with one leaf, `1.1`, in one field.
    static func text(leaf: JSONNode, edition: JSONNode? = nil) throws -> String {
        let maximum = leaf["maximum"]?.rendered ?? "0"
        let field = #"{"code": "1", "name": "Lĩnh vực", "maximum": \#(maximum)}"#
        return try text(nodes: [JSONNode.parse(field), leaf], edition: edition)
    }

    /// An edition with the specified nodes; required parts of a node are added where they are missing.
    static func text(nodes: [JSONNode], edition: JSONNode? = nil) throws -> String {
        try text(criteria: nodes.map(complete), edition: edition)
    }

    /// An edition with nodes that are already complete.
    static func text(criteria: [String], edition: JSONNode? = nil) throws -> String {
        let base = try edition ?? JSONNode.parse("{}")
        let nodes = criteria.joined(separator: ",\n")
        return base.rendered(adding: defaults + [("criteria", "[\n\(nodes)\n]")])
    }

    static func read(_ text: String) throws -> CriteriaSet {
        try CriteriaSet(reading: JSONDocument(file: "edition.json", bytes: Array(text.utf8)))
    }

    private static func complete(_ node: JSONNode) -> String {
        let isLeaf = node["rule"] != nil || node["measures"] != nil
        let code = node["code"]?.text ?? "1.1"
        var defaults = [("code", JSONWriter.quoted(code)), ("name", JSONWriter.quoted(code))]
        guard isLeaf else { return node.rendered(adding: defaults) }
        defaults += [("source", #"{"row": "1"}"#), ("levels", #"["commune", "department"]"#)]
        var members = node.members.map { ($0.key, $0.value.rendered) }
        for (index, member) in node.members.enumerated() {
            if member.key == "metrics" { members[index].1 = metrics(member.value) }
            if member.key == "measures" {
                let measures = member.value.elements.map { measure in
                    let parts = measure.members.map {
                        ($0.key, $0.key == "metrics" ? metrics($0.value) : $0.value.rendered)
                    }
                    return object(
                        [("name", measure["code"]?.rendered ?? "\"\"")].filter { measure[$0.0] == nil } + parts)
                }
                members[index].1 = "[" + measures.joined(separator: ", ") + "]"
            }
        }
        return object(defaults.filter { node[$0.0] == nil } + members)
    }

    private static func metrics(_ list: JSONNode) -> String {
        let metrics = list.elements.map { $0.rendered(adding: [("name", #""số liệu""#)]) }
        return "[" + metrics.joined(separator: ", ") + "]"
    }

    private static func object(_ members: [(String, String)]) -> String {
        "{" + members.map { JSONWriter.quoted($0.0) + ": " + $0.1 }.joined(separator: ", ") + "}"
    }
}
