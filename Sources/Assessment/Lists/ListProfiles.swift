internal import Tables
package import Values

/// Profiles of lists on their own, as `check` reads them.
package enum ListProfiles {
    /// What is wrong with a profile; nil for a file that is meant as something else.
    package static func findings(of path: String) -> [Finding]? {
        guard let document = try? JSONDocument(contentsOf: path), case .object(let members) = document.root.content,
            members.contains(where: { $0.key == "columns" }), !members.contains(where: { $0.key == "scale" })
        else { return nil }
        let sink = FindingSink()
        // Conditions name the ends of the period, whichever it is.
        _ = ListProfile.read(path, Period(year: 2000), asOf: nil, into: sink)
        return sink.findings
    }
}
