/// The names that a program may give its files: such as every file system and every shell can hold.
enum ProgramPath {
  /// How many bytes a path may have.
  static let limit = 200

  /// The names of devices in Windows, with any extension.
  private static let devices: Set<String> = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
  ]

  /// Why a path is refused, or nil where it is allowed.
  static func fault(in path: String) -> String? {
    guard !path.isEmpty else { return "it is empty" }
    guard path.utf8.count <= limit else { return "it has more than \(limit) bytes" }
    guard path.utf8.first != 0x2F else { return "it must be relative to the format's folder" }
    for name in path.split(separator: "/", omittingEmptySubsequences: false) {
      guard !name.isEmpty else { return "a name in it is empty" }
      guard name != "." && name != ".." else { return "it must have no . or .. in it" }
      let isPlain = name.utf8.allSatisfy { byte in
        isLetterOrDigit(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F
      }
      guard isPlain else { return "only the letters a-z, A-Z, digits, . - _ and / may be in it" }
      guard name.utf8.first != 0x2E, name.utf8.first != 0x2D, name.utf8.last != 0x2E else {
        return "a name in it must not begin with . or - and not end with ."
      }
      let stem = name.prefix { $0 != "." }.lowercased()
      guard !devices.contains(stem) else { return "“\(stem)” is the name of a device in Windows" }
    }
    return nil
  }

  /// Why paths cannot stand side by side, or nil where they can.
  static func clash(among paths: [String]) -> String? {
    var seen: [String: String] = [:]
    for path in paths {
      // As a file system sees them that takes capitals and small letters for the same, and as resources are named.
      if let other = seen.updateValue(path, forKey: resourceName(of: path, format: "")) {
        return "names the files “\(other)” and “\(path)”, which differ in nothing, in capitals or in punctuation only"
      }
    }
    let folders = Set(paths.flatMap { leading($0.lowercased()) })
    if let path = paths.first(where: { folders.contains($0.lowercased()) }) {
      return "names “\(path)” both as a file and as a folder"
    }
    return nil
  }

  /// The name of the data resource: the format's name and the path, with hyphens for all but letters and digits.
  static func resourceName(of path: String, format: String) -> String {
    format + "-"
      + String(decoding: path.lowercased().utf8.map { isLetterOrDigit($0) ? $0 : 0x2D }, as: UTF8.self)
  }

  /// What follows the last dot of the last name; the name itself where there is none.
  static func fileExtension(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return (name.split(separator: ".").last ?? name).lowercased()
  }

  /// The folders that lead to a path: of `a/b/c`, `a` and `a/b`.
  private static func leading(_ path: String) -> [String] {
    let names = path.split(separator: "/")
    return (1..<max(1, names.count)).map { names[..<$0].joined(separator: "/") }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
  }
}
