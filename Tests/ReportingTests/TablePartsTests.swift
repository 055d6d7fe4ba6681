import Foundation
import TestSupport
import Testing

/// What people read of random assessments adds up, and agrees between commands: whole nodes with given points, zero
/// denominators of every convention, caps, and every stage of rounding.
@Suite struct TablePartsTests {
    private typealias Object = [String: Any]

    private func list(_ record: Object?, _ key: String) -> [Object] { record?[key] as? [Object] ?? [] }

    private func number(_ record: Object?, _ key: String) -> Double? { record?[key] as? Double }

    @Test("the tables of losses add up, and have what score has", arguments: Draws.seeds(6, of: 12))
    func losses(seed: Int) throws {
        let sample = RandomFolder(seed: UInt64(72_000 + seed))
        for stage in RandomFolder.stages {
            for unit in sample.units {
                let words = [sample.path, "--unit", unit, "--stage", stage]
                let own = try #require(list(try commandJSON(["score"] + words), "units").first)
                let gap = try #require(list(try commandJSON(["gap"] + words), "units").first)
                let context = words.joined(separator: " ")
                // Nothing that score has lost is left out, leaf by leaf and field by field.
                let leaves = list(gap, "criteria")
                for node in list(own, "criteria") where node["leaf"] as? Bool == true {
                    let lost = leaves.first { $0["code"] as? String == node["code"] as? String }.flatMap {
                        number($0, "lost")
                    }
                    #expect(abs((lost ?? 0) - (number(node, "lost") ?? 0)) < 1e-8, "\(context) \(node["code"] ?? "")")
                }
                for group in list(gap, "byField") {
                    let field = list(own, "criteria").first { $0["code"] as? String == group["field"] as? String }
                    #expect(abs((number(group, "lost") ?? -1) - (number(field, "lost") ?? 0)) < 1e-8, "\(context)")
                }
                // A criterion cannot lack more than is not measured.
                let missing = number(gap, "lostWithoutFigures") ?? -1
                #expect(missing <= (number(own, "unmeasured") ?? -1) + 1e-8, "\(context)")
                let total = (number(own, "maximum") ?? 0) - (number(own, "points") ?? 0)
                let tables = MarkdownTables(["gap"] + words)
                for heading in ["Mất điểm theo lĩnh vực", "Mất điểm theo cơ quan chủ trì"] {
                    guard let rows = tables.tables[heading] else { continue }
                    #expect(tables.addsUp("Mất điểm", of: heading), "\(context)")
                    #expect(abs((rows.last?.number("Mất điểm") ?? -1) - total) < 1e-8, "\(context)")
                    if rows.last?.cells["Mất vì chưa có số liệu"] != nil {
                        #expect(tables.addsUp("Mất vì chưa có số liệu", of: heading), "\(context)")
                    }
                }
            }
            let costs = MarkdownTables(["gap", sample.path, "--stage", stage, "--by", "criterion"])
            for column in ["Mất", "Mất vì chưa có số liệu"] {
                #expect(costs.addsUp(column, of: "Tiêu chí mất nhiều điểm nhất"), "\(sample.path) \(stage)")
            }
        }
    }

    @Test(
        "a step gains what a trial of its figure does, and the rows of both add up", arguments: Draws.seeds(6, of: 12))
    func steps(seed: Int) throws {
        let sample = RandomFolder(seed: UInt64(73_000 + seed))
        var tried = 0
        for stage in RandomFolder.stages {
            let words = ["--unit", sample.units[0], "--stage", stage]
            let gap = list(try commandJSON(["gap", sample.path] + words), "units").first
            for leaf in list(gap, "criteria") {
                let measure = list(leaf, "measures").first
                for step in list(measure, "nextSteps") {
                    let metric = measure?["metric"] as? String ?? ""
                    let change: String
                    switch (step["numerator"] as? NSNumber, step["figure"] as? NSNumber) {
                    case (let numerator?, _): change = "\(metric)=\(numerator)/"
                    case (nil, let figure?): change = "\(metric)=\(figure)"
                    // Of several figures there is none that could be tried alone.
                    case (nil, nil): continue
                    }
                    tried += 1
                    let trial = ["whatif", sample.path, "--set", change] + words
                    let scenario = list(try commandJSON(trial), "scenarios").first
                    // The highest node that given points were freed from, or the leaf: above it caps and rounding begin.
                    let top = list(scenario, "freed").first?["criterion"] as? String ?? leaf["code"] as? String
                    let moved = list(scenario, "criteria").first { $0["code"] as? String == top }
                    if list(scenario, "freed").isEmpty, (number(leaf, "maximum") ?? 0) > 0 {
                        #expect((number(step, "gain") ?? 9) <= (number(leaf, "lost") ?? 0) + 1e-8, "\(change)")
                    }
                    let (gained, told) = (number(moved, "gain") ?? -9, number(step, "gain") ?? -1)
                    // Six decimals of two numbers may differ from those of their difference by one.
                    #expect(abs(gained - told) < 1.5e-6, "\(trial.joined(separator: " "))")
                    let tables = MarkdownTables(trial)
                    for column in ["Tối đa", "Hiện tại", "Sau thay đổi", "Chênh lệch"] {
                        #expect(tables.addsUp(column, of: "Từng tiêu chí"), "\(trial.joined(separator: " ")) \(column)")
                    }
                }
            }
            let plan = MarkdownTables(["plan", sample.path, "--budget", "100"] + words)
            if plan.tables["Tiêu chí thay đổi"] != nil {
                #expect(plan.addsUp("Tăng", of: "Tiêu chí thay đổi"), "\(sample.path) \(words)")
            }
        }
        // Two of these units have nothing to gain by one figure.
        #expect((tried > 0) != [3, 9].contains(seed))
    }
}
