package import EventModel

/// Finds the files to read among what a user names: files, folders, patterns such as `news/**/*.html`, and `-`, which
/// stands for standard input.
///
/// A folder is searched with its subfolders, and so is the folder of a pattern, as ``FolderWalk`` has it. A file reached
/// twice is read once. A file that a user names himself is read also where a link leads to it.
package struct InputSearch {
  private var paths: ArraySlice<String>
  private let format: MediaType?
  private var walk: FolderWalk?
  /// The path that the walk is for, as the user wrote it.
  private var walked = ""
  private var hasFound = false
  private var seen: Set<FileEntry.Identity> = []
  private var hasSeenInput = false

  /// Makes a search.
  ///
  /// - Parameters:
  ///   - paths: What the user names.
  ///   - format: The format of standard input, and of files that the user names and whose names tell none.
  package init(_ paths: [String], format: MediaType? = nil) {
    self.paths = paths[...]
    self.format = format
  }

  /// The next file, or what is wrong where a file was looked for; nil at the end.
  ///
  /// Faults are `input-missing` where nothing is at a path, `input-unreadable` where a folder cannot be opened,
  /// `input-format` where a named file is of no known format, `no-articles` where a folder holds no file to read,
  /// `input-unmatched` where a pattern finds none, `input-outside` where a link leads out of its folder, and `input-name`
  /// where a name is not UTF-8.
  package mutating func next() -> Result<InputFile, Diagnostic>? {
    while true {
      if walk != nil {
        if let found = nextInFolder() { return found }
      } else if let path = paths.popFirst() {
        do throws(Diagnostic) {
          if let file = try begin(path) { return .success(file) }
        } catch {
          return .failure(error)
        }
      } else {
        return nil
      }
    }
  }

  private mutating func nextInFolder() -> Result<InputFile, Diagnostic>? {
    while let found = walk?.next() {
      hasFound = true
      switch found {
      case .success(let found): if seen.insert(found.identity).inserted { return .success(found.file) }
      case .failure(let fault): return .failure(fault)
      }
    }
    walk = nil
    if hasFound { return nil }
    return .failure(
      FileEntry(at: walked) == nil
        ? Diagnostic("input-unmatched", "no file to read matches the pattern", file: walked)
        : Diagnostic("no-articles", "the folder holds no file to read: \(MediaType.fileNames)", file: walked))
  }

  /// The file at a path; nil where a search for files begins, or where the file was seen.
  private mutating func begin(_ path: String) throws(Diagnostic) -> InputFile? {
    if path == InputFile.standardInput {
      defer { hasSeenInput = true }
      return hasSeenInput ? nil : InputFile(path: path, location: path, mediaType: format)
    }
    var root = path
    while root.utf8.count > 1, root.utf8.last == UInt8(ascii: "/") { root.removeLast() }
    let name = root.utf8.split(separator: UInt8(ascii: "/")).last.map { String($0) ?? root } ?? root
    switch FileEntry(at: root) {
    case .folder: search(FolderWalk(root: root), path)
    case .file(let identity):
      guard let mediaType = MediaType(fileName: name) ?? format else {
        throw Diagnostic("input-format", "the file's name tells no format: \(MediaType.fileNames)", file: path)
      }
      guard seen.insert(identity).inserted else { return nil }
      return InputFile(path: name, location: root, mediaType: mediaType)
    case .stream: return InputFile(path: name, location: root, mediaType: MediaType(fileName: name) ?? format)
    case .link, .other: throw Diagnostic("input-format", "this is neither a file nor a folder", file: path)
    case nil:
      guard let pattern = GlobPattern(path) else {
        if let reason = FileEntry.refusal(at: root) {
          throw Diagnostic("input-unreadable", "the path leads nowhere: " + reason, file: path)
        }
        throw Diagnostic("input-missing", "there is no such file or folder", file: path)
      }
      guard case .folder = FileEntry(at: pattern.root.isEmpty ? "." : pattern.root) else {
        throw Diagnostic("input-unmatched", "no file to read matches the pattern", file: path)
      }
      search(FolderWalk(root: pattern.root, pattern: pattern), path)
    }
    return nil
  }

  private mutating func search(_ walk: FolderWalk, _ path: String) {
    (self.walk, walked, hasFound) = (walk, path, false)
  }
}
