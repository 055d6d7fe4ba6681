import Testing

@testable import Survey

/// Factors of weights that are worked out by hand.
@Suite("Calibration")
struct CalibrationTests {
    /// Men and women, young and old: 10, 20, 30 and 40 forms that weigh 1.
    private static let forms = Calibration.Forms(
        categories: [[0, 0, 1, 1], [0, 1, 0, 1]], rows: [10, 20, 30, 40], weights: [1, 1, 1, 1])

    @Test func aCategoryGetsItsPopulation() throws {
        var forms = Self.forms
        forms.categories = [forms.categories[0]]
        let calibration = try Calibration(forms, to: [[60, 140]], by: .postStratify)
        // 60 ÷ 30 and 140 ÷ 70; both cells of a sex are one pattern.
        #expect(calibration.factors == [2, 2])
        #expect(calibration.rounds == 1)
    }

    /// Deming and Stephan keep the odds ratio: 10 · 40 ÷ (20 · 30) = 2/3 before and after.
    @Test func rakingMeetsAllMarginsAndKeepsTheOddsRatio() throws {
        let calibration = try Calibration(Self.forms, to: [[100, 100], [80, 120]], by: .rake)
        let sums = zip(calibration.factors, [10.0, 20, 30, 40]).map { $0 * $1 }
        #expect(abs(sums[0] + sums[1] - 100) < 1e-9)
        #expect(abs(sums[0] + sums[2] - 80) < 1e-9)
        #expect(abs(sums[0] * sums[3] / (sums[1] * sums[2]) - 2.0 / 3) < 1e-9)
    }

    /// g = 1 + x′λ: the factors of the four patterns add up crosswise.
    @Test func linearFactorsAreSumsOfOnePerMargin() throws {
        let calibration = try Calibration(Self.forms, to: [[100, 100], [80, 120]], by: .linear)
        let factors = calibration.factors
        #expect(abs(factors[0] + factors[3] - factors[1] - factors[2]) < 1e-12)
        #expect(abs(10 * factors[0] + 20 * factors[1] - 100) < 1e-9)
        #expect(abs(10 * factors[0] + 30 * factors[2] - 80) < 1e-9)
    }

    /// Two margins that are the same variable: the second adds nothing.
    @Test func columnsThatDependOnOthersAreLeftOut() throws {
        var forms = Self.forms
        forms.categories[1] = forms.categories[0]
        let calibration = try Calibration(forms, to: [[60, 140], [60, 140]], by: .linear)
        #expect(calibration.factors.allSatisfy { abs($0 - 2) < 1e-12 })
        #expect(throws: CalibrationError.self) { try Calibration(forms, to: [[60, 140], [70, 130]], by: .linear) }
        #expect(throws: CalibrationError.self) { try Calibration(forms, to: [[60, 140], [70, 130]], by: .rake) }
    }

    @Test func aMarginOfWhomNobodyAnsweredIsNamed() {
        var forms = Self.forms
        forms.weights[0] = 0
        forms.weights[1] = 0
        #expect(throws: CalibrationError(margin: 0, category: 0)) {
            try Calibration(forms, to: [[100, 100], [80, 120]], by: .rake)
        }
    }

    /// 1, 1, 1 and 9 with at most 6 a form: the 3 that are taken away are shared by three.
    @Test func theExcessIsSharedByTheOthers() throws {
        let trimming = try #require(WeightTrimming([1, 9], rows: [3, 1], bounds: 0...6))
        #expect(trimming.weights == [2, 6])
        #expect(trimming.trimmed == 1)
        #expect(WeightTrimming([1, 9], rows: [3, 1], bounds: 0...2) == nil)
        // What weighs nothing stays so.
        #expect(try #require(WeightTrimming([0, 4, 2], rows: [1, 1, 1], bounds: 3...5)).weights == [0, 3, 3])
    }

    /// More combinations than a table of them would hold.
    @Test func patternsOfManyCategories() {
        let cells = 5000
        let first = (0..<cells).map { $0 % 4999 }
        let second = (0..<cells).map { ($0 * 7) % 4993 }
        let patterns = MarginPatterns(cells: cells, categories: [first, second])
        let expected = Set(zip(first, second).map { "\($0) \($1)" })
        #expect(patterns.count == expected.count)
        for cell in 0..<cells {
            #expect(patterns.categories[0][patterns.patternOfCell[cell]] == first[cell])
            #expect(patterns.categories[1][patterns.patternOfCell[cell]] == second[cell])
        }
    }
}
