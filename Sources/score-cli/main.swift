import Documents
import Words
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

MemoryReuse.keepFreedBlocks()
exit(CommandLineTool.run(Array(CommandLine.arguments.dropFirst())).rawValue)
