import Values

extension CriteriaDraft {
    /// The criteria file that the draft corresponds to (`docs/criteria-format.md`).
    public var json: String {
        var writer = JSONWriter()
        writer.object { write(to: &$0) }
        return writer.text
    }

    /// The file in pieces, each on one line: the edition without its criteria, and every node after its parent.
    package var records: (edition: String, criteria: [String]) {
        var nodes: [String] = []
        for field in criteria { field.addRecords(to: &nodes, under: nil) }
        return (JSONWriter.onOneLine { self.writeEdition(to: &$0) }, nodes)
    }

    private func write(to file: inout JSONWriter) {
        writeEdition(to: &file)
        file.key("criteria")
        file.array { list in
            for field in criteria { field.write(to: &list, under: nil) }
        }
    }

    private func writeEdition(to file: inout JSONWriter) {
        file.member("format", 1)
        file.member("set", set)
        file.member("edition", edition)
        file.text("name", name)
        file.source("source", source)
        file.object("years") { years in
            years.member("from", self.years.lowerBound)
            years.member("to", self.years.upperBound)
        }
        file.list("levels", levels) { $0.codeAndName($1.code, $1.name) }
        file.object("points") { points.write(to: &$0) }
        file.object("rounding") { rounding in
            rounding.object("points") { points in
                points.rounding(self.rounding.points)
                points.member("stage", self.rounding.stage.rawValue)
            }
            rounding.object("index") { $0.rounding(self.rounding.index) }
        }
        file.object("ranking") { ranking in
            ranking.member("ties", self.ranking.ties.rawValue)
            ranking.member("minimumCoverage", self.ranking.minimumCoverage)
            ranking.texts("tieBreakers", self.ranking.tieBreakers)
        }
        file.list("parts", parts) { object, part in
            object.codeAndName(part.code, part.name)
            if part.showsPercent { object.member("showPercent", true) }
        }
        file.number("total", total)
        file.combination(combination)
        file.number("bonusCap", bonusCap)
        file.number("penaltyCap", penaltyCap)
        file.number("totalCap", totalCap)
        file.number("totalFloor", totalFloor)
        if showsIndices { file.member("showIndices", true) }
        file.list("classes", classSchemes) { $1.write(to: &$0) }
        file.list("classConditions", classConditions) { $1.write(to: &$0) }
        file.list("relations", relations) { $1.write(to: &$0) }
        file.list("objectives", objectives) { object, objective in
            object.codeAndName(objective.code, objective.name)
            object.object("target") { objective.target.write(to: &$0) }
            object.source("source", objective.source)
        }
        file.localized("assumptions", assumptions)
        file.localized("notes", notes)
    }
}

extension CriterionDraft {
    /// Writes the node and its descendants, one after the other.
    fileprivate func write(to list: inout JSONWriter, under parent: String?) {
        list.object { writeOwn(to: &$0, under: parent) }
        for child in children { child.write(to: &list, under: code) }
    }

    fileprivate func addRecords(to list: inout [String], under parent: String?) {
        list.append(record(under: parent))
        for child in children { child.addRecords(to: &list, under: code) }
    }

    /// The node without its descendants, on one line.
    package func record(under parent: String?) -> String {
        JSONWriter.onOneLine { writeOwn(to: &$0, under: parent) }
    }

    private func writeOwn(to object: inout JSONWriter, under parent: String?) {
        object.codeAndName(code, name)
        object.text("shortName", shortName)
        if let parent, code.lastIndex(of: ".").map({ String(code[..<$0]) }) != parent {
            object.member("parent", parent)
        }
        if let weight { object.member("weight", weight) } else { object.member("maximum", wholeMaximum) }
        object.combination(combination)
        object.text("part", part)
        object.source("source", source)
        if [agencies.monitoring, agencies.lead, agencies.coordinating].contains(where: { $0 != nil }) {
            object.object("agencies") { agencies in
                agencies.text("monitoring", self.agencies.monitoring)
                agencies.text("lead", self.agencies.lead)
                agencies.text("coordinating", self.agencies.coordinating)
            }
        }
        object.localized("notes", notes)
        object.list("toSettle", openPoints) { object, point in
            object.text("text", point.text)
            object.text("reason", point.reason?.rawValue)
        }
        leaf?.write(to: &object)
    }

    private var wholeMaximum: FixedDecimal { maximum ?? children.reduce(.zero) { $0 + $1.wholeMaximum } }
}

extension JSONWriter {
    /// An object on one line.
    fileprivate static func onOneLine(_ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        writer.open("{", onOneLine: true)
        body(&writer)
        writer.close("}")
        return String(writer.text.dropLast())
    }

    fileprivate mutating func combination(_ combination: NodeCombination) {
        if combination.isSum { return }
        member("combine", combination.kind.rawValue)
        if combination.isRounded, combination.digits != NodeCombination.usualDigits {
            member("digits", combination.digits)
        }
    }
}

extension PointsOrigin {
    fileprivate func write(to object: inout JSONWriter) {
        object.member("basis", basis.rawValue)
        object.source("source", source)
        object.text("reason", reason)
    }
}

extension ClassScheme {
    fileprivate func write(to object: inout JSONWriter) {
        object.texts("groups", groups)
        var least: [FixedDecimal] = []
        switch cut {
        case .index(let atLeast): least = atLeast
        case .quantiles(let cut):
            object.object("quantiles") { quantiles in
                quantiles.member("definition", cut.definition.rawValue)
                quantiles.member("atCut", cut.atCut.rawValue)
                quantiles.member("minimumUnits", cut.minimumUnits)
                quantiles.object("origin") { cut.origin.write(to: &$0) }
            }
        }
        object.list("classes", Array(classes.enumerated())) { object, entry in
            object.codeAndName(entry.element.code, entry.element.name)
            if least.indices.contains(entry.offset) { object.member("atLeast", least[entry.offset]) }
        }
        if let shareCap {
            object.object("shareCap") { object in
                object.member("class", shareCap.unitClass)
                object.member("percent", shareCap.percent)
                object.member("of", shareCap.base)
                object.member("ties", shareCap.ties.rawValue)
            }
        }
    }
}

extension ClassCondition {
    fileprivate func write(to object: inout JSONWriter) {
        object.member("notAbove", notAbove)
        object.object("when") { when in
            switch subject {
            case .criterion(let code): when.member("criterion", code)
            case .metric(let code): when.member("metric", code)
            }
            when.bound(bound)
        }
        object.text("reason", reason)
        object.source("source", source)
    }
}

extension FigureRelation {
    fileprivate func write(to object: inout JSONWriter) {
        object.member("left", left.text)
        object.member("is", comparison.rawValue)
        object.member("right", right.text)
        if let when {
            object.object("when") { condition in
                condition.member("metric", when.figure.text)
                condition.bound(when.bound)
            }
        }
        if tolerance != 0 { object.member("tolerance", tolerance) }
        if severity == .warning { object.member("severity", "warning") }
        object.text("reason", reason)
        object.source("source", source)
    }
}

extension FigureRelation.Figure {
    /// As it is written in a file.
    package var text: String { metric + (part == .value ? "" : "." + part.rawValue) + (isLastYear ? "@lastYear" : "") }
}

extension Target {
    fileprivate func write(to object: inout JSONWriter) {
        object.member("text", text)
        if let bound {
            object.member("comparison", bound.comparison.rawValue)
            object.member("value", bound.value)
        }
        object.source("source", source)
    }
}

extension Leaf {
    fileprivate func write(to object: inout JSONWriter) {
        object.texts("levels", levels)
        object.text("levelsReason", levelsReason)
        if let target { object.object("target") { target.write(to: &$0) } }
        object.localized("wording", wording)
        object.localized("evidence", evidence)
        object.text("product", product)
        if let deadline {
            object.object("deadline") { object in
                object.member("kind", deadline.kind.rawValue)
                if !deadline.text.isEmpty { object.member("text", deadline.text) }
                object.text("from", deadline.from?.description)
                object.text("due", deadline.due?.description)
            }
        }
        if let points { object.object("points") { points.write(to: &$0) } }
        if let requirement {
            object.object("requires") { object in
                object.member("criterion", requirement.criterion)
                object.bound(requirement.bound)
                object.object("otherwise") { $0.amount(requirement.otherwise) }
            }
        }
        if combination != .mean { object.member("combine", combination.rawValue) }
        object.list("remedies", remedies) { $1.write(to: &$0) }
        if measures.count == 1, measures[0].isWholeLeaf {
            measures[0].writeScoring(to: &object)
        } else {
            object.list("measures", measures) { $1.write(to: &$0) }
        }
    }
}

extension Measure {
    /// Whether it has nothing that only one of several measures can have.
    fileprivate var isWholeLeaf: Bool { name == nil && target == nil && weight == 1 && levels == nil }

    fileprivate func write(to object: inout JSONWriter) {
        object.member("code", code)
        object.text("name", name)
        if let target { object.object("target") { target.write(to: &$0) } }
        if weight != 1 { object.member("weight", weight) }
        if let levels { object.texts("levels", levels) }
        object.text("levelsReason", levelsReason)
        writeScoring(to: &object)
    }

    fileprivate func writeScoring(to object: inout JSONWriter) {
        if !isOpen {
            object.list("metrics", metrics) { $1.write(to: &$0) }
            object.object("rule") { rule.write(to: &$0) }
        }
        object.list("byGroup", groupRules) { object, own in
            object.texts("groups", own.groups)
            object.texts("levels", own.levels)
            object.object("rule") { own.rule.write(to: &$0) }
            if let target = own.target { object.object("target") { target.write(to: &$0) } }
        }
        if let notApplicable {
            object.object("notApplicable") { object in
                object.member("convention", notApplicable.convention.rawValue)
                object.text("when", notApplicable.when)
            }
        }
    }
}

extension Metric {
    fileprivate func write(to object: inout JSONWriter) {
        object.codeAndName(code, name)
        object.member("kind", kind.rawValue)
        object.member("direction", direction.rawValue)
        object.text("unit", unit)
        if let ratio {
            object.object("ratio") { object in
                object.text("numerator", ratio.numerator)
                object.text("denominator", ratio.denominator)
            }
        }
        let domain = kind.domain
        if minimum != domain.minimum { object.number("minimum", minimum) }
        if maximum != domain.maximum { object.number("maximum", maximum) }
        object.texts(
            "expectedBounds", DomainEnd.allCases.filter { expectedBounds.contains($0) }.map { $0.rawValue })
        if step != domain.step { object.number("step", step) }
        if let zeroDenominator {
            object.object("zeroDenominator") { object in
                object.member("convention", zeroDenominator.convention.rawValue)
                object.texts("siblings", zeroDenominator.siblings)
                object.source("source", zeroDenominator.source)
            }
        }
        if let pooling { object.member("pooling", pooling.rawValue) }
        if isCumulative { object.member("cumulative", true) }
        if let notPublished {
            object.object("notPublished") { object in
                object.member("value", notPublished.value)
                object.text("reason", notPublished.reason)
            }
        }
    }
}
