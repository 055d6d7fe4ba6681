/// Looks for texts in texts, character by character: `é` is found however it is composed, and not by its `e`.
///
/// Embedded Swift lacks the methods of the standard library that do this (`ranges(of:)` and those over it). There, they are
/// made of this, and tests compare both.
package enum TextSearch {
    /// Where a text stands in another, from the beginning on and without overlaps; an empty text stands before each
    /// character and at the end.
    /// - Parameter most: How many places are looked for.
    ///
    /// Complexity: O(characters of both multiplied), in nearly all texts O(characters of the other).
    package static func ranges<Text: StringProtocol>(
        of wanted: some StringProtocol, in text: Text, most: Int = .max
    ) -> [Range<String.Index>] {
        guard let first = wanted.first else {
            return (Array(text.indices) + [text.endIndex]).prefix(most).map { $0..<$0 }
        }
        let rest = wanted.dropFirst()
        var found: [Range<String.Index>] = []
        var place = text.startIndex
        while place < text.endIndex, found.count < most {
            let next = text.index(after: place)
            if text[place] == first, let end = end(of: rest, in: text, from: next) {
                found.append(place..<end)
                place = end
            } else {
                place = next
            }
        }
        return found
    }

    /// The parts of a text between the places where another stands.
    static func parts<Text: StringProtocol>(
        of text: Text, between separator: some StringProtocol, most: Int, omittingEmpty: Bool
    ) -> [Text.SubSequence] {
        var parts: [Text.SubSequence] = []
        var start = text.startIndex
        for range in ranges(of: separator, in: text) {
            if parts.count == most { break }
            if !omittingEmpty || start < range.lowerBound { parts.append(text[start..<range.lowerBound]) }
            start = range.upperBound
        }
        if !omittingEmpty || start < text.endIndex { parts.append(text[start...]) }
        return parts
    }

    /// A text with another in the place of a part of it, wherever that stands.
    static func replacing(_ wanted: some StringProtocol, with other: String, in text: some StringProtocol) -> String {
        var replaced = ""
        var start = text.startIndex
        for range in ranges(of: wanted, in: text) {
            replaced += text[start..<range.lowerBound]
            replaced += other
            start = range.upperBound
        }
        replaced += text[start...]
        return replaced
    }

    /// Where a text ends that stands at a place; nil where another does.
    private static func end(
        of wanted: some StringProtocol, in text: some StringProtocol, from start: String.Index
    ) -> String.Index? {
        var place = start
        for character in wanted {
            guard place < text.endIndex, text[place] == character else { return nil }
            place = text.index(after: place)
        }
        return place
    }
}

#if hasFeature(Embedded)
    // By the names of the standard library, so that the sources are the same everywhere.
    extension StringProtocol {
        /// Whether a text stands in this one.
        package func contains(_ other: some StringProtocol) -> Bool { firstRange(of: other) != nil }

        /// Where a text stands first in this one.
        package func firstRange(of other: some StringProtocol) -> Range<String.Index>? {
            TextSearch.ranges(of: other, in: self, most: 1).first
        }

        /// Where a text stands in this one.
        package func ranges(of other: some StringProtocol) -> [Range<String.Index>] {
            TextSearch.ranges(of: other, in: self)
        }

        /// The parts between the places where a text stands.
        package func split(
            separator: some StringProtocol, maxSplits: Int = .max, omittingEmptySubsequences: Bool = true
        ) -> [SubSequence] {
            TextSearch.parts(of: self, between: separator, most: maxSplits, omittingEmpty: omittingEmptySubsequences)
        }

        /// The text with another in the place of a part of it, wherever that stands.
        package func replacing(_ wanted: some StringProtocol, with other: String) -> String {
            TextSearch.replacing(wanted, with: other, in: self)
        }
    }
#endif
