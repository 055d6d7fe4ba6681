// Writes units.csv and metrics.csv of the synthetic assessments that a profile describes:
//
//     swift run make-samples datasets/profiles/tuy-phuoc.json
//
// The same profile gives the same bytes on every machine.

import Assessment
import Scoring
import Tables
import Values

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

guard CommandLine.arguments.count == 2 else {
    print("usage: make-samples PROFILE.json")
    exit(64)
}
do {
    let path = CommandLine.arguments[1]
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) + "/" } ?? ""
    guard let profile = try SampleProfile(reading: JSONDocument(contentsOf: path)) else {
        print("\(path): not a profile")
        exit(1)
    }
    let criteria = try CriteriaSet.read(folder + profile.criteria)
    for year in profile.years {
        let output = folder + profile.output + String(year)
        let maker = SampleMaker(profile: profile, criteria: criteria, year: year)
        try FileOutput.write(maker.unitsFile(), to: output + "/units.csv")
        try FileOutput.write(maker.metricsFile(), to: output + "/metrics.csv")
        print("\(output): \(profile.units.count) units")
    }
} catch {
    print(error)
    exit(1)
}
