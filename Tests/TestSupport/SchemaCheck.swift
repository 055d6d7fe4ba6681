package import Foundation

/// Holds a JSON value against a JSON Schema of draft 2020-12, as far as the schemas of the project go: a keyword that it
/// does not know is a fault of its own.
package struct SchemaCheck {
    private let root: [String: Any]

    /// - Parameter path: The path of the schema, relative to the package's folder.
    package init(_ path: String) throws {
        guard let root = try Self.parsed(Repository.data(path)) as? [String: Any] else {
            throw CocoaError(.fileReadCorruptFile)
        }
        self.root = root
    }

    /// A JSON text as values of Foundation.
    package static func parsed(_ data: Data) throws -> Any {
        try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
    }

    /// What of a value is not as the schema wants it: the place, and the keyword that fails.
    package func faults(of value: Any) -> [String] { faults(of: value, root, "") }

    private func faults(of value: Any, _ schema: Any, _ place: String) -> [String] {
        guard let schema = schema as? [String: Any] else {
            return (schema as? Bool) == false ? ["\(place): not allowed"] : []
        }
        var faults: [String] = []
        for (keyword, wanted) in schema {
            let failed = check(value, keyword, wanted, schema, place)
            if let failed { faults += failed.isEmpty ? ["\(place): \(keyword)"] : failed }
        }
        return faults
    }

    private func holds(_ value: Any, _ schema: Any) -> Bool { faults(of: value, schema, "").isEmpty }

    /// Nil if the keyword holds; otherwise what fails below it, or nothing if the keyword itself does.
    private func check(
        _ value: Any, _ keyword: String, _ wanted: Any, _ schema: [String: Any], _ place: String
    ) -> [String]? {
        let object = value as? [String: Any]
        let list = value as? [Any]
        let number = Self.isNumber(value) ? value as? NSNumber : nil
        let text = value as? String
        func unless(_ condition: Bool) -> [String]? { condition ? nil : [] }
        func all(_ faults: [String]) -> [String]? { faults.isEmpty ? nil : faults }
        switch keyword {
        case "$schema", "$id", "title", "description", "$defs", "default", "then", "else", "$comment": return nil
        case "$ref": return all(faults(of: value, definition(wanted), place))
        case "type": return unless((wanted as? [String] ?? [wanted as? String ?? ""]).contains { Self.is(value, $0) })
        case "const": return unless(Self.equal(value, wanted))
        case "enum": return unless((wanted as? [Any] ?? []).contains { Self.equal(value, $0) })
        case "required":
            guard let object else { return nil }
            return all((wanted as? [String] ?? []).filter { object[$0] == nil }.map { "\(place): lacks \($0)" })
        case "properties":
            guard let object, let wanted = wanted as? [String: Any] else { return nil }
            return all(
                object.flatMap { key, part in wanted[key].map { faults(of: part, $0, "\(place)/\(key)") } ?? [] })
        case "additionalProperties":
            guard let object else { return nil }
            let known = schema["properties"] as? [String: Any] ?? [:]
            return all(
                object.filter { known[$0.key] == nil }.flatMap { faults(of: $1, wanted, "\(place)/\($0)") })
        case "propertyNames":
            return all((object ?? [:]).keys.flatMap { faults(of: $0, wanted, "\(place)/\($0)") })
        case "dependentRequired":
            guard let object, let wanted = wanted as? [String: [String]] else { return nil }
            return unless(
                wanted.allSatisfy { key, others in object[key] == nil || others.allSatisfy { object[$0] != nil } })
        case "items":
            return all((list ?? []).enumerated().flatMap { faults(of: $1, wanted, "\(place)/\($0)") })
        case "minItems": return list.flatMap { unless($0.count >= Self.count(wanted)) }
        case "maxItems": return list.flatMap { unless($0.count <= Self.count(wanted)) }
        case "uniqueItems":
            return list.flatMap { list in
                unless(list.indices.allSatisfy { one in !list[..<one].contains { Self.equal($0, list[one]) } })
            }
        case "minProperties": return object.flatMap { unless($0.count >= Self.count(wanted)) }
        case "maxProperties": return object.flatMap { unless($0.count <= Self.count(wanted)) }
        case "minimum": return number.flatMap { unless($0.doubleValue >= Self.double(wanted)) }
        case "maximum": return number.flatMap { unless($0.doubleValue <= Self.double(wanted)) }
        case "exclusiveMinimum": return number.flatMap { unless($0.doubleValue > Self.double(wanted)) }
        case "exclusiveMaximum": return number.flatMap { unless($0.doubleValue < Self.double(wanted)) }
        case "maxLength":
            return text.flatMap { unless($0.unicodeScalars.count <= Self.count(wanted)) }
        case "pattern":
            return text.flatMap { unless($0.range(of: wanted as? String ?? "", options: .regularExpression) != nil) }
        case "oneOf": return unless((wanted as? [Any] ?? []).filter { holds(value, $0) }.count == 1)
        case "anyOf": return unless((wanted as? [Any] ?? []).contains { holds(value, $0) })
        case "allOf": return all((wanted as? [Any] ?? []).flatMap { faults(of: value, $0, place) })
        case "not": return unless(!holds(value, wanted))
        case "if":
            let branch = holds(value, wanted) ? schema["then"] : schema["else"]
            return branch.flatMap { all(faults(of: value, $0, place)) }
        default: return ["\(place): the keyword \(keyword) is unknown to this check"]
        }
    }

    private func definition(_ reference: Any) -> Any {
        var found: Any = root
        for part in (reference as? String ?? "").split(separator: "/").dropFirst() {
            found = (found as? [String: Any])?[String(part)] ?? false
        }
        return found
    }

    private static func count(_ value: Any) -> Int { (value as? NSNumber)?.intValue ?? 0 }
    private static func double(_ value: Any) -> Double { (value as? NSNumber)?.doubleValue ?? .nan }

    private static func isNumber(_ value: Any) -> Bool {
        value is NSNumber && !isBool(value)
    }

    private static func isBool(_ value: Any) -> Bool {
        (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
    }

    private static func equal(_ one: Any, _ other: Any) -> Bool {
        isBool(one) == isBool(other) && (one as? NSObject)?.isEqual(other) ?? false
    }

    private static func `is`(_ value: Any, _ type: String) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "boolean": isBool(value)
        case "number": isNumber(value)
        case "integer":
            isNumber(value) && (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
        case "null": value is NSNull
        default: false
        }
    }
}
