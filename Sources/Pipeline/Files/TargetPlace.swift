internal import EventModel
internal import CLibrary

/// Where the folder of an export stands or will stand, and the room that the file system has for names there.
///
/// ```
/// try TargetPlace(of: "a/b").folder    // "a"
/// try TargetPlace(of: "a/b").beside(".isnad-lock")  // "a/.b.isnad-lock"
/// ```
struct TargetPlace {
  /// The folder's path, which is no link.
  let path: String
  /// The folder that holds it.
  let folder: String
  /// Its name.
  let name: String

  /// By how many bytes a name beside the target is longer than its own: a dot, `.isnad-XXXXXX.whole.old`.
  private static let besideTarget = 24
  /// So many bytes have the longest paths inside the folder, those of programs that export included, and more.
  private static let insideTarget = 320

  /// Follows a target to its place.
  ///
  /// - Throws: A diagnostic where the path names no folder that could be replaced, or leads nowhere, or where it or a name
  ///   in it is too long for what is written there.
  init(of target: String) throws(Diagnostic) {
    let path = try Self.resolved(target)
    guard let folder = FileTree.parent(of: path), let name = path.split(separator: "/").last else {
      throw Diagnostic("target-refused", "this folder cannot be replaced", file: target)
    }
    (self.path, self.folder, self.name) = (path, folder, String(name))
    try refuseLong(target)
  }

  /// The path of something beside the target that is named after it.
  func beside(_ ending: String) -> String { folder + "/." + name + ending }

  /// The path that `target` leads to when links are followed, so that the folder is replaced and not a link to it.
  private static func resolved(_ target: String) throws(Diagnostic) -> String {
    guard !target.isEmpty else { throw Diagnostic("target-refused", "an empty path names no folder", file: target) }
    guard let pointer = realpath(target, nil) else {
      let code = errno
      if [ENOENT, ENAMETOOLONG].contains(code), FileTree.kind(of: target) == nil { return target }
      guard code == ENOENT else { throw .system("cannot reach the target", file: target, code: code) }
      throw Diagnostic("target-refused", "the target is a link to nothing", file: target)
    }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// Refuses names that the system would refuse when the work is done.
  private func refuseLong(_ target: String) throws(Diagnostic) {
    // What leads to the target is not there yet where folders are to be made.
    var existing = folder
    while FileTree.kind(of: existing) == nil, let parent = FileTree.parent(of: existing) { existing = parent }
    let longest = Self.limit(_PC_NAME_MAX, at: existing) ?? 255
    if let long = folder.split(separator: "/").first(where: { $0.utf8.count > longest }) {
      throw Self.tooLong("the name of a folder that leads to it", long.utf8.count, longest, target)
    }
    let (own, most) = (name.utf8.count, longest - Self.besideTarget)
    guard own <= most else { throw Self.tooLong("its name", own, most, target) }
    // The last byte of a path is the zero behind it.
    let (whole, room) = (path.utf8.count, (Self.limit(_PC_PATH_MAX, at: existing) ?? 4096) - 1)
    let rest = room - Self.besideTarget - Self.insideTarget
    guard whole <= rest else { throw Self.tooLong("its path", whole, rest, target) }
  }

  /// How long the system allows something to be in a folder; nil where it does not say.
  private static func limit<Name: BinaryInteger>(_ name: Name, at folder: String) -> Int? {
    let limit = pathconf(folder, Int32(name))
    return limit > 0 ? Int(limit) : nil
  }

  private static func tooLong(_ what: String, _ count: Int, _ limit: Int, _ target: String) -> Diagnostic {
    Diagnostic(
      "target-refused",
      "\(what) is too long: \(count) bytes, and no more than \(limit) leave room for what an export puts there",
      file: target)
  }
}
