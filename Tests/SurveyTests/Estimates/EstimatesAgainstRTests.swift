import Survey
import Testing

@Suite("Estimates against R")
struct EstimatesAgainstRTests {
    @Test(
        "standard errors, design effects, degrees of freedom and limits are R's",
        arguments: try ExpectedDesigns.read().designs)
    func design(_ design: ExpectedDesigns.Design) throws {
        let sample = try SampledRows(design)
        #expect(!design.estimates.isEmpty)
        for expected in design.estimates {
            let label: Comment = "\(expected.of) \(expected.domain)"
            let input = sample.linearised(expected.of, domain: expected.domain)
            var settings = EstimateSettings(design)
            settings.level = expected.level ?? 0.95
            let found = try sample.design.estimate(input, settings: settings)
            guard expected.refused == nil, let error = expected.shareError else {
                guard case .cannotBeEstimated(.lonelyUnit) = found.status else {
                    Issue.record("R has no estimate for \(expected.of) \(expected.domain), but \(found)")
                    continue
                }
                continue
            }
            let value = try #require(expected.share)
            #expect(isClose(found.value, value, 1e-12), label)
            #expect(found.rows == expected.rows, label)
            #expect(found.degreesOfFreedom == expected.degreesOfFreedom, label)
            if value < 1e-12 || (found.value == 1 && error < 1e-12) {
                #expect(found.status == .oneSidedBound, label)
            } else if found.degreesOfFreedom == 0 {
                #expect(found.status == .cannotBeEstimated(.noDegreesOfFreedom), label)
            } else {
                #expect(found.status == .estimated, label)
                #expect(isClose(found.standardError, error, 1e-9), label)
                #expect(isClose(found.designEffect, expected.designEffect, 1e-9), label)
                try limits(of: input, in: sample, settings, expected: expected, label)
            }
        }
    }

    private func limits(
        of input: LinearisedEstimate, in sample: SampledRows, _ given: EstimateSettings,
        expected: ExpectedDesigns.Expected, _ label: Comment
    ) throws {
        let methods: [(IntervalChoice.Method, Estimate.Method)] = [
            (.logit, .logit), (.beta, .beta), (.wilson, .wilson),
        ]
        let limits = try #require(expected.limits)
        // R gives a mean of levels the ordinary interval, which we do not use.
        #expect(limits.count == (expected.of == "meanOfQuestion2" ? 0 : 3))
        for (interval, method) in methods {
            guard let pair = limits[interval.rawValue] else { continue }
            var settings = given
            settings.interval = interval
            let found = try sample.design.estimate(input, settings: settings)
            #expect(found.method == method, label)
            #expect(isClose(found.lower, pair[0], 1e-6), "\(label) \(interval) \(pair) not \(found)")
            #expect(isClose(found.upper, pair[1], 1e-6), "\(label) \(interval) \(pair) not \(found)")
        }
    }

    private func isClose(_ found: Double?, _ expected: Double?, _ tolerance: Double) -> Bool {
        guard let found, let expected else { return found == nil && expected == nil }
        return abs(found - expected) <= tolerance * max(abs(expected), 1e-300)
    }
}
