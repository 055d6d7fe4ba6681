import Documents
import TestSupport
import Testing
import Values

@testable import score_cli

/// Everything that the line alone shows to be wrong is told at once.
@Suite struct UsageFaultTests {
    private func faults(_ line: String) -> [UsageError] {
        do throws(UsageError) {
            _ = try ArgumentParser.parse(line.split(separator: " ").map(String.init), language: .en)
            return []
        } catch {
            return error.each
        }
    }

    @Test func allFaultsAreTold() {
        #expect(
            faults("score F G --formt json --top 0 --on 2024-13-01 --quiet --quiet --unit") == [
                .unknownOption("--formt", command: "score", suggestion: "--format"),
                .badNumber(option: "--top", found: "0", least: 1, most: 1_000_000),
                .badDay(option: "--on", found: "2024-13-01", years: nil), .repeatedOption("--quiet"),
                .missingValue("--unit"), .extraOperand("G", command: "score"), .notTogether("--unit", "--top"),
            ])
        #expect(
            faults("plan F --best 0 --frontier --save p.json --must A --must B --must-not A") == [
                .badNumber(option: "--best", found: "0", least: 1, most: 20), .frontierIsNoPlan,
                .contradictoryAction("A"),
            ])
        #expect(
            faults("report F --document matrix --expect 2.1=x --number 1 --peers all") == [
                .badExpectation(found: "2.1=x"), .notTogether("--document", "--expect"),
                .missingOption("--document publication"), .missingOption("--format html"),
            ])
        #expect(
            faults("init F --period x") == [.badPeriod("x"), .missingOption("--criteria"), .missingOption("--units")])
    }

    /// Lines of each kind of fault, with how many there are.
    @Test(arguments: [
        ("score F", 0), ("score F -q -v", 0), ("score F -qv", 0), ("score F -qvf json -u x", 0), ("score F -f=json", 0),
        ("score F -o", 1), ("score F -oq", 1), ("score F -output x", 1), ("score F -x", 1), ("score F -qx", 1),
        ("score F --unit --quiet", 1), ("score F --unit -x", 0), ("score F --unit=--quiet", 0), ("score F -=x", 1),
        ("whatif F --set 1.1=abc --sweep 1.1=a..b", 2), ("whatif F --set 1.1=1.234 --set 1.2=5%", 0),
        ("whatif F --save x.json", 2), ("whatif F --scenario a.json --save x.json", 1),
        ("check F --format csv --unit x", 2), ("check F --submit --format csv --unit x", 0),
        ("compare F", 1), ("compare F --stages self,self G", 2), ("compare F --published 1,2 --unit u", 1),
        ("compare F --with u", 1), ("compare F G --unit u --with v --common --top 3", 2),
        ("rank F G --unit u --format csv", 2), ("rank --all F G --unit u --errors e.csv", 2), ("forms F", 1),
        ("journal F --stage self --against G --unit u", 1), ("journal F --stage self", 1),
        ("stage lock F", 1), ("stage lock F --due --unit u --on x", 2), ("stage unlock F --unit u --group g", 3),
        ("survey progress a.csv --design-effect 0", 3), ("survey sample-size --allocation minimum --error 1", 3),
        ("survey sample-size --population 180.000 --response 80% --confidence 0,9", 0),
        ("criteria review F --alike 0 --twice 2 --least-units 1", 3), ("completions tcsh", 1), ("completions", 1),
        ("report F", 0), ("report F --format html", 1), ("report F --pack x.zip", 1),
        ("report F --document evidence --stage self", 1), ("progress F --unit u --group g", 1),
    ])
    func faultsAreCounted(line: String, count: Int) {
        let found = faults(line)
        #expect(found.count == count, "\(found)")
    }

    /// What seems to be missing may be what is not understood.
    @Test func noFaultFollowsFromAnother() {
        #expect(
            faults("forms F --outptu x") == [.unknownOption("--outptu", command: "forms", suggestion: "--output")])
        #expect(faults("plan F --zzzzzz 90") == [.unknownOption("--zzzzzz", command: "plan", suggestion: nil)])
        #expect(faults("explain F --zzzzzz 1.1") == [.unknownOption("--zzzzzz", command: "explain", suggestion: nil)])
        #expect(faults("plan F --goal-index") == [.missingValue("--goal-index")])
    }

    @Test(arguments: [
        ("--error 5", "0,05 hoặc 5%", "0.05 or 5%"), ("--error 0", "0,05 hoặc 5%", "0.05 or 5%"),
        ("--error 7,5", "0,075 hoặc 7,5%", "0.075 or 7.5%"), ("--confidence 95", "0,95 hoặc 95%", "0.95 or 95%"),
        ("--response 80", "0,8 hoặc 80%", "0.8 or 80%"), ("--share x", "0,5 hoặc 50%", "0.5 or 50%"),
    ])
    func bothWaysOfWritingAShareAreOffered(option: String, vietnamese: String, english: String) throws {
        let found = faults("survey sample-size --population 1000 " + option)
        let phrase = try #require(found.first).phrase
        #expect(found.count == 1)
        #expect(phrase.text(.vi).contains("hãy ghi \(vietnamese) ") && phrase.text(.en).contains("write \(english) "))
    }

    /// An option of another command is said to be one.
    @Test func whereAnOptionBelongsIsTold() throws {
        let fault = try #require(faults("score F --budget 3").first)
        #expect(fault.phrase.text(.vi).contains("là của: plan"))
        #expect(fault.phrase.text(.en).contains("option of: plan"))
    }

    /// Each rule of each command refuses with the exit code of wrong usage, before the folder, which does not exist, is
    /// looked for.
    @Test func wrongUsageComesBeforeMissingFolders() {
        #expect(CommandLineTool.run(["score", "/nowhere", "--top", "0", "-q"]) == .usage)
        #expect(CommandLineTool.run(["score", "/nowhere", "-q"]) == .failed)
    }

    @Test func placeholdersAreTranslated() {
        let options = CommandDeclaration.all.flatMap(\.options) + OptionDeclaration.common
        for option in options {
            guard let placeholder = option.placeholder else { continue }
            // Single letters and ZIP are the same in both languages.
            let english = placeholder.text(.en).split { !($0.isASCII && $0.isUppercase) }
                .filter { $0.count > 1 && $0 != "ZIP" }
            let vietnamese = placeholder.text(.vi).split { !$0.isLetter && $0 != "_" }
            #expect(english.allSatisfy { !vietnamese.contains($0) }, "\(option.flag)")
        }
        // A letter stands for one option.
        for command in CommandDeclaration.all {
            let letters = (command.options + OptionDeclaration.common).compactMap(\.letter)
            #expect(Set(letters).count == letters.count, "\(command.name)")
        }
    }
}
