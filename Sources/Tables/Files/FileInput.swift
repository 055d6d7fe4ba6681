package import Values

/// Reads whole files.
package enum FileInput {
    /// The largest size that is read at once: positions in a table are kept in 32 bits.
    package static let limit = Int(clamping: Int64(UInt32.max) - 64)

    /// The largest size of what tells none beforehand, a pipe or a device.
    package static let pipeLimit = 256 << 20

    /// What may be read.
    package enum Kind: Sendable {
        /// Files, pipes and devices: what somebody names on the command line.
        case any
        /// Files alone: what a folder names, or brings along. Nothing else is opened, so that nobody waits for it.
        case regular
    }

    /// The bytes of a file, or of a pipe to its end.
    /// - Parameters:
    ///   - limit: How many bytes a file may have. A pipe has at most ``pipeLimit``.
    ///   - kind: What may be read.
    /// - Throws: ``FindingsError`` with `file.notFound`, `file.isFolder`, `file.notRegular`, `file.noPermission`,
    ///   `file.tooLarge`, `file.cannotRead`, or `file.changed` when it changed while it was read.
    ///
    /// Complexity: O(bytes); a file of known size is read into one allocation.
    package static func bytes(
        of path: String, limit: Int = Self.limit, _ kind: Kind = .any
    ) throws(FindingsError) -> [UInt8] {
        try bytes(of: path, limit: limit, kind) {}
    }

    /// The finding about more bytes than are read at once.
    static func tooLarge(_ size: Int, limit: Int, at location: Location) -> FindingsError {
        FindingsError(FileFinding.tooLarge, at: location, [.found: .count(size), .expected: .count(limit)])
    }
}
