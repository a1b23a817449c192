internal import EventModel
internal import CLibrary

extension StagedFolder {
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

  /// How the name of a folder ends that is a whole export, new or earlier.
  static let wholeEnding = ".whole"
  /// How the name of an earlier export ends while it is neither at its target nor replaced.
  static let oldEnding = ".old"

  /// Removes the folders of that prefix that nobody holds a lock on: what killed programs left. An earlier export that
  /// has no successor at its target goes back there.
  ///
  /// - Returns: What is to be told about it.
  static func sweep(_ parent: String, prefix: String, target: String) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    for name in FileTree.names(in: parent) ?? [] where name.hasPrefix(prefix) {
      let folder = parent + "/" + name
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        if name.hasSuffix(oldEnding), FileTree.kind(of: target) == nil, rename(folder, target) == 0 {
          notes.append(
            Diagnostic(
              "export-restored", "an earlier program was stopped between two exports: the earlier one is back",
              severity: .note, file: target))
        } else if name.hasSuffix(wholeEnding) || name.hasSuffix(oldEnding) {
          if let note = retire(folder, of: target) { notes.append(note) }
        } else {
          FileTree.remove(folder)
        }
      }
      close(descriptor)
    }
    return notes
  }

  /// Whether a path leads to something in a folder, through folders that are no links.
  private static func isBelow(_ folder: String, _ path: String) -> Bool {
    var place = folder
    for part in path.split(separator: "/").dropLast() {
      place += "/" + part
      guard part != "..", FileTree.kind(of: place) == .folder else { return false }
    }
    return !path.hasSuffix("..")
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
        guard !name.hasPrefix("/"), isBelow(export, name) else { continue }
        // What the system refuses to remove is no file of another origin: the next program tries again.
        guard unlink(export + "/" + name) == 0 || errno == ENOENT else { return nil }
      }
    }
    guard unlink(export + "/tagmanifest-sha256.txt") == 0 || errno == ENOENT else { return nil }
    guard !FileTree.removeEmptyFolders(export), FileTree.holdsFiles(export) else { return nil }
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
