import Foundation
import TestSupport
import Testing

@testable import score_cli

/// `survey --small-areas` from the command line, on a copy of the sample whose questionnaire states a model.
@Suite("Small areas from the command line")
struct SmallAreaCommandTests {
    private struct Output: Decodable {
        struct Areas: Decodable {
            struct Area: Decodable {
                let unit, basis: String
                let n: Int
                let direct, directError: Double?
                let modelled, modelledError, directShare: Double
            }
            let method: String
            let fitted: Int
            let coefficients: [Double]
            let modelVariance: Double
            let areas: [Area]
        }
        struct Estimate: Decodable {
            let unit, kind: String?
            let share: Double?
        }
        let smallAreas: Areas?
        let estimates: [Estimate]
    }

    private static let names = [
        "tt-tuy-phuoc", "tt-dieu-tri", "phuoc-an", "phuoc-hiep", "phuoc-hoa", "phuoc-hung", "phuoc-loc", "phuoc-nghia",
        "phuoc-quang", "phuoc-son", "phuoc-thang", "phuoc-thanh", "phuoc-thuan",
    ]
    /// Households in poverty, as made up for these tests.
    private static let poverty = [2.1, 1.8, 4.4, 3.9, 5.2, 4.8, 3.1, 6.0, 2.9, 5.5, 7.3, 3.6, 4.1]

    /// A copy of the sample; nil for a questionnaire without a model.
    private static func folder(_ model: String?) throws -> TemporaryFolder {
        let top = TemporaryFolder()
        let manager = FileManager.default
        try manager.createDirectory(atPath: top.path + "/datasets", withIntermediateDirectories: true)
        for part in ["criteria", "datasets/tuy-phuoc-2024", "datasets/tuy-phuoc-2023"] {
            try manager.copyItem(atPath: Repository.root + "/" + part, toPath: top.path + "/" + part)
        }
        let path = top.path + "/datasets/tuy-phuoc-2024/questionnaire.json"
        var text = try String(contentsOfFile: path, encoding: .utf8)
        if let model {
            let brace = try #require(text.firstIndex(of: "{"))
            text.insert(contentsOf: "\n  \"smallAreas\": \(model),", at: text.index(after: brace))
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        return top
    }

    private static func table(_ units: [String] = names) -> String {
        "unit;hộ nghèo\n"
            + zip(units, poverty).map { "\($0);\(String($1).replacingOccurrences(of: ".", with: ","))\n" }.joined()
    }

    private func run(
        _ model: String?, _ table: String, _ more: String..., lang: String = "vi"
    ) throws -> (exit: ExitCode, text: String) {
        let top = try Self.folder(model)
        let areas = top.add(Array(table.utf8), "areas.csv")
        let folder = top.path + "/datasets/tuy-phuoc-2024"
        return commandOutput(["survey", folder, "--small-areas", areas, "--lang", lang] + more)
    }

    private func output(_ model: String, _ table: String = table()) throws -> Output {
        let text = try run(model, table, "--format", "json").text
        return try JSONDecoder().decode(Output.self, from: Data(text.utf8))
    }

    // MARK: - Figures

    /// The restricted likelihood of Fay and Herriot's model with one auxiliary variable (Rao and Molina, Small Area
    /// Estimation, 2015, 5.2), written out for two coefficients.
    private struct Model {
        let (y, x, d): ([Double], [Double], [Double])

        func coefficients(_ a: Double) -> (b0: Double, b1: Double, determinant: Double) {
            let w = d.map { 1 / (a + $0) }
            func sum(_ term: (Int) -> Double) -> Double { y.indices.reduce(0) { $0 + w[$1] * term($1) } }
            let (s, sx, sxx) = (sum { _ in 1 }, sum { x[$0] }, sum { x[$0] * x[$0] })
            let (sy, sxy) = (sum { y[$0] }, sum { x[$0] * y[$0] })
            let determinant = s * sxx - sx * sx
            return ((sxx * sy - sx * sxy) / determinant, (s * sxy - sx * sy) / determinant, determinant)
        }

        func likelihood(_ a: Double) -> Double {
            let (b0, b1, determinant) = coefficients(a)
            let rest = y.indices.reduce(0.0) { $0 + log(a + d[$1]) + pow(y[$1] - b0 - b1 * x[$1], 2) / (a + d[$1]) }
            return -0.5 * (rest + log(determinant))
        }

        /// The variance between areas with the greatest likelihood: the best of a grid, then of ever finer ones.
        var variance: Double {
            var (low, high) = (0.0, 0.25)
            for _ in 0..<60 {
                let step = (high - low) / 40
                let best = (0...40).map { low + Double($0) * step }.max { likelihood($0) < likelihood($1) } ?? 0
                (low, high) = (max(0, best - step), best + step)
            }
            return (low + high) / 2
        }
    }

    @Test("the sample's communes are estimated as the formulas written out here do it")
    func figures() throws {
        let found = try #require(output(#"{"auxiliaries": ["hộ nghèo"]}"#).smallAreas)
        #expect(found.method == "REML")
        #expect(found.areas.map(\.unit) == Self.names)
        let own = found.areas.indices.filter { found.areas[$0].basis == "composite" }
        #expect(found.fitted == own.count && own.count == 12)
        let model = Model(
            y: try own.map { try #require(found.areas[$0].direct) }, x: own.map { Self.poverty[$0] },
            d: try own.map { pow(try #require(found.areas[$0].directError), 2) })
        let a = model.variance
        // A likelihood is flat at its top: half the digits of its value.
        #expect(abs(found.modelVariance - a) < 1e-6)
        let (b0, b1, _) = model.coefficients(found.modelVariance)
        #expect(abs(found.coefficients[0] - b0) < 1e-9 && abs(found.coefficients[1] - b1) < 1e-9)
        for (place, area) in found.areas.enumerated() {
            let synthetic = b0 + b1 * Self.poverty[place]
            guard area.basis == "composite", let direct = area.direct, let error = area.directError else {
                // Nobody has answered there yet.
                #expect(area.unit == "phuoc-thang" && area.n == 0 && area.direct == nil)
                #expect(abs(area.modelled - synthetic) < 1e-9 && area.directShare == 0)
                continue
            }
            let share = found.modelVariance / (found.modelVariance + error * error)
            #expect(abs(area.directShare - share) < 1e-9)
            #expect(abs(area.modelled - (share * direct + (1 - share) * synthetic)) < 1e-9)
        }
    }

    @Test("the direct estimates are those of the survey without a model, and stay beside the modelled ones")
    func directEstimatesStay() throws {
        let output = try output(#"{"auxiliaries": ["hộ nghèo"]}"#)
        let areas = try #require(output.smallAreas).areas
        for area in areas where area.basis == "composite" {
            let survey = output.estimates.first { $0.unit == area.unit && $0.kind == "total" }
            let share = try #require(survey?.share)
            #expect(abs(share - (area.direct ?? 0)) < 1e-6, "\(area.unit)")
        }
    }

    @Test("people read both estimates, what the model rests on, and that it replaces nothing")
    func isReadByPeople() throws {
        let vi = try run(#"{"auxiliaries": ["hộ nghèo"], "method": "FH"}"#, Self.table())
        #expect(vi.exit == .done)
        for text in [
            "Địa bàn nhỏ: ước lượng theo mô hình", "Trực tiếp (%)", "Theo mô", "«hộ nghèo»", "EBLUP, FH",
            "không thay thế nó", "mẫu của địa bàn", "chỉ mô hình", "Xã Phước Thắng",
        ] {
            #expect(vi.text.contains(text), "\(text)")
        }
        let en = try run(#"{"auxiliaries": ["hộ nghèo"], "method": "FH"}"#, Self.table(), lang: "en")
        #expect(en.text.contains("Small areas: estimates by a model beside the direct ones"))
    }

    @Test("areas may be named by what they are called")
    func namesAreCodes() throws {
        let byName = ["Thị trấn Tuy Phước", "Thị trấn Diêu Trì"] + Self.names.dropFirst(2)
        let (first, second) = try (
            output(#"{"auxiliaries": ["hộ nghèo"]}"#).smallAreas?.coefficients,
            output(#"{"auxiliaries": ["hộ nghèo"]}"#, Self.table(byName)).smallAreas?.coefficients
        )
        #expect(first != nil && first == second)
    }

    // MARK: - Refusals

    @Test(
        "what cannot be estimated fails, and nothing is written",
        arguments: [
            (nil, table()), (#"{"auxiliaries": ["hộ nghèo"]}"#, table(["xa-la"] + names.dropFirst())),
            (#"{"auxiliaries": ["thu nhập"]}"#, table()),
            // The district holds the commune.
            (#"{"auxiliaries": ["hộ nghèo"]}"#, table(["tuy-phuoc"] + names.dropFirst())),
            (#"{"auxiliaries": ["hộ nghèo"]}"#, "unit;hộ nghèo\nphuoc-an;x\n"),
            (#"{"auxiliaries": ["hộ nghèo"]}"#, "unit;hộ nghèo\nphuoc-an;4\nphuoc-hoa;5\n"),
            (#"{"auxiliaries": ["hộ nghèo"]}"#, "unit;hộ nghèo\n" + names.map { "\($0);4\n" }.joined()),
        ] as [(String?, String)])
    func isRefused(model: String?, table: String) throws {
        let (exit, text) = try run(model, table)
        #expect(exit == .failed)
        #expect(text.isEmpty)
    }
}
