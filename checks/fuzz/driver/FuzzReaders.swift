import Foundation
import ReaderChecks

// What libFuzzer (https://llvm.org/docs/LibFuzzer.html), whose library has the main function, calls:
//
//     fuzz-readers READER [libFuzzer's options and folders]
//     fuzz-readers list

// Set once, before the fuzzer begins, which calls on one thread.
nonisolated(unsafe) private var chosen = ReaderCheck.all[0]

/// Takes the name of the reader from the arguments.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> Int32 {
    let name = count.pointee > 1 ? arguments.pointee[1].map { String(cString: $0) } : nil
    guard let check = ReaderCheck.all.first(where: { $0.name == name }) else {
        print(ReaderCheck.all.map(\.name).joined(separator: "\n"))
        exit(name == "list" ? 0 : 64)
    }
    chosen = check
    arguments.pointee[1] = arguments.pointee[0]
    arguments.pointee += 1
    count.pointee -= 1
    return 0
}

/// The bytes are libFuzzer's, as many as it says, for the time of this call.
@_cdecl("LLVMFuzzerTestOneInput")
public func judge(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    if let fault = chosen.fault(Array(UnsafeBufferPointer(start: bytes, count: size))) {
        FileHandle.standardError.write(Data("\(chosen.name): \(fault)\n".utf8))
        abort()
    }
    return 0
}
