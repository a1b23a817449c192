internal import EventModel
internal import CLibrary

/// What the file system says of a path.
enum FileEntry {
  /// What tells a file from every other, by whatever path it is reached.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let node: UInt64
  }

  case folder
  case file(Identity)
  /// A link, where links are not followed.
  case link
  /// A pipe or a device.
  case stream
  case other

  /// What is at a path; nil where there is nothing, or where links lead in a circle.
  init?(at path: String, followingLinks: Bool = true) {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: self = .folder
    case S_IFREG: self = .file(Identity(device: UInt64(status.st_dev), node: UInt64(status.st_ino)))
    case S_IFLNK: self = .link
    case S_IFIFO, S_IFCHR: self = .stream
    default: self = .other
    }
  }

  /// Why the system does not say what is at a path; nil where there simply is nothing.
  static func refusal(at path: String) -> String? {
    var status = stat()
    guard stat(path, &status) != 0, errno != ENOENT, errno != ENOTDIR else { return nil }
    return SystemReason.last
  }

  /// The path without links that leads to the same place; nil where nothing is there.
  static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// The names in a folder as bytes, in no order, without those that begin with a full stop.
  ///
  /// - Throws: `input-unreadable`.
  static func names(in folder: String) throws(Diagnostic) -> [[UInt8]] {
    guard let stream = opendir(folder) else {
      throw Diagnostic("input-unreadable", "the folder cannot be opened: " + SystemReason.last, file: folder)
    }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in Array(bytes.prefix { $0 != 0 }) }
      if name.first != UInt8(ascii: ".") { names.append(name) }
    }
    return names
  }
}
