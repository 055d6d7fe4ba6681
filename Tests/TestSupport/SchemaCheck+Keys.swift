import Foundation

extension SchemaCheck {
    /// The keys of a value of which the schema says nothing, each by its place without positions in lists.
    package func strangeKeys(in value: Any) -> Set<String> { strangeKeys(in: value, [whole], "") }

    private func strangeKeys(in value: Any, _ parts: [Part], _ place: String) -> Set<String> {
        if let list = value as? [Any] {
            let items = parts.flatMap { schemas(in: $0, for: value) }.compactMap { part in
                object(part)["items"].map { Part(schema: $0, file: part.file) }
            }
            return list.reduce(into: []) { $0.formUnion(strangeKeys(in: $1, items, place + "[]")) }
        }
        guard let members = value as? [String: Any] else { return [] }
        let applied = parts.flatMap { schemas(in: $0, for: value) }
        return members.reduce(into: []) { found, member in
            let place = place.isEmpty ? member.key : place + "." + member.key
            let own = applied.compactMap { part -> Part? in
                let known = (object(part)["properties"] as? [String: Any])?[member.key]
                let other = object(part)["additionalProperties"] as? [String: Any]
                return (known ?? other).map { Part(schema: $0, file: part.file) }
            }
            if own.isEmpty { found.insert(place) } else { found.formUnion(strangeKeys(in: member.value, own, place)) }
        }
    }

    private func object(_ part: Part) -> [String: Any] { part.schema as? [String: Any] ?? [:] }

    /// A schema with all that it refers to and that holds for a value.
    private func schemas(in part: Part, for value: Any) -> [Part] {
        let schema = object(part)
        var all = [part]
        if let reference = schema["$ref"] { all += schemas(in: definition(reference, in: part.file), for: value) }
        for keyword in ["allOf", "anyOf", "oneOf"] {
            for branch in schema[keyword] as? [Any] ?? [] {
                let branch = Part(schema: branch, file: part.file)
                if keyword == "allOf" || holds(value, branch) { all += schemas(in: branch, for: value) }
            }
        }
        return all
    }

    /// The places of the schema's own file at which a member is described neither there nor where it refers to.
    package func undescribed() -> [String] { undescribed(whole, "") }

    private func undescribed(_ part: Part, _ place: String) -> [String] {
        if let list = part.schema as? [Any] {
            return list.flatMap { undescribed(Part(schema: $0, file: part.file), place) }
        }
        return object(part).flatMap { keyword, value -> [String] in
            guard keyword == "properties", let members = value as? [String: Any] else {
                return undescribed(Part(schema: value, file: part.file), place + "/" + keyword)
            }
            return members.flatMap { key, member -> [String] in
                let member = Part(schema: member, file: part.file)
                let target = object(member)["$ref"].map { object(definition($0, in: part.file)) } ?? [:]
                let words = (object(member)["description"] ?? target["description"]) as? String ?? ""
                return (words.isEmpty ? [place + "/" + key] : []) + undescribed(member, place + "/" + key)
            }
        }
    }
}
