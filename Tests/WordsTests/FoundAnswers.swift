import TestSupport
import Values

@testable import Survey

extension FoundFindings {
    private static func read(
        _ text: String, limit: Int = 100, memory: Int = 1 << 30, faults: String? = nil, maximum: Int = 5
    ) -> [Finding] {
        let survey = SmallFolder.questionnaireWithDesign
            .replacing("\"minimumCount\"", with: "\"maximumUnusable\": \(maximum), \"minimumCount\"")
        guard let questionnaire = SmallFolder.surveyOf(survey) else { return [] }
        let folder = TemporaryFolder()
        var options = AnswerOptions()
        options.threads = 1
        options.findingLimit = limit
        options.memoryLimit = memory
        options.units = UnitNames([
            (code: "h", name: "H"), (code: "a", name: "A"), (code: "1", name: "Tên"), (code: "2", name: "Tên"),
        ])
        let path = folder.add(text)
        if faults != nil { options.faultFile = path }
        return AnswerReader(questionnaire, options: options).read([path]).findings
    }

    static var answers: [Finding] {
        let heading = "xã;trọng số;q1;tầng;thôn;số thôn\n"
        let rows = [
            "h;1;7;s;v;9\n", "h;1;#N/A;s;v;9\n", "zz;1;5;s;v;9\n", ";1;5;s;v;9\n", "h;x;5;s;v;9\n", "h;1.234;5;s;v;9\n",
            "h;-1;5;s;v;9\n", "h;0,12345678901;5;s;v;9\n", "Tên;1;5;s;v;9\n",
            "h;1;5;s\n", "h;1;\"5\"x;s;v;9\n", "h;1;5;s;v\0;9\n", "h;1;5;s;v;9\nh;1;\"5;s;v;9\n", "h;1;5;s;v;9\nh;1;5",
            "h;1,5;5;s;v;9\n" + String(repeating: "h;1,5;5;s;v;9\n", count: 25_000) + "h;1.5;5;s;v;9\n", "",
            "h;9000000000000;5;s;v;9\nh;9000000000000;5;s;v;9\n",
        ]
        let many = (0..<3000).map { "h;1;5;s\($0);v\($0);9\n" }.joined()
        return rows.flatMap { read(heading + $0) } + read(heading + "h;1;7;s;v;9\nh;1;7;s;v;9\n", limit: 1)
            + read(heading + "h;1;7;s;v;9\n", maximum: 100) + read(heading + many, memory: 100_000)
            + read(heading, faults: "same")
    }

    /// Weights that contradict populations, or of which there are none.
    static var weights: [Finding] {
        let design = SmallFolder.questionnaireWithDesign.replacing(#""cluster": "thôn", "#, with: "")
        guard let questionnaire = SmallFolder.surveyOf(design) else { return [] }
        let folder = TemporaryFolder()
        return ["h;1;5;s;v;9\nh;1;5;t;v;1\n", "h;1;5;s;v;9\nh;2;5;t;v;18\n", "h;0;5;s;v;9\n"].flatMap { rows in
            let path = folder.add("xã;trọng số;q1;tầng;thôn;số thôn\n" + rows)
            let tally = AnswerReader(questionnaire).read([path]).tally
            return tally.flatMap { try? SurveyAnalysis($0, file: path).findings } ?? []
        }
    }

    /// Forms, files and tallies that are given twice.
    static var repeats: [Finding] {
        let folder = TemporaryFolder()
        func questionnaire(_ columns: String) -> Questionnaire? {
            let text = SmallFolder.questionnaire.replacing("\"unit\": \"xã\"", with: "\"unit\": \"xã\"" + columns)
            return SmallFolder.surveyOf(text)
        }
        guard let plain = questionnaire(""), let numbered = questionnaire(", \"id\": \"n\"") else { return [] }
        func read(_ questionnaire: Questionnaire, _ texts: [String]) -> AnswerReading {
            let files = texts.enumerated().map { folder.add("n;xã;q1\n" + $1, "\($0).csv") }
            return AnswerReader(questionnaire).read(files)
        }
        let (one, ten) = ("1;h;5\n", (0..<10).map { "\($0);h;5\n" }.joined())
        var findings = read(plain, [one, one]).findings + read(plain, [one, one + "2;h;5\n"]).findings
        findings += read(plain, [one + one]).findings + read(numbered, [one + "1;h;1\n;h;1\n"]).findings
        for text in [one, ten] {
            guard var tally = read(plain, [text]).tally else { continue }
            do throws(FindingsError) {
                try tally.merge(tally, from: "b.csv")
                findings += tally.findings
            } catch {
                findings += error.findings
            }
        }
        return findings
    }

    /// Tables of strata to draw from.
    static var strata: [Finding] {
        let folder = TemporaryFolder()
        return ["", "a;10\nA;20\n", ";5\n", "a;0\n", "a;5%\n"].flatMap { rows in
            do throws(FindingsError) {
                return try SampleStratum.read(contentsOf: folder.add("tầng;dân số\n" + rows)).findings
            } catch {
                return error.findings
            }
        }
    }

    static var tallies: [Finding] {
        guard let questionnaire = SmallFolder.surveyOf(SmallFolder.questionnaireWithDesign),
            let other = SmallFolder.surveyOf(SmallFolder.questionnaire)
        else { return [] }
        func tally(_ rows: String, _ questionnaire: Questionnaire) -> SurveyTally? {
            let folder = TemporaryFolder()
            return AnswerReader(questionnaire, options: AnswerOptions()).read([
                folder.add("xã;trọng số;q1;tầng;thôn;số thôn\n" + rows)
            ]).tally
        }
        func caught(_ body: () throws(FindingsError) -> Void) -> [Finding] {
            do throws(FindingsError) {
                try body()
                return []
            } catch {
                return error.findings
            }
        }
        let two = "h;1;5;s;v;9\nh;1;5;s;w;8\n"
        let few = "h;1;5;s;v;1\nh;1;5;s;w;1\n"
        guard let contradicting = tally(two, questionnaire), let small = tally(few, questionnaire),
            let plain = tally("h;1;5;s;v;9\n", other)
        else { return [] }
        let bytes = contradicting.file()
        let damaged = Array(String(decoding: bytes, as: UTF8.self).replacing(",1,", with: ",x,").utf8)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        let contradiction = lines[3].replacing(",0,1,1,0,0,", with: ",0,1,1,0,1,")
        let others = [
            Array(lines.dropLast()), [lines[0], contradiction], [lines[0], lines[3]], [lines[0], lines[3], lines[3]],
        ].map {
            Array($0.joined(separator: "\n").utf8)
        }
        let design = Finding(SurveyFinding.badDesign, at: Location(file: "a.csv"), [.found: "noRows(node: 0)"])
        var merged = contradicting
        return plain.smallCellFindings(file: "t.csv")
            + caught { () throws(FindingsError) in _ = try SurveyAnalysis(contradicting, file: "a.csv") }
            + caught { () throws(FindingsError) in _ = try SurveyAnalysis(small, file: "a.csv") }
            + caught { () throws(FindingsError) in try merged.merge(plain, from: "b.csv") }
            + caught { () throws(FindingsError) in
                _ = try SurveyTally(file: "a.csv", bytes: Array("unit,code\nh,1\n".utf8), questionnaire: other)
            }
            + caught { () throws(FindingsError) in
                _ = try SurveyTally(file: "a.csv", bytes: damaged, questionnaire: questionnaire)
            }
            + others.flatMap { bytes in
                var found: [Finding] = []
                return caught { () throws(FindingsError) in
                    found = try SurveyTally(file: "a.csv", bytes: bytes, questionnaire: questionnaire).findings
                } + found
            } + [design] + models
    }
}
