internal import EventModel
internal import CLibrary

/// What is in a folder and its subfolders.
struct FolderListing {
  /// The paths of the files below the folder, `/`-separated, sorted by bytes.
  private(set) var files: [String] = []
  /// The paths of what is neither file nor folder, such as links.
  private(set) var others: [String] = []
  /// The paths of the folders that hold nothing.
  private(set) var emptyFolders: [String] = []

  /// Lists a folder. Links are not followed.
  init(_ folder: String, name: String) throws(Diagnostic) {
    try add(folder, "", name)
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    others.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    emptyFolders.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func add(_ folder: String, _ prefix: String, _ name: String) throws(Diagnostic) {
    guard let stream = opendir(folder) else {
      throw Diagnostic("folder-unreadable", "cannot be read: \(String(cString: strerror(errno)))", file: name)
    }
    defer { closedir(stream) }
    var isEmpty = true
    while let entry = readdir(stream) {
      let entryName = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard entryName != ".", entryName != ".." else { continue }
      isEmpty = false
      var status = stat()
      guard lstat(folder + "/" + entryName, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: try add(folder + "/" + entryName, prefix + entryName + "/", prefix + entryName)
      case S_IFREG: files.append(prefix + entryName)
      default: others.append(prefix + entryName)
      }
    }
    if isEmpty, !prefix.isEmpty { emptyFolders.append(String(prefix.dropLast())) }
  }
}

/// Paths as manifests and descriptors give them.
enum SafePath {
  /// Whether a path leads nowhere but below its folder: relative, `/`-separated, without `.` and `..`.
  static func isSafe(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    guard let first = bytes.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "~") else { return false }
    guard !bytes.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") || $0 == 0x7F }) else { return false }
    if bytes.count > 1, bytes[1] == UInt8(ascii: ":") { return false }
    return bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
    }
  }
}
