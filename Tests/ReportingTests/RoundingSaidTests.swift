import Documents
import TestSupport
import Testing

@testable import score_cli

/// That numbers were rounded as they were read is said in every report and format: to people once, in data in each row, to
/// programs once for each assessment.
@Suite struct RoundingSaidTests {
    /// Two communes in two years, with actions; the later year is compared with the earlier.
    private static func folders() -> (before: SmallFolder, now: SmallFolder) {
        let nodes = [SmallFolder.node("1", "3"), SmallFolder.share("1.1", "1"), SmallFolder.share("1.2", "2")]
        let before = SmallFolder(nodes, figures: ["x;1.1;50,1234;;", "x;1.2;;1;3", "y;1.1;60;;"])
        let now = SmallFolder(nodes, figures: ["x;1.1;55,1236;;", "x;1.2;;1;2", "y;1.1;60;;", "y;1.2;70;;"])
        for folder in [before, now] {
            let criteria = folder.folder.text("criteria.json") ?? ""
            folder.folder.add(
                criteria.replacing(#""years": {"from": 2024"#, with: #""years": {"from": 2023"#), "criteria.json")
        }
        let settings = before.folder.text("assessment.json") ?? ""
        before.folder.add(settings.replacing("2024", with: "2023"), "assessment.json")
        let dated = (now.folder.text("assessment.json") ?? "").replacing(
            #""stage""#, with: #""dates": [{"name": "Nộp", "due": "2024-11-30", "lead": "PNV"}], "stage""#)
        now.folder.add(dated, "assessment.json")
        now.folder.add("action;metric;value;cost;deadline\nA;1.1;90;5;2024-06-30\n", "actions.csv")
        return (before, now)
    }

    /// A command line, in which `F` is the folder and `P` that of the year before; how many assessments it reads.
    private static let lines = [
        ("score F", 1), ("score F --unit x", 1), ("explain F 1.1 --unit x", 1), ("gap F", 1), ("gap F --unit x", 1),
        ("gap F --by criterion", 1), ("whatif F --unit x --set 1.1=90", 1),
        ("whatif F --unit x --sweep 1.1=60..80:10", 1),
        ("plan F --unit x --budget 10", 1), ("plan F --unit x --goal-points 1.5", 1), ("plan F --unit x --frontier", 1),
        ("deadlines F --on 2024-12-15", 1), ("rank F", 1), ("rank F --unit x", 1), ("rank F --by 1", 1),
        ("compare P F", 2), ("compare P F --unit x", 2), ("history P F", 2), ("history P F --unit x", 2),
        ("criteria review F", 1), ("criteria review P F", 2), ("S", 1),
    ]

    @Test(arguments: lines.indices)
    func everyReportSaysIt(index: Int) {
        let (line, count) = Self.lines[index]
        let (before, now) = Self.folders()
        let words = line.split(separator: " ").flatMap { word -> [String] in
            switch word {
            case "F": [now.path]
            case "P": [before.path]
            case "S": ["survey", Repository.path("Tests/ReportingTests/Cases12/24-lonely-village/a"), "--unit", "xa-1"]
            default: [String(word)]
            }
        }
        for format in ["table", "md", "html", "csv", "json"] {
            for (language, said) in [("vi", "làm tròn đến 3 chữ số"), ("en", "rounded to 3 decimals")] {
                let usual = words + ["--format", format, "--lang", language]
                let rounded = commandOutput(usual + ["--round-input", "3"])
                let plain = commandOutput(usual)
                // Some reports have no data for spreadsheets.
                if format == "csv", plain.exit == .usage { continue }
                #expect(rounded.exit == .done && plain.exit == .done, "\(line) \(format)")
                // A terminal's lines are wrapped.
                let text = rounded.text.split { $0 == " " || $0.isNewline }.joined(separator: " ")
                switch format {
                case "json":
                    #expect(text.occurrences(of: "\"roundInput\": 3") == count, "\(line) \(text)")
                    #expect(plain.text.occurrences(of: "\"roundInput\": null") == count, "\(line)")
                case "csv":
                    let rows = rounded.text.split(whereSeparator: \.isNewline).dropFirst()
                    #expect(!rows.isEmpty && rows.allSatisfy { $0.occurrences(of: said) == 1 }, "\(line) \(text)")
                default: #expect(text.occurrences(of: said) == 1, "\(line) \(format) \(text)")
                }
                #expect(!plain.text.contains(said))
            }
        }
        #expect(commandOutput(words + ["--round-input", "7"]).exit == .usage)
    }

    /// Stated in the folder, it is said in the same way, and the option goes before it.
    @Test func theFolderMayStateIt() {
        let folder = Self.folders().now.folder
        let settings = folder.text("assessment.json") ?? ""
        folder.add(settings.replacing(#""stage""#, with: #""tables": {"round": 2}, "stage""#), "assessment.json")
        let words = ["score", folder.path, "--lang", "en", "--format", "md"]
        #expect(commandOutput(words).text.occurrences(of: "rounded to 2 decimals") == 1)
        let stated = commandOutput(words + ["--round-input", "1"]).text
        #expect(stated.occurrences(of: "rounded to 1 decimal") == 1 && !stated.contains("rounded to 2"))
    }
}

extension StringProtocol {
    fileprivate func occurrences(of text: String) -> Int {
        split(separator: text, omittingEmptySubsequences: false).count - 1
    }
}
