/// A file to read.
package struct InputFile: Hashable, Sendable {
  /// The path that stands for standard input.
  package static let standardInput = "-"

  /// The path relative to the input root, `/`-separated; it goes into the output.
  package var path: String
  /// The path to open; it stays inside the program, but for messages.
  package var location: String
  /// The file's format; nil where its first bytes are to tell.
  package var mediaType: MediaType?

  /// Makes a description of a file.
  package init(path: String, location: String, mediaType: MediaType?) {
    self.path = path
    self.location = location
    self.mediaType = mediaType
  }
}
