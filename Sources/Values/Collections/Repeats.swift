extension Dictionary {
    /// Keeps the first value of each key. (Embedded Swift lacks the library's `init(_:uniquingKeysWith:)`.)
    package init(firstOf pairs: some Sequence<(Key, Value)>) {
        self.init()
        for (key, value) in pairs where self[key] == nil { self[key] = value }
    }
}

extension Sequence {
    /// The elements whose key no earlier element has, in their original order.
    package func withoutRepeats<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
        var seen: Set<Key> = []
        return filter { seen.insert(key($0)).inserted }
    }
}
