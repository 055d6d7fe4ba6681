import Assessment
import PageEngine
import Reporting
import Values

/// The page's engine natively, for `checks/page-engine`: what the module answers is held against it.
///
///     page-engine-bench input FOLDER PEERS [UNIT,…]        the request that opens a page, on one line
///     page-engine-bench requests FOLDER SEED SCORES PLANS [UNIT,…]   requests drawn by a seed, one a line
///     page-engine-bench answer [--digest | --times]        answers requests from standard input, one a line
@main
enum Main {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "input" where arguments.count > 2: input(arguments[1], arguments[2], Array(arguments.dropFirst(3)))
        case "requests" where arguments.count > 4:
            guard let seed = UInt64(arguments[2]), let scores = Int(arguments[3]), let plans = Int(arguments[4]) else {
                fail("seed and counts are numbers")
            }
            let assessment = read(arguments[1])
            var drawing = DrawnRequests(
                assessment, units: positions(Array(arguments.dropFirst(5)), in: assessment), seed: seed)
            for _ in 0..<scores { print(drawing.score()) }
            for _ in 0..<plans { print(drawing.plan()) }
        case "answer": answer(arguments.last)
        default: fail("input, requests or answer")
        }
    }

    private static func fail(_ reason: String) -> Never { fatalError("page-engine-bench: \(reason)") }

    private static func read(_ folder: String) -> Assessment {
        guard let assessment = Assessment.read(folder).assessment else { fail("\(folder) cannot be read") }
        return assessment
    }

    private static func positions(_ words: [String], in assessment: Assessment) -> [Int] {
        let codes = words.flatMap { $0.split(separator: ",") }
        if codes.isEmpty { return Array(assessment.units.indices) }
        return codes.compactMap { assessment.position(ofUnit: String($0)) }
    }

    private static func input(_ folder: String, _ peers: String, _ units: [String]) {
        let assessment = read(folder)
        guard let peers = EngineInput.Peers(rawValue: peers),
            let input = try? EngineInput(assessment, units: positions(units, in: assessment), peers: peers)
        else { fail("none, totals or all, of criteria in a file") }
        print(String(decoding: input.bytes.filter { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }

    private static func answer(_ mode: String?) {
        var engine = PageEngine()
        let clock = ContinuousClock()
        while let line = readLine() {
            let start = clock.now
            let answer = engine.answer(Array(line.utf8))
            let time = (clock.now - start) / .milliseconds(1)
            switch mode {
            case "--digest": print(SHA256.hex(of: answer).prefix(16))
            case "--times": print(time)
            default: print(String(decoding: answer, as: UTF8.self), terminator: "")
            }
        }
    }
}
