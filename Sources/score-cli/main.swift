import Documents
import Tables
import Words
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

Interruption.watch()
MemoryReuse.keepFreedBlocks()
exit(CommandLineTool.run(Array(CommandLine.arguments.dropFirst())).rawValue)
