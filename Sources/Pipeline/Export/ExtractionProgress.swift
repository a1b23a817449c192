internal import Readers

/// How far the reading of inputs has come.
package struct ExtractionProgress: Sendable, Hashable {
  /// How many documents were read.
  package var documents = 0
  /// How many raw bytes they had.
  package var bytes = 0
  /// How many events they tell of, before the same event of several articles is joined.
  package var events = 0
  /// How many inputs or records of them could not be read.
  package var faults = 0

  /// Makes a progress at its beginning.
  package init() {}
}

/// How many bytes the files at some paths have.
package enum InputSize {
  /// The sum of the sizes of all files; nil where it cannot be known beforehand or tells nothing of the work: standard
  /// input, compressed files, and paths that lead nowhere.
  package static func bytes(at paths: [String]) -> Int? {
    guard !paths.contains(InputFile.standardInput), let files = try? InputFinder().files(at: paths) else { return nil }
    var bytes = 0
    for file in files {
      if file.path.hasSuffix(".gz") { return nil }
      bytes += FileTree.size(of: file.location)
    }
    return bytes
  }
}
