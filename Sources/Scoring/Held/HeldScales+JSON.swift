package import Values

extension HeldScales {
    /// Writes the scales as elements of an open list; ``init(reading:named:of:)`` reads them.
    package func write(to list: inout JSONWriter) {
        for scale in scales { list.object { scale.write(to: &$0) } }
    }

    /// Reads the scales of a unit's relative measures; nil where something is wrong, which is reported.
    ///
    /// - Parameters:
    ///   - object: the object with the list.
    ///   - key: the key of the list.
    ///   - criteria: the criteria with the rules of the unit.
    package init?(reading object: JSONObject, named key: String, of criteria: CompiledCriteria) {
        let entries = object.objects(key)
        guard entries.count == criteria.relatives.count else {
            object.reader.report(
                JSONFinding.wrongType, at: object.offset(of: key),
                [.key: .text(key), .expected: .count(criteria.relatives.count), .found: .count(entries.count)])
            return nil
        }
        var scales: [RelativeScale] = []
        for (entry, relative) in zip(entries, criteria.relatives) {
            guard let scale = RelativeScale(reading: entry, of: relative, depth: 0) else { return nil }
            scales.append(scale)
        }
        self.scales = scales
    }
}

extension RelativeScale {
    fileprivate func write(to object: inout JSONWriter) {
        switch form {
        case .line(let function):
            object.key("line")
            object.array { list in
                for piece in function.pieces {
                    list.array { list in
                        list.value(piece.start?.value.fraction)
                        list.value(piece.start?.isIncluded ?? true)
                        list.value(piece.intercept.fraction)
                        list.value(piece.slope.fraction)
                    }
                }
            }
        case .inverse(let reference, let full): object.ratios("inverse", [reference, full])
        case .deviations(let deviations, _, _):
            object.key("deviations")
            object.array { list in for term in deviations.terms { list.value(term) } }
        // Held scales have steps in the place of places.
        case .places, .overflow: object.member("overflow", true)
        }
        if let ends { object.ratios("ends", [ends.least, ends.greatest]) }
        if missing > 0 { object.member("missing", missing) }
        if extremes.isEmpty { return }
        object.key("extremes")
        object.array { list in for extreme in extremes { list.object { extreme.write(to: &$0) } } }
    }

    fileprivate init?(reading object: JSONObject, of relative: CompiledRelative, depth: Int) {
        defer { object.finish() }
        let form: Form?
        if object.has("line") {
            form = ScoreFunction(pieces: object.array("line")).map { .line($0) }
        } else if object.has("inverse") {
            form = object.ratios("inverse").map { .inverse(reference: $0.0, fullUpTo: $0.1) }
        } else if object.has("deviations") {
            let sides = relative.rule.deviations ?? .init()
            form = StandardDeviations(terms: object.texts("deviations")).map {
                .deviations($0, between: sides, isHigher: relative.direction == .higher)
            }
        } else {
            form = object.boolean("overflow") == true ? .overflow : nil
        }
        let ends = object.has("ends") ? object.ratios("ends") : nil
        let missing = object.integer("missing", in: 0...1_000_000) ?? 0
        var extremes: [RelativeScale] = []
        // The extremes of a scale have none.
        for entry in depth == 0 ? object.objects("extremes") : [] {
            guard let extreme = RelativeScale(reading: entry, of: relative, depth: 1) else { return nil }
            extremes.append(extreme)
        }
        guard let form else {
            object.reader.report(JSONFinding.wrongType, at: object.offset, [.expected: .term(.object)])
            return nil
        }
        self.init(
            form: form, count: 0, missing: missing, ends: ends.map { (least: $0.0, greatest: $0.1) },
            extremes: extremes, of: relative)
    }
}

extension ScoreFunction {
    /// Reads pieces: where each begins, whether there itself, the intercept and the slope; nil where one is wrong.
    fileprivate init?(pieces nodes: [JSONNode]) {
        var function: ScoreFunction?
        for node in nodes {
            guard case .array(let parts) = node.content, parts.count == 4, let intercept = parts[2].fraction,
                let slope = parts[3].fraction
            else { return nil }
            if function == nil {
                function = ScoreFunction(from: intercept, slope: slope)
                continue
            }
            guard let start = parts[0].fraction, case .boolean(let isIncluded) = parts[1].content else { return nil }
            function?.append(from: Start(start, isIncluded: isIncluded), intercept: intercept, slope: slope)
        }
        guard let function else { return nil }
        self = function
    }
}

extension JSONNode {
    fileprivate var fraction: ExactRatio? {
        if case .text(let text) = content { ExactRatio(fraction: text) } else { nil }
    }
}

extension JSONWriter {
    fileprivate mutating func ratios(_ name: String, _ ratios: [ExactRatio]) {
        key(name)
        array { list in for ratio in ratios { list.value(ratio.fraction) } }
    }
}

extension JSONObject {
    /// Two fractions; nil for anything else.
    fileprivate func ratios(_ key: String) -> (ExactRatio, ExactRatio)? {
        let ratios = texts(key).compactMap { ExactRatio(fraction: $0) }
        return ratios.count == 2 ? (ratios[0], ratios[1]) : nil
    }
}
