package import EventModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Finds the files to read among the paths that a user names.
///
/// A folder is searched with its subfolders; hidden names, other formats and links to folders are passed over. The files
/// of a folder come in the order of their paths' bytes, which no locale changes. A file reached twice is read once.
package struct InputFinder: Sendable {
  /// Makes a finder.
  package init() {}

  /// The files at some paths, in the order of the paths.
  ///
  /// - Throws: `input-missing` where nothing is at a path, `input-unreadable` where a folder or file cannot be opened,
  ///   `input-format` where a named file is of no known format, `no-articles` where a folder holds no file to read.
  package func files(at paths: [String]) throws(Diagnostic) -> [InputFile] {
    var found: [InputFile] = []
    var seen: Set<Identity> = []
    for path in paths {
      for (file, identity) in try files(at: path) where seen.insert(identity).inserted { found.append(file) }
    }
    return found
  }

  private struct Identity: Hashable {
    let device: UInt64
    let node: UInt64
  }

  private enum Entry {
    case folder
    case file(Identity)
    case other
  }

  private func files(at path: String) throws(Diagnostic) -> [(InputFile, Identity)] {
    var root = path
    while root.utf8.count > 1, root.utf8.last == UInt8(ascii: "/") { root.removeLast() }
    guard let entry = entry(at: root, followingLinks: true) else {
      throw Diagnostic("input-missing", "there is no such file or folder", file: path)
    }
    switch entry {
    case .file(let identity):
      let name = root.utf8.split(separator: UInt8(ascii: "/")).last.map { String($0) ?? root } ?? root
      guard let mediaType = MediaType(fileName: name) else {
        throw Diagnostic("input-format", "the file is neither .txt nor .jsonl", file: path)
      }
      return [(InputFile(path: name, location: root, mediaType: mediaType), identity)]
    case .folder:
      var found: [(file: InputFile, identity: Identity)] = []
      try search(root, below: "", into: &found)
      guard !found.isEmpty else {
        throw Diagnostic("no-articles", "the folder holds no .txt and no .jsonl file", file: path)
      }
      found.sort { $0.file.path.utf8.lexicographicallyPrecedes($1.file.path.utf8) }
      return found.map { ($0.file, $0.identity) }
    case .other:
      throw Diagnostic("input-format", "this is neither a file nor a folder", file: path)
    }
  }

  private func search(
    _ folder: String, below prefix: String, into found: inout [(file: InputFile, identity: Identity)]
  ) throws(Diagnostic) {
    for name in try names(in: folder) where name.utf8.first != UInt8(ascii: ".") {
      let location = folder == "/" ? "/" + name : folder + "/" + name
      guard let entry = entry(at: location, followingLinks: false) ?? entry(at: location, followingLinks: true)
      else { continue }
      switch entry {
      case .folder: try search(location, below: prefix + name + "/", into: &found)
      case .file(let identity):
        guard let mediaType = MediaType(fileName: name) else { continue }
        found.append((InputFile(path: prefix + name, location: location, mediaType: mediaType), identity))
      case .other:
        // A link: to a file it is followed, to a folder not, as folders may link in circles.
        guard let mediaType = MediaType(fileName: name),
          case .file(let identity) = self.entry(at: location, followingLinks: true)
        else { continue }
        found.append((InputFile(path: prefix + name, location: location, mediaType: mediaType), identity))
      }
    }
  }

  private func entry(at path: String, followingLinks: Bool) -> Entry? {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file(Identity(device: UInt64(status.st_dev), node: UInt64(status.st_ino)))
    default: return .other
    }
  }

  private func names(in folder: String) throws(Diagnostic) -> [String] {
    guard let stream = opendir(folder) else {
      throw Diagnostic("input-unreadable", "the folder cannot be opened", file: folder)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names
  }
}
