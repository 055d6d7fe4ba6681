import Tables
import Values

extension Assessment {
    /// The files that a folder's assessment consists of, with those of last year's: what ``read(_:options:)`` opens.
    ///
    /// Only `assessment.json` is read. Where it is not sound, the files that every folder may have are listed. Of a workbook
    /// whose sheet is named it is the file that is listed.
    package static func files(of folder: String, _ places: CriteriaPlaces = CriteriaPlaces()) -> [String] {
        var files: [String] = []
        var seen: Set<String> = []
        var next: String? = folder
        while let current = next, seen.insert(current).inserted, seen.count < 20 {
            let tables = [
                "units", "metrics", "scores", "actions", "remarks", "calendar", "assignments", "requests", "evidence",
            ]
            files += [current + "/assessment.json", current + "/" + Journal.file, current + "/" + StageLedger.file]
            for kept in ["locked", "published", EvidenceFiles.folder] {
                // What stands in a subfolder that cannot be read cannot be named; the others still can.
                files +=
                    (try? FolderListing.files(
                        in: current + "/" + kept, ending: "", depth: EvidenceFiles.depth, passingOver: { _ in })) ?? []
            }
            files += tables.flatMap { TablePath.candidates($0, in: current) }
            guard let document = try? FolderBounds(current).settings(),
                case (let settings, let stated)? = AssessmentSettings.read(
                    document, folder: current, places, into: FindingSink())
            else { break }
            files += stated.all.map({ $0.path }) + places.calendars(of: settings, stated, for: current)
            next = stated.previous
        }
        return files.map { TablePath($0).file }
    }
}
