internal import Values

// How people were drawn, and how answers turn into an index.
extension QuestionnaireReading {
    mutating func design() -> SamplingDesign? {
        guard let design = object.object("design") else { return nil }
        defer { design.finish() }
        let singleCluster = design.choice("singleCluster", of: SamplingDesign.SingleCluster.self) ?? .fail
        requireElements("stages", of: design)
        var stages: [SamplingDesign.Stage] = []
        let objects = design.objects("stages")
        for (index, stage) in objects.enumerated() {
            let stratum = headings.read("stratum", of: stage, as: .drawing)
            let cluster = headings.read("cluster", of: stage, as: .drawing)
            let population = headings.read("population", of: stage, as: .other)
            stage.finish()
            if cluster == nil, index < objects.count - 1 {
                reader.report(QuestionnaireFinding.stageWithoutCluster, at: stage.offset, [.stage: .count(index + 1)])
            }
            if let endless = stages.firstIndex(where: { $0.population == nil }) {
                reader.report(
                    QuestionnaireFinding.stageWithoutEffect, at: stage.offset,
                    [.stage: .count(index + 1), .other: .count(endless + 1)])
            }
            stages.append(SamplingDesign.Stage(stratum: stratum, cluster: cluster, population: population))
        }
        return stages.isEmpty ? nil : SamplingDesign(stages: stages, singleCluster: singleCluster)
    }

    /// - Parameter levels: Levels of the scale; nil when it is unusable.
    func index(levels: Int?) -> IndexMethod? {
        guard object.required("index") != nil, let index = object.object("index") else { return nil }
        defer { index.finish() }
        _ = index.required("measure")
        let measure = index.choice("measure", of: IndexMethod.Measure.self)
        let top = index.integer("topLevels", in: 1...((levels ?? 15) - 1))
        if measure != nil, measure != .meanScore { _ = index.required("topLevels") }
        let combination = index.choice("combination", of: IndexMethod.Combination.self) ?? .answers
        guard let measure else { return nil }
        let method = IndexMethod(measure: measure, topLevels: top ?? 1, combination: combination)
        reportWithoutEffect(method, index)
        return method
    }

    /// Reports keys that have no effect.
    private func reportWithoutEffect(_ method: IndexMethod, _ index: JSONObject) {
        func report(_ key: String, _ offset: Int, _ method: String) {
            reader.report(
                QuestionnaireFinding.keyWithoutEffect, at: offset, [.key: .text(key), .method: .text(method)])
        }
        if method.measure == .meanScore, index.has("topLevels") {
            report("topLevels", index.offset(of: "topLevels"), method.measure.rawValue)
        }
        if method.effectiveCombination != method.combination {
            report("combination", index.offset(of: "combination"), method.measure.rawValue)
        }
        for weight in weights {
            switch (method.effectiveCombination, weight.owner) {
            case (.questions, _), (.factors, .block), (.factors, .factor): continue
            case (.answers, _) where method.measure == .satisfiedPeople:
                report("weight", weight.offset, method.measure.rawValue)
            case (.answers, _), (.factors, .question):
                report("weight", weight.offset, method.combination.rawValue)
            }
        }
    }

    func interval() -> IntervalChoice? {
        let standard = FixedDecimal(mantissa: 950_000)
        guard let interval = object.object("interval") else {
            return IntervalChoice(method: .logit, confidence: standard)
        }
        defer { interval.finish() }
        let method = interval.choice("method", of: IntervalChoice.Method.self) ?? .logit
        let confidence = interval.decimal("confidence") ?? standard
        let range = FixedDecimal(mantissa: 500_000)...FixedDecimal(mantissa: FixedDecimal.scale - 1)
        guard range.contains(confidence) else {
            outOfRange(
                "confidence", found: .number(confidence), expected: .range(range.lowerBound, range.upperBound),
                at: interval.offset(of: "confidence"))
            return nil
        }
        return IntervalChoice(method: method, confidence: confidence)
    }

    func disclosure() -> DisclosureChoice {
        var choice = DisclosureChoice()
        guard let disclosure = object.object("disclosure") else { return choice }
        defer { disclosure.finish() }
        choice.crossing = disclosure.integer("crossing", in: 1...DisclosureChoice.mostCrossing) ?? choice.crossing
        choice.roundTo = disclosure.integer("roundTo", in: 2...1_000)
        return choice
    }

    func metrics() -> [Questionnaire.MetricLink] {
        var taken: Set<String> = []
        return object.objects("metrics").compactMap { link in
            defer { link.finish() }
            let metric = link.requiredText("metric")
            if let metric, !taken.insert(metric).inserted {
                reader.report(QuestionnaireFinding.sameMetric, at: link.offset(of: "metric"), [.found: .text(metric)])
            }
            let part = link.text("part")
            if let part, !parts.contains(part) {
                link.unknown(part, among: parts, key: "part", at: link.offset(of: "part"))
            }
            return metric.map { Questionnaire.MetricLink(metric: $0, part: part) }
        }
    }
}
