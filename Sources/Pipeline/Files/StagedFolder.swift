package import EventModel
internal import CLibrary

/// A folder that is written beside its target and takes the target's place in one step, whole or not at all.
///
/// Until ``commit()`` the target is untouched; a value that goes away without it removes what it wrote. A program that
/// is killed leaves a folder `.NAME.isnad-XXXXXX` behind, which the next one removes: a lock that dies with its holder
/// tells a dead folder from one that is being written. A folder that is ready to be swapped is called `….whole`, and
/// so is the earlier export after the swap: of such a folder, only files that an export wrote are removed.
package struct StagedFolder: ~Copyable {
  /// The folder that is being written.
  package private(set) var path: String
  /// What became of folders that killed programs had left.
  package private(set) var notes: [Diagnostic]
  private let target: String
  private let parent: String
  private let lock: Int32
  private let makesParent: Bool
  private let exchange: @Sendable (String, String) -> Bool
  private var committed = false

  /// Makes an empty folder beside `target`.
  ///
  /// - Parameters:
  ///   - target: Where the folder will stand; a link is followed to what it names.
  ///   - exchange: Swaps what two paths name, or says that the system cannot.
  /// - Throws: A diagnostic where the target is something else than nothing, an empty folder or an earlier export, or
  ///   where the operating system refuses.
  package init(
    target: String, exchange: @escaping @Sendable (String, String) -> Bool = { exchangeNames($0, $1) }
  ) throws(Diagnostic) {
    let place = try TargetPlace(of: target)
    try Self.refuseForeign(place.path, named: target)
    let parent = place.folder
    let makesParent = FileTree.kind(of: parent) == nil
    try FileTree.makeFolder(parent)
    // Between the making of a folder and its lock, nobody else may take it for a dead one.
    let guardian = try Self.lock(parent)
    defer { close(guardian) }
    let notes = Self.sweep(parent, prefix: "." + place.name + ".isnad-", target: place.path)
    let path = try Self.makeFolder(place.beside(".isnad-"), beside: target)
    let lock: Int32
    do throws(Diagnostic) {
      lock = try Self.lock(path)
    } catch {
      FileTree.remove(path)
      throw error
    }
    self.path = path
    self.notes = notes
    self.makesParent = makesParent
    self.exchange = exchange
    self.target = place.path
    self.parent = parent
    self.lock = lock
  }

  deinit {
    if !committed { FileTree.remove(path) }
    close(lock)
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
    let whole = path + Self.wholeEnding
    guard rename(path, whole) == 0 else { throw .system("cannot rename the export", file: path) }
    path = whole
    let isFirst = FileTree.kind(of: target) == nil
    try isFirst ? move() : swap()
    do throws(Diagnostic) {
      try FileTree.synchronize(parent)
    } catch {
      try putBack(isFirst: isFirst)
      throw error
    }
    committed = true
    if makesParent { Self.synchronizeAncestors(of: parent) }
    return isFirst ? nil : Self.retire(path, of: target)
  }

  private func move() throws(Diagnostic) {
    guard rename(path, target) == 0 else { throw .system("cannot put the export in its place", file: target) }
  }

  /// Swaps the folder with the earlier one, so that at no moment the target is missing; where the file system cannot do
  /// that, in two steps with a way back.
  private func swap() throws(Diagnostic) {
    if exchange(path, target) { return }
    let aside = path + Self.oldEnding
    guard rename(target, aside) == 0 else { throw .system("cannot move the earlier export", file: target) }
    guard rename(path, target) == 0 else {
      let code = errno
      rename(aside, target)
      throw .system("cannot put the export in its place", file: target, code: code)
    }
    rename(aside, path)
  }

  /// Undoes the last step, as the system does not say that it will last.
  private func putBack(isFirst: Bool) throws(Diagnostic) {
    if isFirst {
      rename(target, path)
    } else {
      try swap()
    }
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
  /// - Throws: What the operating system refused: without the lock, what is written here could be swept away.
  private static func lock(_ folder: String) throws(Diagnostic) -> Int32 {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("cannot open the folder", file: folder) }
    while flock(descriptor, LOCK_EX) != 0 {
      let code = errno
      guard code != EINTR else { continue }
      close(descriptor)
      throw .system("cannot lock the folder", file: folder, code: code)
    }
    return descriptor
  }

  /// Waits until the folders are on the disk that lead to the target, as some of them were made for it.
  private static func synchronizeAncestors(of folder: String) {
    var folder = folder
    while let parent = FileTree.parent(of: folder), parent != folder {
      // What belongs to others may be closed to us, and was there before.
      guard (try? FileTree.synchronize(parent)) != nil else { return }
      folder = parent
    }
  }

  /// Waits until all folders in the new one are on the disk; files are already.
  private static func synchronizeAll(_ folder: String) throws(Diagnostic) {
    for name in FileTree.names(in: folder) ?? [] where FileTree.kind(of: folder + "/" + name) == .folder {
      try synchronizeAll(folder + "/" + name)
    }
    try FileTree.synchronize(folder)
  }
}
