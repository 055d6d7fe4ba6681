internal import Values

/// Names of files that are written together: each is that of one file, whatever the case of its letters.
package struct FileNames {
    private var taken: Set<String> = []

    package init() {}

    /// The name of a unit's file, without a suffix: its code where that is the name of a file.
    package mutating func name(ofUnit code: String) -> String {
        // A code may hold signs that lead to other folders.
        let isName = !code.hasPrefix(".") && code.allSatisfy { !"/\\:*?\"<>|".contains($0) }
        return unused(isName ? code : VietnameseText.code(from: code))
    }

    /// The name itself, or one made from it that no other file has.
    package mutating func unused(_ name: String) -> String {
        var file = name.isEmpty ? "phieu" : name
        while !taken.insert(file.lowercased()).inserted { file += "-2" }
        return file
    }
}
