import Foundation
import Scoring
import Values
for path in CommandLine.arguments.dropFirst() {
    let bytes = [UInt8](FileManager.default.contents(atPath: path)!)
    do {
        let set = try CriteriaSet(reading: try JSONDocument(file: path, bytes: bytes))
        print(set.name.vi, set.maximum, set.criteria.count, set.criteria.filter { $0.leaf != nil }.count, set.metrics.count)
    } catch let error as CriteriaError { for f in error.findings { print(f.place, f.code, f.details) } } catch let error as JSONSyntaxError { print(error.findings) }
}
