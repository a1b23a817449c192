package import EventModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A folder that is written beside its target and takes the target's place in one step, whole or not at all.
///
/// Until ``commit()`` the target is untouched; a value that goes away without it removes what it wrote. A program that
/// is killed leaves a folder `.NAME.isnad-XXXXXX` behind, which the next one removes: a lock that dies with its holder
/// tells a dead folder from one that is being written.
package struct StagedFolder: ~Copyable {
  /// The folder that is being written.
  package let path: String
  private let target: String
  private let parent: String
  private let lock: Int32
  private var committed = false

  /// Makes an empty folder beside `target`.
  ///
  /// - Parameter target: Where the folder will stand; a link is followed to what it names.
  /// - Throws: A diagnostic where the target is something else than nothing, an empty folder or an earlier export, or
  ///   where the operating system refuses.
  package init(target: String) throws(Diagnostic) {
    let place = try Self.resolved(target)
    try Self.refuseForeign(place, named: target)
    guard let parent = FileTree.parent(of: place), let name = place.split(separator: "/").last else {
      throw Diagnostic("target-refused", "this folder cannot be replaced", file: target)
    }
    try FileTree.makeFolder(parent)
    // Between the making of a folder and its lock, nobody else may take it for a dead one.
    let guardian = try Self.lock(parent)
    defer { close(guardian) }
    let prefix = "." + name + ".isnad-"
    Self.sweep(parent, prefix: prefix)
    let path = try Self.makeFolder(parent + "/" + prefix, beside: target)
    self.path = path
    self.target = place
    self.parent = parent
    lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    flock(lock, LOCK_EX | LOCK_NB)
  }

  deinit {
    if !committed { FileTree.remove(path) }
    if lock >= 0 { close(lock) }
  }

  /// Puts the folder in the target's place. An earlier export there is removed afterwards; files in it that no export
  /// wrote are kept in a folder beside it.
  ///
  /// - Returns: A note that says where such files are now, or nil.
  /// - Throws: What the operating system refused; the target is then what it was.
  package mutating func commit() throws(Diagnostic) -> Diagnostic? {
    try Self.synchronizeAll(path)
    let guardian = try Self.lock(parent)
    defer { close(guardian) }
    switch FileTree.kind(of: target) {
    case nil:
      guard rename(path, target) == 0 else { throw .system("cannot put the export in its place", file: target) }
      committed = true
    default:
      try exchange()
    }
    try FileTree.synchronize(parent)
    return committed && FileTree.kind(of: path) == .folder ? Self.retire(path, of: target) : nil
  }

  /// Swaps the folder with the earlier one, so that at no moment the target is missing; where the file system cannot do
  /// that, in two steps with a way back.
  private mutating func exchange() throws(Diagnostic) {
    if exchangeNames(path, target) {
      committed = true
      return
    }
    let aside = path + "-old"
    guard rename(target, aside) == 0 else { throw .system("cannot move the earlier export", file: target) }
    guard rename(path, target) == 0 else {
      let code = errno
      rename(aside, target)
      throw .system("cannot put the export in its place", file: target, code: code)
    }
    committed = true
    rename(aside, path)
  }

  /// Makes a folder of a new name that begins with `prefix`.
  private static func makeFolder(_ prefix: String, beside target: String) throws(Diagnostic) -> String {
    var template = Array((prefix + "XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw .system("cannot make a folder beside the target", file: target) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // What mkdtemp makes is for its owner only; an export has the rights of any new folder.
    let mask = umask(0)
    umask(mask)
    chmod(path, 0o777 & ~mask)
    return path
  }

  /// Waits for the lock of a folder.
  ///
  /// - Returns: The descriptor that holds the lock until it is closed.
  private static func lock(_ folder: String) throws(Diagnostic) -> Int32 {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("cannot open the folder", file: folder) }
    flock(descriptor, LOCK_EX)
    return descriptor
  }

  /// Waits until all folders in the new one are on the disk; files are already.
  private static func synchronizeAll(_ folder: String) throws(Diagnostic) {
    for name in FileTree.names(in: folder) ?? [] where FileTree.kind(of: folder + "/" + name) == .folder {
      try synchronizeAll(folder + "/" + name)
    }
    try FileTree.synchronize(folder)
  }
}
