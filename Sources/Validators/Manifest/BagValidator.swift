internal import EventModel
internal import JSON

/// Judges a folder as a BagIt 1.0 bag (RFC 8493) with SHA-256 manifests, and its `datapackage.json` if there is one.
///
/// Every file below `data/` is listed and every listed file is there, with the right digest; the same holds for the tag
/// files. `sha256sum -c` would not notice a file that nobody lists. No path leads out of the folder, and nothing is a link.
package struct BagValidator {
  private let folder: String
  private let listing: FolderListing
  private var facts: [String: FileFacts] = [:]
  private(set) var report = ValidationReport()

  private static let manifest = "manifest-sha256.txt"
  private static let tagManifest = "tagmanifest-sha256.txt"

  /// Judges a folder.
  ///
  /// - Returns: The number of payload files and the faults; files are named relative to the folder.
  package static func validate(folder: String) -> ValidationReport {
    do throws(Diagnostic) {
      var validator = BagValidator(folder: folder, listing: try FolderListing(folder, name: folder))
      validator.run()
      return validator.report
    } catch {
      return ValidationReport(diagnostics: [error])
    }
  }

  private init(folder: String, listing: FolderListing) {
    self.folder = folder
    self.listing = listing
  }

  private mutating func run() {
    for path in listing.others { add("bag-not-a-file", "is neither a file nor a folder", path) }
    checkDeclaration()
    let payload = listing.files.filter { $0.hasPrefix("data/") }
    report.records = payload.count
    check(Self.manifest, lists: payload)
    check(Self.tagManifest, lists: listing.files.filter { !$0.hasPrefix("data/") && $0 != Self.tagManifest })
    checkOxum(payload)
    if listing.files.contains(DataPackageDescriptor.fileName) { checkDataPackage() }
  }

  private mutating func add(_ id: String, _ reason: String, _ file: String, line: Int? = nil) {
    report.diagnostics.append(Diagnostic(id, reason, file: file, line: line))
  }

  /// The bytes of a small file of the bag; nil, and a fault, where it is missing.
  private mutating func contents(_ name: String) -> [UInt8]? {
    do throws(Diagnostic) {
      return try ByteFile.contents(of: folder + "/" + name, name: name)
    } catch {
      add("bag-missing", "the bag lacks this file", name)
      return nil
    }
  }

  private mutating func lookUp(_ path: String) -> FileFacts? {
    if let known = facts[path] { return known }
    let found = try? FileFacts(path: folder + "/" + path, name: path)
    facts[path] = found
    return found
  }

  // MARK: - Parts of the bag

  private mutating func checkDeclaration() {
    guard let bytes = contents("bagit.txt") else { return }
    let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self).trimmed }
    let isVersion = lines.first == "BagIt-Version: 1.0" || lines.first == "BagIt-Version: 0.97"
    guard lines.count == 2, isVersion, lines[1] == "Tag-File-Character-Encoding: UTF-8" else {
      add("bag-declaration", "must declare BagIt 1.0 with tag files in UTF-8", "bagit.txt", line: 1)
      return
    }
  }

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

  private mutating func checkOxum(_ payload: [String]) {
    let name = "bag-info.txt"
    guard listing.files.contains(name), let bytes = contents(name) else { return }
    for (index, line) in bytes.split(separator: 0x0A).enumerated() {
      let text = String(decoding: line, as: UTF8.self)
      guard text.lowercased().hasPrefix("payload-oxum:") else { continue }
      let stated = String(text.dropFirst("payload-oxum:".count)).trimmed
      let total = payload.reduce(0) { total, path in total + (lookUp(path)?.bytes ?? 0) }
      let found = "\(total).\(payload.count)"
      if stated != found {
        add("bag-oxum", "says \(stated), but the payload is \(found) (bytes.files)", name, line: index + 1)
      }
    }
  }

  private mutating func checkDataPackage() {
    let name = DataPackageDescriptor.fileName
    let descriptor: DataPackageDescriptor
    do throws(Diagnostic) {
      descriptor = try DataPackageDescriptor(folder: folder)
    } catch {
      report.diagnostics.append(error)
      return
    }
    for resource in descriptor.resources {
      guard listing.files.contains(where: { $0.hasSameBytes(as: resource.path) }) else {
        add("package-missing", "the resource \(resource.name) has no file \(resource.path)", name)
        continue
      }
      guard let facts = lookUp(resource.path) else { continue }
      if let bytes = resource.bytes, bytes != facts.bytes {
        add("package-bytes", "\(resource.path) has \(facts.bytes) bytes, not \(bytes)", name)
      }
      if let hash = resource.hash, hash != "sha256:" + facts.sha256 {
        add("package-hash", "\(resource.path) has the hash sha256:\(facts.sha256), not \(hash)", name)
      }
      for schema in [resource.schemaPath, resource.conformsTo].compactMap({ $0 })
      where SafePath.isSafe(schema) && !listing.files.contains(where: { $0.hasSameBytes(as: schema) }) {
        add("package-missing", "the resource \(resource.name) names \(schema), which is not there", name)
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
