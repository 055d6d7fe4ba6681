import Values

/// A bound of the model: the key of the format, and the limit in millionths.
struct ModelBound {
    let key: String
    let limit: Int

    var json: String { #"{"\#(key)": \#(decimal(limit))}"# }
    var member: String { #""\#(key)": \#(decimal(limit))"# }
    var isLower: Bool { key == "above" || key == "atLeast" }

    func admits(_ number: NaiveFraction) -> Bool {
        let limit = NaiveFraction(millionths: limit)
        switch key {
        case "above": return limit < number
        case "atLeast": return !(number < limit)
        case "below": return number < limit
        default: return !(limit < number)
        }
    }
}

/// An amount of the model, in millionths.
struct ModelAmount {
    let isShare: Bool
    let value: Int

    var member: String { (isShare ? #""share": "# : #""points": "#) + decimal(value) }
    var json: String { "{\(member)}" }

    func points(of maximum: NaiveFraction) -> NaiveFraction {
        let number = NaiveFraction(millionths: value)
        return isShare ? number * maximum / NaiveFraction(100) : number
    }
}

/// An expression of the model.
indirect enum ModelExpression {
    case number(Int)
    case figure(Int)
    case maximum
    case operation(Character, ModelExpression, ModelExpression)
    case choice(String, [ModelExpression])
    case minus(ModelExpression)

    var text: String {
        switch self {
        case .number(let millionths): millionths < 0 ? "(0 - \(decimal(-millionths)))" : decimal(millionths)
        case .figure(let index): "x\(index)"
        case .maximum: "maximum"
        case .operation(let sign, let left, let right): "(\(left.text) \(sign) \(right.text))"
        case .choice(let name, let parts): "\(name)(\(parts.map(\.text).joined(separator: ", ")))"
        case .minus(let inner): "-\(inner.text)"
        }
    }

    var figures: Set<Int> {
        switch self {
        case .number, .maximum: []
        case .figure(let index): [index]
        case .operation(_, let left, let right): left.figures.union(right.figures)
        case .choice(_, let parts): parts.reduce(into: []) { $0.formUnion($1.figures) }
        case .minus(let inner): inner.figures
        }
    }
}

/// A band of the model.
struct ModelBand {
    var lower: ModelBound?
    var upper: ModelBound?
    var amount: ModelAmount

    func admits(_ number: NaiveFraction) -> Bool {
        (lower?.admits(number) ?? true) && (upper?.admits(number) ?? true)
    }
}

/// What a change earns in the model.
enum ModelGoal {
    case full(ModelBound, zeroAt: Int?)
    case bands([ModelBand])

    /// The keys of the format.
    var members: String {
        switch self {
        case .full(let full, let zeroAt):
            [#""full": \#(full.json)"#, zeroAt.map { #""zeroAt": \#(decimal($0))"# }].compactMap(\.self)
                .joined(separator: ", ")
        case .bands(let bands):
            #""bands": ["#
                + bands.map { band in
                    "{"
                        + [band.lower?.member, band.upper?.member, band.amount.member].compactMap(\.self)
                        .joined(separator: ", ") + "}"
                }.joined(separator: ", ") + "]"
        }
    }
}

/// A rule as `docs/rules.md` describes it, made by the tests and written by them as JSON. Numbers are in millionths.
enum ModelRule {
    case proportional(kind: String, base: Int, floor: ModelBound?, full: ModelBound?)
    case bands([ModelBand])
    case linear(zeroAt: Int, fullAt: Int)
    case yesNo(fullWhenYes: Bool)
    case checklist([ModelAmount])
    case perItem(each: ModelAmount, cap: ModelAmount?)
    case deduction(each: ModelAmount)
    case limit(number: Int?, overEach: ModelAmount?)
    case change(fromBaseYear: Bool, isPercent: Bool, ModelGoal)
    case threshold(ModelBound, isProportional: Bool)
    case freeValue
    case task(late: ModelAmount)
    case extra(kind: String, each: Int, cap: Int)
    case formula(ModelExpression, figures: Int)

    /// How many figures it uses.
    var figureCount: Int {
        switch self {
        case .checklist(let items): items.count
        case .limit(let number, _): number == nil ? 2 : 1
        case .change(let fromBaseYear, _, _): fromBaseYear ? 2 : 1
        case .formula(_, let figures): figures
        default: 1
        }
    }

    var isLowerBetter: Bool {
        switch self {
        case .bands(let bands), .change(_, _, .bands(let bands)):
            (bands.first?.amount.value ?? 0) > (bands.last?.amount.value ?? 0)
        case .linear(let zeroAt, let fullAt): fullAt < zeroAt
        case .yesNo(let fullWhenYes): !fullWhenYes
        case .deduction, .limit: true
        case .change(_, _, .full(let full, _)): !full.isLower
        case .extra(let kind, _, _): kind == "penalty"
        default: false
        }
    }

    func json(maximum: Int, codes: [String]) -> String {
        func with(_ kind: String, _ members: String?...) -> String {
            "{" + ([#""kind": "\#(kind)""#] + members.compactMap(\.self)).joined(separator: ", ") + "}"
        }
        switch self {
        case .proportional(let kind, let base, let floor, let full):
            return with(
                kind, #""base": \#(decimal(base))"#, floor.map { #""floor": \#($0.json)"# },
                full.map { #""full": \#($0.json)"# })
        case .bands(let bands):
            return with("bands", ModelGoal.bands(bands).members)
        case .linear(let zeroAt, let fullAt):
            return with("linear", #""zeroAt": \#(decimal(zeroAt))"#, #""fullAt": \#(decimal(fullAt))"#)
        case .yesNo(let fullWhenYes): return with("yesNo", fullWhenYes ? nil : #""fullWhen": "no""#)
        case .checklist(let items):
            let texts = zip(codes, items).map { #"{"metric": "\#($0)", \#($1.member)}"# }
            return with("checklist", #""items": [\#(texts.joined(separator: ", "))]"#)
        case .perItem(let each, let cap):
            return with("perItem", #""each": \#(each.json)"#, cap.map { #""cap": \#($0.json)"# })
        case .deduction(let each): return with("deduction", #""each": \#(each.json)"#)
        case .limit(let number, let overEach):
            let limit = number.map(decimal) ?? #"{"metric": "\#(codes[1])"}"#
            return with("limit", #""limit": \#(limit)"#, overEach.map { #""overEach": \#($0.json)"# })
        case .change(let fromBaseYear, let isPercent, let goal):
            let form = #""as": "\#(isPercent ? "percent" : "difference")""#
            if !fromBaseYear { return with("changeFromLastYear", form, goal.members) }
            let years = (2025...2027).map { #"{"year": \#($0), \#(goal.members)}"# }.joined(separator: ", ")
            return with(
                "changeFromBaseYear", #""baseYear": 2021"#, #""base": {"metric": "\#(codes[1])"}"#, form,
                #""byYear": [\#(years)]"#)
        case .threshold(let bound, let isProportional):
            return with(
                "countThreshold", #""threshold": \#(bound.json)"#, isProportional ? #""below": "proportional""# : nil)
        case .task(let late): return with("task", #""late": \#(late.json)"#)
        case .freeValue:
            return with("freeValue", #""minimum": 0"#, #""maximum": \#(decimal(maximum))"#, #""step": 0.000001"#)
        case .extra(let kind, let each, let cap):
            return with(kind, #""each": \#(decimal(each))"#, #""cap": \#(decimal(cap))"#)
        case .formula(let expression, _):
            let names = codes.enumerated().map { #""x\#($0.offset)": "\#($0.element)""# }.joined(separator: ", ")
            return with("formula", #""figures": {\#(names)}"#, #""points": "\#(expression.text)""#)
        }
    }
}

/// Millionths as the format writes them.
func decimal(_ millionths: Int) -> String { FixedDecimal(mantissa: Int64(millionths)).description }
