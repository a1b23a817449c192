/// The tag files of a bag (BagIt 1.0, RFC 8493), without any clock.
///
/// The payload lies below `data/`; everything else at the top is a tag file. The manifests are also what
/// `sha256sum -c` reads.
package enum BagIt {
  /// The names of the tag files, in the order in which they can be made.
  package static let declarationName = "bagit.txt"
  package static let infoName = "bag-info.txt"
  package static let manifestName = "manifest-sha256.txt"
  package static let tagManifestName = "tagmanifest-sha256.txt"

  /// `bagit.txt`.
  package static let declaration = Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)

  /// `bag-info.txt`.
  ///
  /// - Parameters:
  ///   - payload: The files below `data/`.
  ///   - softwareAgent: The tool's name and version, such as `isnad 0.1.0`.
  ///   - date: The day of the export in ISO 8601, only where the user gave one.
  package static func info(payload: [FileDigest], softwareAgent: String, date: String?) -> [UInt8] {
    var text = "Bag-Software-Agent: " + softwareAgent + "\n"
    if let date { text += "Bagging-Date: " + date + "\n" }
    text += "Payload-Oxum: \(payload.reduce(0) { $0 + $1.bytes }).\(payload.count)\n"
    return Array(text.utf8)
  }

  /// `manifest-sha256.txt` of the payload, or `tagmanifest-sha256.txt` of all other tag files.
  package static func manifest(_ files: [FileDigest]) -> [UInt8] {
    var bytes: [UInt8] = []
    for file in files.sortedByPath() {
      bytes += file.sha256.utf8
      bytes += "  ".utf8
      append(path: file.path, to: &bytes)
      bytes.append(0x0A)
    }
    return bytes
  }

  /// RFC 8493 wants line breaks and percent signs of a path encoded.
  private static func append(path: String, to bytes: inout [UInt8]) {
    for byte in path.utf8 {
      switch byte {
      case 0x0A: bytes += "%0A".utf8
      case 0x0D: bytes += "%0D".utf8
      case 0x25: bytes += "%25".utf8
      default: bytes.append(byte)
      }
    }
  }
}
