package import EventModel
package import Exporters
internal import Digest
internal import CLibrary

/// A program `isnad-export-NAME` that is the format `NAME`.
package struct ExportProgram: Sendable, Hashable {
  /// The name of the format.
  package var name: String
  /// Where the program is, absolute.
  package var path: String

  /// Names a program.
  package init(name: String, path: String) {
    self.name = name
    self.path = path
  }

  /// The file name, by which diagnostics call it.
  package var fileName: String { ProgramProtocol.namePrefix + name }

  /// All programs on `PATH`, by their names; of two with the same name, the first.
  ///
  /// Folders of `PATH` that are relative are passed over: what lies about in the working folder is not run.
  ///
  /// - Parameter path: The value of `PATH`.
  package static func all(on path: String?) -> [ExportProgram] {
    var programs: [String: ExportProgram] = [:]
    for folder in (path ?? "").split(separator: ":") where folder.hasPrefix("/") {
      for file in FileTree.names(in: String(folder)) ?? [] where file.hasPrefix(ProgramProtocol.namePrefix) {
        let name = String(file.dropFirst(ProgramProtocol.namePrefix.count))
        let location = folder + "/" + file
        guard programs[name] == nil, ProgramProtocol.isAllowed(format: name), isProgram(location) else { continue }
        programs[name] = ExportProgram(name: name, path: location)
      }
    }
    return programs.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The program of a format, or the one at a path.
  ///
  /// - Parameter name: A format's name, or a path with a `/` in it to a file `isnad-export-NAME`, with any extension.
  /// - Throws: A diagnostic `no-program` where there is none.
  package static func named(_ name: String, on path: String?) throws(Diagnostic) -> ExportProgram {
    guard name.contains("/") else {
      guard let program = all(on: path).first(where: { $0.name == name }) else {
        throw Diagnostic("no-program", "there is no program \(ProgramProtocol.namePrefix)\(name) on PATH")
      }
      return program
    }
    guard isProgram(name), let pointer = realpath(name, nil) else {
      throw Diagnostic("no-program", "this is no program that can be run", file: name)
    }
    defer { free(pointer) }
    let file = name.split(separator: "/").last ?? ""
    let stem = String(file.dropFirst(ProgramProtocol.namePrefix.count).prefix { $0 != "." })
    guard file.hasPrefix(ProgramProtocol.namePrefix), ProgramProtocol.isAllowed(format: stem) else {
      throw Diagnostic(
        "no-program",
        """
        the name of a program that exports is \(ProgramProtocol.namePrefix) and lower-case letters, digits, hyphens; \
        built-in formats and “schemas” are taken
        """, file: name)
    }
    return ExportProgram(name: stem, path: String(cString: pointer))
  }

  private static func isProgram(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
}

/// A program that has told what it writes.
package struct DescribedProgram: Sendable, Hashable {
  /// The program.
  package var program: ExportProgram
  /// What it writes.
  package var format: ExportFormat
}
