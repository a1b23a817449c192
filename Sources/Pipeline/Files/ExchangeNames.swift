internal import CLibrary

/// Swaps what two paths name in one step.
///
/// - Returns: False where the system or the file system has no such step, or refuses; nothing is changed then.
func exchangeNames(_ one: String, _ other: String) -> Bool {
  #if canImport(Darwin)
    return renamex_np(one, other, UInt32(RENAME_SWAP)) == 0
  #else
    // The C headers hide renameat2 behind a feature macro, so the function is looked up by name.
    typealias RenameAt2 = @convention(c) (CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt) -> CInt
    guard let program = dlopen(nil, RTLD_NOW), let symbol = dlsym(program, "renameat2") else { return false }
    let renameAt2 = unsafeBitCast(symbol, to: RenameAt2.self)
    let exchange: CUnsignedInt = 2
    return renameAt2(AT_FDCWD, one, AT_FDCWD, other, exchange) == 0
  #endif
}
