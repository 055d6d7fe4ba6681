import Foundation
import TestSupport
import Testing

@testable import score_cli

/// Everything that can be written of one folder, all of it held together, is the same whether three people of a service of a
/// commune were satisfied or not: answers of others make up for it in whatever is published. So nobody can tell.
@Suite struct DisclosedWorldsTests {
    private static let services = ["đất đai", "hộ tịch", "xây dựng", "y tế"]
    private static let small = 2
    /// Forms by unit and service: three people asked for a building permit in A.
    private static let forms = ["A": [14, 9, 3, 0], "B": [11, 8, 7, 6], "C": [6, 12, 9, 5]]

    /// Two communes and two services whose first three people answer otherwise in the other world.
    private struct Corners {
        var unit = "", service = 0

        /// What the first three people of a commune and service answer; nil where they answer the same in both worlds.
        func answer(_ unit: String, _ service: Int, areSatisfied: Bool) -> Int? {
            let isOwn = unit == "A" || unit == self.unit
            guard isOwn, service == small || service == self.service else { return nil }
            return ((unit == "A") == (service == small)) == areSatisfied ? 2 : 1
        }
    }

    /// Writes a year of the folder.
    private func add(to files: TemporaryFolder, _ year: Int, _ corners: Corners, areSatisfied: Bool) {
        let criteria = Repository.path("Tests/SurveyTests/Cases12/40-formula-guard-in-tallies/criteria.json")
        let previous = year == 2025 ? #""previous": "../2024","# : ""
        files.add(
            """
            {"format": 1, "name": "Thử", "criteria": "\(criteria)", "year": \(year), "stage": "self", \(previous)
             "files": {"units": "units.csv", "metrics": ["metrics.csv"],
                       "survey": {"questionnaire": "questionnaire.json", "answers": ["survey.csv"]}}}
            """, "\(year)/assessment.json")
        files.add("code;name;level\nA;Xã A;commune\nB;Xã B;commune\nC;Xã C;commune\n", "\(year)/units.csv")
        files.add("unit;metric;value;numerator;denominator;status\n", "\(year)/metrics.csv")
        files.add(
            """
            {"format": 1, "questionnaire": "thu", "name": "Thử", "minimumCount": 5,
             "scale": {"levels": [{"code": "1", "label": "không"}, {"code": "2", "label": "có"}]},
             "columns": {"unit": "unit", "id": "id", "domains": [
               {"code": "service", "name": "Dịch vụ", "column": "service"},
               {"code": "sex", "name": "Giới", "column": "sex"}]},
             "design": {"stages": [{}]}, "index": {"measure": "topShare", "topLevels": 1},
             "blocks": [{"code": "N", "name": "N", "factors": [
               {"code": "F", "name": "F", "questions": [{"code": "a", "text": "?"}, {"code": "b", "text": "?"}]},
               {"code": "G", "name": "G", "questions": [{"code": "c", "text": "?"}]}]}],
             "metrics": [{"metric": "1.1"}]}
            """, "\(year)/questionnaire.json")
        var rows = ["id,unit,service,sex,a,b,c"]
        for (unit, counts) in Self.forms.sorted(by: { $0.key < $1.key }) {
            for (service, count) in counts.enumerated() {
                for number in 0..<count {
                    let other = number < 3 ? corners.answer(unit, service, areSatisfied: areSatisfied) : nil
                    let answers =
                        other.map { [$0, $0, $0] } ?? [1 + number % 2, 1 + number % 3 / 2, 2 - number % 5 / 4]
                    let person = "\(rows.count),\(unit),\(Self.services[service]),\(number % 2 == 0 ? "nam" : "nữ")"
                    rows.append(person + answers.map { ",\($0)" }.joined())
                }
            }
        }
        // An answer that cannot be used, which the file of faults names.
        rows.append("\(rows.count),B,y tế,nam,7,2,1")
        files.add(rows.joined(separator: "\n") + "\n", "\(year)/survey.csv")
    }

    private func add(to files: TemporaryFolder, _ corners: Corners, areSatisfied: Bool) {
        for year in [2024, 2025] { add(to: files, year, corners, areSatisfied: areSatisfied) }
    }

    /// The words of commands, each with its formats; `NEW` and `OLD` are the folders, `FILE` and `DIR` what is written beside the
    /// output.
    private static let commands: [(words: [String], formats: [String])] = {
        let tables = [
            "service", "sex", "unit", "factor", "question", "service*sex", "unit*service", "unit*sex", "unit*question",
            "service*question", "service*factor", "sex*question", "unit*service*question", "service*sex*unit",
        ]
        let surveys = tables.flatMap {
            [["survey", "NEW", "--by", $0], ["survey", "NEW", "--by", $0, "--unit", "A"]]
        }
        let others = [
            ["survey", "NEW"], ["survey", "NEW", "--questions"], ["survey", "NEW", "--unit", "A", "--questions"],
            ["survey", "NEW", "--errors", "FILE"], ["score", "NEW"], ["score", "NEW", "--tree"],
            ["score", "NEW", "--unit", "A"], ["rank", "NEW"], ["rank", "NEW", "--robust", "50"], ["gap", "NEW"],
            ["compare", "OLD", "NEW"], ["compare", "OLD", "NEW", "--unit", "A"], ["history", "OLD", "NEW"],
        ]
        return (surveys + others).map { ($0, ["table", "json", "csv", "md", "html"]) }
            + tables.filter { $0.contains("*") }.map { (["survey", "NEW", "--by", $0, "--wide"], ["csv"]) }
            + [
                (["explain", "NEW", "1.1", "--unit", "A"], ["table", "json", "md", "html"]),
                (["check", "NEW"], ["table", "json"]),
            ]
    }()

    /// What a command writes, in every file.
    private func written(_ files: TemporaryFolder, _ words: [String]) -> [String: [UInt8]] {
        let place = files.path("out")
        try? FileManager.default.removeItem(atPath: place)
        try? FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        let names = [
            "NEW": files.path("2025"), "OLD": files.path("2024"), "FILE": place + "/file.csv", "DIR": place + "/pages",
        ]
        _ = CommandLineTool.run(words.map { names[$0] ?? $0 } + ["--quiet"])
        var bytes: [String: [UInt8]] = [:]
        for name in FileManager.default.enumerator(atPath: place)?.compactMap({ $0 as? String }) ?? [] {
            bytes[name] = FileManager.default.contents(atPath: place + "/" + name).map(Array.init)
        }
        return bytes
    }

    /// Everything that is written, by the words of its command and the name of the file.
    private func everything(_ files: TemporaryFolder) -> [String: [UInt8]] {
        var all: [String: [UInt8]] = [:]
        func take(_ words: [String]) {
            let own = written(files, words)
            // Where nothing is written, nothing is held.
            if own.isEmpty { all[words.joined(separator: " ")] = [] }
            for (name, bytes) in own { all[words.joined(separator: " ") + " → " + name] = bytes }
        }
        for (words, formats) in Self.commands {
            for format in formats {
                take(words + ["--format", format, "--output", files.path("out/output")])
            }
        }
        for file in ["report.json", "report.xlsx", "report.docx"] {
            take(["report", "NEW", "--output", files.path("out/\(file)")])
        }
        take(["report", "NEW", "--output", "DIR"])
        take([
            "survey", "tally", files.path("2025/survey.csv"), "--questionnaire", files.path("2025/questionnaire.json"),
            "--by", "service", "--protect", "--output", files.path("out/tally.csv"),
        ])
        return all
    }

    /// The services of each unit that are withheld.
    private func withheld(_ files: TemporaryFolder) throws -> [String: Set<String>] {
        let record = try commandJSON(["survey", files.path("2025"), "--by", "unit*service"])
        let estimates = try #require(record["estimates"] as? [[String: Any]])
        var services: [String: Set<String>] = [:]
        for estimate in estimates where estimate["status"] as? String == "suppressed" {
            guard let unit = estimate["unit"] as? String, estimate["kind"] as? String == "total",
                let service = (estimate["domain"] as? [String: String])?["service"]
            else { continue }
            services[unit, default: []].insert(service)
        }
        return services
    }

    @Test func nobodyCanTellTheWorldsApart() throws {
        let files = TemporaryFolder()
        add(to: files, Corners(), areSatisfied: true)
        // A rectangle of what is withheld, which goes by numbers of people and not by answers.
        let services = try withheld(files)
        let own = try #require(services["A"])
        #expect(own.contains(Self.services[Self.small]))
        let corners = ["B", "C"].flatMap { unit in
            Self.services.indices.map { Corners(unit: unit, service: $0) }
        }.first { corner in
            let two = [Self.services[Self.small], Self.services[corner.service]]
            return corner.service != Self.small && own.isSuperset(of: two)
                && services[corner.unit, default: []].isSuperset(of: two)
        }
        let chosen = try #require(corners, "\(services)")

        add(to: files, chosen, areSatisfied: true)
        let answers = files.text("2025/survey.csv")
        let one = everything(files)
        add(to: files, chosen, areSatisfied: false)
        #expect(files.text("2025/survey.csv") != answers)
        let other = everything(files)
        #expect(one.keys.sorted() == other.keys.sorted())
        for (name, bytes) in one.sorted(by: { $0.key < $1.key }) {
            #expect(!bytes.isEmpty, "\(name): nothing written")
            #expect(bytes == other[name], "\(name)")
        }
        #expect(one.count > 200)
    }

    /// Of what is published, the worlds may differ: one in which others do not make up for the three is told apart.
    @Test func otherWorldsAreToldApart() throws {
        let files = TemporaryFolder()
        add(to: files, Corners(unit: "A", service: Self.small), areSatisfied: true)
        let one = written(files, ["survey", "NEW", "--format", "json", "--output", files.path("out/output")])
        add(to: files, Corners(unit: "A", service: Self.small), areSatisfied: false)
        let other = written(files, ["survey", "NEW", "--format", "json", "--output", files.path("out/output")])
        #expect(one["output"] != nil && one != other)
    }
}
