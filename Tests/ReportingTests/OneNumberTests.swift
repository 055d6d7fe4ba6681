import Foundation
import TestSupport
import Testing

/// One number has one value in every command: totals, losses, indices, classes and places of random assessments, at every
/// stage, as the commands write them.
@Suite struct OneNumberTests {
    private typealias Object = [String: Any]

    /// What a record says of some keys, as text; numbers as they are written.
    private func values(_ record: Object, _ keys: [String]) -> [String] {
        keys.map { key in
            switch record[key] {
            case let number as NSNumber: "\(key) \(number)"
            case let text as String: "\(key) \(text)"
            default: "\(key) –"
            }
        }
    }

    private func list(_ record: Object, _ key: String) -> [Object] { record[key] as? [Object] ?? [] }

    private func record(of unit: String, in list: [Object]) -> Object? { list.first { $0["code"] as? String == unit } }

    /// Numbers have six decimals at most, so that hundred-millionths are binary noise.
    private func isSame(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 1e-8 }

    @Test("totals, losses, indices, classes and places", arguments: Draws.seeds(12, of: 40))
    func commandsAgree(seed: Int) throws {
        let sample = RandomFolder(seed: UInt64(70_000 + seed))
        for stage in RandomFolder.stages {
            let at = ["--stage", stage]
            let score = list(try commandJSON(["score", sample.path] + at), "units")
            #expect(score.count == sample.units.count)
            let gap = list(try commandJSON(["gap", sample.path] + at), "units")
            let rank = try commandJSON(["rank", sample.path] + at)
            let compared = list(try commandJSON(["compare", sample.path, sample.path] + at), "units")
            for unit in sample.units {
                let own = try #require(record(of: unit, in: score))
                let sums = values(own, ["points", "maximum", "index"])
                let loss = try #require(record(of: unit, in: gap))
                #expect(values(loss, ["points", "maximum"]) == Array(sums.prefix(2)))
                let (points, maximum) = (own["points"] as? Double ?? 0, own["maximum"] as? Double ?? 0)
                #expect(isSame(loss["lost"] as? Double ?? 0, maximum - points))
                let ranked = record(of: unit, in: list(rank, "units"))
                if let ranked {
                    #expect(values(ranked, ["points", "maximum", "index", "class"]) == sums + values(own, ["class"]))
                } else {
                    #expect(record(of: unit, in: list(rank, "unranked")) != nil)
                }
                #expect(values(loss, ["rank"]) == values(ranked ?? [:], ["rank"]))
                let twice = try #require(record(of: unit, in: compared))
                if let ranked {
                    let rank = try #require(twice["rank"] as? Object)
                    let own = values(
                        ["before": ranked["rank"] ?? "", "after": ranked["rank"] ?? ""], ["before", "after"])
                    #expect(values(rank, ["before", "after"]) == own)
                }
                checkLosses(of: list(twice, "criteria"), list(loss, "criteria"))
                let total = try #require(twice["total"] as? Object)
                for side in ["before", "after"] {
                    #expect(values(try #require(total[side] as? Object), ["points", "maximum", "index"]) == sums)
                }
                let one = ["--unit", unit] + at
                // A figure that stays as it is.
                let unchanged = sample.reported[unit].map { ["--set", "\($0.metric)+=0"] }
                let states = try [
                    unchanged.map { try commandJSON(["whatif", sample.path] + $0 + one) },
                    commandJSON(["plan", sample.path, "--actions", "none", "--goal-points", "0"] + one),
                ].compactMap(\.self)
                for now in states {
                    let now = try #require(now["now"] as? Object)
                    let all = ["points", "maximum", "index", "coverage", "class"]
                    #expect(values(now, all) == values(own, all))
                    #expect(values(now, ["rank"]) == values(ranked ?? [:], ["rank"]))
                }
            }
        }
    }

    /// What a leaf lost is the same in the comparison of a folder with itself and in the table of losses.
    private func checkLosses(of compared: [Object], _ lost: [Object]) {
        for leaf in compared where leaf["leaf"] as? Bool == true {
            guard let loss = record(of: leaf["code"] as? String ?? "", in: lost) else { continue }
            for side in ["before", "after"] {
                let sum = leaf[side] as? Object ?? [:]
                let own = (sum["maximum"] as? Double ?? 0) - (sum["points"] as? Double ?? 0)
                #expect(isSame(own, loss["lost"] as? Double ?? 0), "\(leaf) \(loss)")
            }
        }
    }

    /// The best figure for one metric, tried, planned and then reported: the points, class and place are the same.
    @Test("what follows from a change is the same however it is asked for", arguments: Draws.seeds(12, of: 40))
    func changesAgree(seed: Int) throws {
        let sample = RandomFolder(seed: UInt64(72_000 + seed))
        let all = ["points", "maximum", "index", "coverage", "unmeasured", "class", "rank"]
        let figures = sample.folder.text("now/metrics.csv") ?? ""
        for unit in sample.units {
            guard let (metric, best) = sample.reported[unit] else { continue }
            let one = [sample.path, "--unit", unit, "--stage", "computed"]
            let trial = try commandJSON(["whatif"] + one + ["--set", "\(metric)=\(best)"])
            let then = try #require(list(trial, "scenarios").first)
            let action = "action;unit;metric;value;cost\nA;\(unit);\(metric);\(best);1\n"
            let actions = sample.folder.add(action, "actions.csv")
            let plan = try commandJSON(["plan"] + one + ["--actions", actions, "--must", "A", "--budget", "1"])
            #expect(plan["status"] as? String == "optimal")
            #expect(values(plan, all) == values(then, all), "\(unit) \(metric)")
            let rows = figures.split(separator: "\n").map { row in
                row.hasPrefix("\(unit);\(metric);") ? "\(unit);\(metric);\(best);;" : String(row)
            }
            sample.folder.add(rows.joined(separator: "\n") + "\n", "now/metrics.csv")
            let score = try #require(record(of: unit, in: list(try commandJSON(["score"] + one), "units")))
            let rank = try commandJSON(["rank", sample.path, "--stage", "computed"])
            let ranked = record(of: unit, in: list(rank, "units")) ?? [:]
            #expect(values(score, all.dropLast()) == values(then, all.dropLast()), "\(unit) \(metric)")
            #expect(values(ranked, ["rank"]) == values(then, ["rank"]), "\(unit) \(metric)")
            sample.folder.add(figures, "now/metrics.csv")
        }
    }

    @Test("parts add up to their totals", arguments: Draws.seeds(12, of: 40))
    func partsAddUp(seed: Int) throws {
        let sample = RandomFolder(seed: UInt64(71_000 + seed))
        for stage in RandomFolder.stages {
            for unit in sample.units {
                let words = [sample.path, "--unit", unit, "--stage", stage]
                let own = try #require(list(try commandJSON(["score"] + words), "units").first)
                try checkTree(list(own, "criteria"))
                try checkTables(words, points: own["points"] as? Double ?? 0, maximum: own["maximum"] as? Double ?? 0)
            }
        }
    }

    /// Every node has the points of its parts and what rounding or points given to it as a whole add.
    private func checkTree(_ nodes: [Object]) throws {
        func number(_ node: Object, _ key: String) -> Double { node[key] as? Double ?? 0 }
        for node in nodes where node["leaf"] as? Bool == false {
            let code = try #require(node["code"] as? String)
            let parts = nodes.filter { other in
                guard let own = other["code"] as? String, own.hasPrefix(code + ".") else { return false }
                return !own.dropFirst(code.count + 1).contains(".")
            }
            let sum = parts.reduce(0) { $0 + number($1, "points") }
            #expect(isSame(sum + number(node, "adjustment") + number(node, "correction"), number(node, "points")))
        }
    }

    /// The rows of the tree and of the losses, and the fields of the unit's row, add up to the total.
    private func checkTables(_ words: [String], points: Double, maximum: Double) throws {
        func rows(_ words: [String]) -> [[String]] {
            commandOutput(words + ["--format", "csv", "--lang", "vi"]).text.split(whereSeparator: \.isNewline).map {
                $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            }
        }
        func number(_ cell: String) -> Double { Double(cell.replacing(",", with: ".")) ?? 0 }
        func sum(_ rows: some Sequence<[String]>, _ column: Int) -> Double {
            rows.reduce(0) { $0 + number($1[column]) }
        }
        let tree = rows(["score"] + words + ["--tree"])
        let (code, isLeaf, ofPoints) = (3, 5, 6)
        #expect(
            tree.first.map { [$0[code], $0[isLeaf], $0[ofPoints]] } == ["Mã tiêu chí", "Là tiêu chí chấm điểm", "Điểm"])
        // Leaves, and what stands between them and the total, which is the last row.
        let parts = tree.dropFirst().dropLast().filter { $0[isLeaf] == "có" || $0[code].isEmpty }
        #expect(isSame(sum(parts, ofPoints), points))
        // The table of all units: their fields stand beside each other.
        let units = rows(["score", words[0]] + words.suffix(2))
        let fields = try #require(units.first).indices.filter {
            Int(units[0][$0]) != nil || units[0][$0] == "Điều chỉnh"
        }
        let own = try #require(units.first { $0[0] == words[2] })
        #expect(isSame(fields.reduce(0) { $0 + number(own[$1]) }, points))
        let losses = rows(["gap"] + words)
        let lost = try #require(losses.first?.firstIndex(of: "Mất điểm"))
        #expect(isSame(sum(losses.dropFirst(), lost), maximum - points))
    }
}
