package import Foundation

/// Holds a JSON value against a JSON Schema of draft 2020-12, as far as the schemas of the project go: a keyword that it
/// does not know is a fault of its own.
package struct SchemaCheck {
    /// The schema, and those beside it to which it refers, by their file names.
    private let documents: [String: [String: Any]]
    private let name: String

    /// - Parameter path: The path of the schema, relative to the package's folder.
    package init(_ path: String) throws {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        name = path.split(separator: "/").last.map(String.init) ?? path
        var documents: [String: [String: Any]] = [:]
        var missing = [name]
        while let next = missing.popLast() {
            guard documents[next] == nil else { continue }
            guard let root = try Self.parsed(Repository.data("\(folder)/\(next)")) as? [String: Any] else {
                throw CocoaError(.fileReadCorruptFile)
            }
            documents[next] = root
            missing += Self.references(in: root).compactMap { Self.file(of: $0) }
        }
        self.documents = documents
    }

    /// A schema for a test.
    package init(_ schema: [String: Any]) { (documents, name) = (["": schema], "") }

    /// The schema and the file in which it stands.
    struct Part {
        let schema: Any
        let file: String
    }

    /// The whole schema.
    var whole: Part { Part(schema: documents[name] ?? [:], file: name) }

    private static func references(in value: Any) -> [String] {
        if let list = value as? [Any] { return list.flatMap(references) }
        guard let object = value as? [String: Any] else { return [] }
        return object.flatMap { $0 == "$ref" ? [$1 as? String ?? ""] : references(in: $1) }
    }

    /// The file that a reference names; nil for one within its own file.
    private static func file(of reference: String) -> String? {
        reference.hasPrefix("#") ? nil : reference.split(separator: "#").first.map(String.init)
    }

    /// A JSON text as values of Foundation.
    package static func parsed(_ data: Data) throws -> Any {
        try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
    }

    /// What of a value is not as the schema wants it: the place, and the keyword that fails.
    package func faults(of value: Any) -> [String] { faults(of: value, whole, "") }

    private func faults(of value: Any, _ part: Part, _ place: String) -> [String] {
        guard let schema = part.schema as? [String: Any] else {
            return (part.schema as? Bool) == false ? ["\(place): not allowed"] : []
        }
        var faults: [String] = []
        for (keyword, wanted) in schema {
            let failed = check(value, keyword, wanted, part, place)
            if let failed { faults += failed.isEmpty ? ["\(place): \(keyword)"] : failed }
        }
        return faults
    }

    func holds(_ value: Any, _ part: Part) -> Bool { faults(of: value, part, "").isEmpty }

    /// Nil if the keyword holds; otherwise what fails below it, or nothing if the keyword itself does.
    private func check(
        _ value: Any, _ keyword: String, _ wanted: Any, _ part: Part, _ place: String
    ) -> [String]? {
        let schema = part.schema as? [String: Any] ?? [:]
        func below(_ schema: Any) -> Part { Part(schema: schema, file: part.file) }
        let object = value as? [String: Any]
        let list = value as? [Any]
        let number = Self.isNumber(value) ? value as? NSNumber : nil
        let text = value as? String
        func unless(_ condition: Bool) -> [String]? { condition ? nil : [] }
        func all(_ faults: [String]) -> [String]? { faults.isEmpty ? nil : faults }
        switch keyword {
        case "$schema", "$id", "title", "description", "$defs", "default", "then", "else", "$comment": return nil
        case "$ref": return all(faults(of: value, definition(wanted, in: part.file), place))
        case "type": return unless((wanted as? [String] ?? [wanted as? String ?? ""]).contains { Self.is(value, $0) })
        case "const": return unless(Self.equal(value, wanted))
        case "enum": return unless((wanted as? [Any] ?? []).contains { Self.equal(value, $0) })
        case "required":
            guard let object else { return nil }
            return all((wanted as? [String] ?? []).filter { object[$0] == nil }.map { "\(place): lacks \($0)" })
        case "properties":
            guard let object, let wanted = wanted as? [String: Any] else { return nil }
            return all(
                object.flatMap { key, value in
                    wanted[key].map { faults(of: value, below($0), "\(place)/\(key)") } ?? []
                })
        case "additionalProperties":
            guard let object else { return nil }
            let known = schema["properties"] as? [String: Any] ?? [:]
            return all(
                object.filter { known[$0.key] == nil }.flatMap { faults(of: $1, below(wanted), "\(place)/\($0)") })
        case "propertyNames":
            return all((object ?? [:]).keys.flatMap { faults(of: $0, below(wanted), "\(place)/\($0)") })
        case "dependentRequired":
            guard let object, let wanted = wanted as? [String: [String]] else { return nil }
            return unless(
                wanted.allSatisfy { key, others in object[key] == nil || others.allSatisfy { object[$0] != nil } })
        case "items":
            return all((list ?? []).enumerated().flatMap { faults(of: $1, below(wanted), "\(place)/\($0)") })
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
        case "oneOf": return unless((wanted as? [Any] ?? []).filter { holds(value, below($0)) }.count == 1)
        case "anyOf": return unless((wanted as? [Any] ?? []).contains { holds(value, below($0)) })
        case "allOf": return all((wanted as? [Any] ?? []).flatMap { faults(of: value, below($0), place) })
        case "not": return unless(!holds(value, below(wanted)))
        case "if":
            let branch = holds(value, below(wanted)) ? schema["then"] : schema["else"]
            return branch.flatMap { all(faults(of: value, below($0), place)) }
        default: return ["\(place): the keyword \(keyword) is unknown to this check"]
        }
    }

    /// What a reference stands for.
    func definition(_ reference: Any, in file: String) -> Part {
        let reference = reference as? String ?? ""
        let file = Self.file(of: reference) ?? file
        var found: Any = documents[file] ?? [:]
        for step in (reference.split(separator: "#").last ?? "").split(separator: "/") {
            found = (found as? [String: Any])?[String(step)] ?? false
        }
        return Part(schema: found, file: file)
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
