import Foundation
import TestSupport
import Testing

/// What the first screen of a unit's page says, worked out by hand from the figures of the sample.
@Suite("the answers of a report")
struct UnitAnswersTests {
    private typealias Object = [String: Any]

    private static let text = commandOutput([
        "report", Repository.path("datasets/tuy-phuoc-2024"), "--format", "json",
    ]).text

    private func report() throws -> Object { try jsonRecord(Self.text) }

    private func unit(_ code: String) throws -> Object {
        let units = try report()["units"] as? [Object] ?? []
        return try #require(units.first { $0["code"] as? String == code })
    }

    private func answers(_ code: String) throws -> Object { try #require(try unit(code)["answers"] as? Object) }

    @Test("the three greatest losses, and what they come to")
    func losses() throws {
        let answers = try answers("phuoc-an")
        let losses = answers["greatestLosses"] as? [Object] ?? []
        #expect(losses.map { $0["criterion"] as? String } == ["4.3.2", "5.2.1", "5.2.2"])
        // 1.25 for an inspection that was not held; 1.75 × 25 ÷ 100 = 0.4375 for one violation each.
        #expect(losses.map { $0["lost"] as? Double } == [1.25, 0.44, 0.44])
        #expect(answers["lostTogether"] as? Double == 2.13)
    }

    @Test("what the appraisal cut, with its reason, also before it is that stage's turn")
    func cuts() throws {
        let answers = try answers("phuoc-an")
        let cut = try #require((answers["cuts"] as? [Object])?.first)
        #expect(cut["criterion"] as? String == "1.5" && cut["stage"] as? String == "appraisal")
        #expect(cut["before"] as? Double == 1.25 && cut["after"] as? Double == 0 && cut["lost"] as? Double == 1.25)
        #expect(cut["reason"] as? String == "Sáng kiến được công nhận từ năm trước")
        #expect(answers["cutTogether"] as? Double == 1.25)
    }

    @Test("fields below the median are those of units that are wholly measured there")
    func belowMedian() throws {
        #expect(try answers("phuoc-an")["belowMedian"] as? [String] == ["4", "5", "6", "7"])
        // Nothing of field 8 is measured there: that is no low index.
        let lacking = try answers("phuoc-thang")["belowMedian"] as? [String] ?? []
        #expect(!lacking.contains("8"))
    }

    @Test("nobody is below the median of extra points, which have no maximum")
    func extraPoints() throws {
        let folder = Repository.path("datasets/tinh-mau-2026/xa")
        let text = commandOutput(["report", folder, "--format", "json"]).text
        let units = try jsonRecord(text)["units"] as? [Object] ?? []
        var extra: [String: [Double]] = [:]
        var named: Set<String> = []
        for unit in units {
            for field in unit["fields"] as? [Object] ?? [] where field["maximum"] as? Double == 0 {
                guard let code = field["code"] as? String else { continue }
                extra[code, default: []].append(field["points"] as? Double ?? 0)
            }
            named.formUnion((unit["answers"] as? Object)?["belowMedian"] as? [String] ?? [])
        }
        // There are some, and units differ in them.
        #expect(!extra.isEmpty && extra.values.contains { Set($0).count > 1 })
        #expect(!named.isEmpty && named.isDisjoint(with: extra.keys))
    }

    @Test("of fields that nobody is wholly measured in there is no median")
    func medians() throws {
        let groups = try report()["groups"] as? [Object] ?? []
        let communes = try #require(groups.first { $0["code"] as? String == "xa-thi-tran" })
        let fields = communes["fields"] as? [Object] ?? []
        let eighth = try #require(fields.first { $0["code"] as? String == "8" })
        #expect(eighth["units"] as? Int == 13 && eighth["measured"] as? Int == 12)
    }

    @Test("a unit that is not wholly measured may yet have any of the places that its points lead to")
    func openPlace() throws {
        let report = try commandJSON(["report", Repository.path("datasets/tuy-phuoc-2024"), "--stage", "computed"])
        let unit = try #require((report["units"] as? [Object])?.first { $0["code"] as? String == "phuoc-thang" })
        let place = try #require(unit["place"] as? Object)
        let reach = try #require(place["unmeasuredInterval"] as? Object)
        #expect(place["rank"] as? Int == 13)
        #expect(reach["lower"] as? Int == 3 && reach["upper"] as? Int == 13)
    }

    @Test("the cheapest step earns something, costs least, and is proven")
    func nextStep() throws {
        let step = try #require(try answers("phuoc-an")["nextStep"] as? Object)
        let gain = try #require(step["gain"] as? Double)
        #expect(gain > 0 && step["proven"] as? Bool == true)
        // No action of the table that earns anything costs less.
        let plan = try commandJSON([
            "plan", Repository.path("datasets/tuy-phuoc-2024"), "--unit", "phuoc-an", "--frontier",
        ])
        let frontier = try #require((plan["frontier"] as? [Object]) ?? (plan["plans"] as? [Object]))
        let costs = frontier.filter { ($0["cost"] as? Double ?? 0) > 0 }.compactMap { $0["cost"] as? Double }
        #expect(step["cost"] as? Double == costs.min())
    }

    @Test("who leads, who may, who needs help, and where all lose most")
    func group() throws {
        let groups = try report()["groups"] as? [Object] ?? []
        let communes = try #require(groups.first { $0["code"] as? String == "xa-thi-tran" }?["answers"] as? Object)
        #expect(communes["leaders"] as? [String] == ["phuoc-quang"])
        #expect((communes["mayLead"] as? [String])?.first == "phuoc-quang")
        let help = (communes["needHelp"] as? [Object] ?? []).map { $0["unit"] as? String }
        #expect(help == ["phuoc-thang", "phuoc-nghia"])
        let costs = communes["greatestCosts"] as? [Object] ?? []
        #expect(costs.map { $0["criterion"] as? String } == ["8.1.1", "8.1.2", "4.3.2"])
    }
}
