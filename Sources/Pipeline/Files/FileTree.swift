internal import EventModel
internal import CLibrary

/// The C function, whose name one here has too.
private let systemRead = read(_:_:_:)

/// Questions and changes to a tree of files. Symbolic links are never followed into another tree.
enum FileTree {
  /// What stands at a path.
  enum Kind {
    case file
    case folder
    case link
    case other
  }

  /// What stands at a path itself, not at what a link points to, or nil where nothing does.
  static func kind(of path: String) -> Kind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// The names in a folder in byte order, without `.` and `..`; nil where it cannot be read.
  static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes a folder and the folders that lead to it.
  static func makeFolder(_ path: String) throws(Diagnostic) {
    if mkdir(path, 0o777) == 0 { return }
    let code = errno
    if code == EEXIST, isFolder(path) { return }
    guard code == ENOENT, let parent = parent(of: path) else {
      throw .system("cannot make the folder", file: path, code: code)
    }
    try makeFolder(parent)
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .system("cannot make the folder", file: path) }
  }

  /// Whether a path leads to a folder, through links too.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The path of the folder that holds `path`: nil for `/`, `.` for a bare name.
  static func parent(of path: String) -> String? {
    var parts = path.split(separator: "/")
    guard let last = parts.popLast() else { return nil }
    if parts.isEmpty { return path.hasPrefix("/") ? "/" : last == "." ? nil : "." }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// Removes what stands at a path, folders with all that is in them. What cannot be removed stays.
  static func remove(_ path: String) {
    if kind(of: path) == .folder {
      for name in names(in: path) ?? [] { remove(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  /// Whether a folder or one below it holds anything but folders.
  static func holdsFiles(_ path: String) -> Bool {
    (names(in: path) ?? []).contains { name in
      let inner = path + "/" + name
      return kind(of: inner) != .folder || holdsFiles(inner)
    }
  }

  /// Removes every folder below and including `path` that holds no file.
  ///
  /// - Returns: Whether `path` is gone.
  @discardableResult
  static func removeEmptyFolders(_ path: String) -> Bool {
    for name in names(in: path) ?? [] where kind(of: path + "/" + name) == .folder {
      removeEmptyFolders(path + "/" + name)
    }
    return rmdir(path) == 0
  }

  /// All bytes of a file, or nil where it cannot be read.
  static func bytes(of path: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    return read(path) { bytes += $0 } ? bytes : nil
  }

  /// Reads a file piece by piece.
  ///
  /// - Returns: False where it cannot be read to its end.
  static func read(_ path: String, _ body: (ArraySlice<UInt8>) -> Void) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = systemRead(descriptor, &buffer, buffer.count)
      if count > 0 {
        body(buffer[..<count])
      } else if count == 0 {
        return true
      } else if errno != EINTR {
        return false
      }
    }
  }

  /// Waits until a folder's entries are on the disk.
  static func synchronize(_ folder: String) throws(Diagnostic) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("cannot open the folder", file: folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system("cannot write the folder", file: folder) }
  }
}
