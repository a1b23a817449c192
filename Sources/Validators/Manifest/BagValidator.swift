internal import EventModel
internal import JSON

/// Judges a folder as a BagIt 1.0 bag (RFC 8493) with SHA-256 manifests, and its `datapackage.json` if there is one.
///
/// Every file below `data/` is listed and every listed file is there, with the right digest; the same holds for the tag
/// files. `sha256sum -c` would not notice a file that nobody lists. No path leads out of the folder, nothing is a link,
/// and no folder is empty, as manifests cannot tell of one.
package struct BagValidator {
  private let folder: String
  private let listing: FolderListing
  private var facts: [String: FileFacts] = [:]
  private(set) var report = ValidationReport()

  private static let info = "bag-info.txt"
  private static let manifest = "manifest-sha256.txt"
  private static let tagManifest = "tagmanifest-sha256.txt"

  /// Judges a folder.
  ///
  /// - Parameter required: The tag files that must be there beyond those that every bag has.
  /// - Returns: The number of payload files and the faults; files are named relative to the folder.
  package static func validate(folder: String, required: [String] = []) -> ValidationReport {
    do throws(Diagnostic) {
      var validator = BagValidator(folder: folder, listing: try FolderListing(folder, name: folder))
      validator.run(required)
      return validator.report
    } catch {
      return ValidationReport(diagnostics: [error])
    }
  }

  private init(folder: String, listing: FolderListing) {
    self.folder = folder
    self.listing = listing
  }

  private mutating func run(_ required: [String]) {
    for path in listing.others { add("bag-not-a-file", "is neither a file nor a folder", path) }
    for path in listing.emptyFolders { add("bag-empty-folder", "is a folder without a file", path) }
    checkDeclaration()
    checkTagFiles(required)
    let payload = listing.files.filter { $0.hasPrefix("data/") }
    report.records = payload.count
    check(Self.manifest, lists: payload)
    check(Self.tagManifest, lists: listing.files.filter { !$0.hasPrefix("data/") && !Self.isTagManifest($0) })
    checkOxum(payload)
    if listing.files.contains(DataPackageDescriptor.fileName) { checkDataPackage() }
  }

  private mutating func add(_ id: String, _ reason: String, _ file: String, line: Int? = nil) {
    report.diagnostics.append(Diagnostic(id, reason, file: file, line: line))
  }

  /// The bytes of a small file of the bag; nil, and a fault, where it is missing.
  private mutating func contents(_ name: String) -> [UInt8]? {
    do throws(Diagnostic) {
      guard listing.files.contains(name) else { throw Diagnostic("bag-missing", "the bag lacks this file", file: name) }
      return try ByteFile.contents(of: folder + "/" + name, name: name)
    } catch {
      report.diagnostics.append(error)
      return nil
    }
  }

  private mutating func lookUp(_ path: String) -> FileFacts? {
    if let known = facts[path] { return known }
    let found = try? FileFacts(path: folder + "/" + path, name: path)
    facts[path] = found
    return found
  }

  private static func isTagManifest(_ name: String) -> Bool {
    name.hasPrefix("tagmanifest-") && name.hasSuffix(".txt") && !name.contains("/")
  }

  // MARK: - Tag files

  private mutating func checkDeclaration() {
    guard let bytes = contents("bagit.txt") else { return }
    let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self).trimmed }
    let isVersion = lines.first == "BagIt-Version: 1.0" || lines.first == "BagIt-Version: 0.97"
    let isEncoding = lines.count > 1 && lines[1] == "Tag-File-Character-Encoding: UTF-8"
    guard !isVersion || !isEncoding || lines.count != 2 else { return }
    add(
      "bag-declaration", "must declare BagIt 1.0 with tag files in UTF-8, in two lines", "bagit.txt",
      line: !isVersion ? 1 : !isEncoding ? 2 : 3)
  }

  private mutating func checkTagFiles(_ required: [String]) {
    for name in required where !listing.files.contains(name) { add("bag-missing", "the bag lacks this file", name) }
    for name in listing.files where !name.contains("/") {
      if name == "fetch.txt" { add("bag-fetch", "names files to be fetched: only a whole bag can be judged", name) }
      let isManifest = (name.hasPrefix("manifest-") || Self.isTagManifest(name)) && name.hasSuffix(".txt")
      if isManifest, name != Self.manifest, name != Self.tagManifest {
        add("bag-algorithm", "is a manifest of another algorithm than SHA-256, by which nothing is checked", name)
      }
    }
  }

  private mutating func checkOxum(_ payload: [String]) {
    guard listing.files.contains(Self.info), let bytes = contents(Self.info) else { return }
    var isStated = false
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let text = String(decoding: line, as: UTF8.self)
      guard text.lowercased().hasPrefix("payload-oxum:") else { continue }
      let stated = String(text.dropFirst("payload-oxum:".count)).trimmed
      let total = payload.reduce(0) { total, path in total + (lookUp(path)?.bytes ?? 0) }
      let found = "\(total).\(payload.count)"
      if isStated { add("bag-oxum", "says Payload-Oxum twice", Self.info, line: index + 1) }
      isStated = true
      if stated != found {
        add("bag-oxum", "says \(stated), but the payload is \(found) (bytes.files)", Self.info, line: index + 1)
      }
    }
    if !isStated { add("bag-oxum", "does not say Payload-Oxum", Self.info) }
  }

  // MARK: - Manifests

  /// Checks that a manifest lists just the given files, with their digests.
  private mutating func check(_ name: String, lists files: [String]) {
    guard let bytes = contents(name) else { return }
    let list = ChecksumList(bytes, name: name)
    report.diagnostics += list.faults
    let present = Set(files.map { JSONKey($0) })
    for entry in list.entries {
      guard present.contains(JSONKey(entry.path)) else {
        add("bag-missing", "\(entry.path) is listed and not there", name, line: entry.line)
        continue
      }
      guard let facts = lookUp(entry.path) else {
        add("file-unreadable", "cannot be read", entry.path)
        continue
      }
      if facts.sha256 != entry.sha256 {
        add(
          "bag-checksum", "has the SHA-256 \(facts.sha256), but line \(entry.line) of \(name) says \(entry.sha256)",
          entry.path)
      }
    }
    for path in files where !list.contains(path) { add("bag-unlisted", "is not listed in \(name)", path) }
  }

  // MARK: - Data package

  private mutating func checkDataPackage() {
    let descriptor: DataPackageDescriptor
    do throws(Diagnostic) {
      descriptor = try DataPackageDescriptor(folder: folder)
    } catch {
      report.diagnostics.append(error)
      return
    }
    report.diagnostics += descriptor.repetitions
    for (index, resource) in descriptor.resources.enumerated() { check(resource, at: "/resources/\(index)") }
  }

  private mutating func check(_ resource: DataPackageDescriptor.Resource, at pointer: String) {
    func fault(_ id: String, _ member: String, _ reason: String) {
      add(id, "at \(pointer)/\(member): \(reason)", DataPackageDescriptor.fileName)
    }
    guard listing.files.contains(where: { $0.hasSameBytes(as: resource.path) }) else {
      fault("package-missing", "path", "the resource \(resource.name) has no file \(resource.path)")
      return
    }
    guard let facts = lookUp(resource.path) else { return }
    if let bytes = resource.bytes, bytes != facts.bytes {
      fault("package-bytes", "bytes", "\(resource.path) has \(facts.bytes) bytes, not \(bytes)")
    }
    if let hash = resource.hash {
      if !hash.hasPrefix("sha256:") {
        fault("package-algorithm", "hash", "\(hash) is of another algorithm than sha256, which is not checked")
      } else if hash != "sha256:" + facts.sha256 {
        fault("package-hash", "hash", "\(resource.path) has the hash sha256:\(facts.sha256), not \(hash)")
      }
    }
    for (member, schema) in [("schema", resource.schemaPath), ("conformsTo", resource.conformsTo)] {
      guard let schema, SafePath.isSafe(schema) else { continue }
      if !listing.files.contains(where: { $0.hasSameBytes(as: schema) }) {
        fault("package-missing", member, "the resource \(resource.name) names \(schema), which is not there")
      }
    }
  }
}

extension String {
  /// The text without spaces and line ends at its ends.
  fileprivate var trimmed: String {
    var bytes = utf8[...]
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes = bytes.dropFirst() }
    while let last = bytes.last, [0x20, 0x09, 0x0D].contains(last) { bytes = bytes.dropLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
