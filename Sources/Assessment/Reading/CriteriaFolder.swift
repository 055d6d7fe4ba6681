package import Scoring
internal import Tables
package import Values

/// The criteria sets in a folder and its subfolders.
package struct CriteriaFolder: Sendable {
    /// A file that is meant as a criteria set and is not sound.
    package struct Broken: Sendable {
        package let file: String
        /// What is wrong with it.
        package let findings: [Finding]
        /// How many errors there are.
        package var errors: Int { findings.count { $0.severity == .error } }
    }

    /// The sound sets with their files, in path order.
    package private(set) var sets: [(file: String, set: CriteriaSet)] = []
    /// The others.
    package private(set) var broken: [Broken] = []

    /// Reads every criteria set. JSON that is not a criteria set, such as a schema, is skipped.
    /// - Throws: ``FindingsError`` when the folder cannot be read.
    package init(reading folder: String) throws(FindingsError) {
        let bounds = FolderBounds(folder)
        for file in try FolderListing.files(in: folder, ending: ".json") {
            do throws(FindingsError) {
                let document = try bounds.document(file, as: .criteria)
                guard Self.isMeantAsCriteria(document) else { continue }
                sets.append((file, try CriteriaSet(reading: document)))
            } catch {
                broken.append(Broken(file: file, findings: error.findings))
            }
        }
    }

    /// Whether a file has a key that only criteria sets have.
    private static func isMeantAsCriteria(_ document: JSONDocument) -> Bool {
        guard case .object(let members) = document.root.content else { return false }
        return members.contains { ["set", "edition", "criteria"].contains($0.key) }
    }
}
