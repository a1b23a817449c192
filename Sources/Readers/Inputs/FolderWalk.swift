internal import EventModel

/// Finds the files to read in a folder and its subfolders, one after another, in the order of their paths' bytes, which no
/// locale changes.
///
/// Hidden names and names of other formats are passed over. A link to a file is followed where the file is in the folder;
/// a link to a folder is not, as folders may link in circles, and what it leads to in the folder is found anyway.
struct FolderWalk {
  /// A file that was found.
  struct Found {
    let file: InputFile
    let identity: FileEntry.Identity
  }

  private struct Level {
    /// The folder as it is opened.
    let location: String
    /// Its path below the root, with a `/` at its end unless it is empty.
    let path: String
    /// Where a pattern has come; nil where all files are meant.
    let progress: GlobPattern.Progress?
    /// What is left of its entries, the last one first.
    var entries: [Entry]
  }

  private struct Entry {
    let name: [UInt8]
    let kind: FileEntry

    /// The bytes by which entries are ordered: a folder stands where its files would.
    var key: [UInt8] {
      if case .folder = kind { name + [UInt8(ascii: "/")] } else { name }
    }
  }

  private let root: String
  private let pattern: GlobPattern?
  private let resolvedRoot: String?
  private var levels: [Level] = []
  private var hasBegun = false

  /// Makes a walk.
  ///
  /// - Parameters:
  ///   - root: The folder; empty for the current one.
  ///   - pattern: Which files are meant; nil for all.
  init(root: String, pattern: GlobPattern? = nil) {
    self.root = root
    self.pattern = pattern
    resolvedRoot = FileEntry.resolved(root.isEmpty ? "." : root)
  }

  /// The next file, or what is wrong with an entry: `input-unreadable`, `input-outside`, `input-missing` or `input-name`.
  mutating func next() -> Result<Found, Diagnostic>? {
    do throws(Diagnostic) {
      if !hasBegun {
        hasBegun = true
        try open(root, path: "", pattern?.start)
      }
      while !levels.isEmpty {
        let top = levels.count - 1
        // Taken before the level is handed on: a second holder of the entries would have them copied for each file.
        guard let entry = levels[top].entries.popLast() else {
          levels.removeLast()
          continue
        }
        if let found = try visit(entry, in: levels[top]) { return .success(found) }
      }
      return nil
    } catch {
      return .failure(error)
    }
  }

  private mutating func open(
    _ location: String, path: String, _ progress: GlobPattern.Progress?
  ) throws(Diagnostic) {
    let names = try FileEntry.names(in: location.isEmpty ? "." : location)
    var entries = names.map { name in
      let text = String(decoding: name, as: UTF8.self)
      let kind = FileEntry(at: Self.join(location, text), followingLinks: false)
      return Entry(name: name, kind: kind ?? .other)
    }
    entries.sort { $1.key.lexicographicallyPrecedes($0.key) }
    levels.append(Level(location: location, path: path, progress: progress, entries: entries))
  }

  private mutating func visit(_ entry: Entry, in level: Level) throws(Diagnostic) -> Found? {
    let name = String(decoding: entry.name, as: UTF8.self)
    let location = Self.join(level.location, name)
    let isMeant = level.progress.map { pattern?.matches(name, $0) ?? true } ?? true
    let mediaType = MediaType(fileName: name)
    guard name.utf8.elementsEqual(entry.name) else {
      guard isMeant, mediaType != nil else { return nil }
      throw Diagnostic("input-name", "the file's name is not UTF-8", file: location)
    }
    var identity: FileEntry.Identity?
    switch entry.kind {
    case .folder:
      try enter(name, location, level)
      return nil
    case .link: identity = try follow(location, isFile: mediaType != nil, isMeant: isMeant)
    case .file(let own): identity = own
    case .stream, .other: return nil
    }
    guard isMeant, let mediaType, let identity else { return nil }
    return Found(
      file: InputFile(path: level.path + name, location: location, mediaType: mediaType), identity: identity)
  }

  private mutating func enter(_ name: String, _ location: String, _ level: Level) throws(Diagnostic) {
    let path = level.path + name + "/"
    guard let progress = level.progress, let pattern else { return try open(location, path: path, nil) }
    guard let (next, isComplete) = pattern.entering(name, progress) else { return }
    try open(location, path: path, isComplete ? nil : next)
  }

  /// The file that a link leads to; nil for a link to anything else.
  private func follow(
    _ location: String, isFile: Bool, isMeant: Bool
  ) throws(Diagnostic) -> FileEntry.Identity? {
    guard isMeant else { return nil }
    guard let target = FileEntry(at: location) else {
      guard isFile else { return nil }
      throw Diagnostic("input-missing", "the link leads nowhere", file: location)
    }
    switch target {
    case .folder: try checkInside(location)
    case .file(let identity) where isFile:
      try checkInside(location)
      return identity
    case .file, .link, .stream, .other: break
    }
    return nil
  }

  private func checkInside(_ location: String) throws(Diagnostic) {
    guard let resolvedRoot, let target = FileEntry.resolved(location) else { return }
    let folder = resolvedRoot == "/" ? "/" : resolvedRoot + "/"
    guard !target.utf8.starts(with: folder.utf8), target != resolvedRoot else { return }
    throw Diagnostic("input-outside", "the link leads out of the folder", file: location)
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder == "/" ? "/" + name : folder + "/" + name
  }
}
