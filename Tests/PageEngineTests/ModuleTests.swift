import CPageAssets
import Foundation
import Optimization
import Scoring
import TestSupport
import Testing
import Values

@testable import PageEngine

/// The module that is checked in belongs to the sources.
@Suite("the page's module")
struct ModuleTests {
    /// As `checks/page-engine/build` lists them.
    private var sources: [String] {
        let modules = ["Values", "ScoreNumerics", "Optimization", "Scoring", "PageEngine"]
        return modules.flatMap { module in
            Repository.paths(below: "Sources/" + module, ending: ".swift")
                .map { "Sources/\(module)/\($0)" }.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        } + ["checks/page-engine/build", "checks/page-engine/support.c"]
    }

    @Test("the record fits the sources; otherwise run checks/page-engine/build")
    func record() throws {
        let list = try sources.map { "\(SHA256.hex(of: Array(try Repository.data($0))))  \($0)\n" }.joined()
        let recorded = try Repository.text("Sources/CPageAssets/page-engine.sources")
        #expect(recorded == SHA256.hex(of: Array(list.utf8)) + "\n")
    }

    @Test("the embedded files are those of the folder")
    func embedded() throws {
        func check(_ name: String, _ start: UnsafePointer<UInt8>?, _ length: Int) throws {
            let bytes = Array(UnsafeBufferPointer(start: start, count: length))
            #expect(bytes == Array(try Repository.data("Sources/CPageAssets/" + name)), "\(name)")
        }
        try check("page-engine.wasm.lzma", page_engine(), page_engine_length())
        try check("page.css", page_css(), page_css_length())
        try check("page.js", page_js(), page_js_length())
    }

    @Test("it keeps to the 550,000 bytes for which a page has room")
    func size() { #expect(page_engine_length() <= 550_000) }

    @Test("names of cases are those of the library")
    func names() {
        for status in LeafStatus.allCases { #expect(status.name == "\(status)") }
        let ignored: [IgnoredReason] = [
            .unknownMetric, .notScored, .notApplicable, .noBetter, .nothingToAddTo, .contradiction,
        ]
        for reason in ignored { #expect(reason.name == "\(reason)") }
        for loss in [RemainingLoss.noAction, .forbidden, .late, .partly, .awaited] {
            #expect(loss.name == "\(loss)")
        }
    }
}
