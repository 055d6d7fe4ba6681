import Assessment
import Values

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Who runs the command, and when.
enum SignatureArgument {
    /// Signs with `--by`, otherwise with what the environment variable `SCORE_BY` says, otherwise with the login name.
    static func signature(_ arguments: ParsedArguments) throws(UsageError) -> Signature {
        let stated = [arguments.options[.by], Environment.value("SCORE_BY"), loginName]
        let name = stated.lazy.compactMap { $0?.trimmed }.first { !$0.isEmpty }
        guard let name, let time = VietnamMoment(secondsSince1970: time(nil)) else { throw .missingOption("--by") }
        return Signature(by: name, time: time)
    }

    private static var loginName: String? {
        guard let entry = getpwuid(getuid()) else { return nil }
        return String(cString: entry.pointee.pw_name)
    }
}
