import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Survey

/// Nothing that is withheld can be found out from everything that is published, by someone who solves all equations at once.
@Suite struct AttackTests {
    /// A result that commands can show, and who is counted in it.
    private struct Result {
        let scope: DisclosureControl.Scope
        let units: Set<String>
        let domain: [String: String]
        let people: Int
    }

    /// The numbers of people of all results, with one domain: the units and their services.
    @Test(arguments: Draws.seeds(60, of: 1_000))
    func noUnitAndNoServiceIsFound(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed), stream: 17)
        let survey = DrawnSurvey(&random, services: random.int(2...4))
        try attack(survey, domains: ["service"])
    }

    /// With two domains, all tables of two of units, services and sexes are known at once.
    @Test(arguments: Draws.seeds(30, of: 500))
    func noServiceOfASexIsFound(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed), stream: 18)
        let survey = DrawnSurvey(&random, services: random.int(2...3), sexes: 2, most: 9)
        try attack(survey, domains: ["service", "sex"])
    }

    private func attack(_ survey: DrawnSurvey, domains: [String]) throws {
        let control = try survey.control(domains: domains)
        // All that anybody could tell apart, whether there is somebody or not.
        let values = domains.map { domain in Set(survey.forms.map { value($0, domain) }).sorted() }
        let units = Set(survey.forms.map(\.unit)).sorted()
        let width = values.reduce(1) { $0 * $1.count }
        var attacker = Attacker(units.count * width)
        func cells(_ result: Result) -> [Int] {
            units.indices.filter { result.units.contains(units[$0]) }.flatMap { unit in
                (0..<width).filter { cell in
                    var rest = cell
                    return zip(domains, values).allSatisfy { domain, values in
                        defer { rest /= values.count }
                        return result.domain[domain].map { $0 == values[rest % values.count] } ?? true
                    }
                }.map { unit * width + $0 }
            }
        }
        var hidden: [Result] = []
        for result in results(survey, domains: domains, values: values) {
            let reason = control.suppression(
                of: .group(control.questionnaire.groups.count - 1), result.scope, domain: result.domain)
            #expect((reason == .threshold) == (0 < result.people && result.people < survey.limit), "\(result)")
            if reason == nil {
                attacker.learn(cells(result), result.people)
            } else if reason == .threshold {
                hidden.append(result)
            }
        }
        for result in hidden {
            let (least, greatest) = attacker.range(of: cells(result))
            #expect(least < Double(result.people) + 1e-6 && greatest > Double(result.people) - 1e-6)
            #expect(
                greatest - least > Double(survey.limit) - 1e-6,
                "\(result.scope) \(result.domain): \(least) to \(greatest), limit \(survey.limit)")
        }
    }

    private func value(_ form: DrawnSurvey.Form, _ domain: String) -> String {
        domain == "sex" ? form.sex : form.service
    }

    private func results(_ survey: DrawnSurvey, domains: [String], values: [[String]]) -> [Result] {
        survey.scopes.flatMap { scope, units -> [Result] in
            let forms = survey.forms.filter { units.contains($0.unit) }
            var groups: [[String: String]] = [[:]]
            for (domain, values) in zip(domains, values) { groups += values.map { [domain: $0] } }
            if scope == .all, domains.count == 2 {
                groups += values[0].flatMap { first in values[1].map { [domains[0]: first, domains[1]: $0] } }
            }
            return groups.map { group in
                let people = forms.count { form in group.allSatisfy { value(form, $0.key) == $0.value } }
                return Result(scope: scope, units: units, domain: group, people: people)
            }
        }
    }

    /// The answers to questions that few people were asked, of all units and factors at once.
    @Test(arguments: Draws.seeds(400, of: 2_000))
    func noQuestionIsFound(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed), stream: 19)
        try attackQuestions(DrawnSurvey(&random, services: 1, most: 14, blanks: random.pick([0, 20, 60])))
    }

    /// The same for questionnaires of other shapes: several blocks, of one factor or several, of one question or several.
    @Test(arguments: Draws.seeds(100, of: 2_000))
    func noQuestionOfSeveralBlocksIsFound(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed), stream: 20)
        let blocks = (0..<random.int(1...3)).map { _ in (0..<random.int(1...2)).map { _ in random.int(1...3) } }
        try attackQuestions(
            DrawnSurvey(&random, services: 1, most: 14, blanks: random.pick([0, 20, 60, 85]), blocks: blocks))
    }

    private func attackQuestions(_ survey: DrawnSurvey) throws {
        let control = try survey.control(domains: [])
        let units = Set(survey.forms.map(\.unit)).sorted()
        let width = survey.questions.count
        let parts: [(part: SurveyIndex.Part, questions: [Int])] =
            control.questionnaire.groups.enumerated().map { (.group($0), Array($1.questions)) }
            + (0..<width).map { (.question($0), [$0]) }
        var attacker = Attacker(units.count * width)
        var hidden: [(cells: [Int], answers: Int, name: String)] = []
        for (scope, own) in survey.scopes {
            let forms = survey.forms.filter { own.contains($0.unit) }
            for (part, questions) in parts {
                let people = forms.count { form in questions.contains { form.answers[$0] != nil } }
                let answers = forms.reduce(0) { sum, form in sum + questions.count { form.answers[$0] != nil } }
                let cells = units.indices.filter { own.contains(units[$0]) }
                    .flatMap { unit in questions.map { unit * width + $0 } }
                let reason = control.suppression(of: part, scope)
                if people == 0 || reason == nil { attacker.learn(cells, answers) }
                if people > 0 { #expect((reason == .threshold) == (people < survey.limit)) }
                if people > 0, reason == .threshold { hidden.append((cells, answers, "\(scope) \(part)")) }
            }
        }
        for result in hidden {
            let (least, greatest) = attacker.range(of: result.cells)
            #expect(
                greatest - least > Double(survey.limit) - 1e-6,
                "\(result.name): \(least) to \(greatest), limit \(survey.limit)")
        }
    }

    /// The answers to questions by service, of all people and of units, beside those of units and factors alone.
    @Test(arguments: Draws.seeds(100, of: 1_000))
    func noQuestionByServiceIsFound(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed), stream: 21)
        let blocks = random.pick([[[2, 2]], [[1], [2]], [[1, 1]]])
        let survey = DrawnSurvey(
            &random, services: random.int(2...3), most: 12, blanks: random.pick([0, 20, 60, 85]), blocks: blocks)
        let analysis = try survey.analysis(domains: ["service"])
        let control = try #require(DisclosureControl(analysis, parents: survey.parents))
        let units = Set(survey.forms.map(\.unit)).sorted()
        let services = Set(survey.forms.map(\.service)).sorted()
        let width = survey.questions.count
        let parts: [(part: SurveyIndex.Part, questions: [Int])] =
            control.questionnaire.groups.enumerated().map { (.group($0), Array($1.questions)) }
            + (0..<width).map { (.question($0), [$0]) }
        let thin = [true, false].map { control.thinParts(by: ["service"], ofUnits: $0, analysis) }
        var attacker = Attacker(units.count * services.count * width)
        var hidden: [(cells: [Int], name: String)] = []
        for (scope, own) in survey.scopes {
            for service in [nil] + services.map(Optional.some) {
                let forms = survey.forms.filter {
                    own.contains($0.unit) && (service == nil || service == $0.service)
                }
                for (part, questions) in parts {
                    let people = forms.count { form in questions.contains { form.answers[$0] != nil } }
                    let answers = forms.reduce(0) { sum, form in
                        sum + questions.count { form.answers[$0] != nil }
                    }
                    let cells = units.indices.filter { own.contains(units[$0]) }.flatMap { unit in
                        services.indices.filter { service == nil || service == services[$0] }.flatMap { place in
                            questions.map { (unit * services.count + place) * width + $0 }
                        }
                    }
                    let domain = service.map { ["service": $0] } ?? [:]
                    let isThin = service != nil && thin[scope == .all ? 1 : 0].contains(part)
                    let isShown = control.suppression(of: part, scope, domain: domain) == nil && !isThin
                    // A row of nobody has no results; that there is none is known where its level is shown.
                    if people == 0 ? !isThin : isShown { attacker.learn(cells, answers) }
                    if people > 0, people < survey.limit {
                        #expect(!isShown, "\(scope) \(domain) \(part)")
                        hidden.append((cells, "\(scope) \(domain) \(part), \(answers) answers"))
                    }
                }
            }
        }
        for result in hidden {
            let (least, greatest) = attacker.range(of: result.cells)
            #expect(
                greatest - least > Double(survey.limit) - 1e-6,
                "\(result.name): \(least) to \(greatest), limit \(survey.limit)")
        }
    }
}
