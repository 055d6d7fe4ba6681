internal import Synchronization
internal import Values

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A new file or folder beside the one that it is to become, until it takes its name.
///
/// It is locked while its process lives. Whoever writes into the same folder first removes what has no such lock: a killed
/// process left it, and nobody will finish it. A signal that ends the process removes it too (``Interruption``).
final class TemporaryPlace {
    /// `.score-cli.3w5e11264sgsf.tmp`
    private static let (prefix, suffix) = (".score-cli.", ".tmp")
    /// The folders in which this process has looked for what others left.
    private static let swept = Mutex<Set<String>>([])

    let path: String
    /// The file, open for writing, or the folder, to hold its lock.
    let descriptor: Int32
    private var isTemporary = true

    /// Makes an empty file or folder beside a target.
    /// - Throws: ``FindingsError`` with `file.noPermission`, `file.notFound` (the folder above) or `file.cannotWrite`.
    init(beside target: String, isFolder: Bool, at location: Location) throws(FindingsError) {
        let nameStart = target.lastIndex(of: "/").map(target.index(after:)) ?? target.startIndex
        let folder = target[..<nameStart]
        Self.sweep(folder.isEmpty ? "." : String(folder))
        while true {
            let mark = String(UInt64.random(in: .min ... .max), radix: 36)
            let path = "\(folder)\(Self.prefix)\(mark)\(Self.suffix)"
            // A signal between making and noting it would leave it.
            Interruption.note(path)
            let (descriptor, code) = Self.make(path, isFolder: isFolder)
            if descriptor >= 0, Self.lock(descriptor, path) {
                (self.path, self.descriptor) = (path, descriptor)
                return
            }
            if descriptor >= 0 { close(descriptor) }
            Interruption.forget(path)
            // Its name was taken, or somebody took it for one that was left before it was locked.
            let isRace =
                descriptor >= 0 || code == EEXIST || isFolder && code == ENOENT && FileInput.exists(String(folder))
            if !isRace { throw FileInput.failure(code, at: location, otherwise: .cannotWrite) }
        }
    }

    deinit { remove() }

    /// Gives it its name, in place of a file or of an empty folder; returns the system's error number, or 0. It is removed
    /// where that fails. To be called while signals wait (``Interruption/delayed(_:)``).
    func take(_ target: String) -> Int32 {
        let code = rename(path, target) == 0 ? 0 : errno
        if code == 0 { settle() } else { remove() }
        return code
    }

    /// Gives a folder the name of another, which is removed; returns the system's error number, or 0. To be called while
    /// signals wait.
    /// - Parameter known: The names in the other that may be removed; what else has come into it stays.
    func replace(_ target: String, _ known: [String]) -> Int32 {
        let code = Self.exchange(path, target)
        if code != 0 { return code }
        for name in known { Self.removeAll(path + "/" + name) }
        for name in (try? FolderListing.entries(of: path)) ?? [] { rename(path + "/" + name, target + "/" + name) }
        rmdir(path)
        settle()
        return 0
    }

    /// Removes it with all that is in it.
    func remove() {
        guard isTemporary else { return }
        Self.removeAll(path)
        settle()
    }

    private func settle() {
        isTemporary = false
        Interruption.forget(path)
        close(descriptor)
    }

    // MARK: - Making

    private static func make(_ path: String, isFolder: Bool) -> (descriptor: Int32, code: Int32) {
        if isFolder {
            if mkdir(path, 0o777) != 0 { return (-1, errno) }
            let descriptor = FileInput.retryingInterrupts { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
            let code = errno
            if descriptor < 0 { rmdir(path) }
            return (descriptor, code)
        }
        let descriptor = FileInput.retryingInterrupts { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
        return (descriptor, errno)
    }

    /// Locks what was made; false where somebody removed it just before. Where there are no locks, nobody removes anything.
    private static func lock(_ descriptor: Int32, _ path: String) -> Bool {
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
        var (opened, named) = (stat(), stat())
        return fstat(descriptor, &opened) == 0 && lstat(path, &named) == 0 && opened.st_ino == named.st_ino
    }

    /// Lets two folders change their names at once, so that the name is never without one.
    private static func exchange(_ path: String, _ target: String) -> Int32 {
        #if canImport(Darwin)
            return renamex_np(path, target, UInt32(RENAME_SWAP)) == 0 ? 0 : errno
        #else
            // `renameat2` is not in the C library modules that Swift imports.
            typealias Rename =
                @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
            guard let address = dlsym(nil, "renameat2") else { return ENOSYS }
            let exchanging: UInt32 = 2
            // The type is that of the manual, renameat2(2).
            return unsafeBitCast(address, to: Rename.self)(AT_FDCWD, path, AT_FDCWD, target, exchanging) == 0
                ? 0 : errno
        #endif
    }

    // MARK: - Removing

    /// Removes what killed processes left in a folder; once in each process.
    private static func sweep(_ folder: String) {
        guard swept.withLock({ $0.insert(folder).inserted }), let names = try? FolderListing.entries(of: folder) else {
            return
        }
        for name in names where name.hasPrefix(prefix) && name.hasSuffix(suffix) {
            let path = folder + "/" + name
            let descriptor = FileInput.retryingInterrupts { open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC) }
            if descriptor < 0 { continue }
            var status = stat()
            // Other users' are theirs to remove.
            let isOwn = fstat(descriptor, &status) == 0 && status.st_uid == geteuid()
            if isOwn, flock(descriptor, LOCK_EX | LOCK_NB) == 0 { removeAll(path) }
            close(descriptor)
        }
    }

    /// Removes a file, or a folder with all that is in it; links are not followed. Returns whether it is gone.
    ///
    /// Another thread may still be putting files into the folder, so that it is gone through again as long as that helps.
    @discardableResult static func removeAll(_ path: String) -> Bool {
        guard FileStatus(path)?.kind == .folder else { return unlink(path) == 0 }
        while rmdir(path) != 0 {
            let names = (try? FolderListing.entries(of: path)) ?? []
            guard names.count(where: { removeAll(path + "/" + $0) }) > 0 else { return false }
        }
        return true
    }
}
