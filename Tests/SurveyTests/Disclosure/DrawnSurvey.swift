import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Survey

/// Forms about units of two districts, by service and sex, with answers to the questions of some factors.
struct DrawnSurvey {
    struct Form {
        let unit, service, sex: String
        /// Answers to the questions in order: `a1`, `a2`, `b1`, `b2` where nothing else is said; nil for none.
        let answers: [Int?]
    }

    var limit = 5
    /// How many questions the factors of each block have.
    var blocks = [[2, 2]]
    var extra = ""
    var parents: [String: String] = [:]
    var forms: [Form] = []

    /// Draws forms, of which each unit and service has few or none.
    init(
        _ random: inout SeededRandom, services: Int, sexes: Int = 1, most: Int = 12, blanks: Int = 0,
        blocks: [[Int]] = [[2, 2]]
    ) {
        self.blocks = blocks
        limit = random.int(3...6)
        for district in ["p", "q"] {
            for number in 0..<random.int(1...3) {
                let unit = "\(district)\(number)"
                parents[unit] = district
                add(unit, services, sexes, most, blanks, &random)
            }
            if random.chance(15) { add(district, services, sexes, most, blanks, &random) }
        }
        if forms.isEmpty {
            forms.append(Form(unit: "p0", service: "s0", sex: "x0", answers: questions.indices.map { $0 % 5 + 1 }))
        }
    }

    init(_ forms: [Form], parents: [String: String] = [:]) { (self.forms, self.parents) = (forms, parents) }

    private mutating func add(
        _ unit: String, _ services: Int, _ sexes: Int, _ most: Int, _ blanks: Int, _ random: inout SeededRandom
    ) {
        for service in 0..<services {
            for sex in 0..<sexes {
                let count = random.chance(30) ? 0 : random.chance(40) ? random.int(1...limit) : random.int(limit...most)
                for _ in 0..<count {
                    var answers = questions.map { _ in random.chance(blanks) ? nil : Optional(random.int(1...5)) }
                    if answers.allSatisfy({ $0 == nil }) { answers[0] = 3 }
                    forms.append(Form(unit: unit, service: "s\(service)", sex: "x\(sex)", answers: answers))
                }
            }
        }
    }

    /// The codes of the questions, those of each factor beside each other.
    private var factors: [[[String]]] {
        var letters = "abcdefgh".makeIterator()
        return blocks.map {
            $0.map { count in letters.next().map { letter in (1...count).map { "\(letter)\($0)" } } ?? [] }
        }
    }

    var questions: [String] { factors.flatMap { $0.flatMap { $0 } } }

    func analysis(domains: [String]) throws -> SurveyAnalysis {
        let levels = (1...5).map { #"{"code": "\#($0)", "label": "mức \#($0)"}"# }.joined(separator: ", ")
        let blocks = factors.enumerated().map { number, factors in
            let factors = factors.map { questions in
                let own = questions.map { #"{"code": "\#($0)", "text": "?"}"# }.joined(separator: ", ")
                let code = questions[0].prefix(1).uppercased()
                return #"{"code": "\#(code)", "name": "\#(code)", "questions": [\#(own)]}"#
            }
            return #"{"code": "K\#(number)", "name": "K", "factors": [\#(factors.joined(separator: ", "))]}"#
        }
        let text = """
            {"format": 1, "questionnaire": "drawn", "name": "Drawn", "scale": {"levels": [\(levels)]},
             "columns": {"unit": "unit", "domains": [{"code": "service", "name": "S", "column": "service"},
                                                     {"code": "sex", "name": "X", "column": "sex"}]},
             "design": {"stages": [{}]},
             "blocks": [\(blocks.joined(separator: ", "))],
             "index": {"measure": "topShare", "topLevels": 2}, "minimumCount": \(limit)\(extra)}
            """
        let (read, findings) = Questionnaire.read(file: "drawn.json", bytes: Array(text.utf8))
        let questionnaire = try #require(read, "\(findings)")
        let files = TemporaryFolder()
        let rows = forms.map { form in
            ([form.unit, form.service, form.sex] + form.answers.map { $0.map(String.init) ?? "" })
                .joined(separator: ",")
        }
        let header = (["unit", "service", "sex"] + questions).joined(separator: ",")
        let file = files.add(([header] + rows).joined(separator: "\n") + "\n")
        var options = AnswerOptions()
        options.domains = domains
        let reading = AnswerReader(questionnaire, options: options).read([file])
        return try SurveyAnalysis(try #require(reading.tally, "\(reading.findings)"), file: file)
    }

    func control(domains: [String]) throws -> DisclosureControl {
        try #require(DisclosureControl(try analysis(domains: domains), parents: parents))
    }

    /// The scopes that commands show, and the units of each.
    var scopes: [(scope: DisclosureControl.Scope, units: Set<String>)] {
        let units = Set(forms.map(\.unit))
        let districts = Set(units.compactMap { parents[$0] })
        return [(.all, units)] + units.sorted().map { (.unit($0), [$0]) }
            + districts.union(units).sorted().map { code in
                (.below(code), units.filter { $0 == code || parents[$0] == code })
            }
    }
}
