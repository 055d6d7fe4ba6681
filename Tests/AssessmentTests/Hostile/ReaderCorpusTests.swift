import Foundation
import ReaderChecks
import TestSupport
import Testing

/// What fuzzing has found in the readers, and a small collection of what leads them everywhere (`checks/fuzz`).
@Suite(.serialized) struct ReaderCorpusTests {
    @Test(arguments: ReaderCheck.all.map(\.name))
    func holdsForAllBytesKept(_ name: String) throws {
        let check = try #require(ReaderCheck.all.first { $0.name == name })
        let names = Repository.names(in: check.corpus, ending: "")
        #expect(!names.isEmpty, "nothing is kept for \(name)")
        for file in names {
            let bytes = try Array(Repository.data(check.corpus + "/" + file))
            let fault = check.fault(bytes)
            #expect(fault == nil, "\(name)/\(file)")
        }
    }

    @Test func nothingIsReadAsWell() {
        #expect(ReaderCheck.all.allSatisfy { $0.fault([]) == nil })
        #expect(Set(ReaderCheck.all.map(\.name)).count == ReaderCheck.all.count)
    }
}
