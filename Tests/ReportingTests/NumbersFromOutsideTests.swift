import Assessment
import TestSupport
import Testing
import Values

@testable import score_cli

/// Numbers at the ends of 64 bits, of decimals in millionths, and beyond both, in every option that takes a number.
@Suite struct NumbersFromOutsideTests {
    /// An option that takes a number, and a command line that uses it; `#` is the number.
    struct Use: Sendable, CustomTestStringConvertible {
        let command: String
        let option: OptionDeclaration.Name
        let words: [String]
        /// Numbers that the command accepts.
        var accepted: Set<String> = []
        /// Whether any number of its type may be a figure; it then only must not end the program.
        var isFigure = false

        var testDescription: String { "\(command) --\(option.rawValue)" }
    }

    private static let folder = Repository.path("Tests/ReportingTests/Cases12/attack-01-plan-goal-overflow/now")
    private static let plan = ["plan", folder, "--unit", "x1"]
    private static let rank = ["rank", folder]
    private static let review = ["criteria", "review", folder]

    private static let numbers = [
        "-9223372036854775809", "-9223372036854775808", "-9223372036854775807", "-9223372036854.775809",
        "-9223372036854.775808", "-9223372036854.775807", "-9223372036854", "-1000000000001", "-1000000001", "-1",
        "9000000000001", "9223372036854", "9223372036854.775807", "9223372036854.775808", "9223372036854775807",
        "9223372036854775808", "18446744073709551615", "18446744073709551616",
        "340282366920938463463374607431768211456", "1e400", "nan", "inf",
    ]

    private static let uses = [
        Use(command: "plan", option: .goalPoints, words: plan + ["--goal-points", "#"], accepted: ["-1"]),
        Use(command: "plan", option: .goalIndex, words: plan + ["--goal-index", "#"], accepted: ["-1"]),
        Use(command: "plan", option: .goalRank, words: plan + ["--goal-rank", "#"]),
        Use(command: "plan", option: .budget, words: plan + ["--budget", "#"]),
        Use(
            command: "plan", option: .keepField, words: plan + ["--budget", "1", "--keep-field", "1=#"],
            accepted: ["-1"]),
        Use(command: "plan", option: .best, words: plan + ["--budget", "1", "--best", "#"]),
        Use(command: "plan", option: .time, words: plan + ["--budget", "1", "--time", "#"]),
        Use(command: "rank", option: .top, words: rank + ["--top", "#"]),
        Use(command: "rank", option: .confidence, words: rank + ["--confidence", "#"]),
        Use(command: "rank", option: .robust, words: rank + ["--robust", "#"]),
        Use(command: "rank", option: .draws, words: rank + ["--draws", "#"]),
        Use(command: "rank", option: .seed, words: rank + ["--seed", "#"]),
        Use(command: "deadlines", option: .within, words: ["deadlines", folder, "--within", "#"]),
        Use(command: "alerts", option: .within, words: ["alerts", folder, "--within", "#"]),
        Use(
            command: "report", option: .number,
            words: ["report", folder, "--document", "publication", "--number", "#"]),
        Use(
            command: "whatif", option: .set, words: ["whatif", folder, "--unit", "x1", "--set", "1.2=#"], isFigure: true
        ),
        Use(
            command: "whatif", option: .set, words: ["whatif", folder, "--unit", "x1", "--set", "2.1+=#"],
            isFigure: true),
        Use(
            command: "whatif", option: .set, words: ["whatif", folder, "--unit", "x1", "--set", "2.1-=#"],
            isFigure: true),
        Use(
            command: "whatif", option: .set, words: ["whatif", folder, "--unit", "x1", "--set", "1.1=#/#"],
            isFigure: true),
        Use(
            command: "whatif", option: .set, words: ["whatif", folder, "--unit", "x1", "--set", "1.1=1/#"],
            isFigure: true),
        Use(
            command: "whatif", option: .set, words: ["whatif", folder, "--unit", "x1", "--set", "1.1+=#/"],
            isFigure: true),
        Use(
            command: "whatif", option: .sweep, words: ["whatif", folder, "--unit", "x1", "--sweep", "1.2=#..5"],
            isFigure: true),
        Use(
            command: "whatif", option: .sweep, words: ["whatif", folder, "--unit", "x1", "--sweep", "2.1=0..#"],
            isFigure: true),
        Use(
            command: "whatif", option: .sweep, words: ["whatif", folder, "--unit", "x1", "--sweep", "2.1=0..5:#"],
            isFigure: true),
        Use(
            command: "survey sample-size", option: .population, words: ["survey", "sample-size", "--population", "#"]),
        Use(
            command: "survey sample-size", option: .error,
            words: ["survey", "sample-size", "--population", "9", "--error", "#"]),
        Use(
            command: "survey sample-size", option: .designEffect,
            words: ["survey", "sample-size", "--population", "9", "--design-effect", "#"]),
        Use(
            command: "survey sample-size", option: .confidence,
            words: ["survey", "sample-size", "--population", "9", "--confidence", "#"]),
        Use(
            command: "survey sample-size", option: .share,
            words: ["survey", "sample-size", "--population", "9", "--share", "#"]),
        Use(
            command: "survey sample-size", option: .response,
            words: ["survey", "sample-size", "--population", "9", "--response", "#"]),
        Use(
            command: "survey sample-size", option: .minimum,
            words: ["survey", "sample-size", "--population", "9", "--minimum", "#"]),
        Use(
            command: "survey progress", option: .designEffect,
            words: [
                "survey", "progress", "a.csv", "--questionnaire", "q.json", "--sample", "s.csv", "--design-effect", "#",
            ]),
        Use(command: "criteria review", option: .leastUnits, words: review + ["--least-units", "#"]),
        Use(command: "criteria review", option: .alike, words: review + ["--alike", "#"]),
        Use(command: "criteria review", option: .twice, words: review + ["--twice", "#"]),
        Use(command: "criteria review", option: .cut, words: review + ["--cut", "#"]),
        Use(command: "criteria review", option: .unmeasured, words: review + ["--unmeasured", "#"]),
    ]

    @Test("a number too large or too small is refused", arguments: uses)
    func extremeNumbersAreRefused(_ use: Use) {
        for number in Self.numbers {
            let words = use.words.map {
                $0.split(separator: "#", omittingEmptySubsequences: false).joined(separator: number)
            }
            let exit = commandOutput(words).exit
            #expect(
                use.isFigure || use.accepted.contains(number) || exit == .usage || exit == .failed, "\(number): \(exit)"
            )
        }
    }

    @Test func everyOptionThatTakesANumberIsTried() {
        let placeholders: Set = [
            "N", "K", "E", "D", "LEVEL", "PERCENT", "CORRELATION", "DAYS", "SECONDS", "COUNT", "COST", "RANK", "POINTS",
            "INDEX",
            "CODE[=POINTS]", "CODE=VALUE", "CODE=FROM..TO[:STEP]",
        ]
        for command in CommandDeclaration.all {
            for option in command.options where option.value.map(placeholders.contains) ?? false {
                // `gap` and `whatif` share the reader of changes.
                let isTried = Self.uses.contains { $0.option == option.name && $0.command == command.name }
                #expect(isTried || Self.uses.contains { $0.option == option.name }, "\(command.name) \(option.name)")
            }
        }
    }

    @Test func boundsOfGoalsAreInclusive() {
        func exit(_ words: String...) -> ExitCode {
            commandOutput(Self.plan + words).exit
        }
        #expect(exit("--goal-points=-1000000000") == .done)
        #expect(exit("--goal-points=-1000000000,000001") == .usage)
        #expect(exit("--goal-points=1000000000") == .failed)
        #expect(exit("--goal-points=1000000000,000001") == .usage)
        #expect(exit("--budget=9000000000000") == .done)
        #expect(exit("--budget=9000000000000,000001") == .usage)
        #expect(exit("--budget=0") == .done)
        #expect(exit("--budget=-0,000001") == .usage)
        #expect(exit("--budget=1", "--keep-field", "1=-1000000000") == .done)
        #expect(exit("--budget=1", "--keep-field", "1=1000000000") == .failed)
    }
}

/// A cell that is at fault is told once.
@Suite struct OneFindingTests {
    @Test func aNegativeCostIsOneFinding() throws {
        let folder = Repository.path("Tests/ReportingTests/Cases12/34b-negative-cost/a")
        let assessment = try #require(Assessment.read(folder).assessment)
        let findings = assessment.readActions(folder + "/actions.csv").findings
        #expect(findings.map(\.code) == ["action.negativeCost"])
        #expect(CommandLineTool.run(["plan", folder, "--unit", "xa-1", "--goal-points", "2", "--quiet"]) == .failed)
    }
}
