package import EventModel

extension JudgedFile {
  /// The files at some paths with their schemas.
  ///
  /// - Parameter schema: The schema of all files; without it, each has the bundled one of its name.
  /// - Returns: The files, a folder's in the order of their paths; and a fault for each path that leads to none.
  package static func find(
    at paths: [String], schema: SchemaSource?
  ) -> (files: [JudgedFile], faults: [Diagnostic]) {
    var files: [JudgedFile] = []
    var faults: [Diagnostic] = []
    for path in paths {
      if FileTree.isFolder(path) {
        let found = search(path, schema: schema)
        if found.isEmpty {
          faults.append(Diagnostic("no-data-files", "the folder holds no file that a schema is known for", file: path))
        }
        files += found
      } else if FileTree.kind(of: path) == nil {
        faults.append(Diagnostic("file-missing", "there is no such file or folder", file: path))
      } else if let schema = schema ?? .bundled(for: path) {
        files.append(JudgedFile(path: path, schema: schema))
      } else {
        faults.append(
          Diagnostic("schema-unknown", "no bundled schema has the name of this file: name one by --schema", file: path))
      }
    }
    return (files, faults)
  }

  private static func search(_ folder: String, schema: SchemaSource?) -> [JudgedFile] {
    var files: [JudgedFile] = []
    for name in FileTree.names(in: folder) ?? [] {
      let path = folder + "/" + name
      switch FileTree.kind(of: path) {
      case .folder: files += search(path, schema: schema)
      case .file: if let schema = schema ?? .bundled(for: path) { files.append(JudgedFile(path: path, schema: schema)) }
      default: break
      }
    }
    return files
  }
}
