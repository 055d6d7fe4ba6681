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
        var units = CSVWriter()
        units.writeRow(["mã đơn vị", "tên đơn vị", "cấp", "trực thuộc", "khối"].map { .text($0) })
        for unit in profile.units {
            units.writeRow([unit.code, unit.name, unit.level, unit.parent ?? "", unit.group].map { .text($0) })
        }
        var metrics = CSVWriter()
        metrics.writeRow(SampleMaker.heading.map { .text($0) })
        for row in SampleMaker(profile: profile, criteria: criteria, year: year).rows() {
            metrics.writeRow(row.map { .text($0) })
        }
        try FileOutput.write(units.bytes, to: output + "/units.csv")
        try FileOutput.write(metrics.bytes, to: output + "/metrics.csv")
        print("\(output): \(profile.units.count) units")
    }
} catch {
    print(error)
    exit(1)
}
