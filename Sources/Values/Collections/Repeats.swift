extension Dictionary {
    /// The first value of each key. (Embedded Swift lacks the library's `init(_:uniquingKeysWith:)`.)
    package init(firstOf pairs: some Sequence<(Key, Value)>) {
        self.init()
        for (key, value) in pairs where self[key] == nil { self[key] = value }
    }
}

extension Sequence {
    /// The elements of which no earlier one has the key, in their order.
    package func withoutRepeats<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
        var seen: Set<Key> = []
        return filter { seen.insert(key($0)).inserted }
    }
}
