import ScoreNumerics
import Survey
import Tables
import Values

/// A national survey of any size, the same on every machine: id, province, district, commune (some quoted), area,
/// stratum, cluster, weight and forty answers from 1 to 5, three per cent of them empty.
enum BenchSurvey {
    static let questions = 40
    /// The number of communes since July 2025.
    static let communes = 3_321
    static let provinces = 34
    static let names = [
        "Phước Hòa", "An Nhơn", "Tân Quang", "Như Quỳnh", "Đông Hưng", "Bình Thạnh", "Mỹ Đức", "Hòa Lạc",
    ]

    /// The commune's name as written in the file.
    static func name(_ commune: Int) -> String {
        let name = "Xã \(names[commune % names.count]) \(commune)"
        return commune % 7 == 0 ? "\"\(name), vùng cao\"" : name
    }

    /// Writes a file; rows of a commune are consecutive unless they are shuffled.
    static func write(rows: Int, communes: Int, shuffled: Bool, to path: String) throws {
        var random = SeededRandom(seed: 1)
        var bytes: [UInt8] = []
        let heading = ["id", "province", "district", "commune", "area", "stratum", "cluster", "weight"]
        bytes += Array((heading + (1...questions).map { "q\($0)" }).joined(separator: ",").utf8) + [UInt8(ascii: "\n")]
        let places = (0..<communes).map { commune in
            let province = commune * provinces / communes
            return Array("Tỉnh \(province),Huyện \(commune / 10),\(name(commune)),".utf8)
        }
        let writer = try StreamOutput(path: path)
        for row in 0..<rows {
            let commune = shuffled ? Int(random.next() % UInt64(communes)) : row * communes / rows
            let draw = random.next()
            bytes += Array(String(row + 1).utf8)
            bytes.append(UInt8(ascii: ","))
            bytes += places[commune]
            bytes += Array(draw & 1 == 0 ? "urban,".utf8 : "rural,".utf8)
            bytes += Array("s\(commune % 9),c\(commune * 8 + Int(draw >> 8 & 7)),".utf8)
            let weight = 500 + draw >> 16 % 4_000
            bytes += Array("\(weight / 1000).".utf8)
            bytes += Array(String(1000 + weight % 1000).utf8.dropFirst())
            var bits: UInt64 = 0
            for question in 0..<questions {
                if question % 6 == 0 { bits = random.next() }
                bytes.append(UInt8(ascii: ","))
                let part = bits & 1023
                bits >>= 10
                if part < 31 { continue }
                bytes.append(UInt8(ascii: "1") + UInt8(min(4, (part - 31) / 199 + part % 2)))
            }
            bytes.append(UInt8(ascii: "\n"))
            if bytes.count >= 1 << 22 {
                try writer.write(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        try writer.write(bytes)
        try writer.finish()
    }

    /// The questionnaire of the file.
    static var questionnaire: String {
        let list = (1...questions).map { #"{"code": "q\#($0)", "text": "Câu \#($0)"}"# }.joined(separator: ", ")
        let levels = (1...5).map { #"{"code": "\#($0)", "label": "Mức \#($0)."}"# }.joined(separator: ", ")
        return """
            {"format": 1, "questionnaire": "bench", "name": "Bench", "scale": {"levels": [\(levels)]},
             "columns": {"unit": "commune", "weight": "weight"},
             "blocks": [{"code": "B", "name": "B", "factors": [{"code": "F", "name": "F", "questions": [\(list)]}]}],
             "index": {"measure": "topShare", "topLevels": 2}}
            """
    }

    /// Reads a file several times and prints the seconds of each run, one per line; writes its tally if requested.
    static func measure(_ path: String, threads: Int, runs: Int, tallyPath: String?) throws {
        guard let questionnaire = Questionnaire.read(file: "bench.json", bytes: Array(questionnaire.utf8)).questionnaire
        else { return print("wrong: the questionnaire cannot be read") }
        var options = AnswerOptions()
        options.threads = threads
        let clock = ContinuousClock()
        var tally: SurveyTally?
        for _ in 0..<runs {
            var reading: AnswerReading?
            let time = clock.measure { reading = AnswerReader(questionnaire, options: options).read([path]) }
            tally = reading?.tally
            guard let reading, reading.tally != nil, !reading.findings.containsError else {
                return print("wrong: \(reading?.findings ?? [])")
            }
            print(Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
        }
        if let tally, let tallyPath { try FileOutput.write(tally.file(), to: tallyPath) }
    }
}
