internal import Values

// Replicate weights that the file brings.
extension QuestionnaireReading {
    /// The fewest and the most columns of replicate weights.
    private static let count = 2...1000

    mutating func replicates() -> ReplicatePlan? {
        guard let replicates = object.object("replicates") else { return nil }
        defer { replicates.finish() }
        _ = replicates.required("kind")
        let kind = replicates.choice("kind", of: ReplicatePlan.Kind.self)
        _ = replicates.required("columns")
        let columns = headings.read("columns", of: replicates, as: .other) ?? []
        let isAroundEstimate = replicates.boolean("mse") ?? false
        let isCombined = replicates.boolean("combined") ?? true
        let stated = replicates.real("scale")
        let factors = replicates.reals("rscales")
        let rho = replicates.real("rho")
        if object.has("calibration") {
            reader.report(QuestionnaireFinding.calibratedReplicates, at: object.offset(of: "calibration"), [:])
        }
        for key in ["design"] where object.has(key) {
            reader.report(
                QuestionnaireFinding.keyWithoutEffect, at: object.offset(of: key),
                [.key: .text(key), .method: .text("replicates")])
        }
        guard let kind, !columns.isEmpty else { return nil }
        guard Self.count.contains(columns.count) else {
            outOfRange(
                "columns", found: .count(columns.count), expected: .range(Self.count),
                at: replicates.offset(of: "columns"))
            return nil
        }
        check(kind, replicates, factors: factors, count: columns.count)
        if kind == .fay {
            _ = replicates.required("rho")
            if let rho, !(0..<1).contains(rho) {
                outOfRange(
                    "rho", found: .number(FixedDecimal(nearest: rho) ?? 0), expected: .range(0, 1),
                    at: replicates.offset(of: "rho"))
                return nil
            }
        }
        let number = Double(columns.count)
        // What R's svrepdesign uses where it is not told.
        let scale: Double =
            switch kind {
            case .jk1: stated ?? (number - 1) / number
            case .bootstrap: stated ?? 1 / (number - 1)
            case .brr: 1 / number
            case .fay: 1 / (number * (1 - (rho ?? 0)) * (1 - (rho ?? 0)))
            case .jkn, .other: stated ?? 1
            }
        return ReplicatePlan(
            kind: kind, columns: columns, scale: scale,
            factors: factors.isEmpty ? Array(repeating: 1, count: columns.count) : factors,
            isAroundEstimate: isAroundEstimate, isCombined: isCombined)
    }

    /// Reports keys that a kind needs, or that have no effect with it, and factors that cannot be used.
    private func check(
        _ kind: ReplicatePlan.Kind, _ replicates: JSONObject, factors: [Double], count: Int
    ) {
        if kind == .jkn || kind == .other { _ = replicates.required(kind == .jkn ? "rscales" : "scale") }
        let unused = kind == .brr ? ["scale", "rho"] : kind == .fay ? ["scale"] : ["rho"]
        for key in unused where replicates.has(key) {
            reader.report(
                QuestionnaireFinding.keyWithoutEffect, at: replicates.offset(of: key),
                [.key: .text(key), .method: .text(kind.rawValue)])
        }
        if replicates.has("rscales"), factors.count != count {
            outOfRange(
                "rscales", found: .count(factors.count), expected: .count(count), at: replicates.offset(of: "rscales"))
        }
        for (key, numbers) in [("rscales", factors), ("scale", [replicates.real("scale") ?? 1])] {
            guard let bad = numbers.first(where: { $0 < 0 }) else { continue }
            outOfRange(
                key, found: .number(FixedDecimal(nearest: bad) ?? 0), expected: .bound("≥", 0),
                at: replicates.offset(of: key))
        }
        if replicates.has("rscales"), !factors.contains(where: { $0 > 0 }) {
            outOfRange("rscales", found: .count(0), expected: .bound("≥", 1), at: replicates.offset(of: "rscales"))
        }
    }
}

extension JSONObject {
    /// The nearest floating-point number to one with any number of decimals; nil when absent.
    func real(_ key: String) -> Double? { node(key).flatMap { real($0, key) } }

    /// The elements of an array of such numbers.
    func reals(_ key: String) -> [Double] { array(key).compactMap { real($0, key) } }

    private func real(_ node: JSONNode, _ key: String) -> Double? {
        if case .number(let digits) = node.content, let value = Double(digits), value.isFinite { return value }
        reader.report(
            JSONFinding.wrongType, at: node.offset, [.key: .text(key), .expected: .term(.number)])
        return nil
    }
}
