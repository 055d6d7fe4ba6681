import Survey
import TestSupport
import Testing
import Values

/// The whole path from a respondents' file to an index, compared with R's package survey.
@Suite("Indices of a file against R")
struct IndicesAgainstRTests {
    /// The designs whose populations are numbers that a file can contain.
    private static let designs = ExpectedDesigns.usable
    private static let domains = ["commune", "service", "sex"]

    @Test("values, errors, design effects, degrees of freedom and limits are R's", arguments: designs)
    func design(_ design: ExpectedDesigns.Design) throws {
        var checked = 0
        for of in Set(design.estimates.map(\.of)).sorted() {
            guard let kind = Kind(rawValue: of) else { continue }
            let confidence = try #require(Set(design.estimates.map { $0.level ?? 0.95 }).first)
            for interval in ["logit", "beta", "wilson"] {
                let analysis = try self.analysis(design, kind, interval: interval, confidence: confidence)
                for expected in design.estimates where expected.of == of && expected.level ?? 0.95 == confidence {
                    let place = ["unit": 0, "service": 1, "sex": 2][expected.domain[0]]
                    let domain = place.map { [$0: expected.domain[1]] } ?? [:]
                    let index = analysis.index(of: kind.part, domain: domain)
                    try check(index, expected, kind, interval: interval)
                    checked += 1
                }
            }
        }
        #expect(checked > 0)
    }

    /// R's estimates that correspond to an index. (The mean of each person's own share does not.)
    private enum Kind: String {
        case shareOfQuestion1, meanOfQuestion2, pooledShare, meanOfShares

        var measure: String { self == .meanOfQuestion2 ? "meanScore" : "topShare" }
        var combination: String { self == .meanOfShares ? "questions" : "answers" }

        var part: SurveyIndex.Part {
            switch self {
            case .shareOfQuestion1: .question(0)
            case .meanOfQuestion2: .question(1)
            // A block, its factor, the total.
            case .pooledShare, .meanOfShares: .group(2)
            }
        }
    }

    private func analysis(
        _ design: ExpectedDesigns.Design, _ kind: Kind, interval: String, confidence: Double
    ) throws -> SurveyAnalysis {
        let stages = design.ids.enumerated().map { stage, id in
            var parts: [String] = []
            if stage < design.strata.count { parts.append(#""stratum": "\#(design.strata[stage])""#) }
            if id != "row" { parts.append(#""cluster": "\#(id)""#) }
            if stage < design.fpc.count { parts.append(#""population": "\#(design.fpc[stage])""#) }
            return "{" + parts.joined(separator: ", ") + "}"
        }
        let levels = (1...5).map { #"{"code": "\#($0)", "label": "level \#(["a", "b", "c", "d", "e"][$0 - 1])"}"# }
        let questions = (1...5).map { #"{"code": "q\#($0)", "text": "Question \#($0)"}"# }
        // The name of the first column is none that a domain may have.
        let domains = zip(Self.domains, ["unit", "service", "sex"])
            .map { #"{"code": "\#($0)", "name": "\#($0)", "column": "\#($1)"}"# }
        let text = """
            {"format": 1, "questionnaire": "r", "name": "R",
             "scale": {"levels": [\(levels.joined(separator: ", "))]},
             "columns": {"weight": "w", "domains": [\(domains.joined(separator: ", "))]},
             "design": {"stages": [\(stages.joined(separator: ", "))], "singleCluster": "\(design.lonely)"},
             "blocks": [{"code": "B", "name": "B", "factors": [
               {"code": "F", "name": "F", "questions": [\(questions.joined(separator: ", "))]}]}],
             "index": {"measure": "\(kind.measure)", "topLevels": 2, "combination": "\(kind.combination)"},
             "interval": {"method": "\(interval)", "confidence": \(confidence)}}
            """
        let (read, findings) = Questionnaire.read(file: "r.json", bytes: Array(text.utf8))
        let questionnaire = try #require(read, "\(findings)")
        var options = AnswerOptions()
        options.domains = Self.domains
        let file = Repository.path(design.path)
        let reading = AnswerReader(questionnaire, options: options).read([file])
        #expect(reading.findings.isEmpty, "\(reading.findings)")
        return try SurveyAnalysis(try #require(reading.tally), file: file)
    }

    private func check(
        _ index: SurveyIndex, _ expected: ExpectedDesigns.Expected, _ kind: Kind, interval: String
    ) throws {
        let label: Comment = "\(expected.of) \(expected.domain) \(interval)"
        guard expected.refused == nil, let error = expected.shareError, let value = expected.share else {
            guard case .cannotBeEstimated(.lonelyUnit) = index.status else {
                Issue.record("R has no estimate for \(expected.of) \(expected.domain), but \(index.status)")
                return
            }
            return
        }
        let estimate = try #require(index.estimate, label)
        #expect(isClose(index.value, value, 1e-12), label)
        #expect(index.people == expected.rows, label)
        #expect(estimate.degreesOfFreedom == expected.degreesOfFreedom, label)
        guard index.status == .estimated else {
            let isAlike = value < 1e-12 || error < 1e-12
            #expect(isAlike || expected.degreesOfFreedom == 0, "\(label) \(index.status)")
            return
        }
        #expect(isClose(estimate.standardError, error, 1e-9), label)
        #expect(isClose(estimate.designEffect, expected.designEffect, 1e-9), label)
        // A mean level here is from 0 to 1 and has a share's interval; R gives it the ordinary one.
        guard kind != .meanOfQuestion2, let limits = expected.limits?[interval] else { return }
        #expect(isClose(estimate.lower, limits[0], 1e-6), label)
        #expect(isClose(estimate.upper, limits[1], 1e-6), label)
    }

    private func isClose(_ found: Double?, _ expected: Double?, _ tolerance: Double) -> Bool {
        guard let found, let expected else { return found == nil && expected == nil }
        return abs(found - expected) <= tolerance * max(abs(expected), 1e-300)
    }
}

extension ExpectedDesigns {
    /// The designs whose populations are all finite: a file cannot state an infinite one.
    static var usable: [Design] {
        (try? read().designs.filter { design in
            try design.rows().allSatisfy { row in
                design.fpc.allSatisfy { row[$0].flatMap(Double.init)?.isFinite == true }
            }
        }) ?? []
    }
}
