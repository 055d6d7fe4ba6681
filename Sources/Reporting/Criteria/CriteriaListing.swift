package import Documents
internal import Words
internal import Assessment
package import Scoring
internal import Tables
package import Values

/// The criteria sets below a folder.
package struct CriteriaListing: Sendable {
    /// A sound set with its file.
    package struct Entry: Sendable {
        /// The file.
        package let file: String
        /// The set.
        package let set: CriteriaSet
    }

    /// A file that should be a criteria set and is not sound.
    package struct Broken: Sendable {
        /// The file.
        package let file: String
        /// What is wrong with it.
        package let findings: [Finding]
        /// How many errors there are.
        package var errors: Int { findings.count { $0.severity == .error } }
    }

    /// The sound sets, in the order of their paths.
    package private(set) var entries: [Entry] = []
    /// The others.
    package private(set) var broken: [Broken] = []

    /// Reads every criteria set in a folder and the folders within it. JSON that is no criteria set, such as a schema,
    /// is passed over.
    /// - Throws: ``FindingsError`` when the folder cannot be read.
    package init(folder: String) throws(FindingsError) {
        for file in try FolderListing.files(in: folder, ending: ".json") {
            do throws(FindingsError) {
                let document = try JSONDocument(contentsOf: file)
                guard Self.isMeantAsCriteria(document) else { continue }
                entries.append(Entry(file: file, set: try CriteriaSet(reading: document)))
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

extension CriteriaListing {
    /// The list as a table.
    package func document(in language: Language) -> ReportDocument {
        let numbers = NumberWords(language)
        var document = ReportDocument()
        let labels: [CriteriaLabel] = [.set, .edition, .years]
        var columns = labels.map { TextTable.Column($0.text(language)) }
        columns += [
            .init(Label.name.text(language), wrapsFrom: 24), .init(CriteriaLabel.leaves.text(language), .trailing),
            .init(Label.maximum.text(language), .decimal), .init(CriteriaLabel.basis.text(language)),
        ]
        let rows = entries.map { entry in
            let set = entry.set
            return TextTable.Row([
                set.set, set.edition, CriteriaWords.years(set.years), set.name.text(language), String(set.leafCount),
                numbers.text(set.maximum), CriteriaWords.basis(set.points, in: language),
            ])
        }
        if rows.isEmpty {
            document.blocks.append(
                .paragraph(language == .vi ? "Không có bộ tiêu chí nào." : "There are no criteria sets."))
        } else {
            let separator = numbers.decimalSeparator.first ?? "."
            document.blocks.append(.table(TextTable(columns: columns, rows: rows, decimalSeparator: separator)))
        }
        document.blocks += broken.map { .notice(CriteriaWords.broken($0, in: language)) }
        return document
    }

    /// The list as JSON.
    package var json: String {
        var writer = JSONWriter()
        writer.object { root in
            root.key("sets")
            root.array { list in
                for entry in entries {
                    list.object { object in
                        object.member("file", entry.file)
                        object.member("set", entry.set.set)
                        object.member("edition", entry.set.edition)
                        object.member("from", entry.set.years.lowerBound)
                        object.member("to", entry.set.years.upperBound)
                        object.member("name", entry.set.name.vi)
                        object.member("leaves", entry.set.leafCount)
                        object.member("maximum", entry.set.maximum)
                        object.member("pointsBasis", entry.set.points.basis.rawValue)
                    }
                }
            }
            root.key("broken")
            root.array { list in
                for file in broken {
                    list.object { object in
                        object.member("file", file.file)
                        object.member("errors", file.errors)
                    }
                }
            }
        }
        return writer.text
    }
}
