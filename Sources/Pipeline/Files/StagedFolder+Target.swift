internal import EventModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension StagedFolder {
  /// The path that `target` leads to when links are followed, so that the folder is replaced and not a link to it.
  static func resolved(_ target: String) throws(Diagnostic) -> String {
    guard !target.isEmpty else { throw Diagnostic("target-refused", "an empty path names no folder", file: target) }
    guard let pointer = realpath(target, nil) else {
      guard errno == ENOENT else { throw .system("cannot reach the target", file: target) }
      guard FileTree.kind(of: target) == nil else {
        throw Diagnostic("target-refused", "the target is a link to nothing", file: target)
      }
      return target
    }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// Refuses to replace what no export made.
  static func refuseForeign(_ target: String, named name: String) throws(Diagnostic) {
    switch FileTree.kind(of: target) {
    case nil: return
    case .folder:
      guard let names = FileTree.names(in: target) else { throw .system("cannot read the folder", file: name) }
      guard names.isEmpty || (names.contains("bagit.txt") && names.contains("provenance.json")) else {
        throw Diagnostic(
          "target-refused", "the folder holds files and is no earlier export: name another, or empty it", file: name)
      }
    default:
      throw Diagnostic("target-refused", "the target is not a folder", file: name)
    }
  }

  /// Removes the folders of that prefix that nobody holds a lock on: what killed programs left.
  static func sweep(_ parent: String, prefix: String) {
    for name in FileTree.names(in: parent) ?? [] where name.hasPrefix(prefix) {
      let folder = parent + "/" + name
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { FileTree.remove(folder) }
      close(descriptor)
    }
  }

  /// Removes an earlier export, file by file as its manifests name them. What somebody else put there is kept.
  ///
  /// - Returns: A note that says where it is kept, or nil where nothing was left.
  static func retire(_ export: String, of target: String) -> Diagnostic? {
    for manifest in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
      for line in (FileTree.bytes(of: export + "/" + manifest) ?? []).split(separator: 0x0A) {
        // 64 digits, a space, a space or star, the path.
        guard line.count > 66 else { continue }
        let name = String(decoding: line.dropFirst(66), as: UTF8.self)
        guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else { continue }
        unlink(export + "/" + name)
      }
    }
    unlink(export + "/tagmanifest-sha256.txt")
    guard !FileTree.removeEmptyFolders(export) else { return nil }
    var (kept, number) = (target + ".kept", 1)
    while FileTree.kind(of: kept) != nil {
      number += 1
      kept = target + ".kept-\(number)"
    }
    guard rename(export, kept) == 0 else { return nil }
    return Diagnostic(
      "files-kept", "the earlier export held files of another origin: they are now in \(kept)", severity: .note,
      file: target)
  }
}
