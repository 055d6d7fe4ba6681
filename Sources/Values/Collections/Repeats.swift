extension Dictionary {
    /// Keeps the first value of each key. (Embedded Swift lacks the library's `init(_:uniquingKeysWith:)`.)
    package init(firstOf pairs: some Sequence<(Key, Value)>) {
        self.init()
        for (key, value) in pairs where self[key] == nil { self[key] = value }
    }
}

#if hasFeature(Embedded)
    // What the library has needs casts there, of which Embedded Swift has none; these take its place.
    extension Dictionary {
        /// The values of each key, combined in their order.
        package init<Pairs: Sequence>(
            _ pairs: Pairs, uniquingKeysWith combine: (Value, Value) -> Value
        ) where Pairs.Element == (Key, Value) {
            self.init()
            for (key, value) in pairs { self[key] = self[key].map { combine($0, value) } ?? value }
        }

        /// Adds another's values; where both have one, what is made of the two.
        package mutating func merge(
            _ other: [Key: Value], uniquingKeysWith combine: (Value, Value) -> Value
        ) {
            for (key, value) in other { self[key] = self[key].map { combine($0, value) } ?? value }
        }

        /// The values of both; where both have one, what is made of the two.
        package func merging(
            _ other: [Key: Value], uniquingKeysWith combine: (Value, Value) -> Value
        ) -> [Key: Value] {
            var all = self
            all.merge(other, uniquingKeysWith: combine)
            return all
        }
    }
#endif

extension Sequence {
    /// The elements whose key no earlier element has, in their original order.
    package func withoutRepeats<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
        var seen: Set<Key> = []
        return filter { seen.insert(key($0)).inserted }
    }
}
