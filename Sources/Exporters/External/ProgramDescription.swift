package import EventModel
internal import JSON

/// What a program prints when it is asked to describe itself.
///
/// ```json
/// {"protocol": [1], "summary": "A list of events by day",
///  "files": [{"path": "events.md", "title": "One line an event", "media_type": "text/markdown"}]}
/// ```
///
/// Keys that are not known are passed over, so that a program can say more to later versions.
package struct ProgramDescription: Sendable, Hashable {
  /// How many bytes a description may have.
  package static let limit = 1 << 16
  /// How many files a program may write.
  package static let fileLimit = 1000

  /// One sentence for people, without a full stop.
  package var summary: String
  /// The files; paths are relative to the format's own folder.
  package var files: [File]

  /// One file that the program writes.
  package struct File: Sendable, Hashable {
    /// The path relative to the format's folder, `/`-separated.
    package var path: String
    /// One sentence for people, without a full stop.
    package var title: String
    /// The media type without parameters.
    package var mediaType: String
    /// Whether the bytes are UTF-8.
    package var isText: Bool
  }

  /// Reads a description.
  ///
  /// - Parameter program: The name of the program, for diagnostics.
  /// - Throws: A diagnostic `program-describe` that says what is wrong with it.
  package init(_ bytes: [UInt8], program: String) throws(Diagnostic) {
    func fault(_ reason: String) -> Diagnostic {
      Diagnostic("program-describe", "--describe " + reason, file: program)
    }
    guard bytes.count <= Self.limit else { throw fault("prints more than \(Self.limit) bytes") }
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONParser.parse(bytes, depthLimit: 16)
    } catch {
      throw fault("prints no JSON: " + error.diagnostic(file: nil).description)
    }
    guard value.object != nil else { throw fault("must print a JSON object") }
    guard let versions = value["protocol"]?.array, versions.allSatisfy({ $0.int != nil }) else {
      throw fault("must name the versions of the protocol: \"protocol\": [1]")
    }
    guard versions.contains(where: { $0.int == ProgramProtocol.version }) else {
      throw fault("names no version of the protocol that is known here, which is \(ProgramProtocol.version)")
    }
    guard let summary = value["summary"]?.string, Self.isLine(summary) else {
      throw fault("must say in one line what the format is: \"summary\": \"…\"")
    }
    guard let files = value["files"]?.array, !files.isEmpty else {
      throw fault("must name at least one file: \"files\": [{\"path\": …, \"title\": …, \"media_type\": …}]")
    }
    guard files.count <= Self.fileLimit else { throw fault("names more than \(Self.fileLimit) files") }
    self.summary = summary
    self.files = []
    for (index, file) in files.enumerated() {
      guard let path = file["path"]?.string else { throw fault("names no path of file \(index + 1)") }
      if let reason = ProgramPath.fault(in: path) {
        throw fault("names the file “" + ProgramMessage.printable(path) + "”: " + reason)
      }
      guard let title = file["title"]?.string, Self.isLine(title) else {
        throw fault("must say in one line what “\(path)” is: \"title\": \"…\"")
      }
      guard let type = file["media_type"]?.string, Self.isMediaType(type) else {
        throw fault("must give the media type of “\(path)”, such as \"media_type\": \"text/plain\"")
      }
      if let encoding = file["encoding"], !encoding.isNull, encoding.string != "utf-8" {
        throw fault("gives “\(path)” an encoding: it is \"utf-8\", or null of a file that is no text")
      }
      let isText = file["encoding"].map { !$0.isNull } ?? true
      self.files.append(File(path: path, title: title, mediaType: type, isText: isText))
    }
    if let reason = ProgramPath.clash(among: self.files.map(\.path)) { throw fault(reason) }
  }

  /// The format, as every exporter has one.
  package func format(named name: String) -> ExportFormat {
    ExportFormat(
      name: name, summary: summary,
      files: files.map { file in
        OutputFile(
          name: ProgramPath.resourceName(of: file.path, format: name), title: file.title,
          path: ProgramProtocol.folder(of: name) + "/" + file.path, format: ProgramPath.fileExtension(of: file.path),
          mediaType: file.mediaType, schema: nil, isText: file.isText)
      })
  }

  /// Whether a text is a line that a terminal can show.
  private static func isLine(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 200 && ProgramMessage.printable(text).utf8.elementsEqual(text.utf8)
  }

  private static func isMediaType(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    return parts.count == 2 && text.utf8.count <= 127
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E].contains(byte)
          }
      }
  }
}
