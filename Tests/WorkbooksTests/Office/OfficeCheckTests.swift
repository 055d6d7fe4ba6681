import OfficeCheck
import Testing

/// The check of written files finds nothing in sound ones, and names the rule that each broken one breaks.
struct OfficeCheckTests {
    /// A sound file with one thing changed.
    struct Sample: CustomTestStringConvertible, Sendable {
        let rule: OfficeRule
        let part: String
        let old: String
        let new: String
        /// Rules that cannot hold either then.
        let also: Set<OfficeRule>

        init(_ rule: OfficeRule, _ part: String, _ old: String, _ new: String, also: Set<OfficeRule> = []) {
            (self.rule, self.part, self.old, self.new, self.also) = (rule, part, old, new, also)
        }

        var testDescription: String { "\(rule.rawValue): \(new.prefix(60))" }

        /// The rules that the changed file breaks.
        func found(in parts: [OfficePart]) throws -> Set<OfficeRule> {
            var parts = parts
            let index = try #require(parts.firstIndex { $0.name == part })
            #expect(parts[index].text.ranges(of: old).count == 1)
            parts[index].bytes = Array(parts[index].text.replacing(old, with: new).utf8)
            return Set(OfficeCheck.faults(of: parts).map(\.rule))
        }
    }

    @Test(arguments: [SoundFiles.book, SoundFiles.document])
    func soundFilesHaveNoFaults(parts: [OfficePart]) { #expect(OfficeCheck.faults(of: parts) == []) }

    /// More than the ten million bytes that the system's parser takes at once.
    @Test func longSheetsHaveNoFaults() throws {
        var parts = SoundFiles.book
        let index = try #require(parts.firstIndex { $0.name == "xl/sheet1.xml" })
        let rows = (1_000..<260_000).map { #"<row r="\#($0)"><c r="A\#($0)"><v>1</v></c></row>"# }.joined()
        parts[index].bytes = Array(
            parts[index].text.replacing("A1:D6", with: "A1:D259999")
                .replacing("</sheetData>", with: rows + "</sheetData>").utf8)
        #expect(parts[index].bytes.count > 10_000_000 && OfficeCheck.faults(of: parts) == [])
    }

    @Test(arguments: BrokenFiles.books)
    func brokenBooks(sample: Sample) throws {
        #expect(try sample.found(in: SoundFiles.book) == sample.also.union([sample.rule]))
    }

    @Test(arguments: BrokenFiles.documents)
    func brokenDocuments(sample: Sample) throws {
        #expect(try sample.found(in: SoundFiles.document) == sample.also.union([sample.rule]))
    }

    /// No rule is without a sample that breaks it; broken archives have tests of their own.
    @Test func everyRuleHasASample() {
        let broken = Set((BrokenFiles.books + BrokenFiles.documents).map(\.rule))
        #expect(Set(OfficeRule.allCases).subtracting(broken) == [.archive])
    }

    @Test func partsThatAreMissing() {
        for (name, rule) in [
            ("xl/styles.xml", OfficeRule.contentType), ("xl/sheet2.xml", .contentType), ("_rels/.rels", .relationship),
            ("[Content_Types].xml", .contentType),
        ] {
            let faults = OfficeCheck.faults(of: SoundFiles.book.filter { $0.name != name })
            #expect(faults.map(\.rule).contains(rule), "\(name)")
        }
    }

    @Test func brokenArchives() {
        let parts = SoundFiles.book.map { ZipMaker.Part($0.name, $0.bytes) }
        #expect(OfficeCheck.faults(of: ZipMaker(parts).bytes) == [])
        var changed: [(String, ZipMaker)] = [("twice", ZipMaker(parts + [ZipMaker.Part("XL/styles.xml", "<a/>")]))]
        for name in ["../a.xml", "/a.xml", "a\\b.xml"] {
            changed.append((name, ZipMaker(parts + [ZipMaker.Part(name, "<a/>")])))
        }
        for (name, change) in [
            ("checksum", { $0.statedChecksum = 1 }), ("size", { $0.statedSize = 7 }),
            ("method", { $0.statedMethod = 12 }),
            ("name", { $0.localName = "b.xml" }),
        ] as [(String, (inout ZipMaker.Part) -> Void)] {
            var own = parts
            change(&own[4])
            changed.append((name, ZipMaker(own)))
        }
        for (name, zip) in changed {
            let faults = OfficeCheck.faults(of: zip.bytes)
            #expect(Set(faults.map(\.rule)) == [.archive], "\(name)")
        }
        #expect(OfficeCheck.faults(of: Array(ZipMaker(parts).bytes.dropLast(30))).map(\.rule) == [.archive])
    }
}
