// Writes units.csv and metrics.csv of the synthetic assessments described by a profile, scores.csv where people gave
// points, and survey-*.csv of its survey:
//
//     swift run make-samples datasets/profiles/tuy-phuoc.json
//
// or only the survey, with any number of respondents, into a folder:
//
//     swift run -c release make-samples datasets/profiles/tuy-phuoc.json --respondents 1000000 FOLDER
//
// The same profile gives the same bytes on every machine.

import Assessment
import Scoring
import Survey
import Tables
import Values

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

let arguments = CommandLine.arguments.dropFirst()
let wanted = arguments.count == 4 && arguments[2] == "--respondents" ? Int(arguments[3]) : nil
guard arguments.count == 1 || (1...1_000_000_000).contains(wanted ?? 0), let path = arguments.first else {
    print("usage: make-samples PROFILE.json [--respondents N FOLDER]")
    exit(64)
}
do {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) + "/" } ?? ""
    guard let profile = try SampleProfile(reading: JSONDocument(contentsOf: path)) else {
        print("\(path): not a profile")
        exit(1)
    }
    if let survey = profile.survey {
        let maker = try SurveyMaker(profile, survey, folder: folder, respondents: wanted ?? survey.respondents)
        let output = wanted == nil ? folder + profile.folder(of: survey.year) : arguments[4]
        for index in 0..<maker.fileCount {
            try FileOutput.write(maker.file(index), to: "\(output)/survey-\(index + 1).csv")
        }
        print("\(output): \(maker.respondents) respondents")
    } else if wanted != nil {
        print("\(path): has no survey")
        exit(1)
    }
    if wanted == nil {
        let criteria = try CriteriaSet.read(folder + profile.criteria)
        for year in profile.years {
            let output = folder + profile.folder(of: year)
            let surveyed = try profile.surveyed(year, folder: folder)
            let maker = SampleMaker(profile: profile, criteria: criteria, year: year, surveyed: surveyed)
            try FileOutput.write(maker.unitsFile(), to: output + "/units.csv")
            try FileOutput.write(maker.metricsFile(), to: output + "/metrics.csv")
            if let scores = maker.scoresFile() { try FileOutput.write(scores, to: output + "/scores.csv") }
            print("\(output): \(profile.units(in: year).count) units")
        }
    }
} catch {
    print(error)
    exit(1)
}
