import Values

extension ScoringRule {
    /// Writes the rule in the form that its reader expects.
    func write(to object: inout JSONWriter) {
        object.member("kind", kind.rawValue)
        switch self {
        case .proportional(let rule): rule.write(to: &object)
        case .surveyShare(let rule): rule.proportional.write(to: &object)
        case .bands(let rule): object.bands(rule)
        case .linear(let rule):
            object.member("zeroAt", rule.zeroAt)
            object.member("fullAt", rule.fullAt)
        case .yesNo(let rule): object.member("fullWhen", rule.fullWhen.rawValue)
        case .checklist(let rule):
            object.list("items", rule.items) { object, item in
                object.member("metric", item.metric)
                object.amount(item.amount)
            }
        case .perItem(let rule):
            object.object("each") { $0.amount(rule.each) }
            object.object("cap") { $0.amount(rule.cap) }
        case .deduction(let rule): object.object("each") { $0.amount(rule.each) }
        case .limit(let rule):
            switch rule.limit {
            case .number(let number): object.member("limit", number)
            case .metric(let code): object.object("limit") { $0.member("metric", code) }
            }
            if let each = rule.overEach { object.object("overEach") { $0.amount(each) } }
        case .changeFromLastYear(let rule):
            object.member("as", rule.form.rawValue)
            object.goal(rule.goal)
            if let settlement = rule.withoutLastYear { object.member("withoutLastYear", settlement.rawValue) }
        case .changeFromBaseYear(let rule):
            object.member("baseYear", rule.baseYear)
            object.object("base") { $0.member("metric", rule.base) }
            object.member("as", rule.form.rawValue)
            object.list("byYear", rule.goals.sorted { $0.key < $1.key }) { object, entry in
                object.member("year", entry.key)
                object.goal(entry.value)
            }
        case .countThreshold(let rule):
            object.object("threshold") { $0.bound(rule.threshold) }
            object.member("below", rule.below.rawValue)
        case .freeValue(let rule):
            object.member("minimum", rule.minimum)
            object.member("maximum", rule.maximum)
            object.member("step", rule.step)
        case .bonus(let rule): object.extra(each: rule.each, cap: rule.cap)
        case .penalty(let rule): object.extra(each: rule.each, cap: rule.cap)
        case .formula(let rule):
            object.object("figures") { figures in
                for (name, code) in rule.figures.sorted(by: { $0.key < $1.key }) { figures.member(name, code) }
            }
            object.member("points", rule.text)
        case .task(let rule): object.object("late") { $0.amount(rule.late) }
        case .watched: break
        case .relative(let rule): rule.write(to: &object)
        }
    }
}

extension RelativeRule {
    fileprivate func write(to object: inout JSONWriter) {
        object.member("against", against.rawValue)
        object.member("among", among.rawValue)
        object.object("equal") { $0.amount(equal) }
        if against == .rank { object.member("ties", ties.rawValue) }
        object.number("target", target)
        object.list("targets", groupTargets) { object, own in
            object.texts("groups", own.groups)
            object.member("value", own.value)
        }
        if let condition {
            object.member("condition", condition.comparison.ruleKey ?? "")
            object.object("otherwise") { $0.amount(condition.otherwise) }
        }
        if let fixedEnd { object.object("ends") { $0.sides(fixedEnd) } }
        if let trim { object.object("trim") { $0.sides(trim) } }
        object.number("zeroAt", deviations?.low)
        object.number("fullAt", deviations?.high)
        object.member("digits", digits)
    }
}

extension ProportionalRule {
    fileprivate func write(to object: inout JSONWriter) {
        object.member("base", base)
        if let floor { object.object("floor") { $0.bound(floor) } }
        object.object("full") { $0.bound(full) }
    }
}

extension Comparison {
    /// Its name in rules.
    fileprivate var ruleKey: String? {
        switch self {
        case .above: "above"
        case .atLeast: "atLeast"
        case .below: "below"
        case .atMost: "atMost"
        // Rules have no such bound; reading the file reports it.
        case .equal: nil
        }
    }
}

extension JSONWriter {
    /// Writes a bound among the object's own keys.
    mutating func bound(_ bound: Bound) {
        if let key = bound.comparison.ruleKey { member(key, bound.value) }
    }

    fileprivate mutating func sides(_ sides: RelativeRule.Sides) {
        number("low", sides.low)
        number("high", sides.high)
    }

    mutating func amount(_ amount: Amount) {
        switch amount {
        case .points(let points): member("points", points)
        case .share(let share): member("share", share)
        }
    }

    fileprivate mutating func goal(_ goal: ChangeTarget) {
        switch goal {
        case .full(let full, let zeroAt):
            object("full") { $0.bound(full) }
            number("zeroAt", zeroAt)
        case .bands(let rule): bands(rule)
        }
    }

    fileprivate mutating func bands(_ rule: BandsRule) {
        list("bands", rule.bands) { object, band in
            if let lower = band.lower { object.bound(lower) }
            if let upper = band.upper { object.bound(upper) }
            object.amount(band.amount)
        }
    }

    fileprivate mutating func extra(each: FixedDecimal, cap: FixedDecimal) {
        object("each") { $0.amount(.points(each)) }
        object("cap") { $0.amount(.points(cap)) }
    }
}

// Members that are left out when there is nothing to write.
extension JSONWriter {
    mutating func text(_ key: String, _ text: String?) {
        if let text { member(key, text) }
    }

    mutating func text(_ key: String, _ text: LocalizedText?) {
        guard let text else { return }
        self.key(key)
        value(text)
    }

    mutating func number(_ key: String, _ number: FixedDecimal?) {
        if let number { member(key, number) }
    }

    mutating func texts(_ key: String, _ texts: [String]) {
        if texts.isEmpty { return }
        self.key(key)
        array { list in for text in texts { list.value(text) } }
    }

    mutating func localized(_ key: String, _ texts: [LocalizedText]) {
        if texts.isEmpty { return }
        self.key(key)
        array { list in for text in texts { list.value(text) } }
    }

    mutating func object(_ key: String, _ body: (inout JSONWriter) -> Void) {
        self.key(key)
        object(body)
    }

    mutating func list<Element>(_ key: String, _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void) {
        if elements.isEmpty { return }
        self.key(key)
        array { list in for element in elements { list.object { body(&$0, element) } } }
    }

    mutating func codeAndName(_ code: String, _ name: LocalizedText) {
        member("code", code)
        text("name", name)
    }

    mutating func source(_ key: String, _ source: LegalSource?) {
        guard let source else { return }
        object(key) { object in
            object.member("document", source.document)
            object.text("place", source.place)
            object.text("row", source.row)
            object.text("file", source.file)
            object.text("address", source.address)
        }
    }

    mutating func rounding(_ rounding: Rounding) {
        member("mode", rounding.mode.rawValue)
        member("digits", rounding.digits)
    }

    private mutating func value(_ text: LocalizedText) {
        guard let english = text.en else { return value(text.vi) }
        object { object in
            object.member("vi", text.vi)
            object.member("en", english)
        }
    }
}
