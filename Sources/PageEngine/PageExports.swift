#if hasFeature(Embedded)
    /// The engine of the page that holds the module, and what goes in and out of it.
    // The module has one thread.
    nonisolated(unsafe) private var engine = PageEngine()
    nonisolated(unsafe) private var request = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
    nonisolated(unsafe) private var found = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)

    /// Room for a request; its address, or 0 where it is too long.
    @_expose(wasm, "reserve") @_cdecl("page_reserve")
    public func reserve(_ length: Int32) -> UnsafeMutableRawPointer? {
        request.deallocate()
        found.deallocate()
        request = UnsafeMutableBufferPointer(start: nil, count: 0)
        found = UnsafeMutableBufferPointer(start: nil, count: 0)
        guard length >= 0, Int(length) <= PageEngine.longest else { return nil }
        // Nothing has no address.
        request = .allocate(capacity: max(Int(length), 1))
        return UnsafeMutableRawPointer(request.baseAddress)
    }

    /// Answers the request that was put there; the address of the answer.
    @_expose(wasm, "answer") @_cdecl("page_answer")
    public func answer(_ length: Int32) -> UnsafeMutableRawPointer? {
        // In bounds: no more is read than was reserved, whatever the page says.
        let bytes = engine.answer(Array(request.prefix(max(Int(length), 0))))
        found.deallocate()
        found = .allocate(capacity: bytes.count)
        _ = found.initialize(fromContentsOf: bytes)
        return UnsafeMutableRawPointer(found.baseAddress)
    }

    /// How many bytes the answer has.
    @_expose(wasm, "answerLength") @_cdecl("page_answer_length")
    public func answerLength() -> Int32 { Int32(found.count) }
#endif
