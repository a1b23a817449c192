internal import EventModel
internal import Exporters
internal import CLibrary

/// The files that a run of a program left, which are exactly those that it declares.
///
/// Of a program that declares one file, standard output is its bytes and the working folder stays empty; one that
/// declares several writes them into the working folder, and nothing to standard output.
struct ProgramFiles {
  private let program: String
  private let declared: [OutputFile]
  /// Where the files are, in the order of the declaration.
  private let locations: [String]

  /// Looks at what a run left.
  ///
  /// - Parameter allowsNothing: Whether standard output may be empty, as where there are no events.
  /// - Throws: A diagnostic `program-files` that names the first file that is missing, is no plain file or is not declared.
  init(of run: ProgramRun, format: ExportFormat, allowsNothing: Bool) throws(Diagnostic) {
    program = run.program.fileName
    declared = format.files
    let prefix = ProgramProtocol.folder(of: format.name).utf8.count + 1
    let names = format.files.map { String($0.path.dropFirst(prefix)) }
    let isStreamed = names.count == 1
    locations = isStreamed ? [run.output] : names.map { run.files + "/" + $0 }

    var expected = Set(isStreamed ? [] : names)
    var reason: String?
    FileTree.walk(run.files) { name, status in
      let shown = "“" + ProgramMessage.printable(name) + "”"
      switch status.st_mode & S_IFMT {
      case S_IFDIR: return true
      case S_IFREG where status.st_nlink == 1:
        if expected.remove(name) == nil { reason = "it wrote the file \(shown), which it does not declare" }
      case S_IFREG: reason = "\(shown) is a second name of another file"
      case S_IFLNK: reason = "\(shown) is a symbolic link"
      default: reason = "\(shown) is no plain file"
      }
      return reason == nil
    }
    if reason == nil, let missing = names.first(where: expected.contains) {
      reason = "it did not write “\(missing)”, which it declares"
    }
    if reason == nil {
      let size = FileTree.size(of: run.output)
      if isStreamed && size == 0 && !allowsNothing { reason = "it wrote nothing" }
      if !isStreamed && size > 0 { reason = "it writes several files, and yet wrote to standard output" }
    }
    if let reason { throw Diagnostic("program-files", reason, file: program) }
  }

  /// Compares with the files of another run.
  ///
  /// - Throws: A diagnostic `program-bytes` where one is different.
  func compare(with other: ProgramFiles) throws(Diagnostic) {
    for (file, (one, two)) in zip(declared, zip(locations, other.locations)) {
      let first = try FilePieces(one)
      let second = try FilePieces(two)
      var offset = 0
      while true {
        let (left, right) = (try first.next(), try second.next())
        guard left == right else {
          let place = offset + zip(left, right).prefix { $0 == $1 }.count
          throw Diagnostic(
            "program-bytes", "it wrote other bytes into \(file.path) when it ran a second time on the same records",
            file: program, byte: place)
        }
        if left.isEmpty { break }
        offset += left.count
      }
    }
  }

  /// Checks that texts are UTF-8.
  ///
  /// - Throws: A diagnostic `program-files` that names the first that is not.
  func checkText() throws(Diagnostic) {
    for (file, location) in zip(declared, locations) where file.isText {
      let source = try FilePieces(location)
      var text = UTF8Check()
      while true {
        let piece = try source.next()
        if piece.isEmpty { break }
        text.take(piece)
      }
      if !text.isWhole { throw noText(file) }
    }
  }

  /// Copies the files into an export, where they are hashed and waited for until they are on the disk.
  ///
  /// - Throws: A diagnostic where a text is not UTF-8, or what the operating system refused.
  func copy(into folder: String) throws(Diagnostic) -> [DataPackage.Resource] {
    var files = try HashedFiles(in: folder, names: declared.map(\.path))
    for (index, (file, location)) in zip(declared, locations).enumerated() {
      let source = try FilePieces(location)
      var text = UTF8Check()
      while true {
        let piece = try source.next()
        if piece.isEmpty { break }
        if file.isText { text.take(piece) }
        try files.write(piece, to: index)
      }
      if !text.isWhole { throw noText(file) }
    }
    return zip(declared, try files.finish()).map { DataPackage.Resource(file: $0, digest: $1) }
  }

  private func noText(_ file: OutputFile) -> Diagnostic {
    Diagnostic("program-files", "\(file.path) is declared as text and is not UTF-8", file: program)
  }
}

/// Reads a file in pieces of one size.
private struct FilePieces: ~Copyable {
  private let path: String
  private let descriptor: Int32

  init(_ path: String) throws(Diagnostic) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("cannot read what a program wrote", file: path) }
  }

  deinit { close(descriptor) }

  /// The next piece; an empty one at the end.
  func next() throws(Diagnostic) -> [UInt8] {
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    var count = 0
    while count < piece.count {
      let got = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress.map { $0 + count }, $0.count - count) }
      if got > 0 {
        count += got
      } else if got == 0 {
        break
      } else if errno != EINTR {
        throw .system("cannot read what a program wrote", file: path)
      }
    }
    piece.removeLast(piece.count - count)
    return piece
  }
}

/// Checks whether pieces of bytes together are UTF-8.
private struct UTF8Check {
  private var rest: [UInt8] = []
  private var isValid = true

  /// Whether everything that was taken is UTF-8.
  var isWhole: Bool { isValid && rest.isEmpty }

  mutating func take(_ piece: [UInt8]) {
    guard isValid else { return }
    let bytes = rest + piece
    // A character that the piece cuts has at most three bytes here.
    var end = bytes.count
    for back in 1...min(3, bytes.count) {
      let byte = bytes[bytes.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      if width > back { end = bytes.count - back }
      break
    }
    isValid = (try? UTF8Span(validating: bytes.span.extracting(..<end))) != nil
    rest = Array(bytes[end...])
  }
}
