extension Dictionary {
    /// The first value of each key. (Embedded Swift lacks the library's `init(_:uniquingKeysWith:)`.)
    package init(firstOf pairs: some Sequence<(Key, Value)>) {
        self.init()
        for (key, value) in pairs where self[key] == nil { self[key] = value }
    }
}
