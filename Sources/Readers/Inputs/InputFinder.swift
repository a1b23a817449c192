package import EventModel

/// Finds all files to read among what a user names; ``InputSearch`` finds them one by one.
package struct InputFinder: Sendable {
  /// Makes a finder.
  package init() {}

  /// The files at some paths, in the order of the paths.
  ///
  /// - Throws: The first of the faults of ``InputSearch/next()``.
  package func files(at paths: [String]) throws(Diagnostic) -> [InputFile] {
    var search = InputSearch(paths)
    var files: [InputFile] = []
    while let found = search.next() { files.append(try found.get()) }
    return files
  }
}
